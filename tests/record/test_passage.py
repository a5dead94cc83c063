"""Passages: what survives a change of typography, what does not, and how one is found again."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.record.passage import (
    digest,
    name_passage,
    normalise,
)
from generator.record.quotation import MAX_END_WORDS
from generator.record.standing import Standing, verify

TEXT = (
    "Bannière du jour. Le 16 juin 2025, la ville de Port-Réal a signé l'accord avec trois voisins. "
    "Le montant atteint 94,8 milliards de florins, selon le port."
)


def passage_of(text, words):
    normal = normalise(text)
    start = normal.text.index(words)
    return name_passage(normal, start, start + len(words))


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("l’été", "l'été"),
        ("1\u00a0500\u202fMW", "1 500 MW"),
        ("Chine\u2011Asie – 2020—2021", "Chine-Asie - 2020-2021"),
        ("co\u00adopé\u200bration\ufeff", "coopération"),
        ("  a \n\t b\u2003 ", "a b"),
        ("e\u0301te\u0301", "été"),
        ("", ""),
    ],
)
def test_typography_is_levelled(written, normal):
    assert normalise(written).text == normal


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text).text
    assert normalise(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_every_normalised_span_maps_to_raw_words_that_normalise_to_it(text):
    normal = normalise(text)
    assume(normal.text)
    for start in range(len(normal.text)):
        raw = normal.to_raw(start, start + 1)
        assert 0 <= raw[0] < raw[1] <= len(text)
    start, end = normal.to_raw(0, len(normal.text))
    assert normalise(text[start:end]).text == normal.text
    assert normal.from_raw(start, end) == (0, len(normal.text))


def test_a_raw_span_of_nothing_but_space_is_empty():
    assert normalise("a \u200b b").from_raw(1, 3) == (1, 1)


@given(st.lists(st.text("abcdé'-", min_size=1, max_size=8), min_size=1, max_size=40))
def test_a_passage_republishes_few_words_and_verifies_where_it_stands(words):
    normal = normalise(" ".join(words))
    passage = name_passage(normal, 0, len(normal.text))
    assert len(passage.from_.split()) <= MAX_END_WORDS
    assert len(passage.to.split()) <= MAX_END_WORDS
    assert passage.hash == digest(normal.text)
    assert verify(passage, normal).standing is Standing.OK


def test_the_whole_project_keeps_one_hash_of_one_text():
    assert digest(normalise("l’accord").text) == digest("l'accord")
    assert digest("a").startswith("sha256-ca978112ca1bbdca")


PASSAGE = "Le 16 juin 2025, la ville de Port-Réal a signé l'accord avec trois voisins"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (TEXT, Standing.OK),
        (TEXT.replace("'", "’").replace(" ", "\u00a0"), Standing.OK),
        ("Un bandeau neuf. " + TEXT, Standing.MOVED),
        (TEXT.replace("la ville", "l'île"), Standing.CHANGED),
        (TEXT.replace("2025", "2024").replace("voisins", "amis"), Standing.CHANGED),
        ("Le montant atteint 94,8 milliards de florins, selon le port.", Standing.MISSING),
        ("", Standing.MISSING),
        (None, Standing.UNREAD),
    ],
)
def test_the_standing_of_a_passage(text, standing):
    passage = passage_of(TEXT, PASSAGE)
    now = None if text is None else normalise(text)
    assert verify(passage, now).standing is standing


def test_a_moved_passage_is_found_where_it_is_now():
    passage = passage_of(TEXT, PASSAGE)
    now = normalise("Neuf. " * 30 + TEXT)
    verdict = verify(passage, now)
    assert now.text[verdict.start : verdict.end] == PASSAGE


def test_an_altered_figure_inside_a_passage_is_caught():
    passage = passage_of(TEXT, "Le montant atteint 94,8 milliards de florins, selon le port")
    changed = normalise(TEXT.replace("94,8", "84,8"))
    assert verify(passage, changed).standing is Standing.CHANGED


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_around_a_passage_hides_it(before, after):
    passage = passage_of(TEXT, PASSAGE)
    verdict = verify(passage, normalise(f"{before} {TEXT} {after}"))
    assert verdict.standing in (Standing.OK, Standing.MOVED)
