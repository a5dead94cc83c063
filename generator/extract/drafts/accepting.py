"""A record with a proposal taken in: the value, and the passage that proves it.

What other passages said of a value that gives way stays with them, so that the record never claims
more for a source than it says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.drafts.proposals import EVIDENCE
from generator.record.edtf import parse_edtf
from generator.record.event_fields import supportable
from generator.record.model import Evidence, Participant

if TYPE_CHECKING:
    from generator.extract.drafts.proposals import Proposal
    from generator.record.model import Dating, Event

SINGLE = ("date", "place")
"""Fields with one value; the others are lists, to which a proposal adds."""
FIELDS = (*SINGLE, "participants", "organisations", EVIDENCE)
"""Fields that can be proposed."""


def said(event: Event, field: str) -> str | None:
    """Return what a record says of a field that can be proposed; None when it says nothing."""
    head, _, name = field.partition(".")
    if head == "date":
        return event.date.text if event.date else None
    if head == "participants":
        return next((name for each in event.participants if each.who == name), None)
    if head == "organisations":
        return name if name in event.organisations else None
    return event.place if head == "place" else None


def is_said(event: Event, proposal: Proposal) -> bool:
    """Say whether a record has the value of a proposal and cites its passage for it."""
    item = _same_passage(event, proposal)
    if item is None:
        return False
    fields = _fields(event, proposal)
    same = proposal.field == EVIDENCE or said(event, proposal.field) == proposal.value
    return same and set(fields) <= {*item.supports, *item.says}


def accept(event: Event, proposal: Proposal) -> Event:
    """Return a record with one proposal taken in, and its passage as evidence.

    Raises:
        EdtfError: the proposed date is none.
    """
    head, _, name = proposal.field.partition(".")
    old = said(event, proposal.field)
    if head == "date":
        event = replace(event, date=parse_edtf(proposal.value), dating=_dating(event, proposal))
    elif head == "place":
        event = replace(event, place=proposal.value)
    elif head == "participants" and old is None:
        event = replace(event, participants=(*event.participants, Participant(who=name)))
    elif head == "organisations" and old is None:
        event = replace(event, organisations=(*event.organisations, name))
    if head in SINGLE and old not in {None, proposal.value}:
        event = _as_before(event, proposal, old or "")
    return _with_passage(event, proposal)


def _dating(event: Event, proposal: Proposal) -> Dating | None:
    """Return how the date was found; what an editor noted about it stays."""
    if proposal.dating is None or event.dating is None:
        return proposal.dating or event.dating
    return replace(proposal.dating, note=event.dating.note)


def _as_before(event: Event, proposal: Proposal, value: str) -> Event:
    """Return a record whose other passages still say the value that they supported."""
    field = proposal.field
    own = _same_passage(event, proposal)
    evidence = tuple(
        replace(item, says={**item.says, field: value})
        if field in item.supports and field not in item.says and item is not own
        else item
        for item in event.evidence
    )
    return replace(event, evidence=evidence)


def _with_passage(event: Event, proposal: Proposal) -> Event:
    """Return a record that cites the passage of a proposal for all that it supports."""
    fields = _fields(event, proposal)
    own = _same_passage(event, proposal)
    if own:
        more = tuple(f for f in fields if f not in own.supports)
        grown = replace(own, supports=(*own.supports, *more))
        evidence = tuple(grown if item is own else item for item in event.evidence)
        return replace(event, evidence=evidence)
    told = ((f, text) for f, text in proposal.says.items() if f in fields)
    differs = {f: text for f, text in told if text != said(event, f)}
    item = Evidence(
        id=_free_id(event),
        source=proposal.source,
        supports=fields,
        from_=proposal.from_,
        to=proposal.to,
        at=proposal.at,
        hash=proposal.hash,
        says=differs,
    )
    return replace(event, evidence=(*event.evidence, item))


def _fields(event: Event, proposal: Proposal) -> tuple[str, ...]:
    """Return the fields that the passage of a proposal supports, of those that the record has."""
    if proposal.field != EVIDENCE:
        return (proposal.field,)
    known = supportable(event)
    return tuple(field for field in proposal.value.split(", ") if field in known)


def _same_passage(event: Event, proposal: Proposal) -> Evidence | None:
    where = (proposal.source, proposal.hash)
    return next((item for item in event.evidence if (item.source, item.hash) == where), None)


def _free_id(event: Event) -> str:
    taken = {item.id for item in event.evidence}
    number = len(taken) + 1
    while f"e{number}" in taken:
        number += 1
    return f"e{number}"
