"""Changes of records in words that a reader understands: "Date: June 2025 → 16–18 June 2025"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.publish.amounts import format_amount
from generator.publish.markup import plain_text
from generator.record.difference import differences
from generator.record.edtf import EdtfError, display, parse_edtf
from generator.record.model import Event
from generator.record.schema import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.publish.edition import Edition
    from generator.publish.wording import Wording
    from generator.record.difference import Difference
    from generator.record.model import Record

SOURCE = 60  # code points of the title of a source
LONGEST = 120  # code points of one value; a summary is cut, a title is not
_DATES = frozenset(("date", "issued", "implied", "accessed", "period", "anchor"))
_NAMES = frozenset(
    ("place", "organisations", "part_of", "follows", "places", "same_as", "digest_of", "cites")
)
_LABELS = {"type": "type", "event_status": "standing", "status": "review", "role": "role"}
_LABELS |= {"kind": "place", "rule": "rule"}
_PASSAGE = frozenset(("from", "to", "at", "hash", "prefix", "suffix"))


def describe(old: Record | None, new: Record | None, edition: Edition) -> tuple[str, ...]:
    """Say what changed in a record, a sentence for each change.

    Args:
        old: as it was; None for a new record.
        new: as it is; None for one that was taken away.
        edition: the records as they are, for names, and the language.
    """
    found = differences(old, new)
    lines = (line for difference in found for line in _lines(difference, old, new, edition))
    return tuple(dict.fromkeys(lines))


def name_of(record: Record, edition: Edition) -> str:
    """Return what a record is called."""
    title = getattr(record, "title", None) or getattr(record, "name", None)
    return title if isinstance(title, str) else edition.name(title or {}, record.id).text


def _lines(
    difference: Difference, old: Record | None, new: Record | None, edition: Edition
) -> Iterator[str]:
    words, path = edition.words, difference.path
    record = new or old
    assert record is not None  # noqa: S101 -- there is no difference between nothing and nothing
    if not path:
        kind = words(f"change.{difference.turn}")
        label = words.label("change-kind", kind_of(record).name)
        yield words("change.record", kind=label, turn=kind, name=name_of(record, edition))
    elif path[0] == "evidence":
        yield from _evidence(difference, old, new, edition)
    else:
        yield _field(difference, new, edition)


def _field(difference: Difference, new: Record | None, edition: Edition) -> str:
    words = edition.words
    name = _field_name(difference.path, new, edition)
    old = _value(difference.path, difference.old, new, edition)
    now = _value(difference.path, difference.new, new, edition)
    return words(f"change.field_{difference.turn}", field=name, old=old, new=now)


def _field_name(path: tuple[str, ...], record: Record | None, edition: Edition) -> str:
    """Return what a field is called, with what tells the item apart: "Figure (trade): value"."""
    words = edition.words
    names = [words.strings.get(f"claim.{path[0]}") or words.label("field", path[0])]
    rest = list(path[1:])
    if rest and path[0] == "participants":
        names[0] += f" ({edition.subject(rest.pop(0)).text.text})"
    elif rest and path[0] == "basis":
        names[0] += f" ({_field_name(tuple(rest.pop(0).split('.', 1)), record, edition)})"
    elif rest and path[0] == "figures":
        names[0] += f" ({_figure_name(rest.pop(0), record, edition)})"
    if rest and re.fullmatch(r"[a-z]{2,3}", rest[-1]):
        names[0] += f" ({words.language_name(rest.pop())})"
    told = ", ".join((*names, *(words.label("field", part) for part in rest)))
    return told[:1].upper() + told[1:]


def _figure_name(identifier: str, record: Record | None, edition: Edition) -> str:
    figures = record.figures if isinstance(record, Event) else ()
    for figure in figures:
        if figure.id == identifier and figure.indicator:
            return edition.link("indicators", figure.indicator).text.text
        if figure.id == identifier and figure.what:
            return edition.phrase(figure.what, identifier).text
    return identifier


def _value(path: tuple[str, ...], value: Any, record: Record | None, edition: Edition) -> str:  # noqa: ANN401
    """Return a value as the site shows it."""
    words, name = edition.words, path[-1]
    if isinstance(value, dict):
        return _item(path, value, edition)
    if name == "value" and isinstance(value, int | float):
        figures = record.figures if isinstance(record, Event) else ()
        unit = next((figure.unit for figure in figures if figure.id == path[1]), "")
        return format_amount(value, unit, words) if unit else str(value)
    text = "" if value is None else str(value)
    named = path[0] in _NAMES and text
    return _word(path, text, words) or (_named(path[0], text, edition) if named else _short(text))


def _word(path: tuple[str, ...], text: str, words: Wording) -> str:
    """Return what the language has for a word or a date of ours; empty for other values."""
    name = "basis" if path[0] == "basis" else path[-1]
    if name == "language":
        return words.language_name(text) if text else ""
    if name in _DATES:
        return _date(text, words.language)
    if name == "basis":
        return words.label("basis-word", text)
    if name == "bound":
        return words.label("bound-word", text)
    return words.label(_LABELS[name], text) if name in _LABELS else ""


def _item(path: tuple[str, ...], value: dict[str, Any], edition: Edition) -> str:
    if path[0] == "participants":
        return edition.subject(value["who"]).text.text
    if path[0] == "figures":
        return format_amount(value["value"], value["unit"], edition.words)
    return _short(", ".join(f"{key}: {item}" for key, item in value.items()))


def _named(field: str, value: str, edition: Edition) -> str:
    if field in ("part_of", "follows", "same_as") and value in edition.catalogue.content.events:
        return edition.link("events", value).text.text
    if field in ("digest_of", "cites"):
        return edition.link("sources", value).text.text
    return edition.subject(value).text.text


def _date(text: str, language: str) -> str:
    try:
        return display(parse_edtf(text), language)
    except EdtfError:
        return text


def _short(text: str, longest: int = LONGEST) -> str:
    text = " ".join(plain_text(text).split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _evidence(
    difference: Difference, old: Record | None, new: Record | None, edition: Edition
) -> Iterator[str]:
    """Say which statement gained or lost a proof, or is proved by another passage now."""
    words = edition.words
    before, after = (
        {item.id: item for item in record.evidence} if isinstance(record, Event) else {}
        for record in (old, new)
    )
    name = difference.path[1]
    item = after.get(name) or before.get(name)
    if item is None:
        return
    source = _short(edition.link("sources", item.source).text.text, SOURCE)
    record = new if isinstance(new, Event) else old
    if len(difference.path) == 2:  # noqa: PLR2004 -- the whole passage
        claims, key = item.supports, f"change.proof_{difference.turn}"
    elif difference.path[2] == "supports":
        claims = (difference.new or difference.old,)
        key = f"change.proof_{difference.turn}"
    elif difference.path[2] in _PASSAGE:
        claims, key = item.supports, "change.proof_changed"
    else:  # what the source says differently
        said = replace(difference, path=tuple(difference.path[-1].split(".", 1)))
        yield f"{source} — {_field(said, record, edition)}"
        return
    for claim in claims:
        field = _field_name(tuple(claim.split(".", 1)), record, edition)
        yield words(key, field=field, source=source)
