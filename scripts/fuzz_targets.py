"""What the fuzzers call: each target takes any bytes, and fails only where a promise is broken.

A target reads its input as a stranger's: a refusal with its reason is right, everything else that
is raised is a finding. `scripts/fuzz.py` looks for inputs; those that broke something are kept in
`tests/regressions/TARGET/`, where a test runs them again on each change.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import ArticleError, ExchangeError
from generator.exchange.formats import Asked, read_source
from generator.extract import reading
from generator.extract.article.character_set import decode
from generator.extract.timex.finder import find_timexes
from generator.record.edtf import (
    EdtfError,
    display,
    earliest,
    latest,
    parse_edtf,
    sort_key,
    suggest,
)
from generator.record.model import Content
from generator.record.render import render_record
from generator.record.schema import KINDS
from generator.record.store import read_record

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("fr", "en", "de", "es", "ar", "zh", "")
FORMATS = ("timelinejs", "csv", "ics", "front-matter")
SUFFIXES = (".txt", ".html", ".md")


def record(data: bytes) -> None:
    """Read a record of any kind; what is read is written and read again as itself."""
    kind = tuple(KINDS.values())[data[0] % len(KINDS) if data else 0]
    text = data[1:].decode("utf-8", "replace")
    path = f"content/{kind.folder}/a.yml"
    found, problems = read_record(kind, path, text)
    for problem in problems:
        assert 1 <= problem.line <= len(text.splitlines()) + 1, problem
        assert problem.column >= 1, problem
    if found is not None:
        assert read_record(kind, path, render_record(found)) == (found, ())


def edtf(data: bytes) -> None:
    """Read a date; what is read keeps its text, its order, and can be said in every language."""
    text = data.decode("utf-8", "replace")
    suggestion = suggest(text)
    assert not suggestion or str(parse_edtf(suggestion)) == suggestion
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    assert str(date) == text
    first, last = earliest(date), latest(date)
    assert first is None or last is None or first <= last
    assert sort_key(date) == sort_key(parse_edtf(text))
    assert all(display(date, language) for language in LANGUAGES if language)


def timex(data: bytes) -> None:
    """Find the dates of a text; they lie in it, in order, and their values are dates."""
    language = LANGUAGES[data[0] % len(LANGUAGES) if data else 0]
    text = data[1:].decode("utf-8", "replace")
    end = 0
    for found in find_timexes(text, language=language, document_creation_time="2024-07-03"):
        assert end <= found.start < found.end <= len(text), found
        assert found.text == text[found.start : found.end], found
        end = found.end


def article(data: bytes) -> None:
    """Read an article from its bytes to its events; the evidence lies in the article."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES) if data else 0]
    with tempfile.TemporaryDirectory(prefix="timeline-fuzz-") as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(data[1:])
        try:
            found = reading.read(path, Content())
        except ArticleError as refusal:
            assert refusal.reason
            return
    for event in found.events:
        assert event.evidence, event.title
        for span in event.evidence:
            start, end = found.article.to_raw(span.start, span.end)
            assert 0 <= start < end <= len(found.article.raw), span


def character_set(data: bytes) -> None:
    """Decode any bytes, or say that they are no text."""
    with suppress(UnicodeDecodeError):
        decode(data).encode()


def exchange(data: bytes) -> None:
    """Read another program's file; every row is an entry or a remark."""
    name = FORMATS[data[0] % len(FORMATS) if data else 0]
    with tempfile.TemporaryDirectory(prefix="timeline-fuzz-") as folder:
        path = Path(folder) / "input.md"
        path.write_bytes(data[1:])
        try:
            read_source(path, name, Asked())
        except ExchangeError as refusal:
            assert str(refusal)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "record": record,
    "edtf": edtf,
    "timex": timex,
    "article": article,
    "character_set": character_set,
    "exchange": exchange,
}
