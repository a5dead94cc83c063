"""What is asked for a new record of each kind, in the order in which a person knows it.

What a field means and what may stand in it is said by the field rules alone; this says only which
of the fields are asked for and whom their answers may name.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.record.rules import ListRule, ObjectRule, TextsRule
from generator.record.schema import KINDS
from generator.record.values import ChoiceRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.rules import Field
    from generator.record.schema import Kind

ACTORS = ("people", "organisations", "places")
_USUAL = {"type": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked for."""

    item: Field
    """The field that the answer goes to."""
    flag: str
    """The option of `timeline new` that answers it, without its hyphens."""
    refers: tuple[str, ...] = ()
    """Folders of the records that the answer names; empty where it is a value itself."""
    usual: str = ""
    """What stands in a required field that nobody answers."""

    @property
    def name(self) -> str:
        """Return the name of the field."""
        return self.item.name

    @property
    def is_needed(self) -> bool:
        """Say whether there is no record without an answer."""
        return self.item.required and not self.usual

    @property
    def is_list(self) -> bool:
        """Say whether there may be several answers."""
        return isinstance(self.item.rule, ListRule)

    @property
    def is_text(self) -> bool:
        """Say whether the answer is in a language."""
        return isinstance(self.item.rule, TextsRule)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the words that may be answered; empty where they are not counted."""
        rule = self.item.rule
        return tuple(rule.choices) if isinstance(rule, ChoiceRule) else ()


def _questions(folder: str, asked: Mapping[str, tuple[str, ...]]) -> tuple[Question, ...]:
    """Make the questions of a kind.

    Args:
        folder: of the kind.
        asked: name of a field → its flag, and the folders that it refers to.
    """
    known = {item.name: item for item in KINDS[folder].rule.fields}
    return tuple(
        Question(item=known[name], flag=flag, refers=tuple(refers), usual=_USUAL.get(name, ""))
        for name, (flag, *refers) in asked.items()
    )


_NAMED = {"name": ("name",), "aliases": ("alias",)}
_ABOUT = {"description": ("description",), "country": ("country",), "wikidata": ("wikidata",)}

QUESTIONS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {
        "events": _questions(
            "events",
            {
                "title": ("title",),
                "date": ("date",),
                "type": ("type",),
                "event_status": ("event-status",),
                "place": ("place", "places"),
                "participants": ("who", *ACTORS),
                "organisations": ("organisation", "organisations"),
                "summary": ("summary",),
                "cites": ("source", "sources"),
            },
        ),
        "sources": _questions(
            "sources",
            {
                "title": ("title",),
                "language": ("written-in",),
                "publisher": ("publisher",),
                "issued": ("issued",),
                "url": ("url",),
                "archive": ("archive",),
                "author": ("author",),
            },
        ),
        "people": _questions("people", {**_NAMED, **_ABOUT}),
        "organisations": _questions(
            "organisations",
            {"name": ("name",), "acronym": ("acronym",), "aliases": ("alias",), **_ABOUT},
        ),
        "places": _questions(
            "places",
            {
                "name": ("name",),
                "kind": ("kind",),
                "country": ("country",),
                "aliases": ("alias",),
                "part_of": ("part-of", "places"),
                "latitude": ("latitude",),
                "longitude": ("longitude",),
                "wikidata": ("wikidata",),
            },
        ),
    }
)
"""Folder of a kind → what is asked for a new record of it."""


def asked_kinds() -> tuple[Kind, ...]:
    """Return the kinds of record that people write from nothing."""
    return tuple(KINDS[folder] for folder in QUESTIONS)


def is_object_list(question: Question) -> bool:
    """Say whether each answer becomes a mapping of its own, such as a participant."""
    rule = question.item.rule
    return isinstance(rule, ListRule) and isinstance(rule.item, ObjectRule)
