"""What is wrong with one file while it is read, and the phrases to say it in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.record.mends import close_to
from generator.record.messages import make_problem, phrase, say
from generator.record.strict_yaml import Node, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import Mend, Problem, Said

MAX_SHOWN = 80  # code points of a value that a message repeats


@dataclass(slots=True)
class Faults:
    """Collects what is wrong with one file while it is read."""

    path: str
    text: str = ""
    """The file as it is read; without it, nothing in it can be mended."""
    problems: list[Problem] = field(default_factory=list)
    errors: int = 0
    """How many of the problems are no warnings."""

    def add(
        self,
        node: Node,
        said: str | Said,
        *,
        advice: Said | None = None,
        mend: Mend | None = None,
        severity: str = "error",
    ) -> None:
        """Report a problem at a node.

        Args:
            node: what it is about.
            said: as in `make_problem`.
            advice: what to type; by default the hint that goes with the message, if any.
            mend: where there is one certain answer.
            severity: as in `Problem`.
        """
        place = self.path, node.line, node.column
        length = shown_length(node, self.text)
        self.take(
            make_problem(place, said, length=length, advice=advice, mend=mend, severity=severity)
        )

    def take(self, problem: Problem) -> None:
        """Keep a problem that somebody else has found."""
        self.problems.append(problem)
        self.errors += problem.severity == "error"


def shown_length(node: Node, text: str) -> int:
    """Return how many code points of its line a node takes; a mapping and a list take one."""
    if node.shape is not Shape.SCALAR:
        return 1
    source = text[node.start : node.end] if text else node.raw
    return max(len(source.split("\n", 1)[0].rstrip()), 1)


def close(found: str, choices: Iterable[str]) -> Said | None:
    """Return the hint for a word that is close to one or two choices; None for another."""
    near = close_to(found, choices)
    if not near:
        return None
    one, *others = near
    return phrase("you-mean.two", one=one, other=others[0]) if others else perhaps(one)


def perhaps(meant: str) -> Said | None:
    """Return the hint that names a guess; None without one."""
    return phrase("you-mean.one", one=meant) if meant else None


def did_you_mean(found: str, choices: Iterable[str]) -> str:
    """Return the hint for a word that is close to one or two choices, in English, or nothing."""
    said = close(found, choices)
    return say(said) if said else ""


def found(node: Node) -> Said:
    """Say what stands at a node, for a message."""
    if node.shape is not Shape.SCALAR:
        return phrase(f"found.{node.shape}")
    if node.value is None:
        return phrase("found.nothing")
    return phrase("found.text", text=shorten(node.raw))


def shorten(text: str) -> str:
    """Return as much of a text as a message repeats."""
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
