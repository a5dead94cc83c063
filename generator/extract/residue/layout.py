"""What the layout of a page says of its lines.

An article is a headline and a run of prose. What stands in short lines before the headline or after
the last prose is menus and links; what repeats is not read twice; a heading that announces links,
comments or machine-made questions says what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.extract.article.language import find_language, is_foreign
from generator.extract.article.metadata import DateLine, date_line
from generator.extract.residue.cues import cue_book
from generator.extract.residue.frame import LEAST_ARTICLE_WORDS, Frame, find_frame
from generator.extract.residue.listing import by_cards, by_site_text, by_teasers
from generator.extract.residue.page import (
    LABEL_WORDS,
    Line,
    Page,
    core,
    letters,
    likeness,
    runs,
    shared,
    subject_of,
)
from generator.extract.residue.parts import Part, Parts
from generator.extract.residue.tail import LINK_RUN, OTHER_SUBJECT, TITLE_SUBJECT, by_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

KICKER_WORDS = 6  # words of a line between headline and text that only names the subject
HEADING_WORDS = 12  # words of a heading over a list of links
ENDING_WORDS = 30  # words of a line that begins the comments
WORDS_BEFORE_COMMENTS = 30  # prose words before a heading "Comments" means the end of the article
COMMENT_LINES = 6  # of a comment, from the line that names who wrote it to "Reply"
MENU_RUN = 5  # very short lines in a row that are a menu even inside an article
HEADLINE_HITS = 2  # stems that a headline shares with its first lines at least
HEADLINE_REACH = 5  # lines under a headline in which its article begins
ITEM_RUN = 4  # headlines in a row, each after a bullet on a line of its own
TICKER_RUN = 3  # lines with a clock time in a row
FOREIGN_WORDS = 12  # words from which on the language of a line can be told
FOREIGN_SHARE = 0.3  # of the words: a page with more is bilingual, and both halves are the article

_CLOCK = re.compile(
    r"[-–—•*\s]{0,4}(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?\s{0,2})?\d{1,2}\s?[:hH]\s?\d{2}"
)
_DAY = re.compile(r"(?:[^\W\d]{3,12},? )?(?:\d{1,2}(?:er|\.)? [^\W\d]{3,10}|[^\W\d]{3,10} \d{1,2})")
"""A day without a year that stands alone, as over the entries of a chronicle."""
_NUMBERED = re.compile(r"(?:\d{1,2}\s?[.)]|q\s?[:.\d]|r\s?:|a\s?:|[-–—•*])\s?")


Step = Callable[[Page, Parts, Frame], Parts]


def lay_out(
    page: Page, parts: Parts, title: str | None, *, told: bool = False
) -> tuple[Parts, Frame]:
    """Decide lines by the layout.

    Args:
        page: the page.
        parts: what the lines' own words have decided.
        title: the headline, where metadata tell it.
        told: the reader of the file's format has already told the article from what is around
            it, better than the length of lines can.

    Returns:
        The parts, and where the article is.
    """
    parts = _by_items(page, _by_ticker(page, parts))
    parts = parts if told else by_teasers(page, by_site_text(page, parts))
    frame = find_frame(page, parts, title)
    for step in STEPS_BY_WORDS if told else STEPS:
        parts = step(page, parts, frame)
    return parts, frame


def _by_ticker(page: Page, parts: Parts) -> Parts:
    """Decide runs of headlines that each follow a clock time; names of days may stand between."""
    marks = list(parts)
    clock = [_CLOCK.match(line.text) is not None for line in page.lines]

    def wanted(index: int) -> bool:
        line = page.lines[index]
        day = line.words <= LABEL_WORDS and not line.closed
        between = 0 < index < len(clock) - 1 and clock[index - 1] and clock[index + 1]
        return clock[index] or (day and between)

    for run in runs(page, wanted):
        timed = [index for index in run if clock[index]]
        unended = [index for index in timed if not page.lines[index].closed]
        if len(timed) >= TICKER_RUN and 2 * len(unended) > len(timed):
            for index in run:
                marks[index] = Part.RESIDUE
    return tuple(marks)


def _by_items(page: Page, parts: Parts) -> Parts:
    """Decide lists of headlines whose bullets stand on lines of their own."""
    marks = list(parts)
    bare = [not core(line) for line in page.lines]
    for run in runs(page, lambda index: bare[index] or (index > 0 and bare[index - 1])):
        items = [index for index in run if not bare[index]]
        unended = [index for index in items if not page.lines[index].closed]
        introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        if len(items) >= ITEM_RUN and 2 * len(unended) > len(items) and not introduced:
            for index in run:
                marks[index] = Part.RESIDUE
            if items[-1] == run[-1] and _heads_article(page, run[-1]):
                marks[run[-1]] = parts[run[-1]]
    return tuple(marks)


def _heads_article(page: Page, index: int) -> bool:
    """Say whether a line is the headline of the prose that follows it soon."""
    following = page.lines[index + 1 : index + 1 + HEADLINE_REACH]
    hits, misses = shared(page.lines[index], subject_of(line for line in following if line.prose))
    return hits >= HEADLINE_HITS and hits >= OTHER_SUBJECT * (hits + misses)


# -- the steps -----------------------------------------------------------------------------------


def _by_repetition(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide lines that say again what another line has said: they are not read twice."""
    first: dict[str, int] = {}
    if frame.headline is not None:
        first[letters(page.lines[frame.headline])] = frame.headline
    marks = list(parts)
    for index, line in enumerate(page.lines):
        if marks[index] is not None or line.words <= LABEL_WORDS:
            continue
        if first.setdefault(letters(line), index) != index:
            marks[index] = Part.FURNITURE
    return tuple(marks)


