"""Why a file cannot be read as YAML, in an editor's words and at the place to mend.

The parser says what it did not find and where it gave up, which is often lines below the slip: a
quote that is never closed is noticed at the end of the file. Here the slip itself is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.errors import Said
from generator.record.messages import make_problem

if TYPE_CHECKING:
    from generator.errors import Problem

# Git writes these at the start of a line; a text of several lines is always indented.
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_GLUED = re.compile(r"\s*(?:- +)*(?P<word>(?P<name>[a-z_]+):[^\s/]\S*)")
_VALUE = re.compile(r"\s*(?:- +)*[\w-]+ *: +\S")
_DASH = re.compile(r" *-(?P<rest>[a-z_]+:.*)")
_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_INDENT = re.compile(rf"^ *(?P<spaces>[{_SPACES}][ {_SPACES}]*)")


class Slip(NamedTuple):
    """What was typed wrong, and where."""

    key: str
    line: int
    """1-based, like the column."""
    column: int
    length: int = 1
    fields: tuple[tuple[str, str], ...] = ()
    """What the wording leaves open."""


def find_conflicts(text: str) -> tuple[int, ...]:
    """Return the lines, 1-based, that a merge left for a person to decide."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    return tuple(
        number for number, line in enumerate(text.split("\n"), start=1) if _CONFLICT.match(line)
    )


def explain(error: Any, text: str, path: str) -> Problem:  # noqa: ANN401 -- a yaml.YAMLError
    """Return the problem that stopped the parser."""
    slip = _find_slip(error, text)
    place = path, slip.line, slip.column
    return make_problem(place, Said(slip.key, slip.fields), length=slip.length)


def odd_indent(line: str) -> tuple[int, str] | None:
    """Return the column, 1-based, and the first of the spaces that YAML does not count as one."""
    found = _ODD_INDENT.match(line)
    return (found.start("spaces") + 1, found["spaces"]) if found else None


