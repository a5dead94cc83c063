"""English words before the larger event that something takes place in."""

DATA = (
    "at the",
    "during",
    "on the sidelines of",
    "at the end of",
    "at the close of",
    "in the course of",
    "on the margins of",
    "as part of",
)
