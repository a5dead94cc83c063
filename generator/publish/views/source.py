"""The page of a source: what was read, and every statement that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.publish.amounts import format_number
from generator.publish.links import record_path, web_url
from generator.publish.marking import Mark, mark_passages
from generator.publish.markup import render_article
from generator.publish.references.works import source_work
from generator.publish.reporting import source_report
from generator.publish.views.evidence import (
    PassageView,
    claim_anchor,
    name_claim,
    passage_anchor,
    view_passage,
)
from generator.publish.views.prose import Prose, view_prose
from generator.publish.views.reference import ReferenceView, view_reference
from generator.record.edtf import display
from generator.record.model import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.publish.edition import Edition, Link, Phrase
    from generator.record.edtf import Edtf
    from generator.record.model import Event, Evidence, Source

    Passage = tuple[tuple[Event, Evidence], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim of an event that a passage supports."""

    label: str
    path: str
    """Of the claim on its event's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """An event, and which of its statements rest on a passage."""

    anchor: str
    """Where links from the event arrive."""
    event: Link
    withdrawn: str
    """The word for a withdrawn event; empty for any other."""
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A passage, and what rests on it."""

    anchor: str
    in_text: str
    """Where the passage is marked in the text below; empty when it is not shown."""
    passage: PassageView
    rests: tuple[Rest, ...]
    place: str
    """Where it stands, such as "signes 510 à 612"."""
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The text of a source that may be published, or our digest of one that may not."""

    html: Markup
    language: str
    own: bool
    """It is the source itself, not a digest of it."""
    source: Link
    rights: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The page of a source."""

    id: str
    title: Phrase
    language: str
    author: str
    container: str
    publisher: str
    issued: str
    """Empty when the article does not say."""
    implied: str
    """About when it was written, as other articles imply; empty when it says so itself."""
    accessed: str
    url: str
    archive: str
    rights: str
    length: str
    hash: str
    report: str
    """Address of the form for a source that is gone or wrong; empty where the site has none."""
    reference: ReferenceView
    digest_of: Link | None
    digests: tuple[Link, ...]
    note: Prose | None
    text: Digest | None
    uses: tuple[Use, ...]
    use_count: str
    event_count: str
    events: tuple[Link, ...]
    citing: tuple[Link, ...]
    """Events that it is named for, without a passage."""


def view_source(source: Source, edition: Edition) -> SourceView:
    """Describe a source for its page."""
    words = edition.words
    pairs = edition.catalogue.by_source.get(source.id, ())
    groups = _passages(pairs)
    text = _text(source, edition, groups)
    events = dict.fromkeys(event.id for event, _ in pairs)
    return SourceView(
        id=source.id,
        title=edition.foreign(source.title, source.language),
        language=words.language_name(source.language),
        author=source.author or "",
        container=source.container_title or "",
        publisher=source.publisher or "",
        issued=_date(source.issued, edition),
        implied="" if source.issued else _date(source.implied, edition),
        accessed=_date(source.accessed, edition),
        url=web_url(source.url),
        archive=web_url(source.archive),
        rights=source.rights or "",
        length=words("source.length", n=format_number(source.length, words))
        if source.length
        else "",
        hash=source.hash or "",
        report=source_report(source, edition),
        reference=view_reference("sources", source.id, source_work(source, edition), edition),
        digest_of=edition.link("sources", source.digest_of) if source.digest_of else None,
        digests=tuple(
            edition.link("sources", ref) for ref in edition.catalogue.digests.get(source.id, ())
        ),
        note=view_prose(source.note, edition),
        text=text,
        uses=tuple(_uses(groups, text.html if text and text.own else Markup(), edition)),
        use_count=words.count("count.passages", len(groups)),
        event_count=words.count("count.events", len(events)),
        events=tuple(edition.link("events", ref) for ref in events),
        citing=tuple(
            edition.link("events", event.id)
            for event in edition.catalogue.by_citation.get(source.id, ())
        ),
    )


def _date(date: Edtf | None, edition: Edition) -> str:
    return display(date, edition.words.language) if date else ""


def _passages(pairs: Sequence[tuple[Event, Evidence]]) -> tuple[Passage, ...]:
    """Return each passage once, in the order of the article, with all that cite it."""
    grouped = groupby(pairs, key=lambda pair: (pair[1].at, pair[1].hash))
    return tuple(tuple(members) for _, members in grouped)


def _text(source: Source, edition: Edition, passages: Sequence[Passage]) -> Digest | None:
    """Return what may be read here: the text itself under an open licence, else our digest."""
    for ref in (source.id, *edition.catalogue.digests.get(source.id, ())):
        record = edition.catalogue.content.sources.get(ref)
        text = edition.options.articles.get(ref)
        if text and record and record.rights:
            own = ref == source.id
            page = render_article(text)
            return Digest(
                html=mark_passages(page, _marks(passages, edition)) if own else page,
                language=edition.foreign("", record.language).language,
                own=own,
                source=edition.link("sources", ref),
                rights=record.rights,
            )
    return None


def _marks(passages: Sequence[Passage], edition: Edition) -> list[Mark]:
    return [
        Mark(
            passage=members[0][1],
            anchor=f"in-text-{number}",
            href=f"#use-{number}",
            number=number,
            label=edition.words("source.note_to", n=number),
        )
        for number, members in enumerate(passages, 1)
    ]


def _uses(passages: Sequence[Passage], text: Markup, edition: Edition) -> Iterator[Use]:
    """Yield each passage once, with all the events that rest on it."""
    for number, members in enumerate(passages, 1):
        first = members[0][1]
        start, end = first.at
        anchor = f"in-text-{number}"
        yield Use(
            anchor=f"use-{number}",
            in_text=f"#{anchor}" if f'id="{anchor}"' in text else "",
            passage=view_passage(members[0][0].id, first, edition),
            rests=tuple(_rest(event, item, edition) for event, item in members),
            place=edition.words("source.at", start=start, end=end),
            hash=first.hash,
        )


def _rest(event: Event, item: Evidence, edition: Edition) -> Rest:
    page = record_path("events", event.id)
    claims = ((path, name_claim(path, event, edition)) for path in item.supports)
    return Rest(
        anchor=passage_anchor(event.id, item),
        event=edition.link("events", event.id),
        withdrawn=edition.words("review.withdrawn")
        if event.status == ReviewStatus.WITHDRAWN
        else "",
        statements=tuple(
            Statement(
                label=f"{claim.label}{edition.words('quotes.colon')}{claim.value.text}"
                if claim.value.text
                else claim.label,
                path=f"{page}#{claim_anchor(path)}",
            )
            for path, claim in claims
        ),
    )
