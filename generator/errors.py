"""Two kinds of fault: a Problem is a value about the data, an exception is about the run.

TimelineError           anything this package raises on purpose
├── UsageError          the command was asked for something it cannot do
├── ExchangeError       a file of another program that cannot be read
├── ArticleError        an article that cannot be read: its reason says what to do
├── ContentError        records with problems, where the caller asked for records without
└── StoreError          a file that could not be read, locked or written
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


FIXABLE = "(fixable: timeline fix)"


@dataclass(frozen=True, slots=True)
class Said:
    """Something to say, in no language yet: `record/messages` has the words of each language."""

    key: str
    """Of its wording: the code of a problem and a case of it, such as ``yaml-syntax.colon``."""
    fields: tuple[tuple[str, str | Said], ...] = ()
    """What the wording leaves open: texts as they are typed, and phrases inside the phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """The one certain answer to a problem: a piece of its file, and what comes in its place."""

    start: int
    """Offset in code points of the file as it is read: no byte order mark, line feeds only."""
    end: int
    """Exclusive."""
    text: str
    raw: bool = False
    """The offsets are of the file as it lies on the disk, byte order mark and line ends too."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One fault in one file, placed like a compiler's message."""

    path: str
    """POSIX path relative to the project's root."""
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    code: str
    """Stable kebab-case name, listed in docs/problems.md."""
    message: str
    """What was found and what was expected, in one English sentence."""
    hint: str = ""
    """What to type instead, in English; empty when there is no good guess."""
    severity: str = "error"
    """``error`` or ``warning``; only errors make ``timeline check`` exit 1."""
    length: int = field(default=1, compare=False)
    """Code points of the line that it is about, from the column on."""
    said: Said | None = field(default=None, compare=False)
    """The message, to be said in another language; None where it is known in English only."""
    advice: Said | None = field(default=None, compare=False)
    """The hint, to be said in another language."""
    mend: Mend | None = field(default=None, compare=False)
    """What ``timeline fix`` does about it; None where a person has to decide."""

    def __str__(self) -> str:
        """Return the one-line form, place first."""
        label = "" if self.severity == "error" else f"{self.severity}: "
        text = f"{self.path}:{self.line}:{self.column}: [{self.code}] {label}{self.message}"
        text = f"{text}. {self.hint}" if self.hint else text
        return f"{text} {FIXABLE}" if self.mend else text


class TimelineError(Exception):
    """Anything this package raises on purpose; printed without a traceback by the command."""


class UsageError(TimelineError):
    """The command was asked for something it cannot do."""


class ExchangeError(TimelineError):
    """A file of another program that cannot be read; its text says what to do."""


class ArticleError(TimelineError):
    """An article that cannot be read or holds no text.

    Attributes:
        path: the file as the user named it.
        reason: what is wrong and what to do about it.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the file and the reason apart, so that a caller can sort by either."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ContentError(TimelineError):
    """Records with problems, where the caller asked for records without."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Carry every problem, sorted by place."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class StoreError(TimelineError):
    """A file that could not be read, locked or written."""
