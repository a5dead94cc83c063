"""Records as files of other programs, with what was kept of the files they once came from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.exchange import calendars, front_matter, slides, tables, timelinejs
from generator.exchange.formats import describe_in
from generator.exchange.ledger import restore
from generator.exchange.naming import Words
from generator.record.edtf import sort_key
from generator.record.model import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.exchange.ledger import Kept, Ledger
    from generator.record.model import Content, Event

TARGETS = ("timelinejs", "timelinejs-csv", "csv", "ics", "front-matter")
_HELD = {
    "timelinejs": slides.HELD,
    "timelinejs-csv": slides.HELD,
    "csv": tables.HELD,
    "ics": calendars.HELD,
    "front-matter": front_matter.HELD,
}
# Fields that a reader would miss; the others are about the record itself.
_FIELDS = (
    *("dating", "note", "place", "participants", "organisations", "series", "part_of", "follows"),
    *("figures", "evidence", "cites"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Records in another format."""

    files: Mapping[str, str]
    """Path → text; a single one, under "", where the format is one file."""
    events: int
    lost: tuple[str, ...]
    """What the format cannot hold, in words."""


def export(content: Content, target: str, ledgers: Mapping[str, Ledger], language: str) -> Export:
    """Return all events in a format, in the order of time; withdrawn ones are left out.

    Args:
        content: the records.
        target: one of `TARGETS`.
        ledgers: what earlier imports kept.
        language: of texts that there are several of.
    """
    family = slides.FORMAT if target.startswith(slides.FORMAT) else target
    own = [ledger for ledger in ledgers.values() if ledger.format == family]
    kept = _kept(own, content)
    words, describe = Words(content, language), describe_in(family)
    lost: Counter[str] = Counter()
    entries = []
    for event in sorted(content.events.values(), key=lambda e: (sort_key(e.date), e.id)):
        if event.status is ReviewStatus.WITHDRAWN:
            lost["withdrawn events"] += 1
            continue
        fresh = describe(event, words)
        if fresh is None:
            lost["events whose date the format cannot hold"] += 1
            continue
        entries.append(restore(fresh, kept.get(event.id, {})))
        if event.id not in kept:  # what came from this format goes back as it came
            lost.update(_lost_fields(event, _HELD[target]))
    files, more = _render(target, [ledger.head for ledger in own], entries)
    said = [f"{name} ({number})" for name, number in sorted(lost.items())]
    return Export(files=files, events=len(entries), lost=(*said, *more))


def _kept(ledgers: list[Ledger], content: Content) -> dict[str, Kept]:
    now = {old: event.id for event in content.events.values() for old in event.formerly}
    found: dict[str, Kept] = {}
    for ledger in ledgers:
        for row in ledger.rows.values():
            if not row.gone:
                found.setdefault(now.get(row.event, row.event), row.kept)
    return found


def _lost_fields(event: Event, held: tuple[str, ...]) -> Iterator[str]:
    for name in _FIELDS:
        if name not in held and getattr(event, name):
            yield f"{name} of events"
    if "evidence" in held and event.evidence:
        yield "passages of sources"
    if len(event.title) > 1 or len(event.summary) > 1:
        yield "texts in a second language"


def _render(
    target: str, heads: list[Mapping[str, Any]], entries: list[dict[str, Any]]
) -> tuple[dict[str, str], tuple[str, ...]]:
    if target == "timelinejs":
        return {"": timelinejs.render_json(_joined(heads), entries)}, ()
    if target == "timelinejs-csv":
        text, lost = timelinejs.render_table(_joined(heads), entries)
        return {"": text}, lost
    if target == "csv":
        return {"": tables.render_table(heads, entries)}, ()
    if target == "ics":
        return {"": calendars.render_calendar(heads, entries)}, ()
    files: dict[str, str] = {}
    for entry in entries:
        path, text = front_matter.render_file(entry)
        if path in files:  # two folders that were imported had a file of one name
            path, text = front_matter.render_file({**entry, "path": f"{entry['id']}.md"})
        files[path] = text
    return files, ()


def _joined(heads: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Return one head of several: the eras of all, of the rest the first that is there."""
    joined: dict[str, Any] = {}
    for head in heads:
        for name, value in head.items():
            if name == "eras" and isinstance(value, list):
                joined["eras"] = [*joined.get("eras", []), *value]
            else:
                joined.setdefault(name, value)
    return joined
