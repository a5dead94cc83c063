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
from functools import cache
from typing import TYPE_CHECKING

from generator.record.quotation import LINE_ENDS, NARROW, quote_passage, widen

if TYPE_CHECKING:
    from collections.abc import Iterator

NORMALISATION = 1  # version of the rules below; a change of any of them is a new number and an ADR

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
    printed: str = ""
    """The text once more, code point for code point, with what a browser does not level: hyphens,
    dashes and narrow no-break spaces as they are, a line feed for white space that ends a line."""

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
    printed: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _clusters(text):
        for character in piece:
            if character == " " and (not characters or characters[-1] == " "):
                if printed and text[start] in LINE_ENDS:
                    printed[-1] = "\n"
                continue
            characters.append(character)
            printed.append(_as_printed(character, text[start]))
            starts.append(start)
            ends.append(end)
    while characters and characters[-1] == " ":
        for each in (characters, printed, starts, ends):
            each.pop()
    return NormalisedText("".join(characters), tuple(starts), tuple(ends), "".join(printed))


def _as_printed(character: str, raw: str) -> str:
    """Return a character as a browser takes it: it levels apostrophes, but no dashes."""
    if character == "-" or raw == NARROW:
        return raw
    return "\n" if character == " " and raw in LINE_ENDS else character


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
    prefix: str | None = None
    suffix: str | None = None


def name_passage(text: NormalisedText, start: int, end: int) -> Passage:
    """Name the passage ``text.text[start:end]``, widened to whole words.

    Args:
        text: the whole article, normalised.
        start: offset in code points of the normalised text.
        end: exclusive; the span must not be empty.

    Returns:
        The passage with as few words at its ends as identify it, see `quotation`. One of at most
        six words is given whole at both ends: a half of it would stand in too many places.
    """
    start, end = widen(text.printed, start, end)
    words = quote_passage(text.printed, start, end)
    return Passage(
        from_=words.first,
        to=words.last,
        at=(start, end),
        hash=digest(text.text[start:end]),
        prefix=words.prefix or None,
        suffix=words.suffix or None,
    )


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
