"""Problems on a pull request: as many as a forge shows on the lines, and all of them in a list.

A forge shows ten errors and ten warnings of a step and drops the rest without a word. So where
there are more, those of one file become one note, files that the change touches come first, and the
last note says how many are left.

Source: GitHub Actions, workflow commands; the limits of annotations are told in
https://github.com/actions/toolkit/pull/734.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.messages import sentence_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from generator.errors import Problem

SHOWN = 10  # notes of one severity
LISTED = 5  # problems that the note of a file repeats
MAX_ROWS = 1_000  # of the list; a summary of a step may have 1 MiB


def annotate(
    problems: Sequence[Problem], touched: Container[str] = (), language: str = "en"
) -> tuple[str, ...]:
    """Return the notes for a forge, at most `SHOWN` errors and as many warnings.

    Args:
        problems: sorted by place.
        touched: paths of the files that the change touches: they come first.
        language: of the messages.
    """
    return tuple(
        line
        for severity in ("error", "warning")
        for line in _notes(
            [p for p in problems if p.severity == severity], severity, touched, language
        )
    )


def _notes(
    problems: list[Problem], severity: str, touched: Container[str], language: str
) -> Iterator[str]:
    ordered = sorted(problems, key=lambda each: (each.path not in touched, each))
    if len(ordered) <= SHOWN:
        yield from (_command(severity, each, sentence_of(each, language)) for each in ordered)
        return
    files: dict[str, list[Problem]] = {}
    for each in ordered:
        files.setdefault(each.path, []).append(each)
    shown = list(files.values())
    kept = shown if len(shown) <= SHOWN else shown[: SHOWN - 1]
    yield from (_command(severity, found[0], _together(found, language)) for found in kept)
    left = shown[len(kept) :]
    if left:
        count = sum(map(len, left))
        more = f"and {count} more in {len(left)} files: the summary of this step lists them all"
        yield _command(severity, left[0][0], more)


def _together(found: list[Problem], language: str) -> str:
    if len(found) == 1:
        return sentence_of(found[0], language)
    lines = [f"line {each.line}: {sentence_of(each, language)}" for each in found[:LISTED]]
    more = [f"and {len(found) - LISTED} more"] if len(found) > LISTED else []
    return "\n".join((f"{len(found)} problems in this file", *lines, *more))


def _command(severity: str, problem: Problem, message: str) -> str:
    """Write a note as a workflow command, escaped so that no record can smuggle one in."""
    place = f"file={_escape(problem.path, ':,')},line={problem.line},col={problem.column}"
    return f"::{severity} {place},title={problem.code}::{_escape(message)}"


def _escape(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
