"""Summaries composed from the parts of a record, in French and English."""

from dataclasses import replace

import pytest

from generator.extract.drafts.registry import Directory
from generator.extract.drafts.summaries import summaries
from generator.record.edtf import parse_edtf
from generator.record.model import (
    Basis,
    Bound,
    Content,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
)

KENYA = Place(id="kenya", name={"fr": "Kenya"}, kind=PlaceKind.COUNTRY, country="KE")
NORWAY = Place(id="norvege", name={"fr": "Norvège"}, kind=PlaceKind.COUNTRY, country="NO")
NAIROBI = Place(id="nairobi", name={"fr": "Nairobi"}, kind=PlaceKind.CITY, country="KE")
DIRECTORY = Directory(
    Content(
        people={"ada-oyelaran": Person(id="ada-oyelaran", name={"fr": "Ada Oyelaran"})},
        organisations={"union-africaine": Organisation(id="ua", name={"fr": "Union africaine"})},
        places={place.id: place for place in (KENYA, NORWAY, NAIROBI)},
    )
)
PROOF = Evidence(
    id="e1",
    source="a",
    supports=(
        *("title", "date", "place", "participants.ada-oyelaran", "participants.norvege"),
        *("organisations.union-africaine", "figures.money"),
    ),
    from_="x",
    to="y",
    at=(0, 5),
    hash="sha256-0000000000000000",
)
MONEY = Figure(
    id="money",
    value=12_500_000,
    unit="EUR",
    what={"fr": "prêt"},
    bound=Bound.MORE_THAN,
)
EVENT = Event(
    id="rencontre",
    title={"fr": "Rencontre à Nairobi"},
    date=parse_edtf("2024-05-17"),
    dating=Dating(basis=Basis.STATED),
    type=EventType.MEETING,
    event_status=EventStatus.HAPPENED,
    place="nairobi",
    participants=(Participant(who="ada-oyelaran"), Participant(who="norvege")),
    organisations=("union-africaine",),
    figures=(MONEY,),
    evidence=(PROOF,),
)


def test_a_summary_tells_the_parts_in_french_and_english():
    assert summaries(EVENT, DIRECTORY) == {
        "fr": "Une rencontre a eu lieu le 17 mai 2024 à Nairobi, au Kenya. Participants : Ada"
        " Oyelaran et la Norvège. Organisations : Union africaine. Chiffres : plus de 12,5 millions"
        " d'euros (prêt).",
        "en": "A meeting took place on 17 May 2024 in Nairobi, Kenya. Participants: Ada Oyelaran"
        " and Norway. Organisations: Union africaine. Figures: more than 12.5 million euros.",
    }


def test_what_no_passage_supports_is_left_out():
    bare = replace(EVENT, evidence=(replace(PROOF, supports=("title", "participants.norvege")),))
    assert summaries(bare, DIRECTORY)["fr"] == "Une rencontre a eu lieu. Participants : la Norvège."


def test_an_inferred_date_is_not_told():
    inferred = replace(EVENT, dating=Dating(basis=Basis.INFERRED))
    assert "2024" not in summaries(inferred, DIRECTORY)["fr"]


def test_there_is_no_summary_where_the_title_says_all():
    told = replace(EVENT, participants=(), organisations=(), figures=())
    assert summaries(told, DIRECTORY) == {}
    named = replace(
        told, title={"fr": "Ada Oyelaran à Nairobi"}, participants=EVENT.participants[:1]
    )
    assert summaries(named, DIRECTORY) == {}


@pytest.mark.parametrize(
    ("status", "french", "english"),
    [
        (EventStatus.PLANNED, "Une rencontre est prévue le 17", "A meeting is planned on 17"),
        (EventStatus.ONGOING, "Une rencontre est en cours", "A meeting is under way"),
        (
            EventStatus.POSTPONED,
            "Une rencontre prévue le 17 mai 2024 à Nairobi, au Kenya, a été reportée.",
            "A meeting planned on 17 May 2024 in Nairobi, Kenya, was postponed.",
        ),
        (
            EventStatus.CANCELLED,
            "Une rencontre prévue le 17 mai 2024 à Nairobi, au Kenya, a été annulée.",
            "A meeting planned on 17 May 2024 in Nairobi, Kenya, was cancelled.",
        ),
    ],
)
def test_a_summary_says_where_the_event_stands(status, french, english):
    made = summaries(replace(EVENT, event_status=status), DIRECTORY)
    assert made["fr"].startswith(french)
    assert made["en"].startswith(english)


@pytest.mark.parametrize("kind", EventType)
@pytest.mark.parametrize("status", EventStatus)
def test_every_type_and_state_has_words(kind, status):
    made = summaries(replace(EVENT, type=kind, event_status=status), DIRECTORY)
    assert set(made) == {"fr", "en"}
    assert all(text.endswith(".") and "{" not in text for text in made.values())
