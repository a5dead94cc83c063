"""What time a figure refers to, as far as its own sentence says."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.record.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.figures.words import FigureWords
    from generator.extract.span import Span
    from generator.record.edtf import Edtf

REACH_AFTER = 60  # code points from a figure to a date after it
LONGEST_LIST = 5  # figures that are joined, of which the last has the date
REACH_OF_WORD = 30  # code points before a date in which the word stands that governs it

_SIGN_IN_NUMBER = re.compile(r"(?<=\d)[.,:](?=\d)")

_DATELINE = re.compile(r"\s?(?:\([^()]{2,30}\))?\s?[.:,]?\s?[-–—]\s")
"""What stands between the day of a dateline and its text."""

Date = tuple["Span", "Edtf"]
"""A date expression: its place in the sentence and what it means."""


class _Words:
    """The words of one language that join a date to a figure or keep them apart."""

    def __init__(self, words: FigureWords) -> None:
        self.comparator = _pattern(words.comparators)
        self.no_period = re.compile(rf"(?<!\w)(?:{'|'.join(words.no_period_before)}) ?$")
        self.as_of = re.compile(rf"(?<!\w)(?:{'|'.join(words.as_of)}) ?$")
        self.clause = _pattern(words.no_period_clause)
        self.aside = re.compile("|".join(words.asides))
        self.predicate = re.compile(rf" (?:{words.predicates})(?!\w)")
        self.happening = _pattern(words.happenings)
        self.report = _pattern(words.reports)
        self.other_verb = re.compile(rf" (?:{words.linkers[0]}) (?:[\w'-]+ ){{3}}")
        """Begins a second statement: "creates 5,500 jobs and reaches full capacity in 2029"."""
        self.contrast = re.compile(words.contrasts)
        self.linker = re.compile(rf"\s*(?:(?:{'|'.join(words.linkers)})(?!\w)[\w\s']{{0,40}})?")


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


@lru_cache(maxsize=8)
def _words(tag: str) -> _Words:
    return _Words(lang.load(tag, "figures"))


def plain(folded: str) -> str:
    """Take the signs out of the numbers of a folded text, so that each sign left ends a clause."""
    return _SIGN_IN_NUMBER.sub("_", folded)


def opens_predicate(folded: str, figure: Span, tag: str) -> bool:
    """Say whether a verb follows a figure, to which a date after it then belongs."""
    return _words(tag).predicate.match(folded, figure.end) is not None


def find_period(
    folded: str, figures: Sequence[Span], index: int, dates: Sequence[Date], tag: str
) -> Edtf | None:
    """Return the period of one figure of a sentence.

    Args:
        folded: the sentence, folded and `plain`.
        figures: all figures of the sentence, in order.
        index: the figure asked about.
        dates: the dates of the sentence that are fixed, in order.
        tag: language.

    Returns:
        The date right after it, else the last one before it, else that of the figure it is joined
        to; None rather than a date that belongs to something else.
    """
    date = _find_date(folded, figures, index, dates, _words(tag))
    if date is not None and date.is_interval and date.start is None:
        return parse_edtf(date.text.rpartition("/")[2])  # "d'ici 2030" says what it is by then
    return date


def _find_date(
    folded: str, figures: Sequence[Span], index: int, dates: Sequence[Date], words: _Words
) -> Edtf | None:
    status = _as_of(folded, figures[index], dates, words)
    if status is not None:
        return status
    usable = [date for date in dates if _is_period(folded, date, figures, words)]
    after = _after(folded, figures, index, usable, words)
    if after is not None:
        return after
    before = _before(folded, figures, index, usable, words)
    if before is not None:
        return before
    for following in range(index + 1, min(len(figures), index + LONGEST_LIST)):
        between = folded[figures[following - 1].end : figures[following].start]
        if not words.linker.fullmatch(between) or words.comparator.search(between):
            return None
        after = _after(folded, figures, following, usable, words)
        if after is not None:
            return after
    return None


def _as_of(folded: str, figure: Span, dates: Sequence[Date], words: _Words) -> Edtf | None:
    """Return the day on which things stood as the sentence says: "à la date du 29 janvier"."""
    following = next((date for date in dates if date[0].start >= figure.end), None)
    if following is None:
        return None
    place, edtf = following
    before = folded[max(figure.end, place.start - REACH_OF_WORD) : place.start]
    return edtf if words.as_of.search(before) else None


def _is_period(folded: str, dated: Date, figures: Sequence[Span], words: _Words) -> bool:
    """Say whether a date may be a period: not "depuis 1991", not "l'accord de 2015"."""
    date, edtf = dated
    before = folded[max(0, date.start - REACH_OF_WORD) : date.start]
    if words.no_period.search(before) or _DATELINE.match(folded, date.end):
        return False
    clause_start = max(folded.rfind(sign, 0, date.start) for sign in ",;:(") + 1
    following = bisect_right(figures, date.start, key=lambda figure: figure.end)
    if following:  # "après 12 % en 2014": what opens the clause governs the figure
        clause_start = max(clause_start, figures[following - 1].end)
    clause = folded[clause_start : date.start].lstrip()
    if clause and edtf.is_interval and edtf.end is None:
        return False  # "la première perte depuis 2003, 1,3 milliard"
    return words.clause.match(clause) is None


def _after(
    folded: str, figures: Sequence[Span], index: int, dates: Sequence[Date], words: _Words
) -> Edtf | None:
    """Return the date that follows a figure before the next figure does."""
    end = figures[index].end
    limit = figures[index + 1].start if index + 1 < len(figures) else len(folded)
    for place, edtf in dates:
        if place.start < end:
            continue
        between = folded[end : place.start]
        if place.start > limit or len(between) > REACH_AFTER:
            return None
        apart = (
            re.search(r"[;:.(]|, [\w'-]+ [\w'-]+ [\w'-]+", between)
            or _opens_aside(between, words)
            or words.other_verb.match(between)
            or words.comparator.search(between)
            or words.report.search(between)
        )
        return None if apart else edtf
    return None


def _opens_aside(between: str, words: _Words) -> bool:
    """Say whether a clause dates something else: "400 morts, bilan de la mousson, née en juin"."""
    clause = between.rpartition(", ")[2]
    return clause != between and words.aside.match(f"{clause.strip()} ") is not None


def _before(
    folded: str, figures: Sequence[Span], index: int, dates: Sequence[Date], words: _Words
) -> Edtf | None:
    """Return the last date before a figure that nothing sets against it."""
    figure = figures[index]
    for place, edtf in reversed(dates):
        if place.end > figure.start:
            continue
        owner = next(
            (other for other in reversed(figures[:index]) if other.end <= place.start), None
        )
        if owner and words.comparator.search(
            folded, max(0, owner.start - REACH_OF_WORD), owner.start
        ):
            return None  # "contre 10 % en 2019, soit une hausse de 2 %": 2019 is the other's
        if _is_aside(folded, place, figure, words):
            continue
        between = folded[place.end : figure.start]
        compared = words.comparator.search(between) and not words.contrast.match(folded, figure.end)
        return None if ";" in between or compared else edtf
    return None


def _is_aside(folded: str, date: Span, figure: Span, words: _Words) -> bool:
    """Say whether a clause that ends before the figure keeps its date: "ouvert en 2013, il…"."""
    end = folded.find(",", date.end, figure.start)
    if end < 0:
        return False
    start = max(folded.rfind(sign, 0, date.start) for sign in ",;:(") + 1
    opening = folded[start : date.start].strip()
    if words.happening.search(folded, start, end):
        return False
    return words.aside.match(f"{opening} ") is not None
