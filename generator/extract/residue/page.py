"""A text as lines, with what can be seen of each line without understanding it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.residue.cues import fold
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PROSE_WORDS = 12  # words of a line that ends like a sentence; headlines that do are shorter
LABEL_WORDS = 3  # words of a line too short to be a headline
LONG_WORDS = 40  # words from which on a line is prose whatever its end
WRAPPED_TURNS = 5  # lines that follow another at once, below which wrapping cannot be told
WRAPPED_SHARE = 0.3  # of them, how many begin in lower case; lists and headlines: hardly any
WRAPPED_WIDTH = 120  # code points of the longest line of a wrapped text
APART_LENGTH = 200  # code points from which on a line may be a page whose blocks blanks part
APART_GAPS = 3  # wide gaps that part blocks; one or two are slips
FULL_LINE = 0.6  # share of the width from which on a line is cut rather than ended
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
_WIDE_GAP = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
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
    whole: bool
    """Is a line of the file, not what residue inside one has left: its length tells something."""
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
    """Cut a text into lines; lines of a text that is wrapped at a fixed width are joined first."""
    pieces = list(_stripped_lines(text))
    if _is_wrapped(text, pieces):
        pieces = list(_unwrapped(text, pieces))
    lines: list[Line] = []
    end = 0
    for start, stop in (block for piece in pieces for block in _blocks(text, *piece)):
        gap = not lines or _has_gap(text, end, start)
        lines.append(read_line(text[start:stop], start, gap_before=gap))
        end = stop
    return Page(text=text, lines=tuple(lines))


def _stripped_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line that is not blank starts and ends, white space left out."""
    for match in _LINE.finditer(text):
        stripped = match.group().strip().strip("\ufeff\u200b").strip()
        if stripped:
            start = text.index(stripped, match.start())
            yield start, start + len(stripped)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a long line that wide gaps part: "Menu  Sport  Le maire a démissionné".

    Gaps that mostly follow full stops are a typist's habit and part nothing.
    """
    gaps = list(_WIDE_GAP.finditer(text, start, end)) if end - start >= APART_LENGTH else []
    stops = sum(text[gap.start() - 1] in _CLOSE for gap in gaps)
    if len(gaps) >= APART_GAPS and 2 * stops < len(gaps):
        for gap in gaps:
            yield start, gap.start()
            start = gap.end()
    yield start, end


def _has_gap(text: str, end: int, start: int) -> bool:
    """Say whether a blank line stands between the end of a line and the start of the next."""
    between = text[end:start]
    return max(between.count("\n"), between.count("\r")) > 1


def _is_wrapped(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Say whether a text is wrapped at a fixed width: many lines go on in lower case."""
    turns = [
        text[start].islower()
        for (_, end), (start, _) in pairwise(pieces)
        if not _has_gap(text, end, start)
    ]
    return (
        len(turns) >= WRAPPED_TURNS
        and sum(turns) >= WRAPPED_SHARE * len(turns)
        and max(end - start for start, end in pieces) <= WRAPPED_WIDTH
    )


def _unwrapped(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of each paragraph; a short line ends one, an item of a list begins one."""
    width = max(end - start for start, end in pieces)
    first, last = pieces[0]
    length = last - first
    for start, end in pieces[1:]:
        full = length >= FULL_LINE * width
        item = _BULLET.match(text, start) is not None
        if full and not item and not _has_gap(text, last, start):
            last = end
        else:
            yield first, last
            first, last = start, end
        length = end - start
    yield first, last


def read_line(text: str, start: int = 0, *, gap_before: bool = False, whole: bool = True) -> Line:
    """Look at one stripped line, or a piece of one, that starts at an offset."""
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
        whole=whole,
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


def runs(page: Page, wanted: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the longest runs of line numbers that are wanted."""
    run: list[int] = []
    for index in range(len(page.lines)):
        if wanted(index):
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run
