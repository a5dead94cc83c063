"""What problems are called in each language: one file of wordings for each, keyed alike.

A problem is made without words (`errors.Said`); here it gets them. `$name` in a wording stands for
what somebody typed, or for a phrase that is worded in the same language. What somebody typed is
shown with its invisible characters named, so that it can neither hide nor steer a terminal.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import FIXABLE, Problem, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.errors import Mend

LANGUAGES = ("en", "fr")
HINT = ".hint"  # ends the key of what to type; the message has the key itself
_FIELD = re.compile(r"\$([a-z]+)")
# Control characters, and those that cannot be seen or turn the direction of text around.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def phrase(key: str, **fields: str | int | Said) -> Said:
    """Make something to say; numbers are written as people write them in code, in digits."""
    return Said(key, tuple((n, v if isinstance(v, Said) else str(v)) for n, v in fields.items()))


def say(said: Said, language: str = "en") -> str:
    """Word something in a language.

    Raises:
        KeyError: there is no such wording, or it names a field that is not given.
    """
    fields = dict(said.fields)

    def put(match: re.Match[str]) -> str:
        value = fields[match[1]]
        return say(value, language) if isinstance(value, Said) else visible(value)

    return _FIELD.sub(put, wordings(language)[said.key])


def make_problem(  # noqa: PLR0913 -- the parts of a Problem
    place: tuple[str, int, int],
    said: str | Said,
    *,
    length: int = 1,
    severity: str = "error",
    advice: Said | None = None,
    mend: Mend | None = None,
) -> Problem:
    """Make a problem of what is to be said of it.

    Args:
        place: path, line and column.
        said: the message, or its key where it leaves nothing open; the problem's code is what
            stands before the point in the key.
        length: code points of the line that it is about.
        severity: as in `Problem`.
        advice: what to type; by default the hint that goes with the message, if any.
        mend: as in `Problem`.
    """
    said = Said(said) if isinstance(said, str) else said
    if advice is None and has_hint(said.key):
        advice = Said(said.key + HINT, said.fields)
    path, line, column = place
    return Problem(
        path=path,
        line=line,
        column=column,
        code=said.key.partition(".")[0],
        message=say(said),
        hint=say(advice) if advice else "",
        severity=severity,
        length=length,
        said=said,
        advice=advice,
        mend=mend,
    )


def has_hint(key: str) -> bool:
    """Say whether a message has a fixed hint of its own."""
    return key + HINT in wordings("en")


def visible(text: str) -> str:
    """Return a text with the characters named that nobody can see."""
    return UNSEEN.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", text)


def message_of(problem: Problem, language: str) -> str:
    """Return a problem's message in a language; in English where it has no other."""
    return say(problem.said, language) if problem.said else problem.message


def hint_of(problem: Problem, language: str) -> str:
    """Return what to type, in a language; empty when there is no good guess."""
    return say(problem.advice, language) if problem.advice else problem.hint


def sentence_of(problem: Problem, language: str) -> str:
    """Return a problem's message and hint and whether `timeline fix` mends it, as one text."""
    message, hint = message_of(problem, language), hint_of(problem, language)
    parts = [f"{message}." if hint else message, hint]
    if problem.mend:
        parts.append(FIXABLE if language == "en" else f"({say(Said('fixable'), language)})")
    return " ".join(part for part in parts if part)


def line_of(problem: Problem, language: str) -> str:
    """Return a problem in one line, its place first."""
    place = f"{visible(problem.path)}:{problem.line}:{problem.column}: [{problem.code}]"
    label = f"{say(Said('warning'), language)} " if problem.severity == "warning" else ""
    return f"{place} {label}{sentence_of(problem, language)}"


@cache
def wordings(language: str) -> Mapping[str, str]:
    """Return the wordings of a language: key → text with fields."""
    path = Path(__file__).with_name(f"{language}.toml")
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8")), ""))


def _flat(table: Mapping[str, object], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, str):
            key = before if name == "message" else f"{before}.{name}" if before else name
            found.append((key, value))
        elif isinstance(value, dict):
            found += _flat(value, f"{before}.{name}" if before else name)
    return found
