"""Lists of other articles and the site's own text, told by their shape.

A page prints its article once. Paragraphs that stand on it twice, apart, are the site's own, at its
head and its foot; and several days of publication in a row are those of several articles.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.residue.cues import cue_book
from generator.extract.residue.page import LABEL_WORDS, Line, Page, core, letters
from generator.extract.residue.parts import Part, Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.residue.frame import Frame

SITE_LINES = 2  # paragraphs in a row that stand twice: one alone may be the lead, said again
SITE_WORDS = 60  # of them together
STAMP_WORDS = 8  # words of a line that says when an article was published
CARD_LINES = 6  # of one article in a list: section, headline, summary, day
CARD_WORDS = 120  # of the same
CARDS = 3  # in a row that are a list; two may be a correction's
OWN_STAMP = 3  # lines from the headline within which the day is the article's own


def by_site_text(page: Page, parts: Parts) -> Parts:
    """Decide paragraphs that stand twice on a page, apart from each other and from other prose."""
    marks = list(parts)
    twice = [run for run in _said_again(page) if _is_block(page, *run)]
    again = sum(page.lines[index].words for _, start, end in twice for index in range(start, end))
    prose = sum(
        line.words for line, part in zip(page.lines, parts, strict=True) if line.prose and not part
    )
    if 3 * again > prose:  # rather an article that a scraper took twice
        return parts
    for before, start, end in twice:
        for first in (before, start):
            marks[first : first + end - start] = [Part.RESIDUE] * (end - start)
    return tuple(marks)


def _said_again(page: Page) -> Iterator[tuple[int, int, int]]:
    """Yield runs that stood before: the start of the first copy, start and end of the second."""
    first: dict[str, int] = {}
    start = end = before = 0
    for index, line in enumerate(page.lines):
        long = line.words > LABEL_WORDS
        copy = first.setdefault(letters(line), index) if long else index
        if copy != index and start < end and copy - before == index - start:
            end = index + 1
            continue
        if start < end:
            yield before, start, end
        before, start, end = (copy, index, index + 1) if copy != index else (0, 0, 0)
    if start < end:
        yield before, start, end


def _is_block(page: Page, before: int, start: int, end: int) -> bool:
    """Say whether a run that stands twice is a block on its own: no prose goes on after either."""
    stop = before + end - start
    if stop >= start:
        return False
    lines = page.lines[start:end]
    following = [page.lines[index] for index in (stop, end) if index < len(page.lines)]
    return (
        sum(line.prose for line in lines) >= SITE_LINES
        and sum(line.words for line in lines) >= SITE_WORDS
        and not any(line.prose for line in following)
    )


def by_cards(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide lists of articles of which each has its day of publication."""
    marks = list(parts)
    for run in _stamped(page, frame):
        gaps = sorted(after - before for before, after in pairwise(run))
        ahead = run[0] - gaps[len(gaps) // 2] + 1  # the day stands under its article, or over it
        start = max(ahead, frame.first + 1) if run[0] > frame.first else max(ahead, 0)
        inside = range(start, run[-1] + 1)
        words = sum(page.lines[index].words for index in inside if not marks[index])
        if frame.headline not in inside and 2 * words <= frame.prose_words:
            marks[start : run[-1] + 1] = [Part.RESIDUE] * len(inside)
    return tuple(marks)


def _stamped(page: Page, frame: Frame) -> Iterator[list[int]]:
    """Yield runs of days of publication that little parts; without the article's own day."""
    own = frame.headline if frame.headline is not None else -CARD_LINES
    run: list[int] = []
    words = 0
    for index, line in enumerate(page.lines):
        words += line.words
        if abs(index - own) <= OWN_STAMP or not _is_stamp(line):
            continue
        if run and (index - run[-1] > CARD_LINES or words > CARD_WORDS):
            if len(run) >= CARDS:
                yield run
            run = []
        run.append(index)
        words = 0
    if len(run) >= CARDS:
        yield run


def _is_stamp(line: Line) -> bool:
    """Say whether a line only says when something was published, with a year or without."""
    return (
        line.words <= STAMP_WORDS
        and any(character.isdigit() for character in line.text)
        and cue_book().opens("issued", core(line)) is not None
    )
