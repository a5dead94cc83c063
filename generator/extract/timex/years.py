"""When four digits are a year, and a month's name a month: the guards against look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.timex.tokens import begins_line

if TYPE_CHECKING:
    from generator.extract.timex.grammar import Match

MODERN = range(1900, 2101)  # years that need no more than a weak preposition
CURRENT = range(1950, 2061)  # years that need none: "JO 2024", "(2015)"

ROUND = 50  # a year that is a multiple of it is as likely a count

_STRONG = ("IN", "SINCE", "UNTIL", "BEFORE", "STARTING", "EARLIEST", "HORIZON", "BY")
_WEAK = ("OF", "FROM", "TO", "BETWEEN", "AFTER", "ABOUT", "START", "MID", "END", "DURING")
_CONTINUED = ("TO", "AND", "COMMA", "DASH", "SLASH")
_NAMING = (*_STRONG, "START", "MID", "END", "DURING", "THIS", "LAST", "NEXT", "BETWEEN", "FROM")


def is_year(match: Match) -> bool:
    """Say whether the number that a match keeps as ``y`` is a year, from the words beside it."""
    year = match.number("y") or 0
    counted = match.after("MEASURE") or match.after("SYMBOL")
    if counted or any(map(match.before, ("NUMBERED", "COPYRIGHT", "SYMBOL"))):
        return False
    if "YEARWORD" in match.tokens[match.start].values or _continues_years(match):
        return True
    if any(map(match.before, _STRONG)):
        return year in MODERN or not _counts(match, round_only=True)
    article = match.before("DET") or match.before("ONE")
    if any(map(match.before, _WEAK)) or (article and match.words.article_years):
        return year in MODERN and not _counts(match, round_only=True)
    return year in CURRENT and not match.before("DET") and not _counts(match, round_only=False)


def names_month(match: Match) -> bool:
    """Say whether a word that may be a name is a month here: "en Mars", but not "sur Mars"."""
    if any(map(match.before, _NAMING)):
        return True
    if match.after("COLON") and begins_line(match.text, match.tokens[match.start].start):
        return True
    ahead = match.tokens[match.end + 1].values if match.end + 1 < len(match.tokens) else {}
    joins = match.after("DASH") or match.after("TO") or match.after("AND")
    if joins and not {"MONTH", "MONTH_CAP"}.isdisjoint(ahead):
        return True
    if match.words.capitals and match.before("DET") and counts_something(match):
        return True  # "the June deal"
    two_back = match.tokens[match.start - 2].values if match.start > 1 else {}
    if match.before("OF") or match.before("DET") or match.before("DASH"):
        return not {"START", "MID", "END", "UNIT"}.isdisjoint(two_back)
    joined = match.before("TO") or match.before("AND")
    return joined and not {"MONTH", "MONTH_CAP", "A_MONTH"}.isdisjoint(two_back)


def _continues_years(match: Match) -> bool:
    """Say whether a number follows a year and what joins years: "1979 et 1994"."""
    joined = any(map(match.before, _CONTINUED))
    return joined and match.start > 1 and "YEAR" in match.tokens[match.start - 2].values


def _counts(match: Match, *, round_only: bool) -> bool:
    """Say whether the word after a number may be what it counts: "2000 manifestants".

    Args:
        match: the number.
        round_only: only a round number counts, such as 2000 or 1950.
    """
    year = match.number("y") or 0
    following = match.tokens[match.end] if match.end < len(match.tokens) else None
    if following is None or following.values or not match.text[following.start].isalpha():
        return False
    if match.words.free_years:  # nouns have capitals there: only one of them can be counted
        return not year % ROUND or (match.text[following.start].isupper() and year not in CURRENT)
    return not round_only or not year % ROUND


def counts_something(match: Match) -> bool:
    """Say whether a word that says nothing about dates follows in small letters."""
    following = match.tokens[match.end] if match.end < len(match.tokens) else None
    if following is None or following.values:
        return False
    return match.text[following.start].islower()
