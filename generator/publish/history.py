"""When each record was added and changed, from one pass over the repository's history.

The only clock of the site: nothing here depends on the day of the build.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "content"
_MARK = "\x1e"  # before each commit; no name of a file and no subject has it
_FORMAT = f"{_MARK}%H%x1f%cI%x1f%s"
PATIENCE = 120  # seconds; 100,000 commits took 8 on an ordinary machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One commit that touched a file."""

    commit: str
    when: datetime
    """In UTC."""
    subject: str
    """First line of its message; anybody may have written it."""
    path: str
    """POSIX path of the file in that commit, below the project's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The commits that touched each file."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """POSIX path of a file as it is called now → its commits, the newest first."""

    def of(self, path: str) -> tuple[Change, ...]:
        """Return the commits that touched a file, the newest first; none when it is new."""
        return self.changes.get(path, ())


def read_history(root: Path) -> History:
    """Read the history of the records.

    Args:
        root: the project's root, which need not be the repository's.

    Returns:
        Nothing where there is no git or no repository: a site can do without.
    """
    command = (
        *("git", "-c", "core.quotePath=false", "log", "--no-merges", "--no-ext-diff"),
        *("--name-status", "-M", "--relative", f"--format={_FORMAT}", "--", FOLDER),
    )
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed command; no text of a stranger is in it
            command,
            cwd=root,
            env=git_environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return History()
    if done.returncode:
        return History()
    return History(changes=_by_path(done.stdout.decode(errors="replace")))


def git_environment() -> dict[str, str]:
    """Return an environment in which git answers in English, asks nothing and locks nothing."""
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    return {**os.environ, **quiet}


def _by_path(log: str) -> dict[str, tuple[Change, ...]]:
    """Sort the commits by file; from the newest to the oldest, so that names can be followed."""
    found: dict[str, list[Change]] = {}
    now: dict[str, str] = {}  # a name of then → the name of today
    for head, lines in _commits(log):
        renamed: dict[str, str] = {}
        for line in lines:
            status, *names = line.split("\t")
            if not names:
                continue
            today = now.get(names[-1], names[-1])
            found.setdefault(today, []).append(_change(head, names[-1]))
            if status.startswith("R"):
                renamed[names[0]] = today
        now |= renamed
    return {path: tuple(changes) for path, changes in found.items()}


def _commits(log: str) -> Iterator[tuple[str, list[str]]]:
    for block in log.split(_MARK)[1:]:
        head, *lines = block.split("\n")
        yield head, [line for line in lines if line]


def _change(head: str, path: str) -> Change:
    commit, when, subject = head.split("\x1f", 2)
    return Change(
        commit=commit,
        when=datetime.fromisoformat(when).astimezone(UTC),
        subject=subject,
        path=path,
    )
