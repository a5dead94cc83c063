"""`timeline diff`: what changed in the records, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import examples, load

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.store import Loaded


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
    from generator.publish.comparison import compare
    from generator.publish.edition import SiteOptions
    from generator.publish.pages import open_edition
    from generator.publish.revisions import read_revision

    loaded = load(root)
    old, new = read_revision(root, revision), loaded.content
    edition = open_edition(new, SiteOptions(language=language))
    found: list[dict[str, object]] = [
        {"kind": each.kind, "id": each.id, "name": each.name, "changes": list(each.lines)}
        for each in compare(old, edition, unread_in(loaded))
    ]
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


def unread_in(loaded: Loaded) -> frozenset[tuple[str, str]]:
    """Return folder and id of the records whose files are there and cannot be read."""
    parts = (path.split("/") for path in loaded.digests if path not in loaded.paths.values())
    return frozenset((part[1], part[-1].rpartition(".")[0]) for part in parts)
