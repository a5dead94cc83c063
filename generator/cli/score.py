"""`timeline score`: what the extractor finds in marked articles against what is marked in them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import count, examples, load
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.extract.quality.scoring import Scores, Tally
    from generator.record.model import Content


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every rate, of each article too.")
@click.option(
    "--floors",
    "floors_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="What the scores must reach, by name of folder; exit 1 when they do not.",
)
@click.option("--update", is_flag=True, help="Raise the floors to what is measured now.")
@click.option("--allow-regression", is_flag=True, help="With --update: lower floors too.")
@click.pass_obj
@examples(
    "timeline score tests/quality/fr",
    "timeline score tests/quality/fr --floors tests/quality/floors.json",
    "timeline score tests/quality/fr --floors tests/quality/floors.json --update",
)
def score(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    root: Path,
    gold: Path,
    as_json: bool,
    floors_file: Path | None,
    update: bool,
    allow_regression: bool,
) -> None:
    """Measure the extractor on a folder of marked articles: NAME.txt with NAME.gold.json."""
    from generator.extract.quality.scoring import total

    if update and not floors_file:
        raise UsageError("--update writes the file that --floors names: name one")
    if allow_regression and not update:
        raise UsageError("--allow-regression goes with --update")
    by_article = _score_folder(gold, load(root).content)
    scores = total(by_article)
    if as_json:
        _print_json(scores, by_article)
    else:
        _print_table(scores, len(by_article))
    if floors_file and update:
        _update(floors_file, gold, scores, allow_regression=allow_regression)
    elif floors_file:
        _hold(floors_file, gold, scores)


def _score_folder(folder: Path, content: Content) -> dict[str, Scores]:
    from generator.extract import neutral
    from generator.extract.quality import scoring
    from generator.extract.quality.gold import read_aliases, read_gold, read_marking
    from generator.extract.reading import read

    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise UsageError(f"{folder}: holds no NAME.txt")
    aliases = read_aliases(folder)
    scores = {}
    for path in paths:
        text, marking = read_gold(path)
        found = read_marking(neutral.to_json(read(path, content)))
        scores[path.stem] = scoring.score(marking, found, text, aliases)
    return scores


def _print_json(scores: Scores, by_article: dict[str, Scores]) -> None:
    articles = {name: each.measures() for name, each in by_article.items()}
    printed = {"articles": len(articles), "scores": scores.measures(), "by_article": articles}
    click.echo(json.dumps(printed, ensure_ascii=False, indent=2))


def _print_table(scores: Scores, articles: int) -> None:
    """Print precision, recall and F1 of what is found, the share of what is judged."""
    click.echo(f"{count(articles, 'article'):<26} precision  recall      F1   marked")
    for label, tally in (
        ("events", scores.events),
        ("participants", scores.participants),
        ("organisations", scores.organisations),
        ("figures", scores.figures),
        ("figures, any period", scores.figure_values),
        ("residue, characters", scores.residue),
    ):
        rates = "".join(f"{_shown(rate):>8}" for rate in (tally.precision, tally.recall, tally.f1))
        click.echo(f"{label:<27}{rates}{_marked(tally):>9}")
    for label, tally in (
        ("main events found", scores.main),
        ("dates exact", scores.date),
        ("types right", scores.type),
        ("places right", scores.place),
        ("evidence within its text", scores.evidence),
    ):
        click.echo(f"{label:<27}{_shown(tally.recall):>16}{_marked(tally):>17}")


def _shown(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.3f}"


def _marked(tally: Tally) -> int:
    return tally.right + tally.missed


def _hold(path: Path, folder: Path, scores: Scores) -> None:
    """Exit 1 when a score is below its floor or the floors are of other articles."""
    from generator.extract.quality.floors import corpus_digest, find_falls, read_floors

    name = folder.resolve().name
    floors = read_floors(path).get(name)
    if floors is None:
        raise UsageError(f"{path}: has no floors for {name}; --update sets them")
    lines = find_falls(floors, scores.measures())
    if corpus_digest(folder) != floors.digest:
        lines = (f"the articles have changed since the floors were set in {path}", *lines)
    _fail(name, lines)


def _update(path: Path, folder: Path, scores: Scores, *, allow_regression: bool) -> None:
    """Write the floors anew; exit 1 and write nothing when one would be lowered unasked."""
    from generator.extract.quality.floors import (
        corpus_digest,
        find_falls,
        raise_floors,
        read_floors,
        render_floors,
    )
    from generator.record.disk import write_text

    every, name, rates = read_floors(path), folder.resolve().name, scores.measures()
    old = every.get(name)
    if old and not allow_regression:
        _fail(name, find_falls(old, rates), "nothing written; --allow-regression lowers floors")
    now = raise_floors(old, corpus_digest(folder), rates)
    if now != old:
        write_text(path, render_floors({**every, name: now}))
    click.echo(f"{path}: floors of {name} {'kept' if now == old else 'set'}", err=True)


def _fail(name: str, lines: tuple[str, ...], advice: str = "") -> None:
    for line in lines:
        click.echo(f"{name}: {line}", err=True)
    if lines:
        if advice:
            click.echo(advice, err=True)
        sys.exit(1)
