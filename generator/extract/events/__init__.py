"""What an article tells, brought together to one candidate for each event."""
