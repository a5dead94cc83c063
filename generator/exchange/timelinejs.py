"""TimelineJS: its JSON, and the tables that its users keep in spreadsheets.

Both become the slides of `slides.py`, so that what came as one can leave as the other.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.errors import ExchangeError
from generator.exchange.delimited import read_rows, render_rows
from generator.exchange.imported import Reading, Remarks, kept_only
from generator.exchange.slides import FORMAT, read_slide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.exchange.delimited import Row

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Unique ID"),
)
_OURS = "Unique ID"  # a column that TimelineJS passes over; its JSON has the same
_MEDIA = {
    "url": "Media",
    "credit": "Media Credit",
    "caption": "Media Caption",
    "thumbnail": "Media Thumbnail",
    "alt": "Alt Text",
}
_TIMES = ("hour", "minute", "second")
_COLOUR = re.compile(r"#?[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|[a-z]+")


def read_timelinejs(text: str, path: str, remarks: Remarks) -> Reading:
    """Read a timeline as JSON, or as a table where it does not begin like JSON.

    Raises:
        ExchangeError: it is neither.
    """
    if text.lstrip()[:1] in ("{", "["):
        return _read_json(text, path, remarks)
    return _read_table(text, path, remarks)


def _reading(
    slides: Iterable[tuple[dict[str, Any], Mapping[str, tuple[int, int]]]],
    head: Mapping[str, Any],
    path: str,
    remarks: Remarks,
) -> Reading:
    read = (read_slide(slide, where, remarks) for slide, where in slides)
    entries = tuple(entry for entry in read if entry)
    return Reading(
        format=FORMAT, path=path, entries=entries, head=head, problems=tuple(remarks.problems)
    )


# ---------------------------------------------------------------------------- JSON


def _read_json(text: str, path: str, remarks: Remarks) -> Reading:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"{path}:{error.lineno}:{error.colno}: found no JSON: {error.msg}"
        raise ExchangeError(message) from error
    except (RecursionError, ValueError) as error:
        raise ExchangeError(f"{path}: found JSON that is nested too deeply or too long") from error
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list):
        old = isinstance(data, dict) and "timeline" in data
        hint = " (a file of TimelineJS 2: open it in TimelineJS 3 first)" if old else ""
        raise ExchangeError(f'{path}: found no list "events", expected TimelineJS 3{hint}')
    lines = _lines_of_events(text, len(events))
    head = {name: value for name, value in data.items() if name != "events"}
    for name in head:
        if name != "scale":
            remarks.add((1, 1), "import-lost", kept_only(name))
    slides = []
    for line, event in zip(lines, events, strict=True):
        if isinstance(event, dict):
            slides.append((to_slide(event), {"": (line, 1)}))
        else:
            message = "found an event that is no object: left out"
            remarks.add((line, 1), "import-row", message, severity="error")
    return _reading(slides, head, path, remarks)


def _lines_of_events(text: str, count: int) -> list[int]:
    """Return the line that each event begins on; the first line where they cannot be told."""
    found = re.search(r'(?<!\\)"events"\s*:\s*\[', text)
    position = found.end() if found else len(text)
    lines: list[int] = []
    line, counted = 1, 0
    decoder = json.JSONDecoder()
    while len(lines) < count:
        position = _next_value(text, position)
        try:
            _, end = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError):
            return [1] * count
        line += text.count("\n", counted, position)
        counted = position
        lines.append(line)
        position = end
    return lines


def _next_value(text: str, position: int) -> int:
    found = re.compile(r"[\s,]*").match(text, position)
    return found.end() if found else position


def to_slide(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return the slide of an event of TimelineJS's JSON."""
    slide = dict(event)
    dates = ("start_date", "end_date", "display_date")
    when = {name: slide.pop(name) for name in dates if name in slide}
    text = slide.pop("text", None)
    slide["when"] = when
    if isinstance(text, dict):
        more = {name: value for name, value in text.items() if name not in ("headline", "text")}
        slide |= {name: text[name] for name in ("headline", "text") if name in text}
        slide |= {"text_more": more} if more else {}
    elif text is not None:
        slide["text_more"] = {"": text}
    return slide


def from_slide(slide: Mapping[str, Any]) -> dict[str, Any]:
    """Return the event of TimelineJS's JSON that `to_slide` was given."""
    event: dict[str, Any] = dict(slide.get("when") or {})
    event |= {
        name: value
        for name, value in slide.items()
        if name not in ("when", "headline", "text", "text_more")
    }
    more = slide.get("text_more") or {}
    if "" in more:
        return {**event, "text": more[""]}
    text = {name: slide[name] for name in ("headline", "text") if name in slide} | more
    return {**event, "text": text} if text else event


