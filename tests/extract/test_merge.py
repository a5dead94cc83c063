"""The same event in several articles. The facts are those of the first five articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.drafts.merge import (
    Likeness,
    Profile,
    Sighting,
    compare,
    merge,
    profile_of_record,
)
from generator.extract.names.words import sounds
from generator.record.edtf import parse_edtf
from generator.record.model import Content, Event, EventType, Participant, Person, Place, PlaceKind

OCS = frozenset({"ocs"})
CHINA_CENTRAL_ASIA = frozenset({"CN", "asie-centrale"})


def profile(kind="summit", date=None, **more):
    return Profile(type=EventType(kind), date=parse_edtf(date) if date else None, **more)


SCO_UNDATED = profile(country="KZ", people=frozenset({"xi"}), series=OCS, organisations=OCS)
SCO = profile(
    date="2024-07-02/2024-07-06", country="KZ", city="astana", people=frozenset({"xi"}), series=OCS,
    organisations=OCS, edition=24,
)  # fmt: skip
SECOND = profile(
    date="2025-06-16/2025-06-18", country="KZ", city="astana", people=frozenset({"xi"}),
    states=frozenset({"CN", "KZ"}), series=CHINA_CENTRAL_ASIA, edition=2,
)  # fmt: skip
FIRST = profile(date="2023-05", series=CHINA_CENTRAL_ASIA, edition=1, states=frozenset({"CN"}))
XIAN = profile(
    country="CN", city="xian", people=frozenset({"xi"}), states=frozenset({"CN", "KZ"}),
    series=CHINA_CENTRAL_ASIA,
)  # fmt: skip
NEXT = profile(date="2025", country="KZ", series=CHINA_CENTRAL_ASIA, turn="next")
MINISTERS = profile("meeting", country="CN", city="xian", people=frozenset({"wang"}))
MEETING_2023 = profile(
    "meeting", "2023-10", country="CN", city="beijing", people=frozenset({"xi", "tokaiev"}),
    states=frozenset({"CN", "KZ"}),
)  # fmt: skip
MEETING_UNDATED = profile(
    "meeting", people=frozenset({"xi", "tokaiev"}), states=frozenset({"CN", "KZ"})
)


def groups(*articles):
    return {
        frozenset((s.article, s.event) for s in event)
        for event in merge(articles).events
        if len(event) > 1
    }


def test_what_the_five_articles_share_is_found():
    articles = (
        [SCO_UNDATED],
        [SECOND, FIRST, MINISTERS],
        [XIAN, NEXT],
        [SCO, MEETING_2023],
        [MEETING_UNDATED],
    )
    assert {
        frozenset({(0, 0), (3, 0)}), frozenset({(1, 0), (2, 1)}), frozenset({(1, 1), (2, 0)}),
    } == groups(*articles)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SCO_UNDATED, SECOND),  # both summits in Kazakhstan, of two series
        (SECOND, FIRST),  # two editions
        (MINISTERS, XIAN),  # ministers in 2021, leaders in 2023
        (SECOND, XIAN),  # two countries
    ],
)
def test_what_contradicts_itself_is_not_one_event(one, other):
    assert compare(one, other).likeness is Likeness.DIFFERENT
    assert compare(one, other).reasons


def test_a_meeting_without_date_and_place_is_never_joined_silently():
    assert compare(MEETING_2023, MEETING_UNDATED).likeness is not Likeness.SAME


def test_a_likely_pair_comes_back_with_its_reasons():
    one = profile("meeting", "2023-10", people=frozenset({"a"}), states=frozenset({"CN", "KZ"}))
    other = profile("meeting", "2023", people=frozenset({"a"}), states=frozenset({"CN", "KZ"}))
    merged = merge([[one], [other]])
    assert len(merged.events) == 2
    (doubt,) = merged.doubts
    assert (Sighting(article=0, event=0), Sighting(article=1, event=0)) == (doubt.one, doubt.other)
    assert "same people" in doubt.reasons


def test_two_events_of_one_article_are_never_one():
    assert set() == groups([SCO, SCO])


def test_a_guessed_date_may_be_off_by_some_days():
    guessed = replace(SCO, date=parse_edtf("2024-07-09~"), guessed=True)
    assert compare(SCO, guessed).likeness is Likeness.SAME
    assert (
        compare(SCO, replace(guessed, date=parse_edtf("2024-08-09~"))).likeness
        is Likeness.DIFFERENT
    )


def test_joining_does_not_chain_over_a_contradiction():
    vague = profile(country="KZ", people=frozenset({"xi"}), series=OCS, organisations=OCS)
    older = replace(SCO, date=parse_edtf("2017-06-08"), edition=17)
    assert all(not {(0, 0), (1, 0)} <= group for group in groups([SCO], [older], [vague]))


def test_a_record_has_the_profile_of_what_it_names():
    content = Content(
        people={"xi-jinping": Person(id="xi-jinping", name={"fr": "Xi Jinping"})},
        places={
            "kz": Place(id="kz", name={"fr": "Kazakhstan"}, kind=PlaceKind.COUNTRY, country="KZ"),
            "astana": Place(id="astana", name={"fr": "Astana"}, kind=PlaceKind.CITY, country="KZ"),
        },
    )
    event = Event(
        id="x", title={"fr": "X"}, type=EventType.SUMMIT, place="astana", organisations=("ocs",),
        participants=(Participant(who="xi-jinping"), Participant(who="kz")),
        date=parse_edtf("2024-07"),
    )  # fmt: skip
    found = profile_of_record(event, content)
    assert ("KZ", "astana", {sounds("Jinping")}, {"KZ"}) == (
        found.country,
        found.city,
        found.people,
        found.states,
    )
    assert (
        compare(found, replace(SCO, people=frozenset({sounds("Jinping")}))).likeness
        is Likeness.SAME
    )


PROFILES = st.sampled_from([SCO, SCO_UNDATED, SECOND, FIRST, XIAN, NEXT, MINISTERS, MEETING_2023])


@given(PROFILES, PROFILES)
def test_likeness_does_not_depend_on_the_order(one, other):
    assert compare(one, other).likeness is compare(other, one).likeness


@given(st.lists(st.lists(PROFILES, max_size=3), max_size=4))
def test_every_report_is_in_exactly_one_event(articles):
    merged = merge(articles)
    found = [sighting for event in merged.events for sighting in event]
    assert len(found) == len(set(found)) == sum(len(events) for events in articles)
    assert merged == merge(articles)
