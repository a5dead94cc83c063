"""Numbers of a text, in digits and in words, fully scaled: "94,8 milliards" is 94 800 000 000."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.figures.money_signs import sign_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.figures.words import FigureWords

_SPACES = " \u00a0\u202f\u2009"
_HUNDRED = 100
_THOUSAND = 1000
_TEN, _TWENTY = 10, 20
_LARGEST = 10**18  # no claim of a news text is larger, and a float holds it
_MOST_WORDS = 30  # of a number after its first: no longer one is below the largest
_SIGNIFICANT = 12  # digits kept, so that 94.8 times a thousand million has no binary tail


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number; offsets are of the text it was found in."""

    start: int
    end: int
    value: float
    scale: int = 1
    """What a scale word multiplied it by; 1 without."""
    article: bool = False
    """Written as "un" or "one", which is as often an article."""
    collective: bool = False
    """Written as "une douzaine": about so many, and the noun follows with "de"."""
    year: bool = False
    """Four plain digits that may be a year."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    digits: re.Pattern[str]
    words: re.Pattern[str]
    scale: re.Pattern[str]
    sign: re.Pattern[str]
    token: re.Pattern[str]


@lru_cache(maxsize=8)
def _grammar(language: str) -> _Grammar:
    words: FigureWords = lang.load(language, "figures")
    groups = re.escape(_SPACES + words.group_signs)
    decimal = re.escape(words.decimal_sign)
    digits = (
        rf"(?<!\w)(?<![\w)]-)(?<!\d[.,/:])"
        rf"(?:\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)(?:{decimal}\d{{1,6}})?"
        rf"|\d{{1,3}}(?:(?:\.\d{{3}}){{2,4}}|(?:,\d{{3}}){{2,4}})(?!\d)|\d{{1,15}}(?:[.,]\d{{1,6}})?)(?![/:]?\d)"
    )
    scales = _longest_first(words.scales)
    signs = _longest_first(words.scale_signs)
    names = f"(?>{_longest_first({*words.numerals, *words.hundreds, *words.scales})})"
    if not words.glued:
        names += r"(?!\w)"
    joint = "|".join(map(re.escape, words.joiners))
    gap = rf"[ \-]{{{0 if words.glued else 1},3}}"
    more = rf"(?!{words.half}){gap}(?:(?:{joint})[ \-])?{names}"
    sign_ahead = rf"(?P<sign>{signs})(?= ?(?:{words.currency_ahead}))"
    return _Grammar(
        digits=re.compile(digits),
        words=re.compile(
            rf"(?<![\w-]){names}(?:{more}){{0,{_MOST_WORDS}}}+(?:(?={words.half})|(?!\w))(?!-\w)"
        ),
        scale=re.compile(rf"[ -]?(?:(?P<word>{scales})(?!\w)|{sign_ahead})"),
        sign=re.compile(rf" ?(?:{signs})(?!\w)"),
        token=re.compile(names),
    )


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def find_numbers(folded: str, language: str) -> tuple[Number, ...]:
    """Find the numbers of a folded text (see `cues.fold`).

    Returns:
        Sorted, not overlapping; scale words and "et demi" are part of the number.
    """
    words: FigureWords = lang.load(language, "figures")
    grammar = _grammar(language)
    found = [_in_digits(folded, match, words, grammar) for match in grammar.digits.finditer(folded)]
    in_words = (
        _in_words(folded, match, words, grammar) for match in grammar.words.finditer(folded)
    )
    found += [number for number in in_words if number is not None]
    return _without_overlap(found + _collectives(folded, words))


def _without_overlap(found: list[Number]) -> tuple[Number, ...]:
    """Keep the longest of numbers that overlap, the first of those that begin together."""
    kept: list[Number] = []
    for number in sorted(found, key=lambda number: (number.start, -number.end)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def _in_digits(folded: str, match: re.Match[str], words: FigureWords, grammar: _Grammar) -> Number:
    value = _value_of(match.group(), words.decimal_sign)
    amount = sign_before(folded, match.start()) is not None
    scale, end = _scale_after(folded, match.end(), words, grammar, amount=amount)
    half, end = _half_after(folded, end, words, scale)
    return Number(
        start=match.start(),
        end=end,
        value=_clean(value * scale + half),
        scale=scale,
        year=scale == 1 and re.fullmatch(r"(?:1[89]|20)\d\d", match.group()) is not None,
    )


def _value_of(digits: str, decimal_sign: str) -> float:
    """Read digits with the grouping and decimal signs of a language, and of the other habit."""
    plain = re.sub(f"[{_SPACES}']", "", digits)
    other = "." if decimal_sign == "," else ","
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(other)}\d{{3}})+(?:{re.escape(decimal_sign)}\d+)?", plain
    ):
        plain = plain.replace(other, "")
    elif re.fullmatch(r"\d{1,3}([.,])\d{3}(?:\1\d{3})+", plain):
        plain = re.sub("[.,]", "", plain)
    elif re.fullmatch(rf"\d{{1,3}}(?:{re.escape(decimal_sign)}000)", plain):
        plain = plain.replace(decimal_sign, "")  # "1,000" is no French decimal
    return float(plain.replace(",", "."))


def _scale_after(
    folded: str, end: int, words: FigureWords, grammar: _Grammar, *, amount: bool = False
) -> tuple[int, int]:
    """Multiply the scale words that follow: "5 mille milliards"; "bn" only of an amount."""
    scale = 1
    while scale < _LARGEST and (match := grammar.scale.match(folded, end)):
        name = match["word"]
        scale *= words.scales[name] if name else words.scale_signs[match["sign"]]
        end = match.end()
    sign = grammar.sign.match(folded, end) if amount and scale == 1 else None
    return (words.scale_signs[sign.group().strip()], sign.end()) if sign else (scale, end)


def _half_after(folded: str, end: int, words: FigureWords, scale: int) -> tuple[float, int]:
    match = re.compile(words.half).match(folded, end) if scale > 1 else None
    return (scale / 2, match.end()) if match else (0.0, end)


def _in_words(
    folded: str, match: re.Match[str], words: FigureWords, grammar: _Grammar
) -> Number | None:
    names = grammar.token.findall(match.group())
    start = match.start()
    if len(names) > 1 and words.numerals.get(names[0]) == 1 and names[1] in words.numerals:
        start = match.start() + match.group().index(names[1], len(names[0]))
        names = names[1:]  # "un veintisiete por ciento": an article
    value = _add_up(names, words)
    plural = names[0] in words.scales and names[0] not in words.bare_scales
    if value is None or value > _LARGEST or plural:
        return None
    scale = max((words.scales[name] for name in names if name in words.scales), default=1)
    half, end = _half_after(folded, match.end(), words, scale)
    if scale == 1 and (midway := re.compile(words.half).match(folded, end)):
        scale, after = _scale_after(folded, midway.end(), words, grammar)
        value, half, end = (value * scale, scale / 2, after) if scale > 1 else (value, 0, end)
    return Number(
        start=start,
        end=end,
        value=_clean(value + half),
        scale=scale if end > match.end() or names[-1] in words.scales else 1,
        article=len(names) == 1 and value == 1,
    )


def _add_up(names: list[str], words: FigureWords) -> int | None:
    """Read number words; None when they do not make one number ("deux trois")."""
    total = current = 0
    for name in names:
        if name in words.scales:
            scale = words.scales[name]
            total = total * scale if total and not current else total + (current or 1) * scale
            current = 0
        elif name in words.hundreds:
            if current >= _HUNDRED:
                return None
            current = (current or 1) * words.hundreds[name]
        elif _fits(current, words.numerals[name], words):
            current += words.numerals[name]
        else:
            return None
    return total + current


def _fits(current: int, value: int, words: FigureWords) -> bool:
    """Say whether a number word may follow what was read: "vingt deux" may, "deux vingt" not."""
    rest = current % _HUNDRED
    if rest == 0:
        return True
    if value < _TEN:
        return rest % _TEN == 0 and rest >= _TWENTY
    return rest in words.tens_with_teens and value < _TWENTY


def _collectives(folded: str, words: FigureWords) -> list[Number]:
    """Find "une douzaine", "half a million"."""
    pattern = re.compile(rf"(?<!\w)(?:{_longest_first(words.collectives)})(?!\w)")
    return [
        Number(
            start=match.start(),
            end=match.end(),
            value=words.collectives[match.group()],
            collective=True,
        )
        for match in pattern.finditer(folded)
    ]


def _clean(value: float) -> float:
    """Return a whole number where it is one, and no binary tail where it is not."""
    rounded = float(f"{value:.{_SIGNIFICANT}g}")
    return int(rounded) if rounded.is_integer() else rounded
