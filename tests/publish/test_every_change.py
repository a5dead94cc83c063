"""A change of any field of any record is told in words, in both languages."""

import re
from dataclasses import replace

import pytest

from generator.publish.changes import describe
from generator.publish.wording import read_wording
from generator.record.edtf import parse_edtf
from generator.record.model import (
    Basis,
    Bound,
    Dating,
    Event,
    EventStatus,
    EventType,
    Figure,
    Indicator,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
    ReviewStatus,
    Source,
)
from generator.record.schema import KINDS

DAY = parse_edtf("2024-05-16")
FIGURE = Figure(id="length", value=420, unit="m", what={"fr": "Longueur"})
# A record of each kind with as little as it can have, and another value for each of its fields.
CHANGES = {
    "events": (
        Event(
            id="pont", title={"fr": "Pont"}, figures=(FIGURE,), participants=(Participant(who="x"),)
        ),
        {
            "title": {"fr": "Pont", "en": "Bridge"},
            "date": DAY,
            "dating": Dating(basis=Basis.RESOLVED, anchor=DAY, rule="weekday", note={"fr": "n"}),
            "type": EventType.SPORT,
            "event_status": EventStatus.PLANNED,
            "status": ReviewStatus.REVIEWED,
            "summary": {"fr": "Un pont."},
            "note": {"fr": "Une note."},
            "place": "lyon",
            "participants": (Participant(who="x", role="host"), Participant(who="y")),
            "organisations": ("oms",),
            "series": "ponts",
            "part_of": "autre",
            "follows": ("autre",),
            "same_as": ("autre",),
            "not_same_as": ("autre",),
            "figures": (
                replace(FIGURE, value=421, unit="km", bound=Bound.ABOUT, period=DAY, indicator="i"),
                replace(FIGURE, id="more", change_of="length"),
            ),
            "basis": {"place": "resolved"},
            "cites": ("gazette",),
            "formerly": ("ancien",),
        },
    ),
    "sources": (
        Source(id="s", title="S", language="fr"),
        {
            "title": "T",
            "language": "en",
            "author": "A",
            "container_title": "C",
            "publisher": "P",
            "issued": DAY,
            "implied": DAY,
            "accessed": DAY,
            "url": "https://a.example/",
            "archive": "https://b.example/",
            "rights": "CC-BY-4.0",
            "length": 10,
            "hash": "sha256-0000000000000000",
            "digest_of": "t",
            "note": {"fr": "n"},
            "formerly": ("t",),
        },
    ),
    "people": (
        Person(id="p", name={"fr": "P"}),
        {
            "name": {"fr": "Q"},
            "aliases": ("R",),
            "description": {"fr": "d"},
            "country": "FR",
            "wikidata": "Q1",
            "formerly": ("q",),
        },
    ),
    "organisations": (
        Organisation(id="o", name={"fr": "O"}),
        {
            "name": {"fr": "P"},
            "acronym": {"fr": "OO"},
            "aliases": ("R",),
            "description": {"fr": "d"},
            "country": "FR",
            "wikidata": "Q1",
            "formerly": ("q",),
        },
    ),
    "places": (
        Place(id="l", name={"fr": "L"}, kind=PlaceKind.CITY),
        {
            "name": {"fr": "M"},
            "kind": PlaceKind.SITE,
            "country": "FR",
            "aliases": ("R",),
            "description": {"fr": "d"},
            "part_of": "france",
            "latitude": 1.5,
            "longitude": 2.5,
            "wikidata": "Q1",
            "formerly": ("q",),
        },
    ),
    "indicators": (
        Indicator(id="i", name={"fr": "I"}, unit="USD"),
        {
            "name": {"fr": "J"},
            "unit": "EUR",
            "description": {"fr": "d"},
            "places": ("france",),
            "wikidata": "Q1",
            "formerly": ("q",),
        },
    ),
}
CASES = [
    pytest.param(record, name, value, id=f"{folder}-{name}")
    for folder, (record, values) in CHANGES.items()
    for name, value in values.items()
]


@pytest.mark.parametrize("folder", KINDS)
def test_every_field_is_tried(folder):
    fields = {item.attribute or item.name for item in KINDS[folder].rule.fields}
    assert set(CHANGES[folder][1]) == fields - {"generated", "evidence"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("record", "name", "value"), CASES)
def test_a_change_of_a_field_is_told_by_its_name(record, name, value, language, edition):
    words = read_wording(edition.options.templates / "words", language)
    told = replace(edition, words=words)
    lines = describe(record, replace(record, **{name: value}), told)
    assert lines
    for line in lines:
        label = re.split(r" ?: ", line.replace("\u00a0", " ").replace("\u202f", " "))[0]
        assert "_" not in label, line
        assert label[0].isupper(), line
        parts = re.sub(r" ?\(.*?\)", "", label).casefold().split(", ")
        known = {text.casefold() for text in words.strings.values()}
        assert set(parts) <= known, line
