"""The proof of an event, claim by claim: which words of which source say so, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import bounded, format_amount
from generator.publish.edition import Edition, Link, Phrase
from generator.publish.links import Words, anchor_name, passage_url, record_path, web_url
from generator.publish.reporting import claim_report
from generator.publish.views.reasons import Reason, view_reason
from generator.record.disagreement import Dispute, Relation, disputes_of
from generator.record.edtf import EdtfError, display, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.record.model import Event, Evidence, Figure

_WORDS = {"type": "type", "event_status": "standing"}  # claims whose answers are words of ours
# Claims come in this order; what an editor adds beside it comes after, by name.
ORDER = ("title", "date", "place", "participants", "organisations", "figures")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage of a source, by its first and last words."""

    source: Link
    publisher: str
    issued: str
    first: Phrase
    last: str
    """Empty when the first words are the whole passage."""
    href: str
    """The passage itself: at the publisher's, or on our page of the source."""
    external: bool
    archive: str
    """The passage in an archive's copy of the page; empty when none is known."""
    digest_of: Link | None
    """What the source retells, when it is a digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimName:
    """One statement of an event, named."""

    label: str
    value: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One statement of an event."""

    anchor: str
    label: str
    value: Phrase
    reason: Reason
    report: str
    """Address of the form to report an error in it; empty where the site has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of several answers to the same question, and who gives it."""

    value: str
    sources: tuple[Link, ...]
    own: bool
    """It is the answer that the record gives."""
    relation: Relation
    """What it is to the record's answer: coarser, finer, contrary …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A claim on which sources differ; every answer stays."""

    label: str
    contradicted: bool
    """False when all answers can be true."""
    heading: str
    """Key of the words for what the answers are to each other."""
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Claims that rest on the same passages, and those passages."""

    claims: tuple[ClaimView, ...]
    passages: tuple[PassageView, ...]
    disagreements: tuple[Disagreement, ...]


def view_proofs(event: Event, edition: Edition) -> tuple[Proof, ...]:
    """Group the claims of an event by the passages they rest on, in a fixed order."""
    by_claim: defaultdict[str, list[Evidence]] = defaultdict(list)
    for item in event.evidence:
        for path in dict.fromkeys((*item.supports, *item.says)):
            by_claim[path].append(item)
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for path in sorted(by_claim, key=_order):
        groups[tuple(item.id for item in by_claim[path])].append(path)
    return tuple(_proof(paths, by_claim[paths[0]], event, edition) for paths in groups.values())


def claim_anchor(path: str) -> str:
    """Return the anchor of a claim on its event's page."""
    return anchor_name("claim", path)


def passage_anchor(event_id: str, item: Evidence) -> str:
    """Return the anchor of a passage on the page of its source."""
    return anchor_name("p", event_id, item.id)


def claim_counts(event: Event) -> dict[str, int]:
    """Return how many passages support each claim."""
    counts: defaultdict[str, int] = defaultdict(int)
    for item in event.evidence:
        for path in dict.fromkeys((*item.supports, *item.says)):
            counts[path] += 1
    return dict(counts)


def name_claim(path: str, event: Event, edition: Edition) -> ClaimName:
    """Name a claim and give the record's answer to it."""
    field, _, name = path.partition(".")
    return ClaimName(
        label=edition.words.label("claim", field), value=_value(field, name, event, edition)
    )


def view_claim(path: str, event: Event, edition: Edition) -> ClaimView:
    """Describe a claim: the record's answer, how it is known, how an error in it is reported."""
    named = name_claim(path, event, edition)
    passages = (item for item in event.evidence if path in (*item.supports, *item.says))
    return ClaimView(
        anchor=claim_anchor(path),
        label=named.label,
        value=named.value,
        reason=view_reason(path, event, edition),
        report=claim_report(event.id, path, named.value.text, passages, edition),
    )


def view_passage(event_id: str, item: Evidence, edition: Edition) -> PassageView:
    """Describe a passage, with the address where a reader sees it in its context."""
    anchor = passage_anchor(event_id, item)
    source = edition.catalogue.content.sources.get(item.source)
    url = web_url(source.url) if source else ""
    archive = web_url(source.archive) if source else ""
    link = edition.link("sources", item.source)
    if link.path:
        link = Link(text=link.text, path=f"{link.path}#{anchor}")
    digest = source.digest_of if source else None
    return PassageView(
        source=link,
        publisher=(source.publisher or source.container_title or "") if source else "",
        issued=display(source.issued, edition.words.language) if source and source.issued else "",
        first=edition.foreign(item.from_, source.language if source else edition.words.language),
        last="" if item.to == item.from_ else item.to,
        href=passage_url(url, words_of(item)) if url else _own_address(item, anchor, edition),
        external=bool(url),
        archive=passage_url(archive, words_of(item)) if archive else "",
        digest_of=edition.link("sources", digest) if digest else None,
    )


