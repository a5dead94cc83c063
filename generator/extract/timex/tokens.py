"""A text as the few words and numbers that can be part of a date, in one linear pass.

Everything else becomes one opaque token a run, so that the grammar skips it at the speed of a
regular expression. What only looks like a date is settled here, where the characters are at hand:
grouped and decimal numbers, codes ("A320", "Covid-19"), telephone numbers, addresses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.timex.words import Alphabet, Lexicon, Value, Values, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.timex.meaning import Meaning

HARD_WRAP = 50  # code points: a line at least as long was broken by a width, not by its writer
MAX_PIECES = 9  # words and hyphens of a compound: "vingt-et-un-mai-2024" has nine
MARGIN = 12  # code points of bullets and blanks that may stand before the first word of a line
LONGEST = 48  # code points of a number or clock time; what is longer is none
FIRST_YEAR, LAST_YEAR = 1000, 2199  # four digits outside are a count
_NO_VALUES: Values = {}


class Token(NamedTuple):
    """One word, number, sign or already read expression; an opaque one may be many words."""

    start: int
    end: int
    """Offsets in code points of the text, end exclusive."""
    code: str
    """Character of the alphabet."""
    values: Values = _NO_VALUES
    """Word class → value."""
    rule: str = ""
    """Name of the rule that made it an expression."""
    meaning: Meaning | None = None


_GAP = r"[^\S\r\n]?"  # one blank of any kind within a line, or none
_HYPHEN = "[-\u2010\u2011]"
_DASH = "[-\u2010-\u2015]"
_WORD = r"[^\W\d_][\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*"
_ZONE = (
    rf"(?:{_GAP}\({_GAP}(?:UTC|GMT|CES?T|[CEMP][SD]T)(?:{_GAP}[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?)?\)"
    rf"|{_GAP}(?:UTC|GMT|CES?T|[CEMP][SD]T)\b(?:[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?)?)?"
)
_SCANNER = re.compile(
    rf"""
    (?P<break>[\r\n\u2028\u2029]\s*)
  | (?P<address>(?:https?://|www\.)\S+|[#@]\w+)
  | (?P<compound>{_WORD}(?:{_HYPHEN}\w+)+)
  | (?P<word>{_WORD})
  | (?P<phone>\+[0-9]{{1,3}}(?:[ .()\u00a0\u202f-]{{1,3}}[0-9]{{1,4}}){{2,6}}(?![0-9])
        |[0-9]{{2}}(?:[ .\u00a0\u202f-][0-9]{{2}}){{3,6}}(?![0-9]))
  | (?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}
        (?:T[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,9}})?)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?
        (?![\w-]))
  | (?P<ymd>[0-9]{{4}}(?:/[0-9]{{1,2}}/[0-9]{{1,2}}|\.[0-9]{{2}}\.[0-9]{{2}})(?![\w/-]|\.[0-9]))
  | (?P<dmy>[0-9]{{1,2}}(?P<separator>[/.-])[0-9]{{1,2}}(?P=separator)[0-9]{{4}}(?![\w/-]|\.[0-9])
        |[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2}}(?![\w/-]|\.[0-9])
        |[0-9]{{1,2}}\.[ ][0-9]{{1,2}}\.[ ]?[0-9]{{4}}(?![\w/-]|\.[0-9]))
  | (?P<clock>(?:[01]?[0-9]|2[0-4])
        (?::[0-5][0-9](?::[0-5][0-9])?(?![0-9:]|[.,][0-9])
        |\.[0-5][0-9](?={_GAP}Uhr\b)
        |{_GAP}[hH]{_GAP}[0-5][0-9](?![0-9])){_ZONE})
  | (?P<hour>(?:[01]?[0-9]|2[0-4]){_GAP}[hH](?!\w))
  | (?P<spell>[0-9]{{4}}[-\u2010-\u2015/](?:[0-9]{{4}}|[0-9]{{2}})(?![\w/-]|[.,][0-9]))
  | (?P<daymonth>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?!\w))
  | (?P<days>[0-9]{{1,2}}\.?{_DASH}[0-9]{{1,2}}(?!\w|[-/.,:][0-9])(?:\.(?=\s))?)
  | (?P<quantity>[0-9]{{1,3}}(?:[ .,'’\u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)*
        |[0-9]+(?:[.,:/][0-9]+)+)
  | (?P<glued>[0-9]+(?:{_WORD}|\u00ba|\u00aa)(?:{_HYPHEN}\w+)*)
  | (?P<hyphened>[0-9]+(?:{_HYPHEN}\w+)+)
  | (?P<rank>[0-9]{{1,2}}\.(?=\s))
  | (?P<number>[0-9]+)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)
NUMBER_CLASSES = tuple(
    frozenset((*rank, *extra))
    for rank in ((), ("NUM",), ("ORD",))
    for length in range(7)
    for extra in combinations(("DAY", "HOUR", "SHORT_YEAR", "OLD_YEAR", "YEAR", "DECADE"), length)
) + tuple(
    frozenset([kind])
    for kind in (
        *("FULL_DATE", "CLOCK", "HOUR_SIGN", "YEARS", "DAY_MONTH", "DAYS_SPAN", "QUANTITY"),
        *("ROMAN", "COMMA", "STOP", "COLON", "OPEN", "CLOSE", "SLASH", "APOSTROPHE", "DASH"),
        *("SYMBOL", "QUOTE"),
    )
)
"""Every set of classes that a number or a sign can have, so that the rules know them all."""

_HYPHENS = frozenset("-\u2010\u2011")
_PIECE = re.compile(rf"{_WORD}|[0-9]+|{_HYPHEN}")
_SIGNS = {
    ",": "COMMA",
    ".": "STOP",
    ";": "STOP",
    "!": "STOP",
    "?": "STOP",
    ":": "COLON",
    "(": "OPEN",
    "[": "OPEN",
    ")": "CLOSE",
    "]": "CLOSE",
    "/": "SLASH",
    **dict.fromkeys("'’‘ʼ", "APOSTROPHE"),
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015", "DASH"),
    **dict.fromkeys("%‰€$£¥°₽₸", "SYMBOL"),
    **dict.fromkeys('"«»“”„‹›', "QUOTE"),
}
_ROMAN = re.compile(r"([IVX]{1,6})(?:e|è?me|ᵉ|er)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_HALFDAY = re.compile(r"([0-9]{1,2})([ap]m)", re.IGNORECASE)
_GLUED = re.compile(r"([0-9]+)(.+)")
_RANK_SUFFIXES = frozenset(
    ["er", "re", "ère", "e", "ème", "eme", "nd", "nde", "d", "st", "rd", "th", "o", "a"]
)
_DAY_SUFFIXES = frozenset(["er", "st", "nd", "rd", "th", "o"])
_DECADE_SUFFIXES = frozenset(["s", "er", "ern", "er-jahre", "er-jahren"])
_LISTED = frozenset(["word", "sign", "number"])  # kinds of pieces that a phrase may begin with


class _Raw(NamedTuple):
    start: int
    end: int
    kind: str
    key: str


def scan(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut a text into tokens.

    Args:
        text: any text.
        lexicon: the phrases of its language.

    Returns:
        Tokens in order, without overlap; opaque runs between them are one token each.
    """
    raws = list(_raws(text, lexicon))
    keys = [raw.key for raw in raws]
    tokens: list[Token] = []
    index = 0
    while index < len(raws):
        length, token = _token(text, lexicon, raws, keys, index)
        index += length
        opaque = token.code == Alphabet.OPAQUE
        if opaque and tokens and tokens[-1].code == Alphabet.OPAQUE:
            token = tokens.pop()._replace(end=token.end)
        tokens.append(token)
    return tokens


def begins_line(text: str, start: int) -> bool:
    """Say whether nothing but signs and blanks stands before an offset in its line."""
    before = text[max(0, start - MARGIN) : start]
    line = re.split(r"[\r\n\u2028\u2029]", before)[-1]
    whole = len(line) < len(before) or start <= MARGIN
    return whole and not any(character.isalnum() for character in line)


def _raws(text: str, lexicon: Lexicon) -> Iterator[_Raw]:
    line = 0
    for match in _SCANNER.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "break":
            blank = match[0].count("\n") > 1 or "\u2029" in match[0]
            if blank or start - line < HARD_WRAP:
                yield _Raw(start, end, "opaque", "")
            line = end
        elif kind in ("compound", "hyphened"):
            yield from _pieces(match, lexicon)
        elif kind == "glued" and (half := _HALFDAY.fullmatch(match[0])):
            yield _Raw(start, start + half.end(1), "number", half[1])
            yield _Raw(start + half.end(1), end, "word", fold(half[2]))
        elif kind == "rank" and not lexicon.words.dotted_days:
            yield _Raw(start, end - 1, "number", match[0][:-1])
            yield _Raw(end - 1, end, "sign", ".")
        else:
            yield _Raw(start, end, kind, fold(match[0]))


def _pieces(match: re.Match[str], lexicon: Lexicon) -> Iterator[_Raw]:
    """Take a compound apart when all its words are words of dates: "mi-juin", not "Saint-Mars"."""
    pieces = [
        _Raw(match.start() + piece.start(), match.start() + piece.end(), "word", fold(piece[0]))
        for piece in _PIECE.finditer(match[0])
    ]
    keys = ["-" if piece.key in _HYPHENS else piece.key for piece in pieces]
    if len(pieces) > MAX_PIECES or not _is_known(keys, lexicon):
        yield _Raw(match.start(), match.end(), "opaque", "")
        return
    for piece, key in zip(pieces, keys, strict=True):
        kind = "number" if key.isdigit() else "sign" if key == "-" else "word"
        yield piece._replace(kind=kind, key=key)


def _is_known(keys: list[str], lexicon: Lexicon) -> bool:
    """Say whether every word of a compound belongs to a phrase."""
    index = 0
    while index < len(keys):
        length, entry = lexicon.find(keys, index)
        if entry is None and keys[index].isalpha():
            return False
        index += length
    return True


def _token(
    text: str, lexicon: Lexicon, raws: list[_Raw], keys: list[str], index: int
) -> tuple[int, Token]:
    """Return the token at a raw piece and how many raw pieces it takes."""
    raw = raws[index]
    if raw.kind in _LISTED:
        length, entry = lexicon.find(keys, index)
        if entry:
            if entry.name and text[raw.start].isupper():
                entry = entry.name
            if not (entry.capital and text[raw.start].islower()):
                return length, Token(
                    raw.start, raws[index + length - 1].end, entry.code, entry.values
                )
    if raw.end - raw.start > LONGEST:
        return 1, Token(raw.start, raw.end, Alphabet.OPAQUE)
    code, values = _written(text[raw.start : raw.end], raw.kind, lexicon)
    return 1, Token(raw.start, raw.end, code, values)


@lru_cache(maxsize=16_384)
def _written(written: str, kind: str, lexicon: Lexicon) -> tuple[str, Values]:
    """Return the character and values of a number or sign; the opaque one for anything else."""
    if kind == "sign":
        values: Values = {_SIGNS[written]: 0} if written in _SIGNS else _NO_VALUES
    elif kind == "dmy":
        values = _dmy(written, month_first=lexicon.words.month_first)
    elif kind == "daymonth" and not lexicon.words.dotted_days:
        values = _quantity(written)
    else:
        values = _READERS[kind](written) if kind in _READERS else _NO_VALUES
    return (lexicon.entry(values).code, values) if values else (Alphabet.OPAQUE, values)


def _word(written: str) -> Values:
    roman = _ROMAN.fullmatch(written) if written[0] in _ROMAN_VALUES else None
    return {"ROMAN": _roman(roman[1])} if roman else _NO_VALUES


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _number(written: str) -> Values:
    if len(written) > len("2025"):
        return {"QUANTITY": 0}
    value = int(written)
    values: dict[str, Value] = {"NUM": value}
    if len(written) == len("2025"):
        if FIRST_YEAR <= value <= LAST_YEAR:
            values["YEAR"] = value
    elif len(written) <= len("31"):
        if 1 <= value <= 31:  # noqa: PLR2004 -- days of a month
            values["DAY"] = value
        if value <= 24:  # noqa: PLR2004 -- hours of a day
            values["HOUR"] = value
        if len(written) == len("90"):
            values["SHORT_YEAR"] = value
        if value > 31:  # noqa: PLR2004 -- what cannot be a day may be a year: "20 janvier 92"
            values["OLD_YEAR"] = 1900 + value
    return values


def _rank(written: str) -> Values:
    values = {**_number(written[:-1]), "ORD": int(written[:-1])}
    del values["NUM"]
    return values


def _glued(written: str) -> Values:
    match = _GLUED.fullmatch(written)
    assert match  # noqa: S101 -- the scanner's pattern has both parts
    digits, suffix = match[1], fold(match[2])
    values: dict[str, Value] = {}
    if len(digits) <= len("2025") and suffix in _DECADE_SUFFIXES and digits.endswith("0"):
        values["DECADE"] = int(digits)
    if len(digits) <= len("31") and (suffix in _RANK_SUFFIXES):
        values["ORD"] = int(digits)
        if suffix in _DAY_SUFFIXES and 1 <= int(digits) <= 31:  # noqa: PLR2004
            values["DAY"] = int(digits)
    return values or _NO_VALUES


def _iso(written: str) -> Values:
    return {"FULL_DATE": written[:10]}


def _ymd(written: str) -> Values:
    year, month, day = re.split(r"[/.]", written)
    return {"FULL_DATE": f"{year}-{month:>02}-{day:>02}"}


def _dmy(written: str, *, month_first: bool) -> Values:
    day, month, year = re.split(r"[/.-] ?", written)
    if month_first and "." not in written and int(day) <= 12:  # noqa: PLR2004
        day, month = month, day
    if len(year) == len("25"):
        year = f"{'19' if int(year) > 50 else '20'}{year}"  # noqa: PLR2004 -- as POSIX does, nearly
    return {"FULL_DATE": f"{year}-{month:>02}-{day:>02}"}


def _clock(written: str) -> Values:
    hour, minute = re.findall(r"[0-9]+", written)[:2]
    return {"CLOCK": f"T{hour:>02}:{minute}"}


def _hour(written: str) -> Values:
    hour = re.findall(r"[0-9]+", written)[0]
    return {"HOUR_SIGN": int(hour)}


def _spell(written: str) -> Values:
    """Read 2023-2024, 2023/24 and 2025-06, which is a month unless it follows its year."""
    first, last = int(written[:4]), int(written[5:])
    month = written[4] == "-" and len(written) == len("2025-06") and 1 <= last <= 12  # noqa: PLR2004
    if len(written) == len("2025-06"):
        month = month and last != (first + 1) % 100
        last = first - first % 100 + last + (100 if last < first % 100 else 0)
    if month:
        return {"FULL_DATE": written}
    if FIRST_YEAR <= first < last <= LAST_YEAR:
        return {"YEARS": f"{first}/{last}"}
    return {"QUANTITY": 0}


def _daymonth(written: str) -> Values:
    day, month = (int(part) for part in written.rstrip(".").split("."))
    return {"DAY_MONTH": f"{month:02d}-{day:02d}"}


def _days(written: str) -> Values:
    first, last = (int(part) for part in re.findall(r"[0-9]+", written))
    return {"DAYS_SPAN": f"{first}-{last}"} if 0 < first < last <= 31 else {"QUANTITY": 0}  # noqa: PLR2004


def _quantity(_written: str) -> Values:
    return {"QUANTITY": 0}


_READERS = {
    "word": _word,
    "number": _number,
    "rank": _rank,
    "glued": _glued,
    "iso": _iso,
    "ymd": _ymd,
    "clock": _clock,
    "hour": _hour,
    "spell": _spell,
    "daymonth": _daymonth,
    "days": _days,
    "quantity": _quantity,
    "phone": _quantity,
}
