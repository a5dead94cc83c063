"""What commands share: the records, the files of articles, counts and progress on a terminal."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.record.store import Loaded

CACHE = Path(".cache/timeline/records.json")
ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm")


def examples(*lines: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add examples to a command's help."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        listed = "\n\n".join(f"\b\n  {line}" for line in lines)
        about = inspect.cleandoc(function.__doc__ or "")
        function.__doc__ = f"{about}\n\n\b\nExamples:\n\n{listed}"
        return function

    return add


def load(root: Path) -> Loaded:
    """Read every record of a project, from its cache where nothing has changed."""
    from generator.record.store import read_content

    return read_content(root, cache=root / CACHE)


def article_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Replace folders by the articles in them, sorted; keep files as they are named."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(file for file in path.iterdir() if file.suffix in ARTICLE_SUFFIXES)
        files += [file for file in inside if file.name != "README.md"]
    return tuple(files)


def progress(paths: Sequence[Path], label: str, *, quiet: bool) -> Iterable[Path]:
    """Yield the paths: behind a bar on a terminal, after plain lines elsewhere."""
    if quiet:
        yield from paths
    elif sys.stderr.isatty():
        with click.progressbar(paths, label=label, file=sys.stderr) as bar:
            yield from bar
    else:
        for number, path in enumerate(paths, start=1):
            click.echo(f"{label} {number}/{len(paths)}: {path}", err=True)
            yield path


def count(number: int, noun: str) -> str:
    """Say how many there are of something."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def warn(line: str) -> None:
    """Say something that is no result."""
    click.echo(line, err=True)


def is_terminal() -> bool:
    """Say whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()
