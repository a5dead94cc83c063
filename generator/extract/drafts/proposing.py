"""What an article would change in a record that belongs to its editors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.drafts.drafting import ORDER
from generator.extract.drafts.proposals import EVIDENCE, Proposal
from generator.record.disagreement import Relation, relate_dates
from generator.record.edtf import precision
from generator.record.event_fields import supportable
from generator.record.model import Basis, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.edtf import Edtf
    from generator.record.model import Content, Event, Evidence


def propose(record: Event, fresh: Event, content: Content) -> tuple[Proposal, ...]:
    """Return what a fresh reading of articles has and a record has not.

    Nothing is proposed that the record says already, that is vaguer than what it says, or that
    contradicts it without saying more: editors have read the article too.

    Args:
        record: as its editors left it.
        fresh: the same event as the articles tell it.
        content: the registries; who or where they do not know is not proposed.
    """
    return tuple(proposal for proposal in _all(record, fresh, content) if proposal)


def _all(record: Event, fresh: Event, content: Content) -> Iterator[Proposal | None]:
    inferred = fresh.dating is not None and fresh.dating.basis is Basis.INFERRED
    if fresh.date and not inferred and _says_more(fresh.date, record.date):
        found = record.date.text if record.date else None
        dated = _proposal(record, fresh, "date", fresh.date.text, found)
        yield replace(dated, dating=fresh.dating) if dated else None
    if fresh.place in content.places and _is_finer(fresh.place, record.place, content):
        yield _proposal(record, fresh, "place", fresh.place or "", record.place)
    own = {p.who for p in record.participants} | set(record.organisations)
    actors = {*content.people, *content.organisations, *content.places}
    states = {content.people[who].country for who in own if who in content.people}
    for participant in fresh.participants:
        place = content.places.get(participant.who)
        if place and place.country in states:
            continue  # the record has the person who acts for it
        if participant.who in actors and participant.who not in own:
            yield _proposal(record, fresh, f"participants.{participant.who}", participant.who)
    for body in fresh.organisations:
        if body in content.organisations and body not in own:
            yield _proposal(record, fresh, f"organisations.{body}", body)
    cited = {content.original(item.source) for item in record.evidence}
    words = {item.hash for item in record.evidence}
    for source in sorted({item.source for item in fresh.evidence}):
        items = [item for item in fresh.evidence if item.source == source]
        known = content.original(source) in cited or any(item.hash in words for item in items)
        if not known:  # the same words in another article are the same text, mended or copied
            yield _more_proof(record, fresh, items[0])


def _more_proof(record: Event, fresh: Event, item: Evidence) -> Proposal:
    """Return a proposal to cite a passage for what the record says; it may say it differently."""
    fields = [
        f for f in item.supports if f == "title" or (f != "place" and f in supportable(record))
    ]
    says = dict(item.says)
    if record.date is None or fresh.date is None:
        fields = [name for name in fields if name != "date"]
    elif "date" in fields and fresh.date.text != record.date.text:
        says.setdefault("date", fresh.date.text)
    if "place" in item.supports and fresh.place == record.place:
        fields.append("place")
    proposal = _from(record, item, EVIDENCE, ", ".join(fields or ["title"]))
    return replace(proposal, says={name: text for name, text in says.items() if name in fields})


def _says_more(fresh: Edtf, known: Edtf | None) -> bool:
    """Say whether a date is finer than what a record has, and lies inside it."""
    if known is None:
        return True
    if ORDER.index(precision(fresh)) >= ORDER.index(precision(known)):
        return False
    return relate_dates(fresh, known) is Relation.FINER


def _is_finer(fresh: str | None, known: str | None, content: Content) -> bool:
    if known is None or fresh is None:
        return known is None
    place, own = content.places[fresh], content.places.get(known)
    inside = own is not None and own.kind is PlaceKind.COUNTRY and place.country == own.country
    return inside and place.kind is not PlaceKind.COUNTRY


def _proposal(
    record: Event, fresh: Event, field: str, value: str, found: str | None = None
) -> Proposal | None:
    """Return a proposal with the passage that supports it; None when nothing does."""
    proving = (each for each in fresh.evidence if field in each.supports and field not in each.says)
    item = next(proving, None)
    return _from(record, item, field, value, found) if item else None


def _from(
    record: Event, item: Evidence, field: str, value: str, found: str | None = None
) -> Proposal:
    return Proposal(
        event=record.id,
        field=field,
        value=value,
        found=found,
        source=item.source,
        from_=item.from_,
        to=item.to,
        at=item.at,
        hash=item.hash,
    )
