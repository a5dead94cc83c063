"""German words before the larger event that something takes place in."""

DATA = (
    "beim",
    "während",
    "am Rande",
    "auf dem",
    "zum Abschluss",
    "bei der",
    "im Rahmen",
    "im Zuge",
)
