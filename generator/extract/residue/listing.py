"""Lists of other articles and the site's own text, told by their shape.

A page prints its article once. Paragraphs that stand on it twice, apart, are the site's own, at its
head and its foot; and several days of publication in a row are those of several articles.
"""

from __future__ import annotations

import re
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
TEASERS = 3  # in a row that are a list
CUTS = 2  # of them, how many break off
SUMMARY_WORDS = (8, 80)  # of a teaser, fewest and most
OWN_STAMP = 3  # lines from the headline within which the day is the article's own

_CUT = re.compile(r"(?:\.{3}|…)[\])]?\s{0,2}(?:\S{1,20}\s?){0,3}$")
"""How a summary breaks off, perhaps with a link to the rest: "le maire a … Lire la suite"."""

_TIME = re.compile(r"\d{1,2}\s?[:hH]\s?\d{0,2}")


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
        words = sum(page.lines[index].words for index in inside if page.lines[index].prose)
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
    """Say whether a line only tells a day of publication; the entries of a ticker tell the hour."""
    return (
        line.words <= STAMP_WORDS
        and any(character.isdigit() for character in _TIME.sub("", line.text))
        and cue_book().opens("issued", core(line)) is not None
    )


def by_teasers(page: Page, parts: Parts) -> Parts:
    """Decide runs of headlines that each have one summary, of which some are cut off."""
    marks = list(parts)
    prose = sum(
        line.words for line, part in zip(page.lines, parts, strict=True) if line.prose and not part
    )
    for run in _summaries(page, parts):
        cut = sum(_CUT.search(page.lines[index].text) is not None for index in run)
        words = sum(page.lines[index].words for index in run)
        if len(run) >= TEASERS and cut >= CUTS and 2 * words <= prose:
            start, end = run[0] - 1, run[-1] + 1
            marks[start:end] = [Part.RESIDUE] * (end - start)
    return tuple(marks)


def _summaries(page: Page, parts: Parts) -> Iterator[list[int]]:
    """Yield runs of lines that are each right under a headline, with no other prose between."""
    run: list[int] = []
    for index in range(1, len(page.lines)):
        line, above = page.lines[index], page.lines[index - 1]
        under = parts[index - 1] is None and _is_link(above) and _is_summary(line)
        if under and run and index - run[-1] <= CARD_LINES:
            run.append(index)
        elif under or line.prose:
            yield run
            run = [index] if under else []
    yield run


def _is_link(line: Line) -> bool:
    """Say whether a line may be the headline of a teaser."""
    return line.words > LABEL_WORDS and not line.prose and line.text[-1] not in ".:"


def _is_summary(line: Line) -> bool:
    """Say whether a line may be the summary under the headline of a teaser."""
    ends = line.closed and line.text[-1] not in "!?"
    return SUMMARY_WORDS[0] <= line.words <= SUMMARY_WORDS[1] and (ends or line.prose)
