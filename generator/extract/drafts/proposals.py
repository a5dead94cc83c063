"""What the extractor would change in a record that belongs to its editors, one field at a time.

`content/proposals/<event>.yml`: each proposal names a field, the value that an article gives it and
the passage that says so. A proposal that was rejected stays in the file, so that it is not made
again; one that was accepted goes, as the record then says it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.errors import StoreError
from generator.record.disk import remove_file, write_text
from generator.record.event_fields import EVENT
from generator.record.faults import Faults
from generator.record.passage import digest
from generator.record.render import render_item
from generator.record.rules import Field, ListRule, ObjectRule
from generator.record.schema import walk_fields
from generator.record.strict_yaml import parse_yaml
from generator.record.values import MAX_LINE, ChoiceRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from generator.record.model import Dating, Event, Text

FOLDER = "content/proposals"
EVIDENCE = "evidence"
"""The field of a proposal that adds no value, only a source that says what the record says."""


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
    found: str | None = None
    """What the record said when this was proposed."""
    source: str
    from_: str
    to: str
    at: tuple[int, int]
    hash: str
    says: Text = dataclasses.field(default_factory=dict)
    """As in evidence: what the passage says of other fields, where it differs from the record."""
    dating: Dating | None = None
    """Of a date: how it was found."""
    state: State = State.OPEN

    @property
    def id(self) -> str:
        """Return a name that the same proposal has in every run."""
        value = "" if self.field == EVIDENCE else self.value
        return "p-" + digest(f"{self.field}\n{value}\n{self.source}").removeprefix("sha256-")[:8]

    @property
    def words(self) -> tuple[str, str, str]:
        """Return what tells that another article proposes the same from the same words."""
        return self.field, "" if self.field == EVIDENCE else self.value, self.hash


def _read(*, id: str, **values: Any) -> Proposal:  # noqa: A002, ANN401, ARG001 -- computed anew
    return Proposal(event="", **values)


def _row(name: str, rule: Any = None, *, required: bool = True) -> Field:  # noqa: ANN401
    known = dict(walk_fields(EVENT)).get(f"evidence.{name}" if rule is None else "")
    if known:
        return known
    return Field(name=name, rule=rule, about={}, example="…", required=required)


_RULE = ObjectRule(
    make=_read,
    fields=(
        _row("id", TextRule()),
        _row("state", ChoiceRule(choices=State)),
        _row("field", TextRule()),
        _row("value", TextRule(longest=20 * MAX_LINE)),
        _row("found", TextRule(), required=False),
        *(_row(name) for name in ("source", "from", "to", "at", "hash", "says")),
        _row("dating", dict(walk_fields(EVENT))["dating"].rule, required=False),
    ),
)


def proposal_path(event: str) -> str:
    """Return the file of an event's proposals, relative to the root."""
    return f"{FOLDER}/{event}.yml"


def read_proposals(root: Path) -> dict[str, tuple[Proposal, ...]]:
    """Return all proposals by the event that their file is named after.

    Raises:
        StoreError: a file cannot be read, or somebody broke it.
    """
    return {path.stem: _read_file(path) for path in sorted((root / FOLDER).glob("*.yml"))}


def _read_file(path: Path) -> tuple[Proposal, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: could not be read: {error}") from error
    name = proposal_path(path.stem)
    node, problems = parse_yaml(text, name)
    listed = node.get("proposals") if node and not problems else None
    faults = Faults(name)
    found = ListRule(item=_RULE).read(listed, faults) if listed else ()
    problems = (*problems, *faults.problems)
    if problems:
        raise StoreError(str(problems[0]))
    return tuple(replace(proposal, event=path.stem) for proposal in found or ())


def by_record(
    kept: Mapping[str, tuple[Proposal, ...]], events: Mapping[str, Event]
) -> dict[str, tuple[Proposal, ...]]:
    """Return proposals by the record that they are for, be it renamed since.

    Args:
        kept: the proposals as their files have them.
        events: the records; one that is gone keeps its proposals under its old id.
    """
    now = {former: event.id for event in events.values() for former in event.formerly}
    joined: dict[str, dict[str, Proposal]] = {}
    for name, proposals in sorted(kept.items()):
        event = name if name in events else now.get(name, name)
        found = joined.setdefault(event, {})
        for proposal in proposals:
            if proposal.id not in found or proposal.state is State.REJECTED:
                found[proposal.id] = replace(proposal, event=event)
    return {event: _sorted(found.values()) for event, found in joined.items()}


def former_names(
    kept: Mapping[str, tuple[Proposal, ...]], events: Mapping[str, Event]
) -> dict[str, tuple[str, ...]]:
    """Return for each record that was renamed which files of proposals bear an earlier name."""
    found = {e.id: tuple(name for name in e.formerly if name in kept) for e in events.values()}
    return {event: names for event, names in found.items() if names}


def join_proposals(
    old: Iterable[Proposal],
    new: Iterable[Proposal],
    *,
    read: Collection[str] = (),
    judged: Iterable[Proposal] = (),
) -> tuple[Proposal, ...]:
    """Return what stands in the file after a run.

    Args:
        old: what stood in it.
        new: what is proposed now.
        read: the sources that were read now: what they proposed before and no longer do, goes.
        judged: proposals for records that are gone, in case this one is theirs under another name.

    Returns:
        The rejected ones, the open ones of articles that were not read, and the new ones. What was
        rejected before, in this article or by the same words of another, stays so; what another
        article proposes by the same words is not proposed twice: it is the same text, mended.
    """
    old = tuple(old)
    refused = [p for p in (*old, *judged) if p.state is State.REJECTED]
    names, words = {p.id for p in refused}, {p.words for p in refused}
    found = {p.id: p for p in old if p.state is State.REJECTED or p.source not in read}
    open_words = {p.words for p in found.values()} - words
    for proposal in new:
        again = proposal.id in names or proposal.words in words
        if again or proposal.words not in open_words:
            found[proposal.id] = replace(proposal, state=State.REJECTED) if again else proposal
            open_words.add(proposal.words)
    return _sorted(found.values())


def _sorted(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(proposals, key=lambda p: (p.field, p.value, p.source)))


def render_proposals(proposals: Iterable[Proposal]) -> str:
    """Return the text of a file of proposals; the same ones are the same bytes."""
    lines = (line for proposal in proposals for line in render_item(proposal, _RULE, "  "))
    return "".join(f"{line}\n" for line in ("proposals:", *lines))


def write_proposals(
    root: Path, event: str, proposals: tuple[Proposal, ...], former: Iterable[str] = ()
) -> None:
    """Write the proposals for a record, or remove their file when there are none.

    Args:
        root: the project's root.
        event: the id of the record.
        proposals: all that its file shall say.
        former: earlier ids of the record; their files go once their proposals are in the new one.

    Raises:
        StoreError: a file could not be written.
    """
    target = root / proposal_path(event)
    text = render_proposals(proposals)
    if not proposals:
        remove_file(target)
    elif not target.exists() or target.read_bytes() != text.encode():
        write_text(target, text)
    for name in former:
        remove_file(root / proposal_path(name))
