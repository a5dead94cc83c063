"""Records in files: read all of them with every problem, write one without ever tearing it.

`content/events/YYYY/<id>.yml`, `content/sources/<id>.yml` and so on; the file name is the id.
Reading 10,000 files takes seconds, so what a file said is kept by the hash of its bytes and of the
code that read it; a stale cache is impossible, a missing or broken one only costs time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import Problem, StoreError
from generator.record.cache import File, read_cache, write_cache
from generator.record.checks import Place, check_content
from generator.record.disk import file_digest, write_text
from generator.record.edtf import earliest, latest
from generator.record.faults import Faults
from generator.record.model import Content, Event
from generator.record.render import modeline, render_record
from generator.record.schema import KINDS, kind_of
from generator.record.strict_yaml import parse_yaml
from generator.record.unquoted import with_quotes
from generator.record.values import ID_PATTERN, MAX_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.record.checks import Locator
    from generator.record.model import Record
    from generator.record.schema import Kind
    from generator.record.strict_yaml import Node

CONTENT = "content"
UNDATED = "undated"  # folder of events without a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Everything below ``content/`` that could be read, and what is wrong with the rest."""

    content: Content
    problems: tuple[Problem, ...] = ()
    """Sorted by place; errors and warnings."""
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Folder and id of a record → POSIX path of its file relative to the root."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Path of a file → its `file_digest`, to tell later whether somebody has changed it."""


def read_content(
    root: Path, *, cache: Path | None = None, instead: Mapping[str, bytes] = MappingProxyType({})
) -> Loaded:
    """Read every record below ``root/content``.

    Args:
        root: the project's root; a missing folder is an empty one.
        cache: file that keeps what was read, by content hash; None reads everything anew.
        instead: path of a file → what it shall be taken to say, before anybody writes that.

    Returns:
        The records whose files are without errors, and every problem of every file, the ones
        between records too.

    Raises:
        StoreError: a file is there and cannot be read.
    """
    kept = read_cache(cache)
    used: dict[str, File] = {}
    records: dict[str, dict[str, Record]] = {folder: {} for folder in KINDS}
    paths: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    broken: set[str] = set()
    digests: dict[str, str] = {}
    for kind, path in _record_files(root):
        name = path.relative_to(root).as_posix()
        data = instead.get(name) or _read_bytes(path)
        digests[name] = file_digest(data)
        key = f"{name}\0{digests[name]}"
        found = used[key] = kept.get(key) or _read_file(kind, name, data)
        problems += found.problems
        if found.record is None:
            broken.add(path.stem)
            continue
        taken = paths.get((kind.folder, found.record.id))
        if taken:
            message = f'found the id "{found.record.id}" a second time, first in {taken}'
            problems.append(_file_problem(name, "id-duplicate", message))
            continue
        records[kind.folder][found.record.id] = found.record
        paths[kind.folder, found.record.id] = name
    if kept.keys() != used.keys():
        write_cache(cache, used)
    content = Content(**{folder: _by_id(found) for folder, found in records.items()})  # type: ignore[arg-type]
    problems += check_content(content, _locator(root, paths, instead), broken)
    return Loaded(
        content=content,
        problems=tuple(sorted(problems)),
        paths=MappingProxyType(paths),
        digests=MappingProxyType(digests),
    )


