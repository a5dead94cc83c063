"""Date expressions are found where they stand and mean what a careful reader takes them to mean."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.timex.finder import Timex, find_timexes
from generator.extract.timex.rules import RULE_NAMES
from generator.extract.timex.words import WORD_CLASSES, read_lexicon
from generator.record.edtf import parse_edtf
from generator.record.model import Basis

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
ANCHOR = "2024-07-03"  # a Wednesday
LANGUAGES = ("fr", "en", "de", "es")
FLOORS = {"fr": 250, "en": 150, "de": 100, "es": 100}
_MARK = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}")


def read_corpus(language: str) -> dict:
    return yaml.safe_load((CORPUS / language / "dates.yml").read_text(encoding="utf-8"))


def unmark(phrase: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """Return the text of a phrase and its expressions: start, end, whether it is the one meant."""
    text, marks, position = "", [], 0
    for mark in _MARK.finditer(phrase):
        text += phrase[position : mark.start()]
        words = mark[1] if mark[1] is not None else mark[2]
        marks.append((len(text), len(text) + len(words), mark[1] is not None))
        text += words
        position = mark.end()
    return text + phrase[position:], marks


def find(text: str, language: str = "fr", anchor: str | None = ANCHOR) -> tuple[Timex, ...]:
    return find_timexes(text, language=language, document_creation_time=anchor)


CASES = [
    pytest.param(language, anchor, value, phrase, id=f"{language}-{phrase[:60]}")
    for language in LANGUAGES
    for section, anchor in (("with_anchor", ANCHOR), ("without_anchor", None))
    for value, phrases in read_corpus(language)[section].items()
    for phrase in phrases
]
NEVER = [
    pytest.param(language, phrase, id=f"{language}-{phrase[:60]}")
    for language in LANGUAGES
    for phrase in read_corpus(language)["never"]
]


@pytest.mark.parametrize(("language", "anchor", "value", "phrase"), CASES)
def test_the_marked_words_mean_the_value(language, anchor, value, phrase) -> None:
    text, marks = unmark(phrase)
    found = find(text, language, anchor)
    assert [(t.start, t.end) for t in found] == [(start, end) for start, end, _ in marks]
    meant = [t.value for t, (_, _, asked) in zip(found, marks, strict=True) if asked]
    assert meant == [None if value == "unfixed" else value] * len(meant)
    assert meant


@pytest.mark.parametrize(("language", "phrase"), NEVER)
def test_what_only_looks_like_a_date_is_none(language, phrase) -> None:
    assert [t.text for t in find(phrase, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_and_says_nothing_twice(language) -> None:
    cases = [case.values for case in CASES if case.values[0] == language]
    assert len({phrase for _, _, _, phrase in cases}) >= FLOORS[language]
    assert len({(anchor, phrase) for _, anchor, _, phrase in cases}) == len(cases)


def test_every_rule_has_an_example() -> None:
    used = {
        t.rule
        for case in CASES
        for t in find(unmark(case.values[3])[0], case.values[0], case.values[1])
    }
    assert set(RULE_NAMES) - used == set()


def test_every_rule_is_documented_and_nothing_else() -> None:
    page = (ROOT / "docs" / "dates.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == sorted(RULE_NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_uses_known_word_classes_only(language) -> None:
    assert set(read_lexicon(language).words.lexicon) - set(WORD_CLASSES) == set()


def test_the_anchor_and_rule_of_a_relative_date_are_kept() -> None:
    (timex,) = find("Il est parti hier.")
    assert (timex.value, timex.rule, timex.basis) == (
        "2024-07-02",
        "day-from-today",
        Basis.RESOLVED,
    )
    assert timex.anchor == parse_edtf(ANCHOR)


def test_a_whole_date_is_stated_and_has_no_anchor() -> None:
    (timex,) = find("Le 16 juin 2025, la gare ouvre.")
    assert (timex.basis, timex.anchor, timex.edtf) == (Basis.STATED, None, parse_edtf("2025-06-16"))


def test_an_anchor_known_to_the_month_gives_months_and_years_only() -> None:
    text = "Hier, le mois dernier, l'an dernier."
    assert [t.value for t in find(text, anchor="2024-07")] == [None, "2024-06", "2023"]


def test_an_anchor_may_be_given_parsed() -> None:
    found = find_timexes("hier", language="fr", document_creation_time=parse_edtf(ANCHOR))
    assert [t.value for t in found] == ["2024-07-02"]


def test_a_language_without_rules_has_numbers_and_month_names() -> None:
    assert [t.value for t in find("Il 16 giugno 2025 e il 18/06/2025.", "it")] == [
        "2025-06-16",
        "2025-06-18",
    ]
    assert [t.value for t in find("2025-06-16", "zz")] == ["2025-06-16"]
    assert [t.value for t in find("2025-06-16", "")] == ["2025-06-16"]


def test_a_region_of_a_language_reads_as_the_language() -> None:
    assert [t.value for t in find("hier", "fr-CA")] == ["2024-07-02"]


@pytest.mark.parametrize(
    "unit",
    [
        *("1", "1 ", "le ", "le 1 ", "lundi ", "2024 ", "16, ", "16/06/", "12-", "a-", "19:00"),
        *("du 16 au 18 juin 2025 ", "il y a ", "mars ", "entre ", "\n", "'", "é", "mi-"),
    ],
)
def test_hostile_text_takes_linear_time(unit) -> None:
    text = unit * (100_000 // len(unit))
    find(unit)
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 4


PIECES = st.sampled_from(
    [
        *(
            "le ",
            "du ",
            "au ",
            "16",
            " juin ",
            "2025",
            "/",
            "-",
            ",",
            ".",
            " ",
            "\u00a0",
            "\n",
            "et ",
        ),
        *("lundi ", "dernier ", "prochain ", "mars", "février ", "30 ", "29 ", "31 ", "il y a "),
        *("deux ", "ans ", "jours ", "l’", "an ", "la veille ", "depuis ", "jusqu'en ", "fin "),
        *(
            "premier ",
            "trimestre ",
            "XIXe ",
            "siècle ",
            "années ",
            "90",
            "9999 ",
            "1000 ",
            "h",
            ":",
        ),
        *(
            "années 2020 ",
            "été ",
            "hiver ",
            "semaine ",
            "d'ici ",
            "entre ",
            "à ",
            "\u00ad",
            "🎉",
            "3",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map("".join))


@given(
    text=TEXTS,
    language=st.sampled_from([*LANGUAGES, "it"]),
    anchor=st.sampled_from(
        [None, ANCHOR, "2024", "2024-02-29", "0001-01-01", "9999-12-31", "../2024"]
    ),
)
def test_any_text_gives_spans_in_order_and_dates_that_parse(text, language, anchor) -> None:
    found = find(text, language, anchor)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(t.text == text[t.start : t.end] for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.edtf == parse_edtf(t.value) for t in found if t.edtf)
    assert all(t.rule in RULE_NAMES for t in found)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_text_without_dates_before_moves_the_spans_and_nothing_else(text, language) -> None:
    before = "Voilà pour commencer un paragraphe.\n\n"
    alone = [(t.start + len(before), t.end + len(before), t.value) for t in find(text, language)]
    assert [(t.start, t.end, t.value) for t in find(before + text, language)] == alone


@given(text=TEXTS)
def test_both_apostrophes_and_every_blank_read_the_same(text) -> None:
    typeset = text.replace("'", "’").replace(" ", "\u202f")
    assert [t.value for t in find(typeset)] == [t.value for t in find(text)]
