"""Words of categories, tags and states, as our types: only where they plainly mean one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.folding import fold
from generator.record.model import EventStatus, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPES = {
    EventType.SUMMIT: "summit summits sommet sommets gipfel cumbre",
    EventType.MEETING: "meeting meetings reunion reunions rencontre conference conferences treffen",
    EventType.VISIT: "visit visits visite visites besuch visita",
    EventType.AGREEMENT: "agreement agreements accord accords treaty treaties traite traites",
    EventType.STATEMENT: "statement statements declaration declarations speech discours",
    EventType.PROJECT: "project projects projet projets construction",
    EventType.CONFLICT: "conflict conflicts conflit conflits war guerre battle bataille krieg",
    EventType.ELECTION: "election elections wahl wahlen eleccion elecciones",
    EventType.DISASTER: "disaster disasters catastrophe catastrophes accident accidents",
    EventType.PUBLICATION: "publication publications book livre",
    EventType.SPORT: "sport sports",
    EventType.OTHER: "other autre",
}
_STATES = {
    EventStatus.PLANNED: "planned tentative scheduled prevu",
    EventStatus.ONGOING: "ongoing en-cours",
    EventStatus.HAPPENED: "happened confirmed passe",
    EventStatus.POSTPONED: "postponed reporte",
    EventStatus.CANCELLED: "cancelled canceled annule",
}
_TYPE_OF = {word: kind for kind, words in _TYPES.items() for word in words.split()}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split()}


def find_type(words: Iterable[str]) -> tuple[EventType | None, tuple[str, ...]]:
    """Return the type that the first fitting word names, and the words that name none."""
    found: EventType | None = None
    rest = []
    for word in words:
        kind = _TYPE_OF.get(fold(word).strip())
        if kind and found in (None, kind):
            found = kind
        else:
            rest.append(word)
    return found, tuple(rest)


def find_status(word: str) -> EventStatus | None:
    """Return the state of an event that a word names; None when it names none."""
    return _STATE_OF.get(fold(word).strip().replace(" ", "-"))
