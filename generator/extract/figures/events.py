"""Figures that belong to an event: its dead, its votes, its agreements refer to its date.

"Le séisme de lundi a fait douze morts. Trente personnes sont blessées": no time stands beside the
thirty, yet they were hurt on that Monday. What a bridge measures refers to no day at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.record.model import Basis, EventStatus, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.figures.finder import FigureMention
    from generator.record.edtf import Edtf

COUNTED = frozenset({"people", "votes", "seats", "homes", "agreements", "vehicles"})
"""Units of what an event does or has; money, shares and measures may refer to any time."""
SHARES = frozenset({"percent"})
STORIES = frozenset({EventType.DISASTER, EventType.CONFLICT, EventType.ELECTION})
"""News whose later sentences go on counting without saying when again."""


def with_event_dates(
    figures: Iterable[FigureMention], events: Sequence[Candidate]
) -> tuple[FigureMention, ...]:
    """Give figures without a period the date of the event that they count.

    Args:
        figures: of an article, in order.
        events: of the same article; only a date that the text states or resolves counts, and only
            of what has happened.

    Returns:
        The figures in the same order; what already has a period keeps it.
    """
    dated = [event for event in events if _has_own_date(event)]
    story = _story(dated)
    return tuple(
        figure if figure.period else replace(figure, period=_date_of(figure, dated, story))
        for figure in figures
    )


def _has_own_date(event: Candidate) -> bool:
    happened = event.status in (EventStatus.HAPPENED, EventStatus.ONGOING)
    return bool(event.date) and event.basis is not Basis.INFERRED and happened


def _story(events: Sequence[Candidate]) -> Candidate | None:
    """Return the one event that an article is about, when it is of a kind that goes on counting."""
    main = [event for event in events if event.main and event.type in STORIES]
    return main[0] if len(main) == 1 else None


def _date_of(
    figure: FigureMention, events: Sequence[Candidate], story: Candidate | None
) -> Edtf | None:
    if figure.unit not in COUNTED | SHARES:
        return None
    for event in events:
        told = any(span.start <= figure.start < span.end for span in event.passages)
        if told and (figure.unit in COUNTED or event.type is EventType.ELECTION):
            return event.date
    if story is None or figure.start < min(span.start for span in story.passages):
        return None
    return story.date if figure.unit in COUNTED or story.type is EventType.ELECTION else None
