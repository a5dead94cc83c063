"""What is wrong with the characters of a file, whatever its fields say.

Spaces at the end of a line, signs that turn text around in a comment, a `#` that makes a comment of
half a text: YAML passes over them without a word, and so would whoever reviews the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.errors import Mend
from generator.record.messages import make_problem, phrase
from generator.record.strict_yaml import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem
    from generator.record.strict_yaml import Node

_TURNING = "\u202a-\u202e\u2066-\u2069"
_TURN = re.compile(f"[{_TURNING}]")
_SPACE = re.compile(r"[ \t](?:\n|\Z)")
_TRAP = re.compile(
    rf"(?<![ \t])(?P<space>[ \t]+$)|(?P<turning>[{_TURNING}])"
    r"|(?<=\S)[ \t]+(?P<comment>\#[^\s#!].*$)",
    re.MULTILINE,
)
_MARK = "\ufeff"
_SHOWN = 40  # code points of a comment that a message repeats


def find_traps(text: str, path: str, root: Node | None) -> Iterator[Problem]:
    """Yield what can be seen of a file's characters only.

    Args:
        text: the file as it is read.
        path: how problems name it.
        root: its fields; None where they cannot be read.
    """
    # Looked for apart first: one expression for all three takes twenty times as long.
    if not (_SPACE.search(text) or _TURN.search(text) or " #" in text or "\t#" in text):
        return
    traps = tuple(_TRAP.finditer(text))
    scalars = sorted(_scalars(root), key=lambda node: node.start) if root else []
    starts = [node.start for node in scalars]
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    for trap in traps:
        at = trap.start(trap.lastgroup or 0)
        before = bisect_right(starts, at) - 1
        near = scalars[before] if before >= 0 else None
        line = bisect_right(lines, at)
        place = path, line, at - lines[line - 1] + 1
        yield from _problems(trap, at, place, near, text)


def _problems(
    trap: re.Match[str], at: int, place: tuple[str, int, int], near: Node | None, text: str
) -> Iterator[Problem]:
    """Yield the problem of one trap; ``near`` is the last scalar that begins before it."""
    inside = near is not None and at < near.end
    if trap["space"]:
        # A text after | or > keeps the spaces at the ends of its lines.
        if inside and near and text[near.start : near.start + 1] in ("|", ">"):
            return
        length = len(trap["space"])
        mend = Mend(start=at, end=at + length, text="")
        yield make_problem(place, "yaml-space", length=length, severity="warning", mend=mend)
    elif inside:
        return
    elif trap["turning"]:
        yield make_problem(place, phrase("text-control", sign=f"U+{ord(trap['turning']):04X}"))
    elif near and near.end == trap.start() and _is_text(near, text):
        comment = trap["comment"].rstrip()
        said = phrase("yaml-comment", comment=comment[:_SHOWN])
        yield make_problem(place, said, length=len(comment), severity="warning")


def _is_text(node: Node, text: str) -> bool:
    """Say whether a scalar is a text without quotes, of which a # may have been meant as a part."""
    return isinstance(node.value, str) and text[node.start] not in "\"'|>"


def _scalars(node: Node) -> Iterator[Node]:
    open_nodes = [node]
    while open_nodes:
        inner = open_nodes.pop()
        if inner.shape is Shape.SCALAR:
            yield inner
        open_nodes += inner.items
        open_nodes += [part for pair in inner.pairs for part in pair]


def find_file_faults(text: str, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a file as it lies on the disk: its mark and its line ends.

    Line ends that are all CR LF are those of Windows, which git turns into LF: nothing is wrong.
    """
    if text.startswith(_MARK):
        mend = Mend(start=0, end=1, text="", raw=True)
        yield make_problem((path, 1, 1), "file-mark", severity="warning", mend=mend)
    ends = re.findall(r"\r\n|\r|\n", text) if "\r" in text else []
    if ends and (set(ends) - {"\r\n"}):
        first, last = text.index("\r"), text.rindex("\r")
        last += 2 if text[last + 1 : last + 2] == "\n" else 1
        piece = text[first:last].replace("\r\n", "\n").replace("\r", "\n")
        mend = Mend(start=first, end=last, text=piece, raw=True)
        line = len(re.findall(r"\r\n|\r|\n", text[:first])) + 1
        yield make_problem((path, line, 1), "file-lines", severity="warning", mend=mend)
