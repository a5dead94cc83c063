"""What is wrong with one file while it is read, and the words to say it in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import Problem
from generator.record.mends import close_to
from generator.record.strict_yaml import Node, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import Mend

MAX_SHOWN = 80  # code points of a value that a message repeats


@dataclass(slots=True)
class Faults:
    """Collects what is wrong with one file while it is read."""

    path: str
    text: str = ""
    """The file as it is read; without it, nothing in it can be mended."""
    problems: list[Problem] = field(default_factory=list)

    def add(
        self, node: Node, code: str, message: str, hint: str = "", *, mend: Mend | None = None
    ) -> None:
        """Report a problem at a node; with a mend where there is one certain answer."""
        self.problems.append(
            Problem(
                path=self.path,
                line=node.line,
                column=node.column,
                code=code,
                message=message,
                hint=hint,
                mend=mend,
            )
        )


def did_you_mean(found: str, choices: Iterable[str]) -> str:
    """Return the hint for a word that is close to one or two choices, or an empty string."""
    close = " or ".join(f'"{choice}"' for choice in close_to(found, choices))
    return f"Did you mean {close}?" if close else ""


def found(node: Node) -> str:
    """Say what stands at a node, for a message."""
    if node.shape is not Shape.SCALAR:
        return f"found a {node.shape}"
    if node.value is None:
        return "found nothing"
    return f'found "{node.raw if len(node.raw) <= MAX_SHOWN else node.raw[:MAX_SHOWN] + "…"}"'
