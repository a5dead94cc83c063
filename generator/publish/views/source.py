"""The page of a source: what was read, and every statement that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.publish.amounts import format_number
from generator.publish.links import record_path, web_url
from generator.publish.markup import render_article
from generator.publish.views.evidence import (
    PassageView,
    claim_anchor,
    passage_anchor,
    view_claim,
    view_passage,
)
from generator.publish.views.prose import Prose, view_prose
from generator.record.edtf import display
from generator.record.model import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from generator.publish.edition import Edition, Link, Phrase
    from generator.record.edtf import Edtf
    from generator.record.model import Event, Evidence, Source


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
    implied: str
    """About when it was written, as other articles imply; empty when it says so itself."""
    """Empty when the article does not say."""
    accessed: str
    url: str
    archive: str
    rights: str
    length: str
    hash: str
    digest_of: Link | None
    digests: tuple[Link, ...]
    note: Prose | None
    text: Digest | None
    uses: tuple[Use, ...]
    use_count: str
    events: tuple[Link, ...]
    citing: tuple[Link, ...]
    """Events that it is named for, without a passage."""


def view_source(source: Source, edition: Edition) -> SourceView:
    """Describe a source for its page."""
    words = edition.words
    pairs = edition.catalogue.by_source.get(source.id, ())
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
        digest_of=edition.link("sources", source.digest_of) if source.digest_of else None,
        digests=tuple(
            edition.link("sources", ref) for ref in edition.catalogue.digests.get(source.id, ())
        ),
        note=view_prose(source.note, edition),
        text=_text(source, edition),
        uses=tuple(_uses(pairs, edition)),
        use_count=words.count("count.passages", len(pairs)),
        events=tuple(
            edition.link("events", ref) for ref in dict.fromkeys(event.id for event, _ in pairs)
        ),
        citing=tuple(
            edition.link("events", event.id)
            for event in edition.catalogue.by_citation.get(source.id, ())
        ),
    )


def _date(date: Edtf | None, edition: Edition) -> str:
    return display(date, edition.words.language) if date else ""


def _text(source: Source, edition: Edition) -> Digest | None:
    """Return what may be read here: the text itself under an open licence, else our digest."""
    for ref in (source.id, *edition.catalogue.digests.get(source.id, ())):
        record = edition.catalogue.content.sources.get(ref)
        text = edition.options.articles.get(ref)
        if text and record and record.rights:
            return Digest(
                html=render_article(text),
                language=edition.foreign("", record.language).language,
                own=ref == source.id,
                source=edition.link("sources", ref),
                rights=record.rights,
            )
    return None


def _uses(pairs: Sequence[tuple[Event, Evidence]], edition: Edition) -> Iterator[Use]:
    """Yield each passage once, with all the events that rest on it."""
    for (span, digest), group in groupby(pairs, key=lambda pair: (pair[1].at, pair[1].hash)):
        members = list(group)
        start, end = span
        yield Use(
            passage=view_passage(members[0][0].id, members[0][1], edition),
            rests=tuple(_rest(event, item, edition) for event, item in members),
            place=edition.words("source.at", start=start, end=end),
            hash=digest,
        )


def _rest(event: Event, item: Evidence, edition: Edition) -> Rest:
    page = record_path("events", event.id)
    claims = ((path, view_claim(path, event, edition)) for path in item.supports)
    return Rest(
        anchor=passage_anchor(event.id, item),
        event=edition.link("events", event.id),
        withdrawn=edition.words("review.withdrawn")
        if event.status == ReviewStatus.WITHDRAWN
        else "",
        statements=tuple(
            Statement(
                label=f"{claim.label} : {claim.value.text}" if claim.value.text else claim.label,
                path=f"{page}#{claim_anchor(path)}",
            )
            for path, claim in claims
        ),
    )
