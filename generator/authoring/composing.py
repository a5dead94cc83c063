"""From answers to a new record: its values, its id, its file, and what is there already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.authoring.answers import read_answers
from generator.authoring.known_names import KnownNames
from generator.authoring.likeness import find_like
from generator.authoring.questions import ACTORS, QUESTIONS
from generator.record.edtf import earliest
from generator.record.faults import Faults
from generator.record.messages import make_problem, phrase
from generator.record.render import modeline, render_record
from generator.record.schema import KINDS, kind_of
from generator.record.slugs import Ids, slug
from generator.record.store import default_path, read_record
from generator.record.strict_yaml import Node, Shape
from generator.record.values import ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.authoring.likeness import Like
    from generator.errors import Problem
    from generator.record.model import Content, Event, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A new record that is not written yet, or what keeps it from being one."""

    record: Record | None
    problems: tuple[Problem, ...] = ()
    like: tuple[Like, ...] = ()
    """Records that it would repeat."""

    @property
    def path(self) -> str:
        """Return its file, relative to the root."""
        return default_path(self.record) if self.record else ""

    @property
    def text(self) -> str:
        """Return what its file will say."""
        return file_text(self.record) if self.record else ""


def compose(  # noqa: PLR0913 -- each is one thing that a command is told
    folder: str,
    typed: Mapping[str, Sequence[str]],
    *,
    language: str,
    content: Content,
    wanted: str = "",
    new: Iterable[Record] = (),
    start: Record | None = None,
) -> Composed:
    """Make a record of answers.

    Args:
        folder: of its kind.
        typed: name of a field → the answers, none empty; unanswered fields are left out.
        language: that texts are in.
        content: the records that there are.
        wanted: the id; made of the name where it is empty.
        new: records that will be written before this one, which it may name.
        start: a draft, whose values stay where nothing is answered.
    """
    new = tuple(new)
    known = KnownNames(content, ((kind_of(record).folder, record) for record in new))
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for question in QUESTIONS[folder]:
        answers = [each.strip() for each in typed.get(question.name, ()) if each.strip()]
        if question.usual and start is None:
            answers = answers or [question.usual]
        if answers:
            value, found = read_answers(question, answers, language, known, "")
            values[question.item.attribute or question.name] = value
            problems += found
    problems += _missing(folder, values) if start is None else []
    problems += read_id(wanted) if wanted else ()
    if problems:
        return Composed(record=None, problems=tuple(problems))
    kind = KINDS[folder]
    if start is None:
        taken = _taken(content, folder, new)
        name = wanted or Ids(taken).take(_id_of(values, folder))
        record: Record = kind.rule.make(id=name, **values)
    else:
        record = start if wanted in ("", start.id) else replace(start, id=wanted)
        record = replace(record, **_merged(start, values))
    problems = [*_taken_id(record, content, new), *_faults(record)]
    return Composed(
        record=None if problems else record,
        problems=tuple(problems),
        like=find_like(record, content),
    )


def file_text(record: Record) -> str:
    """Return the text of a new record's file, with the line that names its schema."""
    return modeline(kind_of(record), default_path(record).count("/")) + render_record(record)


def read_id(typed: str) -> tuple[Problem, ...]:
    """Return what is wrong with an id; it becomes the name of a file, so nothing else may be."""
    faults = Faults("")
    ID.read(Node(Shape.SCALAR, 1, 1, 0, len(typed), value=typed, raw=typed), faults)
    return tuple(faults.problems)


def _merged(start: Record, values: dict[str, Any]) -> dict[str, Any]:
    """Add to texts the languages in which a draft has them already."""
    merged = dict(values)
    for name, value in values.items():
        old = getattr(start, name)
        if isinstance(value, dict) and isinstance(old, dict):
            merged[name] = {**old, **value}
    return merged


def _missing(folder: str, values: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each required field that nothing was answered for."""
    return [
        make_problem(
            ("", 1, 1),
            phrase(
                "field-missing.answer",
                field=question.name,
                flag=question.flag,
                example=question.item.example,
            ),
        )
        for question in QUESTIONS[folder]
        if question.is_needed and question.name not in values
    ]


def _id_of(values: Mapping[str, Any], folder: str) -> str:
    """Return the id that a name gives; an event's has the year, which tells it from the next."""
    called = values.get("title") or values.get("name")
    text = called if isinstance(called, str) else next(iter((called or {}).values()), "")
    made = slug(text)
    if folder == "sources":
        host = values.get("publisher") or ""
        day = values["issued"].text if values.get("issued") else ""
        return slug(f"{host} {day}") if host and day else made
    date = values.get("date")
    first = earliest(date) if folder == "events" and date else None
    year = f"{first.year:04d}" if first and first.year > 0 else ""
    return f"{made}-{year}" if year and year not in made.split("-") else made


def _taken(content: Content, folder: str, new: Iterable[Record]) -> set[str]:
    """Return the ids that a new record of a kind cannot have."""
    folders = ACTORS if folder in ACTORS else (folder,)
    records = [record for each in folders for record in getattr(content, each).values()]
    records += [record for record in new if kind_of(record).folder in folders]
    return {name for record in records for name in (record.id, *record.formerly)}


def _taken_id(record: Record, content: Content, new: Iterable[Record]) -> list[Problem]:
    folder = kind_of(record).folder
    others = [each for each in new if each is not record]
    if record.id not in _taken(content, folder, others):
        return []
    return [make_problem(("", 1, 1), phrase("id-duplicate.new", id=record.id))]


def _faults(record: Record) -> tuple[Problem, ...]:
    """Return what `timeline check` would say of the file of a new record on its own."""
    path = default_path(record)
    found = read_record(kind_of(record), path, file_text(record))[1]
    return tuple(each for each in found if each.severity == "error")


def without_proof(draft: Event, changed: Iterable[str]) -> Event:
    """Return a draft that no longer claims to be proved where a person has answered otherwise.

    Its summary was made of its fields, so it goes with the first of them that is another one.

    Args:
        draft: made from an article; its passages say what it said.
        changed: names of the fields that a person has changed.
    """
    names = frozenset(changed)
    kept = []
    for item in draft.evidence:
        supports = tuple(path for path in item.supports if path.split(".")[0] not in names)
        if supports:
            says = {path: said for path, said in item.says.items() if path in supports}
            kept.append(replace(item, supports=supports, says=says))
    basis = {path: how for path, how in draft.basis.items() if path.split(".")[0] not in names}
    dating = None if "date" in names else draft.dating
    summary = {} if names - {"title", "summary", "cites"} else draft.summary
    return replace(draft, evidence=tuple(kept), basis=basis, dating=dating, summary=summary)
