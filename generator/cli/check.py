"""`timeline check`: every problem of every record, for a person, a forge or a program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.speech import choose_language, counted, language_option
from generator.cli.terminal import examples
from generator.errors import StoreError, UsageError

if TYPE_CHECKING:
    from generator.errors import Problem

CACHE = Path(".cache/timeline/problems.json")
STYLES = ("text", "github", "json", "sarif")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(STYLES), default="text")
@language_option
@click.pass_obj
@examples("timeline check", "timeline check content/events/2025 --lang fr --format github")
def check(root: Path, paths: tuple[Path, ...], style: str, language: str | None) -> None:
    """Print every problem of every record, with its file, line and column."""
    from generator.cli.reports import render_report
    from generator.record.checking import check_records

    below(root, paths, ())
    found, records = check_records(root, cache=root / CACHE)
    problems = below(root, paths, found)
    spoken = choose_language(root, language)
    report = render_report(problems, style, spoken, root)
    if report:
        click.echo(report)
    if style == "text":
        click.echo(_summary(problems, records, spoken))
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)


def _summary(problems: tuple[Problem, ...], records: int, language: str) -> str:
    from generator.record.messages import phrase, say

    errors = [problem for problem in problems if problem.severity == "error"]
    fixable = sum(problem.mend is not None for problem in problems)
    counts = phrase(
        "summary.counts",
        errors=counted(len(errors), "problem", language),
        files=counted(len({problem.path for problem in errors}), "file", language),
        warnings=counted(len(problems) - len(errors), "warning", language),
        records=counted(records, "record", language),
    )
    if fixable:
        counts = phrase("summary.fixable", counts=counts, fixable=fixable)
    return say(counts, language)


def below(
    root: Path, paths: tuple[Path, ...], problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Keep the problems of the files and folders named; all when none is.

    Raises:
        UsageError: there is no such file or folder, or it is not below the root.
    """
    if not paths:
        return problems
    bases = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
        if not path.resolve().is_relative_to(root.resolve()):
            raise UsageError(f"{path}: not below {root}")
        bases.append(path.resolve().relative_to(root.resolve()))
    return tuple(
        problem
        for problem in problems
        if any(Path(problem.path).is_relative_to(base) for base in bases)
    )


def content_error(problems: tuple[Problem, ...]) -> StoreError:
    """Return what to raise where records with problems cannot be worked on."""
    listed = "\n".join(str(problem) for problem in problems if problem.severity == "error")
    return StoreError(f"{listed}\nThe records have problems: mend them first (timeline check).")
