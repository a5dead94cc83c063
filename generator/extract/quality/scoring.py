"""How well the extractor reads: what it finds in marked articles against what is marked in them.

An event counts as found when its evidence overlaps the marked evidence and the two dates can both
be true; date, type, place and actors are judged on the events found.
Source: matching mentions by the text they cover, as in MUC and ACE evaluations; see `matching`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from generator.extract.quality.gold import Aliases, Marking
from generator.extract.quality.matching import (
    pair_bodies,
    pair_events,
    pair_figures,
    pair_names,
    same_date,
    same_site,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.extract.quality.gold import MarkedEvent
    from generator.extract.span import Span


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right, found in vain, and missed; rates are parts of 1, None when there is none."""

    right: int = 0
    vain: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the tally of both."""
        return Tally(self.right + other.right, self.vain + other.vain, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Return the part of what was found that is right."""
        return self._rate(self.right + self.vain)

    @property
    def recall(self) -> float | None:
        """Return the part of what is marked that was found."""
        return self._rate(self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall."""
        every = 2 * self.right + self.vain + self.missed
        return 2 * self.right / every if every else None

    def _rate(self, of: int) -> float | None:
        if of:
            return self.right / of
        return 0.0 if self.vain or self.missed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What is measured, of one article or of many."""

    events: Tally = field(default_factory=Tally)
    main: Tally = field(default_factory=Tally)
    """Marked main events: found or missed."""
    date: Tally = field(default_factory=Tally)
    """Dates of the events found: exactly one of the accepted, or not; so are types and places."""
    type: Tally = field(default_factory=Tally)
    place: Tally = field(default_factory=Tally)
    participants: Tally = field(default_factory=Tally)
    organisations: Tally = field(default_factory=Tally)
    figures: Tally = field(default_factory=Tally)
    figure_values: Tally = field(default_factory=Tally)
    """Figures whatever period they are of."""
    residue: Tally = field(default_factory=Tally)
    """In characters, blanks and what is neutral aside."""
    evidence: Tally = field(default_factory=Tally)
    """Passages found: within the text and not blank, or not."""

    def __add__(self, other: Scores) -> Scores:
        """Return the scores of both."""
        return Scores(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    def measures(self) -> dict[str, float | None]:
        """Return every rate by its name, rounded to thousandths; None when there was nothing."""
        rates = {
            "event_precision": self.events.precision,
            "event_recall": self.events.recall,
            "event_f1": self.events.f1,
            "main_recall": self.main.recall,
            "date_exact": self.date.recall,
            "type": self.type.recall,
            "place": self.place.recall,
            "participants_f1": self.participants.f1,
            "organisations_f1": self.organisations.f1,
            "figure_f1": self.figures.f1,
            "figure_value_f1": self.figure_values.f1,
            "residue_precision": self.residue.precision,
            "residue_recall": self.residue.recall,
            "residue_f1": self.residue.f1,
            "evidence": self.evidence.recall,
        }
        return {name: None if rate is None else round(rate, 3) for name, rate in rates.items()}


def score(gold: Marking, found: Marking, text: str, aliases: Aliases | None = None) -> Scores:
    """Measure what was found in one article.

    Args:
        gold: what is marked.
        found: what the extractor found.
        text: of the article's file; both have offsets of it.
        aliases: other spellings of names.
    """
    pairs = pair_events(gold, found)
    both = [(gold.events[i], found.events[j]) for i, j in pairs.items()]
    return _judge(both, aliases or Aliases()) + Scores(
        events=_tally(len(pairs), len(found.events), len(gold.events)),
        main=_shares(i in pairs for i, event in enumerate(gold.events) if event.main),
        figures=_figures(gold, found, with_period=True),
        figure_values=_figures(gold, found, with_period=False),
        residue=_residue(gold, found, text),
        evidence=_shares(_verifies(span, text) for span in _passages(found)),
    )


def total(scores: Mapping[str, Scores]) -> Scores:
    """Return the scores of all articles taken together: each event counts the same."""
    return sum(scores.values(), Scores())


def _judge(both: list[tuple[MarkedEvent, MarkedEvent]], aliases: Aliases) -> Scores:
    placed = [(gold, find) for gold, find in both if any((*gold.places, *find.places))]
    participants, organisations = Tally(), Tally()
    for gold, find in both:
        same = pair_names(gold.participants, find.participants, aliases)
        participants += _tally(same, len(find.participants), len(gold.participants))
        same = pair_bodies(gold.organisations, find.organisations, aliases)
        organisations += _tally(same, len(find.organisations), len(gold.organisations))
    return Scores(
        date=_shares(same_date(gold.dates, find.dates[0]) for gold, find in both),
        type=_shares(find.types[0] in gold.types for gold, find in both),
        place=_shares(same_site(gold.places, find.places[0], aliases) for gold, find in placed),
        participants=participants,
        organisations=organisations,
    )


def _tally(same: int, found: int, marked: int) -> Tally:
    return Tally(same, found - same, marked - same)


def _shares(judged: Iterable[bool]) -> Tally:
    listed = list(judged)
    return Tally(right=sum(listed), missed=len(listed) - sum(listed))


def _figures(gold: Marking, found: Marking, *, with_period: bool) -> Tally:
    same = len(pair_figures(gold, found, with_period=with_period))
    return _tally(same, len(found.figures), len(gold.figures))


def _residue(gold: Marking, found: Marking, text: str) -> Tally:
    marked, told = _offsets(gold.residue), _offsets(found.residue)
    ignored = _offsets(gold.neutral) - marked
    marked, told = (
        {i for i in offsets - ignored if i < len(text) and not text[i].isspace()}
        for offsets in (marked, told)
    )
    return _tally(len(marked & told), len(told), len(marked))


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _passages(found: Marking) -> Iterable[Span]:
    for event in found.events:
        yield from event.evidence
    for figure in found.figures:
        yield from figure.evidence


def _verifies(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and bool(span.of(text).strip())
