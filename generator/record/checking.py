"""Every problem of every record without the records: what `timeline check` runs on.

The records of 10,000 files take seconds to make even from a cache, so this one keeps of each file
its problems and its facts (`facts.py`), by the hash of its bytes. What lies between records is held
against each other anew each time; only what sources say of an event is kept as well, as long as
neither the event nor a place has changed, since nothing else can change that. Where no file at all
has changed, the last answer is given again.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Any

from generator.record.cache import (
    File,
    freeze_problem,
    read_json,
    thaw_files,
    thaw_problem,
    write_cache,
    write_json,
)
from generator.record.checks import check_facts, check_sayings
from generator.record.disk import file_digest
from generator.record.folders import check_folders, record_files
from generator.record.model import Content, Event, Place
from generator.record.schema import KINDS
from generator.record.store import putter, read_bytes, read_file, sort_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.errors import Problem
    from generator.record.facts import Facts

_PLACES = "content/places/"
MANY = 1_000  # files to read, from which more processes are worth their start
_PORTION = 100  # files that a process is given at a time

Checked = tuple[tuple["Problem", ...], int]
"""Problems, and how many records there are."""
Unread = tuple[str, str, bytes]
"""Folder of the kind, path and bytes of a file."""


def check_records(root: Path, *, cache: Path | None = None) -> tuple[tuple[Problem, ...], int]:
    """Return every problem of every record, sorted by place, and how many records there are.

    Args:
        root: the project's root.
        cache: a file of its own, other than that of `read_content`; None reads everything anew.

    Raises:
        StoreError: a file is there and cannot be read.
    """
    collected = gc.isenabled()
    gc.disable()  # nothing made here forms a circle, and looking for some takes a third of the time
    try:
        return _check(root, cache)
    finally:
        if collected:
            gc.enable()


def _check(root: Path, cache: Path | None) -> Checked:
    found = [(kind.folder, name, read_bytes(root / name)) for kind, name in record_files(root)]
    states = {f"{name}\0{file_digest(raw)}": (folder, name, raw) for folder, name, raw in found}
    stamp = file_digest("\n".join(states).encode(errors="surrogateescape"))
    last = cache and cache.with_suffix(".last.json")
    checked = _last_problems(last, stamp)
    if checked is None:
        checked = _find_problems(root, states, cache)
        frozen = [freeze_problem(problem) for problem in checked[0]]
        write_json(last, {"stamp": stamp, "problems": frozen, "count": checked[1]})
    problems, count = checked
    return tuple(sorted((*problems, *check_folders(root)))), count


def _last_problems(path: Path | None, stamp: str) -> Checked | None:
    """Return what the last run said, when every file is as it was then."""
    data = read_json(path)
    try:
        if data["stamp"] != stamp:
            return None
        return tuple(thaw_problem(parts) for parts in data["problems"]), int(data["count"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _find_problems(root: Path, states: Mapping[str, Unread], cache: Path | None) -> Checked:
    """Return the problems, reading what is not in the cache; states are by path and digest."""
    data = read_json(cache)
    kept = thaw_files(data)
    new = iter(_read_all([state for key, state in states.items() if key not in kept]))
    files = {key: kept[key] if key in kept else next(new) for key in states}
    found = sort_files(files)
    sayings = _Sayings(root, files, data)
    said = [problem for one in found.facts for problem in sayings.of(one)]
    if kept.keys() != files.keys():
        write_cache(cache, files, sayings=sayings.kept)
    links = check_facts(found.facts, found.broken, putter(root, {}))
    return tuple(sorted((*found.problems, *links, *said))), len(found.facts)


def _read_all(unread: list[Unread]) -> Iterable[File]:
    """Read files, in their order; many of them with every processor there is."""
    processors = os.cpu_count() or 1
    if len(unread) < MANY or processors == 1:
        return map(_read_one, unread)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- few records need none

    with ProcessPoolExecutor(min(processors, 8)) as pool:
        return list(pool.map(_read_one, unread, chunksize=_PORTION))


def _read_one(unread: Unread) -> File:
    folder, name, raw = unread
    found = read_file(KINDS[folder], name, raw)
    return File(None, found.problems, found.facts)


def _kept_sayings(data: Any, stamp: str) -> dict[str, list[Problem]]:  # noqa: ANN401 -- JSON
    """Return what was kept, by event and state; nothing of other places or of a damaged file."""
    try:
        if data["stamp"] != stamp:
            return {}
        said = data["said"].items()
        return {state: [thaw_problem(parts) for parts in problems] for state, problems in said}
    except (TypeError, KeyError, AttributeError, ValueError):
        return {}


class _Sayings:
    """What sources say against an event, kept until the event or a place changes."""

    def __init__(self, root: Path, files: Mapping[str, File], data: dict[str, Any]) -> None:
        self._root = root
        self._states = dict(key.split("\0") for key in files)
        places = sorted(key for key in files if key.startswith(_PLACES))
        stamp = file_digest("\n".join(places).encode())
        self._old = _kept_sayings(data.get("sayings"), stamp)
        self._content: Content | None = None
        self.kept: dict[str, Any] = {"stamp": stamp, "said": {}}
        """As JSON has it."""

    def of(self, one: Facts) -> list[Problem]:
        """Return the problems of one event."""
        if "says" not in one.more:
            return []
        state = f"{one.path}\0{self._states[one.path]}"
        problems = self._old.get(state)
        if problems is None:
            problems = self._find(one)
        self.kept["said"][state] = [freeze_problem(problem) for problem in problems]
        return problems

    def _find(self, one: Facts) -> list[Problem]:
        event = self._read(one.folder, one.path)
        return list(check_sayings(one, event, self._places())) if isinstance(event, Event) else []

    def _places(self) -> Content:
        if self._content is None:
            names = sorted(name for name in self._states if name.startswith(_PLACES))
            read = (self._read("places", name) for name in names)
            places = {place.id: place for place in read if isinstance(place, Place)}
            self._content = Content(places=dict(sorted(places.items())))
        return self._content

    def _read(self, folder: str, name: str) -> object:
        return read_file(KINDS[folder], name, read_bytes(self._root / name)).record
