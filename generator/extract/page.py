"""A text as lines, with what can be seen of each line without understanding it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.cues import fold
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

PROSE_WORDS = 12  # words of a line that ends like a sentence; headlines that do are shorter
LABEL_WORDS = 3  # words of a line too short to be a headline
LONG_WORDS = 40  # words from which on a line is prose whatever its end
STEM_LETTERS = 6  # letters kept of a word, which joins "sommet" and "sommets"
SUBJECT_LETTERS = 4  # shorter words say nothing of a text's subject

DECORATION = (
    " \t\u00a0\u202f-–—•·|>»«›‹:…*#→►▶+[]()✕×▼▾⋮☰_=~.\u200b"  # bullets, arrows and the like
)

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"»”’)\]]{0,2}(?=\s|$)")
_INNER_STOP = re.compile(r"[\w»”)][.。][»”\"]? ?\s[\"«“]?[A-ZÀ-Þ]|。")
_CLOSE = ".!?…。！？؟"
_BULLET = re.compile(r"(?:[-–—•·▪●*►‣–]\s?|\d{1,2}[.)]\s)")
_ABBREVIATION = 2  # letters of a word before a full stop that may be an abbreviation: "M.", "Dr."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the white space around it."""

    span: Span
    text: str
    folded: str
    """The text for matching cues, of the same length; see `cues.fold`."""
    words: int
    closed: bool
    """Ends as a sentence does."""
    prose: bool
    """Reads as running text rather than as a headline, a label or a link."""
    bullet: bool
    """Begins as an item of a list does."""
    gap_before: bool
    """A blank line, or the start of the text, stands before it."""
    stems: frozenset[str]
    """What its longer words begin with: what the line is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All lines of a text that are not blank, in order."""

    text: str
    lines: tuple[Line, ...]


def read_page(text: str) -> Page:
    """Cut a text into lines."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip().strip("\ufeff")
        if not stripped:
            continue
        start = text.index(stripped, match.start())
        gap = not lines or text.count("\n", end, start) > 1
        end = start + len(stripped)
        lines.append(read_line(stripped, start, gap_before=gap))
    return Page(text=text, lines=tuple(lines))


def read_line(text: str, start: int = 0, *, gap_before: bool = False) -> Line:
    """Look at one stripped line that starts at an offset."""
    folded = fold(text)
    words = len(_WORD.findall(text))
    closed = text.rstrip('"»”’)] \u00a0\u202f').endswith(tuple(_CLOSE))
    return Line(
        span=Span(start, start + len(text)),
        text=text,
        folded=folded,
        words=words,
        closed=closed,
        prose=words >= LONG_WORDS
        or (words >= PROSE_WORDS and (closed or _INNER_STOP.search(text) is not None)),
        bullet=_BULLET.match(text) is not None,
        gap_before=gap_before,
        stems=stems(folded),
    )


def stems(folded: str) -> frozenset[str]:
    """Return what the longer words of a folded text begin with."""
    return frozenset(
        word[:STEM_LETTERS] for word in _WORD.findall(folded) if len(word) >= SUBJECT_LETTERS
    )


def core(line: Line) -> str:
    """Return a folded line without bullets, arrows and the like at its ends."""
    return line.folded.strip(DECORATION)


def letters(line: Line) -> str:
    """Return the letters and digits of a line, to tell whether two lines say the same."""
    return "".join(_WORD.findall(line.folded))


def sentence_ends(text: str) -> list[int]:
    """Return the offsets at which sentences of a line end, the end of the line included.

    Rough on purpose: it bounds residue inside a line; `sentences.py` cuts what is read.
    """
    ends = []
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - _ABBREVIATION - 1) : match.start()].split()
        word = before[-1] if before else ""
        if match.group() == "." and len(word) <= _ABBREVIATION and word[:1].isupper():
            continue
        ends.append(match.end())
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    return ends


def shared(line: Line, subject: Counter[str], *, own: int = 0) -> tuple[int, int]:
    """Count the stems of a line that the subject has, and those that it has not.

    Args:
        line: any line.
        subject: from `subject_of`.
        own: how often the line itself was counted there, 0 or 1.
    """
    hits = sum(1 for stem in line.stems if subject[stem] > own)
    return hits, len(line.stems) - hits


def likeness(line: Line, subject: Counter[str], *, own: int = 0) -> float:
    """Return the part of a line's stems that the subject has, 0 to 1; 0 for a line without any."""
    hits, misses = shared(line, subject, own=own)
    return hits / (hits + misses) if hits + misses else 0.0


def subject_of(lines: Iterable[Line]) -> Counter[str]:
    """Count in how many of the lines each stem occurs."""
    return Counter(stem for line in lines for stem in line.stems)
