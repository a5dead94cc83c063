"""`timeline diff`: what changed in the records, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import examples, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.publish.edition import Edition
    from generator.record.model import Content, Record


@click.command()
@click.argument("revision", default="HEAD")
@click.option("--language", type=click.Choice(["fr", "en"]), default="en", help="Of the words.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text",
    help="How to print it; markdown is for a pull request.",
)  # fmt: skip
@click.pass_obj
@examples("timeline diff", "timeline diff origin/main --format markdown --language fr")
def diff(root: Path, revision: str, language: str, form: str) -> None:
    """Say what changed in the records since a revision of the repository."""
    from generator.publish.edition import SiteOptions
    from generator.publish.pages import open_edition
    from generator.publish.revisions import read_revision

    old, new = read_revision(root, revision), load(root).content
    edition = open_edition(new, SiteOptions(language=language))
    found = list(_changes(old, new, edition))
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo(edition.words("change.nothing"))
        return
    if form == "markdown":
        click.echo(f"### {edition.words('change.since', revision=revision)}\n")
    for change in found:
        _show(change, markdown=form == "markdown")


def _show(change: dict[str, object], *, markdown: bool) -> None:
    lines = change["changes"]
    assert isinstance(lines, list)  # noqa: S101 -- made below
    if markdown:
        click.echo(f"- **{_safe(str(change['name']))}** (`{change['kind']}/{change['id']}`)")
        lines = [f"  - {_safe(line)}" for line in lines]
    else:
        click.echo(f"{change['name']} ({change['kind']}/{change['id']})")
        lines = [f"  {line}" for line in lines]
    click.echo("\n".join(lines))


def _safe(text: str) -> str:
    """Return a text that is itself in Markdown: strangers write titles."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#!|~@" else sign for sign in text)


def _changes(old: Content, new: Content, edition: Edition) -> Iterator[dict[str, object]]:
    from generator.publish.changes import describe, name_of
    from generator.record.schema import KINDS

    for folder in KINDS:
        before, after = getattr(old, folder), getattr(new, folder)
        for one, other in _pairs(before, after):
            record = other or one
            assert record is not None  # noqa: S101 -- a pair has one at least
            if one != other and (lines := describe(one, other, edition)):
                yield {
                    "kind": folder,
                    "id": record.id,
                    "name": name_of(record, edition),
                    "changes": list(lines),
                }


def _pairs(
    before: dict[str, Record], after: dict[str, Record]
) -> Iterator[tuple[Record | None, Record | None]]:
    """Yield the two versions of each record; one that was renamed says so in `formerly`."""
    renamed = {old: record.id for record in after.values() for old in record.formerly}
    for identifier, record in after.items():
        names = (identifier, *record.formerly)
        yield next((before[name] for name in names if name in before), None), record
    for identifier, record in before.items():
        if identifier not in after and identifier not in renamed:
            yield record, None
