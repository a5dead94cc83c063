"""From an entry of a foreign timeline to an event record: what it says, and nothing it does not.

An entry has no passage that proves it, so the record is a draft without evidence; the sources that
it names are cited (docs/adr/0011-sources-without-a-passage.md).
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from generator.exchange.imported import MAX_TEXT, MAX_TITLE, clean_line, shorten
from generator.record.edtf import earliest
from generator.record.model import Event, EventStatus, EventType, Participant
from generator.record.render import record_hash

if TYPE_CHECKING:
    from datetime import date

    from generator.exchange.imported import Imported, Remarks
    from generator.exchange.naming import Registry
    from generator.record.model import Text

WRITTEN = (  # fields that an import writes, and the only ones that it ever changes
    *("title", "date", "type", "event_status", "summary", "note", "place", "participants"),
    *("organisations", "series", "cites"),
)
TAGS = {"fr": "Mots-clés : ", "de": "Schlagwörter: ", "es": "Etiquetas: "}
_TEXTS = ("title", "summary", "note")
_USUAL = (EventType.OTHER, EventStatus.HAPPENED)  # what is written where nothing is said


def make_event(
    entry: Imported, registry: Registry, event_id: str, today: date, remarks: Remarks
) -> Event:
    """Return the record of an entry.

    Args:
        entry: what the file says.
        registry: finds and makes the records that it names.
        event_id: the id that the record has or gets.
        today: what comes after it is planned, unless the entry says otherwise.
        remarks: is told what does not fit.
    """
    language = registry.language
    for name, text, limit in (("title", entry.title, MAX_TITLE), ("text", entry.text, MAX_TEXT)):
        if len(text) > limit:
            message = f"the {name} has {len(text)} characters, of which {limit} are taken"
            remarks.add((entry.line, 1), "import-lost", message, path=entry.path)
    bodies = tuple(dict.fromkeys(registry.organisation(name) for name in entry.organisations))
    actors = dict.fromkeys(registry.actor(name) for name in entry.participants)
    cites = dict.fromkeys(registry.source(each) for each in entry.references)
    event = Event(
        id=event_id,
        title={language: shorten(entry.title, MAX_TITLE)},
        date=entry.date,
        type=entry.type or EventType.OTHER,
        event_status=entry.event_status or _standing(entry, today),
        summary=_text(shorten(entry.text, MAX_TEXT), language),
        note=_text(_tags(entry.tags, language), language),
        place=registry.place(entry.place) if entry.place else None,
        participants=tuple(Participant(who=who) for who in actors),
        organisations=bodies,
        series=entry.series or None,
        cites=tuple(cites),
    )
    for message in registry.guessed:
        hint = "Correct the new record where that is wrong."
        remarks.add((entry.line, 1), "import-guess", message, hint, path=entry.path)
    registry.guessed.clear()
    return event


def own(event: Event) -> Event:
    """Return a record with the hash of itself, by which a later import knows it is untouched."""
    event = replace(event, generated=None)
    return replace(event, generated=record_hash(event))


class Way(Enum):
    """How far an entry may change a record that it is of."""

    ALL = "all"
    """The record was made of this entry: it says what the entry says, and no more."""
    SAID = "said"
    """The entry bears the record's id: what it says counts, what it leaves out stays."""
    EMPTY = "empty"
    """The entry is another telling, by title and date: it adds what the record leaves open."""


def update(known: Event, fresh: Event, way: Way) -> Event:
    """Return a record with what an entry says now.

    Args:
        known: the record as it is.
        fresh: the record of the entry.
        way: how far the entry may change it.
    """
    changes: dict[str, Any] = {}
    for name in WRITTEN:
        old, new = getattr(known, name), getattr(fresh, name)
        if name in _TEXTS and (new or way is Way.ALL):
            new = _merged(old, new, next(iter(fresh.title)))
        if way is Way.EMPTY and name == "cites":
            changes[name] = tuple(dict.fromkeys((*old, *new)))
        elif way is Way.ALL or (_says(new) and not (way is Way.EMPTY and _says(old))):
            changes[name] = new
    return replace(known, **changes)


def changed_fields(known: Event, other: Event) -> tuple[str, ...]:
    """Return the names of the fields in which two records differ."""
    return tuple(name for name in WRITTEN if getattr(known, name) != getattr(other, name))


def _says(value: Any) -> bool:  # noqa: ANN401 -- any value of an event's field
    return bool(value) and value not in _USUAL


def _merged(old: Text, new: Text, language: str) -> Text:
    """Return the texts of a record with one language's taken from an entry."""
    others = {tag: text for tag, text in old.items() if tag != language}
    return dict(sorted({**others, **new}.items(), key=lambda item: _place(old, item[0])))


def _place(texts: Text, language: str) -> tuple[int, str]:
    tags = list(texts)
    return (tags.index(language) if language in texts else len(tags)), language


def _standing(entry: Imported, today: date) -> EventStatus:
    first = earliest(entry.date) if entry.date else None
    ahead = first is not None and first > (today.year, today.month, today.day)
    return EventStatus.PLANNED if ahead else EventStatus.HAPPENED


def _text(text: str, language: str) -> Text:
    return {language: text} if text else {}


def _tags(tags: tuple[str, ...], language: str) -> str:
    if not tags:
        return ""
    return shorten(TAGS.get(language, "Tags: ") + clean_line(", ".join(tags)), MAX_TEXT)
