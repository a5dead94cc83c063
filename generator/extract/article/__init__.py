"""One article, read: its text, what it says of itself, and the way back to the raw file."""
