"""A record as plain values, with the names and in the order of its file: for JSON and tables."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from generator.record.edtf import Edtf
from generator.record.render import is_absent
from generator.record.schema import kind_of

if TYPE_CHECKING:
    from generator.record.model import Record

_NAMES = {"from_": "from"}  # what Python keeps for itself


def to_plain(record: Record) -> dict[str, Any]:
    """Return a record as mappings, lists and scalars that `json.dumps` takes.

    Returns:
        The id, then the fields that the record's file has, dates as EDTF text; ``generated`` too.
    """
    fields = kind_of(record).rule.fields
    values = {item.name: (getattr(record, item.attribute or item.name), item) for item in fields}
    given = {
        name: _plain(value) for name, (value, item) in values.items() if not is_absent(value, item)
    }
    return {"id": record.id, **given}


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any value of the model
    if value is None or isinstance(value, Enum):
        return value and value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Mapping):
        return dict(value)  # of texts
    pairs = ((name, getattr(value, name)) for name in value.__slots__)
    return {_NAMES.get(name, name): _plain(item) for name, item in pairs if _is_said(item)}


def _is_said(value: Any) -> bool:  # noqa: ANN401
    return value is not None and not (isinstance(value, tuple | Mapping) and not value)
