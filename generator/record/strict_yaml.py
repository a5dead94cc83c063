"""YAML without its surprises, and with the place of every node.

PyYAML's safe loader turns NO into False, 19:00 into 1140 and 2025-06 into one of three types, drops
a duplicate key without a word, and dies of an alias bomb. This one builds on the events of its C
parser: only null, true, false, decimal numbers and text; tags, anchors, aliases, merge keys and
duplicate keys refused; depth and size bounded; a line and a column for every node.
"""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator.record.messages import make_problem, phrase
from generator.record.yaml_faults import explain, find_conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem, Said

MAX_CHARACTERS = 1_000_000  # of one file; the largest record anybody wrote by hand has some 20,000
MAX_DEPTH = 12  # nesting of mappings and lists; the deepest field of a record is at 5
_LOADER: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # pure Python reads the same, 8 times slower
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})", re.ASCII)
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][-+]?[0-9]{1,3})?", re.ASCII)
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC = frozenset("+-0123456789")  # what a number begins with


class Shape(StrEnum):
    """What a node is."""

    MAPPING = "mapping"
    LIST = "list"
    SCALAR = "scalar"


class Node(NamedTuple):
    """One value of a file, with its place.

    A tuple, since a record has some 150 of them: frozen dataclasses took twice as long to make.
    """

    shape: Shape
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    start: int
    """Offset of its first code point in the file."""
    end: int
    """Offset after its last code point."""
    value: bool | int | float | str | None = None
    """Of a scalar; None for the other shapes."""
    raw: str = ""
    """Of a scalar: the text before it was taken for a number or a constant."""
    items: tuple[Node, ...] = ()
    """Of a list."""
    pairs: tuple[tuple[Node, Node], ...] = ()
    """Of a mapping: key and value, in the order of the file."""

    def get(self, key: str) -> Node | None:
        """Return the value of a key of a mapping; None when it is not there."""
        for name, value in self.pairs:
            if name.raw == key:
                return value
        return None

    def keys(self) -> Iterator[str]:
        """Yield the keys of a mapping."""
        return (name.raw for name, _ in self.pairs)


def parse_yaml(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document.

    Args:
        text: the whole file.
        path: how problems name it.

    Returns:
        The root node and what is wrong with the file; the node is None when it cannot be read at
        all or is empty. Never raises on any text.
    """
    if len(text) > MAX_CHARACTERS:
        found, limit = f"{len(text):,}", f"{MAX_CHARACTERS:,}"
        return None, (make_problem((path, 1, 1), phrase("yaml-size", found=found, limit=limit)),)
    conflicts = find_conflicts(text)
    if conflicts:
        places = ((path, line, 1) for line in conflicts)
        return None, tuple(make_problem(place, "yaml-conflict", length=7) for place in places)
    builder = _Builder(path)
    loader = _LOADER(text)
    try:
        while (event := loader.get_event()) is not None and builder.take(event):
            pass
    except yaml.YAMLError as error:
        builder.problems.append(explain(error, text, path))
    finally:
        loader.dispose()
    return builder.root, tuple(sorted(builder.problems))


class _Open:
    """A mapping or a list whose end has not been seen."""

    __slots__ = ("is_mapping", "mark", "nodes")

    def __init__(self, mark: Any, *, is_mapping: bool) -> None:  # noqa: ANN401 -- no stubs for marks
        self.is_mapping = is_mapping
        self.mark = mark
        self.nodes: list[Node] = []


class _Builder:
    """Puts a tree together from parser events; a stack, so that no depth can exhaust Python's."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> bool:  # noqa: ANN401 -- the stubs know no marks
        """Add one event; return False when nothing that follows can matter."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                return self._refuse(event)
            self._add(_scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                return self._refuse(event)
            if len(self._open) >= MAX_DEPTH:
                return self._stop(event, phrase("yaml-depth", limit=MAX_DEPTH))
            self._open.append(_Open(event.start_mark, is_mapping=kind is yaml.MappingStartEvent))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            length = len(event.anchor) + 1
            return self._stop(event, phrase("yaml-alias", name=event.anchor), length=length)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                return self._stop(event, "yaml-documents", length=3)
        return True

    def _refuse(self, event: Any) -> bool:  # noqa: ANN401
        if event.anchor is not None:
            length = len(event.anchor) + 1
            return self._stop(event, phrase("yaml-anchor", name=event.anchor), length=length)
        return self._stop(
            event, phrase("yaml-tag", name=event.tag.replace("tag:yaml.org,2002:", "!!"))
        )

    def _close(self, event: Any) -> None:  # noqa: ANN401
        done = self._open.pop()
        mark, end = done.mark, event.end_mark.index
        place = mark.line + 1, mark.column + 1, mark.index, end
        if done.is_mapping:
            pairs = self._pairs(done.nodes)
            self._add(Node(Shape.MAPPING, *place, pairs=pairs))
        else:
            self._add(Node(Shape.LIST, *place, items=tuple(done.nodes)))

    def _pairs(self, nodes: list[Node]) -> tuple[tuple[Node, Node], ...]:
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if key.shape is not Shape.SCALAR:
                self._report(key, "yaml-key")
            elif key.raw in pairs:
                line = pairs[key.raw][0].line
                self._report(key, phrase("yaml-duplicate-key", name=key.raw, line=line))
            elif key.raw == "<<":
                self._report(key, "yaml-merge")
            else:
                pairs[key.raw] = (key, value)
        return tuple(pairs.values())

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _stop(self, event: Any, said: str | Said, *, length: int = 1) -> bool:  # noqa: ANN401
        mark = event.start_mark
        self.root = None
        place = self.path, mark.line + 1, mark.column + 1
        self.problems.append(make_problem(place, said, length=length))
        return False

    def _report(self, node: Node, said: str | Said) -> None:
        place = self.path, node.line, node.column
        length = max(node.end - node.start, 1) if node.shape is Shape.SCALAR else 1
        self.problems.append(make_problem(place, said, length=length))


def _scalar(event: Any) -> Node:  # noqa: ANN401
    mark = event.start_mark
    raw: str = event.value
    value: bool | int | float | str | None = raw
    if not event.style:
        if raw in _CONSTANTS:
            value = _CONSTANTS[raw]
        elif raw[0] in _NUMERIC:
            value = _number(raw)
    return Node(
        Shape.SCALAR, mark.line + 1, mark.column + 1, mark.index, event.end_mark.index, value, raw
    )


def _number(raw: str) -> int | float | str:
    """Return the number that a scalar without quotes is, or the text that it is."""
    if _INTEGER.fullmatch(raw):
        return int(raw)
    if _NUMBER.fullmatch(raw):
        number = float(raw)
        return number if math.isfinite(number) else raw
    return raw
