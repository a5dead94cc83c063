"""What the model of residue sees of each line of a page: short names of what is true of it.

Nothing here knows a site or reads a language: lengths, capitals, ends of sentences, what stands
around a line and how far the article is from it. Words count only through the cues of all languages
and through what the rules have already decided.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.extract.article.metadata import date_line
from generator.extract.residue.cues import cue_book
from generator.extract.residue.page import LABEL_WORDS, Line, Page, letters, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.residue.frame import Frame
    from generator.extract.residue.parts import Parts

AROUND = 5  # lines before and after a line that make its surroundings
NEAR = 2  # lines before and after whose own looks are told one by one
PROSE_BONUS = 25  # words of prose that outweigh one line that is none, in the densest block
TIMES_SAID = 3  # a longer count of the same line says no more

_WORDS = (1, 2, 4, 7, 12, 20, 40, 80)
_SHARES = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8)
_DISTANCES = (1, 2, 4, 8, 16, 40)
_LIKENESS = (0.01, 0.15, 0.25, 0.35, 0.5)
_PROSE_AROUND = (1, 20, 60, 120, 250)
_RUNS = (2, 3, 5, 9, 17)

_CLOCK = re.compile(r"(?<![\w:])\d{1,2}\s?[:hH]\s?\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINK = re.compile(r"https?://|www\.|\w@\w|\.(?:com|org|net|fr|de|es|uk)\b")
_TOKEN = re.compile(r"[^\W\d_]+")
_SIGNS = {
    "bar": "|", "copyright": "©", "arrow": "›»>→", "cut": "…", "question": "?", "call": "!",
    "quote": '«“”"„', "semicolon": ";", "hash": "#", "bracket": "(", "comma": ",",
}  # fmt: skip
_CUES = (
    "labels", "menu", "sharing", "prompts", "teasers", "phrases", "lists", "endings",
    "comments", "replies", "commenters", "captions", "bylines", "issued", "updated",
)  # fmt: skip


def traits(page: Page, parts: Parts, frame: Frame) -> list[tuple[str, ...]]:
    """Return what is true of each line of a page.

    Args:
        page: the page.
        parts: what the rules have decided of its lines.
        frame: where the rules see the article.
    """
    own = [tuple(_own(line)) for line in page.lines]
    said = Counter(letters(line) for line in page.lines)
    surroundings = _Surroundings(page, parts, frame)
    return [
        (
            *own[index],
            *_beside(own, parts, index),
            f"said:{min(said[letters(line)], TIMES_SAID)}",
            *_subject(line, frame),
            *_between(page, index),
            *surroundings.of(index),
        )
        for index, line in enumerate(page.lines)
    ]


def _bin(value: float, bounds: Sequence[float]) -> int:
    """Return in which of the intervals between bounds a value lies."""
    return bisect_right(bounds, value)


def _own(line: Line) -> Iterator[str]:
    """Yield what a line shows by itself."""
    text = line.text
    tokens = _TOKEN.findall(text)
    size = f"{_bin(line.words, _WORDS)}"
    end = "closed" if line.closed else "colon" if text.endswith((":", ",")) else "open"
    yield f"size:{size}"
    yield f"end:{end}"
    yield f"size:{size},{end}"
    if not line.whole:
        yield f"cut:{size},{end}"
    for name in ("prose", "bullet", "whole", "gap_before"):
        if getattr(line, name):
            yield name
    count = max(len(tokens), 1)
    capitals = sum(token[0].isupper() for token in tokens) / count
    small = sum(token.islower() and len(token) <= LABEL_WORDS for token in tokens) / count
    yield f"capitals:{_bin(capitals, _SHARES)}"
    yield f"small:{_bin(small, _SHARES)},{min(_bin(line.words, _WORDS), 4)}"
    if sum(token.isupper() and len(token) > 1 for token in tokens) > len(tokens) / 2:
        yield "shouting"
    if not text[:1].isupper():
        yield "first:small" if text[:1].islower() else "first:sign"
    yield f"digits:{_bin(sum(map(str.isdigit, text)) / len(text), _SHARES)}"
    for name, signs in _SIGNS.items():
        if any(sign in text for sign in signs):
            yield f"has:{name}"
    for name, pattern in (("clock", _CLOCK), ("year", _YEAR), ("link", _LINK)):
        if pattern.search(text):
            yield f"has:{name},{int(line.words > LABEL_WORDS * 4)}"
    yield from _cues(line)


def _cues(line: Line) -> Iterator[str]:
    """Yield which kinds of cue a line begins with, and whether it speaks to the reader."""
    book = cue_book()
    for kind in _CUES:
        if book.opens(kind, line.folded):
            yield f"cue:{kind}"
    if book.addresses_reader(line.folded[:1000], line.text[:1000]):
        yield f"reader,{int(line.prose)}"
    if date_line(line.text) is not None:
        yield "dated"


def _beside(own: list[tuple[str, ...]], parts: Parts, index: int) -> Iterator[str]:
    """Yield how the nearest lines look, and what is decided of them."""
    yield f"rule:{parts[index]}"
    for step in range(-NEAR, NEAR + 1):
        near = index + step
        if step and not 0 <= near < len(own):
            yield f"{step}:none"
        elif step:
            yield f"{step}:{own[near][2]}"
            yield f"{step}:rule:{parts[near]}"
            if "dated" in own[near]:
                yield f"{step}:dated"


def _subject(line: Line, frame: Frame) -> Iterator[str]:
    """Yield how much of what a line is about the prose of the article is about."""
    like = _bin(likeness(line, frame.subject, own=int(line.prose)), _LIKENESS)
    yield f"like:{like}"
    yield f"like:{like},{min(_bin(line.words, _WORDS), 6)}"


def _between(page: Page, index: int) -> Iterator[str]:
    """Yield what a line stands between: a summary of another article stands between headlines."""
    line = page.lines[index]
    kinds = [
        "none" if not 0 <= near < len(page.lines) else _kind(page.lines[near])
        for near in (index - 1, index + 1)
    ]
    yield f"between:{kinds[0]},{_kind(line)},{kinds[1]}"


def _kind(line: Line) -> str:
    if line.prose:
        return "prose"
    return "sentence" if line.closed else "label" if line.words <= LABEL_WORDS else "headline"


class _Surroundings:
    """Where on a page each line stands, from counts that are made once."""

    def __init__(self, page: Page, parts: Parts, frame: Frame) -> None:
        self.page, self.parts, self.frame = page, parts, frame
        self.prose = [index for index, line in enumerate(page.lines) if line.prose]
        prose_words = (line.words if line.prose else 0 for line in page.lines)
        self.words = [0, *accumulate(prose_words)]
        decided = (int(part == "residue") for part in parts)
        self.residue = [0, *accumulate(decided)]
        self.block = densest_block(page)
        self.unended = _run_lengths([not line.closed for line in page.lines])

    def of(self, index: int) -> Iterator[str]:
        """Yield where a line stands."""
        line, count = self.page.lines[index], len(self.page.lines)
        start, end = max(0, index - AROUND), min(count, index + AROUND + 1)
        around = self.words[end] - self.words[start] - (line.words if line.prose else 0)
        residue = self.residue[end] - self.residue[start] - int(self.parts[index] == "residue")
        yield f"prose around:{_bin(around, _PROSE_AROUND)}"
        yield f"residue around:{_bin(residue / (2 * AROUND), _SHARES)}"
        yield f"unended:{_bin(self.unended[index], _RUNS)}"
        yield f"top:{_bin(index, _DISTANCES)}"
        yield f"bottom:{_bin(count - index, _DISTANCES)}"
        place = bisect_left(self.prose, index)
        before = index - self.prose[place - 1] if place else count
        after = self.prose[place] - index if place < len(self.prose) else count
        yield f"prose before:{_bin(before, _DISTANCES)}"
        yield f"prose after:{_bin(after, _DISTANCES)}"
        yield from self._in_block(index, "prose" if line.prose else "line")
        yield from self._in_frame(index)

    def _in_block(self, index: int, what: str) -> Iterator[str]:
        first, last = self.block
        if index < first:
            yield f"{what} above block:{_bin(first - index, _DISTANCES)}"
        elif index > last:
            yield f"{what} below block:{_bin(index - last, _DISTANCES)}"
        else:
            yield f"{what} in block"

    def _in_frame(self, index: int) -> Iterator[str]:
        if self.frame.headline is not None:
            side = "above" if index < self.frame.headline else "below"
            yield f"{side} headline:{_bin(abs(index - self.frame.headline), _DISTANCES)}"
        if index < self.frame.first:
            yield f"above text:{_bin(self.frame.first - index, _DISTANCES)}"


def densest_block(page: Page) -> tuple[int, int]:
    """Return the first and the last line of the stretch with most prose and fewest other lines."""
    best, best_sum = (0, -1), 0.0
    start, current = 0, 0.0
    for index, line in enumerate(page.lines):
        if current <= 0:
            start, current = index, 0.0
        current += line.words if line.prose else -PROSE_BONUS
        if current > best_sum:
            best, best_sum = (start, index), current
    return best


def _run_lengths(flags: list[bool]) -> list[int]:
    """Return for each place how many true ones in a row it belongs to, 0 where it is false."""
    lengths = [0] * len(flags)
    start = 0
    for index in range(len(flags) + 1):
        if index == len(flags) or not flags[index]:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths
