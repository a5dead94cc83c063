"""What was read, and what came of it: `content/extracted.yml`.

It tells an article that was read from one that is new, and a record that an editor deleted from one
that was never written: what was deleted is not written again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import StoreError
from generator.record.strict_yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.strict_yaml import Node

LEDGER = "content/extracted.yml"
VERSION = "4"
"""Of the extractor: a change of what it finds is a new one, and articles are read again."""
_HEAD = "# What the extractor has read and written. Kept by the program: do not edit.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """One event that an article yielded."""

    event: str
    passages: tuple[str, ...]
    """Hashes of the passages that told it, sorted."""
    date: str = ""
    """When it was, as the article told it; empty when it did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article that was read."""

    source: str
    file: str
    """``sha256-`` and 16 hexadecimal digits of the bytes of its file."""
    text: str
    """The same of the normalised text."""
    extractor: str
    yields: tuple[Yield, ...] = ()
    """In the order of their ids."""


def read_ledger(root: Path) -> dict[str, Entry]:
    """Return the entries by source, empty when nothing was read yet.

    Raises:
        StoreError: the file is there and cannot be read, or somebody broke it.
    """
    path = root / LEDGER
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: could not be read: {error}") from error
    node, problems = parse_yaml(text, LEDGER)
    if problems:
        raise StoreError(str(problems[0]))
    articles = node.get("articles") if node else None
    return {entry.source: entry for entry in map(_entry, articles.items if articles else ())}


def _entry(node: Node) -> Entry:
    yields = node.get("events")
    return Entry(
        source=_text(node, "source"),
        file=_text(node, "file"),
        text=_text(node, "text"),
        extractor=_text(node, "extractor"),
        yields=tuple(
            Yield(
                event=_text(each, "id"),
                passages=tuple(_text(each, "passages").split()),
                date=_text(each, "date"),
            )
            for each in (yields.items if yields else ())
        ),
    )


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.raw if found else ""


def render_ledger(entries: dict[str, Entry]) -> str:
    """Return the text of the ledger, sorted by source: the same entries are the same bytes."""
    lines = [line for source in sorted(entries) for line in _lines(entries[source])]
    return _HEAD + "".join(
        f"{line}\n" for line in ("articles:" if lines else "articles: []", *lines)
    )


def _lines(entry: Entry) -> Iterator[str]:
    yield f"  - source: {entry.source}"
    yield f"    file: {entry.file}"
    yield f"    text: {entry.text}"
    yield f"    extractor: {json.dumps(entry.extractor)}"
    if entry.yields:
        yield "    events:"
    for each in sorted(entry.yields, key=lambda found: found.event):
        yield f"      - id: {each.event}"
        if each.date:
            yield f"        date: {json.dumps(each.date)}"
        yield f"        passages: {json.dumps(' '.join(each.passages))}"
