"""Spanish words before the larger event that something takes place in."""

DATA = (
    "durante",
    "en el marco de",
    "al margen de",
    "al término de",
    "en el transcurso de",
    "con motivo de",
    "en la cumbre",
    "al final de",
)
