"""What is a contradiction: never a finer date, a rounded figure or a plan that came true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.disagreement import (
    Relation,
    amount_range,
    contradictions,
    disputes_of,
    figure_disputes,
    relate,
    relate_amounts,
    relate_dates,
)
from generator.record.edtf import parse_edtf
from generator.record.model import (
    Bound,
    Content,
    Event,
    EventStatus,
    Evidence,
    Figure,
    Place,
    PlaceKind,
    ReviewStatus,
)

PLACES = {
    "france": Place(id="france", name={"fr": "France"}, kind=PlaceKind.COUNTRY, country="FR"),
    "lyon": Place(
        id="lyon", name={"fr": "Lyon"}, kind=PlaceKind.CITY, country="FR", part_of="france"
    ),
    "nice": Place(
        id="nice", name={"fr": "Nice"}, kind=PlaceKind.CITY, country="FR", part_of="france"
    ),
}


def proof(name, source, *supports, **says):
    return Evidence(
        id=name, source=source, supports=supports, from_="a", to="b", at=(0, 1),
        hash="sha256-0123456789abcdef", says=says,
    )  # fmt: skip


def event(name="pont", **fields):
    return Event(id=name, title={"fr": "Un pont"}, **fields)


def content(*events):
    return Content(events={item.id: item for item in events}, places=PLACES)


@pytest.mark.parametrize(
    ("said", "known", "relation"),
    [
        ("2024", "2024-03-04", Relation.COARSER),
        ("2024-03-04", "2024", Relation.FINER),
        ("2024-07-02/2024-07-06", "2024-07", Relation.FINER),
        ("2024-03-04", "2024-03-04", Relation.SAME),
        ("2024-03-05", "2024-03-04", Relation.CONTRARY),
        ("2023", "2024-03-04", Relation.CONTRARY),
        ("2025-06-16/2025-06-18", "2025-06-17/2025-06-19", Relation.CONTRARY),
        ("2024-07-03~", "2024-07-02", Relation.COMPATIBLE),
        ("2024-09-03~", "2024-07-02", Relation.CONTRARY),
        ("[..2024-07-03]", "2024-05", Relation.COARSER),
        ("[..2024-07-03]", "2024-08", Relation.CONTRARY),
    ],
)
def test_a_date_contradicts_only_where_both_cannot_be_true(said, known, relation):
    assert relate_dates(parse_edtf(said), parse_edtf(known)) is relation


DATES = st.sampled_from(
    [parse_edtf(text) for text in (
        "2024", "2024-03", "2024-03-04", "2024-03-05", "2023~", "2024-03/2024-05", "202X",
        "[2024-03-01..2024-03-09]", "2024-03-04/..", "2024-03-04?", "2024-21",
    )]
)  # fmt: skip
TURNED = {Relation.COARSER: Relation.FINER, Relation.FINER: Relation.COARSER}


@given(DATES, DATES)
def test_two_dates_are_to_each_other_what_the_other_is_turned_round(one, other):
    found = relate_dates(one, other)
    assert relate_dates(other, one) is TURNED.get(found, found)


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("lyon", Relation.SAME),
        ("LYON", Relation.SAME),
        ("France", Relation.COARSER),
        ("nice", Relation.CONTRARY),
        ("Atlantis", Relation.CONTRARY),
    ],
)
def test_a_country_is_no_contradiction_to_its_city(said, relation):
    record = event(place="lyon")
    assert relate("place", said, record, content(record)) is relation


def test_a_city_is_finer_than_its_country():
    record = event(place="france")
    assert relate("place", "Lyon", record, content(record)) is Relation.FINER


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("planned", Relation.COMPATIBLE),
        ("happened", Relation.SAME),
        ("cancelled", Relation.CONTRARY),
    ],
)
def test_a_plan_that_came_true_is_no_contradiction(said, relation):
    record = event(event_status=EventStatus.HAPPENED)
    assert relate("event_status", said, record, content(record)) is relation


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        ((94.8e9, "more-than"), (90e9, "about"), True),
        ((89.4e9, "exactly"), (90e9, "about"), False),
        ((88.9e9, "exactly"), (90e9, "about"), False),
        ((31e9, "exactly"), (31.5e9, "exactly"), False),
        ((45, "exactly"), (47, "exactly"), True),
        ((50, "about"), (47, "exactly"), False),
        ((100, "exactly"), (140, "exactly"), True),
        ((100, "more-than"), (140, "exactly"), False),
        ((100, "less-than"), (140, "exactly"), True),
        ((0, "exactly"), (3, "exactly"), True),
    ],
)
def test_figures_contradict_only_beyond_their_rounding(one, other, contrary):
    found = relate_amounts((one[0], Bound(one[1])), (other[0], Bound(other[1])))
    assert (found is Relation.CONTRARY) is contrary


@given(st.floats(allow_nan=True, allow_infinity=True), st.sampled_from(Bound))
def test_every_number_lies_in_its_own_range(value, bound):
    low, high = amount_range(value, bound)
    assert low <= high
    assert not abs(value) < float("inf") or low <= value <= high


def figure(name, value, period="2024", **more):
    return Figure(
        id=name, value=value, unit=more.pop("unit", "USD"), indicator="trade",
        period=parse_edtf(period) if period else None, **more,
    )  # fmt: skip


def test_values_of_one_indicator_are_compared_for_the_same_period_only():
    found = [
        event("a", figures=(figure("x", 70),)),
        event("b", figures=(figure("x", 45),)),
        event("c", figures=(figure("x", 12, period=None), figure("y", 12, period="2023"))),
        event("d", figures=(figure("x", 3, unit="percent"),)),
        event("e", figures=(figure("x", 3),), status=ReviewStatus.WITHDRAWN),
    ]
    (dispute,) = figure_disputes(content(*found))
    assert (dispute.indicator, dispute.period.text) == ("trade", "2024")
    assert dispute.figures == (("b", "x"), ("a", "x"))


def test_the_answers_stand_side_by_side_with_the_records_first():
    record = event(
        date=parse_edtf("2024-03-04"),
        evidence=(
            proof("e1", "gazette", "date"),
            proof("e2", "journal", "date", date="2024-03-06"),
            proof("e3", "agence", "date", date="2024"),
        ),
    )
    (dispute,) = disputes_of(record, content(record))
    assert [(a.value, a.sources, a.relation) for a in dispute.answers] == [
        (None, ("gazette",), Relation.SAME),
        ("2024", ("agence",), Relation.COARSER),
        ("2024-03-06", ("journal",), Relation.CONTRARY),
    ]
    assert [dispute] == list(contradictions(content(record)))


def test_a_coarser_answer_alone_is_no_open_disagreement():
    record = event(
        date=parse_edtf("2024-03-04"), evidence=(proof("e1", "agence", "date", date="2024"),)
    )
    assert not list(contradictions(content(record)))
    withdrawn = replace(record, date=parse_edtf("2023"), status=ReviewStatus.WITHDRAWN)
    assert not list(contradictions(content(withdrawn)))


def test_what_a_source_says_that_is_no_date_or_number_is_shown_as_a_contradiction():
    record = event(date=parse_edtf("2024"), figures=(figure("x", 3),))
    assert relate("date", "hier", record, content(record)) is Relation.CONTRARY
    assert relate("figures.x", "beaucoup", record, content(record)) is Relation.CONTRARY
