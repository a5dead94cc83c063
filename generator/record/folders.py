"""What lies below `content/`: which files are records, and what is there that is none.

Files are looked at by name only. Links are not followed: what a link leads to may be any file of
the machine that builds the site.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.record.messages import make_problem, phrase
from generator.record.schema import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.errors import Problem
    from generator.record.schema import Kind

CONTENT = "content"
SUFFIXES = (".yml", ".yaml")
OTHERS = frozenset({"articles", "pages", "proposals"})
"""Folders of `content/` that are not records."""
LEDGERS = frozenset({"extracted.yml", "imported.yml"})
"""Files of `content/` that commands keep for themselves."""
TEXTS = (".md", ".txt")
"""What people leave beside records for each other: a README, a licence."""


def record_files(root: Path) -> Iterator[tuple[Kind, str]]:
    """Yield every record's path in a fixed order; hidden files and links are not records."""
    start = len(str(root)) + 1
    for folder, kind in KINDS.items():
        found: list[str] = []
        if os.path.islink(f"{root}/{CONTENT}/{folder}"):  # noqa: PTH114 -- as below
            continue
        for base, folders, files in os.walk(f"{root}/{CONTENT}/{folder}"):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = (name for name in files if _is_record_name(name))
            found += [f"{base}/{name}".replace(os.sep, "/")[start:] for name in names]
        for name in sorted(found, key=lambda name: name.split("/")):
            path = f"{root}/{name}"  # 10,000 times: a Path would take a fifth of all the time
            if os.path.isfile(path) and not os.path.islink(path):  # noqa: PTH113, PTH114
                yield kind, name


def check_folders(root: Path) -> Iterator[Problem]:
    """Yield what lies among the records and is none: links, and files that nothing reads."""
    content = root / CONTENT
    if not content.is_dir():
        return
    for entry in sorted(os.scandir(content), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name in OTHERS | LEDGERS:
            continue
        if entry.is_symlink():
            yield make_problem((f"{CONTENT}/{entry.name}", 1, 1), "file-link")
        elif entry.is_dir() and entry.name in KINDS:
            yield from _check_folder(root, entry.path)
        elif entry.is_dir():
            yield from _strays(root, entry.path)
        elif not entry.name.endswith(TEXTS):
            yield _stray(f"{CONTENT}/{entry.name}")


def _check_folder(root: Path, folder: str) -> Iterator[Problem]:
    """Yield what is no record in a folder of records."""
    start = len(str(root)) + 1
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            path = f"{base}/{name}"
            shown = path[start:].replace(os.sep, "/")
            if os.path.islink(path):  # noqa: PTH114 -- as above
                yield make_problem((shown, 1, 1), "file-link")
            elif name in folders or name.startswith("."):
                continue
            elif not name.endswith((*SUFFIXES, *TEXTS)) or not os.path.isfile(path):  # noqa: PTH113
                yield _stray(shown)


def _strays(root: Path, folder: str) -> Iterator[Problem]:
    """Yield the records of a folder that is no folder of records."""
    start = len(str(root)) + 1
    for base, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if _is_record_name(name):
                yield _stray(f"{base}/{name}"[start:].replace(os.sep, "/"))


def _stray(path: str) -> Problem:
    folders = phrase("file-stray", folders=", ".join(KINDS))
    return make_problem((path, 1, 1), folders, severity="warning")


def _is_record_name(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith(".")
