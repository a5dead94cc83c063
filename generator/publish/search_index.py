"""The search of one edition as small files: words to pages, and what is shown of each page.

A browser loads ``manifest.json``, then for each word of a query the one file whose name begins the
word, then the files with the pages that it shows. Every form of a word that occurs leads to the
pages of its stem, so that a browser needs no stemmer. Pages are numbered kind by kind, events in
the order of time: a number says what a page is, and a larger one is later.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.search_words import ELIDED, words_of
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.publish.wording import Wording

FOLDER = "index/search/"
KINDS = ("events", "sources", "people", "places", "organisations", "indicators")
"""What is found, in the order in which it is shown."""
SHARD = 24_000  # characters of a file of words: about 8 KB on the way
PAGES = 64  # pages described in one file: a result of ten events needs ten files at most
MOST = 9  # weight of a word in a page: one digit


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a page that it is found by."""

    text: str
    language: str
    weight: int
    """From 1, a word in a passage, to `MOST`, a word of the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page as the search knows it."""

    kind: str
    path: str
    """Relative to the edition's root."""
    title: str
    language: str
    """BCP 47 tag of the title where it is not the page's language, else empty."""
    detail: str
    """When and where, or what it is: one line."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """All words of an edition."""

    forms: Mapping[str, set[str]]
    """What may be typed → the stems that it stands for."""
    pages: Mapping[str, list[tuple[int, int]]]
    """Stem → number of a page and weight, in the order of the pages."""


def index_files(entries: Iterable[Entry], words: Wording) -> Iterator[tuple[str, str]]:
    """Yield the path from the edition's root and the text of each file of the search.

    Args:
        entries: events in the order of time; other kinds in any order that is always the same.
        words: of the edition.
    """
    ordered = sorted(entries, key=lambda entry: KINDS.index(entry.kind))
    ignored = _ignored(words)
    found = _invert(ordered, ignored)
    shards = _shards(found)
    files = {f"t/{number}.json": text for number, (_, text) in enumerate(shards)}
    for number in range(0, len(ordered), PAGES):
        described = [_described(entry) for entry in ordered[number : number + PAGES]]
        files[f"p/{number // PAGES}.json"] = _json(described)
    version = hashlib.sha256("\0".join([*files, *files.values()]).encode()).hexdigest()[:8]
    yield (
        f"{FOLDER}manifest.json",
        _json(
            {
                "version": version,
                "total": len(ordered),
                "per": PAGES,
                "kinds": _kinds(ordered, words),
                "starts": [start for start, _ in shards],
                "ignored": " ".join(sorted(ignored)),
                "elided": " ".join(sorted(ELIDED)),
                "words": {
                    key.removeprefix("search."): text
                    for key, text in words.strings.items()
                    if key.startswith("search.")
                },
            }
        ),
    )
    for name, text in sorted(files.items()):
        yield FOLDER + name, text


def _invert(entries: Sequence[Entry], ignored: frozenset[str]) -> _Words:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    pages: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        weights: defaultdict[str, int] = defaultdict(int)
        for passage in entry.passages:
            for form, stem in set(words_of(passage.text, passage.language)):
                if form not in ignored:
                    forms[form].add(stem)
                    weights[stem] += passage.weight
        for stem, weight in weights.items():
            pages[stem].append((number, min(weight, MOST)))
    return _Words(forms, pages)


def _shards(words: _Words) -> list[tuple[str, str]]:
    """Return the files of words in the order of the alphabet: where each begins, and its text."""
    shards: list[tuple[str, str]] = []
    chunk: list[str] = []
    stems: set[str] = set()
    size, last = 0, ""
    for form in sorted(words.forms):
        new = words.forms[form] - stems
        more = len(form) + 8 + sum(4 * len(words.pages[stem]) for stem in new)
        if chunk and size + more > SHARD:
            shards.append((_start(last, chunk[0]), _shard(chunk, words)))
            last, chunk, stems, size = chunk[-1], [], set(), 0
            more = len(form) + 8 + sum(4 * len(words.pages[stem]) for stem in words.forms[form])
        chunk.append(form)
        stems |= words.forms[form]
        size += more
    return [*shards, (_start(last, chunk[0]), _shard(chunk, words))] if chunk else shards


def _start(last: str, first: str) -> str:
    """Return the shortest beginning of a file's first word that comes after the last one's last."""
    return next(
        (first[:end] for end in range(1, len(first)) if first[:end] > last[:end]),
        first,
    )


def _shard(forms: Sequence[str], words: _Words) -> str:
    """Return ``[{form: numbers of stems}, [pages of a stem]]``; a single number stands alone."""
    stems = sorted({stem for form in forms for stem in words.forms[form]})
    number = {stem: index for index, stem in enumerate(stems)}
    led: dict[str, int | list[int]] = {}
    for form in forms:
        numbers = sorted(number[stem] for stem in words.forms[form])
        led[form] = numbers[0] if len(numbers) == 1 else numbers
    return _json([led, [_pages(words.pages[stem]) for stem in stems]])


def _pages(pages: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return one list for each weight: the weight, then each page as its distance to the last."""
    lists: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for page, weight in pages:
        lists.setdefault(weight, [weight]).append(page - last.get(weight, 0))
        last[weight] = page
    return [lists[weight] for weight in sorted(lists, reverse=True)]


def _described(entry: Entry) -> list[str]:
    described = [entry.title, entry.detail, entry.path]
    return [*described, entry.language] if entry.language else described


def _kinds(entries: Sequence[Entry], words: Wording) -> list[list[str | int]]:
    """Return each kind that there is with the number of its first page and its name."""
    first: dict[str, int] = {}
    for number, entry in enumerate(entries):
        first.setdefault(entry.kind, number)
    return [[kind, number, words(f"found.{kind}")] for kind, number in first.items()]


def _ignored(words: Wording) -> frozenset[str]:
    """Return the little words that nobody looks for, folded."""
    return frozenset(fold(word) for word in words("ignored.words").split())


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
