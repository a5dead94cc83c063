"""From records to pages. Never imports extraction."""
