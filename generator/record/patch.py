"""A changed record into the file that a person wrote: what does not differ stays, byte for byte.

Writing a record anew would lose comments, quotes and the order that somebody gave it. Here the file
is read with the place of every node, and only the values that differ are put in, added or taken
out. The result is read again and must be the record that was meant; otherwise nothing is returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.errors import ContentError, StoreError
from generator.record.render import is_absent, quote, render_field, render_item, render_scalar
from generator.record.rules import ListRule, MapRule, ObjectRule, TextsRule
from generator.record.store import read_record
from generator.record.strict_yaml import Node, Shape, parse_yaml
from generator.record.values import TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Record
    from generator.record.rules import Rule
    from generator.record.schema import Kind

_BOM = "\ufeff"
_FLOW_SAFE = re.compile(r"[A-Za-z0-9_.+-]+|\".*\"|'.*'", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """A piece of a text and what comes in its place."""

    start: int
    """Offset in code points of the file, without a byte order mark."""
    end: int
    """Exclusive; equal to ``start`` where something is only added."""
    text: str


def patch_record(kind: Kind, path: str, text: str, record: Record) -> str:
    """Return the text of a file, changed so that it says what a record says.

    Args:
        kind: what it is.
        path: POSIX path of the file; its stem is the id.
        text: the file as it stands, with its own line ends.
        record: what it shall say; lists may have grown at their end, not shrunk.

    Raises:
        ContentError: the file has problems, or it would have with the change.
        StoreError: it is written in a way that cannot be changed without rewriting it.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    splices = find_splices(kind, path, text, record)
    patched = apply_splices(text, splices)
    found, problems = read_record(kind, path, patched.replace("\r\n", "\n"))
    if problems:
        raise ContentError(problems)
    if found != record:
        raise StoreError(f"{path}: is written in a way that only a person can change")
    return mark + patched


def find_splices(kind: Kind, path: str, text: str, record: Record) -> tuple[Splice, ...]:
    """Return what has to change in a text, in its order.

    Raises:
        ContentError: the file has problems.
        StoreError: it cannot be changed piece by piece.
    """
    old, problems = read_record(kind, path, text.replace("\r\n", "\n"))
    node, _ = parse_yaml(text, path)
    if old is None or node is None:
        raise ContentError(problems)
    found = _object(_File(path, text), node, old, record, kind.rule)
    return tuple(sorted(found, key=lambda splice: (splice.start, splice.end)))


def apply_splices(text: str, splices: tuple[Splice, ...]) -> str:
    """Return a text with pieces exchanged; splices are in its order and do not overlap."""
    parts, place = [], 0
    for splice in splices:
        parts += [text[place : splice.start], splice.text]
        place = splice.end
    return "".join((*parts, text[place:]))


# ------------------------------------------------------------------ what differs


@dataclass(frozen=True, slots=True)
class _Entry:
    """One field with its value before and after; None where there is none."""

    name: str
    rule: Rule
    old: Any
    new: Any


def _object(file: _File, node: Node, old: Any, new: Any, rule: ObjectRule) -> Iterator[Splice]:  # noqa: ANN401
    entries = []
    for item in rule.fields:
        name = item.attribute or item.name
        pair = [getattr(value, name) for value in (old, new)]
        before, after = (None if is_absent(value, item) else value for value in pair)
        entries.append(_Entry(item.name, item.rule, before, after))
    yield from _entries(file, node, entries)


def _texts(file: _File, node: Node, old: Any, new: Any) -> Iterator[Splice]:  # noqa: ANN401
    keys = dict.fromkeys((*old, *new))
    rule = TextRule()
    yield from _entries(file, node, [_Entry(k, rule, old.get(k), new.get(k)) for k in keys])


