"""From candidates to records: what would be written, what is only proposed, what stays."""
