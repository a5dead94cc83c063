"""Figures of several sources held against each other: the sums, and what counts as agreeing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.series import Outcome, check_series
from generator.record.edtf import parse_edtf
from generator.record.model import Bound, Event, Figure

BILLION = 1_000_000_000


def told(name, value, period, *, bound="exactly", change=None, change_unit="percent"):
    """Return a value of a series with its event, which may tell a change too."""
    figure = Figure(
        id="trade", indicator="trade", value=value * BILLION, unit="USD", bound=Bound(bound),
        period=parse_edtf(period) if period else None,
    )  # fmt: skip
    figures = [figure]
    if change is not None:
        scale = BILLION if change_unit == "USD" else 1
        figures.append(Figure(id="rise", value=change * scale, unit=change_unit, change_of="trade"))
    return Event(id=name, title={"fr": name}, figures=tuple(figures)), figure


SERIES = (
    told("a2022", 70, "2022"),
    told("a2023", 90, "2023", bound="about", change=27),
    told("a2024", 94.8, "2024", bound="more-than", change=5.4, change_unit="USD"),
)


def test_the_three_articles_agree():
    up, down = check_series(SERIES)
    assert (up.outcome, up.forwards, round(up.derived / BILLION, 1)) == ("agrees", True, 88.9)
    assert (down.outcome, down.forwards, round(down.derived / BILLION, 1)) == (
        "agrees", False, 89.4,
    )  # fmt: skip
    assert [check.before[0].id for check in (up, down)] == ["a2022", "a2023"]


@pytest.mark.parametrize(
    ("before", "outcome"),
    [(70, Outcome.AGREES), (71, Outcome.AGREES), (61.2, Outcome.DIFFERS), (85.1, Outcome.DIFFERS)],
)
def test_a_value_that_the_change_cannot_lead_from_does_not_agree(before, outcome):
    (check,) = check_series((told("a", before, "2022"), SERIES[1]))
    assert check.outcome is outcome


def test_without_a_value_of_the_year_before_it_is_worked_out_and_called_so():
    (check,) = check_series((SERIES[1],))
    assert (check.outcome, check.year_before.text) == ("alone", "2022")
    assert round(check.derived / BILLION, 1) == 70.9


@pytest.mark.parametrize("period", [None, "2023-05", "2023~", "2022/2023"])
def test_only_of_whole_years_is_the_year_before_known(period):
    assert check_series((told("a", 70, "2022"), told("b", 90, period, change=27))) == ()


def test_a_change_in_another_unit_is_left_alone():
    assert check_series((SERIES[0], told("b", 90, "2023", change=3, change_unit="EUR"))) == ()


@given(st.floats(1, 1000), st.floats(-50, 200), st.sampled_from([Bound.EXACTLY, Bound.ABOUT]))
def test_what_was_truly_reached_always_agrees(before, change, bound):
    after = before * (1 + change / 100)
    series = (told("a", before, "2022"), told("b", after, "2023", bound=bound, change=change))
    (check,) = check_series(series)
    assert check.outcome is Outcome.AGREES
