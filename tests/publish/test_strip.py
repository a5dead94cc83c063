import pytest

from generator.publish.strip import MAX_BARS, MAX_ROWS, draw_strip
from generator.record.edtf import parse_edtf
from generator.record.model import Event


def events(*dates):
    return [Event(id=f"e{i}", title={}, date=parse_edtf(d)) for i, d in enumerate(dates)]


def test_each_year_with_events_has_a_column_as_high_as_their_number(words):
    strip = draw_strip(events("2023-05-01", "2023-06-01", "2025"), words, {"y2025"})
    assert [column.label for column in strip.columns] == [
        "2023\u00a0: 2 événements",
        "2025\u00a0: 1 événement",
    ]
    assert [len(column.blocks) for column in strip.columns] == [2, 1]
    assert [column.path for column in strip.columns] == ["years/2023/", "#y2025"]


def test_a_single_year_needs_no_overview(words):
    assert draw_strip(events("2023-05-01", "2023"), words, ()) is None
    assert draw_strip([], words, ()) is None


def test_dates_that_last_are_lines_that_do_not_cover_each_other(words):
    strip = draw_strip(events("2020/2022", "2021/2023", "2024/2025"), words, ())
    assert [span.y for span in strip.spans] == [0, 1, 0]
    crowded = draw_strip(events(*["2020/2022"] * 20, "2024-05-01"), words, ())
    assert len(crowded.spans) == MAX_ROWS


@pytest.mark.parametrize("first", ["1900", "0500", "-4000", "Y-100000"])
def test_a_long_period_is_cut_into_few_enough_columns(words, first):
    strip = draw_strip(events(first, "2024", "2025"), words, ())
    assert len(strip.columns) <= MAX_BARS
    assert all(0 <= column.x <= 100 for column in strip.columns)
    assert strip.columns[-1].label.startswith(("2", "1"))


def test_dates_of_unknown_year_have_no_place(words):
    assert (
        draw_strip(events("XXXX-05-01", "2023", "2024"), words, ()).columns[0].path == "years/2023/"
    )
