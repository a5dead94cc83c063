"""Words around what is composed: countries, dates, lists and what belongs to whom."""

import pytest

from generator.extract.lang import languages
from generator.extract.wording import (
    at_city,
    country_name,
    dated,
    joined,
    listed,
    mended,
    of_name,
    without_owner,
    wording,
)
from generator.record.edtf import parse_edtf

FR, EN = wording("fr"), wording("en")


@pytest.mark.parametrize(
    ("code", "at", "of"),
    [
        ("KZ", "au Kazakhstan", "du Kazakhstan"),
        ("CN", "en Chine", "de la Chine"),
        ("US", "aux États-Unis", "des États-Unis"),
        ("IR", "en Iran", "de l'Iran"),
        ("EC", "en Équateur", "de l'Équateur"),
        ("IL", "en Israël", "d'Israël"),
        ("CU", "à Cuba", "de Cuba"),
        ("HT", "à Haïti", "d'Haïti"),
        ("MX", "au Mexique", "du Mexique"),
        ("HN", "au Honduras", "du Honduras"),
        ("HU", "en Hongrie", "de la Hongrie"),
        ("YE", "au Yémen", "du Yémen"),
        ("CI", "en Côte d’Ivoire", "de la Côte d’Ivoire"),
        ("CG", "au Congo", "du Congo"),
        ("RE", "à la Réunion", "de la Réunion"),
        ("BF", "au Burkina Faso", "du Burkina Faso"),
        ("SB", "aux Îles Salomon", "des Îles Salomon"),
    ],
)
def test_a_french_country_has_the_article_and_preposition_of_its_name(code, at, of):
    name = country_name(code, "fr")
    forms = joined(code, name, FR)
    assert (forms.at.format(name), forms.of.format(name)) == (at, of)


@pytest.mark.parametrize(
    ("code", "at"),
    [("US", "in the United States"), ("KZ", "in Kazakhstan"), ("NL", "in the Netherlands")],
)
def test_an_english_country_has_an_article_where_it_needs_one(code, at):
    name = country_name(code, "en")
    assert joined(code, name, EN).at.format(name) == at


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        ("2025-06-01", "le 1er juin 2025", "on 1 June 2025"),
        ("2025-06", "en juin 2025", "in June 2025"),
        ("2025", "en 2025", "in 2025"),
        ("2025-06-16/2025-06-18", "du 16 au 18 juin 2025", "on 16–18 June 2025"),
        ("2025-06-16~", "vers le 16 juin 2025", "about 16 June 2025"),
        ("2023-06/..", "depuis juin 2023", "since June 2023"),
        ("2025-22", "à l'été 2025", "in summer 2025"),
        ("202X", "dans les années 2020", "in the 2020s"),
        ("2012-35", "au 3e trimestre 2012", "in the 3rd quarter 2012"),
    ],
)
def test_a_date_stands_in_a_sentence_as_one_says_it(date, french, english):
    found = parse_edtf(date)
    assert (dated(found, "fr", FR), dated(found, "en", EN)) == (french, english)


def test_a_long_list_counts_those_that_it_leaves_out():
    assert listed(["A"], FR, most=2) == "A"
    assert listed(["A", "B", "C"], FR, most=2) == "A, B et C"
    assert listed(["A", "B", "C", "D"], FR, most=2) == "A, B et 2 autres"
    assert listed(["A", "B", "C", "D"], EN, most=2) == "A, B and 2 others"


@pytest.mark.parametrize(
    ("name", "body", "text"),
    [
        ("Xi Jinping", False, "de Xi Jinping"),
        ("Ana Sol", False, "d'Ana Sol"),
        ("OCS", True, "de l'OCS"),
        ("CEDEAO", True, "de la CEDEAO"),
        ("Conseil de sécurité", True, "du Conseil de sécurité"),
        ("Union africaine", True, "de l'Union africaine"),
        ("Solvarex", True, "(Solvarex)"),
    ],
)
def test_what_belongs_to_a_name_is_joined_to_it(name, body, text):
    assert of_name(name, FR, body=body) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Inauguration de le pont", "Inauguration du pont"),
        ("Fermeture de les ports", "Fermeture des ports"),
        ("Destruction de des maisons", "Destruction de maisons"),
        ("Effondrement de un pont", "Effondrement d'un pont"),
        ("Mort de habitants", "Mort d'habitants"),
    ],
)
def test_french_words_that_meet_are_contracted(text, right):
    assert mended(text, FR) == right


def test_a_possessive_gives_way_to_an_article():
    assert without_owner("son usine", FR) == "l'usine"
    assert without_owner("sa mine", FR) == "la mine"
    assert without_owner("ses comptes", FR) == "les comptes"
    assert without_owner("its plant", EN) == "the plant"
    assert without_owner("le port", FR) == "le port"


def test_the_article_of_a_town_is_contracted():
    assert [at_city(name, FR) for name in ("Astana", "Le Caire", "Les Mées", "La Haye")] == [
        "à Astana",
        "au Caire",
        "aux Mées",
        "à La Haye",
    ]


def test_every_language_with_events_has_words_for_titles():
    assert set(languages("events")) <= set(languages("wording"))


def test_a_language_that_nobody_has_described_is_worded_in_english():
    assert wording("sw") is EN
