"""What sources say differently, and which of it is a contradiction: the one place that decides.

Two answers are no contradiction when both can be true: a month and a day of it, a country and its
city, 94.8 billion and "about 90", a plan and what came of it. The pages, `check` and the drafts of
the extractor all ask here.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.record.edtf import EdtfError, earliest, latest, parse_edtf, precision
from generator.record.edtf.parse import Day, Kind
from generator.record.model import Bound, EventStatus, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.record.edtf import Edtf
    from generator.record.model import Content, Event

ABOUT = 0.05  # share of a value by which "about", and zeros at the end of a number, may be off
LOOSE = {"day": 7, "month": 31, "season": 92, "year": 366, "decade": 3660, "century": 36600}
"""Days by which an approximate date of each precision may be off."""
_COURSE = (EventStatus.PLANNED, EventStatus.ONGOING, EventStatus.HAPPENED)
_WORDED = frozenset({"title", "summary", "note", "type"})  # two ways to put it contradict nothing
_FIRST, _LAST = -math.inf, math.inf


class Relation(StrEnum):
    """What one answer is to another."""

    SAME = "same"
    COARSER = "coarser"
    """It contains the other: a year for a day, a country for a city."""
    FINER = "finer"
    """It lies inside the other."""
    COMPATIBLE = "compatible"
    """Both can be true."""
    CONTRARY = "contrary"
    """One of the two is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What some sources say of a field, and what that is to the record's answer."""

    value: str | None
    """As in `says`; None for the answer of the record."""
    sources: tuple[str, ...]
    """Sources as cited; a digest and what it retells are two here."""
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field of an event on which its sources differ."""

    event: str
    field: str
    answers: tuple[Answer, ...]
    """The record's first, then the others by their text."""

    @property
    def contradicted(self) -> bool:
        """Whether the answers cannot all be true."""
        return any(answer.relation is Relation.CONTRARY for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDispute:
    """Values of one indicator for one period that cannot all be true."""

    indicator: str
    period: Edtf
    figures: tuple[tuple[str, str], ...]
    """Event and figure, in the order of the values."""


def disputes_of(event: Event, content: Content) -> tuple[Dispute, ...]:
    """Return the fields of an event on which its sources differ, in the order of the evidence."""
    said: defaultdict[str, defaultdict[str | None, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for item in event.evidence:
        for path in dict.fromkeys((*item.supports, *item.says)):
            said[path][item.says.get(path)].append(item.source)
    return tuple(
        Dispute(event=event.id, field=path, answers=_answers(path, values, event, content))
        for path, values in said.items()
        if any(value is not None for value in values)
    )


def _answers(
    path: str, values: dict[str | None, list[str]], event: Event, content: Content
) -> tuple[Answer, ...]:
    own = Answer(
        value=None, sources=tuple(dict.fromkeys(values.get(None, ()))), relation=Relation.SAME
    )
    others = sorted(value for value in values if value is not None)
    return (
        own,
        *(
            Answer(
                value=value,
                sources=tuple(dict.fromkeys(values[value])),
                relation=relate(path, value, event, content),
            )
            for value in others
        ),
    )


def relate(path: str, value: str, event: Event, content: Content) -> Relation:
    """Say what a source's answer is to the record's.

    Args:
        path: a field path as in evidence.
        value: what the source says, as in `says`.
        event: the record.
        content: the places and names.
    """
    field, _, name = path.partition(".")
    if field == "date" and event.date:
        return _relate_date_text(value, event.date)
    if field == "place" and event.place:
        return _relate_places(value, event.place, content)
    if field == "event_status":
        both = {value, str(event.event_status)}
        return Relation.SAME if len(both) == 1 else _either(both <= set(map(str, _COURSE)))
    if field == "figures":
        return _relate_figure(name, value, event)
    return _either(field in _WORDED or getattr(event, field, None) in (None, ()))


def _either(compatible: bool) -> Relation:
    return Relation.COMPATIBLE if compatible else Relation.CONTRARY


# ---------------------------------------------------------------------------- dates


def relate_dates(said: Edtf, known: Edtf) -> Relation:
    """Say what a date is to another one; neither is ever read as finer than it is written."""
    if said.text == known.text:
        return Relation.SAME
    first, last = _span(said)
    start, end = _span(known)
    if (first, last) == (start, end):
        return Relation.COMPATIBLE
    if first <= start and end <= last:
        return Relation.COARSER
    if start <= first and last <= end:
        return Relation.FINER
    loose = any(date.approximate or date.uncertain for date in (said, known))
    slack = max(LOOSE[precision(said)], LOOSE[precision(known)]) if loose else 0
    meets = first - slack <= end and start - slack <= last
    vague = loose or Kind.ONE_OF in (said.kind, known.kind)
    return _either(meets and vague)


def _span(date: Edtf) -> tuple[float, float]:
    """Return the first and the last day that a date may be, as numbers; endless where open."""
    first, last = earliest(date), latest(date)
    return _number(first) if first else _FIRST, _number(last) if last else _LAST


def _number(day: Day) -> float:
    """Return a day as a number that grows by one a day, but for the ends of months."""
    return day.year * 365.2425 + (day.month - 1) * 30.436875 + day.day


def _relate_date_text(value: str, known: Edtf) -> Relation:
    try:
        return relate_dates(parse_edtf(value), known)
    except EdtfError:
        return Relation.CONTRARY


# ---------------------------------------------------------------------------- places


def _relate_places(value: str, known: str, content: Content) -> Relation:
    said = _place_id(value, content)
    if said == known:
        return Relation.SAME
    if said in _holders(known, content):
        return Relation.COARSER
    if said and known in _holders(said, content):
        return Relation.FINER
    return Relation.CONTRARY


def _place_id(value: str, content: Content) -> str:
    """Return the place that is meant: by its id, or by a name as a source writes it."""
    if value in content.places:
        return value
    wanted = _fold(value)
    for place in content.places.values():
        if wanted in {_fold(name) for name in (*place.name.values(), *place.aliases)}:
            return place.id
    return ""


def _holders(place_id: str, content: Content) -> list[str]:
    """Return the places that a place lies in; a circle ends where it closes."""
    found: list[str] = []
    place = content.places.get(place_id)
    while place and place.part_of and place.part_of not in found:
        found.append(place.part_of)
        place = content.places.get(place.part_of)
    return found


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalnum())


# ---------------------------------------------------------------------------- figures


def _relate_figure(name: str, value: str, event: Event) -> Relation:
    figure_id, _, part = name.partition(".")
    figure = next((item for item in event.figures if item.id == figure_id), None)
    if figure is None:
        return Relation.COMPATIBLE
    if part == "period":
        return _relate_date_text(value, figure.period) if figure.period else Relation.COMPATIBLE
    if part and part != "value":
        return Relation.COMPATIBLE
    try:
        number = float(value)
    except ValueError:
        return Relation.CONTRARY
    return relate_amounts((number, Bound.EXACTLY), (figure.value, figure.bound))


def relate_amounts(said: tuple[float, Bound], known: tuple[float, Bound]) -> Relation:
    """Say what an amount is to another one of the same unit: contrary only beyond rounding."""
    if said == known:
        return Relation.SAME
    low, high = amount_range(*said)
    least, most = amount_range(*known)
    return _either(low <= most and least <= high)


def amount_range(value: float, bound: Bound) -> tuple[float, float]:
    """Return what a number may stand for: as rounded as it is printed, as bound as it is told.

    94.8 billion is anything from 94.75 to 94.85; 70 billion anything from 66.5 to 73.5: its zeros
    may be rounded or may be counted.
    """
    if not math.isfinite(value):
        return _FIRST, _LAST
    off = min(_half_step(value), max(abs(value) * ABOUT, 0.5))
    if bound is Bound.ABOUT:
        off = max(off, abs(value) * ABOUT)
    low, high = value - off, value + off
    if bound is Bound.MORE_THAN:
        high = _LAST
    elif bound is Bound.LESS_THAN:
        low = _FIRST
    return low, high


def _half_step(value: float) -> float:
    """Return half of the last digit that is not a trailing zero: 70 → 5, 94.8 → 0.05."""
    mantissa, _, fraction = format(abs(value), ".12g").partition("e")[0].partition(".")
    exponent = int(format(abs(value), ".12e").partition("e")[2])
    digits = (mantissa + fraction).strip("0")
    return 0.5 if not digits else 0.5 * 10.0 ** (exponent - len(digits) + 1)


class FigureRow(NamedTuple):
    """A figure as far as others of its series are held against it."""

    number: int
    """Among the figures of its event, from 0."""
    id: str
    indicator: str
    period: str
    """Empty when the text does not say."""
    unit: str
    value: float
    bound: str


def figure_rows(event: Event) -> Iterator[FigureRow]:
    """Yield the figures of an event that belong to a series."""
    for index, figure in enumerate(event.figures):
        if figure.indicator:
            period = figure.period.text if figure.period else ""
            yield FigureRow(
                index,
                figure.id,
                figure.indicator,
                period,
                figure.unit,
                figure.value,
                str(figure.bound),
            )


def figure_disputes(content: Content) -> tuple[FigureDispute, ...]:
    """Return the values of indicators that cannot all be true, by indicator and period."""
    return dispute_rows(
        (event.id, row)
        for event in content.events.values()
        if event.status is not ReviewStatus.WITHDRAWN
        for row in figure_rows(event)
    )


def dispute_rows(rows: Iterable[tuple[str, FigureRow]]) -> tuple[FigureDispute, ...]:
    """Return the figures, of events that are named, that cannot all be true.

    Two values are compared only when both say the period, and the same one: what belongs to
    another or an unknown year contradicts nothing.
    """
    series: defaultdict[tuple[str, str, str], list[tuple[str, FigureRow]]] = defaultdict(list)
    for event, row in rows:
        if row.period:
            series[row.indicator, row.period, row.unit].append((event, row))
    return tuple(
        FigureDispute(
            indicator=indicator,
            period=parse_edtf(period),
            figures=tuple((event, row.id) for event, row in _by_value(found)),
        )
        for (indicator, period, _), found in sorted(series.items())
        if _any_contrary(row for _, row in found)
    )


def _by_value(found: list[tuple[str, FigureRow]]) -> list[tuple[str, FigureRow]]:
    return sorted(found, key=lambda pair: (pair[1].value, pair[0], pair[1].id))


def _any_contrary(figures: Iterable[FigureRow]) -> bool:
    ranges = [amount_range(figure.value, Bound(figure.bound)) for figure in figures]
    return max(low for low, _ in ranges) > min(high for _, high in ranges)


def contradictions(content: Content) -> Iterator[Dispute]:
    """Yield every field on which the sources of an event contradict each other."""
    for event in content.events.values():
        if event.status is not ReviewStatus.WITHDRAWN:
            yield from (found for found in disputes_of(event, content) if found.contradicted)
