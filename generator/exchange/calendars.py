"""iCalendar: whole days in, as they are written where they happen; whole days out.

An end in a calendar is the day after the last one; a time of day and a rule of repetition have no
place in a record. Addresses of people who were invited are neither carried over nor kept: what is
kept is published with the records.

Source: RFC 5545.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from icalendar import Component
from icalendar import Event as CalendarEvent
from icalendar.parser import Contentline

from generator.errors import ExchangeError
from generator.exchange.dates import edtf_year
from generator.exchange.imported import (
    Imported,
    Reading,
    Reference,
    Remarks,
    Spot,
    clean_line,
    kept_only,
    make_key,
)
from generator.exchange.kinds import find_type
from generator.exchange.prose import (
    find_links,
    is_html,
    link_addresses,
    plain_words,
    to_markdown,
    to_plain,
)
from generator.record.edtf import Edtf, Kind, earliest, latest, parse_edtf, precision
from generator.record.escapes import calendar_line, calendar_text
from generator.record.model import EventStatus, EventType
from generator.record.values import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.exchange.naming import Words
    from generator.record.model import Event

FORMAT = "ics"
HELD = ("title", "date", "type", "event_status", "summary", "place")
OWN = "@timeline.invalid"  # what makes our ids unique where there is no site
_EPOCH = "DTSTAMP:19700101T000000Z"  # demanded by the standard; a clock would change every export
_TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "GEO")
_DATES = ("DTSTART", "DTEND", "DURATION")
_PERSONAL = ("ATTENDEE", "ORGANIZER", "CONTACT")
_QUIET = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY")
_STATES = {
    "CANCELLED": EventStatus.CANCELLED,
    "TENTATIVE": EventStatus.PLANNED,
    "CONFIRMED": None,
}
_STATE_NAMES = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
_MIDNIGHT = dt.time(0)


def read_calendar(text: str, path: str, remarks: Remarks) -> Reading:
    """Read a calendar.

    Raises:
        ExchangeError: it is none.
    """
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise ExchangeError(f"{path}:1: found no BEGIN:VCALENDAR, expected an iCalendar file")
    entries, outside = [], []
    for line, kind, lines in _components(text):
        if kind == "VEVENT":
            entry = _read_event(line, lines, remarks)
            entries += [entry] if entry else []
        elif kind in ("", "VTIMEZONE"):
            outside += _unfold(lines)
        else:
            message = f"found a {kind}, which is no event: left out"
            remarks.add((line, 1), "import-lost", message)
    left = re.compile(r"(?:BEGIN|END):VCALENDAR|VERSION:|PRODID|CALSCALE|METHOD", re.IGNORECASE)
    head = {"lines": [line for line in outside if line and not left.match(line)]}
    return Reading(
        format=FORMAT,
        path=path,
        entries=tuple(entries),
        head=head,
        problems=tuple(remarks.problems),
    )


def _components(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the components of a calendar as first line, kind and lines; "" is between them."""
    kind, first, found = "", 1, list[str]()
    for number, line in enumerate(text.split("\n"), start=1):
        begins = re.fullmatch(r"BEGIN:(V\w+)\s*", line, re.IGNORECASE)
        if begins and not kind and begins[1].upper() != "VCALENDAR":
            yield first, "", found
            kind, first, found = begins[1].upper(), number, []
        found.append(line)
        if kind and re.fullmatch(rf"END:{kind}\s*", line, re.IGNORECASE):
            yield first, kind, found
            kind, first, found = "", number + 1, []
    yield first, kind if kind == "" else f"{kind} without an end", found


def _unfold(lines: Sequence[str]) -> list[str]:
    unfolded: list[str] = []
    for line in lines:
        if line[:1] in (" ", "\t") and unfolded:
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    return unfolded


