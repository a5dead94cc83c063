"""`timeline verify`: evidence against the texts that it was taken from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import article_files, examples, load
from generator.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.passage import NormalisedText
    from generator.record.verification import Finding


@click.command()
@click.option(
    "--articles",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of article texts; by default content/articles and its private folder.",
)
@click.pass_obj
@examples("timeline verify", "timeline verify --articles ../texts")
def verify(root: Path, folders: tuple[Path, ...]) -> None:
    """Hold each piece of evidence against the text of its article."""
    from generator.record.passage import Standing
    from generator.record.verification import counts, find_copied, match_texts, verify_content

    content = load(root).content
    articles = root / "content" / "articles"
    texts = match_texts(content, _read_texts(folders or (articles, articles / "private")))
    findings = verify_content(content, texts)
    for finding in findings:
        if finding.verdict.standing not in (Standing.OK, Standing.UNREAD):
            click.echo(_finding_line(finding, texts))
    copied = find_copied(content, texts)
    for item in copied:
        click.echo(f"{item.event}: {item.field} shares a run with {item.source}: {item.words}")
    tally = counts(findings)
    click.echo(", ".join(f"{number} {standing}" for standing, number in tally.items()))
    if copied or tally[Standing.CHANGED] or tally[Standing.MISSING]:
        sys.exit(1)


def _finding_line(finding: Finding, texts: dict[str, NormalisedText]) -> str:
    """Say where a passage stands, with its neighbourhood when it is not what was read."""
    item, verdict = finding.evidence, finding.verdict
    line = f"{finding.event}: {item.id}: {verdict.standing} ({item.source})"
    if verdict.end <= verdict.start:
        return f'{line}: "{item.from_} … {item.to}" is not in the text'
    now = texts[item.source].text[max(0, verdict.start - 30) : verdict.end + 30]
    return f"{line}, now at {verdict.start}-{verdict.end}: …{now}…"


def _read_texts(folders: Iterable[Path]) -> dict[str, NormalisedText]:
    from generator.extract.article.reader import read_article
    from generator.record.passage import normalise

    texts = {}
    for path in article_files(folder for folder in folders if folder.is_dir()):
        try:
            texts[path.stem] = normalise(read_article(path).text)
        except ArticleError as error:
            click.echo(str(error), err=True)
    return texts
