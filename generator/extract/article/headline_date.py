"""The date beside a headline: the last place to look for the day an article was published.

Newsrooms set it above the headline, below it, before the text or behind the headline in one line,
with a town, a name, a clock or a number of comments. What else a page shows of dates (its clock, a
list of other articles, a copyright line) stands farther away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.article.written_dates import find_dates
from generator.extract.residue.cues import cue_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.article.written_dates import WrittenDate
    from generator.extract.residue.page import Line, Page
    from generator.extract.residue.parts import Reading
    from generator.extract.span import Span
    from generator.record.edtf import Edtf

REACH = 2  # lines between the headline, or the first line of text, and the date
OTHER_WORDS = 8  # words besides the date: "Paris, le … Texte et photos : la rédaction"
TYING_LETTERS = 3  # letters of a word that ties a date to its sentence: "le", "du", "the"
INLINE_REACH = 60  # code points of a headline line that follow its words: "… 09/02/2014 à 9h12"
TIE_REACH = 40  # code points before a date in which the word that ties it to a sentence stands
_RANGE_BEFORE = re.compile(r"(?:\b(?:au?|du|des?|to|from|until|bis|vom|al?|del|hasta)|[-–/])\s*$")
_CLOCK_AFTER = re.compile(r"\s*+(?:[-|,]|à|a|at|um)?\s*+\d{1,2}\s?[:h.]\s?\d{2}")


def find_date_beside_headline(page: Page, reading: Reading) -> Edtf | None:
    """Return the only date that short lines beside the headline or the first text show.

    Args:
        page: the lines of the page.
        reading: which of them are headline, text and the rest.

    Returns:
        None when there is no such line, or when two of them disagree: then nobody knows. Lines
        above the headline count only where nothing of the site stands before it, since a page's
        clock stands there too.
    """
    lines = page.lines
    places = _places(lines, reading)
    if not places:
        return None
    opens = not reading.residue or reading.residue[0] > lines[places[0]].span
    first = 0 if opens else places[0]
    near = {
        number
        for place in places
        for number in range(max(first, place - REACH), min(len(lines), place + REACH + 1))
    }
    dated = {number: date for number in range(len(lines)) if (date := _only_date(lines[number]))}
    inside = [n for n in dated if any(lines[n].span.overlaps(s) for s in _own(reading))]
    if len({dated[number].text for number in inside}) > 1:
        return None  # a chronology: its dates are headings
    found = {dated[number].text: dated[number] for number in sorted(near) if number in dated}
    if not found:
        found = {date.text: date for place in places for date in _behind_words(lines[place])}
    return next(iter(found.values())) if len(found) == 1 else None


def _own(reading: Reading) -> tuple[Span, ...]:
    return (*reading.body, *reading.furniture)


def _places(lines: Sequence[Line], reading: Reading) -> tuple[int, ...]:
    """Return the numbers of the lines of the headline and of the first text below it."""
    title = reading.title
    text = [span for span in reading.body if title is None or span.start > title.start]
    spans = [span for span in (title, *text[:1]) if span is not None]
    return tuple(
        number
        for number, line in enumerate(lines)
        if any(line.span.overlaps(span) for span in spans)
    )


def _only_date(line: Line) -> Edtf | None:
    """Return the date of a line that says little else."""
    dates = find_dates(line.text)
    if len(dates) != 1 or line.prose:
        return None
    date = dates[0]
    rest = f"{line.text[: date.start]} {line.text[date.end :]}"
    others = re.findall(r"[^\W\d_]{2,}", rest)
    changed = cue_book().patterns["updated"].search(line.folded)
    if changed and changed.start() < dates[0].start:
        return None
    if len(others) > OTHER_WORDS or _RANGE_BEFORE.search(_before(line, date)):
        return None
    return date.edtf


def _behind_words(line: Line) -> tuple[Edtf, ...]:
    """Return the date that ends a headline's line or, with a clock, follows its words."""
    for date in find_dates(line.text):
        before = _before(line, date).split()[-1:]
        if line.prose and before and len(before[0]) <= TYING_LETTERS and before[0].isalpha():
            continue  # "rouvrira le 3 juillet 2024, 10h30": a sentence tells it
        clock = _CLOCK_AFTER.match(line.folded, date.end)
        last = len(line.text) - date.end <= INLINE_REACH and not line.closed
        if (clock or last) and not _RANGE_BEFORE.search(_before(line, date)):
            return (date.edtf,)
    return ()


def _before(line: Line, date: WrittenDate) -> str:
    """Return what stands right before a date: not all of a line that holds thousands of them."""
    return line.folded[max(0, date.start - TIE_REACH) : date.start]
