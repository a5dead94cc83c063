"""One slide of TimelineJS and what it says: dates as people count them, a text in HTML.

A slide here is its JSON with its text's parts and its dates beside each other::

    {"when": {"start_date": …, "end_date": …, "display_date": …}, "headline": …, "text": …, …}

`when` is one value: a date that was corrected here must not go back out with the old words.
Negative years are BCE as TimelineJS shows them: -44 is 44 BCE.

Source: TimelineJS 3, "JSON data format" and its template for spreadsheets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.exchange.dates import from_parts, read_date
from generator.exchange.imported import (
    Imported,
    Reference,
    clean_line,
    kept_only,
    make_key,
)
from generator.exchange.kinds import find_type
from generator.exchange.prose import find_links, plain_words, to_html, to_markdown
from generator.record.edtf import EdtfError, Kind, display, earliest, latest, parse_edtf, precision
from generator.record.model import EventType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.exchange.imported import Remarks
    from generator.exchange.naming import Words
    from generator.record.edtf import Edtf, Point
    from generator.record.model import Event

FORMAT = "timelinejs"
HELD = ("title", "date", "type", "summary")  # fields of an event that a slide can hold
_READ = {"when", "headline", "text", "group", "unique_id"}
_FINENESS = ("day", "month", "season", "year", "decade", "century")
_TITLE_WORDS = 10  # of a text, where there is no headline


def read_slide(
    slide: Mapping[str, Any], where: Mapping[str, tuple[int, int]], remarks: Remarks
) -> Imported | None:
    """Return what a slide tells; None, and a remark, for one that cannot be an event.

    Args:
        slide: see above; values as they were written.
        where: name of a part → its place in the file; ``""`` is the slide's own.
        remarks: is told what is lost.
    """
    place = where[""]
    text = to_markdown(_text(slide.get("text")))
    title = plain_words(_text(slide.get("headline"))) or _first_words(text)
    if not title:
        message = "found neither headline nor text: left out"
        remarks.add(where.get("headline", place), "import-row", message, severity="error")
        return None
    when = slide.get("when") or {}
    try:
        date, lost = read_when(when)
    except EdtfError as error:
        hint = f'Did you mean "{error.suggestion}"?' if error.suggestion else ""
        spot = where.get("when", place)
        remarks.add(spot, "import-date", f"{error}: left out", hint, severity="error")
        return None
    for name in lost:
        remarks.add(where.get(name, place), "import-lost", kept_only(name))
    for name, value in slide.items():
        if name not in _READ and value not in ("", None, {}, []):
            remarks.add(where.get(name, place), "import-lost", kept_only(name))
    group = clean_line(_text(slide.get("group")))
    kind, tags = find_type([group] if group else [])
    return Imported(
        line=place[0],
        key=make_key(_text(slide.get("unique_id")), date.text, title),
        original=dict(slide),
        title=title,
        date=date,
        text=text,
        type=kind,
        tags=tags,
        references=tuple(Reference(title=link.words, url=link.url) for link in find_links(text)),
    )


def make_slide(event: Event, words: Words) -> dict[str, Any] | None:
    """Return an event as a slide; None for one whose year is not known."""
    when = make_when(event.date, words.language) if event.date else None
    if when is None:
        return None
    summary = words.text(event.summary)
    return {
        "when": when,
        "headline": to_html_line(words.text(event.title) or event.id),
        **({"text": to_html(summary)} if summary else {}),
        **({} if event.type is EventType.OTHER else {"group": event.type.value}),
        "unique_id": event.id,
    }


def to_html_line(text: str) -> str:
    """Return one line of plain text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# ---------------------------------------------------------------------------- dates


def read_when(when: Mapping[str, Any]) -> tuple[Edtf, tuple[str, ...]]:
    """Return the date of a slide, and the names of what of it EDTF or a record cannot say.

    Raises:
        EdtfError: there is no such day, no year, or an end before its start.
    """
    start, end = when.get("start_date"), when.get("end_date")
    date = _from_parts(start)
    if end and any(_text(value) for value in end.values()):
        last = _from_parts(end)
        date = date if last == date else parse_edtf(f"{date}/{last}")
    lost = [
        name
        for name in ("hour", "minute", "second", "millisecond", "time", "format")
        if any(_text(part.get(name)) for part in (start, end) if isinstance(part, dict))
    ]
    words = clean_line(_text(when.get("display_date")) or _text(start.get("display_date")))  # type: ignore[union-attr]
    shown = _as_shown(date, plain_words(words)) if words else date
    if words and (shown is None or shown == date):
        lost.append("display_date")
    return shown or date, tuple(lost)


def _from_parts(parts: Any) -> Edtf:  # noqa: ANN401 -- anything that JSON can be
    if not isinstance(parts, dict):
        raise EdtfError("found no date")
    year, month, day = (_number(parts.get(name), name) for name in ("year", "month", "day"))
    if year is None:
        raise EdtfError("found no year")
    return from_parts(year, month, day)


def _number(value: Any, name: str) -> int | None:  # noqa: ANN401
    text = _text(value)
    if not text:
        return None
    try:
        return int(text[:20])
    except ValueError:
        raise EdtfError(f'found "{text[:40]}" as {name}, expected a number') from None


def _as_shown(date: Edtf, words: str) -> Edtf | None:
    """Return what the words of a date make of it: "circa 1850" for the year 1850.

    They count where they agree with the date and say no less; or where the date is the first of
    January of a year, which is how people write a year into three columns.
    """
    try:
        shown = read_date(words).date
    except EdtfError:
        return None
    if not _agree(shown, date):
        return None
    finer = _FINENESS.index(precision(shown)) <= _FINENESS.index(precision(date))
    padded = date.start is not None and date.start.month == 1 and date.start.day in (None, 1)
    return shown if finer or padded or not shown.start or shown.start.unknown_digits else None


def _agree(shown: Edtf, date: Edtf) -> bool:
    """Say whether two dates can be of one time; "before 1900" goes with the year 1900."""
    first, last = earliest(shown), latest(shown)
    start, end = earliest(date), latest(date)
    if start is None or end is None:
        return False
    slack = 1 if shown.kind is Kind.ONE_OF else 0
    return (first is None or first.year - slack <= end.year) and (
        last is None or last.year + slack >= start.year
    )


def make_when(date: Edtf, language: str) -> dict[str, Any] | None:
    """Return a date as a slide has it; what is not plain gets words. None without a year."""
    first, last = date.start or date.end, date.end or date.start
    assert first is not None  # noqa: S101 -- no date is open at both ends
    assert last is not None  # noqa: S101
    if first.year is None or last.year is None:
        return None
    when: dict[str, Any] = {"start_date": _parts(first)}
    if date.kind is not Kind.POINT and _parts(last) != _parts(first):
        when["end_date"] = _parts(last)
    try:
        plain = read_when(when)[0] == date
    except EdtfError:
        plain = False
    if not plain:
        when["display_date"] = display(date, language)
    return when


def _parts(point: Point) -> dict[str, int]:
    year = point.year or 0
    month = None if point.is_season else point.month
    parts = {"year": year if year > 0 else year - 1, "month": month, "day": point.day}
    return {name: value for name, value in parts.items() if value is not None}


def _text(value: Any) -> str:  # noqa: ANN401 -- anything that JSON can be
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _first_words(text: str) -> str:
    words = plain_words(text).split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
