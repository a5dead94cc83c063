import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.charts import HEIGHT, LEFT, RIGHT, Datum, draw_chart, year_number
from generator.record.edtf import Day


def datum(value, year, bound="exactly"):
    return Datum(value=value, first=Day(year, 1, 1), last=Day(year, 12, 31), bound=bound)


def test_a_year_is_as_wide_as_the_time_it_covers():
    chart = draw_chart([datum(10, 2022), datum(20, 2023)])
    first, second = chart.bars
    assert first.x == pytest.approx(LEFT, abs=0.1)
    assert first.width == pytest.approx((RIGHT - LEFT) / 2, abs=0.1)
    assert second.x == pytest.approx(first.x + first.width, abs=0.1)


def test_heights_start_at_zero():
    chart = draw_chart([datum(50, 2022), datum(100, 2023)])
    low, high = (HEIGHT - bar.y for bar in chart.bars)
    assert high == pytest.approx(2 * low, abs=0.5)
    assert chart.levels[0].value == 0


def test_one_value_is_no_chart():
    assert draw_chart([datum(1, 2022)]) is None
    assert draw_chart([]) is None
    assert draw_chart([datum(float("nan"), 2022), datum(1, 2023)]) is None


@given(
    st.lists(
        st.tuples(st.floats(-1e15, 1e15, allow_nan=False), st.integers(-5000, 12000)),
        min_size=2,
        max_size=12,
    )
)
def test_everything_stays_inside_the_drawing(pairs):
    chart = draw_chart([datum(value, year) for value, year in pairs])
    for bar in chart.bars:
        assert -0.01 <= bar.y <= HEIGHT + 0.01
        assert 0 <= bar.x <= bar.x + bar.width <= 100
    assert len(chart.years) <= 10
    assert len(chart.levels) <= 9


def test_a_day_is_a_fraction_of_its_year():
    assert year_number(Day(2024, 1, 1)) == 2024
    assert 2024.99 < year_number(Day(2024, 12, 31)) < 2025
    assert year_number(Day(-44, 3, 15)) == pytest.approx(-43.8, abs=0.01)
