from __future__ import annotations

import re
from dataclasses import fields

import pytest

from generator.extract import lang
from generator.extract.residue.cues import ResidueCues, cue_book, fold

LANGUAGES = lang.languages("residue")
CUES = [
    pytest.param(cue, id=f"{language} {field.name}: {cue[:40]}")
    for language in LANGUAGES
    for field in fields(ResidueCues)
    if field.name != "starters"
    for cue in getattr(lang.load(language, "residue"), field.name)
]


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_folded_bounded_and_says_something(cue):
    """An unbounded repeat of anything would make matching quadratic on hostile input."""
    assert re.search(r"(?<!\\)[.)\]][*+]", cue) is None
    assert re.compile(cue).match("") is None
    words = re.sub(r"\\[a-zA-Z]", "", cue)
    assert words == words.lower()


def test_the_four_languages_have_cues():
    assert LANGUAGES == ("de", "en", "es", "fr")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Économie", "economie"),
        ("L’ÉTÉ – 3\u202f%", "l'ete - 3 %"),
        ("œuvre ß", "œuvre ß"),
        ("İ", "i"),
    ],
)
def test_case_and_accents_are_folded(text, folded):
    assert fold(text) == folded


def test_a_word_of_one_language_does_not_address_readers_of_another():
    book = cue_book()
    assert not book.addresses_reader(
        "une newsletter sur les vins du sud", "une newsletter sur les vins du sud"
    )
    assert book.addresses_reader("recevez votre newsletter", "recevez votre newsletter")
