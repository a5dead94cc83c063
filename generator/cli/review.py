"""`timeline review`: what a pull request does to the records, for whoever reads it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.diff import unread_in
from generator.cli.speech import choose_language
from generator.cli.terminal import count, examples, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.errors import Problem
    from generator.publish.comparison import RecordChange
    from generator.record.store import Loaded

MAX_CHANGES = 200  # records whose changes are told


@click.command()
@click.argument("revision", default="origin/main")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for summary.md, which the forge shows, and review.json, which the preview reads.",
)
@click.pass_obj
@examples('timeline review origin/main --out "$RUNNER_TEMP/preview"')
def review(root: Path, revision: str, out: Path | None) -> None:
    """Say what changed in the records since a revision, and every problem that they have.

    Problems are printed as a forge's notes on the lines, ten at most, the files of the change
    first; the summary has all of them, and the changes in words, in French and in English. Exit
    code 1 when a record has an error.
    """
    from generator.authoring.annotations import annotate
    from generator.record.checking import check_records
    from generator.record.disk import write_text
    from generator.record.messages import line_of

    loaded = load(root)
    problems, _ = check_records(root)
    changes = {each: _changes(root, loaded, revision, each) for each in ("fr", "en")}
    touched = {path for each in changes["en"] if (path := loaded.paths.get((each.kind, each.id)))}
    touched |= {path for path in loaded.digests if path not in loaded.paths.values()}
    for line in annotate(problems, touched, choose_language(root, None)):
        click.echo(line)
    if out:
        write_text(out / "summary.md", "".join(f"{line}\n" for line in _summary(problems, changes)))
        told = {
            "problems": [line_of(problem, "en") for problem in problems],
            "changes": {
                language: [
                    {"kind": each.kind, "id": each.id, "name": each.name, "lines": each.lines}
                    for each in found
                ]
                for language, found in changes.items()
            },
        }
        write_text(out / "review.json", json.dumps(told, ensure_ascii=False, indent=1))
    errors = sum(problem.severity == "error" for problem in problems)
    changed = count(len(changes["en"]), "record")
    click.echo(f"{changed} changed since {revision}, {count(errors, 'problem')}")
    if errors:
        sys.exit(1)


def _changes(root: Path, loaded: Loaded, revision: str, language: str) -> tuple[RecordChange, ...]:
    from generator.publish.comparison import compare
    from generator.publish.edition import SiteOptions
    from generator.publish.pages import open_edition
    from generator.publish.revisions import read_revision

    edition = open_edition(loaded.content, SiteOptions(language=language))
    return compare(read_revision(root, revision), edition, unread_in(loaded))


def _summary(
    found: Sequence[Problem], changes: dict[str, tuple[RecordChange, ...]]
) -> Iterator[str]:
    """Yield the lines of the summary: Markdown in which nothing that strangers wrote is live."""
    from generator.authoring.answering import as_code
    from generator.authoring.wording import say

    for language, told in changes.items():
        yield f"### {say('review.changes', language)}\n"
        if not told:
            yield say("review.nothing", language)
        for each in told[:MAX_CHANGES]:
            yield f"- {as_code(each.name)} (`{each.kind}/{each.id}`)"
            yield from (f"  - {as_code(line)}" for line in each.lines)
        if len(told) > MAX_CHANGES:
            yield f"- … {len(told) - MAX_CHANGES}"
        yield ""
    for severity in ("error", "warning"):
        problems = [each for each in found if each.severity == severity]
        title = " · ".join(say(f"review.{severity}", language) for language in changes)
        yield f"### {title} : {len(problems)}\n"
        yield from _rows(problems)


def _rows(problems: Sequence[Problem]) -> Iterator[str]:
    from generator.authoring.annotations import MAX_ROWS
    from generator.authoring.answering import as_code
    from generator.record.messages import sentence_of

    if not problems:
        return
    yield "| file | line | code | |\n|---|---|---|---|"
    for each in problems[:MAX_ROWS]:
        place = f"{each.line}:{each.column}"
        cells = (as_code(each.path), place, as_code(each.code), as_code(sentence_of(each, "fr")))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    if len(problems) > MAX_ROWS:
        yield f"\n… {len(problems) - MAX_ROWS}"
    yield ""
