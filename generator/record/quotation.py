"""The few words that name a passage: as many as a browser needs to find that one and no other.

A link to a passage (`publish/links.py`) gives a browser the first and the last words. The browser
takes whole words only, none of which may reach over the end of a paragraph, a line or a cell, and
stops at the first place that fits. What is kept of a passage is therefore chosen here, where the
whole text is at hand: where the words stand twice, some of what stands beside them is kept too.

Source: URL Fragment Text Directives (WICG), section "Navigating to a text fragment"; tried in
Chromium by tests/browser/test_passages.py.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_END_WORDS = 6  # words that either end of a stored passage may republish, see docs/adr/0001
END_WORDS = 4  # words taken for either end; three identified 105 of 109 sentences tried
MAX_RUN = 8  # words in a row that may be republished, those beside the passage included
LINE_ENDS = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""White space that ends a line or a cell: no words of a link reach over it."""
NARROW = "\u202f"
"""The narrow no-break space of French typography: a browser takes it for a letter of a word."""

_WORD = re.compile(r"[^ \n]+")
_LETTER_JOINERS = "'.:\u00b7\u2019"
_DIGIT_JOINERS = "'.,;\u2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words kept of a passage, and of what stands beside it where they do not suffice."""

    first: str
    last: str
    """The same as `first` when the passage is given whole."""
    prefix: str = ""
    """Words right before the passage."""
    suffix: str = ""
    """Words right after it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a passage and those beside it, as offsets of the text."""

    inside: tuple[tuple[int, int], ...]
    head: int
    """How many of them stand before the first end of a line; all when there is none."""
    tail: int
    """How many stand after the last one."""
    before: tuple[tuple[int, int], ...]
    """Of the same line, the nearest first."""
    after: tuple[tuple[int, int], ...]


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span that begins and ends where words do: "l'accord" is one word to a browser.

    Args:
        text: as `passage.NormalisedText.printed` has it.
        start: of the span.
        end: exclusive.
    """
    while start > 0 and (not _parts(text, start) or text[start].isspace()):
        start -= 1
    while end < len(text) and (not _parts(text, end) or text[end - 1].isspace()):
        end += 1
    return start, end


def quote_passage(printed: str, start: int, end: int) -> Quotation:
    """Choose the words that name a passage.

    Args:
        printed: the text as `passage.NormalisedText.printed` has it.
        start: of the passage, where a word begins.
        end: exclusive, where a word ends.

    Returns:
        The fewest words whose first place in the text is the passage; when no words allowed do
        that, the most of its own.
    """
    words = _split(printed, start, end)
    last = None
    for last in _quotations(printed, words):
        if all(_find(page, last) == (start, end) for page in _pages(printed)):
            return last
    plain = _plain(printed, words, END_WORDS)
    return plain if last is None else Quotation(first=plain.first, last=plain.last)


def find_quotation(printed: str, quotation: Quotation) -> tuple[int, int] | None:
    """Return where a browser that sees the ends of lines would go; None when nothing fits."""
    return _find(_pages(printed)[0], quotation)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as a browser searches it, in lower case."""

    text: str
    """A line feed keeps words from being found across it."""
    parted: str
    """The same with narrow no-break spaces: what tells where words end."""


def _find(page: _Page, quotation: Quotation) -> tuple[int, int] | None:
    """Return where a browser would go: the first place that fits, or None."""
    first, last = quotation.first.lower(), quotation.last.lower()
    prefix, suffix = quotation.prefix.lower(), quotation.suffix.lower()
    for begin in _places(page, first, 0):
        if prefix and not _follows(page.text, prefix, begin):
            continue
        inside = begin + len(first)
        ends = (
            [inside]
            if quotation.first == quotation.last
            else (place + len(last) for place in _places(page, last, inside))
        )
        found = next((end for end in ends if not suffix or _precedes(page.text, suffix, end)), None)
        if found is not None:
            return begin, found
    return None


def _quotations(printed: str, words: _Words) -> Iterator[Quotation]:
    """Yield what could be kept, from little to much: more own words first, then words beside."""
    sizes = range(END_WORDS, MAX_END_WORDS + 1)
    for size in sizes:
        yield _plain(printed, words, size)
    for beside in range(1, MAX_RUN):
        for size in sizes:
            for before, after in ((beside, 0), (0, beside), (beside, beside)):
                yield from _with_context(printed, words, size, before, after)


