"""A record as YAML text, in the one form that every tool leaves alone.

Two spaces, lists indented under their key, double quotes around free text and dates, fields in the
order of the schema. The same record is always the same bytes.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.record.edtf import Edtf
from generator.record.model import Event
from generator.record.passage import digest
from generator.record.rules import ListRule, MapRule, ObjectRule, TextsRule
from generator.record.schema import kind_of
from generator.record.values import DateRule, TextRule, WordsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Record
    from generator.record.rules import Field, Rule
    from generator.record.schema import Kind

MAX_FLOW = 80  # columns of a list in brackets; longer ones get a line for each item (prettier's)
_FREE_TEXT = (TextRule, WordsRule, DateRule, TextsRule, MapRule)
# Not to be written raw between double quotes: YAML takes them for line breaks or refuses them.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# A word that YAML 1.1 or 1.2 takes for something else than text, when it has no quotes.
_NEEDS_QUOTES = re.compile(r"(?i)[-+.]?[0-9].*|y|n|yes|no|on|off|true|false|null|")


def render_record(record: Record) -> str:
    """Write a record as the text of its file, without the line that names its schema.

    Returns:
        Canonical YAML with a final line feed; reading it again gives an equal record.
    """
    return "".join(f"{line}\n" for line in _object(record, kind_of(record).rule, ""))


def modeline(kind: Kind, depth: int) -> str:
    """Return the comment that tells an editor's program which schema a file has.

    Args:
        kind: the kind of record in it.
        depth: folders between the project's root and the file.
    """
    up = "../" * depth
    return f"# yaml-language-server: $schema={up}schemas/{kind.name}.schema.json\n"


def record_hash(record: Record) -> str:
    """Return the hash of a record as it stands, without its `generated` field.

    A record whose ``generated`` equals this is as the extractor left it.
    """
    if isinstance(record, Event):
        record = dataclasses.replace(record, generated=None)
    return digest(f"{record.id}\n{render_record(record)}")


def _object(value: Any, rule: ObjectRule, indent: str) -> Iterator[str]:  # noqa: ANN401
    for item in rule.fields:
        attribute = getattr(value, item.attribute or item.name)
        if is_absent(attribute, item):
            continue
        yield from render_field(item.name, attribute, item.rule, indent)


def is_absent(value: Any, item: Field) -> bool:  # noqa: ANN401 -- any value of the model
    """Say whether a field of a record is left out of its file."""
    return not item.required and (
        value is None or (isinstance(value, tuple | Mapping) and not value)
    )


def render_field(name: str, value: Any, rule: Rule, indent: str) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines of one field, without line feeds."""
    if isinstance(rule, ObjectRule):
        yield f"{indent}{name}:"
        yield from _object(value, rule, indent + "  ")
    elif isinstance(rule, TextsRule | MapRule):
        yield f"{indent}{name}:"
        for key, text in value.items():
            yield f"{indent}  {_plain(key)}: {quote(text)}"
    elif isinstance(rule, ListRule):
        yield from _list(name, value, rule, indent)
    else:
        yield f"{indent}{name}: {render_scalar(value, rule)}"


def _list(name: str, values: tuple[Any, ...], rule: ListRule, indent: str) -> Iterator[str]:
    if not isinstance(rule.item, ObjectRule):
        items = [render_scalar(value, rule.item) for value in values]
        flow = f"{indent}{name}: [{', '.join(items)}]"
        if len(flow) <= MAX_FLOW:
            yield flow
            return
    yield f"{indent}{name}:"
    for value in values:
        yield from render_item(value, rule.item, indent + "  ")


def render_item(value: Any, rule: Rule, indent: str) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines of one item of a list; ``indent`` stands before its hyphen."""
    if not isinstance(rule, ObjectRule):
        yield f"{indent}- {render_scalar(value, rule)}"
        return
    first, *rest = _object(value, rule, indent + "  ")
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def render_scalar(value: Any, rule: Rule) -> str:  # noqa: ANN401
    """Return a single value as it stands in a file, in quotes where it needs them."""
    if isinstance(value, Edtf):
        return quote(value.text)
    if isinstance(value, int | float):
        return _number(value)
    # Field paths in `supports` are names, although the rule that reads them takes any text.
    if isinstance(rule, _FREE_TEXT) and not re.fullmatch(r"[a-z_]+(\.[a-z0-9-]+)?", value):
        return quote(value)
    return _plain(value)


def _number(value: float) -> str:
    """Write a number that every YAML reads as the same number: no exponent, no lost digit."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def _plain(text: str) -> str:
    safe = re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_./:%°²³-]*", text) and not text.endswith(":")
    return text if safe and not _NEEDS_QUOTES.fullmatch(text) else quote(text)


def quote(text: str) -> str:
    """Write a text between quotes, so that YAML 1.1 and 1.2 read the same.

    Double ones, but single ones around a text that has double ones in it and nothing that only
    double ones can hold: that is what formatters make of it.
    """
    inner = json.dumps(text, ensure_ascii=False)
    written = _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", inner)
    if '"' in text and "\\" not in written.replace('\\"', ""):
        return "'" + text.replace("'", "''") + "'"
    return written
