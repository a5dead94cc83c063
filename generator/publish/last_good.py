"""What was read, with the last good version of each record whose file broke while it was edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.store import Loaded


def with_last_good(loaded: Loaded, last: Loaded, root: Path) -> Loaded:
    """Return what was read together with the records that only `last` could read.

    Args:
        loaded: read now; records with faults are missing from it.
        last: what this function returned before.
        root: of the project; a record whose file is gone is gone.
    """
    kept = {
        key: path
        for key, path in last.paths.items()
        if key not in loaded.paths and (root / path).is_file()
    }
    if not kept:
        return loaded
    folders: dict[str, dict[str, Any]] = {}
    for kind, record_id in kept:
        folders.setdefault(kind, {})[record_id] = getattr(last.content, kind)[record_id]
    merged = {
        kind: dict(sorted({**getattr(loaded.content, kind), **records}.items()))
        for kind, records in folders.items()
    }
    content = replace(loaded.content, **merged)
    return replace(loaded, content=content, paths={**loaded.paths, **kept})
