"""Calendars: whole days that are known, read back as they were meant."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.exports.calendar import calendar, entry
from generator.publish.history import Change, History
from generator.record.edtf import parse_edtf
from generator.record.escapes import LONGEST, calendar_line, calendar_text
from generator.record.model import Event, EventStatus

SITE = "https://timeline.example/fr/"


@pytest.fixture
def online(edition):
    return replace(edition, options=replace(edition.options, site_url=SITE))


def parsed(event, edition, **rest):
    found = icalendar.Calendar.from_ical(calendar("Nom", [entry(event, edition, **rest)], "fr"))
    return found.walk("VEVENT")


def event(**fields):
    return Event(**{"id": "e", "title": {"fr": "Un titre"}, **fields})


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2024-03-04", date(2024, 3, 4), date(2024, 3, 5)),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1)),
        ("2024-03-04/2024-03-06", date(2024, 3, 4), date(2024, 3, 7)),
    ],
)
def test_days_end_on_the_day_after_the_last(online, edtf, first, after):
    (found,) = parsed(event(date=parse_edtf(edtf)), online)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (first, after)


@pytest.mark.parametrize(
    "edtf",
    ["2024-03", "2024", "2024-03-04~", "2024-03-04?", "2024-03-04/..", "XXXX-03-04", "2024-21",
     "2024-03/2024-04", "[2024-03-04..2024-03-06]", "9999-12-31", "-0044-03-15"],
)  # fmt: skip
def test_what_is_not_known_to_the_day_is_in_no_calendar_of_days(online, edtf):
    assert parsed(event(date=parse_edtf(edtf)), online) == []


def test_on_request_a_month_is_all_that_it_could_be_and_says_so(online):
    (found,) = parsed(event(date=parse_edtf("2024-02")), online, approximate=True)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2024, 2, 1), date(2024, 3, 1))
    assert "février 2024" in found["DESCRIPTION"]
    assert "approximative" in found["DESCRIPTION"]


def test_an_undated_event_has_no_entry(online):
    assert entry(event(), online, approximate=True) == ""


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "CANCELLED"), ("planned", "TENTATIVE"), ("happened", None)]
)
def test_what_became_of_it_is_told_where_calendars_have_a_word(online, status, word):
    known = event(date=parse_edtf("2024-03-04"), event_status=EventStatus(status))
    assert parsed(known, online)[0].get("STATUS") == word


def test_uid_stays_and_sequence_counts_changes(online):
    path = "content/events/2024/e.yml"

    def change(day):
        when = datetime(2024, 5, day, 12, tzinfo=UTC)
        return Change(commit="c" * 40, when=when, subject="s", path=path)

    history = History(changes={path: (change(3), change(2), change(1))})
    paths = {("events", "e"): path}
    known = replace(online, options=replace(online.options, record_paths=paths, history=history))
    (found,) = parsed(event(date=parse_edtf("2024-03-04"), title={"fr": "Autre"}), known)
    assert found["UID"] == "e@timeline.example"
    assert found["SEQUENCE"] == 2
    assert found["CREATED"].dt == datetime(2024, 5, 1, 12, tzinfo=UTC)
    assert found["LAST-MODIFIED"].dt == datetime(2024, 5, 3, 12, tzinfo=UTC)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200))
def test_any_text_is_read_back_as_it_was(text):
    lines = ("BEGIN:VEVENT", "UID:u", f"SUMMARY:{calendar_text(text)}", "END:VEVENT")
    folded = calendar("n", ["".join(map(calendar_line, lines))], "fr")
    (found,) = icalendar.Calendar.from_ical(folded).walk("VEVENT")
    assert str(found["SUMMARY"]) == text


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_no_line_is_longer_than_the_standard_allows(text):
    for line in calendar_line(text).encode().split(b"\r\n"):
        assert len(line) <= LONGEST
        line.decode()


def test_controls_never_reach_a_calendar():
    assert calendar_text("a\x00b\r\nc\td\x07") == "ab\\nc d"
