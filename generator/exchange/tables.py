"""Tables of events: any CSV whose columns can be told apart, and our own.

Columns are mapped by `headings.py`; what is in no column of ours is kept for the way back under its
own heading. Lists in a cell are parted by semicolons, bars or lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from generator.errors import ExchangeError
from generator.exchange.dates import is_ambiguous, order_of, read_date
from generator.exchange.delimited import read_rows, render_rows
from generator.exchange.headings import HEADINGS, map_columns
from generator.exchange.imported import (
    Imported,
    Reading,
    Reference,
    Remarks,
    Spot,
    clean_line,
    clean_prose,
    kept_only,
    make_key,
    split_list,
)
from generator.exchange.kinds import find_status, find_type
from generator.exchange.prose import find_links, is_html, plain_words, to_markdown
from generator.record.edtf import Edtf, EdtfError, parse_edtf
from generator.record.model import EventStatus, EventType
from generator.record.slugs import slug
from generator.record.values import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import StrEnum

    from generator.exchange.dates import Order
    from generator.exchange.delimited import Row
    from generator.exchange.naming import Words
    from generator.record.model import Event

FORMAT = "csv"
HELD = (
    *("title", "date", "type", "event_status", "summary", "place", "participants"),
    *("organisations", "series", "evidence", "cites"),
)
COLUMNS = tuple(name for name in HEADINGS if name not in ("end", "year", "month", "day", "tags"))


def read_table(
    text: str, path: str, remarks: Remarks, told: Mapping[str, str], order: Order = ""
) -> Reading:
    """Read a table of events.

    Args:
        text: the file.
        path: its name.
        remarks: is told what is lost and what was guessed.
        told: our name of a column → its heading, where somebody said so.
        order: of day and month in figures; empty infers it from the column.

    Raises:
        ExchangeError: no column for titles or dates.
        UsageError: `told` names a column that is not there.
    """
    headings, rows = read_rows(text, remarks)
    columns = map_columns(headings, told)
    if "title" not in columns or not columns.keys() & {"date", "year"}:
        wanted = "title" if "title" not in columns else "date"
        shown = ", ".join(headings)[:200]
        raise ExchangeError(
            f'{path}:1: found the headings "{shown}", none of which is a {wanted}: '
            f'say which one is, such as --map {wanted}="{headings[0][:40] if headings else ""}"'
        )
    _say_columns(columns, told, headings, remarks)
    dates = [
        row.cells[columns[name]] for name in ("date", "end") if name in columns for row in rows
    ]
    order = order or order_of(dates)
    read = (_read_row(row, columns, order, remarks) for row in rows)
    head: dict[str, Any] = {
        "columns": [_name_of(heading, columns) for heading in headings if heading]
    }
    head |= {"headings": {n: h for n, h in columns.items() if n != h}} if columns else {}
    entries = tuple(entry for entry in read if entry)
    return Reading(
        format=FORMAT, path=path, entries=entries, head=head, problems=tuple(remarks.problems)
    )


def _say_columns(
    columns: Mapping[str, str], told: Mapping[str, str], headings: Sequence[str], remarks: Remarks
) -> None:
    guessed = [f'{name}="{heading}"' for name, heading in columns.items() if name not in told]
    if guessed and any(name != columns[name] for name in columns):
        message = f"took the columns for {', '.join(guessed)}"
        remarks.add((1, 1), "import-guess", message, "Say otherwise with --map NAME=HEADING.")
    for number, heading in enumerate(headings, start=1):
        if heading and heading not in columns.values():
            remarks.add((1, number), "import-lost", kept_only(heading))


def _name_of(heading: str, columns: Mapping[str, str]) -> str:
    return next((name for name, known in columns.items() if known == heading), heading)


_Cell = Callable[[str], str]
_Place = Callable[[str], tuple[int, int]]


def _read_row(
    row: Row, columns: Mapping[str, str], order: Order, remarks: Remarks
) -> Imported | None:
    def cell(name: str) -> str:
        return row.cells.get(columns.get(name, ""), "")

    def place(name: str) -> tuple[int, int]:
        return row.place(columns.get(name, ""))

    title = plain_words(cell("title"))
    if not title:
        remarks.add(place("title"), "import-row", "found no title: left out", severity="error")
        return None
    try:
        date = _read_dates(cell, order, remarks, place)
    except EdtfError as error:
        hint = f'Did you mean "{error.suggestion}"?' if error.suggestion else ""
        if is_ambiguous(cell("date")) or is_ambiguous(cell("end")):
            hint = "Say which comes first: --dates dmy or --dates mdy."
        name = "date" if "date" in columns else "year"
        message = f'"{columns[name]}": {error}: the row is left out'
        remarks.add(place(name), "import-date", message, hint, severity="error")
        return None
    text = cell("text")
    text = to_markdown(text) if is_html(text) else clean_prose(text)
    kinds = [clean_line(cell("type"))] if cell("type") else []
    kind, tags = find_type([*kinds, *split_list(cell("tags"))])
    status = find_status(cell("event_status"))
    if cell("event_status") and status is None:
        message = f'"{columns["event_status"]}": {cell("event_status")[:40]!r} is no state of ours'
        remarks.add(place("event_status"), "import-lost", message)
    return Imported(
        line=row.line,
        key=make_key(cell("id"), date.text if date else "", title),
        original=_original(row, columns),
        title=title,
        date=date,
        text=text,
        type=kind,
        event_status=status,
        place=_spot(cell, remarks, place),
        participants=split_list(cell("participants")),
        organisations=split_list(cell("organisations")),
        tags=tags,
        series=slug(cell("series")) if cell("series") else "",
        references=_references(cell, text, remarks, place),
    )


def _original(row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    ours = {heading: name for name, heading in columns.items()}
    return {ours.get(heading, heading): cell for heading, cell in row.cells.items() if cell}


def _read_dates(cell: _Cell, order: Order, remarks: Remarks, place: _Place) -> Edtf | None:
    start = cell("date") or _joined([cell(name) for name in ("year", "month", "day")])
    end = cell("end")
    if not start:
        if end:
            raise EdtfError("found an end without a start")
        return None
    read = read_date(start, order)
    date, lost = read.date, read.lost
    if end:
        last = read_date(end, order)
        lost = lost or last.lost
        date = date if last.date == date else parse_edtf(f"{date}/{last.date}")
    if lost:
        message = f'"{lost}" of the date is in no record: EDTF cannot say it'
        remarks.add(place("date"), "import-lost", message)
    return date


def _joined(parts: list[str]) -> str:
    """Return a year, a month and a day from columns of their own as one date."""
    year, month, day = parts
    if not year or not month:
        if day:
            raise EdtfError(f'found the day "{day[:20]}" without a month')
        return year
    if not month.isdigit():
        return f"{day} {month} {year}".strip()
    numbers = (year.zfill(4), month.zfill(2), day.zfill(2) if day else "")
    return "-".join(number for number in numbers if number)


def _spot(cell: _Cell, remarks: Remarks, place: _Place) -> Spot | None:
    name = clean_line(cell("place"))
    if not name:
        country = clean_line(cell("country"))
        return Spot(name=country) if country else None
    numbers = []
    for axis, most in (("latitude", 90), ("longitude", 180)):
        number = _degrees(cell(axis), most)
        if cell(axis) and number is None:
            message = f"found {cell(axis)[:40]!r} as {axis}, expected degrees: not taken"
            remarks.add(place(axis), "import-lost", message)
        numbers.append(number)
    both = numbers if None not in numbers else [None, None]
    return Spot(
        name=name[:300],
        country=clean_line(cell("country")),
        latitude=both[0],
        longitude=both[1],
    )


def _degrees(text: str, most: int) -> float | None:
    if not re.fullmatch(r"[-+]?[0-9]{1,3}(?:[.,][0-9]{1,15})?", text.strip()):
        return None
    number = float(text.strip().replace(",", "."))
    return number if -most <= number <= most else None


def _references(cell: _Cell, text: str, remarks: Remarks, place: _Place) -> tuple[Reference, ...]:
    """Return the sources of the columns for them, side by side, and of links in the text."""
    urls = tuple(re.split(r"[\s|]+", cell("source_urls").strip())) if cell("source_urls") else ()
    titles, publishers, dates = (
        [clean_line(item) for item in re.split(r"[;|\n]", cell(name)) if item.strip()]
        for name in ("source_titles", "source_publishers", "source_dates")
    )
    if not urls and titles and all(is_safe_url(title) for title in titles):
        urls, titles = tuple(titles), []
    found = []
    for url, title, publisher, day in zip_longest(urls, titles, publishers, dates):
        safe = (url or "").rstrip(";,")
        if safe and not is_safe_url(safe):
            message = f"found {safe[:60]!r}, which is no address of the web: not taken"
            remarks.add(place("source_urls"), "import-lost", message)
            safe = ""
        if safe or title:
            issued = _issued(day or "", remarks, place)
            reference = Reference(
                title=title or "", url=safe or None, publisher=publisher, issued=issued
            )
            found.append(reference)
        elif publisher or day:
            message = f"found {(publisher or day or '')[:60]!r} of no source: not taken"
            remarks.add(place("source_publishers"), "import-lost", message)
    links = (Reference(title=link.words, url=link.url) for link in find_links(text))
    known = {reference.url for reference in found}
    return (*found, *(link for link in links if link.url not in known))


def _issued(text: str, remarks: Remarks, place: _Place) -> Edtf | None:
    """Return when a source was published; None, and a remark, where that cannot be read."""
    try:
        return read_date(text).date if text else None
    except EdtfError as error:
        message = f"date of a source: {error}: not taken"
        remarks.add(place("source_dates"), "import-lost", message)
        return None


# ---------------------------------------------------------------------------- out


def make_row(event: Event, words: Words) -> dict[str, str]:
    """Return an event as a row, by our names of columns."""
    place = words.content.places.get(event.place or "")
    sources = sorted(words.sources(event), key=lambda source: source.url is None)
    row = {
        "id": event.id,
        "date": event.date.text if event.date else "",
        "title": words.text(event.title) or event.id,
        "text": words.text(event.summary),
        "type": _unless(event.type, EventType.OTHER),
        "event_status": _unless(event.event_status, EventStatus.HAPPENED),
        "place": words.text(place.name) if place else "",
        "country": (place.country or "") if place else "",
        "latitude": _number(place.latitude) if place else "",
        "longitude": _number(place.longitude) if place else "",
        "participants": "; ".join(words.name(item.who) for item in event.participants),
        "organisations": "; ".join(words.name(ref) for ref in event.organisations),
        "series": event.series or "",
        "source_urls": "\n".join(source.url for source in sources if source.url),
        "source_titles": "; ".join(source.title.replace(";", ",") for source in sources),
    }
    return {name: cell for name, cell in row.items() if cell}


def _unless(value: StrEnum, usual: StrEnum) -> str:
    return "" if value is usual else value.value


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.7f}".rstrip("0").rstrip(".")


def render_table(heads: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, str]]) -> str:
    """Return a table: under the headings of the one that was imported, else under ours."""
    head = heads[0] if len(heads) == 1 else {}
    named = head.get("headings", {})
    first = head.get("columns") or COLUMNS
    more = dict.fromkeys(name for row in rows for name in row if name not in first)
    names = [*first, *more]
    shown = [{named.get(name, name): cell for name, cell in row.items()} for row in rows]
    return render_rows([named.get(name, name) for name in names], shown)
