"""What `timeline fix` does to files: each certain mend, and not a byte beside it.

A mend can uncover a problem that nobody could see before it: a file that can be read at last may
name a record with a slip. So files are mended and read again, all in memory, until nothing certain
is left; whoever asked writes each of them once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import StoreError
from generator.record.disk import file_digest
from generator.record.patch import Splice, apply_splices
from generator.record.store import read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.errors import Mend, Problem
    from generator.record.store import Loaded

    Problems = tuple[Problem, ...]

MAX_ROUNDS = 40  # a round uncovers what the one before hid; a file tells one slip of YAML at a time
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One file before and after."""

    path: str
    """POSIX path relative to the root."""
    before: bytes
    after: bytes

    @property
    def digest(self) -> str:
        """Return what the file must still be when it is written."""
        return file_digest(self.before)


def mend_content(
    root: Path, chosen: Callable[[Problems], Problems], *, cache: Path | None = None
) -> tuple[tuple[Mended, ...], Loaded]:
    """Mend what can be mended with certainty; nothing is written.

    Args:
        root: the project's root.
        chosen: keeps the problems that are to be mended.
        cache: as in `read_content`.

    Returns:
        The files that change, by path, and the records as they will then be, with what is left.

    Raises:
        StoreError: a file cannot be read, or has changed while it was read.
    """
    loaded = read_content(root, cache=cache)
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    for _ in range(MAX_ROUNDS):
        fixable = [problem for problem in chosen(loaded.problems) if problem.mend]
        if not fixable:
            break
        for path in sorted({problem.path for problem in fixable}):
            if path not in after:
                before[path] = after[path] = _read(root, path, loaded)
            mends = [problem.mend for problem in fixable if problem.path == path]
            after[path] = mend_text(after[path].decode(), filter(None, mends)).encode()
        loaded = read_content(root, cache=cache, instead=after)
    files = (Mended(path=path, before=before[path], after=after[path]) for path in sorted(after))
    return tuple(files), loaded


def mend_text(text: str, mends: Iterable[Mend]) -> str:
    """Return the text of a file with mends in it; of two that overlap, the first one.

    Args:
        text: the file with its byte order mark, if it has one, and its own line ends.
        mends: in any order, with offsets in the text as it is read.
    """
    mends = tuple(mends)
    raw = [mend for mend in mends if mend.raw]
    if raw:  # the others are of the file as it is read: their turn comes when it is read again
        pieces = (Splice(start=m.start, end=m.end, text=m.text) for m in raw)
        return apply_splices(text, tuple(sorted(pieces, key=lambda piece: piece.start)))
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    return mark + apply_splices(text, tuple(_splices(text, mends)))


def _splices(text: str, mends: Iterable[Mend]) -> Iterator[Splice]:
    """Yield where the mends go in the file itself, whose line ends may have two characters."""
    pairs = [pair.start() - i for i, pair in enumerate(re.finditer("\r\n", text))]
    taken = 0
    for mend in sorted(mends, key=lambda mend: (mend.start, -mend.end)):
        if mend.start >= taken:
            start, end = (at + bisect_left(pairs, at) for at in (mend.start, mend.end))
            yield Splice(start=start, end=end, text=mend.text)
            taken = mend.end


def _read(root: Path, path: str, loaded: Loaded) -> bytes:
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: could not be read: {error.strerror}") from error
    if file_digest(data) != loaded.digests[path]:
        message = "somebody has just changed it, so it stays as it is; run the command again"
        raise StoreError(f"{path}: {message}")
    return data
