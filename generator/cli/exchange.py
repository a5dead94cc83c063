"""`timeline import` and `timeline export`: records from what people have, and back."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.check import content_error
from generator.cli.terminal import count, examples, load, progress, warn
from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import Problem
    from generator.exchange.imported import Reading
    from generator.exchange.planner import Plan
    from generator.record.model import Content

SHOWN = 20  # warnings of one code, ranges of lines of one warning; thousands would hide the rest
_FROM = ("timelinejs", "csv", "ics", "front-matter")
_TO = ("timelinejs", "timelinejs-csv", "csv", "ics", "front-matter")


@click.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--from", "format_name", type=click.Choice(_FROM), required=True)
@click.option("--map", "told", multiple=True, metavar="NAME=HEADING", help="Which column is what.")
@click.option("--dates", type=click.Choice(("dmy", "mdy")), help="What comes first in 03/04/1911.")
@click.option("--language", help="The language of its texts; by default that of the records.")
@click.option("--name", help="What this timeline is called; by default as its file.")
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text")
@click.option("--dry-run", is_flag=True, help="Say what would be done, write nothing.")
@click.pass_obj
@examples(
    "timeline import polar.json --from timelinejs",
    "timeline import sheet.csv --from timelinejs --language fr",
    'timeline import table.csv --from csv --map title=What --map date="On the"',
    "timeline import calendar.ics --from ics --dry-run",
    "timeline import events/ --from front-matter",
)
def import_(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    root: Path,
    source: Path,
    format_name: str,
    told: tuple[str, ...],
    dates: str | None,
    language: str | None,
    name: str | None,
    style: str,
    dry_run: bool,
) -> None:
    """Turn a timeline of another program into event and source records.

    A second import of the same file changes nothing; a changed row changes its record until a
    person has edited that. Everything that could not be carried over is said, at line and column.
    Ends with 1 when something was left out that could be mended in the file.
    """
    from generator.exchange.formats import Asked, read_source
    from generator.exchange.planner import apply
    from generator.record.disk import writing

    asked = Asked(columns=_columns(told), order=dates or "")  # type: ignore[arg-type]
    reading = read_source(
        source, format_name, asked, lambda paths: progress(paths, "Reading", quiet=not _tty())
    )
    if dry_run:
        plan = _planned(root, reading, source, name, language)
    else:
        with writing(root, warn):
            plan = _planned(root, reading, source, name, language)
            apply(plan, root, lambda records: _bar(records, "Writing"))
    _report(plan, style, written=not dry_run)
    if any(problem.severity == "error" for problem in plan.problems):
        sys.exit(1)


def _planned(
    root: Path,
    reading: Reading,
    source: Path,
    name: str | None,
    language: str | None,
) -> Plan:
    from generator.exchange.formats import describe_in
    from generator.exchange.ledger import read_ledgers
    from generator.exchange.planner import plan
    from generator.record.slugs import slug

    loaded = load(root)
    if any(problem.severity == "error" for problem in loaded.problems):
        raise content_error(loaded.problems)
    named = f"{slug(name or source.resolve().stem)}-{reading.format}"
    known = read_ledgers(root).get(named)
    if known and known.format != reading.format:
        known = None
    return plan(
        reading,
        loaded,
        root,
        name=named,
        known=known,
        language=_language(language or (known.language if known else None), loaded.content),
        today=dt.datetime.now(tz=dt.UTC).date(),
        describe=describe_in(reading.format),
    )


def _columns(told: Iterable[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in told]
    for name, sign, _ in pairs:
        if not sign:
            raise UsageError(f'--map {name}: expected NAME=HEADING, such as "title=Headline"')
    return {name.strip(): heading.strip() for name, _, heading in pairs}


def _language(told: str | None, content: Content) -> str:
    """Return the language that is told, else the one that most titles have."""
    import re

    if told and not re.fullmatch(r"[a-z]{2,3}", told):
        raise UsageError(f'--language {told}: expected a code such as "fr"')
    found = Counter(tag for event in content.events.values() for tag in event.title)
    return told or (sorted(found, key=lambda tag: (-found[tag], tag)) or ["en"])[0]


def _tty() -> bool:
    return sys.stderr.isatty()


def _bar(items: Any, label: str) -> Iterable[Any]:  # noqa: ANN401
    """Yield items, behind a bar on a terminal."""
    if not _tty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


def _report(plan: Plan, style: str, *, written: bool) -> None:
    if style == "json":
        fields = ("path", "line", "column", "code", "severity", "message", "hint")
        listed = [{name: getattr(problem, name) for name in fields} for problem in plan.problems]
        click.echo(json.dumps({"counts": plan.counts, "problems": listed}, ensure_ascii=False))
        return
    for line in group_problems(plan.problems):
        click.echo(line)
    said = [f"{number} {what}" for what, number in sorted(plan.counts.items())]
    verb = "" if written else "would be "
    click.echo(f"{count(sum(plan.counts.values()), 'event')} read: {verb}{', '.join(said) or '-'}")
    others = Counter(
        type(record).__name__.lower() for record in plan.records if hasattr(record, "id")
    )
    others.pop("event", None)
    if others:
        made = ", ".join(count(number, noun) for noun, number in sorted(others.items()))
        click.echo(f"New besides: {made}.")
    if written and plan.records:
        click.echo("Next: timeline check, then look at the drafts in content/events.")


def group_problems(problems: Iterable[Problem]) -> list[str]:
    """Return problems as lines; what is said of many lines of one file is said once.

    Of one code at most `SHOWN` warnings are shown, with how many more there are.
    """
    grouped: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        key = (problem.path, problem.code, problem.message, problem.hint)
        grouped.setdefault(key, []).append(problem)
    lines = []
    shown: Counter[str] = Counter()
    for members in grouped.values():
        code = members[0].code
        shown[code] += 1
        if shown[code] > SHOWN and members[0].severity != "error":
            continue
        others = sorted({problem.line for problem in members[1:]} - {members[0].line})
        more = f" (also in lines {_ranges(others)})" if others else ""
        lines.append(f"{members[0]}{more}")
    more_of = (f"… and {n - SHOWN} more [{code}]" for code, n in shown.items() if n > SHOWN)
    return [*lines, *(f"{line}: --format json lists them all" for line in more_of)]


def _ranges(numbers: list[int]) -> str:
    """Write sorted numbers as ranges, "2-4, 7", and how many there are beyond `SHOWN` of them."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in ranges[:SHOWN]]
    more = sum(b - a + 1 for a, b in ranges[SHOWN:])
    return ", ".join(shown) + (f" and {more} more" if more else "")


@click.command()
@click.option("--to", "target", type=click.Choice(_TO), required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; a folder of files.")
@click.option("--language", help="Which of several texts; by default the commonest language.")
@click.pass_obj
@examples(
    "timeline export --to timelinejs -o timeline.json",
    "timeline export --to csv -o events.csv",
    "timeline export --to ics",
    "timeline export --to front-matter -o events/",
)
def export(root: Path, target: str, output: Path | None, language: str | None) -> None:
    """Write all events as a file of another program, or as a folder of files.

    What came from such a file and has no place in a record goes back into it. What the format
    cannot hold is said.
    """
    from generator.exchange import exporting
    from generator.exchange.ledger import read_ledgers
    from generator.record.disk import write_text

    if output is None and target == "front-matter":
        raise UsageError("--to front-matter writes a file for each event: name a folder with -o")
    content = load(root).content
    made = exporting.export(content, target, read_ledgers(root), _language(language, content))
    for line in made.lost:
        warn(f"not in {target}: {line}")
    if output is None:
        click.echo(made.files[""], nl=False)
        return
    for path, text in made.files.items():
        write_text(output / path if path else output, text)
    warn(f"{output}: {count(made.events, 'event')} written")
