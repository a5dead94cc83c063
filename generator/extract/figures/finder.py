"""Figures of a text: amounts, shares, casualties, capacities and counts that somebody could check.

A figure is a number with something it counts. Ages, ranks, dates, durations, clock times, scores
and numbers of things known before ("les cinq pays") are none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.extract import lang
from generator.extract.figures.counts import Counted, CountReader
from generator.extract.figures.forms import figure_forms
from generator.extract.figures.period import find_period, opens_predicate, plain
from generator.extract.figures.subject import find_subject
from generator.extract.residue.cues import fold
from generator.extract.span import Span
from generator.extract.timex.calendar_math import date_of
from generator.record.edtf import earliest, latest, precision
from generator.record.model import Bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.extract.figures.numerals import Number
    from generator.record.edtf import Edtf

SIDE_BY_SIDE = 30  # code points between two figures of one list
KNOWN_SET = 10  # up to this many, a definite count speaks of a set known before
LONGEST_SENTENCE = 4_000  # code points; the longest of real articles have some six hundred
MOST_PERIODS = 20  # of one value, so that a list without end stays linear
NEWS_DELAY = 3  # days between an event and the last report that gives the same number
CHANGING = frozenset(("money", "percent", "people", "votes", "jobs", "agreements"))
"""Units of what happens or changes: a date after the verb is theirs too."""
REACH = 60  # code points before a figure in which its determiner stands


class DatedSpan(Protocol):
    """What is needed of a date expression; `timex.Timex` has it."""

    @property
    def start(self) -> int:
        """Offset in the text."""

    @property
    def end(self) -> int:
        """Exclusive."""

    @property
    def type(self) -> str:
        """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""

    @property
    def edtf(self) -> Edtf | None:
        """What it means; None when the text does not fix it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """One figure where the text states it; offsets in code points of the text, end exclusive."""

    start: int
    """First of the bound, if there is one, else of the number."""
    end: int
    value: float
    """Fully scaled; an int where it is whole."""
    unit: str
    """``money``, ``percent``, ``people``, … as listed in the language's data."""
    currency: str | None = None
    """ISO 4217; None for what is no money, and for money of an unknown state."""
    period: Edtf | None = None
    """What time it refers to, when its own sentence says so."""
    bound: Bound = Bound.EXACTLY
    what: str = ""
    """What is counted, in the article's words, at most eight; empty when unclear."""


def find_figures(
    text: str,
    sentences: Iterable[Span],
    *,
    language: str,
    timexes: Sequence[DatedSpan] = (),
) -> tuple[FigureMention, ...]:
    """Find the figures of a text.

    Args:
        text: the whole text.
        sentences: where to look; residue is not among them.
        language: BCP 47 tag; a language without a ``figures`` section has no figures.
        timexes: the date expressions of the text, sorted.

    Returns:
        In the order of the sentences, not overlapping; the same claim may come more than once.
    """
    tag = language.split("-", maxsplit=1)[0].lower()
    if tag not in lang.languages("figures"):
        return ()
    reader = _Reader(tag, text, timexes)
    return tuple(
        figure
        for sentence in sentences
        for window in _windows(text, sentence)
        for figure in reader.read(window)
    )


