"""Files written whole or not at all, by one command at a time, whatever stops it half-way.

A text goes to a temporary file beside its target, to the disk, and then takes the target's place in
one step: whoever reads sees the old file or the new one. A lock of the operating system keeps a
second command waiting and goes with the process that holds it, so a killed one leaves none behind.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filelock import FileLock

CACHE = ".cache"
LOCK_SECONDS = 30  # how long a second writer waits for the first
PATIENCE_SECONDS = 0.5  # how long it waits before it says so
_PREFIX, _SUFFIX = ".timeline-", ".tmp"
_ADVICE = {
    errno.ENOSPC: "make room on the disk, then run the command again",
    errno.EDQUOT: "make room on the disk, then run the command again",
    errno.EFBIG: "allow larger files, then run the command again",
    errno.EROFS: "the folder is read-only: make it writable, then run the command again",
    errno.EACCES: "ask for the right to write there, then run the command again",
    errno.EPERM: "ask for the right to write there, then run the command again",
}


def write_text(
    target: Path, text: str, *, expected: str | None = None, durable: bool = True
) -> None:
    """Put a text into a file so that a reader sees the old one or the new one, never half.

    Args:
        target: the file; its folder is made where it is missing.
        text: what it shall say, with its own line ends.
        expected: the `file_digest` of the file that the text was made from, empty for no file; a
            file with another one is somebody's newer work and stays. None replaces any.
        durable: whether the disk has it on return; thousands of files are quicker without, and
            `settle_disk` at their end.

    Raises:
        StoreError: no space, no permission, or newer work; the old file is untouched.
    """
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            if durable:
                file.flush()
                os.fsync(file.fileno())
        there = target.exists()
        Path(temporary).chmod(target.stat().st_mode if there else 0o666 & ~_umask())
        if expected is not None and (file_digest(target.read_bytes()) if there else "") != expected:
            raise StoreError(
                f"{target}: somebody has just changed it, so it stays as it is; "
                "run the command again"
            )
        Path(temporary).replace(target)
        temporary = ""
    except OSError as error:
        raise _failure(target, "written", error) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def settle_disk() -> None:
    """Wait until the disk has what was written without waiting for it."""
    if hasattr(os, "sync"):  # Windows has none, and writes by itself within seconds
        os.sync()


def file_digest(data: bytes) -> str:
    """Return what tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def remove_file(target: Path) -> None:
    """Remove a file; one that is not there is removed already.

    Raises:
        StoreError: it cannot be removed.
    """
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(target, "removed", error) from error


@contextmanager
def writing(root: Path, say: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the right to write below ``root``: one command at a time.

    Args:
        root: the project's root.
        say: is told that another command is waited for, and what a killed one left behind.

    Raises:
        StoreError: another command has held it for `LOCK_SECONDS`, or it cannot be held at all.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 -- readers start sooner without

    say = say or (lambda _line: None)
    folder = root / CACHE
    note = folder / "timeline.holder"
    lock = FileLock(folder / "timeline.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _acquire(lock, note, say)
    except Timeout as error:
        message = f"{root}: {_holder(note)} is still writing: nothing was done; run it again later"
        raise StoreError(message) from error
    except (OSError, NotImplementedError) as error:
        raise _failure(folder, "locked", error) from error
    try:
        if note.exists():  # whoever held the lock before did not come to its end
            _clear(root, _holder(note), say)
        write_text(note, f"{_own_name()}\n")
        try:
            yield
        finally:
            remove_file(note)
    finally:
        lock.release()


def _acquire(lock: FileLock, note: Path, say: Callable[[str], None]) -> None:
    from filelock import Timeout  # noqa: PLC0415

    try:
        lock.acquire(timeout=PATIENCE_SECONDS)
    except Timeout:
        say(f"Waiting for {_holder(note)} to end, up to {LOCK_SECONDS} seconds.")
        lock.acquire(timeout=LOCK_SECONDS)


def _own_name() -> str:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])
    return f"{command} (process {os.getpid()})"


def _holder(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8").strip() or "another timeline command"
    except (OSError, UnicodeDecodeError):
        return "another timeline command"


def _clear(root: Path, holder: str, say: Callable[[str], None]) -> None:
    """Remove what a killed command left: files that had not yet taken their targets' places."""
    left = sorted((root / "content").rglob(f"{_PREFIX}*{_SUFFIX}"))
    for path in left:
        remove_file(path)
    for path in sorted((root / CACHE).rglob(f"*{_SUFFIX}")):
        remove_file(path)
    cleared = f"; {len(left)} half-written files of it removed" if left else ""
    say(f"{holder} was cut short: each file is as it was before or as it was to be{cleared}.")


def _failure(target: Path, done: str, error: OSError | NotImplementedError) -> StoreError:
    code = getattr(error, "errno", None)
    why = getattr(error, "strerror", None) or str(error)
    advice = f"; {_ADVICE[code]}" if code in _ADVICE else ""
    return StoreError(f"{target}: could not be {done}: {why}{advice}")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
