"""What of a page is the article, what belongs around it, and what is no part of it.

Three answers for each piece of a page: *body* is read for events and figures; *furniture* belongs
to the article but tells nothing (byline, date line, caption, repeated title, machine-made
questions); *residue* is what the site put around it. Cues decide where there are any, else the
layout does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.article.metadata import find_date_notes, is_date_line
from generator.extract.residue.cues import cue_book, fold
from generator.extract.residue.inline import find_inline_residue, find_repeats, merge
from generator.extract.residue.judging import judge
from generator.extract.residue.layout import lay_out
from generator.extract.residue.page import DECORATION, LONG_WORDS, Line, Page, core, read_line
from generator.extract.residue.parts import Part, Parts, Reading
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.residue.frame import Frame

CUE_WORDS = 30  # words of a line that a cue at its start makes residue as a whole
BYLINE_WORDS = 12  # words of a line that names an author or an agency
CAPTION_WORDS = 60  # words of a line that ends in a picture's credit

_YEAR = re.compile(r"(?:19|20)\d\d")
_TIMESTAMP = re.compile(r"[\d\s:/.,|-]{3,40}")
_HOME = re.compile(r"(?:accueil|home|inicio|startseite|start)\s{0,3}[>»/›|→\\-]")
_FINAL_CREDIT = re.compile(r"\([^()]{2,80}\)\W{0,2}$")
_ENDS_IN_CREDIT = re.compile(r"[-–—.,|(\s]©\s?[^.!?©]{2,60}$|[.!?»”]\s(?:DR|D\.R\.)$")
_LAST_SENTENCE = re.compile(r"[.!?»\"] ([^.!?]{3,60})\.?$")
_BEGINS_WITH_CREDIT = re.compile(
    r"(?:[\w .'’-]{2,40} / )?(?:AFP|REUTERS|Reuters|EPA|Xinhua|XINHUA)\s[A-ZÀ-Þ]"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,300}|[\w.+-]{1,60}@[\w.-]{3,60}")
_SLASH_CREDIT = re.compile(r"[\w .'’&-]{2,40}/[\w .'’&-]{2,40}")


def find_residue(
    page: Page, *, title: str | None = None, dropped: tuple[Span, ...] = ()
) -> Reading:
    """Take a page apart.

    Args:
        page: the page, see `page.read_page`.
        title: the headline, where metadata tell it.
        dropped: what the reader of the file's format already found to be no part of the article.
    """
    page, parts, frame = apply_rules(page, title=title, dropped=dropped)
    title_span = page.lines[frame.headline].span if frame.headline is not None else None
    if not dropped:
        page, parts = judge(page, parts, frame)
    spans = {
        wanted: [line.span for line, part in zip(page.lines, parts, strict=True) if part == wanted]
        for wanted in (Part.FURNITURE, Part.RESIDUE)
    }
    body = [line.span for line, part in zip(page.lines, parts, strict=True) if part is None]
    return Reading(
        title=title_span,
        body=tuple(body),
        furniture=_joined(page.text, spans[Part.FURNITURE]),
        residue=_joined(page.text, spans[Part.RESIDUE]),
    )


def apply_rules(
    page: Page, *, title: str | None = None, dropped: tuple[Span, ...] = ()
) -> tuple[Page, Parts, Frame]:
    """Take a page apart by rules alone; arguments as of `find_residue`.

    Returns:
        The page, whose lines are cut where something else begins; what each is; where the article
        is.
    """
    page, parts = _cut_lines(page)
    parts = _under_credits(page, parts)
    parts = _drop(page, parts, title, dropped)
    parts, frame = lay_out(page, parts, title, told=bool(dropped))
    return page, parts, frame


def _under_credits(page: Page, parts: Parts) -> Parts:
    """Decide captions under a credit that stands alone: "© Agence / POOL"."""
    marks = list(parts)
    for index, (line, following) in enumerate(pairwise(page.lines)):
        caption = not following.closed and following.words <= CAPTION_WORDS
        if line.text.startswith("©") and not _YEAR.search(line.text) and caption:
            marks[index + 1] = marks[index + 1] or Part.FURNITURE
    return tuple(marks)


def _cut_lines(page: Page) -> tuple[Page, Parts]:
    """Decide lines by their own words; cut others where residue inside them begins and ends."""
    lines: list[Line] = []
    parts: list[Part | None] = []
    words = 0
    for line in page.lines:
        for piece, part in _read_words(page.text, line, words):
            lines.append(piece)
            parts.append(part or _part_of(piece))
            words += piece.words if parts[-1] is None and piece.prose else 0
    return Page(text=page.text, lines=tuple(lines)), tuple(parts)


def _read_words(text: str, line: Line, words_before: int) -> Iterator[tuple[Line, Part | None]]:
    """Yield the pieces of a line and what is decided of them; a line that is one thing is one."""
    part = _part_of(line)
    holes = [] if part else find_inline_residue(line, words_before=words_before)
    if line.words <= LONG_WORDS and 2 * sum(map(len, holes)) > len(line.span):
        part, holes = Part.RESIDUE, []
    if part is not None:
        yield line, part
        return
    cuts = [(hole, Part.RESIDUE) for hole in holes]
    cuts += [(note, Part.FURNITURE) for note in _notes(line, holes)]
    for span, decided in _pieces(text, line.span, sorted(cuts)):
        whole = line.words <= LONG_WORDS
        same = span == line.span
        yield (line if same else read_line(span.of(text), span.start, whole=whole)), decided


def _notes(line: Line, holes: list[Span]) -> Iterator[Span]:
    """Yield notes of publication and headlines said again inside a line that is more than that."""
    starts = [hole.start for hole in holes]
    notes = [Span(start, end) for start, end in find_date_notes(line.text)]
    for note in merge(sorted([*notes, *(again for _, again in find_repeats(line.folded))])):
        span = Span(line.span.start + note.start, line.span.start + note.end)
        before = bisect_left(starts, span.end) - 1
        if before < 0 or not span.overlaps(holes[before]):
            yield span


def _pieces(
    text: str, whole: Span, cuts: list[tuple[Span, Part]]
) -> Iterator[tuple[Span, Part | None]]:
    """Yield the pieces of a line and what is decided of them; loose punctuation is residue."""
    start = whole.start
    for cut, decided in [*cuts, (Span(whole.end, whole.end), None)]:
        span = _stripped(text, start, cut.start)
        if span is not None:
            wordless = bool(cuts) and not any(character.isalnum() for character in span.of(text))
            yield span, Part.RESIDUE if wordless else None
        if decided is not None:
            yield cut, decided
            start = cut.end


def _stripped(text: str, start: int, end: int) -> Span | None:
    """Return a span without white space at its ends; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _drop(page: Page, parts: Parts, title: str | None, dropped: tuple[Span, ...]) -> Parts:
    """Decide lines that the reader of the file's format left out; never the headline."""
    marks = list(parts)
    headline = fold(title or "").strip(DECORATION)
    ahead = iter(dropped)
    current = next(ahead, None)
    for index, line in enumerate(page.lines):
        while current is not None and current.end <= line.span.start:
            current = next(ahead, None)
        out = current is not None and current.overlaps(line.span)
        if out and marks[index] is None and core(line) != headline:
            marks[index] = Part.RESIDUE
    return tuple(marks)


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Join sorted spans that only white space keeps apart."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


