"""The quality gate: what a score must not fall below, pinned for one state of the marked articles.

A floor lies a little below what was measured, so that a change elsewhere may move one event without
an alarm; it is raised when the extractor gets better, and lowered only on request.
Source: the idea of pinned floors with a digest of the corpus is trafilatura's evaluation gate.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import StoreError
from generator.extract.quality.gold import ALIASES, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MARGIN = 0.02  # of a rate, below what was measured
EXACT = frozenset({"evidence"})
"""What has no margin: one passage that does not verify is a fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """What one folder of marked articles must reach."""

    digest: str
    """SHA-256 of the folder's articles and marks, hexadecimal."""
    rates: Mapping[str, float]


def read_floors(path: Path) -> dict[str, Floors]:
    """Read the floors by the name of their folder; none when there is no such file.

    Raises:
        StoreError: the file is no list of floors.
    """
    if not path.exists():
        return {}
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Floors(
                digest=str(item["digest"]),
                rates={rate: float(floor) for rate, floor in item["floors"].items()},
            )
            for name, item in listed.items()
        }
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise StoreError(f"{path}: no list of floors: {error!r}") from error


def render_floors(floors: Mapping[str, Floors]) -> str:
    """Return the floors as JSON, sorted by the name of their folder."""
    listed = {
        name: {"digest": item.digest, "floors": dict(item.rates)}
        for name, item in sorted(floors.items())
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def corpus_digest(folder: Path) -> str:
    """Return the SHA-256 of what is scored in a folder: names and contents, sorted by name."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".txt", SUFFIX)) or path.name == ALIASES:
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def find_falls(floors: Floors, measured: Mapping[str, float | None]) -> tuple[str, ...]:
    """Say which rates lie below their floors, one line for each."""
    return tuple(
        f"{name} is {_shown(measured.get(name))}, below its floor {floor:.3f}"
        for name, floor in floors.rates.items()
        if _at_least(measured.get(name)) < floor
    )


def raise_floors(old: Floors | None, digest: str, measured: Mapping[str, float | None]) -> Floors:
    """Return the floors for what is measured now: none is lower than it was while it is reached.

    Args:
        old: the floors until now; one that is not reached any more is set anew.
        digest: of the marked articles as they are now.
        measured: rate by name.
    """
    rates = {}
    for name, rate in measured.items():
        if rate is not None:
            before = old.rates.get(name, 0.0) if old else 0.0
            rates[name] = max(_floor(name, rate), before if before <= rate else 0.0)
    return Floors(digest=digest, rates=rates)


def _floor(name: str, rate: float) -> float:
    margin = 0.0 if name in EXACT else MARGIN
    return max(0.0, math.floor((rate - margin) * 1000 + 1e-6) / 1000)


def _at_least(rate: float | None) -> float:
    return -1.0 if rate is None else rate


def _shown(rate: float | None) -> str:
    return "not measured" if rate is None else f"{rate:.3f}"
