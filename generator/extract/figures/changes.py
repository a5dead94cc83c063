"""Which figure is the rise or the fall of another: "94,8 milliards, en hausse de 5,4 milliards".

A record keeps such a figure as the change of the other, from which the site works out the value of
the year before and says that it was worked out. Nothing worked out is ever a figure of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.residue.cues import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.figures.finder import FigureMention
    from generator.extract.figures.words import FigureWords

REACH = 60  # code points between a figure and its change, and after the change for its base year
PERCENT = "percent"
YEAR_DIGITS = 4  # of a period that is one whole year


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure by which another one rose or fell since the year before."""

    figure: FigureMention
    of: FigureMention
    falls: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    base: re.Pattern[str]
    """What names the year that a change is counted from."""


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    words: FigureWords = lang.load(tag, "figures")
    comparators = "|".join(words.comparators)
    return _Patterns(
        rise=re.compile(rf",? ?\(?(?:{words.rises}) ?"),
        fall=re.compile(rf",? ?\(?(?:{words.falls}) ?"),
        base=re.compile(rf"(?<!\w)(?:{comparators})(?!\w)[^.;]{{0,20}}?(?<!\d)(\d{{4}})(?!\d)"),
    )


def find_changes(
    text: str, figures: Iterable[FigureMention], *, language: str
) -> tuple[Change, ...]:
    """Find the figures that say by how much the one right before them rose or fell.

    Args:
        text: the text of the figures.
        figures: in order.
        language: BCP 47 tag; a language without a ``figures`` section has no changes.

    Returns:
        In the order of the text. A change since any other year than the one before is none.
    """
    tag = language.split("-", maxsplit=1)[0].lower()
    if tag not in lang.languages("figures"):
        return ()
    patterns = _patterns(tag)
    found = []
    for value, change in pairwise(figures):
        between = text[value.end : change.start] if change.start - value.end <= REACH else ""
        falls = patterns.fall.fullmatch(fold(between)) is not None
        told = falls or patterns.rise.fullmatch(fold(between)) is not None
        if told and _is_like(change, value) and _since_year_before(text, value, change, patterns):
            found.append(Change(figure=change, of=value, falls=falls))
    return tuple(found)


def _is_like(change: FigureMention, value: FigureMention) -> bool:
    """Say whether one figure can change another: a share any amount, an amount its own unit."""
    if value.unit == PERCENT:
        return False
    same = (change.unit, change.currency) == (value.unit, value.currency)
    return change.unit == PERCENT or (same and change.value < value.value)


def _since_year_before(
    text: str, value: FigureMention, change: FigureMention, patterns: _Patterns
) -> bool:
    base = patterns.base.search(fold(text[change.end : change.end + REACH]))
    if base is None:
        return True
    year = value.period.text if value.period else ""
    return len(year) == YEAR_DIGITS and year.isdigit() and int(base[1]) == int(year) - 1
