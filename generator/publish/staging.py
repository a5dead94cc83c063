"""A new site beside the old one, and the change of the two at the end.

A build that is killed, or ends in an error half-way, leaves the site that was there: pages are
written to a folder beside it, which takes its place in one step when everything is written.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def staging_folder(site: str) -> str:
    """Return where a site is built that will be served from a folder."""
    path = Path(site)
    return str(path.with_name(f".{path.name}.building"))


def put_in_place(staged: str, site: str) -> None:
    """Let a finished site take the place of the old one.

    Where the folder itself cannot be renamed, because something is mounted there, what is in it is
    exchanged instead, which is no longer one step.

    Raises:
        OSError: neither is possible; the old site is still there.
    """
    new, old = Path(staged), Path(site)
    past = old.with_name(f".{old.name}.old")
    discard(str(past))
    try:
        if old.is_dir():
            old.rename(past)
        new.rename(old)
    except OSError:
        if past.is_dir() and not old.exists():
            past.rename(old)
        _exchange(new, old)
    discard(str(past))
    discard(staged)


def restore(site: str) -> None:
    """Bring the old site back, if a program was killed between the two steps of a change."""
    old = Path(site)
    past = old.with_name(f".{old.name}.old")
    if past.is_dir() and not old.exists():
        past.rename(old)


def discard(folder: str) -> None:
    """Delete a folder, if it is there."""
    if os.path.isdir(folder) and not os.path.islink(folder):  # noqa: PTH112, PTH114
        shutil.rmtree(folder)


def _exchange(new: Path, old: Path) -> None:
    old.mkdir(parents=True, exist_ok=True)
    fresh = {entry.name for entry in new.iterdir()}
    for entry in old.iterdir():
        if entry.name in fresh or not entry.name.startswith("."):
            discard(str(entry))
            if entry.exists() or entry.is_symlink():
                entry.unlink()
    for entry in new.iterdir():
        shutil.move(entry, old / entry.name)
