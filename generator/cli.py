"""The `timeline` command: each subcommand calls one function of the package and prints its answer.

Exit codes: 0 clean, 1 problems in the data, 2 wrong usage. Heavy imports wait for the subcommand
that needs them, so that `timeline check` starts at once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.errors import ArticleError, Problem, StoreError, TimelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.extract.reading import Reading
    from generator.record.passage import NormalisedText
    from generator.record.store import Loaded
    from generator.record.verification import Finding

CACHE = Path(".cache/timeline/records.json")
ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm")
_PROBLEM_FORMATS = ("text", "github", "json")


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


def _examples(*lines: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add examples to a command's help."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        listed = "\n\n".join(f"\b\n  {line}" for line in lines)
        function.__doc__ = f"{function.__doc__}\n\n\b\nExamples:\n\n{listed}"
        return function

    return add


def _load(root: Path) -> Loaded:
    from generator.record.store import read_content

    return read_content(root, cache=root / CACHE)


# ── extract ──────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--issued", help="The day of publication (EDTF), when the article does not say it.")
@click.option("--language", help="The language (such as fr), when it should not be detected.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found, write nothing.")
@click.option("--stale", is_flag=True, help="Read only articles that are new or have changed.")
@click.pass_obj
@_examples(
    "timeline extract article.txt",
    "timeline extract page.html --issued 2024-07-03",
    "timeline extract content/articles --stale",
    "timeline extract *.txt --json",
)
def extract(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    root: Path,
    files: tuple[Path, ...],
    issued: str | None,
    language: str | None,
    as_json: bool,
    stale: bool,
) -> None:
    """Read articles (text, Markdown, HTML; or folders of them) into event records."""
    paths = _article_files(files)
    if stale:
        from generator.extract import drafts

        paths = drafts.stale(root, paths)
        if not paths:
            click.echo("Every article has been read already: nothing to do.")
            return
    from generator.extract import neutral
    from generator.extract.reading import read

    loaded = _load(root)
    if any(problem.severity == "error" for problem in loaded.problems) and not as_json:
        raise _content_error(loaded.problems)
    date = _parse_issued(issued)
    readings: list[Reading] = []
    failed = 0
    for path in _progress(paths, "Reading", quiet=as_json):
        try:
            reading = read(path, loaded.content, issued=date, language=language)
        except ArticleError as error:
            click.echo(str(error), err=True)
            failed += 1
            continue
        if as_json:
            click.echo(json.dumps(neutral.to_json(reading), ensure_ascii=False))
        if not reading.events:
            click.echo(f"{path}: tells no event that can be dated or placed", err=True)
        readings.append(reading)
    telling = [reading for reading in readings if reading.events or stale]
    if not as_json and telling:
        _write_drafts(root, telling)
    if failed or not telling:
        sys.exit(1)


def _write_drafts(root: Path, readings: Sequence[Reading]) -> None:
    from generator.extract import drafts
    from generator.record.store import writing

    with writing(root):
        loaded = _load(root)
        plan = drafts.plan(readings, loaded, drafts.read_kept(root, loaded))
        drafts.apply(plan, root)
    for line in plan.lines:
        click.echo(line)


def _parse_issued(text: str | None) -> Any:  # noqa: ANN401 -- Edtf or None
    from generator.record.edtf import EdtfError, parse_edtf

    try:
        return parse_edtf(text) if text else None
    except EdtfError as error:
        hint = f'. Did you mean "{error.suggestion}"?' if error.suggestion else ""
        raise UsageError(f"--issued: {error}{hint}") from error


def _article_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Replace folders by the articles in them, sorted; keep files as they are named."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(file for file in path.iterdir() if file.suffix in ARTICLE_SUFFIXES)
        files += [file for file in inside if file.name != "README.md"]
    return tuple(files)


def _progress(paths: Sequence[Path], label: str, *, quiet: bool) -> Iterable[Path]:
    """Yield the paths: behind a bar on a terminal, after plain lines elsewhere."""
    if quiet:
        yield from paths
    elif sys.stderr.isatty():
        with click.progressbar(paths, label=label, file=sys.stderr) as bar:
            yield from bar
    else:
        for number, path in enumerate(paths, start=1):
            click.echo(f"{label} {number}/{len(paths)}: {path}", err=True)
            yield path


# ── check ────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(_PROBLEM_FORMATS), default="text")
@click.pass_obj
@_examples("timeline check", "timeline check content/events/2025 --format github")
def check(root: Path, paths: tuple[Path, ...], style: str) -> None:
    """Print every problem of every record, with its file, line and column."""
    loaded = _load(root)
    problems = _below(root, paths, loaded.problems)
    _print_problems(problems, style)
    errors = [problem for problem in problems if problem.severity == "error"]
    if style == "text":
        files = len({problem.path for problem in errors})
        warnings = len(problems) - len(errors)
        click.echo(
            f"{_count(len(errors), 'problem')} in {_count(files, 'file')}, "
            f"{_count(warnings, 'warning')}, {_count(len(loaded.paths), 'record')} read"
        )
    if errors:
        sys.exit(1)


def _below(
    root: Path, paths: tuple[Path, ...], problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Keep the problems of the files and folders named; all when none is."""
    if not paths:
        return problems
    bases = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
        if not path.resolve().is_relative_to(root.resolve()):
            raise UsageError(f"{path}: not below {root}")
        bases.append(path.resolve().relative_to(root.resolve()))
    return tuple(
        problem
        for problem in problems
        if any(Path(problem.path).is_relative_to(base) for base in bases)
    )


