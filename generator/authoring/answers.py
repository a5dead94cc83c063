"""What a person types for a field, read by the very rules that `timeline check` holds files to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.authoring.questions import is_object_list
from generator.record.faults import Faults, perhaps
from generator.record.messages import phrase
from generator.record.model import Participant
from generator.record.rules import ListRule, Rule, TextsRule
from generator.record.strict_yaml import Node, Shape, parse_yaml
from generator.record.values import NumberRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.authoring.known_names import KnownNames
    from generator.authoring.questions import Question
    from generator.errors import Problem

UNKNOWN = "reference-unknown"
"""The code of an answer that names a record which does not exist: it may be made."""


def read_answers(
    question: Question, typed: Sequence[str], language: str, known: KnownNames, path: str = ""
) -> tuple[Any, tuple[Problem, ...]]:
    """Return the value of a field for the model, and what is wrong with the answers.

    Args:
        question: what was asked.
        typed: the answers, none empty; only one where the field is no list.
        language: that texts are in.
        known: the records that answers may name.
        path: of the file that the record will be in, for the problems.
    """
    faults = Faults(path)
    if question.refers:
        typed = [_resolve(question, each, known, faults) for each in typed]
    if faults.problems:
        return None, tuple(faults.problems)
    rule = question.item.rule
    single = rule.item if isinstance(rule, ListRule) else rule
    if is_object_list(question):
        values: list[Any] = [Participant(who=each) for each in typed]
    else:
        values = [_read(single, each, language, faults) for each in typed]
    value = tuple(dict.fromkeys(values)) if question.is_list else values[0]
    return (None if faults.problems else value), tuple(faults.problems)


def _resolve(question: Question, answer: str, known: KnownNames, faults: Faults) -> str:
    """Return the id of the record that an answer names."""
    found = known.find(answer, question.refers)
    if not found:
        kind = {"places": "place", "sources": "source", "organisations": "organisation"}
        makes = kind[question.refers[0]] if len(question.refers) == 1 else "person"
        said = phrase(
            f"{UNKNOWN}.answer", name=answer, folders=", ".join(question.refers), kind=makes
        )
        one, *others = (*known.close(answer, question.refers), "")
        meant = phrase("you-mean.two", one=one, other=others[0]) if others[:-1] else perhaps(one)
        faults.add(_text(answer), said, advice=meant)
    return found or answer


def _read(rule: Rule, answer: str, language: str, faults: Faults) -> Any:  # noqa: ANN401
    if isinstance(rule, TextsRule):
        text = rule.text.read(_text(answer), faults)
        return text and {language: text}
    return rule.read(_number(answer) if isinstance(rule, NumberRule) else _text(answer), faults)


def _text(answer: str) -> Node:
    """Return an answer as it would be read from between quotes."""
    return Node(Shape.SCALAR, 1, 1, 0, len(answer), value=answer, raw=answer)


def _number(answer: str) -> Node:
    """Return an answer as it would be read without quotes, where that is a single value."""
    node, problems = parse_yaml(answer, "")
    plain = node is not None and node.shape is Shape.SCALAR and not problems
    return node if node is not None and plain else _text(answer)
