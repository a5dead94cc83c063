"""Names lead to the records that have them; new ones are made once, guesses are said."""

import time

import pytest

from generator.exchange.imported import Reference, Spot
from generator.exchange.naming import Registry, is_body
from generator.record.model import Content, Organisation, Person, Place, PlaceKind, Source
from generator.record.slugs import Ids, slug

CONTENT = Content(
    people={"ada-quist": Person(id="ada-quist", name={"fr": "Ada Quist"}, aliases=("A. Quist",))},
    organisations={
        "onu": Organisation(id="onu", name={"fr": "Nations unies"}, acronym={"fr": "ONU"})
    },
    places={
        "astana": Place(id="astana", name={"fr": "Astana"}, kind=PlaceKind.CITY, country="KZ"),
        "chine": Place(id="chine", name={"fr": "Chine"}, kind=PlaceKind.COUNTRY, country="CN"),
    },
    sources={"page": Source(id="page", title="Page", language="fr", url="https://x.org/a")},
)


@pytest.fixture
def registry():
    return Registry(CONTENT, "fr")


@pytest.mark.parametrize(
    ("name", "record"),
    [("Ada Quist", "ada-quist"), ("a quist", "ada-quist"), ("ONU", "onu"), ("CHINE", "chine")],
)
def test_who_is_known_by_any_spelling_is_no_new_record(registry, name, record):
    assert registry.actor(name) == record
    assert registry.new == {}


def test_who_is_new_is_made_once_and_the_guess_is_said(registry):
    assert registry.actor("Bo Ek") == registry.actor("bo ek") == "bo-ek"
    assert registry.actor("Société de géographie") == "societe-geographie"
    assert registry.actor("Norvège") == "norvege"
    assert list(registry.new) == [
        ("people", "bo-ek"),
        ("organisations", "societe-geographie"),
        ("places", "norvege"),
    ]
    assert len(registry.guessed) == 2


def test_a_place_may_bring_its_country(registry):
    assert registry.place(Spot(name="Astana, Kazakhstan")) == "astana"
    assert registry.place(Spot(name="Astana", country="US")) == "astana-2"
    assert registry.place(Spot(name="Lyon, France")) == "lyon"
    made = registry.new["places", "lyon"]
    assert (made.kind, made.country) == (PlaceKind.CITY, "FR")


def test_a_place_of_no_known_kind_is_a_site_and_that_is_said(registry):
    registry.place(Spot(name="Bay of Whales"))
    assert registry.new["places", "bay-whales"].kind is PlaceKind.SITE
    assert len(registry.guessed) == 1


def test_a_source_is_one_address_or_one_title(registry):
    assert registry.source(Reference(title="Other", url="https://x.org/a")) == "page"
    first = registry.source(Reference(title="T", publisher="P"))
    assert registry.source(Reference(title="t", publisher="P")) == first
    assert registry.source(Reference(title="T", publisher="Q")) != first
    assert registry.source(Reference(title="", url="https://www.y.org/b/c")) == "y-org-b-c"


@pytest.mark.parametrize("name", ["Royal Navy", "NATO", "Université de Paris"])
def test_bodies_are_told_by_their_words(name):
    assert is_body(name)
    assert not is_body("Roald Amundsen")


def test_ids_are_made_of_telling_words():
    assert slug("Scott's tent") == "scott-tent"
    assert slug("L'arrivée à l'Élysée") == "arrivee-elysee"
    assert slug("x" * 500 + " y").startswith("x-")
    assert len(slug("word " * 100)) <= 60
    assert slug("北京") == slug("北京") != slug("東京")


def test_ten_thousand_of_one_name_take_no_time():
    ids, start = Ids(["a"]), time.process_time()
    made = [ids.take("a") for _ in range(10_000)]
    assert (made[0], made[-1], len(set(made))) == ("a-2", "a-10001", 10_000)
    assert time.process_time() - start < 1
