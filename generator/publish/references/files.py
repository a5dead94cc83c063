"""The files by which a reader takes a reference along, and what each page links to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.references.bibtex import bibtex
from generator.publish.references.csl import csl_json
from generator.publish.references.ris import ris
from generator.publish.references.works import source_work, works_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.publish.edition import Edition
    from generator.publish.references.works import Work

FOLDER = "references/"
FORMATS: dict[str, tuple[str, Callable[[Iterable[Work]], str]]] = {
    "BibTeX": (".bib", bibtex),
    "RIS": (".ris", ris),
    "CSL-JSON": (".csl.json", csl_json),
}
"""What a format is called → the end of its files' names, and who writes it."""


def reference_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path, from the edition's root, and the text of every file of references."""
    catalogue = edition.catalogue
    for event in catalogue.events:
        yield from _files("events", event.id, works_of(event, edition))
    works = {key: source_work(each, edition) for key, each in catalogue.content.sources.items()}
    for key, work in works.items():
        yield from _files("sources", key, (work,))
    yield from _files("", "all-sources", tuple(works.values()))


def reference_paths(folder: str, identifier: str, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the name and the path, from the edition's root, of each file about one record."""
    known = folder == "sources" or identifier in edition.catalogue.position
    if not edition.options.exports or not known:
        return ()
    return tuple((name, _path(folder, identifier, end)) for name, (end, _) in FORMATS.items())


def _files(folder: str, identifier: str, works: tuple[Work, ...]) -> Iterator[tuple[str, str]]:
    for end, write in FORMATS.values():
        yield _path(folder, identifier, end), write(works)


def _path(folder: str, identifier: str, end: str) -> str:
    return f"{FOLDER}{folder}/{identifier}{end}".replace("//", "/")
