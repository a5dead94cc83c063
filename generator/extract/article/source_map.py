"""The way back from readable text to the file it was read from.

Readable text is the file without its markup. It is kept as runs that stand in the file character
for character, and as single pieces (an entity, a line break that a tag implies) that do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_UNSEEN = re.compile("[\u00ad\u2060]+(?:[ \\t]*\\r?\\n[ \\t]*(?=\\w))?")
"""Where a word may be broken, shown only where it is: with the break, if it is one."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of readable text and the piece of the file that it comes from."""

    text: str
    raw_start: int
    raw_end: int

    @property
    def literal(self) -> bool:
        """Say whether the text stands in the file as it is: offsets inside it carry over."""
        return len(self.text) == self.raw_end - self.raw_start


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Runs in order, with the offset in readable text at which each starts."""

    runs: tuple[Run, ...]
    starts: tuple[int, ...]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of readable text to the smallest piece of the file that holds it.

        Args:
            start: offset in code points of the readable text.
            end: exclusive.

        Returns:
            Offsets in code points of the file, end exclusive.

        Raises:
            ValueError: the span is empty or outside the text.
        """
        length = self.starts[-1] + len(self.runs[-1].text) if self.runs else 0
        if not 0 <= start < end <= length:
            raise ValueError(f"found span {start}-{end}, expected one inside 0-{length}")
        first, before = self._run_at(start)
        last, inside = self._run_at(end - 1)
        return (
            first.raw_start + before if first.literal else first.raw_start,
            last.raw_start + inside + 1 if last.literal else last.raw_end,
        )

    def _run_at(self, offset: int) -> tuple[Run, int]:
        """Return the run that holds an offset, and the offset inside it."""
        index = bisect_right(self.starts, offset) - 1
        return self.runs[index], offset - self.starts[index]


@dataclass(frozen=True, slots=True)
class ReadableText:
    """What a person would read of a file, and the way back to it."""

    text: str
    source_map: SourceMap


def identity(raw: str, start: int = 0) -> ReadableText:
    """Take a file from an offset on as it is."""
    return join_runs([Run(raw[start:], start, len(raw))])


def join_runs(runs: list[Run]) -> ReadableText:
    """Join runs, which come in the order of the file, to readable text; empty ones are left out."""
    kept = tuple(run for run in runs if run.text)
    starts, length = [], 0
    for run in kept:
        starts.append(length)
        length += len(run.text)
    return ReadableText("".join(run.text for run in kept), SourceMap(kept, tuple(starts)))


def without_soft_hyphens(readable: ReadableText) -> ReadableText:
    """Leave out the places where words may be broken, so that each is one word."""
    if _UNSEEN.search(readable.text) is None:
        return readable
    return join_runs([piece for run in readable.source_map.runs for piece in _seen(run)])


def without_breaks(text: str) -> str:
    """Return a text without places where words may be broken."""
    return _UNSEEN.sub("", text)


def _seen(run: Run) -> list[Run]:
    """Return what is left of a run without soft hyphens."""
    if not run.literal:
        return [Run(without_breaks(run.text), run.raw_start, run.raw_end)]
    pieces, place = [], 0
    for match in [*_UNSEEN.finditer(run.text), None]:
        end = match.start() if match else len(run.text)
        pieces.append(Run(run.text[place:end], run.raw_start + place, run.raw_start + end))
        place = match.end() if match else end
    return pieces
