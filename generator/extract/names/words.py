"""Words of a text with their offsets, folded so that spellings of one name compare equal.

Names and trigger words are looked up by folded word: without accents, case or typographic marks,
so that `Xi’an`, `XI'AN` and `xi an` are the same two words. Offsets stay those of the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters and digits."""

    start: int
    end: int
    """Offsets in code points of the text it was found in, end exclusive."""
    text: str
    fold: str
    """The word without accents and case."""

    @property
    def lower(self) -> str:
        """Return the word without case, its accents kept: "signe" is not "signé"."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Say whether the word begins with an upper-case letter."""
        return self.text[0].isupper()

    @property
    def upper(self) -> bool:
        """Say whether every letter is upper case and there are at least two characters."""
        return len(self.text) > 1 and self.text.isupper()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return a text without accents and case, white space as it was."""
    compatible = unicodedata.normalize("NFKC", text).casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", compatible)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Find the words of ``text[start:end]``, in order; empty tuple when there are none."""
    return tuple(
        Word(match.start(), match.end(), match[0], fold(match[0]))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    )


def phrase(text: str, *, accents: bool = False) -> tuple[str, ...]:
    """Return the folded words of a name or an expression; lower-case ones where accents count."""
    return tuple(word.casefold() if accents else fold(word) for word in _WORD.findall(text))


def sounds(text: str) -> str:
    """Return a folded name with the letters that transliterations mix up made equal."""
    folded = " ".join(phrase(text))
    return folded.replace("y", "i").replace("j", "i").replace("w", "v").replace("kh", "k")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase of a table found in a sequence of words."""

    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
    value: T


class PhraseTable(Generic[T]):
    """Expressions of one or more words, found longest first.

    The first value given for an expression stays: a table is filled from the most trusted list to
    the least.
    """

    def __init__(
        self, entries: Iterable[tuple[tuple[str, ...], T]] = (), *, accents: bool = False
    ) -> None:
        """Fill the table; an expression without a word is left out.

        Args:
            entries: folded words, or lower-case ones where accents count, and their values.
            accents: whether accents count.
        """
        self._accents = accents
        self._entries: dict[str, dict[tuple[str, ...], T]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words, value in entries:
            self.add(words, value)

    def add(self, words: tuple[str, ...], value: T) -> None:
        """Add an expression unless the table has it."""
        if not words:
            return
        family = self._entries.setdefault(words[0], {})
        family.setdefault(words, value)
        self._lengths[words[0]] = tuple(sorted({len(key) for key in family}, reverse=True))

    def get(self, words: tuple[str, ...]) -> T | None:
        """Return the value of exactly these words."""
        return self._entries.get(words[0], {}).get(words) if words else None

    def __contains__(self, words: tuple[str, ...]) -> bool:
        """Say whether exactly these words are in the table."""
        return bool(words) and words in self._entries.get(words[0], {})

    def find(self, words: tuple[Word, ...]) -> Iterator[Hit[T]]:
        """Yield the expressions that occur, leftmost and longest first, without overlap."""
        index = 0
        while index < len(words):
            hit = self.at(words, index)
            if hit:
                yield hit
                index = hit.last
            else:
                index += 1

    def at(self, words: tuple[Word, ...], index: int) -> Hit[T] | None:
        """Return the longest expression that begins at a word."""
        first = self._spelling(words[index])
        family = self._entries.get(first)
        if not family:
            return None
        for length in self._lengths[first]:
            key = tuple(self._spelling(word) for word in words[index : index + length])
            if len(key) == length and key in family:
                return Hit(index, index + length, family[key])
        return None

    def _spelling(self, word: Word) -> str:
        return word.lower if self._accents else word.fold


def inflect(
    base: str, rules: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Iterator[tuple[str, str]]:
    """Yield the forms of a word: form, and the name of the form.

    Args:
        base: dictionary form.
        rules: ending of the dictionary form → name of a form → its endings; the longest ending
            that fits decides. A word that no ending fits has one form, itself, without a name.
    """
    for size in range(min(len(base), max(map(len, rules), default=0)), -1, -1):
        ending = base[len(base) - size :]
        if ending in rules:
            stem = base[: len(base) - size]
            for name, endings in rules[ending].items():
                yield from ((stem + each, name) for each in endings)
            return
    yield base, ""
