"""Keep the walks in the guides true: do in an empty folder what they show, print what comes.

python scripts/walk.py           write the answers of the commands anew, in both languages
python scripts/walk.py --check   say which page is out of date and exit 1

A block whose first line names a file is that file; in a console block each line with a dollar sign
is a command, and what follows it is its answer.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WALKS = tuple(
    (Path(f"docs/{name}.md"), Path(f"docs/{name}.fr.md"))
    for name in ("proposals", "editing", "reviewing")
)
"""Pages that show the same walk: the first is done, the others are told."""
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def walk(page: str, folder: Path) -> str:
    """Return a page with the answers that its commands give in an empty folder."""
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: walk\n")

    def done(block: re.Match[str]) -> str:
        kind, name, body = block.groups()
        if name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif kind == "console":
            body = "".join(_run(line, folder) for line in commands(body))
        return f"```{kind}{f' {name}' if name else ''}\n{body}```"

    return _BLOCK.sub(done, page)


def commands(body: str) -> list[str]:
    """Return the command lines of a console block."""
    return [line for line in body.splitlines(keepends=True) if line.startswith("$ ")]


def _run(line: str, folder: Path) -> str:
    own = str(Path(sys.executable).parent)
    environment = os.environ | {
        "PATH": f"{own}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(  # noqa: S603 -- our own page
        ["/bin/sh", "-c", line.removeprefix("$ ")],
        cwd=folder,
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return line + done.stdout.decode()


def answers(page: str) -> list[str]:
    """Return the blocks of a page that a machine can write: files and consoles."""
    return [block[0] for block in _BLOCK.finditer(page)]


def main(arguments: list[str]) -> int:
    """Write the pages, or say which one is out of date."""
    return max(_keep(pages, check=bool(arguments)) for pages in WALKS)


def _keep(paths: tuple[Path, ...], *, check: bool) -> int:
    """Write the pages of one walk; with ``check`` only say which one is out of date."""
    pages = {path: (ROOT / path).read_text(encoding="utf-8") for path in paths}
    first, *others = paths
    with tempfile.TemporaryDirectory() as name:
        fresh = {first: walk(pages[first], Path(name))}
    blocks = answers(fresh[first])
    for path in others:
        told = iter(blocks)
        fresh[path] = _BLOCK.sub(lambda block, told=told: next(told, block[0]), pages[path])
    stale = [path for path in paths if fresh[path] != pages[path]]
    for path in stale:
        print(f"{path}: out of date" if check else f"{path}: written")
        if not check:
            (ROOT / path).write_text(fresh[path], encoding="utf-8")
    return int(bool(stale) and check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
