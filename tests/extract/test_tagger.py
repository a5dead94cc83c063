"""Parts of speech and tenses of German and English, by a small tagger."""

import pytest

from generator.extract.names.tagger import MAX_WORDS, is_past, tag
from generator.extract.span import Span


def forms(text, language):
    return {
        text[f.start :].split()[0].strip(".,"): f
        for f in tag(text, (Span(0, len(text)),), language)
    }


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kam", "kommen"), ("kamen", "kommen"), ("griffen", "greifen"), ("legte", "legen"),
        ("arbeitete", "arbeiten"), ("brachte", "bringen"), ("nannten", "nennen"),
        ("hielt", "halten"), ("trat", "treten"), ("bestritt", "bestreiten"),
        ("verbot", "verbieten"),
    ],
)  # fmt: skip
def test_a_form_of_the_past_is_one(form, lemma):
    assert is_past(form, lemma)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kommt", "kommen"), ("treffen", "treffen"), ("trifft", "treffen"), ("hält", "halten"),
        ("tritt", "treten"), ("arbeitet", "arbeiten"), ("gebe", "geben"), ("erneuert", "erneuern"),
    ],
)  # fmt: skip
def test_a_form_of_the_present_is_no_past(form, lemma):
    assert not is_past(form, lemma)


def test_a_german_verb_has_the_lemma_of_both_its_parts():
    found = forms("Das Feuer griff am Abend auf ein Lager über.", "de")
    assert (
        found["griff"].lemma,
        found["griff"].tense,
        found["griff"].finite,
    ) == ("übergreifen", "past", True)


def test_a_noun_and_a_verb_of_one_form_are_told_apart():
    assert forms("The results show a win.", "en")["win"].part == "NOUN"
    assert forms("They win a match.", "en")["win"].part == "VERB"


def test_an_english_verb_has_its_tense():
    found = forms("The minister gave them a map and went home.", "en")
    assert (found["gave"].tense, found["gave"].lemma) == ("past", "give")


def test_offsets_are_those_of_the_text_and_of_each_part_of_a_word():
    text = "Anna Baum-Stein kam."
    found = tag(text, (Span(0, len(text)),), "de")
    assert [text[form.start :].replace("-", " ").split()[0].strip(".") for form in found] == [
        "Anna",
        "Baum",
        "Stein",
        "kam",
    ]


def test_a_language_without_a_model_has_no_votes():
    assert tag("Se firmó un acuerdo.", (Span(0, 20),), "es") == ()


def test_what_is_too_long_for_a_sentence_is_left_out():
    text = "Wort " * (MAX_WORDS + 1)
    assert tag(text, (Span(0, len(text)),), "de") == ()
