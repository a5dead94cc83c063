"""How we know: for each statement of an event, what it rests on and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.views.prose import Prose, view_prose
from generator.record.edtf import display
from generator.record.model import Basis

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How one statement is known."""

    basis: str
    """A sentence: a passage says so, it was worked out …"""
    anchor: str
    """The date that a relative expression was counted from; empty for none."""
    rule: str
    """How it was counted, in words."""
    note: Prose | None
    sources: tuple[Link, ...]
    """Who says so, each once."""


def view_reason(path: str, event: Event, edition: Edition) -> Reason:
    """Describe how a statement of an event is known.

    Args:
        path: a field path as in evidence.
        event: the record.
        edition: the language and the links.
    """
    words = edition.words
    cited = [item.source for item in event.evidence if path in (*item.supports, *item.says)]
    dating = event.dating if path == "date" else None
    anchor, rule = (dating.anchor, dating.rule) if dating else (None, None)
    return Reason(
        basis=words(_basis_key(path, event, cited=bool(cited))),
        anchor=display(anchor, words.language) if anchor else "",
        rule=words.label("rule", rule) if rule else "",
        note=view_prose(dating.note, edition) if dating else None,
        sources=tuple(edition.link("sources", ref) for ref in dict.fromkeys(cited)),
    )


def _basis_key(path: str, event: Event, *, cited: bool) -> str:
    """Return the key of the sentence for a basis."""
    if path == "date" and event.dating:
        return f"basis.{event.dating.basis}"
    given = event.basis.get(path)
    if given in tuple(Basis):
        return f"reason.{given}"
    return "reason.stated" if cited else "reason.unproven"