def _entries(file: _File, node: Node, entries: list[_Entry]) -> Iterator[Splice]:
    there = set(node.keys())
    kept = [e.name for e in entries if e.name in there and e.new is not None and e.old is not None]
    if not kept:
        raise file.refusal(node, "nothing of this would stay")
    before: list[str] = []
    for entry in entries:
        value = node.get(entry.name)
        if entry.name in kept:
            before.append(entry.name)
        if entry.old == entry.new:
            continue
        if value is None:
            yield file.added(node, before[-1] if before else kept[-1], entry)
        elif entry.new is None:
            yield file.removed(node, entry.name, kept)
        else:
            yield from _value(file, value, entry)


def _value(file: _File, node: Node, entry: _Entry) -> Iterator[Splice]:
    rule = entry.rule
    if isinstance(rule, ObjectRule):
        yield from _object(file, node, entry.old, entry.new, rule)
    elif isinstance(rule, TextsRule | MapRule):
        yield from _texts(file, node, entry.old, entry.new)
    elif isinstance(rule, ListRule):
        if len(entry.new) < len(entry.old):
            raise file.refusal(node, f"nothing can be taken out of {entry.name}")
        for item, old, new in zip(node.items, entry.old, entry.new, strict=False):
            if old != new:
                yield from _value(file, item, _Entry(entry.name, rule.item, old, new))
        if len(entry.new) > len(entry.old):
            yield file.appended(node, entry.new[len(entry.old) :], rule.item)
    else:
        start, end = node.start, file.end_of(node)
        text = _as_quoted(file.text[start:end], render_scalar(entry.new, rule), entry.new)
        comment = file.header_comment(node)
        yield Splice(start=start, end=end, text=f"{text}  {comment}" if comment else text)


def _as_quoted(old: str, new: str, value: Any) -> str:  # noqa: ANN401
    """Return a value in the quotes that the person took, where it can stand in them."""
    inner = new[1:-1] if new.startswith('"') else new
    if old.startswith("'") and new.startswith('"') and not set("'\\") & set(inner):
        return f"'{inner}'"
    if new == value and old.startswith(("'", '"')):
        return f"{old[0]}{inner}{old[0]}"
    return new


# ------------------------------------------------------------------ where it goes


