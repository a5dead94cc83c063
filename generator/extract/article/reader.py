"""An article file as text to read: what it says, what stands around it, and where in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.extract.article.files import read_text
from generator.extract.article.html_metadata import page_title, read_html_metadata
from generator.extract.article.html_text import find_dropped, read_html
from generator.extract.article.language import find_language
from generator.extract.article.markdown_text import read_markdown
from generator.extract.article.metadata import Metadata, read_text_metadata
from generator.extract.article.source_map import (
    ReadableText,
    SourceMap,
    identity,
    without_soft_hyphens,
)
from generator.extract.residue.finder import find_residue
from generator.extract.residue.page import read_page
from generator.record.edtf import Edtf, EdtfError, parse_edtf

if TYPE_CHECKING:
    from generator.extract.span import Span

MAX_CHARACTERS = 6_000_000  # of readable text: ten thick novels, some minutes of work
MAX_LINES = 200_000  # of readable text; a list of lines takes more memory than its letters
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown"}
_HTML_START = re.compile(r"\s{0,100}<(?:!doctype html|html)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read; every span is of `text`."""

    path: str
    raw: str
    """The file as read, newlines untouched."""
    text: str
    """What a person would read: `raw` without markup; residue is in it, but marked."""
    source_map: SourceMap
    title: str | None
    title_span: Span | None
    """Where the headline first stands in the text."""
    publisher: str | None
    author: str | None
    published: Edtf | None
    """The date of publication; None when the article does not show it."""
    url: str | None
    language: str
    """BCP 47 primary tag."""
    paragraphs: tuple[Span, ...]
    """The article's own text in order, headline included, in pieces of at most one line."""
    residue: tuple[Span, ...]
    """What is no part of the article."""
    furniture: tuple[Span, ...]
    """What belongs to the article but is not read for events: byline, caption, repeated title."""

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of `text` to code points of `raw`, end exclusive."""
        return self.source_map.to_raw(start, end)


def read_article(
    path: str | Path, *, issued: Edtf | str | None = None, language: str | None = None
) -> Article:
    """Read one article.

    Args:
        path: a text (``.txt`` or any other suffix), Markdown or HTML file.
        issued: the date of publication, where the caller knows it; goes before what the file says.
        language: BCP 47 tag, where the caller knows it; else it is told from the text.

    Raises:
        ArticleError: the file cannot be read or holds no text; the reason says what to do.
    """
    name = str(path)
    raw = read_text(Path(path))
    readable, known, is_html = _readable(name, raw, Path(path).suffix.lower())
    readable = without_soft_hyphens(readable)
    _check_length(name, readable.text)
    dropped = find_dropped(raw, readable.text) if is_html else ()
    page = read_page(readable.text)
    reading = find_residue(page, title=known.title, dropped=dropped)
    told = known.or_else(read_text_metadata(page, reading))
    body = " ".join(span.of(page.text) for span in reading.body) or page.text
    return Article(
        path=name,
        raw=raw,
        text=readable.text,
        source_map=readable.source_map,
        title=told.title,
        title_span=reading.title,
        publisher=told.publisher,
        author=told.author,
        published=_issued(name, issued) or told.published,
        url=told.url,
        language=(language or told.language or find_language(body)).split("-")[0].lower(),
        paragraphs=reading.body,
        residue=reading.residue,
        furniture=reading.furniture,
    )


def _readable(path: str, raw: str, suffix: str) -> tuple[ReadableText, Metadata, bool]:
    """Return the readable text of a file, what its format says of it, and whether it is HTML."""
    if suffix in _MARKDOWN_SUFFIXES:
        return *read_markdown(raw, path), False
    if suffix in _HTML_SUFFIXES or _HTML_START.match(raw):
        readable, page = read_html(raw)
        metadata = read_html_metadata(page)
        title = metadata.title or page_title(page, metadata.publisher)
        return readable, replace(metadata, title=title), True
    return identity(raw), Metadata(), False


def _check_length(path: str, text: str) -> None:
    if not any(character.isalnum() for character in text):
        reason = "holds no text to read; check that the article was saved with its text"
        raise ArticleError(path, reason)
    for count, most, what in (
        (len(text), MAX_CHARACTERS, "characters"),
        (text.count("\n"), MAX_LINES, "lines"),
    ):
        if count > most:
            reason = f"holds {count} {what} of text, at most {most} are read"
            raise ArticleError(path, f"{reason}; keep one article in a file")


def _issued(path: str, issued: Edtf | str | None) -> Edtf | None:
    if not isinstance(issued, str):
        return issued
    try:
        return parse_edtf(issued)
    except EdtfError as error:
        raise ArticleError(path, f"date of publication: {error}") from error
