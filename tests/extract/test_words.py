"""Words, phrases, inflection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.names.words import PhraseTable, find_words, fold, inflect, phrase, sounds


@given(st.text(max_size=200))
def test_a_word_is_the_text_at_its_offsets(text):
    for word in find_words(text):
        assert word.text == text[word.start : word.end]


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi’an", "XI'AN"),
        ("Tokaïev", "tokaiev"),
        ("Saint‑Siège", "saint siege"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_spellings_of_one_name_are_the_same_words(one, other):
    assert phrase(one) == phrase(other)


def test_transliterations_of_one_name_sound_alike():
    assert sounds("Tokaïev") == sounds("Tokayev")
    assert sounds("Selenskyj") == sounds("Selenskij")
    assert sounds("Macron") != sounds("Macri")


def test_the_longest_phrase_wins_and_phrases_do_not_overlap():
    table = PhraseTable([(("coup",), 1), (("coup", "d", "etat"), 2), (("etat",), 3)])
    hits = list(table.find(find_words("Un coup d'État, puis un État")))
    assert [hit.value for hit in hits] == [2, 3]


def test_the_first_value_of_a_phrase_stays():
    table = PhraseTable([(("onu",), "first"), (("onu",), "second")])
    assert table.get(("onu",)) == "first"
    assert ("otan",) not in table


def test_accents_can_tell_two_words_apart():
    table = PhraseTable([(phrase("marché", accents=True), 1)], accents=True)
    assert not list(table.find(find_words("une marche")))
    assert list(table.find(find_words("un Marché")))


def test_the_longest_ending_that_fits_inflects():
    rules = {"er": {"part": ("é",)}, "ger": {"part": ("gé",), "past": ("gea",)}}
    assert list(inflect("manger", rules)) == [("mangé", "part"), ("mangea", "past")]
    assert list(inflect("signer", rules)) == [("signé", "part")]
    assert list(inflect("fuir", rules)) == [("fuir", "")]
