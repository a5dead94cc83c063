"""What one record tells of itself that other records are held against, with the places.

`timeline check` holds 10,000 records against each other within a second because it keeps these few
lines of each, and neither the record nor its file: names it uses, ids it had, its date and title.
Plain lists and texts, so that the cache writes and reads them as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.record.disagreement import figure_rows
from generator.record.edtf import earliest, latest
from generator.record.faults import shown_length
from generator.record.folding import fold
from generator.record.model import Event, EventStatus, Indicator, Place, ReviewStatus, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.edtf.parse import Day
    from generator.record.model import Record
    from generator.record.strict_yaml import Node

At = tuple[int, int, int]
"""Line, column and length of what a problem is about."""
Fields = tuple[str | int, ...]
"""The way to a value: names of fields and places in lists."""


_SINGLE = ("place", "part_of")  # fields of an event with one name, not a list of them


class Facts(NamedTuple):
    """What one record tells the others."""

    folder: str
    id: str
    path: str
    at: At
    """Of the whole record."""
    references: tuple[tuple[str, str, int, int, int], ...]
    """Kind and id of each record that it names, and where; kinds are those of the messages."""
    formerly: tuple[tuple[str, int, int, int], ...]
    """Ids that it had, and where they stand."""
    more: dict[str, Any]
    """What records of one kind tell besides."""


def gather_facts(record: Record, folder: str, path: str, node: Node | None, text: str) -> Facts:
    """Return what a record tells the others.

    Args:
        record: what the file says.
        folder: of its kind.
        path: of its file.
        node: its fields, for their places; without it, all places are the file's first.
        text: the file as it is read.
    """

    def at(*fields: str | int) -> At:
        return _place(node, fields, text)

    references = tuple((kind, target, *at(*way)) for kind, target, way in names_of(record))
    formerly = tuple(
        (former, *at("formerly", index)) for index, former in enumerate(record.formerly)
    )
    more: dict[str, Any] = {}
    if isinstance(record, Event):
        more = _event_facts(record)
        more["places"] = [at("title"), at("date")]
        if more["figures"]:
            more["units"] = [at("figures", index, "unit") for index in range(len(record.figures))]
        if more["live"] and any(item.says for item in record.evidence):
            more["says"] = {name: at(name) for name in (node.keys() if node else ())}
    elif isinstance(record, Source):
        issued = record.issued and latest(record.issued)
        more = {"issued": issued and [record.issued.text, *issued] if record.issued else None}
        more["length"] = record.length
    elif isinstance(record, Indicator):
        more = {"unit": record.unit}
    return Facts(folder, record.id, path, at(), references, formerly, more)


def names_of(record: Record) -> Iterator[tuple[str, str, Fields]]:
    """Yield the kind and the id of each record that a record names, and where it does."""
    if isinstance(record, Event):
        yield from _names_of_event(record)
    elif isinstance(record, Source) and record.digest_of:
        yield "source", record.digest_of, ("digest_of",)
    elif isinstance(record, Place) and record.part_of:
        yield "place", record.part_of, ("part_of",)
    elif isinstance(record, Indicator):
        for index, place in enumerate(record.places):
            yield "place", place, ("places", index)


def _names_of_event(event: Event) -> Iterator[tuple[str, str, Fields]]:
    named: dict[str, tuple[str, tuple[str | None, ...], tuple[str, ...]]] = {
        "place": ("place", (event.place,), ()),
        "participants": ("person", tuple(item.who for item in event.participants), ("who",)),
        "organisations": ("organisation", event.organisations, ()),
        "evidence": ("source", tuple(item.source for item in event.evidence), ("source",)),
        "cites": ("source", event.cites, ()),
        "figures": ("indicator", tuple(item.indicator for item in event.figures), ("indicator",)),
        "part_of": ("event", (event.part_of,), ()),
        # "Not the same" may name a record that is gone.
        "follows": ("event", event.follows, ()),
        "same_as": ("event", event.same_as, ()),
    }
    for field, (kind, targets, inner) in named.items():
        for index, target in enumerate(targets):
            if target and not (kind == "event" and target == event.id):
                way: Fields = (field,) if field in _SINGLE else (field, index, *inner)
                yield kind, target, way


def _event_facts(event: Event) -> dict[str, Any]:
    date = event.date
    first: Day | None = earliest(date) if date else None
    live = event.status is not ReviewStatus.WITHDRAWN
    return {
        "date": date.text if date else "",
        "first": list(first) if first else None,
        "live": live,
        "happened": live and event.event_status is EventStatus.HAPPENED,
        "alike": [date.text, str(event.type), event.place or ""] if date and live else None,
        "titles": sorted({_words(title) for title in event.title.values()}),
        "apart": [
            *event.same_as,
            *event.not_same_as,
            *event.follows,
            *((event.part_of,) if event.part_of else ()),
        ],
        "figures": [list(row) for row in figure_rows(event)],
        "quoted": [
            [item.source, *item.at, sum(map(len, _quoted(item)))] for item in event.evidence
        ],
    }


def _quoted(item: Any) -> tuple[str, ...]:  # noqa: ANN401 -- Evidence
    ends = (item.from_,) if item.from_ == item.to else (item.from_, item.to)
    return (*ends, item.prefix or "", item.suffix or "")


def _words(title: str) -> str:
    """Return the words of a title in small letters, in an order of their own."""
    return " ".join(sorted(set("".join(s if s.isalnum() else " " for s in fold(title)).split())))


def _place(node: Node | None, fields: Fields, text: str) -> At:
    """Return the place of the innermost of the fields that is there."""
    place = node
    for part in fields:
        if node is None:
            break
        if isinstance(part, int):
            node = node.items[part] if part < len(node.items) else None
        else:
            node = node.get(part)
        place = node or place
    return (place.line, place.column, shown_length(place, text)) if place else (1, 1, 1)
