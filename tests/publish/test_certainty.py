import pytest

from generator.publish.certainty import view_date
from generator.record.edtf import parse_edtf
from generator.record.model import EventStatus


@pytest.mark.parametrize(
    ("text", "shape", "machine", "year", "month"),
    [
        ("2025-06-16", "day", "2025-06-16", 2025, 6),
        ("2023-05", "month", "2023-05", 2023, 5),
        ("2023-05-XX", "month", "2023-05", 2023, 5),
        ("2023-21", "month", "", 2023, None),
        ("2015", "year", "2015", 2015, None),
        ("2015~", "year", "2015", 2015, None),
        ("201X", "decade", "", 2010, None),
        ("19XX", "decade", "", 1900, None),
        ("2025-06-16/2025-06-18", "interval", "", 2025, 6),
        ("2025-06-16/..", "open", "", 2025, 6),
        ("../2025-06-18", "open", "", 2025, 6),
        ("[2024-01..2024-07]", "one-of", "", 2024, 1),
        ("[..2024-07-03]", "one-of", "", 2024, 7),
        ("XXXX-06-16", "unknown", "", None, None),
        ("-0044-03-15", "day", "", -44, 3),
        ("0000", "year", "", 0, None),
        ("Y12025", "year", "", 12025, None),
    ],
)
def test_a_date_is_drawn_as_finely_as_it_is_known(words, text, shape, machine, year, month):
    view = view_date(parse_edtf(text), words)
    assert (view.shape, view.machine, view.year, view.month) == (shape, machine, year, month)


def test_no_date_says_so(words):
    view = view_date(None, words)
    assert (view.shape, view.text, view.machine) == ("unknown", "date inconnue", "")


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2015~", True, False), ("2015?", False, True), ("2015%", True, True), ("2015", False, False)],
)
def test_qualifiers_are_said_and_drawn(words, text, approximate, uncertain):
    view = view_date(parse_edtf(text), words)
    assert (view.approximate, view.uncertain) == (approximate, uncertain)
    assert ("approximative" in view.certainty) is approximate
    assert ("incertaine" in view.certainty) is uncertain


def test_only_a_known_day_of_what_happened_needs_no_warning(words):
    day, month = parse_edtf("2025-06-16"), parse_edtf("2025-06")
    assert view_date(day, words).plain
    assert not view_date(month, words).plain
    assert not view_date(day, words, standing=EventStatus.PLANNED).plain
    assert not view_date(parse_edtf("2025-06-16?"), words).plain
