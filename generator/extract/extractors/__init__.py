"""Other ways to read an article than our rules; what they propose must be proved by the text."""
