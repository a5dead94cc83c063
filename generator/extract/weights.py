"""Weights that were learned from marked texts: files of lines, each a trait, a tab and a number."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def load_weights(package: str, name: str) -> Mapping[str, float]:
    """Read the weights that lie beside the modules of a package.

    Args:
        package: dotted name.
        name: of the file.
    """
    return read_weights(files(package).joinpath(name).read_text(encoding="utf-8"))


def read_weights(text: str) -> Mapping[str, float]:
    """Read weights from the text of a file; lines that begin with # say nothing."""
    rows = (line.rpartition("\t") for line in text.splitlines() if line and line[0] != "#")
    return {trait: float(weight) for trait, _, weight in rows}


def weights_text(weights: Mapping[str, float], origin: str, digits: int = 2) -> str:
    """Return the text of a file of weights, in the order given; those that round to 0 are left."""
    rows = [
        f"{name}\t{value:.{digits}f}" for name, value in weights.items() if round(value, digits)
    ]
    return "\n".join([f"# {origin}", *rows, ""])
