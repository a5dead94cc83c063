"""Records in files: read all of them with every problem, write one without ever tearing it.

`content/events/YYYY/<id>.yml`, `content/sources/<id>.yml` and so on; the file name is the id.
Reading 10,000 files takes seconds, so what a file said is kept by the hash of its bytes and of the
code that read it; a stale cache is impossible, a missing or broken one only costs time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import StoreError
from generator.record.cache import File, read_cache, write_cache
from generator.record.checks import check_facts, check_sayings
from generator.record.disk import file_digest, write_text
from generator.record.edtf import earliest, latest
from generator.record.facts import gather_facts
from generator.record.faults import Faults
from generator.record.folders import CONTENT, check_folders, record_files
from generator.record.mends import put_word
from generator.record.messages import make_problem, phrase
from generator.record.model import Content, Event, Place, Source
from generator.record.raw_text import find_file_faults, find_traps
from generator.record.render import modeline, render_record
from generator.record.schema import KINDS, kind_of
from generator.record.strict_yaml import Node, Shape, parse_yaml
from generator.record.unquoted import with_quotes
from generator.record.values import ID_PATTERN, MAX_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.errors import Mend, Problem
    from generator.record.facts import At, Facts
    from generator.record.model import Record
    from generator.record.schema import Kind

UNDATED = "undated"  # folder of events without a year
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices, so that nobody there could check the files out.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""


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
    digests: dict[str, str] = {}
    for kind, name in record_files(root):
        data = instead.get(name) or read_bytes(root / name)
        digests[name] = file_digest(data)
        key = f"{name}\0{digests[name]}"
        used[key] = kept.get(key) or read_file(kind, name, data)
    if kept.keys() != used.keys():
        write_cache(cache, used)
    found = sort_files(used)
    for file in used.values():
        if file.record is not None and file.facts is not None:
            records[file.facts.folder].setdefault(file.record.id, file.record)
    content = Content(**{folder: _by_id(members) for folder, members in records.items()})  # type: ignore[arg-type]
    events = (one for one in found.facts if one.more.get("says"))
    sayings = (check_sayings(one, content.events[one.id], content) for one in events)
    links = check_facts(found.facts, found.broken, putter(root, instead))
    return Loaded(
        content=content,
        problems=tuple(
            sorted(chain(found.problems, links, check_folders(root), chain.from_iterable(sayings)))
        ),
        paths=MappingProxyType({(one.folder, one.id): one.path for one in found.facts}),
        digests=MappingProxyType(digests),
    )


def read_record(kind: Kind, path: str, text: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read one record from the text of its file, with the errors that keep it from being one.

    Args:
        kind: what it is.
        path: POSIX path of the file; its stem is the id.
        text: the whole file.
    """
    file = _read_text(kind, path, text)
    return file.record, tuple(fault for fault in file.problems if fault.severity == "error")


def _read_text(kind: Kind, path: str, text: str) -> File:
    """Read a file without a byte order mark and with line feeds only."""
    record_id = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    faults = Faults(path, text)
    if len(record_id) > MAX_ID or not re.fullmatch(ID_PATTERN[1:-1], record_id, re.ASCII):
        faults.add(_whole(), phrase("file-name.letters", name=record_id[:MAX_ID]))
    elif record_id in DEVICES:
        faults.add(_whole(), phrase("file-name.device", name=record_id))
    node, problems = parse_yaml(text, path)
    if node is None and not problems:
        problems = (make_problem((path, 1, 1), "file-empty"),)
    if node is None or problems:
        mended = (with_quotes(text, problem) for problem in problems)
        return File(None, tuple(sorted((*faults.problems, *mended))))
    record = kind.rule.read(node, faults, id=record_id)
    for problem in find_traps(text, path, node):
        faults.take(problem)
    if isinstance(record, Place):
        _check_place(record, node, faults)
    elif isinstance(record, Source) and record.url is None and record.digest_of is None:
        faults.add(node, "source-url", severity="warning")
    if record is None or faults.errors:
        return File(None, tuple(faults.problems))
    return File(record, tuple(faults.problems), gather_facts(record, kind.folder, path, node, text))


def _check_place(place: Place, node: Node, faults: Faults) -> None:
    if (place.latitude is None) is not (place.longitude is None):
        faults.add(node, "coordinates")


def _whole() -> Node:
    """Return the place of a problem of a whole file."""
    return Node(Shape.MAPPING, 1, 1, 0, 0)


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
    return read_bytes(root / path) == _file_text(record, path).encode()


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


def read_bytes(path: Path) -> bytes:
    """Return what a file has.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: could not be read: {error.strerror}") from error


def read_file(kind: Kind, name: str, data: bytes) -> File:
    """Read one record from the bytes of its file.

    Args:
        kind: what it is.
        name: POSIX path of the file; its stem is the id.
        data: the whole file.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return File(None, (make_problem((name, 1, 1), "file-encoding.utf16"),))
        line = data[: error.start].count(b"\n") + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode()) + 1
        return File(None, (make_problem((name, line, column), "file-encoding.bytes"),))
    found = _read_text(kind, name, as_read(data))
    problems = (*find_file_faults(text, name), *found.problems)
    return File(found.record, problems, found.facts)


def as_read(data: bytes) -> str:
    """Return the text of a file, without a byte order mark and with line feeds only."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Sorted:
    """What files told, without a second one of an id."""

    facts: tuple[Facts, ...]
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    """Ids of the files with errors."""


def sort_files(files: Mapping[str, File]) -> Sorted:
    """Take the files apart; keys begin with their paths."""
    problems: list[Problem] = []
    broken: set[str] = set()
    kept: dict[tuple[str, str], Facts] = {}
    for key, file in files.items():
        problems += file.problems
        facts = file.facts
        if facts is None:
            broken.add(key.partition("\0")[0].rsplit("/", 1)[-1].rsplit(".", 1)[0])
        elif (facts.folder, facts.id) in kept:
            first = kept[facts.folder, facts.id].path
            place = facts.path, 1, 1
            problems.append(
                make_problem(place, phrase("id-duplicate.file", id=facts.id, first=first))
            )
        else:
            kept[facts.folder, facts.id] = facts
    return Sorted(tuple(kept.values()), tuple(problems), frozenset(broken))


def _by_id(records: Mapping[str, Record]) -> Mapping[str, Record]:
    return MappingProxyType(dict(sorted(records.items())))


def putter(root: Path, instead: Mapping[str, bytes]) -> Callable[[str, At, str], Mend | None]:
    """Return a function that makes the mend of a word, by reading its file again."""

    def put(name: str, at: At, word: str) -> Mend | None:
        text = as_read(instead.get(name) or read_bytes(root / name))
        line, column, length = at
        start = sum(map(len, text.split("\n")[: line - 1])) + line - 1 + column - 1
        node, _ = parse_yaml(text[start : start + length], name)
        if node is None:
            return None
        return put_word(text, node._replace(start=start, end=start + length), word)

    return put
