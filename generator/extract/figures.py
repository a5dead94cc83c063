"""Figures of a text: amounts, shares, casualties, capacities and counts that somebody could check.

A figure is a number with something it counts. Ages, ranks, dates, durations, clock times, scores
and numbers of things known before ("les cinq pays") are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from generator.extract import lang
from generator.extract.cues import fold
from generator.extract.figure_forms import figure_forms
from generator.extract.figure_period import find_period
from generator.extract.figure_subject import find_subject
from generator.extract.money_signs import sign_before
from generator.extract.numerals import Number, find_numbers
from generator.extract.span import Span
from generator.record.model import Bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.record.edtf import Edtf

KNOWN_SET = 10  # up to this many, a definite count speaks of a set known before
LONGEST_SENTENCE = 4_000  # code points; the longest of real articles have some six hundred
REACH = 60  # code points looked at before and after a number
MONEY = "money"
_THOUSAND = 1000
_NO_NOUN = frozenset("0123456789,;:)!?")
"""What shows at once, after a number, that no noun follows."""


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

    Two mentions make one claim when value, unit and currency agree and their periods do not differ.
    """
    kept: list[FigureMention] = []
    for mention in mentions:
        same = [
            index
            for index, other in enumerate(kept)
            if (other.value, other.unit, other.currency)
            == (mention.value, mention.unit, mention.currency)
            and (other.period == mention.period or None in {other.period, mention.period})
        ]
        if not same:
            kept.append(mention)
        elif kept[same[0]].period is None and mention.period is not None:
            kept[same[0]] = mention
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What a number counts."""

    start: int
    end: int
    noun: int
    """Where the noun that is counted starts; the same as `end` for money and measures."""
    unit: str
    currency: str | None = None
    measure: bool = False
    """Is a claim even with a definite determiner: money, a measure, a casualty."""


class _Reader:
    """One text, read for figures sentence by sentence."""

    def __init__(self, tag: str, text: str, timexes: Sequence[DatedSpan]) -> None:
        self.tag = tag
        self.text = text
        self.folded = fold(text)
        self.timexes = timexes
        self.forms = figure_forms(tag)
        self.issuers: dict[str, str | None] = {}
        """Currency that states share → the code that the text makes it."""

    def read(self, sentence: Span) -> list[FigureMention]:
        """Read one sentence."""
        folded = sentence.of(self.folded)
        numbers = find_numbers(folded, self.tag)
        counted = [self.counted(folded, number) for number in numbers]
        counted = self.with_ranges(folded, numbers, counted)
        counted = self.with_others(folded, numbers, counted)
        counted = self.with_bare_money(folded, numbers, counted)
        claims = [
            (self.with_scale(number, numbers[index + 1 :], count, counted[index + 1 :]), count)
            for index, (number, count) in enumerate(zip(numbers, counted, strict=True))
            if count is not None and self.is_claim(folded, number, count)
        ]
        bounded = [self.bounded(folded, number, count) for number, count in claims]
        spans = [Span(start, end) for start, end, _ in bounded]
        dates = self.dates_of(sentence)
        return [
            FigureMention(
                start=sentence.start + start,
                end=sentence.start + end,
                value=number.value,
                unit=count.unit,
                currency=count.currency,
                bound=Bound.ABOUT if number.collective and bound is Bound.EXACTLY else bound,
                period=find_period(folded, spans, index, dates, self.tag),
                what=find_subject(sentence.of(self.text), spans[index], count.noun, self.tag),
            )
            for index, ((number, count), (start, end, bound)) in enumerate(
                zip(claims, bounded, strict=True)
            )
        ]

    def dates_of(self, sentence: Span) -> list[tuple[Span, Edtf]]:
        """Return the dates of a sentence that are fixed, with their places in it."""
        first = bisect_left(self.timexes, sentence.start, key=lambda timex: timex.start)
        dates = []
        for timex in self.timexes[first:]:
            if timex.start >= sentence.end:
                break
            if timex.type == "DATE" and timex.edtf is not None:
                place = Span(timex.start - sentence.start, timex.end - sentence.start)
                dates.append((place, timex.edtf))
        return dates

    # -- what a number counts ------------------------------------------------------------------

    def counted(self, folded: str, number: Number) -> _Counted | None:
        """Return what a number counts; None when it counts nothing that is known."""
        if self.forms.never.search(folded, max(0, number.start - REACH), number.start):
            return None
        if number.article and number.scale == 1:
            return self.casualty(folded, number)
        if folded[number.end : number.end + 2].strip()[:1] in _NO_NOUN:
            return self.money_before(folded, number) or self.measured_before(folded, number)
        return (
            self.money_before(folded, number)
            or self.money_after(folded, number)
            or self.measured(folded, number)
            or self.noun(folded, number)
        )

    def casualty(self, folded: str, number: Number) -> _Counted | None:
        match = self.forms.casualties.match(folded, number.end)
        if match is None:
            return None
        return _Counted(
            start=number.start, noun=number.end, end=match[1], unit="people", measure=True
        )

    def money_before(self, folded: str, number: Number) -> _Counted | None:
        """Read a currency sign before the number: "$5 million"."""
        sign = sign_before(folded, number.start)
        if sign is None:
            return None
        code, start = sign
        return _Counted(
            start=start,
            noun=number.end,
            end=number.end,
            unit=MONEY,
            currency=code,
            measure=True,
        )

    def money_after(self, folded: str, number: Number) -> _Counted | None:
        """Read a currency after the number: "629 millions de dollars"."""
        match = self.forms.currencies.match(folded, number.end)
        if match is None:
            return None
        name, end = match
        if folded[end - 1] == "e" and number.scale == 1 and end - number.end <= len(" e"):
            return None  # "325,9 ME" is money, "24 e" an ordinal
        return _Counted(
            start=number.start,
            noun=end,
            end=end,
            unit=MONEY,
            currency=self.currency(name),
            measure=True,
        )

    def currency(self, name: str) -> str | None:
        """Return the ISO code; of a currency that states share, by the states the text names."""
        shared = self.forms.words.shared_currencies.get(name)
        if shared is None:
            return name
        if name not in self.issuers:
            self.issuers[name] = _issuer(shared, self.folded)
        return self.issuers[name]

    def measured(self, folded: str, number: Number) -> _Counted | None:
        """Read a unit of measurement after the number, or a measure named before it."""
        match = self.forms.measures.match(folded, number.end)
        if match is not None:
            name, end = match
            return _Counted(start=number.start, noun=end, end=end, unit=name, measure=True)
        return self.measured_before(folded, number)

    def measured_before(self, folded: str, number: Number) -> _Counted | None:
        """Read a measure that is named before the number: "magnitude 7,8"."""
        before = self.forms.measures_before.before(folded, number.start)
        if before is None:
            return None
        name, start = before
        end = number.end
        return _Counted(start=start, noun=end, end=end, unit=name, measure=True)

    def noun(self, folded: str, number: Number) -> _Counted | None:
        """Read a noun that is counted; a plain year before it is a date."""
        if number.year and folded[number.end : number.end + 1] == " " and number.scale == 1:
            return None
        match = self.forms.units.match(folded, number.end)
        if match is None:
            return None
        name, end = match
        linked = self.forms.link.match(folded, number.end)
        scaled = number.scale > _THOUSAND or number.collective
        if (linked is not None) != (scaled and bool(self.forms.words.link)):
            return None
        noun = linked.end() if linked else number.end
        return _Counted(start=number.start, noun=noun, end=end, unit=name)

    # -- what a number counts because another does -----------------------------------------------

    def with_ranges(
        self, folded: str, numbers: Sequence[Number], counted: list[_Counted | None]
    ) -> list[_Counted | None]:
        """Give the first number of "10 à 15 %" what the second counts."""
        result = list(counted)
        for index in range(len(numbers) - 2, -1, -1):
            number, following = numbers[index], numbers[index + 1]
            count = result[index + 1]
            between = folded[number.end : following.start]
            if (
                result[index] is None
                and count is not None
                and not (number.year or number.article)
                and self.forms.ranges.fullmatch(between)
            ):
                result[index] = replace(count, start=number.start, noun=number.end, end=number.end)
        return result

    def with_others(
        self, folded: str, numbers: Sequence[Number], counted: list[_Counted | None]
    ) -> list[_Counted | None]:
        """Let "30 autres" count what the sentence counted before, when that was people."""
        result = list(counted)
        people = False
        for index, number in enumerate(numbers):
            count = result[index]
            match = self.forms.others.match(folded, number.end) if count is None else None
            if match is not None and people and not number.article:
                result[index] = _Counted(
                    start=number.start, noun=number.end, end=match.end(), unit="people"
                )
            people = people or (count is not None and count.unit == "people")
        return result

    def with_bare_money(
        self, folded: str, numbers: Sequence[Number], counted: list[_Counted | None]
    ) -> list[_Counted | None]:
        """Let "5,4 milliards" without a noun be of the currency named before in the sentence."""
        result = list(counted)
        amounts = [count for count in counted if count is not None and count.unit == MONEY]
        money = amounts[0] if amounts else None
        for index, number in enumerate(numbers):
            count = result[index]
            if count is not None and count.unit == MONEY:
                money = count
            bare = count is None and number.scale > _THOUSAND and money is not None
            if bare and money and not self.forms.noun_ahead.match(folded, number.end):
                result[index] = replace(money, start=number.start, noun=number.end, end=number.end)
        return result

    def with_scale(
        self,
        number: Number,
        others: Sequence[Number],
        count: _Counted,
        counts: Sequence[_Counted | None],
    ) -> Number:
        """Give the first number of "2 à 3 millions" the scale of the second."""
        if not others or not counts or count.end != number.end or number.scale > 1:
            return number
        other, after = others[0], counts[0]
        same = after is not None and (after.unit, after.currency) == (count.unit, count.currency)
        if same and other.scale > 1 and number.value * other.scale <= other.value:
            return replace(number, value=number.value * other.scale, scale=other.scale)
        return number

    # -- what makes it a claim -------------------------------------------------------------------

    def is_claim(self, folded: str, number: Number, count: _Counted) -> bool:
        """Say whether somebody could check the figure: not a small set known before."""
        if count.measure or number.value > KNOWN_SET:
            return True
        return not self.forms.definite.search(folded, max(0, count.start - REACH), count.start)

    def bounded(self, folded: str, number: Number, count: _Counted) -> tuple[int, int, Bound]:
        """Return where the figure starts and ends with its bound words, and the bound."""
        end = max(number.end, count.end)
        before = self.forms.bounds.before(folded, count.start)
        if before is not None:
            return before[1], end, Bound(before[0])
        after = self.forms.bounds_after.match(folded, end)
        if after is not None:
            return count.start, after[1], Bound(after[0])
        return count.start, end, Bound.EXACTLY


def _issuer(shared: Mapping[str, str], folded: str) -> str | None:
    """Return the code whose states a text names most often; None when two are named alike."""
    counts = [
        (sum(1 for _ in re.finditer(rf"(?<!\w)(?:{hint})(?!\w)", folded)), code)
        for code, hint in shared.items()
    ]
    best = max(count for count, _ in counts)
    codes = [code for count, code in counts if count == best]
    return codes[0] if best and len(codes) == 1 else None
