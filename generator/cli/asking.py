"""Questions on a terminal: each answer is judged at once, and known names are offered."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from generator.authoring.answers import UNKNOWN, read_answers
from generator.authoring.composing import Composed, compose
from generator.authoring.known_names import KnownNames
from generator.authoring.questions import QUESTIONS, Question, is_object_list
from generator.authoring.wording import say, say_like, told_in
from generator.record.messages import sentence_of
from generator.record.schema import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.errors import Problem
    from generator.record.model import Content, Record

FEW = 12  # names that are shown with the question itself
MANY = 60  # names that "?" shows
CLEAR = "-"


@dataclass(slots=True)
class Asking:
    """A conversation: what is known, and what it has made so far."""

    language: str
    """Of texts and, where it is French, of the questions."""
    content: Content
    new: list[Record] = field(default_factory=list)
    """Records that answers needed and that are to be written first."""

    def ask_record(
        self,
        folder: str,
        given: Mapping[str, Sequence[str]],
        *,
        start: Record | None = None,
    ) -> tuple[dict[str, list[str]], set[str]]:
        """Ask for what is not given; return all answers, and the fields of a draft to clear."""
        kind = KINDS[folder]
        click.echo(say("intro", self.language, kind=say(f"kind.{kind.name}", self.language)))
        click.echo(say("keys", self.language))
        answers = {name: list(typed) for name, typed in given.items() if typed}
        cleared: set[str] = set()
        for question in QUESTIONS[folder]:
            if question.name in answers:
                continue
            before = typed_as(question, start, self.language) if start else []
            typed = self._ask(question, before)
            if typed == [CLEAR] and before:
                cleared.add(question.name)
            elif typed and typed != before:
                answers[question.name] = typed
        return answers, cleared

    def compose(self, folder: str, answers: Mapping[str, Sequence[str]], **more: Any) -> Composed:  # noqa: ANN401
        """Make a record of answers that were given here."""
        return compose(
            folder, answers, language=self.language, content=self.content, new=self.new, **more
        )

    def _ask(self, question: Question, before: Sequence[str]) -> list[str]:
        """Ask one question until the answer is good."""
        self._introduce(question, before)
        while True:
            with completing((*question.choices, *self._known().ids(question.refers))):
                shown = "; ".join(before)
                text = click.prompt(question.flag, default=shown, show_default=bool(shown))
            text = text.strip()
            if text == "?":
                self._show_known(question, MANY)
                continue
            typed = _split(text, question)
            if not typed or (text == CLEAR and before):
                if question.is_needed:
                    click.echo(f"  {say('needed', self.language)}", err=True)
                    continue
                return typed
            problems = self._judge(question, typed)
            if not problems:
                return typed

    def _judge(self, question: Question, typed: Sequence[str]) -> tuple[Problem, ...]:
        """Return what is wrong with answers, once records that they lack could be made."""
        for answer in typed:
            _, problems = read_answers(question, [answer], self.language, self._known())
            if [problem.code for problem in problems] == [UNKNOWN]:
                click.echo(f"  {self._said(problems[0])}", err=True)
                self._offer(question, answer)
        _, problems = read_answers(question, typed, self.language, self._known())
        for problem in problems:
            if problem.code != UNKNOWN:
                click.echo(f"  {self._said(problem)}", err=True)
        return problems

    def _offer(self, question: Question, name: str) -> None:
        """Make a record for a name that none has, if the person wants it."""
        kinds = {KINDS[folder].name: folder for folder in question.refers}
        ask = say("make", self.language, name=name, kinds="/".join(kinds))
        chosen = click.prompt(ask, default="", show_default=False).strip().casefold()
        meant = [kind for kind in kinds if chosen and kind.startswith(chosen)]
        if len(meant) != 1:
            return
        folder = kinds[meant[0]]
        called = "url" if folder == "sources" and "://" in name else QUESTIONS[folder][0].name
        answers, _ = self.ask_record(folder, {called: [name]})
        made = self.compose(folder, answers)
        if made.record and not made.like:
            self.new.append(made.record)
        lines = [self._said(problem) for problem in made.problems]
        lines += [say_like(like, like.id, self.language) for like in made.like]
        click.echo("".join(f"  {line}\n" for line in lines), err=True, nl=False)

    def _said(self, problem: Problem) -> str:
        return sentence_of(problem, told_in(self.language))

    def _introduce(self, question: Question, before: Sequence[str]) -> None:
        about = question.item.about["fr" if self.language == "fr" else "en"]
        notes = [say("example", self.language, example=question.item.example)]
        notes += [say("needed", self.language)] if question.is_needed else []
        notes += [say("several", self.language)] if question.is_list else []
        notes += [say("clears", self.language)] if before and not question.item.required else []
        click.echo(f"\n{about}\n  {'; '.join(notes)}")
        if question.choices or question.refers:
            self._show_known(question, FEW)

    def _show_known(self, question: Question, most: int) -> None:
        names = question.choices or self._known().ids(question.refers)
        if len(names) > most:
            names = (*names[:most], "…")
        listed = ", ".join(names) or say("none-known", self.language)
        click.echo(f"  {say('known', self.language, known=listed)}")

    def _known(self) -> KnownNames:
        return KnownNames(self.content, ((kind_of(record).folder, record) for record in self.new))


def typed_as(question: Question, record: Record, language: str) -> list[str]:
    """Return what somebody would have typed for what a record says."""
    value = getattr(record, question.item.attribute or question.name)
    if not value:
        return []
    if question.is_text:
        return [value.get(language) or next(iter(value.values()))]
    if is_object_list(question):
        return [each.who for each in value]
    return [str(each) for each in value] if question.is_list else [str(value)]


def _split(text: str, question: Question) -> list[str]:
    """Return the answers in a line: names have no commas in them, texts may."""
    if not question.is_list:
        return [text] if text else []
    sign = "," if question.refers and ";" not in text else ";"
    return [each.strip() for each in text.split(sign) if each.strip()]


@contextmanager
def completing(names: Sequence[str]) -> Iterator[None]:
    """Offer names when somebody presses Tab, where the terminal can."""
    try:
        import readline
    except ImportError:  # Windows
        yield
        return

    def complete(text: str, state: int) -> str | None:
        found = [name for name in names if name.startswith(text)]
        return found[state] if state < len(found) else None

    before = readline.get_completer()
    readline.set_completer(complete)
    readline.set_completer_delims(" ,;")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
