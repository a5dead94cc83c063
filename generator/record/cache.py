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

from generator.errors import Mend, Problem
from generator.record.edtf import Edtf, parse_edtf
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
    problems: tuple[Problem, ...]


def read_cache(path: Path | None) -> dict[str, File]:
    """Return what the cache holds; nothing when it is missing, broken or of other code."""
    if path is None or not path.is_file():
        return {}
    try:
        data = json.loads(path.read_bytes())
        if data["code"] != _code_stamp():
            return {}
        return {key: _thaw_file(entry) for key, entry in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_cache(path: Path | None, files: Mapping[str, File]) -> None:
    """Keep what was read; a cache that cannot be written costs time, nothing else."""
    if path is None:
        return
    data = {
        "code": _code_stamp(),
        "files": {key: _freeze_file(file) for key, file in files.items()},
    }
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        return


def _freeze_file(file: File) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    if file.problems:
        entry["problems"] = [dataclasses.asdict(problem) for problem in file.problems]
    if file.record is not None:
        entry |= {
            "folder": kind_of(file.record).folder,
            "id": file.record.id,
            "fields": _freeze(file.record),
        }
    return entry


def _thaw_file(entry: dict[str, Any]) -> File:
    problems = tuple(_thaw_problem(**problem) for problem in entry.get("problems", ()))
    if "folder" not in entry:
        return File(None, problems)
    rule = KINDS[entry["folder"]].rule
    return File(rule.make(id=entry["id"], **_thaw_fields(rule, entry["fields"])), problems)


def _thaw_problem(*, mend: dict[str, Any] | None, **parts: Any) -> Problem:  # noqa: ANN401 -- JSON
    return Problem(**parts, mend=Mend(**mend) if mend else None)


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
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
