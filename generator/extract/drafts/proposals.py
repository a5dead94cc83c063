"""What the extractor would change in a record that belongs to its editors, one field at a time.

`content/proposals/<event>.yml`: each proposal names a field, the value that an article gives it and
the passage that says so. A proposal that was rejected stays in the file, so that it is not made
again; one that was accepted goes, as the record then says it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.errors import StoreError
from generator.record.passage import digest
from generator.record.strict_yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.record.strict_yaml import Node

FOLDER = "content/proposals"


class State(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One field of one record as an article has it."""

    event: str
    field: str
    """Field path as in evidence: ``date``, ``place``, ``participants.xi-jinping``."""
    value: str
    """What the field would say; for a participant or organisation its id."""
    found: str
    """What the record says now; empty when it says nothing."""
    source: str
    from_: str
    to: str
    at: tuple[int, int]
    hash: str
    state: State = State.OPEN

    @property
    def id(self) -> str:
        """Return a name that the same proposal has in every run."""
        return (
            "p-" + digest(f"{self.field}\n{self.value}\n{self.source}").removeprefix("sha256-")[:8]
        )


def proposal_path(event: str) -> str:
    """Return the file of an event's proposals, relative to the root."""
    return f"{FOLDER}/{event}.yml"


def read_proposals(root: Path) -> dict[str, tuple[Proposal, ...]]:
    """Return all proposals by event.

    Raises:
        StoreError: a file cannot be read, or somebody broke it.
    """
    found = {}
    for path in sorted((root / FOLDER).glob("*.yml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{path}: could not be read: {error}") from error
        node, problems = parse_yaml(text, proposal_path(path.stem))
        if problems:
            raise StoreError(str(problems[0]))
        items = node.get("proposals") if node else None
        found[path.stem] = tuple(
            _proposal(path.stem, item) for item in (items.items if items else ())
        )
    return found


def _proposal(event: str, node: Node) -> Proposal:
    at = node.get("at")
    places = [int(item.raw or 0) for item in at.items] if at else [0, 0]
    return Proposal(
        event=event,
        field=_text(node, "field"),
        value=_text(node, "value"),
        found=_text(node, "found"),
        source=_text(node, "source"),
        from_=_text(node, "from"),
        to=_text(node, "to"),
        at=(places[0], places[1]),
        hash=_text(node, "hash"),
        state=State.REJECTED if _text(node, "state") == State.REJECTED else State.OPEN,
    )


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.raw if found else ""


def join_proposals(old: Iterable[Proposal], new: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return what stands in the file after a run: the rejected ones, and what is proposed now."""
    rejected = {p.id: p for p in old if p.state is State.REJECTED}
    proposed = {p.id: p for p in new}
    joined = proposed | {
        key: replace(proposed.get(key, p), state=State.REJECTED) for key, p in rejected.items()
    }
    return tuple(sorted(joined.values(), key=lambda p: (p.field, p.value, p.source)))


def render_proposals(proposals: tuple[Proposal, ...]) -> str:
    """Return the text of a file of proposals; the same ones are the same bytes."""
    return "proposals:\n" + "".join(f"{line}\n" for p in proposals for line in _lines(p))


def _lines(proposal: Proposal) -> Iterator[str]:
    yield f"  - id: {proposal.id}"
    yield f"    state: {proposal.state}"
    yield f"    field: {proposal.field}"
    yield f"    value: {_quoted(proposal.value)}"
    if proposal.found:
        yield f"    found: {_quoted(proposal.found)}"
    yield f"    source: {proposal.source}"
    yield f"    from: {_quoted(proposal.from_)}"
    yield f"    to: {_quoted(proposal.to)}"
    yield f"    at: [{proposal.at[0]}, {proposal.at[1]}]"
    yield f"    hash: {proposal.hash}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
