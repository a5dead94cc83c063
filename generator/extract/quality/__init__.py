"""How well extraction does on marked articles, and the floors that hold it there."""
