"""From an accepted form to records: what can be written is, what cannot is said in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.authoring.answers import read_answers
from generator.authoring.composing import compose
from generator.authoring.known_names import KnownNames
from generator.authoring.questions import ACTORS, QUESTIONS, Question
from generator.errors import Problem, TimelineError
from generator.record.forms import BROKEN_SOURCE, CORRECTION, BrokenSource, Correction, NewEvent
from generator.record.model import Event, Source
from generator.record.patch import patch_record
from generator.record.rules import Field, ListRule, MapRule, ObjectRule, TextsRule
from generator.record.schema import KINDS, kind_of
from generator.record.store import as_read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.authoring.issues import Issue
    from generator.authoring.likeness import Like
    from generator.record.model import Content, Record
    from generator.record.store import Loaded

MAX_NAMES = 40  # people in one form
LOCKED = frozenset(
    ("generated", "formerly", "hash", "length", "status")
)  # not a reader's to change
_EVENT, _CORRECTION, _SOURCE = NewEvent(), Correction(), BrokenSource()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to tell a person: a sentence of `wording`, and whom or what it is about."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an issue comes to."""

    new: tuple[Record, ...] = ()
    """Records to write, those that others name first."""
    changed: Mapping[str, tuple[bytes, str]] | None = None
    """Path of a file → its bytes as they are, its text as it is to be."""
    problems: tuple[Problem, ...] = ()
    """Why nothing is written."""
    like: tuple[Like, ...] = ()
    """Records that the new one would repeat: nothing is written either."""
    remarks: tuple[Remark, ...] = ()
    """What a person has yet to do."""

    @property
    def is_good(self) -> bool:
        """Say whether there is something to write."""
        return bool(self.new or self.changed) and not self.problems and not self.like


def settle(issue: Issue, loaded: Loaded, root: Path, language: str) -> Report:
    """Decide what an issue changes; nothing is written.

    Args:
        issue: from one of the forms.
        loaded: the records below the root.
        root: the project's root.
        language: of texts, where the form does not ask for it.

    Raises:
        StoreError: a file cannot be read.
    """
    if issue.form == CORRECTION:
        return _correct(issue, loaded, root, language)
    if issue.form == BROKEN_SOURCE:
        return _mend_source(issue, loaded, root)
    return _add_event(issue, loaded.content, language)


# ------------------------------------------------------------------ a new event


def _add_event(issue: Issue, content: Content, language: str) -> Report:
    language = issue.get(_EVENT.language) or language
    known = KnownNames(content)
    typed = {
        name: [issue.get(field)]
        for name, field in (
            ("title", _EVENT.title),
            ("date", _EVENT.date),
            ("type", _EVENT.type),
            ("summary", _EVENT.summary),
        )
    }
    remarks: list[Remark] = []
    for name, folders, answers in (
        ("place", ("places",), [issue.get(_EVENT.place)]),
        ("participants", ACTORS, _lines(issue.get(_EVENT.who))),
    ):
        named = [answer for answer in answers if known.find(answer, folders)]
        typed[name] = named
        unknown = (each for each in answers if each and each not in named)
        remarks += [Remark(key=f"todo.{name}", value=each) for each in unknown]
    new, cites, told = _source_of(issue.get(_EVENT.source), content, language)
    typed["cites"] = cites
    made = compose("events", typed, language=language, content=content, new=new)
    remarks += told
    if issue.get(_EVENT.passage):
        remarks.append(Remark(key="todo.passage"))
    written = (*new, made.record) if made.record else ()
    return Report(new=written, problems=made.problems, like=made.like, remarks=tuple(remarks))


def _lines(text: str) -> list[str]:
    """Return the names in a text, one in each line, whatever marks stand before them."""
    names = (re.sub(r"^\s*([-*+•]|\d+[.)])?\s*", "", line).strip() for line in text.splitlines())
    return [name for name in names if name][:MAX_NAMES]


def _source_of(
    answer: str, content: Content, language: str
) -> tuple[tuple[Source, ...], list[str], list[Remark]]:
    """Return the source that an answer names: a new record, if need be, its id, what is to do."""
    if not answer:
        return (), [], []
    known = KnownNames(content)
    # The links of the site fill in the sources that a page has now: "one, another".
    found = [known.find(each, ("sources",)) for each in (answer, *re.split(r"[,\s]+", answer))]
    if found[0] or all(found[1:]):
        return (), [found[0]] if found[0] else found[1:], []
    host = re.sub(r"^www\.", "", urlsplit(answer).hostname or "") if "://" in answer else ""
    typed = {"title": [answer], "language": [language], "url": [answer], "publisher": [host]}
    made = compose("sources", typed, language=language, content=content)
    if not isinstance(made.record, Source):
        return (), [], [Remark(key="todo.source", value=answer)]
    return (made.record,), [made.record.id], [Remark(key="todo.new-source", value=made.record.id)]


