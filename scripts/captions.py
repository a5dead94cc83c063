"""Keep the table of modules in docs/architecture.md equal to the code.

python scripts/captions.py           write the table anew
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


def render_table(captions: dict[str, str]) -> str:
    """Return the captions as a Markdown table, one module a row."""
    rows = [
        f"| `{name}` | {caption.replace('|', '&#124;')} |" for name, caption in captions.items()
    ]
    return "\n".join(["| module | caption |", "|---|---|", *rows]) + "\n"


def insert_table(page: str, table: str) -> str:
    """Return the page with the table between its two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE} needs both marks:\n{BEGIN}{END}")
    return f"{before}{begin}\n{table}\n{end}{after}"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the table, or with ``--check`` compare it; return the exit code."""
    page = (root / PAGE).read_text(encoding="utf-8")
    fresh = insert_table(page, render_table(read_captions(root)))
    if arguments == ["--check"]:
        stale = sorted(set(fresh.splitlines()) ^ set(page.splitlines()))
        if fresh != page:
            print(f"{PAGE} is out of date; `make captions` writes it anew:", *stale, sep="\n  ")
        return int(fresh != page)
    (root / PAGE).write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
