"""A text without quotes that stops YAML, put between quotes where it can only be a text.

People type `title: Sommet : suite`, `publisher: &Co` and `role: @home`. A line is certain when each
colon in it stands as French prose has it, after a space: `place: xian type: visit` may be two
fields on one line, and so is for a person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Mend
from generator.record.strict_yaml import parse_yaml

if TYPE_CHECKING:
    from generator.errors import Problem

_CODES = {"yaml-syntax", "yaml-anchor", "yaml-alias", "yaml-tag"}
_LINE = re.compile(
    r"(?P<key>(?P<indent> {0,100}(?:- {1,9}){0,20})[a-z_]{1,40} {0,9}: {1,100})"
    r"(?P<value>\S(?:[^\n]*\S)?)[ \t]*"
)
_SIGNS = "&*!@`%"  # that mean something to YAML at the start of a value
_UNFIT = re.compile(r"^[\"'\[{|>#]|[\"\\]|\s#|[,\]}]$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_NO_PROSE = re.compile(r"\S:(?:\s|$)")


def with_quotes(text: str, problem: Problem) -> Problem:
    """Return a problem of a file's YAML with the mend that puts a text between quotes, if any.

    Args:
        text: the file as it is read.
        problem: what `parse_yaml` said of it.
    """
    lines = text.split("\n")
    if problem.code not in _CODES or problem.line > len(lines):
        return problem
    found = _LINE.fullmatch(lines[problem.line - 1])
    following = next((line for line in lines[problem.line :] if line.strip()), "")
    if not found or not _is_one_text(found["value"]) or _goes_on(found["indent"], following):
        return problem
    before = sum(len(line) + 1 for line in lines[: problem.line - 1])
    start, end = before + found.start("value"), before + found.end("value")
    mend = Mend(start=start, end=end, text=f'"{found["value"]}"')
    _, left = parse_yaml(text[:start] + mend.text + text[end:], problem.path)
    helps = all(other.line > problem.line for other in left)
    return replace(problem, mend=mend) if helps else problem


def _is_one_text(value: str) -> bool:
    """Say whether a value can be nothing but a text that somebody forgot to put between quotes."""
    stops = value[0] in _SIGNS or re.search(r"\s:(?:\s|$)", value)
    return bool(stops) and not _UNFIT.search(value) and not _NO_PROSE.search(value)


def _goes_on(indent: str, following: str) -> bool:
    """Say whether the next line may belong to the value."""
    return len(following) - len(following.lstrip(" \t")) > len(indent)
