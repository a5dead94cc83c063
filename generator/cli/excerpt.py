"""The line that a problem is about, with a caret under what is wrong, for a terminal.

What is shown takes exactly as many columns as the carets count: a tab, an invisible character or
one that steers a terminal is shown as one visible sign, and a letter of East Asia takes two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.record.messages import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.errors import Problem

WIDTH = 100  # columns of a line that are shown; a terminal has 80 to 200
_BEFORE = 60  # code points shown before the fault where a line is longer
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def excerpt(lines: Sequence[str], problem: Problem) -> Iterator[str]:
    """Yield the line of a problem and the line of carets below it.

    Args:
        lines: of the file as it is read; nothing is shown of a line that is not among them.
        problem: where it is.
    """
    if problem.line > len(lines) or not lines[problem.line - 1].strip("\n"):
        return
    line, start = lines[problem.line - 1], problem.column - 1
    first = max(0, start - _BEFORE) if len(line) > WIDTH else 0
    last = first + WIDTH
    left, right = "…" if first else "", "…" if len(line) > last else ""
    shown = _shown(line[first:last])
    bare = shown.rstrip(" ")
    shown = bare + "·" * (len(shown) - len(bare))  # what nobody sees at the end of a line
    before = left + _shown(line[first:start])
    marked = _shown(line[start : min(start + problem.length, last)])
    margin = f"{problem.line:>5} | "
    yield f"{margin}{left}{shown}{right}"
    carets = "^" * max(_columns(marked), 1)
    yield f"{' ' * len(margin[:-2])}| {' ' * _columns(before)}{carets}"


def _shown(text: str) -> str:
    return UNSEEN.sub("�", _SPACES.sub("␣", text.replace("\t", "→")))


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
