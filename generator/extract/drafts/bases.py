"""Which fields of a draft no passage says in so many words: understood from it, as `basis` tells.

"les deux présidents" names nobody and "l'an dernier" no year; who and when is understood all the
same, and a reader who asks how we know is told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names.words import fold
from generator.record.event_fields import supportable
from generator.record.model import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.drafts.drafting import Report
    from generator.extract.drafts.registry import Registry
    from generator.extract.figures.finder import FigureMention
    from generator.extract.names.naming import Mention
    from generator.record.model import Event

STEM = 4  # letters that a word shares with the name that it is a form of: kazakh, Kazakhstan
NEAR = 200  # code points around a figure in which its own sentence dates it


def bases_of(event: Event, reports: Sequence[Report], registry: Registry) -> dict[str, str]:
    """Return the basis of the fields that no passage of an event states in so many words.

    Args:
        event: as drafted from the reports.
        reports: how each article tells it.
        registry: the one that named who takes part.
    """
    stated: set[str] = set()
    understood: set[str] = set()
    for report in reports:
        for path, said in (*_actors(report, registry), *_periods(event, report)):
            (stated if said else understood).add(path)
    there = supportable(event)
    return {path: str(Basis.RESOLVED) for path in sorted(understood - stated) if path in there}


def join_bases(old: Event, fresh: Event, joined: Event) -> dict[str, str]:
    """Return the bases of a record that two tellings made: what either one states is stated."""
    found = {}
    for path in supportable(joined):
        told = [event for event in (old, fresh) if path in supportable(event)]
        given = [event.basis.get(path) for event in told]
        if given and all(given):
            found[path] = str(given[0])
    return found


def _actors(report: Report, registry: Registry) -> Iterator[tuple[str, bool]]:
    """Yield who takes part, and whether the article has a word of the name there."""
    for kind, mentions in (
        ("participants", report.candidate.participants),
        ("organisations", report.candidate.organisations),
    ):
        for mention in mentions:
            yield f"{kind}.{registry.actor(mention)}", _is_named(report, mention)


def _is_named(report: Report, mention: Mention) -> bool:
    text = report.reading.article.text[mention.start : mention.end]
    name = fold(mention.name)
    initials = "".join(word[0] for word in name.split() if word)
    return any(
        word[:STEM] in name or word in initials for word in fold(text).replace("'", " ").split()
    )


def _periods(event: Event, report: Report) -> Iterator[tuple[str, bool]]:
    """Yield the figures with a period, and whether the words around them state it."""
    told = {(each.value, each.period) for each in event.figures}
    for mention in report.reading.figures:
        if mention.period is None or (mention.value, mention.period) not in told:
            continue
        for figure in event.figures:
            if (figure.value, figure.period) == (mention.value, mention.period):
                yield f"figures.{figure.id}", _states_period(report, mention)


def _states_period(report: Report, mention: FigureMention) -> bool:
    near = [
        timex.basis
        for timex in report.reading.timexes
        if timex.edtf == mention.period and abs(timex.start - mention.start) <= NEAR
    ]
    return Basis.STATED in near or not near
