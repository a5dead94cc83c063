"""The `timeline` command: each subcommand calls one function of the package and prints its answer.

Exit codes: 0 clean, 1 problems in the data, 2 wrong usage. Heavy imports wait for the subcommand
that needs them, so that `timeline check` starts at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.accept import accept, reject
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.exchange import export, import_
from generator.cli.extract import extract
from generator.cli.fix import fix
from generator.cli.form import form
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.pairs import pairs
from generator.cli.review import review
from generator.cli.schema import schema
from generator.cli.score import score
from generator.cli.verify import verify
from generator.errors import TimelineError, UsageError


class _Group(click.Group):
    """Prints what this package raises on purpose as one line, and lists commands as written."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's signature
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        except TimelineError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder; by default the nearest one above that has a content folder.",
)
@click.version_option(package_name="timeline-publisher")
@click.pass_context
def main(ctx: click.Context, root: Path | None) -> None:
    """News articles in, YAML event records out, and a public timeline that shows its proof."""
    ctx.obj = root or _find_root(Path.cwd())


def _find_root(start: Path) -> Path:
    """Return the nearest folder, upwards, with records; the starting one when there is none."""
    for folder in (start, *start.parents):
        if (folder / "content").is_dir() and (folder / "mkdocs.yml").is_file():
            return folder
    return start


for command in (
    extract,
    check,
    fix,
    verify,
    new,
    form,
    accept,
    reject,
    pairs,
    import_,
    export,
    schema,
    score,
    diff,
    review,
    init,
):
    main.add_command(command)
