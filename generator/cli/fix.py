"""`timeline fix`: mends what has one certain answer, and shows each line that it changed."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.check import below
from generator.cli.speech import choose_language, counted, language_option
from generator.cli.terminal import CACHE, examples, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem
    from generator.record.fixing import Mended


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Print what would change, write nothing.")
@language_option
@click.pass_obj
@examples("timeline fix", "timeline fix content/events/2025 --dry-run")
def fix(root: Path, paths: tuple[Path, ...], *, dry_run: bool, language: str | None) -> None:
    """Mend what `timeline check` calls fixable; print the difference and what is left for you."""
    from generator.cli.reports import render_report
    from generator.record.messages import phrase, say

    below(root, paths, ())
    spoken = choose_language(root, language)
    files, problems = (_preview if dry_run else _write)(root, paths)
    for file in files:
        for line in render_difference(file):
            click.echo(line)
        if b"\r" in file.before and b"\r" not in file.after:
            click.echo(say(phrase("fix.lines", path=file.path), spoken))
    left = tuple(problem for problem in problems if problem.severity == "error")
    if left:
        click.echo(render_report(left, "text", spoken, root))
    key = "fix.preview" if dry_run else "fix.mended"
    said = phrase(
        key,
        files=counted(len(files), "file", spoken),
        problems=counted(len(left), "problem", spoken),
    )
    click.echo(say(said, spoken))
    if dry_run:
        click.echo(say(phrase("fix.nothing"), spoken))
    if left:
        sys.exit(1)


def _preview(root: Path, paths: tuple[Path, ...]) -> tuple[tuple[Mended, ...], tuple[Problem, ...]]:
    from generator.record.fixing import mend_content

    files, loaded = mend_content(
        root, lambda problems: below(root, paths, problems), cache=root / CACHE
    )
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
    return files, below(root, paths, loaded.problems)


def render_difference(file: Mended) -> Iterator[str]:
    """Yield the lines of a unified diff of a file."""
    before, after = (data.decode().splitlines() for data in (file.before, file.after))
    names = f"a/{file.path}", f"b/{file.path}"
    yield from difflib.unified_diff(before, after, *names, lineterm="")