def _find_slip(error: Any, text: str) -> Slip:  # noqa: ANN401
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        bad = getattr(error, "position", None)
        before = text[:bad] if isinstance(bad, int) else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Slip("yaml-character", line, column)
    said = str(getattr(error, "problem", "") or error)
    if "control characters" in said:
        return Slip("yaml-character", mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    begun = getattr(error, "context_mark", None) or mark
    odd = _odd_space(lines, {mark.line, begun.line, mark.line - 1})
    if odd:
        return odd
    for sign, find in _FINDERS:
        if sign in said:
            slip = find(lines, mark, begun)
            if slip:
                return slip
    return Slip("yaml-syntax.other", mark.line + 1, mark.column + 1)


def _odd_space(lines: list[str], near: set[int]) -> Slip | None:
    for index in sorted(near):
        odd = odd_indent(lines[index]) if 0 <= index < len(lines) else None
        if odd:
            column, spaces = odd
            sign = f"U+{ord(spaces[0]):04X}"
            return Slip("yaml-indent", index + 1, column, len(spaces), (("sign", sign),))
    return None


def _line(lines: list[str], mark: Any) -> str:  # noqa: ANN401
    return lines[mark.line] if mark.line < len(lines) else ""


def _colon(lines: list[str], mark: Any, _begun: Any) -> Slip:  # noqa: ANN401
    """A colon inside a text, or a field below one that has a value already."""
    line = _line(lines, mark)
    if _VALUE.match(line[: mark.column]):
        return Slip("yaml-syntax.colon", mark.line + 1, mark.column + 1)
    start = _indent(line)
    if start:
        length = max(mark.column - start, 1)
        deeper = Slip("yaml-syntax.deeper", mark.line + 1, start + 1, length)
        return _dash(lines, mark.line - 1) or deeper
    return _glued(lines, max(mark.line - 1, 0))  # the text above has swallowed this field


def _no_field(lines: list[str], _mark: Any, begun: Any) -> Slip | None:  # noqa: ANN401
    """A line without a colon, or with no space behind it."""
    return _tab(lines, begun, begun) or _glued(lines, begun.line)


def _glued(lines: list[str], index: int) -> Slip:
    """Return what is wrong with a line that is no field."""
    line = lines[index] if index < len(lines) else ""
    glued = _GLUED.match(line)
    if glued:
        fields = ("word", glued["word"]), ("name", glued["name"])
        column = glued.start("word") + 1
        return Slip("yaml-syntax.space", index + 1, column, len(glued["word"]), fields)
    return Slip("yaml-syntax.field", index + 1, _indent(line) + 1, len(line.strip()) or 1)


def _dash(lines: list[str], index: int) -> Slip | None:
    """Return a list item that is none, for want of a space after its hyphen."""
    line = lines[index] if index >= 0 else ""
    found = _DASH.match(line)
    if not found:
        return None
    return Slip(
        "yaml-syntax.dash", index + 1, _indent(line) + 1, 2, (("rest", found["rest"].rstrip()),)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tab(lines: list[str], mark: Any, _begun: Any) -> Slip | None:  # noqa: ANN401
    line = _line(lines, mark)
    place = _indent(line)
    if line[mark.column : mark.column + 1] == "\t":
        return Slip("yaml-syntax.tab", mark.line + 1, mark.column + 1)
    if line[place : place + 1] == "\t":
        return Slip("yaml-syntax.tab", mark.line + 1, place + 1)
    return None


def _sign(_lines: list[str], mark: Any, _begun: Any) -> Slip:  # noqa: ANN401
    return Slip("yaml-syntax.sign", mark.line + 1, mark.column + 1)


def _key(lines: list[str], mark: Any, _begun: Any) -> Slip:  # noqa: ANN401
    """A line that fits nothing above it, or text behind a quote that closed too early."""
    line = _line(lines, mark)
    before = line[: mark.column].rstrip()
    sign = before[-1:]
    if sign in ('"', "'"):
        if before.count(sign) % 2:
            opened = _opening(lines, mark.line, sign)
            if opened:
                return opened
        return Slip(
            "yaml-syntax.inside", mark.line + 1, mark.column + 1, len(line[mark.column :].rstrip())
        )
    place = mark.line + 1, mark.column + 1
    if line[mark.column : mark.column + 1] in ("]", "}"):
        return Slip("yaml-syntax.close", *place, fields=(("sign", line[mark.column]),))
    if line[mark.column : mark.column + 2] in ("-", "- "):
        return Slip("yaml-syntax.place", *place)
    above = lines[mark.line - 1] if mark.line else ""
    if _VALUE.match(above) and _indent(above) < mark.column:
        return _dash(lines, mark.line - 1) or Slip("yaml-syntax.deeper", *place)
    return Slip("yaml-syntax.indent", mark.line + 1, mark.column + 1)


def _opening(lines: list[str], below: int, sign: str) -> Slip | None:
    """Return where a quote was opened, above a line, and never closed."""
    for index in range(below - 1, -1, -1):
        if lines[index].count(sign) % 2:
            column = lines[index].rfind(sign) + 1
            length = len(lines[index]) - column + 1
            return Slip("yaml-syntax.quote", index + 1, column, length, (("sign", sign),))
    return None


def _quote(lines: list[str], _mark: Any, begun: Any) -> Slip:  # noqa: ANN401
    line = _line(lines, begun)
    sign = line[begun.column : begun.column + 1] or '"'
    length = max(len(line) - begun.column, 1)
    return Slip("yaml-syntax.quote", begun.line + 1, begun.column + 1, length, (("sign", sign),))


def _bracket(lines: list[str], mark: Any, begun: Any) -> Slip:  # noqa: ANN401
    sign = _line(lines, mark)[mark.column : mark.column + 1]
    if (mark.line, mark.column) == (begun.line, begun.column) and sign in ("]", "}"):
        return Slip("yaml-syntax.close", mark.line + 1, mark.column + 1, 1, (("sign", sign),))
    at = begun if mark.line > begun.line else mark
    length = max(len(_line(lines, at)) - at.column, 1) if at is begun else 1
    return Slip("yaml-syntax.bracket", at.line + 1, at.column + 1, length)


def _empty(_lines: list[str], mark: Any, _begun: Any) -> Slip:  # noqa: ANN401
    return Slip("yaml-syntax.empty", mark.line + 1, max(mark.column, 1))


def _at(key: str) -> Any:  # noqa: ANN401 -- a finder
    def find(_lines: list[str], mark: Any, _begun: Any) -> Slip:  # noqa: ANN401
        return Slip(f"yaml-syntax.{key}", mark.line + 1, mark.column + 1)

    return find


# What the parser says, and who looks for the slip behind it. The first that finds one wins.
_FINDERS = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_field),
    ("cannot start any token", _tab),
    ("cannot start any token", _sign),
    ("tab character", _tab),
    ("did not find expected key", _tab),
    ("did not find expected key", _key),
    ("did not find expected '-' indicator", _tab),
    ("did not find expected '-' indicator", _at("item")),
    ("unexpected end", _quote),
    ("unexpected document indicator", _quote),
    ("did not find expected ',' or", _bracket),
    ("did not find expected node content", _bracket),
    ("escape", _at("escape")),
    ("hexdecimal", _at("escape")),
    ("block sequence entries are not allowed", _at("place")),
    ("comment or line break", _at("block")),
    ("mapping keys are not allowed", _sign),
    ("alphabetic or numeric character", _empty),
    ("directive", _at("directive")),
    ("<document start>", _tab),
    ("<document start>", _key),
)
