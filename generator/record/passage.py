"""The proof: naming a passage so that a machine finds it again and a reader can jump to it.

A passage is kept as its first words, its last words, its place and its hash. The place and the
hash are of the *normalised* text, so that a curly quote or a no-break space that a newsroom's
system adds later does not break the proof, while an altered figure does.
"""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Evidence

NORMALISATION = 1  # version of the rules below; a change of any of them is a new number and an ADR
MAX_END_WORDS = 6  # words that either end of a stored passage may republish, see docs/adr/0001
END_WORDS = 4  # words taken for either end; three identified 105 of 109 sentences tried
TELLING_WORDS = 3  # words of one end that say alone where a passage stood
REACH = 3  # a passage that changed is looked for up to this many times its length after `from`

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\uff07"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e"
_MAPPED = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_DROPPED, ""),
}


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text after normalisation, with the way back to the offsets of the raw one."""

    text: str
    raw_starts: tuple[int, ...]
    """Raw offset at which each normalised code point starts."""
    raw_ends: tuple[int, ...]
    """Raw offset at which each normalised code point ends, exclusive."""

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty normalised span to the raw span it came from."""
        return self.raw_starts[start], self.raw_ends[end - 1]

    def from_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a raw span to the normalised one that lies inside it, without outer white space.

        Returns:
            ``(n, n)`` when nothing of the raw span survives normalisation.
        """
        inside = [
            index
            for index in range(
                bisect_left(self.raw_starts, start), bisect_left(self.raw_starts, end)
            )
            if self.raw_ends[index] <= end
        ]
        while inside and self.text[inside[0]] == " ":
            inside.pop(0)
        while inside and self.text[inside[-1]] == " ":
            inside.pop()
        if not inside:
            place = bisect_left(self.raw_starts, start)
            return place, place
        return inside[0], inside[-1] + 1


def normalise(text: str) -> NormalisedText:
    """Reduce a text to what survives a change of typography (version 1 of the rules).

    NFC; apostrophes straight; hyphens and dashes ``-``; soft hyphen, zero-width characters and BOM
    dropped; white space of any kind collapsed to one space and trimmed at both ends. Idempotent.
    """
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _clusters(text):
        for character in piece:
            if character == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(character)
            starts.append(start)
            ends.append(end)
    while characters and characters[-1] == " ":
        characters.pop()
        starts.pop()
        ends.pop()
    return NormalisedText("".join(characters), tuple(starts), tuple(ends))


def digest(normalised: str) -> str:
    """Return the hash of an already normalised text: ``sha256-`` and 16 hexadecimal digits."""
    return "sha256-" + hashlib.sha256(normalised.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a record keeps of a passage; the fields are those of `model.Evidence`."""

    from_: str
    to: str
    at: tuple[int, int]
    hash: str


def name_passage(text: NormalisedText, start: int, end: int) -> Passage:
    """Name the passage ``text.text[start:end]``.

    Args:
        text: the whole article, normalised.
        start: offset in code points of the normalised text.
        end: exclusive; the span must not be empty.

    Returns:
        The passage with as few words at its ends as identify it. One of at most `MAX_END_WORDS`
        words is given whole at both ends: a half of it would stand in too many places.
    """
    passage = text.text[start:end]
    words = passage.split(" ")
    whole = len(words) <= MAX_END_WORDS
    # The ends never share a word: a browser looks for the last words behind the first.
    count = len(words) if whole else min(END_WORDS, len(words) // 2)
    return Passage(
        from_=" ".join(words[:count]),
        to=" ".join(words[-count:]),
        at=(start, end),
        hash=digest(passage),
    )


class Standing(StrEnum):
    """What `verify` found of a piece of evidence."""

    OK = "ok"
    """The passage stands where it stood."""
    MOVED = "moved"
    """The same words stand elsewhere in the text."""
    CHANGED = "changed"
    """One of its ends is there, the words beside it are not what was read."""
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
    found = [
        (begin, finish)
        for begin in _occurrences(text.text, evidence.from_)
        for finish in _ends_after(text.text, evidence, begin, end - start)
    ]
    for begin, finish in found:
        if digest(text.text[begin:finish]) == evidence.hash:
            return Verdict(standing=Standing.MOVED, start=begin, end=finish)
    found = found or _one_end(evidence, text.text)
    if found:
        begin, finish = min(found, key=lambda span: (abs(span[0] - start), span))
        return Verdict(standing=Standing.CHANGED, start=begin, end=finish)
    return Verdict(standing=Standing.MISSING)


def _one_end(evidence: Evidence | Passage, text: str) -> list[tuple[int, int]]:
    """Return where the passage must have stood, as one of its ends alone tells.

    An end of fewer than `TELLING_WORDS` words stands in too many places to tell anything.
    """
    length = evidence.at[1] - evidence.at[0]
    spans = []
    if evidence.from_.count(" ") >= TELLING_WORDS - 1:
        spans += [(at, min(len(text), at + length)) for at in _occurrences(text, evidence.from_)]
    if evidence.to.count(" ") >= TELLING_WORDS - 1:
        ends = (at + len(evidence.to) for at in _occurrences(text, evidence.to))
        spans += [(max(0, end - length), end) for end in ends]
    return spans


def _ends_after(text: str, evidence: Evidence | Passage, begin: int, length: int) -> Iterator[int]:
    """Yield every end that `to` gives a passage that begins at ``begin``, within reach."""
    limit = begin + max(length * REACH, length + 200)
    for place in _occurrences(text, evidence.to, begin):
        finish = place + len(evidence.to)
        if finish > limit:
            return
        if place >= begin and finish >= begin + len(evidence.from_):
            yield finish


def _occurrences(text: str, words: str, start: int = 0) -> Iterator[int]:
    place = text.find(words, start)
    while words and place >= 0:
        yield place
        place = text.find(words, place + 1)


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield pieces that compose on their own: NFC text, raw start, raw end."""
    composed = unicodedata.is_normalized("NFC", text)
    piece, start, end = "", 0, 0
    for index, raw in enumerate(text):
        character = " " if raw.isspace() else _MAPPED.get(raw, raw)
        if not character:
            continue
        if piece and not composed and _joins(character):
            piece, end = piece + character, index + 1
            continue
        if piece:
            yield unicodedata.normalize("NFC", piece), start, end
        piece, start, end = character, index, index + 1
    if piece:
        yield unicodedata.normalize("NFC", piece), start, end


def _joins(character: str) -> bool:
    """Say whether a character may compose with, or be reordered after, the one before it."""
    return bool(unicodedata.combining(character)) or character in _composing_seconds()


@cache
def _composing_seconds() -> frozenset[str]:
    """Return the characters that are the second half of a canonical composition.

    Source: Unicode Standard Annex #15, section 5.1; Hangul vowels and finals by their ranges.
    """
    hangul = {chr(point) for point in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    seconds = set()
    for point in range(0xC0, 0x30000):
        parts = unicodedata.decomposition(chr(point))
        if parts and not parts.startswith("<") and " " in parts:
            seconds.add(chr(int(parts.split(" ")[1], 16)))
    return frozenset(hangul | seconds)
