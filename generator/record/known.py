"""The ids of all records with their names, for programs that complete what an editor types.

A JSON Schema of its own, to which the schemas of records refer. Its ids are offers, not rules: a
record that is added tomorrow is no error today, so the list may be behind the records. One line for
each record, so that a new one changes one line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.record.schema import SCHEMA_DIALECT
from generator.record.values import KNOWN_IDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.model import Content

KNOWN_PATH = f"schemas/{KNOWN_IDS}"
_FOLDERS = {
    "actor": ("people", "organisations", "places"),
    "person": ("people",),
    "organisation": ("organisations",),
    "place": ("places",),
    "source": ("sources",),
    "event": ("events",),
    "indicator": ("indicators",),
}


def render_known(content: Content) -> str:
    """Return the file of the schema that offers the ids of all records."""
    parts = (
        f'    "{name}": {{\n      "defaultSnippets": [{_offers(content, folders)}]\n    }}'
        for name, folders in _FOLDERS.items()
    )
    about = (
        "Identifiants proposés à la saisie ; écrit par `timeline schema`.\n\n"
        "Ids that are offered while typing; written by `timeline schema`."
    )
    head = {"$schema": SCHEMA_DIALECT, "$id": KNOWN_IDS, "title": "known ids", "description": about}
    lines = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{lines},\n  "$defs": {{\n' + ",\n".join(parts) + "\n  }\n}\n"


def _offers(content: Content, folders: tuple[str, ...]) -> str:
    found = {
        record_id: about
        for folder in folders
        for record_id, about in _described(getattr(content, folder))
    }
    listed = ",\n".join(
        "        "
        + json.dumps(
            {"label": record_id, "description": about, "body": record_id}, ensure_ascii=False
        )
        for record_id, about in sorted(found.items())
    )
    return f"\n{listed}\n      " if listed else ""


def _described(records: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield ids with what tells a reader which record it is: its names, and when, where it has."""
    for record_id, record in records.items():
        named: Mapping[str, str] | str = getattr(record, "name", "") or getattr(record, "title", "")
        names = (named,) if isinstance(named, str) else tuple(dict.fromkeys(named.values()))
        date = getattr(record, "date", None) or getattr(record, "issued", None)
        yield record_id, " / ".join(names) + (f" ({date})" if date else "")
