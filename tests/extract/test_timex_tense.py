"""The verb nearest to a date tells which way it lies."""

from __future__ import annotations

import pytest

from generator.extract.timex.meaning import Aim
from generator.extract.timex.tense import Tenses
from generator.extract.timex.words import read_lexicon

CASES = [
    ("fr", "Le conseil votera lundi.", Aim.FUTURE),
    ("fr", "Le conseil a voté lundi.", Aim.PAST),
    ("fr", "Le texte sera signé lundi.", Aim.FUTURE),
    ("fr", "Le texte, signé lundi, sera publié.", Aim.PAST),
    ("fr", "Le sommet s'ouvre lundi.", Aim.FUTURE),
    ("fr", "Le vote a été reporté à lundi.", Aim.FUTURE),
    ("fr", "Une caméra extra lundi.", None),
    ("fr", "Il a plu. Lundi, marché.", None),
    ("en", "The bill will be signed on Monday.", Aim.FUTURE),
    ("en", "The bill was signed on Monday.", Aim.PAST),
    ("en", "The bill is due to pass on Monday.", Aim.FUTURE),
    ("de", "Der Rat wird am Montag tagen.", Aim.FUTURE),
    ("de", "Der Rat wurde am Montag gewählt.", Aim.PAST),
    ("es", "El pleno votará el lunes.", Aim.FUTURE),
    ("es", "El pleno votó el lunes.", Aim.PAST),
    ("es", "El pleno votaría el lunes.", Aim.FUTURE),
]


@pytest.mark.parametrize(("language", "text", "aim"), CASES, ids=[case[1] for case in CASES])
def test_the_nearest_verb_tells(language, text, aim) -> None:
    day = {"fr": "lundi", "en": "Monday", "de": "Montag", "es": "lunes"}[language]
    start = text.casefold().index(day.casefold())
    found = Tenses(text, read_lexicon(language).words).near(start, start + len(day))
    assert found is aim