def _read_event(line: int, lines: list[str], remarks: Remarks) -> Imported | None:
    def refuse(reason: str, code: str = "import-row") -> None:
        remarks.add((line, 1), code, f"{reason}: left out", severity="error")

    try:
        component = CalendarEvent.from_ical("\r\n".join(lines))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        refuse(f"found an event that is no iCalendar ({str(error)[:80]})")
        return None
    original = _original(lines, line, remarks)
    text = {name: _first(component, name) for name in _TEXTS}
    title = plain_words(text["SUMMARY"]) or clean_line(text["LOCATION"])
    if not title:
        refuse("found an event without SUMMARY")
        return None
    try:
        date, timed = _days(component)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        refuse(str(error) or "found no day", "import-date")
        return None
    if timed:
        remarks.add((line, 1), "import-lost", kept_only("time"))
    status = text["STATUS"].upper()
    kind, tags = find_type(original.get("CATEGORIES", ()))
    described = text["DESCRIPTION"]
    prose = to_markdown(described) if is_html(described) else link_addresses(described)
    uid = text["UID"].removesuffix(OWN)
    return Imported(
        line=line,
        key=make_key(uid, date.text, title),
        original=original,
        title=title,
        date=date,
        text=prose,
        type=kind,
        event_status=_STATES.get(status),
        place=_spot(clean_line(text["LOCATION"])[:300], text["GEO"]),
        tags=tuple(clean_line(tag) for tag in tags),
        references=_references(text["URL"], prose, line, remarks),
    )


def _first(component: Component, name: str) -> str:
    value = component.get(name, "")
    value = value[0] if isinstance(value, list) else value
    if name == "GEO" and value and not isinstance(value, str):  # text: what is no pair of numbers
        return ";".join(str(part) for part in (value.latitude, value.longitude))
    return str(value).strip()


def _days(component: Component) -> tuple[Edtf, bool]:
    """Return the days of an event, as written where it happens, and whether it has times.

    Raises:
        ValueError: no start, or an end before it.
        KeyError: no start.
    """
    if "DTSTART" not in component:
        raise ValueError("found an event without DTSTART")
    start = component.decoded("DTSTART")
    end = component.decoded("DTEND") if "DTEND" in component else None
    if end is None and "DURATION" in component:
        end = start + component.decoded("DURATION")
    timed = isinstance(start, dt.datetime)
    first = _day(start)
    last = _last_day(end) if end is not None else first
    if end is not None and _day(end) < first:
        raise ValueError("found an end before its start")
    last = max(first, last)
    text = _iso(first) if last == first else f"{_iso(first)}/{_iso(last)}"
    return parse_edtf(text), timed


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _last_day(end: dt.date | dt.datetime) -> dt.date:
    """Return the last day before an end that is not itself part of the event."""
    if isinstance(end, dt.datetime) and end.time() != _MIDNIGHT:
        return end.date()
    return _day(end) - dt.timedelta(days=1)


def _iso(day: dt.date) -> str:
    return f"{edtf_year(day.year)}-{day.month:02d}-{day.day:02d}"


def _original(lines: list[str], line: int, remarks: Remarks) -> dict[str, Any]:
    """Return the entry as it stands: known texts, the dates as one, other lines as they are."""
    found: dict[str, Any] = {"when": {}, "lines": []}
    unfolded = [raw for raw in _unfold(lines)[1:-1] if raw.strip()]
    own = _own_lines(unfolded, line, found["lines"], remarks)
    for raw in own:
        try:
            name, parameters, value = Contentline(raw).parts()  # type: ignore[no-untyped-call]
        except ValueError:
            remarks.add((line, 1), "import-lost", f"found a line that is no property: {raw[:40]!r}")
            continue
        name = name.upper()
        if name in _DATES:
            found["when"][raw.partition(":")[0]] = value
        elif name in _TEXTS and name not in found and not parameters:
            found[name] = value if name in ("URL", "GEO") else _unescape(value)
        elif name == "CATEGORIES":
            listed = found.setdefault(name, [])
            listed += [_unescape(item) for item in re.split(r"(?<!\\),", value)]
        elif name in _PERSONAL:
            message = f'"{name}" is neither taken nor kept: it may have a person\'s address'
            remarks.add((line, 1), "import-lost", message)
        else:
            found["lines"].append(raw)
            if name not in _QUIET:
                remarks.add((line, 1), "import-lost", kept_only(name))
    return {name: value for name, value in found.items() if value}


