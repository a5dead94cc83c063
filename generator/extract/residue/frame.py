"""Where on a page the article is: its headline, its first prose, its subject."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.article.metadata import DateLine, date_line
from generator.extract.residue.cues import fold
from generator.extract.residue.page import (
    DECORATION,
    LABEL_WORDS,
    Page,
    core,
    letters,
    shared,
    subject_of,
)
from generator.extract.residue.parts import Part

if TYPE_CHECKING:
    from generator.extract.residue.parts import Parts

LEAST_ARTICLE_WORDS = 20  # prose words below which a page has no layout to go by
TITLE_WORDS = range(2, 41)  # words of a headline
CLOSED_TITLE_WORDS = 25  # words of a headline that ends like a sentence
REPEATED_TITLE = (
    6  # what standing twice, or over its day, is worth against stems that the article has not
)
SHORT_LABEL = 2  # what a section's name loses: "Burkina Faso"
NOTHING_SHARED = 3  # what a line loses that shares no stem with the prose: a site's name
SHORT_PROSE = 25  # words of a line that may be one headline among many, full stop or not
NEIGHBOURS = 4  # lines before and after a line that tell whether it stands among headlines
STAMPED_HITS = 2  # stems that a headline over its day shares with the prose below it, at least
AUTHOR_WORDS = 5  # words of a line that names who wrote the article
HEADLINES = 6  # of those, how many must be headlines


_DATED_LINK = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s[^\W\d]")
"""How a list of articles gives each with its day: "08/01/2014 Le juge a tranché"."""


_CRUMBS = re.compile(r"\w\s[>›]\s[A-ZÀ-Þ]")
"""How a page says where on its site it stands: "Dossiers > Afrique"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where on the page the article is."""

    headline: int | None
    """The line that is the headline; None when the page has none."""
    first: int
    """The first line of prose; the number of lines when there is none."""
    prose_words: int
    """Words of prose that is not residue."""
    subject: Counter[str]
    """What the prose is about."""


def find_frame(page: Page, parts: Parts, title: str | None) -> Frame:
    """Find the article on a page, of whose lines some may be decided."""
    prose = [
        index
        for index, line in enumerate(page.lines)
        if line.prose and parts[index] is None and not _among_headlines(page, index)
    ]
    headline = _titled(page, parts, title) if title else None
    stamped = _stamped(page, parts, prose) if headline is None else None
    if stamped is not None:
        headline, prose = stamped, [index for index in prose if index > stamped]
    subject = subject_of(page.lines[index] for index in prose)
    first = prose[0] if prose else len(page.lines)
    if headline is None:
        headline = _headline_before(page, parts, first, subject)
    dated = any(date_line(line.text) for line in page.lines[first + 1 : first + 2])
    if headline is None and len(prose) > 1 and (all(parts[:first]) or dated):
        headline = first if page.lines[first].words <= CLOSED_TITLE_WORDS else None
    if headline == first and len(prose) > 1:
        first = prose[1]
    return Frame(
        headline=headline,
        first=first,
        prose_words=sum(page.lines[index].words for index in prose),
        subject=subject,
    )


def _titled(page: Page, parts: Parts, title: str) -> int | None:
    """Return the line that says what metadata say the title is."""
    wanted = fold(title).strip(DECORATION)
    for index, line in enumerate(page.lines):
        said = core(line)
        if parts[index] is None and (
            said == wanted or (line.words > LABEL_WORDS and said in wanted)
        ):
            return index
    return None


def _stamped(page: Page, parts: Parts, prose: list[int]) -> int | None:
    """Return the headline that stands below prose of the site, right over its day of publication.

    The article follows it, longer than what stands before, and residue parts the two.
    """
    passed = 0
    total = sum(page.lines[index].words for index in prose)
    for before, after in pairwise(prose):
        passed += page.lines[before].words
        if 2 * passed > total:
            break
        parted = False
        following = subject_of(page.lines[after : after + NEIGHBOURS])
        for index in range(before + 1, after - 1):
            parted = parted or parts[index] is Part.RESIDUE
            if parted and parts[index] is None and _is_stamped(page, index, following):
                return index
    return None


def _is_stamped(page: Page, index: int, following: Counter[str]) -> bool:
    """Say whether a line is a headline with its day under it, of the prose that follows."""
    line = page.lines[index]
    return (
        line.words in TITLE_WORDS
        and shared(line, following)[0] >= STAMPED_HITS
        and _is_over_day(page, index)
    )


def _is_over_day(page: Page, index: int) -> bool:
    """Say whether the day of publication stands under a line; the author may stand between."""
    under = page.lines[index + 1 : index + 3]
    named = bool(under) and under[0].words <= AUTHOR_WORDS and not under[0].closed
    return any(date_line(line.text) is DateLine.ISSUED for line in under[: 1 + named])


def _headline_before(page: Page, parts: Parts, first: int, subject: Counter[str]) -> int | None:
    """Return the line before the prose that says most of what the prose is about."""
    repeats = Counter(letters(line) for line in page.lines)
    best, best_score = None, -float("inf")
    for index in range(first):
        line = page.lines[index]
        hits, misses = shared(line, subject)
        if parts[index] is not None or line.words not in TITLE_WORDS or date_line(line.text):
            continue
        if _DATED_LINK.match(line.text) or _CRUMBS.search(line.text):
            continue
        if not hits and line.words <= LABEL_WORDS:
            continue
        long = line.words > LABEL_WORDS
        twice = bool(hits) and long and repeats[letters(line)] > 1
        stamped = hits >= STAMPED_HITS and _is_over_day(page, index)
        score = 2 * hits - misses + (REPEATED_TITLE if twice or stamped else 0)
        score -= (0 if hits else NOTHING_SHARED) + (0 if long else SHORT_LABEL)
        if score > best_score:
            best, best_score = index, score
    return best


def _among_headlines(page: Page, index: int) -> bool:
    """Say whether a short line of prose stands in a list of headlines."""
    if page.lines[index].words > SHORT_PROSE:
        return False
    around = [
        line
        for line in page.lines[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
        if not line.closed and not line.prose and line.words > LABEL_WORDS
    ]
    return len(around) >= HEADLINES
