"""`timeline new`: a record from questions, from options, or from an article."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.authoring.questions import QUESTIONS, asked_kinds
from generator.authoring.wording import say, say_like, told_in
from generator.cli.speech import choose_language
from generator.cli.terminal import examples, is_terminal, load, warn
from generator.errors import StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.authoring.composing import Composed
    from generator.extract.drafts.prefill import Prefill
    from generator.record.model import Event, Record
    from generator.record.schema import Kind
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a command was told beside the answers."""

    folder: str
    language: str
    id: str = ""
    anyway: bool = False
    dry_run: bool = False
    article: Path | None = None
    pick: int | None = None


@click.group()
@examples(
    "timeline new event",
    "timeline new event --from article.txt",
    'timeline new event --title "Sommet de Lyon" --date 2024-03 --type summit --place lyon',
    'timeline new person --name "Xi Jinping" --alias "Xi" --country CN',
    'timeline new place --name "Astana" --kind city --country KZ',
)
def new() -> None:
    """Write a new record: asks on a terminal, takes options in scripts.

    Each answer is held to the rules of `timeline check`, and a record that is there already is
    named instead of written a second time.
    """


def _command(kind: Kind) -> click.Command:
    """Make the command for one kind of record: an option for each question."""
    options: list[click.Parameter] = [
        click.Option(
            [f"--{question.flag}", f"ask_{question.name}"],
            multiple=question.is_list,
            metavar="TEXT" if not question.choices else "|".join(question.choices),
            help=question.item.about["en"],
        )
        for question in QUESTIONS[kind.folder]
    ]
    options += [
        click.Option(["--lang", "language"], help="Language of the texts; fr asks in French."),
        click.Option(["--id", "wanted"], default="", help="The id; made of the name without it."),
        click.Option(["--anyway"], is_flag=True, help="Even if a like record is there already."),
        click.Option(["--dry-run"], is_flag=True, help="Print the file, write nothing."),
    ]
    if kind.folder == "events":
        article = click.Path(exists=True, dir_okay=False, path_type=Path)
        options += [
            click.Option(["--from", "article"], type=article, help="Draft it from an article."),
            click.Option(["--pick"], type=click.IntRange(1), help="Which of its events; 1: main."),
        ]

    @click.pass_obj
    def run(root: Path, /, **told: Any) -> None:  # noqa: ANN401 -- the options above
        answers = {
            name.removeprefix("ask_"): list(value) if isinstance(value, tuple) else [value]
            for name, value in told.items()
            if name.startswith("ask_") and value
        }
        wanted = Wanted(
            folder=kind.folder,
            language=told["language"] or choose_language(root, None),
            id=told["wanted"],
            anyway=told["anyway"],
            dry_run=told["dry_run"],
            article=told.get("article"),
            pick=told.get("pick"),
        )
        _run(root, wanted, answers)

    run.__doc__ = f"Write {say(f'kind.{kind.name}', 'en')}: {kind.about['en']}"
    return click.Command(kind.name, callback=run, params=options, help=run.__doc__)


for _kind in asked_kinds():
    new.add_command(_command(_kind))


def _run(root: Path, wanted: Wanted, answers: Mapping[str, Sequence[str]]) -> None:
    from generator.cli.asking import Asking

    loaded = load(root)
    _check_language(wanted.language)
    draft = _prefilled(wanted, loaded) if wanted.article else None
    asking = Asking(wanted.language, loaded.content, list(draft.others) if draft else [])
    start, cleared = draft.event if draft else None, set[str]()
    asked = is_terminal() and (start is not None or not _is_enough(wanted.folder, answers))
    if asked:
        typed, cleared = asking.ask_record(wanted.folder, answers, start=start)
    else:
        typed = {name: list(each) for name, each in answers.items()}
    made = asking.compose(
        wanted.folder, typed, wanted=wanted.id, start=_without(start, typed, cleared)
    )
    _refuse(made, loaded, wanted, asked=asked)
    record = _apart(made)
    used = _named_by(record, asking.new)
    if wanted.dry_run:
        _show((*used, record))
        click.echo(say("nothing", wanted.language), err=True)
        return
    if asked:
        _show((*used, record))
        if not click.confirm(say("write", wanted.language, path=made.path), default=True):
            click.echo(say("nothing", wanted.language))
            return
    _write(root, (*used, record))
    _say_what_is_next(record, (*used, record), wanted.language)


def _check_language(language: str) -> None:
    from generator.record.values import LANGUAGE

    if not re.fullmatch(LANGUAGE.pattern[1:-1], language):
        raise UsageError(f"--lang {language}: expected a language code such as fr or en")


def _is_enough(folder: str, answers: Mapping[str, Sequence[str]]) -> bool:
    """Say whether options answer everything that a record must have: then nobody is asked."""
    return all(each.name in answers for each in QUESTIONS[folder] if each.is_needed)


