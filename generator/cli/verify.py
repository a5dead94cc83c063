"""`timeline verify`: evidence against the texts that it was taken from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import article_files, count, examples, load
from generator.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.article.reader import Article
    from generator.record.model import Content
    from generator.record.passage import NormalisedText
    from generator.record.verification import Finding

NEAR = 30  # code points shown on both sides of a passage


@click.command()
@click.option(
    "--articles",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of article texts; by default content/articles and its private folder.",
)
@click.option(
    "--article",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="One article, just fetched: only what rests on it is looked at.",
)
@click.option("--source", help="Whose article --article is, when its text and address do not tell.")
@click.pass_obj
@examples(
    "timeline verify",
    "timeline verify --articles ../texts",
    "timeline verify --article page.html --source courrier-2021",
)
def verify(root: Path, folders: tuple[Path, ...], file: Path | None, source: str | None) -> None:
    """Hold each piece of evidence against the text of its article.

    Each passage is ok, moved (the same words elsewhere), changed (shown as it reads now), missing
    or unread (no text to compare with). Ends with 1 when one is changed or missing.
    """
    from generator.record.standing import Standing
    from generator.record.verification import counts, find_copied, match_texts, verify_content

    if source and not file:
        raise UsageError("--source says whose article --article is: give both")
    content = load(root).content
    if file:
        texts = _one_text(file, source, content)
    else:
        articles = root / "content" / "articles"
        texts = match_texts(content, _read_texts(folders or (articles, articles / "private")))
    findings = tuple(
        finding
        for finding in verify_content(content, texts)
        if not file or finding.evidence.source in texts
    )
    for finding in findings:
        if finding.verdict.standing not in (Standing.OK, Standing.UNREAD):
            click.echo(_finding_line(finding, texts))
    for line in _unread_lines(findings):
        click.echo(line)
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
    now = texts[item.source].text[max(0, verdict.start - NEAR) : verdict.end + NEAR]
    return f"{line}, now at {verdict.start}-{verdict.end}: …{now}…"


def _unread_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield a line for each source without a text: what to do about it."""
    from generator.record.standing import Standing

    unread: dict[str, int] = {}
    for finding in findings:
        if finding.verdict.standing is Standing.UNREAD:
            unread[finding.evidence.source] = unread.get(finding.evidence.source, 0) + 1
    for source, number in sorted(unread.items()):
        yield (
            f"{source}: {count(number, 'passage')} unread: save the article as "
            f"content/articles/private/{source}.txt (or .html), or give it with --article"
        )


def _one_text(file: Path, source: str | None, content: Content) -> dict[str, NormalisedText]:
    """Return the text of the one source that a file is the article of.

    Raises:
        UsageError: no such source, or the file does not tell which one it is of.
        ArticleError: the file cannot be read.
    """
    from generator.extract.article.reader import read_article
    from generator.record.passage import normalise
    from generator.record.verification import match_texts

    article = read_article(file)
    text = normalise(article.text)
    if source is None:
        found = [*match_texts(content, {file.stem: text}), *_by_address(article, content)]
        if not found:
            raise UsageError(f"{file}: of no source, by its text, name or address: add --source ID")
        source = found[0]
    elif source not in content.sources:
        raise UsageError(f'--source: there is no source "{source}" in content/sources')
    return {source: text}


def _by_address(article: Article, content: Content) -> Iterator[str]:
    """Yield the sources whose address the page gives as its own."""
    for source in content.sources.values():
        if article.url and article.url in (source.url, source.archive):
            yield source.id


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
