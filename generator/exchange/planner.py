"""What an import would write: records, the ledger, what it says; and writing it.

`plan` decides and writes nothing, `apply` writes and decides nothing, the ledger last: an import
that was cut short finds its records again. A record that a person has touched is never written, a
deleted one does not come back, and none goes because its row went.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.exchange.imported import Remarks
from generator.exchange.ledger import FOLDER, Ledger, Row, difference, render_ledger, row_hash
from generator.exchange.naming import Registry, Words
from generator.exchange.recording import Way, changed_fields, make_event, own, update
from generator.record.disk import settle_disk, write_text
from generator.record.folding import fold
from generator.record.model import Content, ReviewStatus
from generator.record.render import record_hash
from generator.record.schema import kind_of
from generator.record.slugs import Ids, slug
from generator.record.store import default_path, has_events, is_as_written, write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path
    from typing import Any

    from generator.errors import Problem
    from generator.exchange.imported import Imported, Reading
    from generator.record.model import Event, Record
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would write."""

    records: tuple[Record, ...]
    """New and updated ones: sources, registry records, events."""
    paths: Mapping[tuple[str, str], str]
    digests: Mapping[str, str]
    """Path of a file that was read → its `file_digest`: another one is newer work."""
    ledger_path: str
    ledger: str
    problems: tuple[Problem, ...]
    """Everything that the report says, sorted by place."""
    counts: Mapping[str, int]
    """What became of the entries: ``new``, ``updated``, ``unchanged``, ``kept``, ``left out``."""


