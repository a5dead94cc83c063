"""The index of a kind of record: every name with how much there is about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.publish.markup import first_sentences, plain_text
from generator.record.folding import fold

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link, Phrase
    from generator.publish.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record in an index."""

    link: Link
    note: Phrase
    """What it is, in a few words of plain text."""
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries under a common heading."""

    label: str
    """Empty where an index has one section."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """The index of a kind."""

    kind: str
    title: str
    lead: str
    count: str
    sections: tuple[Section, ...]


def view_listing(kind: str, edition: Edition) -> ListingView:
    """Describe the index of a kind, by name as readers sort it; places by their size first."""
    words = edition.words
    records = getattr(edition.catalogue.content, kind)
    groups: dict[str, list[Entry]] = {}
    for record in records.values():
        groups.setdefault(_heading(kind, record, words), []).append(
            _entry(kind, record.id, edition)
        )
    order = [words(f"places.{size}") for size in ("region", "country", "city", "site")]
    order += [words("sources.read"), words("sources.digests"), ""]
    return ListingView(
        kind=kind,
        title=words(f"listing.{kind}"),
        lead=words(f"listing-lead.{kind}"),
        count=words.count(f"count.{kind}", _number(kind, edition)),
        sections=tuple(
            Section(label=label, entries=tuple(sorted(groups[label], key=_by_name)))
            for label in sorted(groups, key=order.index)
        ),
    )


def _heading(kind: str, record: Any, words: Wording) -> str:  # noqa: ANN401 -- any record
    """Return the heading that a record stands under; an empty one where a kind has only one."""
    if kind == "places":
        return words(f"places.{record.kind}")
    if kind == "sources":
        return words("sources.digests" if record.digest_of else "sources.read")
    return ""


def _number(kind: str, edition: Edition) -> int:
    """Return how many records a kind has; a digest is no source of its own."""
    content = edition.catalogue.content
    if kind == "sources":
        return len({content.original(source) for source in content.sources})
    return len(getattr(content, kind))


def _entry(kind: str, record_id: str, edition: Edition) -> Entry:
    words, catalogue = edition.words, edition.catalogue
    link = edition.link(kind, record_id)
    if kind == "sources":
        number = len(catalogue.by_source.get(record_id, ()))
        return Entry(
            link=link,
            note=_source_note(record_id, edition),
            count=words.count("count.passages", number),
        )
    record = getattr(catalogue.content, kind)[record_id]
    phrase = edition.phrase(record.description)
    text = first_sentences(plain_text(phrase.text), count=1, limit=160) if phrase.text else ""
    note = edition.printed(replace(phrase, text=text))
    if kind == "indicators":
        number = len(catalogue.by_indicator.get(record_id, ()))
        return Entry(link=link, note=note, count=words.count("count.figures", number))
    number = len(catalogue.by_subject.get(record_id, ()))
    return Entry(link=link, note=note, count=words.count("count.events", number))


def _source_note(source_id: str, edition: Edition) -> Phrase:
    source = edition.catalogue.content.sources[source_id]
    if source.digest_of:
        original = edition.link("sources", source.digest_of).text.text
        text = edition.words("source.digest_of", title=original)
    else:
        text = " · ".join(part for part in (source.publisher, source.author) if part)
    return edition.foreign(text, edition.words.language)


def _by_name(entry: Entry) -> tuple[str, str]:
    return fold(entry.link.text.text), entry.link.path