def _by_language(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide whole lines in another language than the article."""
    own = find_language(" ".join(line.text for line in _article_lines(page, parts, frame)))
    foreign = {
        index
        for index, line in enumerate(page.lines)
        if parts[index] is None and line.words >= FOREIGN_WORDS and is_foreign(line.text, own)
    }
    words = sum(page.lines[index].words for index in foreign)
    if words > FOREIGN_SHARE * frame.prose_words:
        return parts
    return tuple(Part.FURNITURE if i in foreign else part for i, part in enumerate(parts))


def _article_lines(page: Page, parts: Parts, frame: Frame) -> Iterator[Line]:
    for index, line in enumerate(page.lines):
        if parts[index] is None and (line.prose or not frame.prose_words):
            yield line


def _by_filler(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide machine-made questions and answers, and pros and cons."""
    book = cue_book()
    marks = list(parts)
    for index, line in enumerate(page.lines):
        if line.prose or index == frame.headline or index < frame.first:
            continue
        if book.line("questions", core(line)):
            end = _end_of_questions(page, index)
        elif book.line("balances", core(line)):
            end = _end_of_block(page, index)
        else:
            continue
        for place in range(index, end):
            if marks[place] is not Part.RESIDUE:
                marks[place] = Part.FURNITURE
    return tuple(marks)


def _end_of_questions(page: Page, heading: int) -> int:
    """Return the line after the last answer."""
    end = heading + 1
    after_question = False
    while end < len(page.lines):
        line = page.lines[end]
        question = line.text.rstrip(' \u00a0\u202f»"').endswith("?")
        if not question and not after_question and not _NUMBERED.match(line.folded):
            break
        after_question = question
        end += 1
    return end


def _end_of_block(page: Page, heading: int) -> int:
    """Return the line after the block that follows a heading: items, or lines without a gap."""
    end = heading + 1
    while end < len(page.lines):
        line = page.lines[end]
        if end > heading + 1 and line.gap_before and not line.bullet:
            break
        end += 1
    return end


def _by_list(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide lists of links under a heading that says so."""
    marks = list(parts)
    end = 0
    for index, line in enumerate(page.lines):
        if index < end:
            continue
        heading = not line.prose and line.words <= HEADING_WORDS and line.text[-1] not in ".!"
        if heading and index != frame.headline and cue_book().line("lists", core(line)):
            end = _end_of_list(page, marks, index, frame)
            marks[index:end] = [Part.RESIDUE] * (end - index)
    return tuple(marks)


def _end_of_list(page: Page, marks: list[Part | None], heading: int, frame: Frame) -> int:
    """Return the line after the last link: where prose goes on, or the headline comes."""
    gone = sum(line.words for line in page.lines[frame.first : heading] if line.prose)
    late = gone >= LEAST_ARTICLE_WORDS and 2 * gone > frame.prose_words
    end = heading + 1
    while (
        end < len(page.lines)
        and _is_link(page, marks, end, frame, late=late)
        and not _resumes(page, heading, end)
    ):
        end += 1
    goes_on = end < len(page.lines) and page.lines[end].prose
    gaps = [line.gap_before for line in page.lines[heading + 1 : end]]
    if goes_on and len(gaps) > 1 and gaps[-1] and not any(gaps[:-1]):
        return end - 1  # a subheading of the prose that goes on, not the list's last link
    return end


def _resumes(page: Page, heading: int, end: int) -> bool:
    """Say whether the text goes on after a gap, below links that no gap parts and none explains."""
    links = page.lines[heading + 1 : end]
    tight = len(links) >= LINK_RUN and not any(line.gap_before for line in links[1:])
    plain = not any(line.prose for line in links)
    return tight and plain and page.lines[end].prose and page.lines[end].gap_before


def _is_link(page: Page, marks: list[Part | None], index: int, frame: Frame, *, late: bool) -> bool:
    """Say whether a line under a heading of links is one, or its summary."""
    line = page.lines[index]
    if index == frame.headline or (marks[index] == Part.FURNITURE and not late):
        return False
    if line.prose or (line.text.endswith(".") and line.words > LABEL_WORDS):
        own = int(line.prose and marks[index] is None)
        return late and likeness(line, frame.subject, own=own) < OTHER_SUBJECT
    return True


def _by_ending(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide all that follows the heading of the comments."""
    words = 0
    for index, line in enumerate(page.lines):
        late = words >= WORDS_BEFORE_COMMENTS and index > frame.first
        if late and line.words <= ENDING_WORDS and _begins_comments(line):
            return parts[:index] + (Part.RESIDUE,) * (len(parts) - index)
        if line.prose and parts[index] is None:
            words += line.words
    return parts


def _by_reply(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide comments that no heading announces: each ends in "Reply" or the like."""
    book = cue_book()
    replies = [
        index
        for index, line in enumerate(page.lines)
        if index > frame.first and book.line("replies", core(line))
    ]
    if len(replies) < LINK_RUN:
        return parts
    for index in range(max(frame.first + 1, replies[0] - COMMENT_LINES), replies[0]):
        line = page.lines[index]
        if line.words <= HEADING_WORDS and book.line("commenters", core(line)):
            return parts[:index] + (Part.RESIDUE,) * (len(parts) - index)
    return parts


def _begins_comments(line: Line) -> bool:
    book = cue_book()
    return book.line("comments", core(line)) or book.opens("endings", core(line)) is not None


def _by_menu(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide runs of very short lines: menus, lists of countries, tables of links."""
    marks = list(parts)
    for run in runs(page, lambda index: index != frame.headline and _is_label(page.lines[index])):
        introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        known = all(cue_book().line("menu", core(page.lines[index])) for index in run)
        if not introduced and (len(run) >= MENU_RUN or (known and len(run) >= LINK_RUN)):
            for index in run:
                marks[index] = marks[index] or Part.RESIDUE
    return tuple(marks)


def _is_label(line: Line) -> bool:
    """Say whether a line may be an entry of a menu: very short, no item, no number."""
    return (
        line.whole
        and line.words <= LABEL_WORDS
        and not line.closed
        and not line.bullet
        and not any(character.isdigit() for character in line.text)
    )


def _by_head(page: Page, parts: Parts, frame: Frame) -> Parts:
    """Decide what stands before the first prose: menus and kickers, then subtitles and names."""
    if frame.prose_words < LEAST_ARTICLE_WORDS:
        return parts
    marks = list(parts)
    chronology = sum(date_line(line.text) == DateLine.BARE for line in page.lines) > 1
    for index in range(frame.first):
        line = page.lines[index]
        if _is_page_clock(page, marks, index, frame):
            marks[index] = Part.RESIDUE
        if marks[index] is not None or index == frame.headline or not line.whole:
            continue
        dated = date_line(line.text) is not None and not chronology
        if frame.headline is not None and index < frame.headline:
            related = likeness(line, frame.subject) >= TITLE_SUBJECT and line.words > LABEL_WORDS
            marks[index] = Part.FURNITURE if related or dated else Part.RESIDUE
        elif dated:
            marks[index] = Part.FURNITURE
        elif line.words <= KICKER_WORDS and not line.closed and not line.bullet:
            marks[index] = _part_of_kicker(line, frame)
    return tuple(marks)


def _is_page_clock(page: Page, marks: list[Part | None], index: int, frame: Frame) -> bool:
    """Say whether a date line above the headline is the page's: a menu stands between the two."""
    if frame.headline is None or index >= frame.headline or marks[index] is Part.RESIDUE:
        return False
    if date_line(page.lines[index].text) not in {DateLine.CLOCK, DateLine.BARE}:
        return False
    between = marks[index + 1 : frame.headline]
    return sum(part is Part.RESIDUE for part in between) >= LINK_RUN


def _part_of_kicker(line: Line, frame: Frame) -> Part | None:
    """Return what a few words between headline and text are: the subject, a name, or a button."""
    if date_line(line.text) is not None or _DAY.fullmatch(line.text):
        return None
    named = all(word[:1].isupper() for word in line.text.split() if word[:1].isalpha())
    like = likeness(line, frame.subject) >= TITLE_SUBJECT
    return Part.FURNITURE if named or like else Part.RESIDUE


STEPS_BY_WORDS: tuple[Step, ...] = (
    _by_repetition,
    _by_language,
    _by_filler,
    _by_list,
    _by_ending,
    _by_reply,
)
STEPS: tuple[Step, ...] = (*STEPS_BY_WORDS, _by_menu, by_cards, _by_head, by_tail)
"""In this order: repetition before all that keeps lines, lists and comments before the ends."""