@dataclass(slots=True)
class _Work:
    """An import in the making."""

    loaded: Loaded
    known: Ledger | None
    registry: Registry
    remarks: Remarks
    describe: Callable[[Event, Words], Mapping[str, Any] | None]
    untouched: Callable[[Event], bool]
    today: date
    ids: Ids
    same: dict[tuple[str, str], list[str]]
    """Folded title and date → the records that have them and that no entry has claimed."""
    now: dict[str, str]
    """Earlier id → id of a record that was renamed."""
    events: dict[str, Event] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    originals: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Key → the entry, where the row is to keep what no record can hold of it."""
    counts: Counter[str] = field(default_factory=Counter)

    def current(self, event_id: str) -> Event | None:
        """Return a record by an id that it has or had."""
        events = self.loaded.content.events
        return events.get(event_id) or events.get(self.now.get(event_id, ""))


def plan(  # noqa: PLR0913 -- what an import depends on, each named
    reading: Reading,
    loaded: Loaded,
    root: Path,
    *,
    name: str,
    known: Ledger | None,
    language: str,
    today: date,
    describe: Callable[[Event, Words], Mapping[str, Any] | None],
) -> Plan:
    """Decide what to write for a file that was read.

    Args:
        reading: what it says.
        loaded: the records as they are.
        root: the project's root, to see whether a person has touched a file.
        name: of the ledger.
        known: the ledger of an earlier import of the same file.
        language: of its texts.
        today: what comes later is planned.
        describe: returns an event as the format of the file has it.

    Returns:
        The plan; the same file and records give the same plan, byte for byte.
    """
    known = known if has_events(root) else None
    work = _Work(
        loaded=loaded,
        known=known,
        registry=Registry(loaded.content, language),
        remarks=Remarks(reading.path),
        describe=describe,
        untouched=lambda event: _is_untouched(event, loaded, root),
        today=today,
        ids=Ids(_taken(loaded.content, known)),
        same=_by_identity(loaded.content, known),
        now={old: e.id for e in loaded.content.events.values() for old in e.formerly},
    )
    for entry in _unique(reading, work):
        _settle(entry, work)
    _note_gone(work)
    return _planned(reading, work, f"{FOLDER}/{name}.jsonl")


def _taken(content: Content, known: Ledger | None) -> set[str]:
    events = content.events.values()
    deleted = {row.event for row in known.rows.values()} if known else set()
    return {name for event in events for name in (event.id, *event.formerly)} | deleted


def _by_identity(content: Content, known: Ledger | None) -> dict[tuple[str, str], list[str]]:
    claimed = {row.event for row in known.rows.values()} if known else set()
    found: dict[tuple[str, str], list[str]] = {}
    for event in content.events.values():
        if event.id not in claimed:
            for title in dict.fromkeys(event.title.values()):
                day = event.date.text if event.date else ""
                found.setdefault((fold(title), day), []).append(event.id)
    return found


def _is_untouched(event: Event, loaded: Loaded, root: Path) -> bool:
    """Say whether a record is as a program wrote it, and nothing has been proved of it since."""
    return (
        not event.evidence
        and event.status is ReviewStatus.DRAFT
        and event.generated == record_hash(event)
        and is_as_written(root, event, loaded.paths["events", event.id])
    )


def _unique(reading: Reading, work: _Work) -> Iterator[Imported]:
    """Yield the entries, each under a key of its own; the same one twice counts once."""
    seen: dict[str, list[Imported]] = {}
    for entry in reading.entries:
        twins = seen.setdefault(entry.key, [])
        twin = next((each for each in twins if each.original == entry.original), None)
        twins.append(entry)
        if twin:
            message = f"the same as line {twin.line}: left out"
            work.remarks.add((entry.line, 1), "import-duplicate", message, path=entry.path)
            work.counts["left out"] += 1
        else:
            number = len(twins)
            yield entry if number == 1 else replace(entry, key=f"{entry.key} ({number})")


def _settle(entry: Imported, work: _Work) -> None:
    """Decide what becomes of one entry: a new record, an update, a message or nothing."""
    row = work.known.rows.get(entry.key) if work.known else None
    written = row_hash(entry.original)
    event = work.current(row.event) if row else _find_same(entry, work)
    if row and event is None:
        message = f"{row.event} was deleted here: left out"
        work.remarks.add((entry.line, 1), "import-deleted", message, path=entry.path)
        work.rows[entry.key] = row
        work.counts["left out"] += 1
    elif row and event and row.hash == written:
        work.rows[entry.key] = replace(row, event=event.id, gone=False)
        work.counts["unchanged"] += 1
    elif event:
        _settle_known(entry, row, event, written, work)
    else:
        new_id = work.ids.take(slug(entry.title))
        fresh = make_event(entry, work.registry, new_id, work.today, work.remarks)
        _write(entry, own(fresh), written, "new", work)


def _find_same(entry: Imported, work: _Work) -> Event | None:
    """Return the record that an entry is of: the one whose id it bears, else title and date."""
    event = work.current(entry.key)
    if event is None:
        day = entry.date.text if entry.date else ""
        candidates = work.same.get((fold(entry.title), day), [])
        event = work.current(candidates[0]) if candidates else None
    if event:
        for title in dict.fromkeys(event.title.values()):
            day = event.date.text if event.date else ""
            listed = work.same.get((fold(title), day), [])
            if event.id in listed:
                listed.remove(event.id)
    return event


def _settle_known(
    entry: Imported, row: Row | None, event: Event, written: str, work: _Work
) -> None:
    """Decide about an entry that has a record: update it if it is ours, else say what differs."""
    fresh = make_event(entry, work.registry, event.id, work.today, work.remarks)
    way = Way.ALL if row else Way.SAID if entry.key in (event.id, *event.formerly) else Way.EMPTY
    updated = update(event, fresh, way)
    if not (fields := changed_fields(event, updated)):
        _note(entry, event, written, work)
        work.counts["unchanged"] += 1
    elif work.untouched(event):
        _write(entry, own(updated), written, "updated", work)
    else:
        message = f"{event.id} says otherwise ({', '.join(fields)}), and has been edited: it stays"
        hint = "Correct the record, or the file."
        work.remarks.add((entry.line, 1), "import-owned", message, hint, path=entry.path)
        if row:
            work.rows[entry.key] = replace(row, event=event.id, gone=False)
        else:
            _note(entry, event, written, work)
        work.counts["kept"] += 1


def _write(entry: Imported, event: Event, written: str, what: str, work: _Work) -> None:
    work.events[event.id] = event
    work.counts[what] += 1
    _note(entry, event, written, work)


def _note(entry: Imported, event: Event, written: str, work: _Work) -> None:
    """Keep in the ledger what the record of an entry cannot hold of it."""
    work.rows[entry.key] = Row(key=entry.key, event=event.id, hash=written)
    work.originals[entry.key] = entry.original


def _note_gone(work: _Work) -> None:
    for key, row in (work.known.rows if work.known else {}).items():
        if key not in work.rows:
            work.rows[key] = replace(row, gone=True)
            if not row.gone and work.current(row.event):
                message = f"{row.event} is no longer in the file: the record stays"
                work.remarks.add((1, 1), "import-gone", message)


def _planned(reading: Reading, work: _Work, path: str) -> Plan:
    content = work.loaded.content
    after = _after(content, work)
    words = Words(after, work.registry.language)
    rows = {key: _resolved(row, after, words, work) for key, row in work.rows.items()}
    ledger = Ledger(
        format=reading.format, language=work.registry.language, head=reading.head, rows=rows
    )
    named = {name for event in work.events.values() for name in _names(event)}
    made = (record for key, record in sorted(work.registry.new.items()) if key[1] in named)
    events = (event for _, event in sorted(work.events.items()))
    return Plan(
        records=(*made, *events),
        paths=work.loaded.paths,
        digests=work.loaded.digests,
        ledger_path=path,
        ledger=render_ledger(ledger),
        problems=tuple(sorted((*reading.problems, *work.remarks.problems))),
        counts=dict(work.counts),
    )


def _names(event: Event) -> Iterator[str]:
    """Yield the ids of all records that an event names."""
    yield from (event.place or "", *event.organisations, *event.cites)
    yield from (participant.who for participant in event.participants)


def _after(content: Content, work: _Work) -> Content:
    """Return the records as they will be."""
    folders: dict[str, dict[str, Any]] = {}
    for (folder, record_id), record in work.registry.new.items():
        folders.setdefault(folder, dict(getattr(content, folder)))[record_id] = record
    folders["events"] = {**content.events, **work.events}
    return replace(content, **folders)


def _resolved(row: Row, after: Content, words: Words, work: _Work) -> Row:
    """Return a row with what an export would not write anyway."""
    original = work.originals.get(row.key)
    if original is None:
        return row
    fresh = work.describe(after.events[row.event], words) or {}
    return replace(row, kept=difference(original, fresh))


def apply(plan: Plan, root: Path, records: Callable[[tuple[Record, ...]], Any] = iter) -> None:
    """Write a plan below a root, each file whole or not at all.

    Args:
        plan: from `plan`.
        root: the project's root.
        records: passes the records on, one by one: a bar on a terminal.

    Raises:
        StoreError: a file could not be written.
    """
    for record in records(plan.records):
        path = plan.paths.get((kind_of(record).folder, record.id)) or default_path(record)
        expected = plan.digests.get(path, "")
        write_record(root, record, path=path, expected=expected, durable=False)
    settle_disk()
    target = root / plan.ledger_path
    if not target.exists() or target.read_text(encoding="utf-8") != plan.ledger:
        write_text(target, plan.ledger)