# -- what the words of a line say ----------------------------------------------------------------


def _part_of(line: Line) -> Part | None:
    """Return what a line's own words make it."""
    if _is_residue(line):
        return Part.RESIDUE
    if is_date_line(line.text) or _is_byline(line) or _is_caption(line):
        return Part.FURNITURE
    return None


def _is_residue(line: Line) -> bool:
    book = cue_book()
    bare = core(line)
    if not bare or book.line("labels", bare) or book.line("endings", bare):
        return True
    if not book.patterns["sharing"].sub("", line.folded).strip(DECORATION + ",&"):
        return True
    if _ADDRESS.fullmatch(line.text):
        return True
    if _HOME.match(line.folded) and line.words <= CUE_WORDS:
        return True
    if _TIMESTAMP.fullmatch(line.text) and not _YEAR.search(line.text):
        return True
    return line.words <= CUE_WORDS and any(
        book.opens(kind, start) for kind in ("prompts", "teasers") for start in (bare, line.folded)
    )


def _is_byline(line: Line) -> bool:
    """Say whether a line names an author or an agency."""
    names = sum(word[:1].isupper() for word in line.text.split())
    return (
        line.words <= BYLINE_WORDS
        and not line.closed
        and 2 * names >= line.words
        and cue_book().line("bylines", core(line))
    )


def _is_caption(line: Line) -> bool:
    """Say whether a line is a picture's caption or credit."""
    book = cue_book()
    if line.words <= CUE_WORDS and book.opens("captions", line.folded.strip(" ([")):
        return True
    if line.words <= CAPTION_WORDS and (
        (_ENDS_IN_CREDIT.search(line.text) and not line.closed)
        or _BEGINS_WITH_CREDIT.match(line.text)
    ):
        return True
    said_last = _LAST_SENTENCE.search(line.folded) if line.words <= CAPTION_WORDS else None
    if said_last and book.opens("captions", said_last[1]):
        return True
    credit = _FINAL_CREDIT.search(line.text) if line.words <= CAPTION_WORDS else None
    if credit is None:
        return False
    inside = credit.group().strip("() .")
    return bool(
        book.anywhere("captions", f"{fold(inside)} :")
        or _SLASH_CREDIT.fullmatch(inside)
        or book.line("credits", fold(inside))
    )