# ------------------------------------------------------------------ a correction


def _correct(issue: Issue, loaded: Loaded, root: Path, language: str) -> Report:
    folder, _, name = issue.get(_CORRECTION.record).strip("/ ").partition("/")
    record = getattr(loaded.content, folder, {}).get(name) if folder in KINDS else None
    if record is None:
        return _refusal("record", issue.get(_CORRECTION.record))
    claim = issue.get(_CORRECTION.claim)
    field, _, part = claim.partition(".")
    item = next((each for each in kind_of(record).rule.fields if each.name == field), None)
    if item is None or not _is_simple(item, part):
        return _refusal("by-hand", claim or "?")
    language = part or _language_of(record, item, language)
    typed = issue.get(_CORRECTION.should)
    if not typed:
        return _refusal("empty", claim)
    question = Question(item=item, flag=field, refers=_refers(folder, field))
    value, problems = read_answers(
        question, [typed], language, KnownNames(loaded.content), loaded.paths[folder, name]
    )
    if problems:
        return Report(problems=problems)
    attribute = item.attribute or item.name
    old = getattr(record, attribute)
    value = {**old, **value} if isinstance(item.rule, TextsRule) else value
    if value == old:
        return _refusal("says-so", claim)
    new, cites, remarks = _source_of(issue.get(_CORRECTION.source), loaded.content, language)
    changes = {attribute: value}
    if isinstance(record, Event):
        proving = {*record.cites, *(each.source for each in record.evidence)}
        changes["cites"] = (*record.cites, *(each for each in cites if each not in proving))
        remarks.append(Remark(key="todo.proof", value=field))
    else:
        new = ()  # nothing of the record could name it
    done = _patched(replace(record, **changes), loaded, root)
    return replace(done, new=new if done.is_good else (), remarks=tuple(remarks))


def _is_simple(item: Field, part: str) -> bool:
    """Say whether one line can be the whole of a field; ``part`` is a language at most."""
    if item.name in LOCKED or isinstance(item.rule, ListRule | ObjectRule | MapRule):
        return False
    if isinstance(item.rule, TextsRule):
        return not part or bool(re.fullmatch(r"[a-z]{2,3}", part))
    return not part


def _language_of(record: Record, item: Field, language: str) -> str:
    """Return the language that a correction of a text is meant in, where nobody says it."""
    if not isinstance(item.rule, TextsRule):
        return language
    texts = getattr(record, item.attribute or item.name)
    return next(iter(texts)) if len(texts) == 1 else language


def _refers(folder: str, field: str) -> tuple[str, ...]:
    asked = QUESTIONS.get(folder, ())
    return next((question.refers for question in asked if question.name == field), ())


# ------------------------------------------------------------------ a broken source


def _mend_source(issue: Issue, loaded: Loaded, root: Path) -> Report:
    answer = issue.get(_SOURCE.source)
    name = KnownNames(loaded.content).find(answer.removeprefix("sources/").strip("/"), ("sources",))
    if not name:
        return _refusal("record", answer)
    record = loaded.content.sources[name]
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    for question in QUESTIONS["sources"]:
        typed = issue.answers.get(question.name, "") if question.name in ("url", "archive") else ""
        if typed:
            known = KnownNames(loaded.content)
            value, found = read_answers(question, [typed], "", known, loaded.paths["sources", name])
            problems += found
            changes[question.name] = value
    if problems:
        return Report(problems=tuple(problems))
    if not changes:
        return _refusal("no-address", name)
    if all(getattr(record, field) == value for field, value in changes.items()):
        return _refusal("says-so", ", ".join(changes))
    return _patched(replace(record, **changes), loaded, root)


# ------------------------------------------------------------------ both


def _patched(record: Record, loaded: Loaded, root: Path) -> Report:
    """Return the change of a record's file that leaves everything else in it alone."""
    kind = kind_of(record)
    path = loaded.paths[kind.folder, record.id]
    data = (root / path).read_bytes()
    try:
        text = patch_record(kind, path, as_read(data), record)
    except TimelineError as error:
        return _refusal("by-hand", str(error))
    return Report(changed={path: (data, text)})


def _refusal(why: str, value: str) -> Report:
    return Report(remarks=(Remark(key=f"form.{why}", value=value),))
