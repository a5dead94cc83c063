"""What earlier runs left besides the records: the ledger, proposals, what a person has touched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.extract.drafts.ledger import VERSION, read_ledger
from generator.extract.drafts.proposals import State, by_record, former_names, read_proposals
from generator.record.render import record_hash
from generator.record.store import has_events, is_as_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.extract.drafts.ledger import Entry
    from generator.extract.drafts.proposals import Proposal
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What earlier runs left besides the records."""

    ledger: Mapping[str, Entry] = field(default_factory=dict)
    proposals: Mapping[str, tuple[Proposal, ...]] = field(default_factory=dict)
    """By record, be it renamed since."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Record → its earlier ids that have a file of proposals."""
    touched: frozenset[str] = frozenset()
    """Ids of events that a person had a hand in: by a change to the file, be it a comment, or by
    rejecting a proposal."""


def read_kept(root: Path, loaded: Loaded) -> Kept:
    """Return what earlier runs left below a root.

    Args:
        root: the project's root.
        loaded: the records below it.

    Raises:
        StoreError: the ledger, a record or a file of proposals cannot be read.
    """
    touched = frozenset(
        event.id
        for event in loaded.content.events.values()
        if event.generated != record_hash(event)
        or not is_as_written(root, event, loaded.paths["events", event.id])
    )
    # Without its folder of events the site starts anew: an editor deletes records, not the folder.
    ledger = read_ledger(root) if has_events(root) else {}
    events, filed = loaded.content.events, read_proposals(root)
    proposals = by_record(filed, events)
    judged = {p.event for found in proposals.values() for p in found if p.state is State.REJECTED}
    return Kept(
        ledger=ledger,
        proposals=proposals,
        former=former_names(filed, events),
        touched=touched | judged,
    )


def stale(root: Path, paths: Sequence[Path], extractor: str = "") -> tuple[Path, ...]:
    """Return the articles that are new, have changed or were read by an older extractor.

    Quick: compares hashes of files, reads no article.

    Args:
        root: the project's root.
        paths: article files.
        extractor: version of the one that is to read them; empty for our rules.
    """
    ledger = read_ledger(root) if has_events(root) else {}  # as in `read_kept`
    known = {entry.file for entry in ledger.values() if entry.extractor == (extractor or VERSION)}
    return tuple(path for path in paths if file_hash(path) not in known)


def file_hash(path: Path | str) -> str:
    """Return the hash of a file's bytes; empty when it cannot be read."""
    try:
        return "sha256-" + hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
