import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.days import day_number, reach
from generator.record.edtf import Day, parse_edtf

EPOCH = dt.date(1970, 1, 1)


@given(st.dates())
def test_days_are_counted_as_the_calendar_does(day):
    assert day_number(Day(day.year, day.month, day.day)) == (day - EPOCH).days


@given(st.integers(-(10**6), 10**6))
def test_four_hundred_years_have_the_same_days_everywhere(year):
    assert day_number(Day(year + 400, 3, 1)) - day_number(Day(year, 3, 1)) == 146_097


@pytest.mark.parametrize(
    ("date", "length"),
    [("2024-02-29", 0), ("2024-02", 28), ("2024", 365), ("2023/2024", 730), ("[..2024-05]", 0)],
)
def test_a_date_reaches_over_all_that_it_can_mean(date, length):
    first, last = reach(parse_edtf(date))
    assert last - first == length


@pytest.mark.parametrize("date", [None, parse_edtf("XXXX-05-01")])
def test_a_date_of_no_known_year_is_nowhere(date):
    assert reach(date) is None
