"""Who and where a text names."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.names.gazetteer import Kind
from generator.extract.names.mentions import find_mentions
from generator.extract.span import Span
from generator.record.model import Content, Person


def find(text, language="fr", content=None):
    spans = tuple(
        Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*?(?:[.!?](?=\s)|(?=\n|$))", text)
    )
    return find_mentions(text, spans, language=language, content=content or Content())


def of_kind(kind, text, **more):
    return sorted({m.name for m in find(text, **more) if m.kind is kind})


def actors(text, **more):
    return sorted(
        {m.country or m.name for m in find(text, **more) if m.acts and m.kind is Kind.COUNTRY}
    )


def where(text, **more):
    return sorted({(m.name, m.country) for m in find(text, **more) if m.where})


# ── people


def test_a_title_makes_a_name_a_person_and_gives_the_state():
    (person,) = {
        m for m in find("Le président malien Oumar Sidi est arrivé.") if m.kind is Kind.PERSON
    }
    assert (person.name, person.country) == ("Oumar Sidi", "ML")


def test_an_office_stands_for_the_person_that_the_text_names_with_it():
    text = "Le président malien Oumar Sidi est à Lima. Le président malien a signé."
    assert [m.name for m in find(text) if m.kind is Kind.PERSON] == ["Oumar Sidi"] * 2


def test_a_counterpart_is_the_person_of_the_state_named():
    text = "Le président péruvien Juan Paz est là. Ali Sani a salué son homologue péruvien."
    assert "Juan Paz" in of_kind(Kind.PERSON, text)


def test_a_surname_alone_is_the_person_named_in_full():
    text = "La ministre Ana Rey a démissionné. Rey quitte la politique."
    assert of_kind(Kind.PERSON, text) == ["Ana Rey"]
    assert len([m for m in find(text) if m.kind is Kind.PERSON]) == 2


def test_a_name_in_a_headline_in_capitals_is_the_one_of_the_text():
    text = "ANA REY DÉMISSIONNE\nLa ministre Ana Rey a démissionné."
    assert of_kind(Kind.PERSON, text) == ["Ana Rey"]


def test_a_pronoun_is_the_person_spoken_of():
    text = "La ministre Ana Rey a démissionné. Elle a été nommée à Rome."
    assert len([m for m in find(text) if m.name == "Ana Rey"]) == 2


def test_another_spelling_of_a_registered_name_is_the_same_person():
    content = Content(people={"a-tokaiev": Person(id="a-tokaiev", name={"fr": "Arman Tokaïev"})})
    (person,) = (
        m
        for m in find("Le ministre Arman Tokayev a signé.", content=content)
        if m.kind is Kind.PERSON
    )
    assert person.record == "a-tokaiev"


def test_a_given_name_that_is_a_country_is_no_country():
    assert actors("Selon Mauricio Paz, tout va bien.", language="es") == []


def test_a_surname_of_two_words_is_the_person_named_in_full():
    text = "Le ministre Paul Le Goff a démissionné. Ensuite, M. Le Goff a quitté la politique."
    assert of_kind(Kind.PERSON, text) == ["Paul Le Goff"]


@pytest.mark.parametrize(
    "text",
    [
        "Ils se sont vus au stade Omar Sidi.",
        "Il est ministre de la Coopération et du Développement durable.",
        "Le départ est à 10 h GMT.",
        "Un PME a été fondée.",
    ],
)
def test_buildings_portfolios_and_abbreviations_are_nobody(text):
    assert of_kind(Kind.PERSON, text) == []
    assert of_kind(Kind.ORGANISATION, text) == []


def test_a_name_after_a_field_of_government_is_the_minister():
    text = "Le ministre des Finances Rado Sidimanana a été condamné."
    assert of_kind(Kind.PERSON, text) == ["Rado Sidimanana"]


def test_an_official_without_a_state_is_one_of_the_country_told_of():
    text = "Au Togo, le calme revient. Le ministre de la Défense, Abou Sanda, est à Lomé."
    (person,) = {m.key: m for m in find(text) if m.kind is Kind.PERSON}.values()
    assert (person.name, person.country) == ("Abou Sanda", "TG")


def test_a_president_of_a_group_is_no_official_of_the_country():
    text = "Au Togo, le calme revient. Abou Sanda, président du groupe, est à Lomé."
    assert {m.country for m in find(text) if m.kind is Kind.PERSON} == {None}


# ── states and places


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("fr", "La Chine et le Pérou ont signé un accord.", ["CN", "PE"]),
        ("fr", "Les autorités nigériennes ont ouvert une enquête.", ["NE"]),
        ("fr", "Pékin a annoncé une aide.", ["CN"]),
        ("fr", "Les présidents malien et tchadien sont venus.", ["ML", "TD"]),
        ("fr", "Les chemins de fer du Pérou sont vieux.", []),
        ("en", "The Kenyan government protested.", ["KE"]),
        ("de", "Die türkische Regierung protestierte.", ["TR"]),
        ("es", "El gobierno chileno protestó.", ["CL"]),
    ],
)  # fmt: skip
def test_a_state_acts_by_its_name_its_adjective_or_its_capital(language, text, states):
    assert states == actors(text, language=language)


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Ils se sont vus à Goma, en RDC.", [("Congo-Kinshasa", "CD"), ("Goma", "CD")]),
        ("fr", "Le sommet aura lieu au Caire.", [("Le Caire", "EG")]),
        ("fr", "Un accord a été signé à l'Élysée.", [("Paris", "FR")]),
        ("fr", "Des hommes ont attaqué le village de Tondikoro.", [("Tondikoro", None)]),
        ("fr", "La guerre en Ukraine dure.", []),
        ("en", "They met in Nairobi.", [("Nairobi", "KE")]),
        ("de", "Sie trafen sich in Wien.", [("Wien", "AT")]),
        ("es", "Se reunieron en Bogotá.", [("Bogotá", "CO")]),
    ],
)  # fmt: skip
def test_a_place_is_where_a_preposition_makes_it_one(language, text, places):
    assert places == where(text, language=language)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Deux morts dans la province de Tombouctou.", ("Tombouctou", Kind.REGION, "ML")),
        ("Le marché du village de Tondikoro a brûlé.", ("Tondikoro", Kind.CITY, None)),
        ("Le village des Sidilles a brûlé.", ("Les Sidilles", Kind.CITY, None)),
        ("Le sommet a lieu dans la capitale kényane.", ("Nairobi", Kind.CITY, "KE")),
    ],
)
def test_the_words_before_a_place_say_of_what_kind_it_is(text, places):
    found = {(m.name, m.kind, m.country) for m in find(text) if m.where}
    assert places in found


def test_a_place_that_is_only_near_is_said_to_be():
    (city,) = (
        m
        for m in find("Un car est tombé à 40 km de la ville de Tombouctou.")
        if m.kind is Kind.CITY
    )
    assert city.near


def test_an_adjective_spelled_like_its_country_acts():
    assert actors("Le gouvernement suisse a protesté.") == ["CH"]


def test_states_that_are_joined_all_act():
    text = "Une force de soldats du Mali, du Niger et du Tchad arrive."
    assert actors(text) == ["ML", "NE", "TD"]


def test_a_german_noun_before_a_city_is_no_part_of_its_name():
    text = "Der Minister eröffnete in der polnischen Hafenstadt Danzig ein Museum."
    assert where(text, language="de") == [("Danzig", "PL")]


def test_a_country_before_a_verb_is_no_name_of_a_person():
    assert ("Chile", "CL") in {
        (m.name, m.country) for m in find("Quake in Chile kills six", language="en")
    }


def test_five_countries_are_the_five_that_the_text_lists():
    text = "Le Mali, le Niger, le Tchad et le Togo ont signé. Les quatre pays se reverront en juin."
    second = text.index("Les quatre")
    assert sorted({m.country for m in find(text) if m.start >= second and m.acts}) == [
        "ML",
        "NE",
        "TD",
        "TG",
    ]


def test_the_two_countries_are_the_two_spoken_of():
    text = "Le Pérou a reçu le ministre chilien. Les deux pays ont signé un accord."
    second = text.index("Les deux")
    assert {"PE", "CL"} == {m.country for m in find(text) if m.start >= second}


# ── organisations


def test_an_acronym_in_brackets_names_what_stands_before_it():
    text = "La Ligue des planteurs du Sud (LPS) a protesté. La LPS appelle au calme."
    assert of_kind(Kind.ORGANISATION, text) == ["LPS"]
    assert len([m for m in find(text) if m.name == "LPS"]) >= 3


def test_an_international_body_is_known_by_its_names():
    assert of_kind(Kind.ORGANISATION, "Les Nations unies et l'ONU sont une.") == ["ONU"]
    assert of_kind(Kind.ORGANISATION, "La Cédéao s'est réunie.") == ["CEDEAO"]


def test_the_noun_before_it_makes_a_name_a_company_everywhere():
    text = "Le chimiste belge Solvarex recrute. Solvarex compte dix usines."
    assert len([m for m in find(text) if m.name == "Solvarex"]) == 2


# ── laws


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["fr", "en", "de", "es", "xx"]))
def test_any_text_gives_sorted_mentions_inside_it(text, language):
    found = find(text, language=language)
    assert [(m.start, m.end) for m in found] == sorted((m.start, m.end) for m in found)
    assert all(0 <= m.start < m.end <= len(text) for m in found)


def test_a_state_before_a_currency_sign_is_money():
    found = find("Microsoft will invest US$1 billion and A$5 million.", language="en")
    assert [m.name for m in found if m.kind is Kind.COUNTRY] == []
