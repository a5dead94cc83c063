"""A person's answers to proposals: what becomes of the record's file and of the file of proposals.

`settle` decides and writes nothing, `write_settled` writes and decides nothing: the record first,
the proposals after it. Cut short in between, the record has the value and the proposal is still
there; asked again, it is found to be said already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.errors import ContentError, StoreError
from generator.extract.drafts.accepting import SINGLE, accept, is_said, said
from generator.extract.drafts.proposals import (
    EVIDENCE,
    Proposal,
    State,
    by_record,
    former_names,
    read_proposals,
    write_proposals,
)
from generator.record.checks import check_event
from generator.record.disk import file_digest, write_text
from generator.record.edtf import EdtfError
from generator.record.model import Event
from generator.record.patch import patch_record
from generator.record.schema import KINDS
from generator.record.store import read_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from generator.record.model import Content
    from generator.record.store import Loaded


class Answer(StrEnum):
    """What became of a proposal."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SAID = "said already"
    """The record says it, from the same passage: there is nothing to do."""
    CHANGED = "not applied"
    """The field has changed since the proposal was made, or two proposals contradict each other."""
    REFUSED = "refused"
    """The record would have a problem, or only a person can change it."""


DONE = frozenset({Answer.ACCEPTED, Answer.REJECTED, Answer.SAID})
"""Answers that did what was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of one proposal, and why."""

    proposal: Proposal
    answer: Answer
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One record's file and its proposals while answers are given."""

    event: str
    path: str
    """Of the record, relative to the root; empty when it has no file any more."""
    fault: str = ""
    """What is wrong with the file, when it cannot be read as a record."""
    before: str
    """The text of the file as it stands."""
    text: str
    """The same with what has been accepted."""
    proposals: tuple[Proposal, ...]
    """What its file of proposals says, with what has been answered."""
    former: tuple[str, ...] = ()
    """Earlier ids of the record that have a file of proposals too."""
    replies: tuple[Reply, ...] = ()
    """One for each proposal that was answered."""


def open_drafts(root: Path, loaded: Loaded) -> dict[str, Draft]:
    """Return every record that something is or was proposed for, by its id.

    Args:
        root: the project's root.
        loaded: the records below it; those with problems too.

    Raises:
        StoreError: a file cannot be read.
    """
    kept = read_proposals(root)
    events = loaded.content.events
    former = former_names(kept, events)
    broken = {
        PurePosixPath(problem.path).stem: problem
        for problem in reversed(loaded.problems)
        if problem.severity == "error" and problem.path.startswith("content/events/")
    }
    drafts = {}
    for event, proposals in sorted(by_record(kept, events).items()):
        fault = None if event in events else broken.get(event)
        path = fault.path if fault else loaded.paths.get(("events", event), "")
        text = _read_text(root / path) if path and not fault else ""
        drafts[event] = Draft(
            event=event,
            path=path,
            fault=f"{fault}. Mend the record first" if fault else "",
            before=text,
            text=text,
            proposals=proposals,
            former=former.get(event, ()),
        )
    return drafts


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode()  # as it stands, with its own line ends
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: could not be read: {error}") from error


def reject(draft: Draft, chosen: Iterable[Proposal]) -> Draft:
    """Return a draft with proposals rejected; the record stays as it is."""
    names = {proposal.id for proposal in chosen}
    replies = (Reply(proposal=p, answer=Answer.REJECTED) for p in draft.proposals if p.id in names)
    left = (replace(p, state=State.REJECTED) if p.id in names else p for p in draft.proposals)
    return replace(draft, proposals=tuple(left), replies=(*draft.replies, *replies))


def accept_all(
    draft: Draft, chosen: Collection[Proposal], content: Content, *, force: bool = False
) -> Draft:
    """Return a draft with proposals accepted, as far as they can be.

    Args:
        draft: the record and its proposals as they are.
        chosen: those to accept.
        content: the other records, which the new values must name.
        force: accept even where the field has changed since it was proposed.
    """
    for proposal in chosen:
        rivals = [p for p in chosen if p.field == proposal.field and p.value != proposal.value]
        if rivals and proposal.field in SINGLE:
            why = f"{rivals[0].id} says {rivals[0].value}: accept one of the two by its name"
            reply = Reply(proposal=proposal, answer=Answer.CHANGED, why=why)
            draft = replace(draft, replies=(*draft.replies, reply))
        else:
            draft = _accept_one(draft, proposal, content, force=force)
    return draft


def _accept_one(draft: Draft, proposal: Proposal, content: Content, *, force: bool) -> Draft:
    text, answer, why = _text_with(draft, proposal, content, force=force)
    reply = Reply(proposal=proposal, answer=answer, why=why)
    left = draft.proposals
    if answer in {Answer.ACCEPTED, Answer.SAID}:
        left = tuple(p for p in left if p.id != proposal.id)
    return replace(draft, text=text, proposals=left, replies=(*draft.replies, reply))


def _text_with(
    draft: Draft, proposal: Proposal, content: Content, *, force: bool
) -> tuple[str, Answer, str]:
    """Return the text of the record with a proposal, what became of it, and why."""
    event, why = _event_of(draft)
    if event is None:
        return draft.text, Answer.REFUSED, why
    if is_said(event, proposal):
        return draft.text, Answer.SAID, ""
    now = said(event, proposal.field)
    if now not in {proposal.found, proposal.value} and not force and proposal.field != EVIDENCE:
        why = f"the record says {now or 'nothing'} now, and said {proposal.found or 'nothing'} then"
        return draft.text, Answer.CHANGED, why
    try:
        wanted = accept(event, proposal)
        text = patch_record(KINDS["events"], draft.path, draft.text, wanted)
    except (ContentError, StoreError, EdtfError) as error:
        return draft.text, Answer.REFUSED, str(error)
    made = _problems(wanted, content) - _problems(event, content)
    if made:
        return draft.text, Answer.REFUSED, "; ".join(sorted(made))
    return text, Answer.ACCEPTED, ""


def _event_of(draft: Draft) -> tuple[Event | None, str]:
    if not draft.path:
        return None, "the record was deleted"
    if draft.fault:
        return None, draft.fault
    text = draft.text.removeprefix("\ufeff").replace("\r\n", "\n")
    record, problems = read_record(KINDS["events"], draft.path, text)
    return (record, "") if isinstance(record, Event) else (None, str(problems[0]))


def _problems(event: Event, content: Content) -> set[str]:
    """Return what is wrong between a record and the others, in words."""
    return {f"{p.message}. {p.hint}".strip() for p in check_event(event, content)}


def write_settled(root: Path, draft: Draft) -> None:
    """Write what answers have made of a record and of its proposals.

    Raises:
        StoreError: a file could not be written, or the record was changed in the meantime.
    """
    if draft.text != draft.before:
        expected = file_digest(draft.before.encode())
        write_text(root / draft.path, draft.text, expected=expected)
    if draft.replies:
        write_proposals(root, draft.event, draft.proposals, draft.former)
