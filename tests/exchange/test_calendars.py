"""Calendars: days as they are written where it happens, ends exclusive, nobody's address kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.errors import ExchangeError
from generator.exchange.calendars import read_calendar, render_calendar
from generator.exchange.imported import Remarks


def read(*lines, wrap=True):
    inside = ("BEGIN:VEVENT", *lines, "END:VEVENT") if wrap else lines
    text = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *inside, "END:VCALENDAR", ""))
    return read_calendar(text, "c.ics", Remarks("c.ics"))


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["DTSTART;VALUE=DATE:19111214"], "1911-12-14"),
        (["DTSTART;VALUE=DATE:19111214", "DTEND;VALUE=DATE:19111215"], "1911-12-14"),
        (["DTSTART;VALUE=DATE:19111214", "DTEND;VALUE=DATE:19111217"], "1911-12-14/1911-12-16"),
        (["DTSTART;VALUE=DATE:19111214", "DTEND;VALUE=DATE:19111214"], "1911-12-14"),
        (["DTSTART;VALUE=DATE:19111214", "DURATION:P2D"], "1911-12-14/1911-12-15"),
        (["DTSTART:20240101T233000Z"], "2024-01-01"),
        (["DTSTART;TZID=Pacific/Auckland:20240101T003000"], "2024-01-01"),
        (["DTSTART;TZID=Nowhere/Known:20240101T003000"], "2024-01-01"),
        (["DTSTART:20240101T200000", "DTEND:20240102T000000"], "2024-01-01"),
        (["DTSTART:20240101T200000", "DTEND:20240102T010000"], "2024-01-01/2024-01-02"),
    ],
)
def test_days_are_those_of_the_place_and_an_end_is_not_part(lines, date):
    assert read("SUMMARY:A", *lines).entries[0].date.text == date


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["SUMMARY:A"], "import-date"),
        (["SUMMARY:A", "DTSTART;VALUE=DATE:19111314"], "import-date"),
        (["SUMMARY:A", "DTSTART:soon"], "import-date"),
        (
            ["SUMMARY:A", "DTSTART;VALUE=DATE:19111214", "DTEND;VALUE=DATE:19111201"],
            "import-date",
        ),
        (["DTSTART;VALUE=DATE:19111214"], "import-row"),
    ],
)
def test_what_is_no_event_is_left_out_with_its_line(lines, code):
    found = read(*lines)
    assert found.entries == ()
    assert (code, 3, "error") in [(p.code, p.line, p.severity) for p in found.problems]


def test_rules_alarms_and_times_are_said_to_be_kept():
    found = read(
        *("SUMMARY:A", "DTSTART:20240101T200000Z", "RRULE:FREQ=YEARLY", "X-COLOUR:red"),
        *("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM"),
    )
    said = [problem.message.split('"')[1] for problem in found.problems]
    assert sorted(said) == ["RRULE", "VALARM", "X-COLOUR", "time"]
    assert "RRULE:FREQ=YEARLY" in found.entries[0].original["lines"]


def test_the_addresses_of_people_are_neither_taken_nor_kept():
    found = read(
        *("SUMMARY:A", "DTSTART;VALUE=DATE:19111214", "ORGANIZER:mailto:a@example.org"),
        *("ATTENDEE;CN=B:mailto:b@example.org", "BEGIN:VALARM", "ATTENDEE:mailto:c@example.org"),
        "END:VALARM",
    )
    assert "example.org" not in str(found.entries)
    assert sum("neither taken nor kept" in p.message for p in found.problems) == 2


def test_texts_are_unescaped_and_their_addresses_become_sources():
    found = read(
        *(
            "UID:u",
            "SUMMARY:A\\, B",
            "DTSTART;VALUE=DATE:19111214",
            "LOCATION:Nome",
            "GEO:64.5;-165",
        ),
        *("DESCRIPTION:One\\nhttps://x.org/a.", "URL:javascript:alert(1)", "CATEGORIES:war,polar"),
    )
    entry = found.entries[0]
    assert (entry.title, entry.key, entry.text) == ("A, B", "u", "One\n<https://x.org/a>.")
    assert (entry.place.name, entry.place.latitude) == ("Nome", 64.5)
    assert [reference.url for reference in entry.references] == ["https://x.org/a"]
    assert (entry.type, entry.tags) == ("conflict", ("polar",))
    assert [p.code for p in found.problems] == ["import-lost"]


def test_what_is_no_event_of_a_calendar_is_said():
    found = read("BEGIN:VTODO", "SUMMARY:A", "END:VTODO", wrap=False)
    assert [p.message for p in found.problems] == ["found a VTODO, which is no event: left out"]


def test_an_event_without_an_end_is_said():
    found = read("BEGIN:VEVENT", "SUMMARY:A", wrap=False)
    assert "without an end" in found.problems[0].message


def test_what_is_no_calendar_is_refused():
    with pytest.raises(ExchangeError, match="BEGIN:VCALENDAR"):
        read_calendar("title,date\n", "c.ics", Remarks("c.ics"))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200).map(str.strip))
def test_what_goes_out_is_a_calendar_that_says_the_same(text):
    entry = {
        "when": {"DTSTART;VALUE=DATE": "19111214", "DTEND;VALUE=DATE": "19111215"},
        "UID": "u",
        "SUMMARY": f"A{text}Z",
        "lines": ["X-COLOUR:red\r\nEND:VEVENT"],
    }
    made = render_calendar([{"lines": ["X-WR-CALNAME:C"]}], [entry])
    event = Calendar.from_ical(made).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == entry["SUMMARY"]
    again = read_calendar(made.replace("\r\n", "\n"), "c.ics", Remarks("c.ics"))
    assert again.entries[0].original["SUMMARY"] == entry["SUMMARY"]
    assert again.entries[0].original["when"] == entry["when"]
