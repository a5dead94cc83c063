"""`timeline extract`: articles in, drafts out; with --json, what was found and nothing written."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.check import content_error
from generator.cli.terminal import article_files, examples, load, progress, warn
from generator.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from generator.extract.reading import Reading


BATCH = 200  # articles that are written together: what a run that is cut short loses at most


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--issued", help="The day of publication (EDTF), when the article does not say it.")
@click.option("--language", help="The language (such as fr), when it should not be detected.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found, write nothing.")
@click.option("--stale", is_flag=True, help="Read only articles that are new or have changed.")
@click.option("--jobs", type=click.IntRange(0), help="Processes at work; 0 takes every core.")
@click.option("--dask", metavar="ADDRESS", help="Have a Dask cluster read: its scheduler.")
@click.option("--extractor", default="rules", help="Who finds the events; the rules by default.")
@click.option("--with", "told", multiple=True, metavar="NAME=VALUE", help="Tell the extractor.")
@click.pass_obj
@examples(
    "timeline extract article.txt",
    "timeline extract page.html --issued 2024-07-03",
    "timeline extract content/articles --stale",
    "timeline extract *.txt --json --jobs 0",
    "timeline extract a.txt --extractor chat --with address=http://[::1]:8080/v1 --with model=M",
)
def extract(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    root: Path,
    files: tuple[Path, ...],
    issued: str | None,
    language: str | None,
    as_json: bool,
    stale: bool,
    jobs: int | None,
    dask: str | None,
    extractor: str,
    told: tuple[str, ...],
) -> None:
    """Read articles (text, Markdown, HTML; or folders of them) into event records."""
    paths = article_files(files)
    stale = stale or (len(paths) > BATCH and not as_json)  # a long run may have been cut short
    if stale:
        from generator.extract.drafts import planner as drafts

        paths = drafts.stale(root, paths, _version(extractor, told))
        if not paths:
            click.echo("Every article has been read already: nothing to do.")
            return
    loaded = load(root)
    if any(problem.severity == "error" for problem in loaded.problems) and not as_json:
        raise content_error(loaded.problems)
    date = _parse_issued(issued)
    telling: list[Reading] = []
    failed = read = 0
    with _readers(jobs, dask, len(paths)) as (executor, at_once):
        found = _read_batches(
            root,
            paths,
            issued=date,
            language=language,
            extractor=extractor,
            options=_options(told),
            executor=executor,
            jobs=at_once,
        )
        readings = zip(progress(paths, "Reading", quiet=as_json), found, strict=True)
        for number, (path, reading) in enumerate(readings, start=1):
            if isinstance(reading, ArticleError):
                click.echo(str(reading), err=True)
                failed += 1
            else:
                _show(path, reading, as_json=as_json)
                read += bool(reading.events or stale)
                if not as_json and (reading.events or stale):  # JSON is printed and forgotten
                    telling.append(reading)
            if telling and (number % BATCH == 0 or number == len(paths)):
                write_drafts(root, telling)
                telling.clear()
    if failed or not read:
        sys.exit(1)


def _show(path: Path, reading: Reading, *, as_json: bool) -> None:
    from generator.extract import neutral

    if as_json:
        click.echo(json.dumps(neutral.to_json(reading), ensure_ascii=False))
    if reading.dropped:
        lines = (f"  dropped {dropped}" for dropped in reading.dropped)
        head = f"{path}: {len(reading.dropped)} proposed fields are not proved by the article:"
        click.echo("\n".join((head, *lines)), err=True)
    if not reading.events:
        click.echo(f"{path}: tells no event that can be dated or placed", err=True)


def _read_batches(
    root: Path,
    paths: Sequence[Path],
    **how: Any,  # noqa: ANN401 -- as `read_many` takes it
) -> Iterator[Reading | ArticleError]:
    """Yield what is found in articles, those of a batch with the records as the last one left them.

    After a run that was cut short the batches are the same: what it had written was whole ones.
    """
    from generator.extract.many import read_many

    for start in range(0, len(paths), BATCH):
        yield from read_many(paths[start : start + BATCH], load(root).content, **how)


@contextmanager
def _readers(
    jobs: int | None, dask: str | None, articles: int
) -> Iterator[tuple[Executor | None, int]]:
    """Yield who reads, None for this process, and how many articles at once."""
    from generator.extract.cluster import open_cluster
    from generator.extract.many import cores, open_processes

    if dask is None:
        at_once = max(1, min(cores() if jobs == 0 else jobs or 1, articles))
        if at_once == 1:
            yield None, 1
        else:
            with open_processes(at_once) as processes:
                yield processes, at_once
    elif jobs is not None:
        raise UsageError("--jobs and --dask: the cluster has its own workers; leave --jobs out")
    else:
        with open_cluster(dask) as cluster:
            yield cluster


def write_drafts(root: Path, readings: Sequence[Reading]) -> None:
    """Write what articles tell, while no other command writes, and say what was done."""
    from generator.extract.drafts import planner as drafts
    from generator.record.disk import writing

    with writing(root, warn):
        loaded = load(root)
        plan = drafts.plan(readings, loaded, drafts.read_kept(root, loaded))
        drafts.apply(plan, root)
    for line in plan.lines:
        click.echo(line)


def _version(extractor: str, told: Iterable[str]) -> str:
    from generator.extract.extractors.installed import open_extractor

    found = open_extractor(extractor, tuple(sorted(_options(told).items())))
    return found.version if found else ""


def _options(told: Iterable[str]) -> dict[str, str]:
    """Return what an extractor is told, by name."""
    pairs = [each.partition("=") for each in told]
    for name, sign, _ in pairs:
        if not sign:
            raise UsageError(f'--with {name}: expected NAME=VALUE, such as "model=mistral"')
    return {name: value for name, _, value in pairs}


def _parse_issued(text: str | None) -> Any:  # noqa: ANN401 -- Edtf or None
    from generator.record.edtf import EdtfError, parse_edtf

    try:
        return parse_edtf(text) if text else None
    except EdtfError as error:
        hint = f'. Did you mean "{error.suggestion}"?' if error.suggestion else ""
        raise UsageError(f"--issued: {error}{hint}") from error
