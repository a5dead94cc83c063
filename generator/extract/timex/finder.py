"""Date and time expressions of a text, what each means, and what it was counted from.

Three steps: `timex_tokens` cuts the text, the stages of `timex_rules` read expressions, and
`timex_resolve` gives each its date, in the order of the text, so that one can hang on another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.timex.anchors import Anchors
from generator.extract.timex.calendar_math import render_point
from generator.extract.timex.meaning import Between, Calendar, Limited, Plain, Weekday
from generator.extract.timex.resolve import Resolved, resolve
from generator.extract.timex.rules import read_stages
from generator.extract.timex.tense import Tenses
from generator.extract.timex.tokens import Token, begins_line, scan
from generator.extract.timex.words import DateWords, read_lexicon
from generator.record.edtf import Edtf, EdtfError, Point, parse_edtf
from generator.record.model import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.timex.meaning import Meaning

BACKGROUND_RULES = frozenset(
    ["since", "until", "before", "after", "target-year", "decade", "century"]
)
"""Rules whose dates are a background: the dates that follow do not hang on them."""


class TimexType(StrEnum):
    """Kinds of TIMEX3 expressions."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A date or time expression of a text."""

    start: int
    """Code points of the text."""
    end: int
    """Exclusive."""
    text: str
    """The words of the expression."""
    type: TimexType
    value: str | None
    """EDTF for a DATE that is fixed at least in part; TIMEX3 for anything else; None for a date
    that the text does not fix."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER."""
    edtf: Edtf | None = None
    """The date, when it is one that a record can hold."""
    rule: str
    """Name of the rule that read it, listed in docs/dates.md."""
    anchor: Edtf | None = None
    """The date it was counted from."""
    basis: Basis
    """`STATED` when the words alone fix it, `RESOLVED` otherwise."""


def find_timexes(
    text: str, *, language: str, document_creation_time: Edtf | str | None
) -> tuple[Timex, ...]:
    """Find the date and time expressions of a text.

    Args:
        text: any text; the time taken grows with its length.
        language: BCP 47 tag; one without rules of its own has numbers and CLDR's names.
        document_creation_time: when the text was published, as finely as that is known; None
            leaves what hangs on it unresolved.

    Returns:
        Expressions in order, without overlap; offsets in code points of ``text``, end exclusive.

    Raises:
        EdtfError: ``document_creation_time`` is a text, but no EDTF.
    """
    lexicon = read_lexicon(language)
    tokens = scan(text, lexicon)
    for stage in read_stages(language):
        tokens = stage.apply(text, tokens)
    read = [token for token in tokens if token.meaning is not None]
    return tuple(_timexes(text, read, lexicon.words, _document_point(document_creation_time)))


def _document_point(date: Edtf | str | None) -> Point | None:
    known = parse_edtf(date) if isinstance(date, str) else date
    return (known.start or known.end) if known else None


def _timexes(
    text: str, tokens: list[Token], words: DateWords, document: Point | None
) -> Iterator[Timex]:
    lines = [match.start() for match in re.finditer(r"[\r\n\u2028\u2029]+", text)]
    tenses = Tenses(text, words)
    anchors = Anchors(document=document)
    for token in tokens:
        assert token.meaning is not None  # noqa: S101 -- these tokens were chosen for having one
        here = replace(
            anchors,
            offset=token.start,
            paragraph=bisect_right(lines, token.start),
            begins_line=begins_line(text, token.start),
            tense=tenses.near(token.start, token.end) if _needs_verb(token.meaning) else None,
        )
        resolved = resolve(token.meaning, here)
        if resolved.period is None and _is_tentative(token.meaning):
            continue
        yield _timex(text, token, resolved)
        if token.rule not in BACKGROUND_RULES and resolved.period:
            anchors = here.after(resolved.period, token.end, told=resolved.told)


def _is_tentative(meaning: Meaning) -> bool:
    """Say whether an expression is one only if it can be resolved: "Le 19, …", "mardi 2"."""
    return isinstance(meaning, Calendar) and meaning.month is None and meaning.year is None


def _needs_verb(meaning: Meaning) -> bool:
    """Say whether a verb tells where in time a meaning lies."""
    if isinstance(meaning, Between):
        return _needs_verb(meaning.first) or _needs_verb(meaning.last)
    if isinstance(meaning, Limited):
        return _needs_verb(meaning.meaning)
    return isinstance(meaning, Weekday) or (isinstance(meaning, Calendar) and meaning.year is None)


def _timex(text: str, token: Token, resolved: Resolved) -> Timex:
    edtf = _edtf(resolved.period.text) if resolved.period else None
    kind = token.meaning.type if isinstance(token.meaning, Plain) else TimexType.DATE
    return Timex(
        start=token.start,
        end=token.end,
        text=text[token.start : token.end],
        type=TimexType(kind),
        value=edtf.text if edtf else resolved.value,
        mod=resolved.mod,
        edtf=edtf,
        rule=token.rule,
        anchor=_edtf(render_point(resolved.anchor)) if resolved.anchor else None,
        basis=Basis.STATED if resolved.stated else Basis.RESOLVED,
    )


@lru_cache(maxsize=4096)  # a text names few dates, each of them often
def _edtf(text: str) -> Edtf | None:
    try:
        return parse_edtf(text)
    except EdtfError:
        return None
