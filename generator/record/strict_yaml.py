"""YAML without its surprises, and with the place of every node.

PyYAML's safe loader turns NO into False, 19:00 into 1140 and 2025-06 into one of three types, drops
a duplicate key without a word, and dies of an alias bomb. This one builds on the events of its C
parser: only null, true, false, decimal numbers and text; tags, anchors, aliases, merge keys and
duplicate keys refused; depth and size bounded; a line and a column for every node.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 1_000_000  # of one file; the largest record anybody wrote by hand has some 20,000
MAX_DEPTH = 12  # nesting of mappings and lists; the deepest field of a record is at 5
_LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # pure Python reads the same, 8 times slower
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})", re.ASCII)
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][-+]?[0-9]{1,3})?", re.ASCII)
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Shape(StrEnum):
    """What a node is."""

    MAPPING = "mapping"
    LIST = "list"
    SCALAR = "scalar"


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a file, with its place."""

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
        return next((value for name, value in self.pairs if name.raw == key), None)

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
        message = f"found {len(text):,} characters, expected at most {MAX_CHARACTERS:,} in a file"
        return None, (_problem(path, 1, 1, "yaml-size", message),)
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, text, path))
    return builder.root, tuple(sorted(builder.problems))


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not been seen."""

    shape: Shape
    mark: Any
    nodes: list[Node]


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
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop(event, "yaml-documents", "found a second document, expected one")
        elif isinstance(event, yaml.AliasEvent):
            return self._stop(
                event, "yaml-alias", f'found an alias "*{event.anchor}"', "Put the text in quotes."
            )
        elif isinstance(event, yaml.NodeEvent):
            return self._node_event(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)
        return True

    def _node_event(self, event: Any) -> bool:  # noqa: ANN401
        if event.anchor is not None:
            message = f'found an anchor "&{event.anchor}"'
            return self._stop(event, "yaml-anchor", message, "Put the text in quotes.")
        if event.tag is not None:
            message = f'found a tag "{event.tag}"'
            return self._stop(event, "yaml-tag", message, "Put the text in quotes.")
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event))
            return True
        if len(self._open) >= MAX_DEPTH:
            message = f"found more than {MAX_DEPTH} levels, which no record has"
            return self._stop(event, "yaml-depth", message)
        mapping = isinstance(event, yaml.MappingStartEvent)
        shape = Shape.MAPPING if mapping else Shape.LIST
        self._open.append(_Open(shape, event.start_mark, []))
        return True

    def _close(self, event: Any) -> None:  # noqa: ANN401
        done = self._open.pop()
        node = Node(
            done.shape,
            done.mark.line + 1,
            done.mark.column + 1,
            done.mark.index,
            event.end_mark.index,
            items=tuple(done.nodes) if done.shape is Shape.LIST else (),
            pairs=self._pairs(done.nodes) if done.shape is Shape.MAPPING else (),
        )
        self._add(node)

    def _pairs(self, nodes: list[Node]) -> tuple[tuple[Node, Node], ...]:
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if key.shape is not Shape.SCALAR:
                self._report(key, "yaml-key", "found a list or mapping as a key, expected a name")
            elif key.raw in pairs:
                first = pairs[key.raw][0]
                message = f'found "{key.raw}" twice, first in line {first.line}'
                self._report(key, "yaml-duplicate-key", message, "Keep one of the two.")
            elif key.raw == "<<":
                self._report(key, "yaml-merge", 'found a merge key "<<"', "Repeat the fields.")
            else:
                pairs[key.raw] = (key, value)
        return tuple(pairs.values())

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _stop(self, event: Any, code: str, message: str, hint: str = "") -> bool:  # noqa: ANN401
        mark = event.start_mark
        self.root = None
        self.problems.append(
            _problem(self.path, mark.line + 1, mark.column + 1, code, message, hint)
        )
        return False

    def _report(self, node: Node, code: str, message: str, hint: str = "") -> None:
        self.problems.append(_problem(self.path, node.line, node.column, code, message, hint))


def _scalar(event: Any) -> Node:  # noqa: ANN401
    mark = event.start_mark
    raw: str = event.value
    value: bool | int | float | str | None = raw
    if not event.style:
        if raw in _CONSTANTS:
            value = _CONSTANTS[raw]
        elif _INTEGER.fullmatch(raw):
            value = int(raw)
        elif _NUMBER.fullmatch(raw):
            number = float(raw)
            value = number if math.isfinite(number) else raw
    return Node(
        Shape.SCALAR, mark.line + 1, mark.column + 1, mark.index, event.end_mark.index, value, raw
    )


def _problem(  # noqa: PLR0913, PLR0917 -- the parts of a Problem, in their order
    path: str, line: int, column: int, code: str, message: str, hint: str = ""
) -> Problem:
    return Problem(path=path, line=line, column=column, code=code, message=message, hint=hint)


# What the parser says, and what an editor has to type. The first that fits wins.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "found a colon inside a text",
        'Put the text in double quotes: title: "Sommet : suite".',
    ),
    ("could not find expected ':'", "found a line that is no field", 'Write it as "name: value".'),
    (
        "cannot start any token",
        "found a character that cannot begin a value",
        "Indent with spaces, not tabs, and put text that begins with @, ` or % in double quotes.",
    ),
    (
        "did not find expected key",
        "found a line whose indentation fits nothing above it",
        'Align it with the fields around it; a quote inside a quoted text is written \\".',
    ),
    (
        "did not find expected '-' indicator",
        "found a line that is no list item",
        "Begin it with -.",
    ),
    ("unexpected end", "found the end of the file inside a quoted text", "Close the quote."),
    (
        "did not find expected ',' or",
        "found a list in brackets that does not go on",
        "Put a comma between its items and ] or } at its end.",
    ),
    ("unknown escape", "found a backslash", "Write it twice, or use single quotes."),
    (
        "block sequence entries are not allowed",
        "found a list item where none can stand",
        "Begin it on a line of its own, two spaces deeper than the field's name.",
    ),
)


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", "") or error)
    if mark is None:
        bad = getattr(error, "position", None)
        before = text[:bad] if isinstance(bad, int) else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = "found a control character, which no text needs"
        return _problem(path, line, column, "yaml-character", message, "Delete it.")
    for sign, message, hint in _EXPLANATIONS:
        if sign in said:
            return _problem(path, mark.line + 1, mark.column + 1, "yaml-syntax", message, hint)
    return _problem(path, mark.line + 1, mark.column + 1, "yaml-syntax", f"cannot be read: {said}")
