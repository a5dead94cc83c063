"""Whether a passage still stands in its article: where it stood, elsewhere, altered, or not at all.

The hash says whether the words are the same, the ends say where to look for them. Where the ends
are altered too, they are looked for with one other number or one other word in them: a newsroom
that corrects a figure leaves the rest of its sentence alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.record.passage import digest, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Evidence
    from generator.record.passage import NormalisedText, Passage

TELLING_WORDS = 3  # words of one end that say alone where a passage stood
ALTERED_WORDS = 4  # words of one end that say so although one of them is another
REACH = 3  # a passage that changed is looked for up to this many times its length after `from`
LEAST_REACH = 200  # code points
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d+")


class Standing(StrEnum):
    """What `verify` found of a piece of evidence."""

    OK = "ok"
    """The passage stands where it stood."""
    MOVED = "moved"
    """The same words stand elsewhere in the text."""
    CHANGED = "changed"
    """One of its ends is there, or nearly; the words beside it are not what was read."""
    MISSING = "missing"
    """Its ends are not in the text."""
    UNREAD = "unread"
    """There is no text to verify it against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The standing of one piece of evidence, with its place in the normalised text."""

    standing: Standing
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """What is looked for, and in what text."""

    text: str
    first: str
    last: str
    start: int
    length: int


def verify(evidence: Evidence | Passage, text: NormalisedText | None) -> Verdict:
    """Say whether a passage still stands in a text.

    Args:
        evidence: the passage as recorded.
        text: the article as it reads now; None when it is not at hand.

    Returns:
        The verdict; its span is that of the passage now (empty for `MISSING` and `UNREAD`).
    """
    if text is None:
        return Verdict(standing=Standing.UNREAD)
    start, end = evidence.at
    if 0 <= start < end <= len(text.text) and digest(text.text[start:end]) == evidence.hash:
        return Verdict(standing=Standing.OK, start=start, end=end)
    sought = _Sought(
        text=text.text,
        first=normalise(evidence.from_).text,
        last=normalise(evidence.to).text,
        start=start,
        length=end - start,
    )
    found = list(_spans(sought))
    for begin, finish in found:
        if digest(text.text[begin:finish]) == evidence.hash:
            return Verdict(standing=Standing.MOVED, start=begin, end=finish)
    found = found or _by_one_end(sought) or _altered(sought)
    if found:
        begin, finish = min(found, key=lambda span: (abs(span[0] - start), span))
        return Verdict(standing=Standing.CHANGED, start=begin, end=finish)
    return Verdict(standing=Standing.MISSING)


def _spans(sought: _Sought) -> Iterator[tuple[int, int]]:
    """Yield what goes from the first words to the last ones, within reach."""
    reach = max(sought.length * REACH, sought.length + LEAST_REACH)
    for begin in _occurrences(sought.text, sought.first):
        for place in _occurrences(sought.text, sought.last, begin):
            finish = place + len(sought.last)
            if finish > begin + reach:
                break
            if finish >= begin + len(sought.first):
                yield begin, finish


def _by_one_end(sought: _Sought) -> list[tuple[int, int]]:
    """Return where the passage must have stood, as one of its ends alone tells.

    An end of fewer than `TELLING_WORDS` words stands in too many places to tell anything.
    """
    spans = []
    if sought.first.count(" ") >= TELLING_WORDS - 1:
        starts = _occurrences(sought.text, sought.first)
        spans += [(at, min(len(sought.text), at + sought.length)) for at in starts]
    if sought.last.count(" ") >= TELLING_WORDS - 1:
        ends = (at + len(sought.last) for at in _occurrences(sought.text, sought.last))
        spans += [(max(0, end - sought.length), end) for end in ends]
    return spans


def _altered(sought: _Sought) -> list[tuple[int, int]]:
    """Return where an end stands but for its numbers, or but for one word of several."""
    starts = [begin for begin, _ in _alike(sought.text, sought.first)]
    ends = [end for _, end in _alike(sought.text, sought.last)]
    return [(begin, min(len(sought.text), begin + sought.length)) for begin in starts] + [
        (max(0, end - sought.length), end) for end in ends
    ]


def _alike(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of as many words that are the same but for numbers, or for one word."""
    wanted = [_level(word) for word in words.split()]
    if len(wanted) < TELLING_WORDS and not any("0" in word for word in wanted):
        return
    allowed = 1 if len(wanted) >= ALTERED_WORDS else 0
    found = _levelled(text)
    for index in range(len(found) - len(wanted) + 1):
        window = found[index : index + len(wanted)]
        if sum(one[2] != other for one, other in zip(window, wanted, strict=True)) <= allowed:
            yield window[0][0], window[-1][1]


@lru_cache(maxsize=4)
def _levelled(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words of a text with their offsets, every number the same."""
    return tuple((*match.span(), _level(match[0])) for match in _WORD.finditer(text))


def _level(word: str) -> str:
    return _NUMBER.sub("0", word)


def _occurrences(text: str, words: str, start: int = 0) -> Iterator[int]:
    place = text.find(words, start)
    while words and place >= 0:
        yield place
        place = text.find(words, place + 1)
