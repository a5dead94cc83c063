"""Records as they were at an earlier point of the repository's history."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.publish.history import FOLDER, PATIENCE, git_environment
from generator.record.difference import differences
from generator.record.model import Event
from generator.record.schema import KINDS
from generator.record.store import read_content, read_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.history import Change, History
    from generator.record.model import Content, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change of an event after it came to the site."""

    change: Change
    old: Event
    new: Event


def read_revision(root: Path, revision: str) -> Content:
    """Return all records as a revision has them; those that were broken then are missing.

    Args:
        root: the project's root.
        revision: as git takes it: ``HEAD``, ``origin/main``, a commit.

    Raises:
        UsageError: there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise UsageError(f'"{revision}" is no revision')
    top = _git(root, "rev-parse", "--show-prefix", revision="HEAD").decode().strip()
    tree = f"{revision}:{top}" if top else revision
    archive = _git(root, "archive", "--format=tar", tree, FOLDER, revision=revision)
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        return read_content(Path(folder)).content


def _git(root: Path, *words: str, revision: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 -- no shell; a revision never begins with a hyphen
            ["git", *words],  # noqa: S607 -- whichever git the person has
            cwd=root,
            env=git_environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except FileNotFoundError as error:
        raise UsageError("git is needed to compare with earlier records: install it") from error
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", b"") or b""
        reason = said.decode(errors="replace").strip().splitlines()
        detail = f" ({reason[-1]})" if reason else ""
        message = f'"{revision}" cannot be read from the repository{detail}'
        raise UsageError(message) from error
    return done.stdout


def read_corrections(
    root: Path, history: History, events: Mapping[str, str], most: int
) -> tuple[Correction, ...]:
    """Return the last changes of events, with the record before and after each.

    Args:
        root: the project's root.
        history: when files changed.
        events: id of an event → POSIX path of its file.
        most: how many at most, the newest first.
    """
    pairs = [
        (after, before, identifier)
        for identifier, path in events.items()
        for after, before in zip(history.of(path), history.of(path)[1:], strict=False)
    ]
    pairs.sort(key=lambda pair: (pair[0].when, pair[2]), reverse=True)
    wanted = [change for pair in pairs[: 2 * most] for change in pair[:2]]
    found = _read_files(root, wanted)
    corrections = []
    for after, before, _ in pairs[: 2 * most]:
        old = found.get((before.commit, before.path))
        new = found.get((after.commit, after.path))
        # A change of layout, or of the extractor's mark, is none for a reader.
        if isinstance(old, Event) and isinstance(new, Event) and differences(old, new):
            corrections.append(Correction(change=after, old=old, new=new))
    return tuple(corrections[:most])


def _read_files(root: Path, changes: Iterable[Change]) -> dict[tuple[str, str], Record]:
    """Return records by commit and path, from one run of git; broken ones are missing."""
    wanted = list(dict.fromkeys((change.commit, change.path) for change in changes))
    if not wanted:
        return {}
    asked = "".join(f"{commit}:./{path}\n" for commit, path in wanted)
    try:
        done = subprocess.run(
            ["git", "cat-file", "--batch"],  # noqa: S607
            cwd=root,
            env=git_environment(),
            input=asked.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    out, found, place = done.stdout, {}, 0
    for commit, path in wanted:
        head, _, _ = out[place : place + 4096].partition(b"\n")
        place += len(head) + 1
        if not head.split(b" ")[-1].isdigit():  # "… missing"
            continue
        size = int(head.split(b" ")[-1])
        text, place = out[place : place + size], place + size + 1
        kind = KINDS.get(PurePosixPath(path).parts[1])
        record = kind and read_record(kind, path, text.decode("utf-8-sig", "replace"))[0]
        if record:
            found[commit, path] = record
    return found
