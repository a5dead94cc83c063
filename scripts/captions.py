"""Keep the tables of modules in docs/architecture.md equal to the code.

python scripts/captions.py           write the tables anew
python scripts/captions.py --check   say what is out of date and exit 1
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path("docs/architecture.md")
BEGIN = "<!-- written by `make captions` -->\n"
END = "<!-- end of what `make captions` writes -->\n"


def read_captions(root: Path) -> dict[str, str]:
    """Return the first docstring line of each module of the package, by dotted name, sorted.

    A module without a docstring has an empty caption.
    """
    paths = sorted((root / "generator").rglob("*.py"))
    return {_dotted(path.relative_to(root)): _caption(path) for path in paths}


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _caption(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def render_tables(captions: dict[str, str]) -> str:
    """Return the captions as Markdown: a heading and a table for each part of the package."""
    parts: dict[str, list[str]] = {}
    for name, caption in captions.items():
        row = f"| `{name}` | {caption.replace('|', '&#124;')} |\n"
        parts.setdefault(_part(name, captions), []).append(row)
    tables = (f"### `{part}`\n\n| module | caption |\n|---|---|\n" for part in parts)
    return "\n".join(
        table + "".join(rows) for table, rows in zip(tables, parts.values(), strict=True)
    )


def _part(name: str, captions: dict[str, str]) -> str:
    """Return the package, one level down at most, that a module belongs to."""
    top, _, rest = name.partition(".")
    below = f"{top}.{rest.partition('.')[0]}"
    return below if any(other.startswith(f"{below}.") for other in captions) else top


def insert_tables(page: str, tables: str) -> str:
    """Return the page with the tables between its two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE} needs both marks:\n{BEGIN}{END}")
    return f"{before}{begin}\n{tables}\n{end}{after}"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the tables, or with ``--check`` compare it; return the exit code."""
    page = (root / PAGE).read_text(encoding="utf-8")
    fresh = insert_tables(page, render_tables(read_captions(root)))
    if arguments == ["--check"]:
        stale = sorted(set(fresh.splitlines()) ^ set(page.splitlines()))
        if fresh != page:
            print(f"{PAGE} is out of date; `make captions` writes it anew:", *stale, sep="\n  ")
        return int(fresh != page)
    (root / PAGE).write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
