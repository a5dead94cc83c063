"""`timeline form`: an accepted issue form into records, and what to say about it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import examples, load, warn

if TYPE_CHECKING:
    from generator.authoring.reported import Report


@click.command()
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for pull.json (the pull request to open) or reply.json (the answer to give).",
)
@click.option("--base", default="main", help="The branch that the pull request is for.")
@click.option("--lang", "language", default="fr", help="Of texts, where the form does not ask.")
@click.pass_obj
@examples('timeline form "$GITHUB_EVENT_PATH" --out "$RUNNER_TEMP/answer"')
def form(root: Path, event: Path, out: Path, base: str, language: str) -> None:
    """Write what an issue made of one of the forms reports: a new event, a correction, an address.

    EVENT is the forge's JSON file about the issue; it is read as data, and nothing in it is run. A
    maintainer's label starts the workflow that calls this. Exit code 1: nothing could be written.
    """
    from generator.authoring.answering import pull_request, reply
    from generator.authoring.issues import read_issue
    from generator.authoring.reported import settle
    from generator.record.disk import write_text, writing

    issue = read_issue(event, root)
    with writing(root, warn):
        loaded = load(root)
        report = settle(issue, loaded, root, language)
        paths = _write(root, report) if report.is_good else []
    if not paths:
        body = {"body": reply(report, dict(loaded.paths))}
        write_text(out / "reply.json", json.dumps(body, ensure_ascii=False))
        click.echo(f"Nothing was written: {out / 'reply.json'} says why.")  # not here: logs obey
        sys.exit(1)
    problems = tuple(each for each in load(root).problems if each.path in paths)
    told = pull_request(issue.number, report, paths, problems, base)
    write_text(out / "pull.json", json.dumps(told, ensure_ascii=False))
    click.echo("\n".join(f"written: {path}" for path in paths))


def _write(root: Path, report: Report) -> list[str]:
    """Write records and changes; return their paths, relative to the root."""
    from generator.record.disk import file_digest, write_text
    from generator.record.store import default_path, write_record

    for record in report.new:
        write_record(root, record, expected="")
    for path, (before, text) in (report.changed or {}).items():
        write_text(root / path, text, expected=file_digest(before))
    return [*map(default_path, report.new), *(report.changed or {})]
