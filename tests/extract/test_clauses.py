"""Clauses of a sentence, and what a verb in one says."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.events.clauses import (
    Mode,
    Tie,
    find_clauses,
    find_quotes,
    mode_of,
    ordinal_before,
)
from generator.extract.events.triggers import find_triggers, lexicon
from generator.extract.names.words import find_words
from generator.extract.span import Span


def clauses(text, language="fr"):
    words = lexicon(language)
    found = find_triggers(find_words(text), words, {})
    return find_clauses(text, Span(0, len(text)), found, words)


def mode(text, language="fr"):
    words = find_words(text)
    found = find_triggers(words, lexicon(language), {})
    trigger = next(t for t in found if t.sense.role != "noun")
    (clause,) = clauses(text, language)
    return mode_of(words, trigger, clause, lexicon(language))


def pieces(text):
    return [[text[s.start : s.end].strip() for s in clause.spans] for clause in clauses(text)]


def test_who_told_it_is_a_clause_of_its_own():
    text = "Dix soldats ont été tués samedi, ont indiqué lundi des habitants."
    assert [clause.tie for clause in clauses(text)] == [Tie.MAIN, Tie.ATTRIBUTION]


def test_a_clause_goes_on_after_the_one_inside_it():
    text = "Le sommet, qui se tient à Lima, a été reporté."
    assert pieces(text) == [["Le sommet", "a été reporté."], ["qui se tient à Lima"]]


def test_what_happened_at_an_event_hangs_on_it():
    text = "Ils se sont réunis à Lima, au cours de laquelle un accord a été signé."
    main, linked = clauses(text)
    assert linked.tie is Tie.LINKED
    assert linked.parent == 0
    assert main.start == 0


def test_a_subject_set_off_by_commas_stays_with_its_verb():
    text = "Un séisme, de magnitude 6, a frappé l'île."
    assert len(clauses(text)) == 1


def test_a_short_quotation_is_a_name_and_a_long_one_is_speech():
    text = (
        "Le projet « Rive » est, dit-il, « une chance que notre pays ne doit pas laisser passer »."
    )
    assert len(find_quotes(text, Span(0, len(text)))) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il a signé le traité", Mode.DONE), ("fr", "Il signera le traité", Mode.PLANNED),
        ("fr", "Il doit rencontrer le roi", Mode.PLANNED), ("fr", "Il signe le traité", Mode.NOW),
        ("fr", "Il pourrait rencontrer le roi", Mode.POSSIBLE),
        ("fr", "Il n'a pas signé le traité", Mode.DENIED),
        ("fr", "Il vient de signer le traité", Mode.DONE),
        ("fr", "un traité signé à Rome", Mode.SET),
        ("en", "They will meet on Monday", Mode.PLANNED), ("en", "They met on Monday", Mode.DONE),
        ("en", "They have not met", Mode.DENIED),
        ("de", "Er hat am Montag in Berlin den König getroffen", Mode.DONE),
        ("de", "Er wird am Montag in Berlin den König treffen", Mode.PLANNED),
        ("es", "Ayer firmó el acuerdo", Mode.DONE),
        ("es", "Mañana firmará el acuerdo", Mode.PLANNED),
    ],
)  # fmt: skip
def test_the_mode_of_a_verb(language, text, expected):
    assert mode(text, language) is expected


def test_an_article_between_keeps_an_auxiliary_from_a_participle():
    text = "Il a appelé les négociateurs réunis"
    words = find_words(text)
    met = find_triggers(words, lexicon("fr"), {})[-1]
    assert mode_of(words, met, clauses(text)[0], lexicon("fr")) is Mode.SET


def test_the_number_of_an_edition_stands_before_its_noun():
    data = lexicon("fr").data
    assert ordinal_before(find_words("le troisième forum"), 2, data) == 3
    assert ordinal_before(find_words("le 24e sommet"), 2, data) == 24
    assert ordinal_before(find_words("le sommet"), 1, data) is None


@given(st.text(alphabet="ab ,;:()«»\"'qui dont où et a été ", max_size=300))
def test_clauses_lie_in_their_sentence_and_do_not_overlap(text):
    spans = [span for clause in clauses(text) for span in clause.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    ordered = sorted(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(ordered))
