"""What a reader wrote into one of the forge's forms: the body of an issue, taken apart as data.

A forge renders the answers as Markdown under headings that repeat the questions. The questions are
read from the forms themselves, so whoever rewords one changes nothing here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.errors import UsageError
from generator.record.forms import FORMS, field_ids
from generator.record.strict_yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.record.strict_yaml import Node

FOLDER = ".github/ISSUE_TEMPLATE"
MAX_EVENT = 2_000_000  # bytes of the file that tells of an issue; forges allow 65,536 letters
NO_ANSWER = "_No response_"  # what a forge writes for an empty answer
_DROPDOWN = re.compile(r" – .*", re.DOTALL)  # "summit – sommet": a word, and what it means


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue that came from a form."""

    number: int
    form: str
    """The file of the form."""
    answers: Mapping[str, str]
    """Id of a field → what was written, without white space around it; none is empty."""

    def get(self, name: str) -> str:
        """Return an answer; empty when there is none."""
        return self.answers.get(name, "")


def read_issue(path: Path, root: Path) -> Issue:
    """Read the event file of a forge.

    Args:
        path: the file: JSON with the issue under ``issue``.
        root: the project's root, where the forms are.

    Raises:
        UsageError: it is no such file, or the issue came from no form.
    """
    try:
        data = path.read_bytes()
        told = json.loads(data[: MAX_EVENT + 1]) if len(data) <= MAX_EVENT else None
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as the event of an issue ({error})") from error
    issue = told.get("issue") if isinstance(told, dict) else None
    number = issue.get("number") if isinstance(issue, dict) else None
    if not isinstance(issue, dict) or not isinstance(number, int) or number < 1:
        raise UsageError(f"{path}: tells of no issue")
    form = _form_of(issue, root)
    body = issue.get("body")
    answers = parse_body(body if isinstance(body, str) else "", questions(root, form))
    return Issue(number=number, form=form, answers=answers)


def _form_of(issue: Mapping[str, Any], root: Path) -> str:
    """Return the form whose label an issue has."""
    listed = issue.get("labels")
    labels = [each.get("name") for each in listed or () if isinstance(each, dict)]
    found = [form for form in FORMS if set(_labels(root, form)) & set(labels)]
    if len(found) != 1:
        wanted = ", ".join(label for form in FORMS for label in _labels(root, form))
        raise UsageError(f"the issue came from no form: it must have one label of {wanted}")
    return found[0]


def questions(root: Path, form: str) -> dict[str, tuple[str, bool]]:
    """Return id of a field → the question, and whether one of a few words answers it.

    Raises:
        UsageError: the form is not there, or is none.
    """
    body = _read(root, form).get("body")
    found: dict[str, tuple[str, bool]] = {}
    for item in body.items if body else ():
        name, asked, kind = item.get("id"), item.get("attributes"), item.get("type")
        label = asked.get("label") if asked else None
        if name and label:
            found[name.raw] = (label.raw, bool(kind and kind.raw == "dropdown"))
    missing = [name for name in field_ids(form) if name not in found]
    if missing:
        raise UsageError(f"{FOLDER}/{form}: asks nothing under the id {missing[0]}")
    return found


def _labels(root: Path, form: str) -> tuple[str, ...]:
    listed = _read(root, form).get("labels")
    return tuple(item.raw for item in listed.items) if listed else ()


def _read(root: Path, form: str) -> Node:
    path = root / FOLDER / form
    try:
        node, problems = parse_yaml(path.read_text(encoding="utf-8"), form)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    if node is None or problems:
        raise UsageError(f"{path}: is no form: {problems[0] if problems else 'empty'}")
    return node


def parse_body(body: str, asked: Mapping[str, tuple[str, bool]]) -> dict[str, str]:
    """Return the answers in the body of an issue.

    A heading counts only where its question is still to come: one that an answer repeats is text.

    Args:
        body: Markdown, as the forge rendered the form or as somebody edited it since.
        asked: id of a field → its question, and whether a word answers it; in their order.
    """
    order = list(asked)
    found: dict[str, list[str]] = {}
    current = ""
    for line in re.split(r"\r\n|\r|\n", body):
        heading = line.removeprefix("### ").strip() if line.startswith("### ") else None
        start = order.index(current) + 1 if current else 0
        name = next((name for name in order[start:] if asked[name][0] == heading), "")
        if name:
            current = name
            found[name] = []
        elif current:
            found[current].append(line)
    answers = {name: "\n".join(lines).strip() for name, lines in found.items()}
    return {
        name: _DROPDOWN.sub("", text) if asked[name][1] else text
        for name, text in answers.items()
        if text and text != NO_ANSWER
    }
