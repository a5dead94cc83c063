"""Words that tell of an event, in all their forms."""

import re

import pytest

from generator.extract.events.triggers import Role, find_triggers, items, lexicon
from generator.extract.lang import languages
from generator.extract.names.words import find_words
from generator.record.model import EventType


def triggers(text, language="fr", parts=None):
    found = find_triggers(find_words(text), lexicon(language), parts or {})
    return [(text[t.start : t.end], t.sense.type, t.sense.role) for t in found]


@pytest.mark.parametrize(
    ("language", "text", "lemma"),
    [
        ("fr", "ils signèrent", "signer"), ("fr", "elle a été reçue", "recevoir"),
        ("fr", "il lançait", "lancer"), ("fr", "la centrale mise en service", "mettre en service"),
        ("fr", "il s'est rendu", "se rendre"), ("en", "they met", "meet"),
        ("en", "he was sentenced", "sentence"), ("de", "wurde verurteilt", "verurteilen"),
        ("es", "se reunieron", "reunirse"), ("es", "fueron detenidos", "detener"),
    ],
)  # fmt: skip
def test_a_verb_is_known_in_its_forms(language, text, lemma):
    found = find_triggers(find_words(text), lexicon(language), {})
    assert lemma in [trigger.sense.lemma for trigger in found]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Die Polizei nahm am Morgen einen Mann fest.", "festnehmen"),
        ("Am Abend findet ein Konzert statt, hieß es", "stattfinden"),
        ("Der Minister trat am Montag zurück", "zurücktreten"),
    ],
)
def test_a_german_verb_is_known_in_two_parts(text, lemma):
    found = find_triggers(find_words(text), lexicon("de"), {})
    assert lemma in [trigger.sense.lemma for trigger in found]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("eine Bildungskonferenz", "konferenz"), ("nach dem Hubschrauberabsturz", "absturz")],
)
def test_a_german_noun_is_known_by_its_last_part(text, lemma):
    found = find_triggers(find_words(text), lexicon("de"), {})
    assert lemma in [trigger.sense.lemma for trigger in found]


def test_a_noun_that_only_ends_like_one_is_no_event():
    assert (
        find_triggers(find_words("Ein gutes Beispiel aus einem Tagebuch"), lexicon("de"), {}) == ()
    )


def test_a_prefix_inside_a_clause_is_no_part_of_a_verb():
    found = find_triggers(find_words("Er nahm fest verankerte Boote mit"), lexicon("de"), {})
    assert "festnehmen" not in [trigger.sense.lemma for trigger in found]


def test_an_accent_tells_a_participle_from_a_present():
    (signed,) = find_triggers(find_words("un traité signé")[1:], lexicon("fr"), {})[-1:]
    assert signed.sense.tenses == {"participle"}


def test_a_market_is_no_march():
    assert triggers("le marché du village") == []


def test_a_headline_in_capitals_has_its_nouns_without_accents():
    assert ("SEISME", "disaster", Role.NOUN) in triggers("UN SEISME AU CHILI")


def test_an_adjective_is_no_name_of_a_contest():
    assert triggers("un projet mondial") == []
    assert triggers("pendant le Mondial") == [("Mondial", "sport", Role.NOUN)]


def test_the_words_before_a_form_tell_a_noun_from_a_verb():
    assert triggers("la visite du pape") == [("visite", "visit", Role.NOUN)]


def test_the_model_tells_a_noun_from_a_verb():
    text = "l'attaquant joue"
    assert triggers(text, parts={2: "NOUN"}) == []


def test_a_plural_that_is_one_event_is_no_series():
    (found,) = find_triggers(find_words("des législatives"), lexicon("fr"), {})
    assert not found.sense.plural
    (found,) = find_triggers(find_words("des sommets"), lexicon("fr"), {})
    assert found.sense.plural


def test_to_condemn_is_a_statement_and_to_be_condemned_is_not():
    assert ("condamné", "statement", Role.NEWS) in triggers("l'ONU a condamné l'attaque")
    assert ("condamné", "other", Role.VERB) in triggers("il a été condamné à mort")


@pytest.mark.parametrize("language", languages("events"))
def test_the_data_of_a_language_is_whole(language):
    data = lexicon(language).data
    kinds = {kind.value for kind in EventType} | {"casualty"}
    assert set(data.nouns) <= kinds
    assert set(data.verbs) <= kinds
    assert set(data.titles) == {kind.value for kind in EventType}
    for pattern in (data.boundaries, data.attribution, data.happened, data.presence, data.planned):
        re.compile(pattern)


@pytest.mark.parametrize("language", languages("events"))
def test_every_weak_word_is_a_word_of_the_lists(language):
    data = lexicon(language).data
    nouns = {item.rstrip("*") for text in data.nouns.values() for item in items(text)}
    assert [item for item in items(data.weak_nouns) if item not in nouns] == []
    verbs = {item for text in data.verbs.values() for item in items(text)}
    assert [item for item in items(data.weak_verbs) if item not in verbs] == []
