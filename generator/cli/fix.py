"""`timeline fix`: mends what has one certain answer, and shows each line that it changed."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.check import below
from generator.cli.terminal import CACHE, count, examples, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem
    from generator.record.fixing import Mended


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Print what would change, write nothing.")
@click.pass_obj
@examples("timeline fix", "timeline fix content/events/2025 --dry-run")
def fix(root: Path, paths: tuple[Path, ...], *, dry_run: bool) -> None:
    """Mend what `timeline check` calls fixable; print the difference and what is left for you."""
    below(root, paths, ())
    files, problems = _preview(root, paths) if dry_run else _write(root, paths)
    left = [problem for problem in problems if problem.severity == "error"]
    for problem in left:
        click.echo(str(problem))
    said = f"{count(len(files), 'file')} {'to mend' if dry_run else 'mended'}"
    click.echo(f"{said}, {count(len(left), 'problem')} left for a person")
    if dry_run:
        click.echo("Nothing was written.")
    if left:
        sys.exit(1)


def _preview(root: Path, paths: tuple[Path, ...]) -> tuple[tuple[Mended, ...], tuple[Problem, ...]]:
    from generator.record.fixing import mend_content

    files, loaded = mend_content(
        root, lambda problems: below(root, paths, problems), cache=root / CACHE
    )
    for file in files:
        _print_difference(file)
    return files, below(root, paths, loaded.problems)


def _write(root: Path, paths: tuple[Path, ...]) -> tuple[tuple[Mended, ...], tuple[Problem, ...]]:
    from generator.record.disk import write_text, writing
    from generator.record.fixing import mend_content

    with writing(root, warn):
        files, loaded = mend_content(
            root, lambda problems: below(root, paths, problems), cache=root / CACHE
        )
        for file in files:
            write_text(root / file.path, file.after.decode(), expected=file.digest)
            _print_difference(file)
    return files, below(root, paths, loaded.problems)


def _print_difference(file: Mended) -> None:
    for line in render_difference(file):
        click.echo(line)


def render_difference(file: Mended) -> Iterator[str]:
    """Yield the lines of a unified diff of a file."""
    before, after = (data.decode().splitlines() for data in (file.before, file.after))
    names = f"a/{file.path}", f"b/{file.path}"
    yield from difflib.unified_diff(before, after, *names, lineterm="")
