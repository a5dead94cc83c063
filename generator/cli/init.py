"""`timeline init`: a new site on another subject."""

from __future__ import annotations

from pathlib import Path

import click

from generator.authoring.starting import languages
from generator.cli.terminal import examples, is_terminal
from generator.errors import UsageError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the site is called; asked for on a terminal.")
@click.option("--language", type=click.Choice(languages()), help="Of the site; fr without it.")
@click.option("--package", help="What pip installs this program from, as in requirements.txt.")
@examples(
    'timeline init ../museum --title "Le musée du phare"',
    "timeline init ../town --title Town --language en"
    " --package 'timeline-publisher @ git+https://forge.example/town/timeline'",
)
def init(folder: Path, title: str | None, language: str | None, package: str | None) -> None:
    """Write a small working site into FOLDER: one article, one event, workflows.

    Its `make serve` and `make test` pass. A file that is there is never overwritten: then nothing
    is written at all.
    """
    from generator.authoring.starting import Start, own_package, start_site

    if is_terminal():
        choices = click.Choice(languages())
        language = language or click.prompt("Langue · Language", type=choices, default="fr")
        title = title or click.prompt("Titre · Title", default=folder.resolve().name)
    if not title:
        raise UsageError("say what the site is called: --title")
    spec, is_public = (package, True) if package else own_package()
    start = Start(title=title, language=language or "fr", package=spec)
    files = start_site(folder, start)
    click.echo(f"{len(files)} files written into {folder}")
    if not is_public:
        click.echo(f"requirements.txt installs {spec}: this works on this machine only.")
        click.echo("Before you publish, write there where others find the program, or --package.")
    click.echo(f"Next: cd {folder} && make serve")
