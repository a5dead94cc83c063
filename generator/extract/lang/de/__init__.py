"""What the extractor knows of German."""