def read_record(kind: Kind, path: str, text: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read one record from the text of its file.

    Args:
        kind: what it is.
        path: POSIX path of the file; its stem is the id.
        text: the whole file.
    """
    record_id = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    faults = Faults(path, text)
    if len(record_id) > MAX_ID or not re.fullmatch(ID_PATTERN[1:-1], record_id, re.ASCII):
        message = f'found the file name "{record_id[:MAX_ID]}", which is no id'
        hint = "Use small letters, digits and hyphens, at most 80."
        faults.problems.append(_file_problem(path, "file-name", message, hint))
    node, problems = parse_yaml(text, path)
    if node is None and not problems:
        hint = "Delete the file, or fill in its fields."
        problems = (_file_problem(path, "file-empty", "found an empty file", hint),)
    if node is None or problems:
        mended = (with_quotes(text, problem) for problem in problems)
        return None, (*faults.problems, *mended)
    record = kind.rule.read(node, faults, id=record_id)
    return (None if faults.problems else record), tuple(faults.problems)


def write_record(
    root: Path,
    record: Record,
    *,
    path: str | None = None,
    expected: str | None = None,
    durable: bool = True,
) -> Path:
    """Write a record to its file, in canonical form, atomically.

    Args:
        root: the project's root.
        record: what to write; it replaces whatever the file says, comments too.
        path: its file relative to the root; by default the one that `default_path` names.
        expected: as in `write_text`: the state of the file that is to be replaced.
        durable: as in `write_text`.

    Raises:
        StoreError: the file could not be written; the old one is untouched.
    """
    path = path or default_path(record)
    write_text(root / path, _file_text(record, path), expected=expected, durable=durable)
    return root / path


def has_events(root: Path) -> bool:
    """Say whether there is a folder of events, be it empty."""
    return (root / CONTENT / "events").is_dir()


def is_as_written(root: Path, record: Record, path: str) -> bool:
    """Say whether a record's file has, to the byte, what `write_record` would put into it.

    A comment that a person added changes no field, and is a person's work all the same.

    Raises:
        StoreError: the file cannot be read.
    """
    return _read_bytes(root / path) == _file_text(record, path).encode()


def _file_text(record: Record, path: str) -> str:
    return modeline(kind_of(record), path.count("/")) + render_record(record)


def default_path(record: Record) -> str:
    """Return where a new record goes, relative to the root.

    An event goes to the folder of its first year. The folder is a convenience of whoever looks for
    a file: nothing depends on it, so a corrected date moves no file.
    """
    folder = kind_of(record).folder
    if isinstance(record, Event):
        day = record.date and (earliest(record.date) or latest(record.date))
        folder = f"{folder}/{day.year:04d}" if day else f"{folder}/{UNDATED}"
    return f"{CONTENT}/{folder}/{record.id}.yml"


def _record_files(root: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield every record's file in a fixed order; hidden files and links out are not records."""
    for folder, kind in KINDS.items():
        base = root / CONTENT / folder
        for path in sorted([*base.rglob("*.yml"), *base.rglob("*.yaml")]):
            hidden = any(part.startswith(".") for part in path.relative_to(base).parts)
            if path.is_file() and not path.is_symlink() and not hidden:
                yield kind, path


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: could not be read: {error.strerror}") from error


def _read_file(kind: Kind, name: str, data: bytes) -> File:
    try:
        text = as_read(data)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problem = Problem(
            path=name,
            line=line,
            column=column,
            code="file-encoding",
            message="found bytes that are no UTF-8",
            hint="Save the file as UTF-8.",
        )
        return File(None, (problem,))
    record, problems = read_record(kind, name, text)
    return File(record, problems)


def as_read(data: bytes) -> str:
    """Return the text of a file, without a byte order mark and with line feeds only."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _file_problem(path: str, code: str, message: str, hint: str = "") -> Problem:
    return Problem(path=path, line=1, column=1, code=code, message=message, hint=hint)


def _by_id(records: Mapping[str, Record]) -> Mapping[str, Record]:
    return MappingProxyType(dict(sorted(records.items())))


def _locator(
    root: Path, paths: Mapping[tuple[str, str], str], instead: Mapping[str, bytes]
) -> Locator:
    """Return a function that finds the place of a field of a record, by reading its file again."""
    read: dict[str, tuple[str, Node | None]] = {}

    def locate(folder: str, record_id: str, *fields: str | int) -> Place:
        name = paths[folder, record_id]
        if name not in read:
            text = as_read(instead.get(name) or _read_bytes(root / name))
            read[name] = text, parse_yaml(text, name)[0]
        text, node = read[name]
        place = node
        for part in fields:
            if node is None:
                break
            if isinstance(part, int):
                node = node.items[part] if part < len(node.items) else None
            else:
                node = node.get(part)
            place = node or place
        return Place(path=name, text=text, node=place)

    return locate
