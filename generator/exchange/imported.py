"""What every reader of a foreign format gives: entries in our terms, and what was lost.

`original` has the entry as its format wrote it, so that what a record cannot hold goes back out
(`ledger.py`). Readers are pure: text in, a `Reading` out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.errors import Problem
from generator.record.passage import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.edtf import Edtf
    from generator.record.model import EventStatus, EventType

MAX_TITLE = 300  # code points; what record/values.py allows on one line
MAX_TEXT = 5_000  # code points; what record/fields.py allows in a summary
# What record/values.py refuses in any text: controls, and signs that turn its direction around.
_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source that an entry names; nothing of it has been read."""

    title: str
    url: str | None = None
    publisher: str | None = None
    issued: Edtf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an entry says that it happened."""

    name: str
    country: str = ""
    """ISO 3166-1 alpha-2 or a name; empty when the entry does not say."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One entry of a foreign timeline."""

    line: int
    """1-based line of its first words in the file."""
    key: str
    """What tells it from the others of its file, each time the file is read."""
    original: Mapping[str, Any]
    """Its fields by the names that the format's module uses; plain values, as JSON has them."""
    title: str
    date: Edtf | None = None
    text: str = ""
    """Markdown."""
    type: EventType | None = None
    event_status: EventStatus | None = None
    place: Spot | None = None
    participants: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Words that name no type of ours."""
    series: str = ""
    references: tuple[Reference, ...] = ()
    path: str = ""
    """Its own file, where each entry has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file, or a folder of them, says."""

    format: str
    path: str
    entries: tuple[Imported, ...]
    head: Mapping[str, Any] = field(default_factory=dict)
    """What belongs to no entry: a title slide, eras, the headings of a table."""
    problems: tuple[Problem, ...] = ()
    """What could not be carried over, and what was decided without being told."""


class Remarks:
    """Collects what is to be said of one file, each with its place."""

    def __init__(self, path: str) -> None:
        """Begin with nothing to say."""
        self.path = path
        self.problems: list[Problem] = []

    def add(  # noqa: PLR0913 -- the parts of a Problem
        self,
        where: tuple[int, int],
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: str = "warning",
        path: str = "",
    ) -> None:
        """Keep one remark at a line and a column."""
        line, column = where
        problem = Problem(
            path=path or self.path,
            line=line,
            column=column,
            code=code,
            message=message,
            hint=hint,
            severity=severity,
        )
        self.problems.append(problem)


def make_key(given: str, *words: str) -> str:
    """Return what tells an entry from the others: the name it has, else its date and title."""
    return clean_line(given)[:MAX_TITLE] or digest("\n".join(words)).removeprefix("sha256-")


def kept_only(name: str) -> str:
    """Say that a value has no place in a record."""
    return f'"{name}" is kept for the way back; the site does not show it'


def clean_line(text: str) -> str:
    """Return a text on one line, without what no record may hold."""
    return " ".join(_harmless(text).split())


def clean_prose(text: str) -> str:
    """Return a text of several lines, without what no record may hold."""
    lines = (line.rstrip() for line in _harmless(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _harmless(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _SURROGATES.sub("", _REFUSED.sub("", text))


def shorten(text: str, limit: int) -> str:
    """Return a text of at most ``limit`` code points, cut at a word with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0].rstrip() or cut) + "…"


def split_list(text: str) -> tuple[str, ...]:
    """Return the items of a cell: parted by semicolons, bars or lines, each once."""
    items = (clean_line(item) for item in re.split(r"[;|\n]", text))
    return tuple(dict.fromkeys(item for item in items if item))