def figure_text(figure: Figure, edition: Edition) -> str:
    """Return a figure's value with its unit and bound."""
    amount = format_amount(figure.value, figure.unit, edition.words)
    return bounded(amount, figure.bound, edition.words)


def figure_name(figure: Figure, edition: Edition) -> Link:
    """Return what a figure counts: its indicator, else its own words."""
    if figure.indicator:
        return edition.link("indicators", figure.indicator)
    return Link(text=edition.name(figure.what, figure.id))


def _own_address(item: Evidence, anchor: str, edition: Edition) -> str:
    """Return the address of a passage on our page of its source; the text itself if it is there."""
    if item.source not in edition.catalogue.content.sources:
        return ""
    page = f"{record_path('sources', item.source)}#{anchor}"
    if item.source in edition.options.articles:
        return passage_url(page, words_of(item))
    return page


def words_of(item: Evidence) -> Words:
    """Return what a link needs of a passage."""
    return Words(first=item.from_, last=item.to, prefix=item.prefix or "", suffix=item.suffix or "")


def _proof(paths: list[str], items: list[Evidence], event: Event, edition: Edition) -> Proof:
    claims = tuple(view_claim(path, event, edition) for path in paths)
    return Proof(
        claims=claims,
        passages=tuple(view_passage(event.id, item, edition) for item in items),
        disagreements=view_disagreements(event, edition, paths),
    )


def view_disagreements(
    event: Event, edition: Edition, paths: Collection[str]
) -> tuple[Disagreement, ...]:
    """Describe on which of some claims the sources of an event differ, who says what."""
    found = disputes_of(event, edition.catalogue.content)
    described = (_disagreement(item, event, edition) for item in found if item.field in paths)
    return tuple(item for item in described if item)


def _disagreement(found: Dispute, event: Event, edition: Edition) -> Disagreement | None:
    claim = name_claim(found.field, event, edition)
    own = claim.value.text
    readings: dict[str, Reading] = {}
    for answer in found.answers:
        value = answer.value
        text = own if value is None else _said(found.field, value, event, edition)
        links = tuple(edition.link("sources", ref) for ref in answer.sources)
        known = readings.get(text)
        readings[text] = Reading(
            value=text,
            sources=(*known.sources, *links) if known else links,
            own=text == own,
            relation=known.relation if known else answer.relation,
        )
    if len(readings) == 1:
        return None
    relations = {reading.relation for reading in readings.values() if not reading.own}
    return Disagreement(
        label=claim.label,
        contradicted=Relation.CONTRARY in relations,
        heading=_heading(relations),
        readings=tuple(readings.values()),
    )


def _heading(relations: set[Relation]) -> str:
    """Return the words for several answers: they differ, or say the same more or less exactly."""
    if Relation.CONTRARY in relations:
        return "proof.disagree"
    only = relations.pop() if len(relations) == 1 else None
    return {Relation.COARSER: "proof.coarser", Relation.FINER: "proof.finer"}.get(
        only or Relation.COMPATIBLE, "proof.compatible"
    )


def _said(path: str, value: str, event: Event, edition: Edition) -> str:
    """Return what a source says, in the form that the record's own answer has."""
    field, _, name = path.partition(".")
    if field == "date":
        try:
            return display(parse_edtf(value), edition.words.language)
        except EdtfError:
            return value
    if field == "place":
        return edition.link("places", value).text.text
    if field == "figures" and (figure := _figure(event, name)):
        try:
            return format_amount(float(value), figure.unit, edition.words)
        except (ValueError, OverflowError):
            return value
    return value


def _value(field: str, name: str, event: Event, edition: Edition) -> Phrase:
    """Return the record's own answer to a claim."""
    words = edition.words
    if field == "title":
        return edition.name(event.title, event.id)
    if field == "place" and event.place:
        return edition.link("places", event.place).text
    if field in {"participants", "organisations"} and name:
        return edition.subject(name).text
    if field == "figures" and (figure := _figure(event, name)):
        counted = figure_name(figure, edition).text.text
        return Phrase(text=words("figure.named", what=counted, amount=figure_text(figure, edition)))
    if field == "date":
        text = display(event.date, words.language) if event.date else words("date.unknown")
    elif field in {"type", "event_status"}:
        text = words(f"{_WORDS[field]}.{getattr(event, field)}")
    elif field in {"follows", "part_of"}:
        text = ", ".join(edition.link("events", ref).text.text for ref in _events(event, field))
    else:
        text = name
    return Phrase(text=text)


def _events(event: Event, field: str) -> tuple[str, ...]:
    return event.follows if field == "follows" else tuple(filter(None, (event.part_of,)))


def _figure(event: Event, name: str) -> Figure | None:
    """Return the figure that a path such as ``figures.trade-2024.value`` speaks of."""
    figure_id, _, _ = name.partition(".")
    return next((item for item in event.figures if item.id == figure_id), None)


def _order(path: str) -> tuple[int, str]:
    field, _, _ = path.partition(".")
    return ORDER.index(field) if field in ORDER else len(ORDER), path
