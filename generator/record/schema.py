"""The kinds of record, and what a machine or a reader may ask of their fields."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.record.event_fields import EVENT
from generator.record.fields import INDICATOR, ORGANISATION, PERSON, PLACE, SOURCE
from generator.record.rules import Field, ListRule, ObjectRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.model import Record


SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record."""

    name: str
    """Singular, in the schemas' file names."""
    folder: str
    """Below ``content/``, and the attribute of `model.Content`."""
    about: Mapping[str, str]
    rule: ObjectRule


def _kind(name: str, folder: str, french: str, english: str, rule: ObjectRule) -> Kind:
    return Kind(name=name, folder=folder, about={"fr": french, "en": english}, rule=rule)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.folder: kind
        for kind in (
            _kind("event", "events", "Un événement daté.", "A dated event.", EVENT),
            _kind("source", "sources", "Un article lu.", "An article that was read.", SOURCE),
            _kind("person", "people", "Une personne.", "A person.", PERSON),
            _kind(
                "organisation",
                "organisations",
                "Une organisation.",
                "An organisation.",
                ORGANISATION,
            ),
            _kind("place", "places", "Un lieu.", "A place.", PLACE),
            _kind("indicator", "indicators", "Un indicateur.", "An indicator.", INDICATOR),
        )
    }
)
"""Folder below ``content/`` → the kind of record in it."""


def kind_of(record: Record) -> Kind:
    """Return the kind of a record."""
    return next(kind for kind in KINDS.values() if isinstance(record, kind.rule.make))  # type: ignore[arg-type]


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record, for editors' programs."""
    return {
        "$schema": SCHEMA_DIALECT,
        "$id": f"{kind.name}.schema.json",
        "title": kind.name,
        "description": f"{kind.about['fr']}\n\n{kind.about['en']}",
        **kind.rule.json_schema(),
    }


def field_table(kind: Kind, language: str) -> str:
    """Return the fields of one kind as a Markdown table, nested ones below their field."""
    head = {
        "fr": ("Champ", "Obligatoire", "Ce qu'il dit", "Exemple"),
        "en": ("Field", "Required", "What it says", "Example"),
    }[language]
    rows = [" | ".join(("", *head, "")).strip(), "|---|---|---|---|"]
    rows += [_table_row(path, item, language) for path, item in walk_fields(kind.rule)]
    return "\n".join(rows) + "\n"


def _table_row(path: str, item: Field, language: str) -> str:
    needed = {"fr": "oui", "en": "yes"}[language] if item.required else ""
    example = item.example.replace("|", "\\|")
    return f"| `{path}` | {needed} | {item.about[language]} | `{example}` |"


def walk_fields(rule: ObjectRule, before: str = "") -> tuple[tuple[str, Field], ...]:
    """Return every field with its dotted path, a nested mapping's below its own."""
    found: list[tuple[str, Field]] = []
    for item in rule.fields:
        path = f"{before}{item.name}"
        found.append((path, item))
        inner = item.rule.item if isinstance(item.rule, ListRule) else item.rule
        if isinstance(inner, ObjectRule):
            found += walk_fields(inner, f"{path}.")
    return tuple(found)
