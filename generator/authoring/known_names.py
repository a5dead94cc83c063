"""Records by what people call them: id, name in any language, alias, acronym, address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.record.folding import fold
from generator.record.mends import close_to
from generator.record.model import Organisation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.record.model import Content, Record

MAX_CLOSE = 3  # records that are offered where a name is nearly one of theirs


def name_key(name: str) -> str:
    """Return what is the same for two spellings of a name: its words, in any order."""
    return " ".join(sorted(re.findall(r"\w+", fold(name))))


def names_of(record: Record) -> Iterator[str]:
    """Yield everything that a record is called, its id apart."""
    if isinstance(record, Source):
        yield from (text for text in (record.url, record.archive, record.title) if text)
        return
    called = getattr(record, "name", None) or getattr(record, "title", {})
    yield from called.values()
    yield from getattr(record, "aliases", ())
    if isinstance(record, Organisation):
        yield from record.acronym.values()


class KnownNames:
    """The records of a site, found by any of their names; the first of two with one name counts."""

    def __init__(self, content: Content, new: Iterable[tuple[str, Record]] = ()) -> None:
        """List the records of a site, and new ones with their folders."""
        self._records: dict[str, dict[str, Record]] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        folders = ("events", "sources", "people", "organisations", "places", "indicators")
        for folder in folders:
            for record in getattr(content, folder).values():
                self.add(folder, record)
        for folder, record in new:
            self.add(folder, record)

    def add(self, folder: str, record: Record) -> None:
        """Keep one more record."""
        self._records.setdefault(folder, {})[record.id] = record
        for name in names_of(record):
            self._by_name.setdefault((folder, name_key(name)), record.id)

    def ids(self, folders: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of all records in folders, sorted."""
        return tuple(sorted(each for folder in folders for each in self._records.get(folder, ())))

    def find(self, answer: str, folders: Sequence[str]) -> str:
        """Return the id of the record that an answer names; empty when there is none."""
        for folder in folders:
            if answer in self._records.get(folder, ()):
                return answer
        key = name_key(answer)
        found = (self._by_name.get((folder, key), "") for folder in folders)
        return next((each for each in found if each), "")

    def close(self, answer: str, folders: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of records that an answer nearly names, the closest first."""
        keys = {name_key(each): each for each in self.ids(folders)}
        keys |= {key: each for (folder, key), each in self._by_name.items() if folder in folders}
        near = close_to(name_key(answer), keys)
        words = set(name_key(answer).split())
        near += [key for key in sorted(keys) if words and words <= set(key.split())]
        return tuple(dict.fromkeys(keys[key] for key in near))[:MAX_CLOSE]
