"""Print the oldest version of each dependency that pyproject.toml allows, as pip constraints.

python scripts/lowest.py > .venv/lowest.txt   `make lowest` installs them

Only what the package itself needs: the tools of the tests stay as they are.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def lowest(requirement: str) -> str:
    """Turn a requirement with a lower bound into a pin to that bound.

    Raises:
        ValueError: the requirement has no ``>=``; every dependency of ours must have one.
    """
    parsed = Requirement(requirement)
    bounds = [bound.version for bound in parsed.specifier if bound.operator == ">="]
    if len(bounds) != 1:
        raise ValueError(f"{requirement}: expected one lower bound, such as {parsed.name}>=1.2")
    return f"{parsed.name}=={bounds[0]}"


def main() -> int:
    """Print one constraint a line, in the order of pyproject.toml."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    print(*(lowest(requirement) for requirement in project["dependencies"]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
