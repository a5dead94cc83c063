"""Build the site as it was and as it is, and show which pages differ.

    python scripts/before_after.py BASE OUT [--pictures 12]

BASE is a revision. Both sites are built by the program as it is now, so what differs is what the
records say. OUT gets `site/`, and what `compare_pages.py` makes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import compare_pages

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """Yield a folder with the project as a revision has it, its history included."""
    with tempfile.TemporaryDirectory(prefix="timeline-before-") as name:
        folder = Path(name) / "project"
        run(root, "git", "worktree", "add", "--quiet", "--detach", str(folder), revision)
        try:
            yield folder
        finally:
            run(root, "git", "worktree", "remove", "--force", str(folder))


def build(root: Path, site: Path) -> None:
    """Build the site of a project."""
    config = str(root / "mkdocs.yml")
    words = ("build", "--quiet", "--config-file", config, "--site-dir", str(site.resolve()))
    run(root, sys.executable, "-m", "mkdocs", *words)


def run(folder: Path, *words: str) -> None:
    """Run a program in a folder; end with its code when it fails, having said what it says."""
    done = subprocess.run(words, cwd=folder, check=False)  # noqa: S603 -- no shell
    if done.returncode:
        raise SystemExit(done.returncode)


def main(arguments: list[str], root: Path) -> int:
    """Build both and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pictures", default=str(compare_pages.PICTURES))
    told = parser.parse_args(arguments)
    if told.base.startswith("-"):
        parser.error(f"{told.base}: is no revision")
    told.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="timeline-site-") as name:
        before, after = Path(name) / "before", told.out / "site"
        with checked_out(root, told.base) as project:
            build(project, before)
        build(root, after)
        words = [str(before), str(after), str(told.out), "--pictures", told.pictures]
        return compare_pages.main(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
