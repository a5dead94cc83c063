"""What can be cited: an event's page and the articles behind it, with nothing in it but records.

No author is taken apart into first and last names, no day is made up, and what a source does not
say stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.links import record_path, web_url
from generator.record.edtf import Edtf, Kind, parse_edtf

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.edtf.parse import Point
    from generator.record.model import Event, Source

WEB_PAGE, ARTICLE = "webpage", "article-newspaper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing to be cited, in the names of the Citation Style Language."""

    key: str
    """Letters, digits and hyphens; unlike that of any other work of the site."""
    type: str
    title: str
    language: str
    author: str = ""
    """As the article names them, in one piece."""
    container_title: str = ""
    publisher: str = ""
    issued: Edtf | None = None
    accessed: Edtf | None = None
    url: str = ""
    note: str = ""


def event_work(event: Event, edition: Edition) -> Work:
    """Return the page of an event; it is as old as the last change of its record."""
    changes = edition.options.history.of(edition.edit_path("events", event.id))
    changed = parse_edtf(changes[0].when.date().isoformat()) if changes else None
    title = edition.name(event.title, event.id)
    return Work(
        key=f"event-{event.id}",
        type=WEB_PAGE,
        title=title.text,
        language=title.language or edition.words.language,
        container_title=edition.options.site_name,
        issued=changed,
        url=edition.url(record_path("events", event.id)),
    )


def source_work(source: Source, edition: Edition) -> Work:
    """Return an article that was read, or a digest of ours."""
    url = web_url(source.url)
    page = edition.url(record_path("sources", source.id))
    own = edition.options.site_name if source.digest_of else ""
    paper = source.container_title or source.publisher or own
    return Work(
        key=f"source-{source.id}",
        type=WEB_PAGE if source.digest_of else ARTICLE,
        title=source.title,
        language=source.language,
        author=source.author or "",
        container_title=paper,
        publisher=(source.publisher or "") if source.publisher != paper else "",
        issued=source.issued,
        accessed=source.accessed,
        url=url or (page if source.digest_of else ""),
        note="" if url or not page or source.digest_of else edition.words("cite.seen", url=page),
    )


def works_of(event: Event, edition: Edition) -> tuple[Work, ...]:
    """Return the page of an event and then its sources, each once."""
    sources = edition.catalogue.content.sources
    refs = dict.fromkeys((*edition.catalogue.sources_of(event), *event.cites))
    found = tuple(source_work(sources[ref], edition) for ref in refs if ref in sources)
    return event_work(event, edition), *found


def plain_parts(date: Edtf | None) -> tuple[tuple[int, ...], ...]:
    """Return a date as year, month and day, as far as they are known: one, or first and last.

    Nothing is returned for what these numbers cannot say: seasons, decades, open ends, one of many.
    """
    if date is None or date.kind is Kind.ONE_OF:
        return ()
    ends = (date.start, date.end) if date.is_interval else (date.start,)
    parts = tuple(_parts(end) for end in ends)
    return parts if all(parts) else ()


def is_doubtful(date: Edtf | None) -> bool:
    """Say whether a date is marked as approximate or uncertain."""
    return bool(date and (date.approximate or date.uncertain))


def _parts(point: Point | None) -> tuple[int, ...]:
    if point is None or point.year is None or point.unknown_digits or point.is_season:
        return ()
    if point.month is None:
        return (point.year,)
    return (point.year, point.month, *((point.day,) if point.day else ()))


def one_line(text: str) -> str:
    """Return a text without line breaks and other control characters, for formats of lines."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
