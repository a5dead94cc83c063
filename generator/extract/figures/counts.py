"""What the numbers of a sentence count: money, a measure, people, things; or nothing known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.figures.forms import figure_forms
from generator.extract.figures.money_signs import sign_before
from generator.extract.figures.numerals import Number, find_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONEY = "money"
PEOPLE = "people"
JOBS = "jobs"
VOTES = "votes"
REACH = 60  # code points looked at before a number
RATIO = 10  # of so many at most, a part is a share in words
_THOUSAND = 1000
_WORD = re.compile(r" ?([^\W\d_]{3,30})(?!\w)")
_NO_NOUN = frozenset("0123456789,;:)!?")
"""What shows at once, after a number, that no noun follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a number counts."""

    start: int
    end: int
    noun: int
    """Where the noun that is counted starts; the same as `end` for money and measures."""
    unit: str
    currency: str | None = None
    measure: bool = False
    """Is a claim even with a definite determiner: money, a measure, a casualty."""


Counts = list[Counted | None]
"""One for each number of a sentence."""


class CountReader:
    """One text, whose sentences are read for what their numbers count."""

    def __init__(self, tag: str, folded: str) -> None:
        """Take a language and the whole text, folded, which tells whose dinars are meant."""
        self.tag = tag
        self.folded = folded
        self.forms = figure_forms(tag)
        self.issuers: dict[str, str | None] = {}
        """Currency that states share → the code that the text makes it."""
        self.amount: Counted | None = None
        """The last sum of money of the sentence before, which "100 milliards" may go on with."""

    def read(self, folded: str) -> list[tuple[Number, Counted]]:
        """Return the numbers of a folded sentence that count something, in order."""
        numbers = find_numbers(folded, self.tag)
        counts: Counts = [self.counted(folded, number) for number in numbers]
        for step in (
            self.with_ranges,
            self.with_parts,
            self.with_others,
            self.with_ballots,
            self.with_bare_amounts,
            self.with_subsets,
            self.with_harmed,
        ):
            counts = step(folded, numbers, counts)
        amounts = (count for count in reversed(counts) if count and count.unit == MONEY)
        self.amount = next(amounts, None)
        return [
            (
                _with_scale(
                    number, numbers[index + 1 : index + 2], count, counts[index + 1 : index + 2]
                ),
                count,
            )
            for index, (number, count) in enumerate(zip(numbers, counts, strict=True))
            if count is not None
        ]

    def counted(self, folded: str, number: Number) -> Counted | None:
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

    def casualty(self, folded: str, number: Number) -> Counted | None:
        """Read a casualty after "un": "un mort", "un pompier est mort"."""
        match = self.forms.casualties.match(folded, number.end)
        if match is None:
            match = self.forms.units.match(folded, number.end)
            if match is None or match[0] != PEOPLE or not self.forms.fates.match(folded, match[1]):
                return None
        return Counted(start=number.start, noun=number.end, end=match[1], unit=PEOPLE, measure=True)

    def money_before(self, folded: str, number: Number) -> Counted | None:
        """Read a currency sign before the number: "$5 million"."""
        sign = sign_before(folded, number.start)
        if sign is None:
            return None
        code, start = sign
        return Counted(
            start=start,
            noun=number.end,
            end=number.end,
            unit=MONEY,
            currency=code,
            measure=True,
        )

    def money_after(self, folded: str, number: Number) -> Counted | None:
        """Read a currency after the number: "629 millions de dollars"."""
        match = self.forms.currencies.match(folded, number.end)
        if match is None:
            return None
        name, end = match
        if folded[end - 1] == "e" and number.scale == 1 and end - number.end <= len(" e"):
            return None  # "325,9 ME" is money, "24 e" an ordinal
        return Counted(
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

    def measured(self, folded: str, number: Number) -> Counted | None:
        """Read a unit of measurement after the number, or a measure named before it."""
        match = self.forms.measures.match(folded, number.end)
        if match is not None:
            name, end = match
            return Counted(start=number.start, noun=end, end=end, unit=name, measure=True)
        return self.measured_before(folded, number)

    def measured_before(self, folded: str, number: Number) -> Counted | None:
        """Read a measure that is named before the number: "magnitude 7,8"."""
        before = self.forms.measures_before.before(folded, number.start)
        if before is None:
            return None
        name, start = before
        end = number.end
        return Counted(start=start, noun=end, end=end, unit=name, measure=True)

    def noun(self, folded: str, number: Number) -> Counted | None:
        """Read a noun that is counted; a plain year before it is a date."""
        if number.year and folded[number.end : number.end + 1] == " " and number.scale == 1:
            return None
        match = self.forms.units.match(folded, number.end) or self.nationals(folded, number.end)
        if match is None:
            return None
        name, end = match
        linked = self.forms.link.match(folded, number.end)
        scaled = number.scale > _THOUSAND or number.collective
        if (linked is not None) != (scaled and bool(self.forms.words.link)):
            return None
        noun = linked.end() if linked else number.end
        employed = name == PEOPLE and self.forms.workforce.search(
            folded, max(0, number.start - REACH), end
        )
        return Counted(start=number.start, noun=noun, end=end, unit=JOBS if employed else name)

    def nationals(self, folded: str, at: int) -> tuple[str, int] | None:
        """Read people by their nation: "300 Palestiniens"."""
        linked = self.forms.link.match(folded, at)
        word = _WORD.match(folded, linked.end() if linked else at)
        known = word is not None and word[1] in self.forms.nationals
        return (PEOPLE, word.end()) if word and known else None

    def with_ranges(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
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

    def with_parts(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let both numbers of "38 des 57 sièges" and of "94 emplois sur 360" count the same."""
        result = list(counted)
        for index in range(len(numbers) - 1):
            part, whole = numbers[index : index + 2]
            known, other = result[index], result[index + 1]
            start = known.end if known else part.end
            if (
                part.year
                or part.article
                or not self.forms.parts.fullmatch(folded[start : whole.start])
            ):
                continue
            if other is None and whole.value <= RATIO:  # "neuf trains sur dix"
                result[index] = result[index + 1] = None
            elif known is None and other is not None and not other.measure:
                result[index] = replace(other, start=part.start, noun=part.end, end=part.end)
            elif other is None and known is not None and not known.measure and not whole.year:
                result[index + 1] = replace(known, start=whole.start, noun=whole.end, end=whole.end)
        return result

    def with_harmed(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let "et en blessant 22, selon la police" count people."""
        result = list(counted)
        for index, number in enumerate(numbers):
            before = folded[max(0, number.start - REACH) : number.start]
            bare = result[index] is None and not number.article
            if (
                bare
                and self.forms.harming.search(before)
                and self.forms.subset_ahead.match(folded, number.end)
            ):
                end = number.end
                result[index] = Counted(start=number.start, noun=end, end=end, unit=PEOPLE)
        return result

    def with_others(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let "30 autres" count what the sentence counted before, when that was people."""
        result = list(counted)
        people = False
        for index, number in enumerate(numbers):
            count = result[index]
            match = self.forms.others.match(folded, number.end) if count is None else None
            if match is not None and people and not number.article:
                result[index] = Counted(
                    start=number.start, noun=match.end(), end=match.end(), unit=PEOPLE
                )
            people = people or (count is not None and count.unit == PEOPLE)
        return result

    def with_ballots(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let the second number of "182 voix contre 140" be votes too."""
        result = list(counted)
        for index, number in enumerate(numbers[1:], start=1):
            votes = result[index - 1]
            if votes is None or votes.unit != VOTES or result[index] is not None:
                continue
            if self.forms.ballots.fullmatch(folded[votes.end : number.start]):
                end = number.end
                result[index] = replace(votes, start=number.start, noun=end, end=end)
        return result

    def with_bare_amounts(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let "5,4 milliards" without a noun be of the money or the people named last."""
        result = list(counted)
        amounts = (count for count in counted if count is not None and count.unit == MONEY)
        amount = next(amounts, self.amount)
        for index, number in enumerate(numbers):
            count = result[index]
            scaled = number.scale > _THOUSAND
            if count is not None and (count.unit == MONEY or (scaled and count.unit == PEOPLE)):
                amount = count
            bare = count is None and scaled and not self.forms.noun_ahead.match(folded, number.end)
            if bare and amount is not None:
                result[index] = replace(amount, start=number.start, noun=number.end, end=number.end)
        return result

    def with_subsets(self, folded: str, numbers: Sequence[Number], counted: Counts) -> Counts:
        """Let "dont 12 à Paris" count what the number before it counts."""
        result = list(counted)
        for index, number in enumerate(numbers[1:], start=1):
            whole = result[index - 1]
            if result[index] is not None or whole is None or whole.unit == MONEY or number.year:
                continue
            before = folded[max(0, number.start - REACH) : number.start]
            named = self.forms.subsets.search(before)
            if named and not whole.measure and self.forms.subset_ahead.match(folded, number.end):
                end = number.end
                result[index] = replace(whole, start=number.start, noun=end, end=end)
        return result


def _with_scale(
    number: Number,
    others: Sequence[Number],
    count: Counted,
    counts: Sequence[Counted | None],
) -> Number:
    """Give the first number of "2 à 3 millions" the scale of the second."""
    if not others or not counts or count.end != number.end or number.scale > 1:
        return number
    other, after = others[0], counts[0]
    same = after is not None and (after.unit, after.currency) == (count.unit, count.currency)
    if same and other.scale > 1 and number.value * other.scale <= other.value:
        return replace(number, value=number.value * other.scale, scale=other.scale)
    return number


def _issuer(shared: Mapping[str, str], folded: str) -> str | None:
    """Return the code whose states a text names most often; None when two are named alike."""
    counts = [
        (sum(1 for _ in re.finditer(rf"(?<!\w)(?:{hint})(?!\w)", folded)), code)
        for code, hint in shared.items()
    ]
    best = max(count for count, _ in counts)
    codes = [code for count, code in counts if count == best]
    return codes[0] if best and len(codes) == 1 else None