def _own_lines(lines: list[str], line: int, kept: list[str], remarks: Remarks) -> Iterator[str]:
    """Yield the lines of an event itself; those of what it has in it, an alarm, are kept."""
    inside = ""
    for raw in lines:
        edge = re.fullmatch(r"(BEGIN|END):([\w-]+)\s*", raw, re.IGNORECASE)
        if not inside and not (edge and edge[1].upper() == "BEGIN"):
            yield raw
            continue
        if not any(raw.upper().startswith(name) for name in _PERSONAL):
            kept.append(raw)
        if edge and not inside:
            inside = edge[2].upper()
            remarks.add((line, 1), "import-lost", kept_only(inside))
        elif edge and (edge[1].upper(), edge[2].upper()) == ("END", inside):
            inside = ""


def _unescape(text: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda sign: "\n" if sign[1] in "nN" else sign[1], text)


def _spot(name: str, position: str) -> Spot | None:
    if not name:
        return None
    try:
        latitude, longitude = (float(part) for part in position.split(";"))
    except ValueError:
        return Spot(name=name)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 -- degrees
        return Spot(name=name)
    return Spot(name=name, latitude=latitude, longitude=longitude)


def _references(url: str, text: str, line: int, remarks: Remarks) -> tuple[Reference, ...]:
    found = {link.url: Reference(title=link.words, url=link.url) for link in find_links(text)}
    if url and is_safe_url(url):
        found = {url: Reference(title=url, url=url)} | found
    elif url:
        message = f"found {url[:60]!r}, which is no address of the web: not taken"
        remarks.add((line, 1), "import-lost", message)
    return tuple(found.values())


# ---------------------------------------------------------------------------- out


def make_entry(event: Event, words: Words) -> dict[str, Any] | None:
    """Return an event as a calendar has it; None for one whose days are not known."""
    days = _calendar_days(event.date) if event.date else None
    if days is None:
        return None
    place = words.content.places.get(event.place or "")
    url = next((source.url for source in words.sources(event) if source.url), "")
    entry = {
        "when": {"DTSTART;VALUE=DATE": days[0], "DTEND;VALUE=DATE": days[1]},
        "UID": event.id + OWN,
        "SUMMARY": words.text(event.title) or event.id,
        "DESCRIPTION": to_plain(words.text(event.summary)),
        "LOCATION": words.text(place.name) if place else "",
        "CATEGORIES": [] if event.type is EventType.OTHER else [event.type.value],
        "STATUS": _STATE_NAMES.get(event.event_status, ""),
        "URL": url,
    }
    if place and place.latitude is not None and place.longitude is not None:
        entry["GEO"] = f"{place.latitude};{place.longitude}"
    return {name: value for name, value in entry.items() if value}


def _calendar_days(date: Edtf) -> tuple[str, str] | None:
    """Return the first day and the one after the last; None for what is not known to the day."""
    first, last = earliest(date), latest(date)
    doubtful = date.approximate or date.uncertain or date.kind is Kind.ONE_OF
    if first is None or last is None or doubtful or precision(date) != "day":
        return None
    if any(end is None or end.day is None for end in (date.start, date.end)):
        return None
    try:
        after = dt.date(*last) + dt.timedelta(days=1)
        return f"{dt.date(*first):%Y%m%d}".zfill(8), f"{after:%Y%m%d}".zfill(8)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def render_calendar(
    heads: Sequence[Mapping[str, Any]], entries: Sequence[Mapping[str, Any]]
) -> str:
    """Return a calendar file; what stood before its events comes from the one that was imported."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline-publisher//timeline export//EN"]
    lines += [_safe(line) for head in heads[:1] for line in head.get("lines", ())]
    for entry in entries:
        lines += _event_lines(entry)
    return "".join(calendar_line(line) for line in (*lines, "END:VCALENDAR"))


def _event_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    more = [_safe(line) for line in entry.get("lines", ())]
    yield "BEGIN:VEVENT"
    for name, value in entry.get("when", {}).items():
        yield _safe(f"{name}:{value}")
    for name in _TEXTS:
        if name in entry:
            raw = name in ("URL", "GEO")
            yield f"{name}:{_safe(entry[name]) if raw else calendar_text(entry[name])}"
    if entry.get("CATEGORIES"):
        yield "CATEGORIES:" + ",".join(calendar_text(item) for item in entry["CATEGORIES"])
    if not any(line.upper().startswith("DTSTAMP") for line in more):
        yield _EPOCH
    yield from more
    yield "END:VEVENT"


def _safe(line: Any) -> str:  # noqa: ANN401 -- a ledger may have been edited
    """Return a raw line without what would end it."""
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f]", "", str(line))
