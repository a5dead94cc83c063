"""Events as files with front matter: a folder of Markdown or YAML files, one event each.

`date title location actors tags sources[] {title url outlet date}`, and the text below or in
`summary`. Other keys are kept for the way back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.exchange.dates import read_date
from generator.exchange.imported import (
    Imported,
    Reference,
    Remarks,
    Spot,
    clean_line,
    clean_prose,
    kept_only,
    make_key,
)
from generator.exchange.kinds import find_status, find_type
from generator.exchange.prose import find_links, is_html, plain_words, to_markdown
from generator.record.edtf import Edtf, EdtfError, parse_edtf
from generator.record.model import EventStatus, EventType
from generator.record.render import quote
from generator.record.slugs import slug
from generator.record.strict_yaml import Shape, parse_yaml
from generator.record.values import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum

    from generator.exchange.dates import Order
    from generator.exchange.naming import Words
    from generator.record.model import Event
    from generator.record.strict_yaml import Node

FORMAT = "front-matter"
HELD = (
    *("title", "date", "type", "event_status", "summary", "place", "participants"),
    *("organisations", "series", "evidence", "cites"),
)
SUFFIXES = (".md", ".markdown", ".yml", ".yaml")
_DATES = ("date", "end_date", "end")
_TEXTS = ("summary", "description", "body")
_READ = {
    *("id", "title", "location", "place", "actors", "participants", "organisations", "tags"),
    *("type", "event_status", "status", "series", "sources", "when", "text", "path"),
}
_FENCE = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MAX_DEPTH = 12


def read_file(
    text: str, path: str, name: str, remarks: Remarks, order: Order = ""
) -> Imported | None:
    """Read one file.

    Args:
        text: all of it.
        path: as messages name it.
        name: its path within the folder.
        remarks: is told what is lost.
        order: of day and month in figures.

    Returns:
        Its event; None, and an error among the remarks, when it has none.
    """
    front, body = _parts(text, name)
    node, problems = parse_yaml(front, path)
    remarks.problems += problems
    if node is None or problems or node.shape is not Shape.MAPPING:
        if not problems:
            message = "found no front matter, expected date, title and the others between ---"
            remarks.add((1, 1), "import-row", message, severity="error", path=path)
        return None
    return _File(node, path, remarks, order).read(body, name)


def _parts(text: str, name: str) -> tuple[str, str]:
    """Return the YAML of a file, on its own lines, and the text below it."""
    text = text.lstrip("\ufeff")
    if not name.endswith((".md", ".markdown")):
        return text, ""
    fence = _FENCE.match(text)
    return ("\n" + fence[1], text[fence.end() :].strip()) if fence else ("", text.strip())


class _File:
    """The front matter of one file."""

    def __init__(self, node: Node, path: str, remarks: Remarks, order: Order) -> None:
        self.node, self.path, self.remarks, self.order = node, path, remarks, order

    def read(self, body: str, name: str) -> Imported | None:
        """Return the event; None with a remark when it has no title or no readable date."""
        title = plain_words(self._text("title"))
        if not title:
            self._refuse("title", "import-row", "found no title")
            return None
        try:
            date = self._date()
        except EdtfError as error:
            self._refuse("date", "import-date", str(error), error.suggestion)
            return None
        self._say_kept()
        parts = {key: self._text(key) for key in _TEXTS[:2] if self._text(key)}
        parts |= {"body": body} if body else {}
        text = "\n\n".join(dict.fromkeys(parts.values()))
        text = to_markdown(text) if is_html(text) else clean_prose(text)
        kind, tags = find_type([*self._list("type"), *self._list("tags")])
        status = self._text("event_status") or self._text("status")
        return Imported(
            line=1,
            path=self.path,
            key=make_key(self._text("id") or name.rsplit(".", 1)[0], title),
            original=self._original(parts, name),
            title=title,
            date=date,
            text=text,
            type=kind,
            event_status=find_status(status),
            place=self._spot(),
            participants=(*self._list("actors"), *self._list("participants")),
            organisations=self._list("organisations"),
            tags=tags,
            series=slug(self._text("series")) if self._text("series") else "",
            references=self._references(text),
        )

    def _refuse(self, key: str, code: str, reason: str, suggestion: str = "") -> None:
        hint = f'Did you mean "{suggestion}"?' if suggestion else ""
        message = f"{reason}: left out"
        self.remarks.add(self._place(key), code, message, hint, severity="error", path=self.path)

    def _place(self, key: str) -> tuple[int, int]:
        value = self.node.get(key)
        return (value.line, value.column) if value else (1, 1)

    def _text(self, key: str) -> str:
        value = self.node.get(key)
        if value is None or value.shape is not Shape.SCALAR or value.value is None:
            return ""
        return value.raw.strip()

    def _list(self, key: str) -> tuple[str, ...]:
        """Return the items of a list, or a single one; of a mapping its name."""
        value = self.node.get(key)
        items = value.items if value and value.shape is Shape.LIST else (value,) if value else ()
        names = []
        for item in items:
            named = item.get("name") if item.shape is Shape.MAPPING else item
            if named and named.shape is Shape.SCALAR and named.value is not None:
                names.append(clean_line(named.raw)[:300])
        return tuple(dict.fromkeys(name for name in names if name))

    def _date(self) -> Edtf | None:
        start, end = self._text("date"), self._text("end_date") or self._text("end")
        if not start:
            return None
        read = read_date(start, self.order)
        date, lost = read.date, read.lost
        if end:
            last = read_date(end, self.order)
            lost = lost or last.lost
            date = date if date == last.date else parse_edtf(f"{date}/{last.date}")
        if lost:
            message = f'"{lost}" of the date is in no record: EDTF cannot say it'
            self.remarks.add(self._place("date"), "import-lost", message, path=self.path)
        return date

    def _say_kept(self) -> None:
        for key in tuple(self.node.keys()):
            if key not in _READ and key not in (*_DATES, *_TEXTS):
                self.remarks.add(self._place(key), "import-lost", kept_only(key), path=self.path)
        actors = self.node.get("actors") or self.node.get("participants")
        for item in actors.items if actors else ():
            if item.shape is Shape.MAPPING and len(item.pairs) > 1:
                where = (item.line, item.column)
                self.remarks.add(where, "import-lost", kept_only("actors"), path=self.path)

    def _spot(self) -> Spot | None:
        value = self.node.get("location") or self.node.get("place")
        if value is None or value.shape is Shape.LIST:
            return None
        if value.shape is Shape.SCALAR:
            name = clean_line(value.raw) if value.value is not None else ""
            return Spot(name=name[:300]) if name else None
        named = {key: item.raw for key, item in ((k.raw, v) for k, v in value.pairs)}
        numbers = [
            _degrees(named.get(short) or named.get(long) or "", most)
            for short, long, most in (("lat", "latitude", 90), ("lon", "longitude", 180))
        ]
        name = clean_line(named.get("name") or named.get("city") or named.get("country") or "")
        if not name:
            return None
        both = numbers if None not in numbers else [None, None]
        return Spot(
            name=name[:300],
            country=clean_line(named.get("country", "")),
            latitude=both[0],
            longitude=both[1],
        )

    def _references(self, text: str) -> tuple[Reference, ...]:
        found = []
        listed = self.node.get("sources")
        for item in listed.items if listed else ():
            named = {key.raw: value.raw for key, value in item.pairs}
            if item.shape is Shape.SCALAR:
                named = {"url" if is_safe_url(item.raw) else "title": item.raw}
            reference = self._reference(named, (item.line, item.column))
            found += [reference] if reference else []
        known = {reference.url for reference in found}
        links = (Reference(title=link.words, url=link.url) for link in find_links(text))
        return (*found, *(link for link in links if link.url not in known))

    def _reference(self, named: Mapping[str, str], where: tuple[int, int]) -> Reference | None:
        url = named.get("url", "").strip()
        if url and not is_safe_url(url):
            message = f"found {url[:60]!r}, which is no address of the web: not taken"
            self.remarks.add(where, "import-lost", message, path=self.path)
            url = ""
        issued = None
        if named.get("date"):
            try:
                issued = read_date(named["date"], self.order).date
            except EdtfError as error:
                message = f"date of a source: {error}: not taken"
                self.remarks.add(where, "import-lost", message, path=self.path)
        title = clean_line(named.get("title", ""))
        if not (url or title):
            return None
        outlet = clean_line(named.get("outlet") or named.get("publisher") or "")
        return Reference(title=title, url=url or None, publisher=outlet or None, issued=issued)

    def _original(self, parts: dict[str, str], name: str) -> dict[str, Any]:
        plain = {
            key.raw: _plain(value)
            for key, value in self.node.pairs
            if key.raw not in (*_DATES, *_TEXTS)
        }
        when = {key: self._text(key) for key in _DATES if self._text(key)}
        units = {"when": when, "text": parts}
        return {"path": name, **plain, **{key: value for key, value in units.items() if value}}


def _degrees(text: str, most: int) -> float | None:
    if not re.fullmatch(r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,15})?", text.strip()):
        return None
    number = float(text)
    return number if -most <= number <= most else None


def _plain(node: Node) -> Any:  # noqa: ANN401 -- any value of YAML
    if node.shape is Shape.LIST:
        return [_plain(item) for item in node.items]
    if node.shape is Shape.MAPPING:
        return {key.raw: _plain(value) for key, value in node.pairs}
    return node.value


# ---------------------------------------------------------------------------- out


def make_entry(event: Event, words: Words) -> dict[str, Any]:
    """Return an event as front matter, with its text and its file's name."""
    place = words.content.places.get(event.place or "")
    entry = {
        "path": f"{event.id}.md",
        "id": event.id,
        "title": words.text(event.title) or event.id,
        "when": {"date": event.date.text} if event.date else {},
        "type": _unless(event.type, EventType.OTHER),
        "event_status": _unless(event.event_status, EventStatus.HAPPENED),
        "location": words.text(place.name) if place else "",
        "actors": [words.name(item.who) for item in event.participants],
        "organisations": [words.name(ref) for ref in event.organisations],
        "series": event.series or "",
        "sources": [
            {
                name: value
                for name, value in (
                    ("title", source.title),
                    ("url", source.url),
                    ("outlet", source.publisher),
                    ("date", source.issued.text if source.issued else None),
                )
                if value
            }
            for source in words.sources(event)
        ],
        "text": {"body": text} if (text := words.text(event.summary)) else {},
    }
    return {name: value for name, value in entry.items() if value}


