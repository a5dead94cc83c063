"""What the search finds each record by: its words with their languages and their weight.

An event is found by its title in every language, by everybody and every place that it names under
all their names, by its kind and date, its summary and the words of its passages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.links import record_path
from generator.publish.markup import plain_text
from generator.publish.search_index import KINDS, Entry, Passage, index_files
from generator.record.edtf import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.publish.edition import Edition, Link
    from generator.record.edtf import Edtf
    from generator.record.model import (
        Event,
        Indicator,
        Organisation,
        Person,
        Place,
        Source,
        Text,
    )

TITLE, NAME, LABEL, PROSE, QUOTED = 8, 4, 3, 2, 1  # weights of a word, by where it stands


def search_files(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the path from the site's root and the text of each file of an edition's search."""
    folder = edition.options.folder
    files = index_files(entries(edition), edition.words)
    return tuple((folder + path, text) for path, text in files)


def entries(edition: Edition) -> Iterator[Entry]:
    """Yield every record that the search finds: events in the order of time, then the others."""
    names = _Names(edition)
    for event in edition.catalogue.events:
        yield _event(event, edition, names)
    for kind in KINDS[1:]:
        for record in getattr(edition.catalogue.content, kind).values():
            yield _DESCRIBED[kind](record, edition, names)


class _Names:
    """All names of whatever an event names, each made once."""

    def __init__(self, edition: Edition) -> None:
        self._catalogue = edition.catalogue
        self._known: dict[str, tuple[Passage, ...]] = {}

    def of(self, ref: str) -> tuple[Passage, ...]:
        """Return the names of a person, an organisation or a place in all languages."""
        if ref not in self._known:
            found = self._catalogue.subject(ref)
            self._known[ref] = tuple(_names(found[1], NAME)) if found else ()
        return self._known[ref]


def _event(event: Event, edition: Edition, names: _Names) -> Entry:
    words, language = edition.words, edition.words.language
    refs = [item.who for item in event.participants] + list(event.organisations)
    refs += edition.catalogue.holders(event.place) if event.place else []
    sources = edition.catalogue.content.sources
    when = _date(event.date, edition)
    place = edition.link("places", event.place) if event.place else None
    return _entry(
        "events",
        edition.link("events", event.id),
        _detail(when or words("date.unknown"), place.text.text if place else ""),
        *_texts(event.title, TITLE),
        *(name for ref in dict.fromkeys(refs) for name in names.of(ref)),
        Passage(text=words(f"type.{event.type}"), language=language, weight=LABEL),
        Passage(text=when, language=language, weight=LABEL),
        *_prose(event.summary, edition),
        *(
            Passage(text=text, language=sources[item.source].language, weight=QUOTED)
            for item in event.evidence
            if item.source in sources
            for text in (item.from_, item.to or "")
        ),
    )


def _source(source: Source, edition: Edition, _: _Names) -> Entry:
    words, language = edition.words, source.language
    about = (source.publisher or "", source.container_title or "", source.author or "")
    kind = words("source.digest") if source.digest_of else ""
    return _entry(
        "sources",
        edition.link("sources", source.id),
        _detail(kind, source.publisher or "", _date(source.issued or source.implied, edition)),
        Passage(text=source.title, language=language, weight=TITLE),
        *(Passage(text=text, language=language, weight=NAME) for text in about),
    )


def _subject(kind: str) -> Callable[[Person | Organisation | Place, Edition, _Names], Entry]:
    def describe(record: Person | Organisation | Place, edition: Edition, _: _Names) -> Entry:
        return _entry(
            kind,
            edition.link(kind, record.id),
            edition.lead(record.description).text,
            *_names(record, TITLE),
            *_prose(record.description, edition),
        )

    return describe


def _indicator(record: Indicator, edition: Edition, names: _Names) -> Entry:
    return _entry(
        "indicators",
        edition.link("indicators", record.id),
        edition.lead(record.description).text,
        *_texts(record.name, TITLE),
        *(name for ref in record.places for name in names.of(ref)),
        *_prose(record.description, edition),
    )


_DESCRIBED: dict[str, Callable[..., Entry]] = {
    "sources": _source,
    "indicators": _indicator,
    **{kind: _subject(kind) for kind in ("people", "places", "organisations")},
}


def _entry(kind: str, link: Link, detail: str, *passages: Passage) -> Entry:
    return Entry(
        kind=kind,
        path=link.path or record_path(kind, link.text.text),
        title=link.text.text,
        language=link.text.language,
        detail=detail,
        passages=tuple(passage for passage in passages if passage.text),
    )


def _names(record: Person | Organisation | Place, weight: int) -> Iterator[Passage]:
    yield from _texts(record.name, weight)
    yield from _texts(getattr(record, "acronym", {}), weight)
    for alias in record.aliases:
        yield Passage(text=alias, language="", weight=weight)


def _texts(text: Text, weight: int) -> Iterator[Passage]:
    for language, value in sorted(text.items()):
        yield Passage(text=value, language=language, weight=weight)


def _prose(text: Text, edition: Edition) -> Iterator[Passage]:
    phrase = edition.phrase(text)
    language = phrase.language or edition.words.language
    if phrase.text:
        yield Passage(text=plain_text(phrase.text), language=language, weight=PROSE)


def _date(date: Edtf | None, edition: Edition) -> str:
    return display(date, edition.words.language) if date else ""


def _detail(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
