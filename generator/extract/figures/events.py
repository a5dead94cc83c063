"""Figures that belong to an event: its dead, its votes, its agreements refer to its date.

"Le séisme de lundi a fait douze morts. Trente personnes sont blessées": no time stands beside the
thirty, yet they were hurt on that Monday. What a bridge measures refers to no day at all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import date_of
from generator.record.model import Basis, EventStatus, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.events.scene import Story as Scene
    from generator.extract.figures.finder import FigureMention
    from generator.record.edtf import Edtf

COUNTED = frozenset({"people", "votes", "seats", "homes", "agreements", "vehicles"})
"""Units of what an event does or has; money, shares and measures may refer to any time."""
AGREEMENTS = "agreements"
TEXTS = frozenset({EventType.AGREEMENT, EventType.PUBLICATION, EventType.STATEMENT})
"""Events that are words themselves: what these count is to come, or was long before."""
SHARES = frozenset({"percent"})
STORIES = frozenset({EventType.DISASTER, EventType.CONFLICT, EventType.ELECTION})
"""News whose later sentences go on counting without saying when again."""
NEWS = 7  # days after which an article that tells of such an event is about something newer


def with_event_dates(
    figures: Iterable[FigureMention], events: Sequence[Candidate], scene: Scene | None = None
) -> tuple[FigureMention, ...]:
    """Give figures without a period the date of the event that they count.

    Args:
        figures: of an article, in order.
        events: of the same article; only a date that the text states or resolves counts, and only
            of what has happened.
        scene: the article's sentences and date expressions; a figure whose sentence has a date of
            its own takes no other.

    Returns:
        The figures in the same order; what already has a period keeps it.
    """
    dated = [event for event in events if _has_own_date(event)]
    story = _story(dated, scene.published if scene else None)
    return tuple(
        figure if figure.period else replace(figure, period=_date_of(figure, dated, story, scene))
        for figure in figures
    )


def _has_own_date(event: Candidate) -> bool:
    happened = event.status in (EventStatus.HAPPENED, EventStatus.ONGOING)
    return bool(event.date) and event.basis is not Basis.INFERRED and happened


def _story(events: Sequence[Candidate], published: Edtf | None) -> Candidate | None:
    """Return the one event that an article is about, when it is news that goes on counting."""
    main = [event for event in events if event.main and event.type in STORIES]
    if len({event.date for event in main}) != 1:
        return None
    story, today = main[0], date_of(published.start if published else None)
    day = date_of(story.date.start if story.date else None)
    stale = today is not None and day is not None and (today - day).days > NEWS
    return None if stale else story


def _date_of(
    figure: FigureMention,
    events: Sequence[Candidate],
    story: Candidate | None,
    scene: Scene | None,
) -> Edtf | None:
    if figure.unit not in COUNTED | SHARES:
        return None
    own = _own_dates(figure, scene)
    if None in own:
        return None
    for event in events:
        told = any(span.start <= figure.start < span.end for span in event.passages)
        if told and _belongs(figure, event):
            return event.date
    if story is None or any(date != story.date for date in own):
        return None
    return story.date if figure.unit in COUNTED or story.type is EventType.ELECTION else None


def _belongs(figure: FigureMention, event: Candidate) -> bool:
    """Say whether a figure in the words of an event is of its day: what a deal foresees is not."""
    if event.type in TEXTS:
        return figure.unit == AGREEMENTS
    return figure.unit in COUNTED or event.type is EventType.ELECTION


def _own_dates(figure: FigureMention, scene: Scene | None) -> list[Edtf | None]:
    """Return the dates that the sentence of a figure names; None for one that nothing fixes."""
    if scene is None:
        return []
    at = bisect_right(scene.sentences, figure.start, key=lambda span: span.start) - 1
    if at < 0:
        return []
    sentence = scene.sentences[at]
    first = bisect_left(scene.timexes, sentence.start, key=lambda timex: timex.start)
    last = bisect_left(scene.timexes, sentence.end, key=lambda timex: timex.start)
    return [timex.edtf for timex in scene.timexes[first:last] if timex.type == "DATE"]
