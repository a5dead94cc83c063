"""The names that are known beforehand."""

import pytest

from generator.extract.lang import languages, load
from generator.extract.names.gazetteer import Kind, build_gazetteer, name_words
from generator.extract.names.words import phrase
from generator.record.model import Content, Organisation, Person, Place, PlaceKind

CONTENT = Content(
    people={
        "ana-rey": Person(id="ana-rey", name={"fr": "Ana Rey"}, aliases=("A. Rey",), country="ES")
    },
    organisations={
        "ligue-bleue": Organisation(
            id="ligue-bleue", name={"fr": "Ligue bleue"}, acronym={"fr": "LB"}
        )
    },
    places={
        "espagne": Place(
            id="espagne", name={"fr": "Espagne"}, kind=PlaceKind.COUNTRY, country="ES"
        ),
        "rive": Place(id="rive", name={"fr": "Rive"}, kind=PlaceKind.CITY, country="ES"),
    },
)


def named(text, language="fr", content=CONTENT):
    return build_gazetteer(content, language).names.get(phrase(text))


def test_a_record_wins_over_what_is_known_without_one():
    assert named("Espagne").record == "espagne"
    assert named("espagnole").record == "espagne"
    assert named("Espagne", content=Content()).record is None


def test_names_aliases_and_acronyms_lead_to_the_record():
    assert named("Ana Rey").key == named("A. Rey").key == "ana-rey"
    assert named("LB").record == named("Ligue bleue").record == "ligue-bleue"
    assert named("Rive").kind is Kind.CITY


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "kazakhes", "KZ"), ("fr", "grecque", "GR"), ("fr", "nord-coréen", "KP"),
        ("en", "Kazakh", "KZ"), ("en", "Dutch", "NL"), ("de", "chinesischen", "CN"),
        ("de", "türkische", "TR"), ("es", "francesa", "FR"), ("es", "iraquíes", "IQ"),
    ],
)  # fmt: skip
def test_demonyms_are_known_in_every_form(language, text, country):
    found = named(text, language, Content())
    assert found.demonym
    assert country == found.country


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "RDC", "CD"), ("fr", "Royaume-Uni", "GB"), ("en", "Ivory Coast", "CI"),
        ("de", "Usbekistan", "UZ"), ("es", "Kazajistán", "KZ"), ("it", "Germany", "DE"),
    ],
)  # fmt: skip
def test_countries_are_known_by_their_cldr_and_other_names(language, text, country):
    content = Content()
    found = named(text, language, content)
    assert found is not None or language == "it"
    if found:
        assert country == found.country


@pytest.mark.parametrize("language", languages("names"))
def test_the_data_of_a_language_is_whole(language):
    data = load(language, "names")
    assert data is name_words(language)
    assert len(data.demonyms) > 100
    assert all(len(code) == 2 and code.isupper() for code in (*data.demonyms, *data.countries))
    assert all(value > 1 for value in data.numbers.values())


def test_a_language_without_data_is_read_with_english():
    assert name_words("xx") is name_words("en")