def _plain(printed: str, words: _Words, size: int) -> Quotation:
    """Return a passage by its ends; whole when it is short and of one line."""
    inside = words.inside
    whole = _text(printed, inside)
    if _count(whole) <= MAX_END_WORDS and words.head == len(inside):
        return Quotation(first=whole, last=whole)
    # The ends never share a word: a browser looks for the last words behind the first.
    tail = min(size, words.tail, len(inside) // 2)
    head = min(size, words.head, len(inside) - tail)
    tail = min(size, words.tail, len(inside) - head)
    first, last = inside[:head], inside[len(inside) - tail :]
    while len(first) > 1 and _count(_text(printed, first)) > MAX_END_WORDS:
        first = first[:-1]
    while len(last) > 1 and _count(_text(printed, last)) > MAX_END_WORDS:
        last = last[1:]
    return Quotation(first=_text(printed, first), last=_text(printed, last))


def _with_context(
    printed: str, words: _Words, size: int, before: int, after: int
) -> Iterator[Quotation]:
    """Yield a quotation with so many words beside it, if the text and the limit have them."""
    plain = _plain(printed, words, size)
    if before > len(words.before) or after > len(words.after):
        return
    whole = plain.first == plain.last
    run_before = before + _count(plain.first) + (after if whole else 0)
    run_after = after + _count(plain.last) + (before if whole else 0)
    if max(run_before, run_after) > MAX_RUN:
        return
    yield Quotation(
        first=plain.first,
        last=plain.last,
        prefix=_text(printed, words.before[before - 1 :: -1]) if before else "",
        suffix=_text(printed, words.after[:after]) if after else "",
    )


def _count(text: str) -> int:
    return text.count(" ") + 1


def _text(printed: str, words: Iterable[tuple[int, int]]) -> str:
    return " ".join(printed[start:end].replace(NARROW, " ") for start, end in words)


def _split(printed: str, start: int, end: int) -> _Words:
    inside = tuple(_words(printed, start, end))
    breaks = [
        index
        for index in range(1, len(inside))
        if "\n" in printed[inside[index - 1][1] : inside[index][0]]
    ]
    return _Words(
        inside=inside,
        head=breaks[0] if breaks else len(inside),
        tail=len(inside) - breaks[-1] if breaks else len(inside),
        before=_beside(printed, start, -1),
        after=_beside(printed, end, 1),
    )


def _words(printed: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between white space."""
    return (match.span() for match in _WORD.finditer(printed, start, end))


def _beside(printed: str, place: int, step: int) -> tuple[tuple[int, int], ...]:
    """Return the nearest words before or after a place: those of the line that is nearest."""
    # Prefix and suffix may stand in the next line or cell, but each in one alone.
    reach = MAX_RUN * 40
    if step < 0:
        near = printed[max(0, place - reach) : place].rstrip(" \n")
        offset = max(0, place - reach)
        begin = near.rfind("\n") + 1
        found = [(s + offset, e + offset) for s, e in _words(near, begin, len(near))]
        cut = offset > 0 and begin == 0  # the first word may be half a one
        return tuple(reversed(found[1:] if cut else found))
    near = printed[place : place + reach]
    begin = len(near) - len(near.lstrip(" \n"))
    end = near.find("\n", begin)
    found = [(s + place, e + place) for s, e in _words(near, begin, end if end >= 0 else len(near))]
    cut = end < 0 and place + reach < len(printed)
    return tuple(found[:-1] if cut else found)


@lru_cache(maxsize=4)
def _pages(printed: str) -> tuple[_Page, _Page]:
    """Return the text as a browser may see it: with the ends of its lines, and as one line.

    A file of plain text is wrapped by line feeds that a page does not show.
    """
    lower = printed.lower()
    if len(lower) != len(printed):  # a few letters, such as a dotted capital I, become two
        lower = "".join(low if len(low := sign.lower()) == 1 else sign for sign in printed)
    text = lower.replace(NARROW, " ")
    return _Page(text, lower), _Page(text.replace("\n", " "), lower)


def _places(page: _Page, words: str, start: int) -> Iterator[int]:
    """Yield where whole words stand."""
    place = page.text.find(words, start)
    while words and place >= 0:
        if _parts(page.parted, place) and _parts(page.parted, place + len(words)):
            yield place
        place = page.text.find(words, place + 1)


def _follows(page: str, prefix: str, place: int) -> bool:
    before = page[max(0, place - len(prefix) - 2) : place].rstrip(" \n")
    return before.endswith(prefix)


def _precedes(page: str, suffix: str, place: int) -> bool:
    return page[place : place + len(suffix) + 2].lstrip(" \n").startswith(suffix)


def _parts(text: str, place: int) -> bool:
    """Say whether a word may end and another one begin at a place.

    Source: Unicode Standard Annex #29, rules WB5 to WB12. Characters of scripts that are written
    without spaces are taken one by one.
    """
    if place <= 0 or place >= len(text):
        return True
    one, other = text[place - 1], text[place]
    if _joins(one) and _joins(other):
        return _is_wide(one) or _is_wide(other)
    if _joins(one) and place + 1 < len(text):
        return not _is_joiner(one, other, text[place + 1])
    if _joins(other) and place > 1:
        return not _is_joiner(text[place - 2], one, other)
    return True


def _is_joiner(one: str, sign: str, other: str) -> bool:
    """Say whether a sign holds what stands on both sides of it together."""
    if one.isdigit() and other.isdigit():
        return sign in _DIGIT_JOINERS
    return one.isalpha() and other.isalpha() and sign in _LETTER_JOINERS


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in ("_", NARROW) or unicodedata.combining(sign) > 0


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
