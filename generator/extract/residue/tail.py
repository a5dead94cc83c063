"""Where an article ends on its page, and what the lines after its end are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.article.metadata import date_line
from generator.extract.residue.frame import LEAST_ARTICLE_WORDS
from generator.extract.residue.page import LABEL_WORDS, LONG_WORDS, Line, Page, likeness, runs
from generator.extract.residue.parts import Part, Parts

if TYPE_CHECKING:
    from generator.extract.residue.frame import Frame

LONG_HEADLINE = 20  # words; a longer line without a full stop is a paragraph that was cut off
LINK_RUN = 2  # lines without a full stop, after the last prose, that are a list of links
FOOT_RUN = 4  # lines of residue in a row that are more than a box inside an article
LONG_FOOT_RUN = 12  # in a row below which only prose in a run goes on with an article
KNOWN_SUBJECT_WORDS = 150  # of an article from which on an unrelated sentence can be told
SAME_SUBJECT = 0.35  # share of a line's stems that the article has; unrelated news: about 0.15
OTHER_SUBJECT = 0.2
TITLE_SUBJECT = 0.5  # a headline is made of the words of its article


def by_tail(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide what stands after the last prose: links, labels of a template, the author's name."""
    if frame.prose_words < LEAST_ARTICLE_WORDS:
        return parts
    start, foot = _end_of_text(page, parts, frame)
    if start < len(page.lines) and parts[start] is None and _is_last_call(page.lines[start]):
        start += 1
    marks = list(parts)
    for index in range(foot, len(page.lines)):
        if marks[index] is None and page.lines[index].whole:
            marks[index] = Part.RESIDUE
    for run in runs(page, lambda index: index >= start and parts[index] != Part.FURNITURE):
        unended = [index for index in run if not page.lines[index].closed]
        if page.lines[run[0] - 1].text.endswith(":") or 2 * len(unended) <= len(run):
            continue
        if marks[run[0]] is None and run[0] == start and date_line(page.lines[start].text):
            marks[run[0]] = Part.FURNITURE
        for index in run:
            alone = len(run) < LINK_RUN
            marks[index] = marks[index] or _part_of_tail(page.lines[index], frame, alone=alone)
    return tuple(marks)


def _end_of_text(page: Page, parts: Parts, frame: Frame) -> tuple[int, int]:
    """Return the line after the last sentence of the article, and where the page's foot begins.

    A sentence counts when it follows the text without residue in between, or has its subject; of a
    short article too little is known of the subject to deny it. Below a long run of residue it must
    have more of the subject, or stand among others as it does in an article.
    """
    end, gap, words, foot = frame.first, 0, 0, len(page.lines)
    run = 0
    for index in range(frame.first, len(page.lines)):
        line = page.lines[index]
        run = run + 1 if parts[index] is Part.RESIDUE else 0
        gap = max(gap, run)
        if run == FOOT_RUN and foot == len(page.lines):
            foot = index + 1
        elif parts[index] is None and _is_statement(line):
            own = int(line.prose)
            like = likeness(line, frame.subject, own=own)
            known = words >= KNOWN_SUBJECT_WORDS
            goes_on = not known or not gap or like >= OTHER_SUBJECT
            if known and gap >= FOOT_RUN:
                alike = like >= SAME_SUBJECT and gap < LONG_FOOT_RUN
                goes_on = goes_on and (alike or _is_dense(page, parts, index))
            if goes_on:
                end, gap, foot = index + 1, 0, len(page.lines)
                words += line.words
    return end, foot if words >= KNOWN_SUBJECT_WORDS else len(page.lines)


def _is_dense(page: Page, parts: Parts, index: int) -> bool:
    """Say whether prose stands right before or after a line, as in an article."""
    return any(
        0 <= near < len(page.lines) and parts[near] is None and page.lines[near].prose
        for near in (index - 1, index + 1)
    )


def _is_last_call(line: Line) -> bool:
    """Say whether the line under the last sentence is the article's own call or question."""
    return line.closed and line.words > LABEL_WORDS


def _is_statement(line: Line) -> bool:
    """Say whether a line is prose or a short sentence: a headline ends without a full stop."""
    ends = line.text.rstrip('"»”’) \u00a0\u202f').endswith((".", "。"))
    prose = line.prose and (line.closed or line.words >= LONG_WORDS)
    return prose or (ends and line.words > LABEL_WORDS)


def _part_of_tail(line: Line, frame: Frame, *, alone: bool) -> Part | None:
    """Return what a line after the last prose is: one line alone may be the end of the article."""
    like = likeness(line, frame.subject)
    if not line.whole or line.words > LONG_HEADLINE or (line.bullet and like >= SAME_SUBJECT):
        return None
    if alone and line.words <= LABEL_WORDS + 1:
        return Part.FURNITURE
    return None if alone and (line.closed or like >= TITLE_SUBJECT) else Part.RESIDUE