def _unless(value: StrEnum, usual: StrEnum) -> str:
    return "" if value is usual else value.value


def render_file(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return the path of a file, safe to join to a folder, and its text."""
    path = str(entry.get("path", ""))
    if not re.fullmatch(r"(?!.*\.\.)[\w][\w .()/'-]*\.(?:md|markdown|ya?ml)", path):
        path = f"{slug(str(entry.get('id') or entry.get('title') or path))}.md"
    text = dict(entry.get("text") or {})
    body = "" if not path.endswith((".md", ".markdown")) else text.pop("body", "")
    values = {
        **{key: value for key, value in entry.items() if key not in ("path", "when", "text")},
        **(entry.get("when") or {}),
        **text,
    }
    order = ("id", "title", "date", "end_date")
    names = [*(name for name in order if name in values), *(n for n in values if n not in order)]
    front = "".join(f"{line}\n" for name in names for line in _lines(name, values[name], ""))
    if not path.endswith((".md", ".markdown")):
        return path, front
    return path, f"---\n{front}---\n" + (f"\n{body}\n" if body else "")


def _lines(name: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    key = name if re.fullmatch(r"[A-Za-z_][\w-]*", name, re.ASCII) else quote(name)
    if isinstance(value, dict) and value:
        yield f"{indent}{key}:"
        for inner, item in value.items():
            yield from _lines(str(inner), item, indent + "  ")
    elif isinstance(value, list) and value:
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, dict) and value:
        lines = [line for key, item in value.items() for line in _lines(str(key), item, "")]
        yield f"{indent}- {lines[0]}"
        yield from (f"{indent}  {line}" for line in lines[1:])
    elif isinstance(value, list) and value:
        yield f"{indent}-"
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{indent}- {_scalar(value)}"


def _scalar(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None:
        return "null"
    return repr(value)