def _windows(text: str, sentence: Span) -> Iterator[Span]:
    """Cut a sentence of monstrous length at white space, so that reading it stays linear."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        end = space if space > 0 else start + LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def distinct_figures(mentions: Iterable[FigureMention]) -> tuple[FigureMention, ...]:
    """Keep one mention of each claim: the first that has a period, else the first.

    Two mentions make one claim when value, unit and currency agree and their periods do not differ
    by more than a report and what it reports do.
    """
    kept: list[FigureMention] = []
    claims: defaultdict[tuple[float, str, str | None], list[int]] = defaultdict(list)
    for mention in mentions:
        places = claims[mention.value, mention.unit, mention.currency]
        same = next((at for at in places if _same_claim(kept[at], mention)), None)
        if same is not None:
            kept[same] = kept[same] if kept[same].period else mention
        elif len(places) < MOST_PERIODS:
            places.append(len(kept))
            kept.append(mention)
    return tuple(kept)


def _same_claim(first: FigureMention, second: FigureMention) -> bool:
    """Say whether two mentions of a value may be one claim: not "six morts et six blessés"."""
    together = second.start - first.end < SIDE_BY_SIDE
    if together and first.what and second.what and first.what != second.what:
        return False
    return _same_time(first.period, second.period)


def _same_time(first: Edtf | None, second: Edtf | None) -> bool:
    """Say whether two periods may be one: one is not known, they overlap, or are days in a row."""
    if first is None or second is None or first == second:
        return True
    day, other_day = date_of(first.start), date_of(second.start)
    if day and other_day and precision(first) == precision(second) == "day":
        return abs((day - other_day).days) <= NEWS_DELAY
    start, other_start = earliest(first), earliest(second)
    end, other_end = latest(first), latest(second)
    if start is None or end is None or other_start is None or other_end is None:
        return False
    return max(start, other_start) <= min(end, other_end)


class _Reader:
    """One text, read for figures sentence by sentence."""

    def __init__(self, tag: str, text: str, timexes: Sequence[DatedSpan]) -> None:
        self.tag = tag
        self.text = text
        self.folded = fold(text)
        self.timexes = timexes
        self.forms = figure_forms(tag)
        self.counts = CountReader(tag, self.folded)

    def read(self, sentence: Span) -> list[FigureMention]:
        """Read one sentence."""
        folded = sentence.of(self.folded)
        claims = [
            (number, count)
            for number, count in self.counts.read(folded)
            if self.is_claim(folded, number, count)
        ]
        bounded = [self.bounded(folded, number, count) for number, count in claims]
        spans = [span for span, _ in bounded]
        dates = self.dates_of(sentence)
        clauses = plain(folded)
        figures = []
        for index, ((number, count), (span, bound)) in enumerate(zip(claims, bounded, strict=True)):
            size = count.unit not in CHANGING and opens_predicate(clauses, span, self.tag)
            figures.append(
                FigureMention(
                    start=sentence.start + span.start,
                    end=sentence.start + span.end,
                    value=number.value,
                    unit=count.unit,
                    currency=count.currency,
                    bound=Bound.ABOUT if number.collective and bound is Bound.EXACTLY else bound,
                    period=None if size else find_period(clauses, spans, index, dates, self.tag),
                    what=find_subject(sentence.of(self.text), span, count.noun, self.tag),
                )
            )
        return figures

    def dates_of(self, sentence: Span) -> list[tuple[Span, Edtf]]:
        """Return the dates of a sentence that are fixed, with their places in it."""
        index = bisect_left(self.timexes, sentence.start, key=lambda timex: timex.start)
        dates = []
        while index < len(self.timexes) and self.timexes[index].start < sentence.end:
            timex = self.timexes[index]
            if timex.type == "DATE" and timex.edtf is not None:
                place = Span(timex.start - sentence.start, timex.end - sentence.start)
                dates.append((place, timex.edtf))
            index += 1
        return dates

    def is_claim(self, folded: str, number: Number, count: Counted) -> bool:
        """Say whether somebody could check the figure: not a small set known before."""
        if count.measure or number.value > KNOWN_SET:
            return True
        return not self.forms.definite.search(folded, max(0, count.start - REACH), count.start)

    def bounded(self, folded: str, number: Number, count: Counted) -> tuple[Span, Bound]:
        """Return where the figure stands with its bound words, and the bound."""
        end = max(number.end, count.end)
        before = self.forms.bounds.before(folded, count.start)
        if before is not None:
            return Span(before[1], end), Bound(before[0])
        after = self.forms.bounds_after.match(folded, end)
        if after is not None:
            return Span(count.start, after[1]), Bound(after[0])
        return Span(count.start, end), Bound.EXACTLY
