"""Problems in the form that was asked for: for a person, a forge, a program or a code scanner."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.cli.excerpt import excerpt
from generator.record.messages import hint_of, line_of, message_of, sentence_of
from generator.record.store import as_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.errors import Mend, Problem

    Lines = Callable[[str], list[str]]
    """Path of a file → its lines as they are read."""

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_REGION = ("startLine", "startColumn", "endLine", "endColumn")


def render_report(problems: tuple[Problem, ...], style: str, language: str, root: Path) -> str:
    """Return problems as text.

    Args:
        problems: sorted by place.
        style: ``text``, ``github``, ``json`` or ``sarif``.
        language: of the messages, ``en`` or ``fr``.
        root: the project's folder, where the excerpts are read.
    """

    @cache
    def lines(path: str) -> list[str]:
        return _read_lines(root / path)

    return "\n".join(_RENDERERS[style](problems, language, lines))


def _read_lines(path: Path) -> list[str]:
    try:
        return as_read(path.read_bytes()).split("\n")
    except (OSError, UnicodeDecodeError):
        return []  # a file that cannot be read shows no excerpt: its problem says so


def _text(problems: tuple[Problem, ...], language: str, lines: Lines) -> Iterator[str]:
    for problem in problems:
        yield line_of(problem, language)
        yield from excerpt(lines(problem.path), problem)


def _json(problems: tuple[Problem, ...], language: str, _lines: Lines) -> Iterator[str]:
    listed = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "length": problem.length,
            "code": problem.code,
            "severity": problem.severity,
            "message": message_of(problem, language),
            "hint": hint_of(problem, language),
            "fixable": bool(problem.mend),
        }
        for problem in problems
    ]
    yield json.dumps(listed, ensure_ascii=False, indent=2)


def _github(problems: tuple[Problem, ...], language: str, _lines: Lines) -> Iterator[str]:
    """Write problems as workflow commands, which a forge shows on their lines.

    Source: GitHub Actions, workflow commands: percent, line ends and, in properties, commas and
    colons are escaped, so that no record can smuggle in a command of its own.
    """

    def escape(text: str, more: str = "") -> str:
        for sign in "%\r\n" + more:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    for problem in problems:
        end = problem.column + problem.length
        place = f"file={escape(problem.path, ':,')},line={problem.line},endLine={problem.line}"
        place = f"{place},col={problem.column},endColumn={end},title={problem.code}"
        yield f"::{problem.severity} {place}::{escape(sentence_of(problem, language))}"


def _sarif(problems: tuple[Problem, ...], language: str, lines: Lines) -> Iterator[str]:
    """Write problems for code scanners: the Static Analysis Results Interchange Format 2.1.0."""
    from importlib.metadata import version

    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "timeline",
        "version": version("timeline-publisher"),
        "rules": [{"id": code} for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The project's folder."}}},
        "results": [_result(problem, codes, language, lines) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem, codes: list[str], language: str, lines: Lines) -> Mapping[str, Any]:
    file = {"uri": quote(problem.path), "uriBaseId": "ROOT"}
    region = (problem.line, problem.column, problem.line, problem.column + problem.length)
    print_of = f"{problem.path}\0{problem.code}\0{problem.message}".encode(errors="replace")
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": sentence_of(problem, language)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": file,
                    "region": dict(zip(_REGION, region, strict=True)),
                }
            }
        ],
        "partialFingerprints": {"timeline/v1": hashlib.sha256(print_of).hexdigest()},
    }
    if problem.mend and not problem.mend.raw:
        replacement = _replacement(problem.mend, lines(problem.path))
        change = {"artifactLocation": file, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _replacement(mend: Mend, lines: list[str]) -> Mapping[str, Any]:
    region = (*_place(mend.start, lines), *_place(mend.end, lines))
    return {
        "deletedRegion": dict(zip(_REGION, region, strict=True)),
        "insertedContent": {"text": mend.text},
    }


def _place(offset: int, lines: list[str]) -> tuple[int, int]:
    """Return line and column of an offset of a text, both from 1."""
    for number, line in enumerate(lines, start=1):
        if offset <= len(line):
            return number, offset + 1
        offset -= len(line) + 1
    return max(len(lines), 1), 1


_RENDERERS = {"text": _text, "json": _json, "github": _github, "sarif": _sarif}
STYLES = tuple(_RENDERERS)
