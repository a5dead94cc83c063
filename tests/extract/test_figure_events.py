"""Figures of an event take its date; measures, plans and dated figures do not."""

from dataclasses import replace

import pytest

from generator.extract.events.finder import Candidate
from generator.extract.figures.events import with_event_dates
from generator.extract.figures.finder import FigureMention
from generator.extract.span import Span
from generator.record.edtf import parse_edtf
from generator.record.model import Basis, EventStatus, EventType

QUAKE = Candidate(
    type=EventType.DISASTER,
    title="Séisme",
    head="séisme",
    date=parse_edtf("2024-07-01"),
    timex=None,
    basis=Basis.RESOLVED,
    place=None,
    participants=(),
    organisations=(),
    status=EventStatus.HAPPENED,
    main=True,
    evidence=(Span(0, 50),),
    passages=(Span(0, 50),),
    places=(),
    series=frozenset(),
    edition=None,
    turn="",
    score=5.0,
)
DEAD = FigureMention(start=10, end=20, value=12, unit="people")


def period(figure, *events):
    (found,) = with_event_dates([figure], events)
    return found.period.text if found.period else None


def test_the_dead_of_an_event_are_of_its_day():
    assert period(DEAD, QUAKE) == "2024-07-01"


def test_a_later_sentence_of_the_same_story_goes_on_counting():
    assert period(replace(DEAD, start=400, end=410), QUAKE) == "2024-07-01"


def test_two_stories_leave_a_later_figure_without_a_day():
    other = replace(QUAKE, date=parse_edtf("2024-07-02"), passages=(Span(60, 90),))
    assert period(replace(DEAD, start=400, end=410), QUAKE, other) is None


@pytest.mark.parametrize(
    "change",
    [
        {"date": None},
        {"basis": Basis.INFERRED},
        {"status": EventStatus.PLANNED},
        {"status": EventStatus.CANCELLED},
    ],
)
def test_an_event_without_a_day_of_its_own_lends_none(change):
    assert period(DEAD, replace(QUAKE, **change)) is None


def test_a_measure_and_a_share_of_something_else_refer_to_no_event():
    assert period(replace(DEAD, unit="km"), QUAKE) is None
    assert period(replace(DEAD, unit="percent"), QUAKE) is None
    vote = replace(QUAKE, type=EventType.ELECTION)
    assert period(replace(DEAD, unit="percent"), vote) == "2024-07-01"


def test_a_figure_keeps_the_period_it_has():
    assert period(replace(DEAD, period=parse_edtf("2019")), QUAKE) == "2019"
