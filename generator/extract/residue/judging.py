"""What the rules leave open, judged by what was learned from marked pages.

The rules decide what is certain and look only at what they know; the model weighs everything that
is true of a line and of its neighbours (`traits`), the rules' verdicts among it. Of a line that is
a whole page, or a good part of one, it judges each sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.extract.residue.chain import learned_chain
from generator.extract.residue.inline import find_segments
from generator.extract.residue.page import Line, Page, read_line
from generator.extract.residue.parts import Part, Parts
from generator.extract.residue.traits import traits
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.residue.frame import Frame

LINK_FROM = 0.5  # chance from which on a line that ends without a full stop is residue
TEXT_FROM = 0.8  # the same for a sentence, which costs more
PIECE_FROM = 0.95  # the same for a piece of a line, which has lost its shape
LONG_LINE = 150  # words of a line that may be more than a paragraph
LONG_SENTENCE = 40  # words of a sentence that may be a menu and a sentence
CHUNK = 8  # words of a piece of it, at least; pieces begin with a capital

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page as the model sees it: long lines in sentences."""

    page: Page
    parts: Parts
    """What the rules have decided."""
    frame: Frame
    origin: tuple[int, ...]
    """Of each line, the number of the line of the page that it was cut from."""


def judge(page: Page, parts: Parts, frame: Frame) -> tuple[Page, Parts]:
    """Decide the lines that the rules left open; never the headline.

    Args:
        page: the page.
        parts: what the rules have decided of its lines.
        frame: where the rules see the article.

    Returns:
        The page, whose long lines are cut where residue begins and ends, and what each line is.
    """
    view = look_at(page, parts, frame)
    chances = learned_chain().chances(traits(view.page, view.parts, view.frame))
    rows = zip(view.page.lines, view.parts, chances, strict=True)
    marks = [_verdict(line, part, chance) for line, part, chance in rows]
    if view.frame.headline is not None:
        marks[view.frame.headline] = view.parts[view.frame.headline]
    return _whole_again(page, view, marks)


def look_at(page: Page, parts: Parts, frame: Frame) -> View:
    """Cut the long lines of a page into sentences; arguments as of `judge`."""
    lines: list[Line] = []
    origin: list[int] = []
    for index, line in enumerate(page.lines):
        cut = parts[index] is None and line.words >= LONG_LINE and index != frame.headline
        pieces = _sentences(page.text, line) if cut else [line]
        lines += pieces
        origin += [index] * len(pieces)
    first_of = {index: place for place, index in reversed(list(enumerate(origin)))}
    first_of[len(page.lines)] = len(lines)
    headline = first_of[frame.headline] if frame.headline is not None else None
    return View(
        page=Page(text=page.text, lines=tuple(lines)),
        parts=tuple(parts[index] for index in origin),
        frame=replace(frame, headline=headline, first=first_of[frame.first]),
        origin=tuple(origin),
    )


def _sentences(text: str, line: Line) -> list[Line]:
    spans = (piece for span in find_segments(line) for piece in _chunks(text, span))
    return [read_line(span.of(text), span.start, whole=False) for span in spans]


def _chunks(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, or what has no end for so long that much else may be in it, in pieces."""
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) < LONG_SENTENCE:
        yield span
        return
    start, first = span.start, 0
    for index, word in enumerate(words):
        if index - first >= CHUNK and text[word.start()].isupper():
            yield Span(start, words[index - 1].end())
            start, first = word.start(), index
    yield Span(start, span.end)


def _verdict(line: Line, part: Part | None, chance: float) -> Part | None:
    text = TEXT_FROM if line.closed or line.prose else LINK_FROM
    sure = chance >= (text if line.whole else PIECE_FROM)
    return Part.RESIDUE if part is None and sure else part


def _whole_again(page: Page, view: View, marks: list[Part | None]) -> tuple[Page, Parts]:
    """Join sentences of one line that are the same."""
    lines: list[Line] = []
    parts: list[Part | None] = []
    numbered = zip(view.origin, marks, view.page.lines, strict=True)
    for (index, part), group in groupby(numbered, key=lambda each: each[:2]):
        pieces = [line for _, _, line in group]
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        whole = span == page.lines[index].span
        kept = (
            page.lines[index] if whole else read_line(span.of(page.text), span.start, whole=False)
        )
        lines.append(kept)
        parts.append(part)
    return Page(text=page.text, lines=tuple(lines)), tuple(parts)