@dataclass(frozen=True, slots=True)
class _File:
    """The text of a file, and where in it something can be put or taken out."""

    path: str
    text: str

    @property
    def newline(self) -> str:
        """Return the line end that the file has."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def refusal(self, node: Node, why: str) -> StoreError:
        """Return what to raise where a change needs a person."""
        return StoreError(f"{self.path}:{node.line}:{node.column}: {why}; do it by hand")

    def is_flow(self, node: Node) -> bool:
        """Say whether a mapping or list is written in brackets."""
        return self.text[node.start : node.start + 1] in {"{", "["}

    def end_of(self, node: Node) -> int:
        """Return where a node's last character ends; the parser counts comments behind it in."""
        if node.shape is Shape.SCALAR:
            return node.start + len(self.text[node.start : node.end].rstrip())
        inner = node.pairs[-1][1] if node.pairs else node.items[-1] if node.items else None
        return node.end if inner is None or self.is_flow(node) else self.end_of(inner)

    def header_comment(self, node: Node) -> str:
        """Return the comment behind the sign that opens a text of several lines."""
        header = re.compile(r"[|>][^\s#]*[ \t]+(#[^\r\n]*)").match(self.text, node.start)
        return header[1] if header and node.shape is Shape.SCALAR else ""

    def added(self, node: Node, after: str, entry: _Entry) -> Splice:
        """Return a new field of a mapping, behind another one."""
        place = next(value for key, value in node.pairs if key.raw == after)
        if self.is_flow(node):
            at = self.end_of(place)
            text = f", {entry.name}: {_flow(entry.new, entry.rule)}"
            return Splice(start=at, end=at, text=text)
        indent = " " * (node.column - 1)
        lines = render_field(entry.name, entry.new, entry.rule, indent)
        return self._lines(self.end_of(place), len(indent), lines)

    def appended(self, node: Node, values: tuple[Any, ...], rule: Rule) -> Splice:
        """Return new items at the end of a list."""
        at = self.end_of(node.items[-1])
        if self.is_flow(node):
            text = "".join(f", {_flow(value, rule)}" for value in values)
            return Splice(start=at, end=at, text=text)
        indent = " " * (node.column - 1)
        lines = [line for value in values for line in render_item(value, rule, indent)]
        return self._lines(at, len(indent), iter(lines))

    def _lines(self, after: int, indent: int, lines: Iterator[str]) -> Splice:
        """Return lines of their own behind an offset and the comments that belong to it."""
        at = self._line_end(after)
        # A comment that is deeper than the new lines speaks of what stands above it.
        comments = re.compile(rf"(?:[ \t]*\r?\n)*\r?\n {{{indent + 1},}}#[^\r\n]*")
        while comment := comments.match(self.text, at):
            at = comment.end()
        return Splice(start=at, end=at, text="".join(self.newline + line for line in lines))

    def _line_end(self, offset: int) -> int:
        """Return where a line ends, before its line feed."""
        found = re.compile(r"\r?\n|\r?\Z").search(self.text, offset)
        return found.start() if found else len(self.text)

    def removed(self, node: Node, name: str, kept: list[str]) -> Splice:
        """Return a field taken out: with its line, unless somebody wrote a comment there."""
        index = [key.raw for key, _ in node.pairs].index(name)
        key, value = node.pairs[index]
        end = self.end_of(value)
        if value.shape is not Shape.SCALAR:
            raise self.refusal(value, f"{name} is more than one value and cannot be taken out")
        if self.is_flow(node):
            return self._removed_from_flow(node, index, kept)
        if comment := self.header_comment(value):
            return Splice(start=key.start, end=end, text=comment)
        start = self.text.rfind("\n", 0, key.start) + 1
        stop = self._line_end(end)
        if self.text[start : key.start].strip(" ") or self.text[end:stop].strip():
            rest = len(self.text[end:stop]) - len(self.text[end:stop].lstrip(" \t"))
            return Splice(start=key.start, end=end + rest, text="")
        return Splice(start=max(0, start - len(self._break_before(start))), end=stop, text="")

    def _break_before(self, start: int) -> str:
        return "\r\n" if self.text[max(0, start - 2) : start] == "\r\n" else "\n" * (start > 0)

    def _removed_from_flow(self, node: Node, index: int, kept: list[str]) -> Splice:
        names = [key.raw for key, _ in node.pairs]
        if any(name in kept for name in names[:index]):
            start, end = self.end_of(node.pairs[index - 1][1]), self.end_of(node.pairs[index][1])
            gap = self.text[start : node.pairs[index][0].start]
        else:
            start, end = node.pairs[index][0].start, node.pairs[index + 1][0].start
            gap = self.text[self.end_of(node.pairs[index][1]) : end]
        if "#" in gap:
            raise self.refusal(node, f"a comment stands beside {names[index]}")
        return Splice(start=start, end=end, text="")


def _flow(value: Any, rule: Rule) -> str:  # noqa: ANN401
    """Write a value on one line, so that it can stand within brackets."""
    if isinstance(rule, ObjectRule):
        pairs = ((i.name, getattr(value, i.attribute or i.name), i) for i in rule.fields)
        inner = (f"{n}: {_flow(each, i.rule)}" for n, each, i in pairs if not is_absent(each, i))
        return f"{{{', '.join(inner)}}}"
    if isinstance(rule, TextsRule | MapRule):
        return f"{{{', '.join(f'{quote(key)}: {quote(text)}' for key, text in value.items())}}}"
    if isinstance(rule, ListRule):
        return f"[{', '.join(_flow(each, rule.item) for each in value)}]"
    text = render_scalar(value, rule)
    return text if _FLOW_SAFE.fullmatch(text) else quote(text)
