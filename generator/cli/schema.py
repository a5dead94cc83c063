"""`timeline schema`: JSON Schemas and field tables, written from the field rules."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import examples, load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
@click.pass_obj
@examples("timeline schema", "timeline schema --check")
def schema(root: Path, only_check: bool) -> None:
    """Write the JSON Schemas and the field tables of the guide from the field rules.

    The list of known ids is written too. With --check it may be stale: who adds a person in the
    forge's web editor need not write it, and it only decides what an editor's program offers.
    """
    from generator.record.disk import write_text
    from generator.record.known import KNOWN_PATH, render_known

    stale = [
        name
        for name, text in _schema_files()
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text
    ]
    for name, text in _schema_files():
        if name in stale and not only_check:
            write_text(root / name, text)
    known = root / KNOWN_PATH
    text = render_known(load(root).content)
    if not only_check and (not known.is_file() or known.read_text(encoding="utf-8") != text):
        write_text(known, text)
        click.echo(f"{KNOWN_PATH}: written")
    for name in stale:
        click.echo(f"{name}: {'stale, run `timeline schema`' if only_check else 'written'}")
    if stale and only_check:
        sys.exit(1)


def _schema_files() -> Iterable[tuple[str, str]]:
    from generator.record.schema import KINDS, field_table, json_schema

    for kind in KINDS.values():
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        yield f"schemas/{kind.name}.schema.json", f"{text}\n"
    titles = {"fr": "Les champs de chaque fiche", "en": "The fields of each record"}
    for language, title in titles.items():
        parts = [f"# {title}\n"]
        for kind in KINDS.values():
            parts.append(f"## {kind.folder}\n\n{kind.about[language]}\n")
            parts.append(field_table(kind, language))
        yield f"docs/fields.{language}.md", "\n".join(parts)
