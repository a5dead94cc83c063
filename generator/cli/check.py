"""`timeline check`: every problem of every record, for a person, a forge or a program."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.terminal import count, examples, load
from generator.errors import FIXABLE, Problem, StoreError, UsageError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(("text", "github", "json")), default="text")
@click.pass_obj
@examples("timeline check", "timeline check content/events/2025 --format github")
def check(root: Path, paths: tuple[Path, ...], style: str) -> None:
    """Print every problem of every record, with its file, line and column."""
    loaded = load(root)
    problems = below(root, paths, loaded.problems)
    _print_problems(problems, style)
    errors = [problem for problem in problems if problem.severity == "error"]
    if style == "text":
        files = len({problem.path for problem in errors})
        warnings = len(problems) - len(errors)
        fixable = sum(problem.mend is not None for problem in problems)
        click.echo(
            f"{count(len(errors), 'problem')} in {count(files, 'file')}, "
            f"{count(warnings, 'warning')}, {count(len(loaded.paths), 'record')} read"
            + (f"; {fixable} fixable: timeline fix" if fixable else "")
        )
    if errors:
        sys.exit(1)


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


def _print_problems(problems: tuple[Problem, ...], style: str) -> None:
    if style == "json":
        fields = ("path", "line", "column", "code", "severity", "message", "hint")
        listed = [
            {name: getattr(problem, name) for name in fields} | {"fixable": bool(problem.mend)}
            for problem in problems
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for problem in problems:
        click.echo(_github(problem) if style == "github" else str(problem))


def _github(problem: Problem) -> str:
    """Write a problem as a workflow command, which a forge shows on the line.

    Source: GitHub Actions, workflow commands: percent, line ends and, in properties, commas and
    colons are escaped, so that no record can smuggle in a command of its own.
    """

    def escape(text: str, more: str = "") -> str:
        for sign in "%\r\n" + more:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    place = f"file={escape(problem.path, ':,')},line={problem.line},col={problem.column}"
    message = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    message = f"{message} {FIXABLE}" if problem.mend else message
    return f"::{problem.severity} {place},title={problem.code}::{escape(message)}"


def content_error(problems: tuple[Problem, ...]) -> StoreError:
    """Return what to raise where records with problems cannot be worked on."""
    listed = "\n".join(str(problem) for problem in problems if problem.severity == "error")
    return StoreError(f"{listed}\nThe records have problems: mend them first (timeline check).")
