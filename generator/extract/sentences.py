"""Sentences of an article as spans, so that evidence can be a whole statement.

The boundaries are those of `sentencex`, which knows the punctuation of some 200 languages, mended
where news text shows it to split inside a name, an abbreviation or a quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import sentencex

from generator.extract import lang
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# `sentencex` 1.0.32 takes time that grows with the square of the text on nested opening quotes
# (48 s on a megabyte of them): a long paragraph is read in windows of this many code points.
WINDOW = 4_000

_OPENS_WORD = re.compile(r"[\s'’(\[«\"“„]+")
_INITIALS = re.compile(r"(?:[^\W\d_][.])*[^\W\d_]")
_CLOSING = re.compile(r"[\s)\]}»”\"'’.,;:!?…]*\Z")
_CONTINUES = re.compile(r"[\s)\]}»”\"'’]*[,;:)\]}»a-zß-öø-ÿ]")
_ENUMERATOR = re.compile(r"\s*[0-9]{1,3}[.)]\s*")
_ORDINAL = re.compile(r"([^\W\d_]+)\s[0-9]{1,3}\.\s*\Z")
_WIDE_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FULL_STOP = re.compile(r"[^.!?…\n]*(?:[.!?…]+\s*|\n+)|[^.!?…\n]+")
_FIRST_WORD = re.compile(r"[«“\"(\s]*([^\W\d_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWords:
    """What a language adds: words after whose full stop a sentence goes on."""

    abbreviations: frozenset[str] = frozenset()
    """Without their last full stop, case folded: ``mme``, ``vol``; none that often ends one."""
    openers: frozenset[str] = frozenset()
    """Words that open a sentence, case folded: "plan B. Le" is two, "B. Le Pen" is rare."""
    before_ordinals: frozenset[str] = frozenset()
    """Words, case folded, before a number whose full stop makes it an ordinal: "die 13. Rente"."""


def find_sentences(text: str, spans: Iterable[Span], language: str) -> tuple[Span, ...]:
    """Find the sentences inside the paragraphs of a text.

    Args:
        text: any text.
        spans: its paragraphs; no sentence reaches over the end of one.
        language: BCP 47 tag; an unknown one has the rules that hold for most languages.

    Returns:
        Offsets of ``text``, trimmed of white space, in the order of the paragraphs, without
        overlap; every character of a paragraph that is not white space is in one of them.
    """
    tag = language.split("-", maxsplit=1)[0].lower() or "en"
    words = _words(tag)
    found = (
        _trimmed(text, start, end)
        for span in spans
        for start, end in _mended(text, _boundaries(text, span, tag), words)
    )
    return tuple(span for span in found if span)


@cache
def _words(tag: str) -> SentenceWords:
    try:
        words: SentenceWords = lang.load(tag, "sentences")
    except KeyError:
        return SentenceWords()
    return words


def _boundaries(text: str, span: Span, tag: str) -> Iterator[tuple[int, int]]:
    """Yield what `sentencex` takes for sentences; they follow each other without a gap.

    Each window but the last gives all its sentences except the one that its end may have cut.
    """
    start = span.start
    while start < span.end:
        window = text[start : min(start + WINDOW, span.end)]
        pieces = _segment(tag, window)
        if start + len(window) < span.end and len(pieces[-1]) < WINDOW // 2:
            pieces.pop()  # a longer one is taken as it is, or the next window would not advance
        for piece in pieces:
            yield start, start + len(piece)
            start += len(piece)


def _segment(tag: str, window: str) -> list[str]:
    """Cut a window, as far as `sentencex` can read it.

    Version 1.0.32 counts bytes where it looks for initials in Spanish and panics inside a character
    of several bytes, such as a no-break space: spaces are levelled, and where it still panics the
    window is cut behind full stops.
    """
    level = _WIDE_SPACE.sub(" ", window)
    try:
        return list(sentencex.segment(tag, level))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust: no subclass of Exception
            raise
        return _FULL_STOP.findall(level)


def _mended(
    text: str, pieces: Iterable[tuple[int, int]], words: SentenceWords
) -> Iterator[tuple[int, int]]:
    """Join pieces that one sentence was split into."""
    held: tuple[int, int] | None = None
    for start, end in pieces:
        if held and _goes_on(text[max(held[0], start - 40) : start], text[start:end], words):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _goes_on(before: str, after: str, words: SentenceWords) -> bool:
    """Say whether a sentence goes on over a boundary.

    Args:
        before: what precedes it, at most some words.
        after: the piece that follows.
        words: abbreviations of the language.
    """
    if not before.strip() or "\n\n" in before:
        return False
    if _ENUMERATOR.fullmatch(before) or _CLOSING.match(after) or _CONTINUES.match(after):
        return True
    if not before.rstrip().endswith("."):
        return False
    ordinal = _ORDINAL.search(before)
    word = _OPENS_WORD.split(before.rstrip()[:-1])[-1]
    if word.casefold() in words.abbreviations or (
        ordinal and ordinal[1].casefold() in words.before_ordinals
    ):
        return True
    if not before[-1].isspace():  # "O." of "O.C.S."
        return bool(_INITIALS.fullmatch(word))
    first = _FIRST_WORD.match(after)
    opens = first is not None and first[1].casefold() in words.openers
    return len(word) == 1 and word.isupper() and not opens  # "J." of "J. Dupont"


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(inner))