def render_json(head: Mapping[str, Any], slides: Sequence[Mapping[str, Any]]) -> str:
    """Return a timeline in TimelineJS's JSON."""
    data = {**head, "events": [from_slide(slide) for slide in slides]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


# ---------------------------------------------------------------------------- tables


def _read_table(text: str, path: str, remarks: Remarks) -> Reading:
    headings, rows = read_rows(text, remarks)
    if "Year" not in headings or not {"Headline", "Text"} & set(headings):
        shown = ", ".join(headings)[:200]
        raise ExchangeError(
            f'{path}:1: found the headings "{shown}", expected Year, Headline and the others '
            "of TimelineJS; a table of another form is read by --from csv"
        )
    head: dict[str, Any] = {}
    slides = []
    for row in rows:
        slide = _slide_of_row(row)
        kind = row.cells.get("Type", "").casefold()
        if kind == "title":
            remarks.add(row.place("Type"), "import-lost", kept_only("title"))
            head["title"] = from_slide(slide)
        elif kind == "era":
            remarks.add(row.place("Type"), "import-lost", kept_only("eras"))
            head.setdefault("eras", []).append(from_slide(slide))
        else:
            slides.append((slide, _places(row)))
    return _reading(slides, head, path, remarks)


def _places(row: Row) -> dict[str, tuple[int, int]]:
    names = {
        "headline": "Headline",
        "when": "Year",
        "media": "Media",
        "background": "Background",
        "display_date": "Display Date",
        "hour": "Time",
        "time": "Time",
    }
    return {"": (row.line, 1), **{name: row.place(heading) for name, heading in names.items()}}


def _slide_of_row(row: Row) -> dict[str, Any]:
    cells = {heading: cell for heading, cell in row.cells.items() if cell}
    start = _date_of_cells(cells, "Year", "Month", "Day", "Time")
    end = _date_of_cells(cells, "End Year", "End Month", "End Day", "End Time")
    when: dict[str, Any] = {"start_date": start} if start else {}
    when |= {"end_date": end} if end else {}
    when |= {"display_date": cells["Display Date"]} if "Display Date" in cells else {}
    slide: dict[str, Any] = {"when": when}
    for name, heading in (("headline", "Headline"), ("text", "Text"), ("group", "Group")):
        slide |= {name: cells[heading]} if heading in cells else {}
    media = {name: cells[heading] for name, heading in _MEDIA.items() if heading in cells}
    slide |= {"media": media} if media else {}
    if background := cells.get("Background"):
        colour = _COLOUR.fullmatch(background)
        slide["background"] = {"color" if colour else "url": background}
    if cells.get("Type", "").casefold() not in ("", "title", "era"):
        slide["type"] = cells["Type"]
    slide |= {"unique_id": cells["Unique ID"]} if "Unique ID" in cells else {}
    others = {heading: cell for heading, cell in cells.items() if heading not in COLUMNS}
    return slide | others


def _date_of_cells(cells: Mapping[str, str], *headings: str) -> dict[str, Any]:
    names = ("year", "month", "day", "time")
    parts: dict[str, Any] = {}
    for name, heading in zip(names, headings, strict=True):
        if heading in cells:
            parts[name] = _as_number(cells[heading])
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", str(parts.get("time", "")))
    if clock:
        del parts["time"]
        parts |= {n: int(v) for n, v in zip(_TIMES, clock.groups(), strict=True) if v}
    return parts


def _as_number(cell: str) -> int | str:
    """Return a cell as the number that it is written as, so that it can be written back."""
    return int(cell) if re.fullmatch(r"0|-?[1-9][0-9]{0,12}", cell, re.ASCII) else cell


def render_table(
    head: Mapping[str, Any], slides: Sequence[Mapping[str, Any]]
) -> tuple[str, tuple[str, ...]]:
    """Return a timeline as a table, and the names of what has no column."""
    rows, lost = [], set()
    groups: tuple[tuple[str, list[Any]], ...] = (
        ("title", [head["title"]] if isinstance(head.get("title"), dict) else []),
        ("era", [era for era in _list(head.get("eras")) if isinstance(era, dict)]),
        ("", list(slides)),
    )
    for kind, members in groups:
        for member in members:
            row, left = _row_of_slide(to_slide(member) if kind else member)
            rows.append({**row, "Type": kind or row.get("Type", "")})
            lost |= left
    more = dict.fromkeys(heading for row in rows for heading in row if heading not in COLUMNS)
    lost |= set(head) - {"title", "eras"}
    columns = [name for name in COLUMNS if name != _OURS or any(row.get(name) for row in rows)]
    return render_rows((*columns, *more), rows), tuple(sorted(lost))


def _list(value: Any) -> list[Any]:  # noqa: ANN401 -- anything that JSON can be
    return value if isinstance(value, list) else []


def _row_of_slide(slide: Mapping[str, Any]) -> tuple[dict[str, str], set[str]]:
    when = slide.get("when") or {}
    row: dict[str, Any] = {}
    lost: set[str] = set()
    for name, prefix in (("start_date", ""), ("end_date", "End ")):
        parts, left = _cells_of_date(when.get(name) or {}, prefix)
        row |= parts
        lost |= left
    row["Display Date"] = when.get("display_date", "")
    media = slide.get("media")
    media = media if isinstance(media, dict) else {}
    row |= {heading: media[name] for name, heading in _MEDIA.items() if name in media}
    lost |= {f"media.{name}" for name in media if name not in _MEDIA}
    background = slide.get("background")
    if isinstance(background, dict):
        row["Background"] = background.get("url") or background.get("color") or ""
        lost |= {"background"} if len(background) > 1 else set()
    columns = {
        "headline": "Headline",
        "text": "Text",
        "group": "Group",
        "type": "Type",
        "unique_id": "Unique ID",
    }
    for name, value in slide.items():
        if name in ("when", "media", "background"):
            continue
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            row[columns.get(name, name)] = value
        elif value is not None:
            lost.add(name)
    return {heading: str(value) for heading, value in row.items()}, lost


def _cells_of_date(parts: Any, prefix: str) -> tuple[dict[str, str], set[str]]:  # noqa: ANN401
    if not isinstance(parts, dict):
        return {}, {"date"}
    row = {
        f"{prefix}{heading}": str(parts[name])
        for name, heading in (("year", "Year"), ("month", "Month"), ("day", "Day"))
        if name in parts
    }
    clock = [parts.get(name) for name in _TIMES]
    if all(isinstance(part, int) for part in clock[:2]):
        shown = [f"{part:02d}" for part in clock if isinstance(part, int)]
        row[f"{prefix}Time"] = ":".join(shown)
    elif "time" in parts:
        row[f"{prefix}Time"] = str(parts["time"])
    known = {"year", "month", "day", "time", *_TIMES}
    return row, {f"date.{name}" for name in parts if name not in known}
