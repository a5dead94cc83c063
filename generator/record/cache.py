"""What each file said, kept by the hash of its bytes, so that 10,000 unchanged ones cost a second.

Plain JSON, thawed by the schema: a cache that somebody else wrote can be wrong, but runs no code.
It carries the hash of the code that read the files, so that a new rule reads everything anew.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import Mend, Problem, Said
from generator.record.edtf import Edtf, parse_edtf
from generator.record.facts import Facts
from generator.record.rules import ListRule, ObjectRule
from generator.record.schema import KINDS, kind_of
from generator.record.values import ChoiceRule, DateRule

if TYPE_CHECKING:
    from generator.record.model import Record
    from generator.record.rules import Rule

_parse_edtf = lru_cache(maxsize=65536)(parse_edtf)


@dataclass(frozen=True, slots=True)
class File:
    """What one file said."""

    record: Record | None
    """None when the file has errors, or when the cache keeps facts only."""
    problems: tuple[Problem, ...]
    facts: Facts | None = None
    """None when the file has errors."""


def read_cache(path: Path | None) -> dict[str, File]:
    """Return what the cache holds; nothing when it is missing, broken or of other code."""
    return thaw_files(read_json(path))


def thaw_files(data: dict[str, Any]) -> dict[str, File]:
    """Return the files in what `read_json` returned; nothing when it makes no sense."""
    try:
        return {key: _thaw_file(key, entry) for key, entry in data.get("files", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, LookupError):
        return {}


def read_json(path: Path | None) -> dict[str, Any]:
    """Return what a file of the cache holds; nothing if it is missing, broken or of other code."""
    if path is None or not path.is_file():
        return {}
    try:
        data = json.loads(path.read_bytes())
        return data if data["code"] == _code_stamp() else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def write_cache(path: Path | None, files: Mapping[str, File], **more: Any) -> None:  # noqa: ANN401
    """Keep what was read; a cache that cannot be written costs time, nothing else.

    Args:
        path: the file; None keeps nothing.
        files: what the files said, by whatever tells one state of a file from another.
        **more: what else is to be kept, as JSON has it.
    """
    frozen = {key: _freeze_file(file) for key, file in files.items()}
    write_json(path, {"files": frozen, **more})


def write_json(path: Path | None, data: Mapping[str, Any]) -> None:
    """Write a file of the cache, with the stamp of our code; what cannot be written is left."""
    if path is None:
        return
    data = {"code": _code_stamp(), **data}
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)
    except (OSError, UnicodeEncodeError):
        temporary.unlink(missing_ok=True)


def _freeze_file(file: File) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    if file.problems:
        entry["problems"] = [freeze_problem(problem) for problem in file.problems]
    if file.facts is not None:
        entry["facts"] = file.facts[3:]  # the key has the rest
    if file.record is not None:
        entry |= {
            "folder": kind_of(file.record).folder,
            "id": file.record.id,
            "fields": _freeze(file.record),
        }
    return entry


def _thaw_file(key: str, entry: dict[str, Any]) -> File:
    problems = tuple(thaw_problem(problem) for problem in entry.get("problems", ()))
    facts = None
    if "facts" in entry:
        path = key.partition("\0")[0]
        folder, name = path.split("/")[1], path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        facts = Facts(folder, name, path, *entry["facts"])
    if "folder" not in entry:
        return File(None, problems, facts)
    rule = KINDS[entry["folder"]].rule
    record = rule.make(id=entry["id"], **_thaw_fields(rule, entry["fields"]))
    return File(record, problems, facts)


def freeze_problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it."""
    parts = {item.name: getattr(problem, item.name) for item in dataclasses.fields(problem)}
    mend = problem.mend and dataclasses.asdict(problem.mend)
    words = {name: _freeze_said(parts[name]) for name in ("said", "advice")}
    return {**parts, **words, "mend": mend}


def thaw_problem(parts: dict[str, Any]) -> Problem:
    """Return the problem that `freeze_problem` was given."""
    mend = Mend(**parts["mend"]) if parts["mend"] else None
    words = {name: _thaw_said(parts[name]) for name in ("said", "advice")}
    return Problem(**{**parts, **words, "mend": mend})


def _freeze_said(said: Said | None) -> list[Any] | None:
    if said is None:
        return None
    fields = ((n, _freeze_said(v) if isinstance(v, Said) else v) for n, v in said.fields)
    return [said.key, list(fields)]


def _thaw_said(said: list[Any] | None) -> Said | None:
    if said is None:
        return None
    key, fields = said
    return Said(key, tuple((n, v if isinstance(v, str) else _thaw_said(v)) for n, v in fields))  # type: ignore[misc]


def _freeze(value: Any) -> Any:  # noqa: ANN401 -- any value of the model
    if isinstance(value, Edtf):
        return value.text
    if dataclasses.is_dataclass(value):
        names = (item.name for item in dataclasses.fields(value))
        pairs = ((name, getattr(value, name)) for name in names)
        return {name: _freeze(item) for name, item in pairs if item not in (None, (), {})}
    if isinstance(value, tuple):
        return [_freeze(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def _thaw_fields(rule: ObjectRule, values: dict[str, Any]) -> dict[str, Any]:
    rules = {item.attribute or item.name: item.rule for item in rule.fields}
    return {name: _thaw(rules[name], value) for name, value in values.items() if name in rules}


def _thaw(rule: Rule, value: Any) -> Any:  # noqa: ANN401 -- JSON in, a value of the model out
    if isinstance(rule, DateRule):
        return _parse_edtf(value)
    if isinstance(rule, ChoiceRule):
        return rule.choices(value)
    if isinstance(rule, ListRule):
        return tuple(_thaw(rule.item, item) for item in value)
    if isinstance(rule, ObjectRule):
        return rule.make(**_thaw_fields(rule, value))
    return value


@cache
def _code_stamp() -> str:
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.toml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