def _print_problems(problems: tuple[Problem, ...], style: str) -> None:
    if style == "json":
        fields = ("path", "line", "column", "code", "severity", "message", "hint")
        listed = [{name: getattr(problem, name) for name in fields} for problem in problems]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for problem in problems:
        click.echo(_github(problem) if style == "github" else str(problem))


def _github(problem: Problem) -> str:
    """Write a problem as a workflow command, which a forge shows on the line.

    Source: GitHub Actions, workflow commands: percent, line ends and, in properties, commas and
    colons are escaped, so that no record can smuggle in a command of its own.
    """

    def escape(text: str, more: str = "") -> str:
        for sign in "%\r\n" + more:
            text = text.replace(sign, f"%{ord(sign):02X}")
        return text

    place = f"file={escape(problem.path, ':,')},line={problem.line},col={problem.column}"
    message = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {place},title={problem.code}::{escape(message)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _content_error(problems: tuple[Problem, ...]) -> StoreError:
    listed = "\n".join(str(problem) for problem in problems if problem.severity == "error")
    return StoreError(f"{listed}\nThe records have problems: mend them first (timeline check).")


# ── verify ───────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.option(
    "--articles",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of article texts; by default content/articles and its private folder.",
)
@click.pass_obj
@_examples("timeline verify", "timeline verify --articles ../texts")
def verify(root: Path, folders: tuple[Path, ...]) -> None:
    """Hold each piece of evidence against the text of its article."""
    from generator.record.passage import Standing
    from generator.record.verification import counts, find_copied, match_texts, verify_content

    content = _load(root).content
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
    from generator.extract.article import read_article
    from generator.record.passage import normalise

    texts = {}
    for path in _article_files(folder for folder in folders if folder.is_dir()):
        try:
            texts[path.stem] = normalise(read_article(path).text)
        except ArticleError as error:
            click.echo(str(error), err=True)
    return texts


# ── schema ───────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
@click.pass_obj
@_examples("timeline schema", "timeline schema --check")
def schema(root: Path, only_check: bool) -> None:
    """Write the JSON Schemas and the field tables of the guide from the field rules."""
    from generator.record.store import write_text

    stale = [
        name
        for name, text in _schema_files()
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text
    ]
    for name, text in _schema_files():
        if name in stale and not only_check:
            write_text(root / name, text)
    for name in stale:
        click.echo(f"{name}: {'stale, run `timeline schema`' if only_check else 'written'}")
    if stale and only_check:
        sys.exit(1)


def _schema_files() -> Iterable[tuple[str, str]]:
    from generator.record.schema import KINDS, field_table, json_schema

    for kind in KINDS.values():
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        yield f"schemas/{kind.name}.schema.json", f"{text}\n"
    titles = {"fr": "Les champs de chaque fiche", "en": "The fields of each record"}
    for language, title in titles.items():
        parts = [f"# {title}\n"]
        for kind in KINDS.values():
            parts.append(f"## {kind.folder}\n\n{kind.about[language]}\n")
            parts.append(field_table(kind, language))
        yield f"docs/fields.{language}.md", "\n".join(parts)
