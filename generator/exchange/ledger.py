"""What was imported from where, and what of it no record can hold: `content/imported/*.jsonl`.

One file for each that was imported; its first line is about the whole, each other one about an
entry. By it a second import knows what it has written, a deleted record stays deleted, and an
export gives back what only the foreign format has. Kept is only what an export would not write
anyway, beside the hash of what it would have written: a value that was corrected since goes out as
it was corrected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.errors import StoreError
from generator.record.passage import digest

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "content/imported"
Kept = Mapping[str, list[Any]]
"""Name of a part → the hash of what an export would have written, then what stood there instead;
without a second item nothing stood there. The hash is null where an export would write nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry that was imported."""

    key: str
    event: str
    """Id of its record, perhaps renamed or deleted since."""
    hash: str
    """Of the entry as it stood in the file."""
    kept: Kept = field(default_factory=dict)
    gone: bool = False
    """It was no longer in the file when that was imported last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One file that was imported."""

    format: str
    language: str
    head: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    """By key, in the order of the file."""


def difference(original: Mapping[str, Any], fresh: Mapping[str, Any]) -> Kept:
    """Return what must be kept so that `restore` makes the original of what an export writes."""
    names = [*original, *(name for name in fresh if name not in original)]
    return {
        name: [_mark(fresh, name), *([original[name]] if name in original else [])]
        for name in names
        if name not in original or name not in fresh or original[name] != fresh[name]
    }


def restore(fresh: Mapping[str, Any], kept: Kept) -> dict[str, Any]:
    """Return what an export writes, with what was kept wherever nobody has changed it since."""
    restored = dict(fresh)
    for name, (mark, *value) in kept.items():
        if _mark(fresh, name) != mark:
            continue
        restored.pop(name, None)
        if value:
            restored[name] = value[0]
    return restored


def _mark(values: Mapping[str, Any], name: str) -> str | None:
    return row_hash(values[name]) if name in values else None


def row_hash(value: Any) -> str:  # noqa: ANN401 -- anything that JSON can be
    """Return the hash of a plain value."""
    return digest(json.dumps(value, ensure_ascii=True, sort_keys=True)).removeprefix("sha256-")


def read_ledgers(root: Path) -> dict[str, Ledger]:
    """Return every ledger by the name of its file, in the order of the names.

    Raises:
        StoreError: one cannot be read, or somebody broke it.
    """
    return {path.stem: _read(path) for path in sorted((root / FOLDER).glob("*.jsonl"))}


def _read(path: Path) -> Ledger:
    try:
        head, *lines = path.read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        about = json.loads(head)
        read = (
            Row(
                key=row["key"],
                event=row["event"],
                hash=row["hash"],
                kept=row.get("kept", {}),
                gone=row.get("gone", False),
            )
            for row in rows
        )
        return Ledger(
            format=about["format"],
            language=about["language"],
            head=about.get("head", {}),
            rows={row.key: row for row in read},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path}: could not be read: restore it, or delete it to import anew"
        raise StoreError(message) from error


def render_ledger(ledger: Ledger) -> str:
    """Return the text of a ledger; the same rows are the same bytes."""
    about = {"format": ledger.format, "language": ledger.language}
    lines = [_line({**about, **({"head": ledger.head} if ledger.head else {})})]
    for row in ledger.rows.values():
        more: dict[str, Any] = {"kept": row.kept} if row.kept else {}
        more |= {"gone": True} if row.gone else {}
        lines.append(_line({"key": row.key, "event": row.event, "hash": row.hash, **more}))
    return "\n".join(lines) + "\n"


def _line(value: Mapping[str, Any]) -> str:
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half a character, which JSON may escape and UTF-8 may not hold
        return json.dumps(value, ensure_ascii=True)
    return line
