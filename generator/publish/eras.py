"""Eras: named stretches of time that a site's own configuration gives, drawn behind the events.

An era is a reading of history and no statement of a source, so that it is no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.errors import UsageError
from generator.publish.days import reach
from generator.record.edtf import EdtfError, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.model import Text

FAR = 10**13  # days: beyond any date; where an open era ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A named stretch of time."""

    first: int
    """Days since 1970."""
    last: int
    """Its last day, inclusive."""
    name: Text


def read_eras(entries: Iterable[Any]) -> tuple[Era, ...]:
    """Read the option ``eras``: a list of ``{when: EDTF, fr: …, en: …}``.

    Raises:
        UsageError: an entry has no date that says a year, or no name.
    """
    eras = []
    for entry in entries:
        if not isinstance(entry, dict):
            message = f"eras: found {entry!r}, expected `when:` and a name per language"
            raise UsageError(message)
        fields = {str(key): str(value) for key, value in entry.items()}
        when = fields.pop("when", "")
        try:
            date = parse_edtf(when)
        except EdtfError:
            date = None
        days = reach(date)
        if not date or not days or not fields:
            message = f"eras: found when {when!r}, expected a date such as 1991/2001, and a name"
            raise UsageError(message)
        first = days[0] if date.start else -FAR
        eras.append(Era(first=first, last=days[1] if date.end else FAR, name=fields))
    return tuple(sorted(eras, key=lambda era: (era.first, -era.last)))
