"""What the figures of several sources say together: a value, a change, and the value before it.

"70 billion" of one article, "up by 27 per cent" and "about 90 billion" of another one can be held
against each other. Nothing calculated here is ever stored in a record or shown as a source's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.record.disagreement import ABOUT, amount_range
from generator.record.edtf import parse_edtf
from generator.record.model import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.record.edtf import Edtf
    from generator.record.model import Event, Figure

Told = tuple["Event", "Figure"]
Range = tuple[float, float]
YEAR_DIGITS = 4  # of a period that is one whole year; only for those is "the year before" certain


class Outcome(StrEnum):
    """What comes of holding figures against each other."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ALONE = "alone"
    """No source gives the value that was worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesCheck:
    """A change, the value it led to, and the value that it started from."""

    value: Told
    """The value after the change."""
    change: Told
    before: Told | None
    """The value of the year before as a source has it."""
    forwards: bool
    """Whether the value before was raised to give `derived`; else the value after was lowered."""
    derived: float
    year_before: Edtf
    outcome: Outcome


def check_series(told: Sequence[Told]) -> tuple[SeriesCheck, ...]:
    """Hold the values of one indicator against the changes that their events tell.

    Args:
        told: the figures of the series, each with its event.

    Returns:
        A check for each change and each value of the year before, in the order of the series; one
        without a value before where no source has it and it can be worked out.
    """
    found: list[SeriesCheck] = []
    for value in told:
        event, figure = value
        for change in event.figures:
            if change.change_of == figure.id and (year := _year_before(figure.period)):
                before = [each for each in told if each[1].period == year and _is_like(each, value)]
                found += _checks(value, (event, change), before, year)
    return tuple(found)


def _is_like(one: Told, other: Told) -> bool:
    return one[1].unit == other[1].unit


def _year_before(period: Edtf | None) -> Edtf | None:
    text = period.text if period else ""
    if len(text) != YEAR_DIGITS or not text.isdigit() or int(text) == 0:
        return None
    return parse_edtf(f"{int(text) - 1:04}")


def _checks(value: Told, change: Told, before: Sequence[Told], year: Edtf) -> Iterator[SeriesCheck]:
    share = change[1].unit == "percent"
    if not share and change[1].unit != value[1].unit:
        return
    for start in before or (None,):
        forwards = share and start is not None
        derived = _derive(value[1], change[1], start[1] if start and forwards else None)
        if derived is not None:
            yield SeriesCheck(
                value=value,
                change=change,
                before=start,
                forwards=forwards,
                derived=derived,
                year_before=year,
                outcome=_outcome(value[1], change[1], start[1] if start else None),
            )


def _derive(value: Figure, change: Figure, before: Figure | None) -> float | None:
    """Return the value after the change, or without one the value before it; None for none."""
    if before is not None:
        return before.value * (1 + change.value / 100)
    if change.unit == "percent":
        factor = 1 + change.value / 100
        return value.value / factor if factor > 0 else None
    return value.value - change.value


def _outcome(value: Figure, change: Figure, before: Figure | None) -> Outcome:
    """Say whether the three figures can be true together, each as rounded as it is told."""
    if before is None:
        return Outcome.ALONE
    low, high = _near(change)
    least, most = _near(before)
    if change.unit == "percent":
        reached = (least * (1 + low / 100), most * (1 + high / 100))
    else:
        reached = (least + low, most + high)
    bottom, top = _near(value)
    return Outcome.AGREES if reached[0] <= top and bottom <= reached[1] else Outcome.DIFFERS


def _near(figure: Figure) -> Range:
    """Return what a figure may stand for; "more than" is a little more, or it would say so."""
    low, high = amount_range(figure.value, Bound.EXACTLY)
    slack = abs(figure.value) * ABOUT
    if figure.bound in (Bound.ABOUT, Bound.LESS_THAN):
        low = min(low, figure.value - slack)
    if figure.bound in (Bound.ABOUT, Bound.MORE_THAN):
        high = max(high, figure.value + slack)
    return low, high