def _prefilled(wanted: Wanted, loaded: Loaded) -> Prefill:
    """Return the draft of the event of an article that is meant.

    Raises:
        UsageError: the article tells none, or fewer than was picked.
        StoreError: there is a record of that event.
    """
    from generator.extract.drafts.prefill import by_weight, prefill
    from generator.extract.reading import read

    assert wanted.article is not None  # noqa: S101 -- asked for by the caller
    reading = read(wanted.article, loaded.content)
    found = by_weight(reading)
    if not found:
        raise UsageError(f"{wanted.article}: tells no event that can be dated or placed")
    number = wanted.pick or (1 if len(found) == 1 or not is_terminal() else 0)
    if not number:
        click.echo(say("which", wanted.language))
        for place, each in enumerate(found, start=1):
            click.echo(f"  {place}  {each.date or '–'}  {each.title}")
        number = click.prompt("1", type=click.IntRange(1, len(found)), default=1)
    if number > len(found):
        raise UsageError(f"--pick {number}: the article tells {len(found)}")
    draft = prefill(reading, found[number - 1], loaded)
    if draft.event is None:
        path = loaded.paths.get(("events", draft.known), draft.known)
        why = say("like.article", wanted.language, value=wanted.article)
        raise StoreError(say("like.there", wanted.language, path=path, why=why))
    click.echo(say("prefilled", wanted.language, article=wanted.article), err=True)
    return draft


def _without(
    start: Event | None, typed: Mapping[str, Sequence[str]], cleared: set[str]
) -> Event | None:
    """Return a draft without what was cleared, and without proof of what was changed."""
    from generator.authoring.composing import without_proof

    if start is None:
        return None
    empty: dict[str, Any] = {
        name: getattr(type(start)(id="x", title={}), name) for name in cleared - {"title"}
    }
    return without_proof(replace(start, **empty), (*typed, *cleared))


def _refuse(made: Composed, loaded: Loaded, wanted: Wanted, *, asked: bool) -> None:
    """End the command when the record cannot be written, or would be a second one."""
    from generator.record.messages import sentence_of

    if made.problems:
        for problem in made.problems:
            warn(f"[{problem.code}] {sentence_of(problem, told_in(wanted.language))}")
        click.echo(say("nothing", wanted.language), err=True)
        sys.exit(1)
    for like in made.like:
        path = loaded.paths.get((like.folder, like.id), like.id)
        warn(say_like(like, path, wanted.language))
    if not made.like or wanted.anyway:
        return
    if asked and click.confirm(say("like-ask", wanted.language), default=False):
        return
    warn(say("like-advice", wanted.language))
    click.echo(say("nothing", wanted.language), err=True)
    sys.exit(1)


def _apart(made: Composed) -> Record:
    """Return the record; an event that was written although another is like it says so."""
    from generator.record.model import Event

    assert made.record is not None  # noqa: S101 -- without one it was refused
    like = tuple(each.id for each in made.like if each.folder == "events")
    if isinstance(made.record, Event) and like:
        return replace(made.record, not_same_as=(*made.record.not_same_as, *like))
    return made.record


def _named_by(record: Record, new: Sequence[Record]) -> tuple[Record, ...]:
    """Return the new records that a record names, and those that these name."""
    text = _text(record)
    found = tuple(each for each in new if _names(text, each.id))
    more = tuple(n for each in found for n in new if n not in found and _names(_text(each), n.id))
    return (*dict.fromkeys(more), *found)


def _names(text: str, record_id: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(record_id)}(?![\w-])", text))


def _text(record: Record) -> str:
    from generator.authoring.composing import file_text

    return file_text(record)


def _show(records: Sequence[Record]) -> None:
    from generator.record.store import default_path

    for record in records:
        click.echo(f"\n--- {default_path(record)}\n{_text(record)}", nl=False)


def _write(root: Path, records: Sequence[Record]) -> None:
    """Write new records, those that others name first; a file that is there stays.

    Raises:
        StoreError: somebody has written one of them meanwhile.
    """
    from generator.record.disk import writing
    from generator.record.store import default_path, write_record

    with writing(root, warn):
        for path in map(default_path, records):
            if (root / path).exists():
                raise StoreError(f"{path}: is there already, so it stays as it is")
        for record in records:
            write_record(root, record, expected="")


def _say_what_is_next(record: Record, written: Sequence[Record], language: str) -> None:
    from generator.record.model import Event
    from generator.record.store import default_path

    for each in written:
        click.echo(say("written", language, path=default_path(each)))
    click.echo(say("next", language))
    if isinstance(record, Event) and not record.evidence:
        click.echo(say("next-proof", language))
    click.echo(say("next-check", language))
    click.echo(say("next-serve", language))
    click.echo(say("next-commit", language, path=" ".join(default_path(each) for each in written)))
