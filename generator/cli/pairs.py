"""`timeline pairs`: records that may be one event, and what an editor decides of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.terminal import count, examples, load, warn
from generator.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.model import Content


@click.command()
@click.argument("ids", nargs=-1, metavar="[ONE OTHER]")
@click.option("--same", "same", flag_value="same", help="ONE is the same event as OTHER.")
@click.option("--apart", "same", flag_value="apart", help="They are two events.")
@click.pass_obj
@examples(
    "timeline pairs",
    "timeline pairs sommet-astana sommet-astana-2024 --same",
    "timeline pairs rencontre-pekin rencontre-xian --apart",
)
def pairs(root: Path, ids: tuple[str, ...], same: str | None) -> None:
    """List records that may be one event, with the reasons; or decide on two of them.

    A decision is written into the record ONE (same_as, not_same_as), and every later run of the
    extractor keeps to it. With --same, what articles say goes to OTHER from then on.
    """
    if not ids and same is None:
        _list(load(root).content)
        return
    if len(ids) != len(("one", "other")) or same is None:
        raise UsageError("name two records and say --same or --apart; `timeline pairs` lists them")
    from generator.extract.drafts.pairs import decide
    from generator.record.disk import writing

    with writing(root, warn):
        path = decide(root, load(root), *ids, same=same == "same")
    click.echo(f"{path}: written" if path else f"{ids[0]}: says so already")


def _list(content: Content) -> None:
    from generator.extract.drafts.pairs import find_pairs

    found = find_pairs(content)
    for pair in found:
        click.echo(f"{pair.one} · {pair.other}")
        for name in (pair.one, pair.other):
            event = content.events[name]
            title = next(iter(event.title.values()))
            click.echo(f"  {event.date or 'no date'}: {title}")
        click.echo(f"  because: {', '.join(pair.reasons)}")
        click.echo(f"  timeline pairs {pair.one} {pair.other} --same (or --apart)")
    click.echo(f"{count(len(found), 'pair')} to decide on")
