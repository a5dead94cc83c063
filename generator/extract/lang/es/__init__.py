"""What the extractor knows of Spanish."""
