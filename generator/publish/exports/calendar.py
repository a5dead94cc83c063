r"""Events as iCalendar files: whole days, honest about what is not known to the day.

Source: RFC 5545. Lines end in CRLF and are folded at 75 octets; ``DTEND`` of whole days is the day
after the last one; ``UID`` never changes. What is known to a month or a year only has no place in a
calendar of days: it is left out, or, on request, given as the span of what it could be with
"approximate" in its words. Written by hand: the library that the field uses took 6.6 seconds for
10,000 events; it reads our files back in the tests.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.publish.exports.days import as_date
from generator.publish.exports.moments import moments
from generator.publish.links import record_path
from generator.publish.markup import plain_text
from generator.record.edtf import Kind as DateKind
from generator.record.edtf import display, earliest, latest, precision
from generator.record.escapes import calendar_line, calendar_text
from generator.record.model import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from generator.publish.edition import Edition
    from generator.record.edtf import Edtf
    from generator.record.model import Event

_STATUS = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}


def calendar(name: str, entries: Iterable[str], language: str) -> str:
    """Return a calendar file.

    Args:
        name: what a calendar program calls it.
        entries: its events, each from `entry`.
        language: of the words in it.
    """
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//timeline-publisher//timeline//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{calendar_text(name)}",
        f"X-WR-CALNAME:{calendar_text(name)}",
    )
    return "".join((*map(calendar_line, head), *entries, calendar_line("END:VCALENDAR")))


def entry(event: Event, edition: Edition, *, approximate: bool = False) -> str:
    """Return an event as the lines of a VEVENT, empty when its days are not known.

    Args:
        event: the event.
        edition: in whose language.
        approximate: whether to give a month, a year or a doubtful day too, as all that it could be.
    """
    days = _days(event.date, approximate=approximate)
    return "".join(map(calendar_line, _entry(event, edition, *days))) if days else ""


def _days(when: Edtf | None, *, approximate: bool) -> tuple[date, date] | None:
    """Return the first day and the day after the last; None for what a calendar cannot say."""
    first = as_date(earliest(when)) if when else None
    last = as_date(latest(when)) if when else None
    if when is None or first is None or last is None:
        return None
    if not approximate and not is_exact(when):
        return None
    try:
        return first, last + timedelta(days=1)
    except OverflowError:  # 31 December 9999 has no day after it
        return None


def is_exact(date: Edtf) -> bool:
    """Say whether a date names its days and nothing doubts them."""
    doubtful = date.approximate or date.uncertain or date.kind is DateKind.ONE_OF
    ends = (date.start, date.end)
    whole = all(end is not None and end.day is not None and end.year is not None for end in ends)
    return whole and not doubtful and precision(date) == "day"


def _entry(event: Event, edition: Edition, first: date, after: date) -> Iterator[str]:
    when = moments(event, edition)
    title = edition.name(event.title, event.id).text
    page = edition.url(record_path("events", event.id))
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{_host(edition.options.site_url)}"
    yield f"DTSTAMP:{_stamp(when.changed)}"
    yield f"CREATED:{_stamp(when.added)}"
    yield f"LAST-MODIFIED:{_stamp(when.changed)}"
    yield f"SEQUENCE:{when.times}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{calendar_text(title)}"
    if words := "\n\n".join(filter(None, _description(event, edition))):
        yield f"DESCRIPTION:{calendar_text(words)}"
    if event.place:
        yield f"LOCATION:{calendar_text(edition.link('places', event.place).text.text)}"
    yield f"CATEGORIES:{calendar_text(edition.words.label('type', event.type))}"
    if event.event_status in _STATUS:
        yield f"STATUS:{_STATUS[event.event_status]}"
    if page:
        yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: Event, edition: Edition) -> Iterator[str]:
    if event.date and not is_exact(event.date):
        date = display(event.date, edition.words.language)
        yield edition.words("export.approximate", date=date)
    if summary := edition.phrase(event.summary).text:
        yield plain_text(summary)


def _host(url: str) -> str:
    """Return the host of the site, which makes ids unique in the world; a word of ours without."""
    found = re.match(r"https?://([^/:]+)", url)
    return found[1] if found else "timeline.invalid"


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"
