"""The forge's forms by which readers report: their files, the ids of their fields, links to them.

The site links to a form with answers filled in, and `timeline form` reads the answers back: both go
by these names. The forms themselves are in `.github/ISSUE_TEMPLATE/`; a test holds them to this.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ADDRESS = 4_000  # characters of a prefilled address; forges refuse longer ones
ACCEPTED = "accepted"
"""The label by which a maintainer has a form turned into a pull request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Ids of the fields of `NEW_EVENT`."""

    title: str = "title"
    language: str = "language"
    """Of the title and the summary."""
    date: str = "date"
    type: str = "type"
    place: str = "place"
    who: str = "who"
    summary: str = "summary"
    source: str = "source"
    passage: str = "passage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Ids of the fields of `CORRECTION`."""

    record: str = "record"
    """Folder and id of a record: ``events/sommet-ocs-astana-2024``."""
    claim: str = "claim"
    """Path of the field, as in `supports`: ``date``, ``participants.xi-jinping``."""
    now: str = "now"
    """What the page says."""
    should: str = "should"
    """What it should say."""
    source: str = "source"
    passage: str = "passage"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenSource:
    """Ids of the fields of `BROKEN_SOURCE`."""

    source: str = "source"
    """Id of the source: ``dnat-2025-06``."""
    problem: str = "problem"
    url: str = "url"
    archive: str = "archive"
    note: str = "note"


NEW_EVENT, CORRECTION, BROKEN_SOURCE = "new-event.yml", "correction.yml", "broken-source.yml"
FORMS: Mapping[str, NewEvent | Correction | BrokenSource] = {
    NEW_EVENT: NewEvent(),
    CORRECTION: Correction(),
    BROKEN_SOURCE: BrokenSource(),
}
"""File of a form → the ids of its fields."""


def field_ids(form: str) -> tuple[str, ...]:
    """Return the ids of the fields of a form, in the order in which it asks."""
    known = FORMS[form]
    return tuple(getattr(known, field.name) for field in fields(known))


def form_url(new_issue: str, form: str, answers: Mapping[str, str], title: str = "") -> str:
    """Return the address of a form with answers filled in.

    Args:
        new_issue: the forge's address for a new issue: ``https://…/issues/new``.
        form: one of `FORMS`.
        answers: id of a field → what stands in it; ids that the form does not have are a mistake
            of the caller. Empty ones are left out, the last ones where the address gets too long.
        title: of the issue; without one the form's own.

    Raises:
        KeyError: the form, or one of the fields, does not exist.
    """
    known = field_ids(form)
    unknown = [name for name in answers if name not in known]
    if unknown:
        raise KeyError(unknown[0])
    told = {"template": form, **({"title": title} if title else {})}
    address = f"{new_issue}?{urlencode(told)}"
    for name, answer in answers.items():
        longer = f"{address}&{urlencode({name: answer})}" if answer else address
        address = longer if len(longer) <= MAX_ADDRESS else address
    return address
