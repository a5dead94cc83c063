"""French words before the larger event that something takes place in."""

DATA = (
    "lors d",
    "à l'issue d",
    "à l’issue d",
    "au terme d",
    "à la fin d",
    "en clôture d",
    "au cours d",
    "en marge d",
    "à l'occasion d",
    "à l’occasion d",
    "pendant",
    "durant",
    "dans le cadre d",
)
