import pytest

from generator.publish.amounts import axis_number, bounded, format_amount, unit_name
from generator.publish.edition import TEMPLATES
from generator.publish.wording import read_wording
from generator.record.model import Bound

FR = read_wording(TEMPLATES / "words", "fr")
EN = read_wording(TEMPLATES / "words", "en")


def spaced(text):
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        (94_800_000_000, "USD", "94,8 milliards de dollars", "94.8 billion dollars"),
        (1_500, "MW", "1 500 MW", "1,500 MW"),
        (1, "people", "1 personne", "1 person"),
        (23, "agreements", "23 accords", "23 agreements"),
        (27, "percent", "27 %", "27 %"),
        (45.5, "percent", "45,5 %", "45.5 %"),
        (2_000_000, "people", "2 millions de personnes", "2 million people"),
        (1_234_567, "people", "1 234 567 personnes", "1,234,567 people"),
        (0, "people", "0 personne", "0 people"),
        (12, "parsecs", "12 parsecs", "12 parsecs"),
        (-5_000_000, "EUR", "-5 millions d’euros", "-5 million euros"),
    ],
)
def test_an_amount_is_written_as_the_language_does(value, unit, french, english):
    assert spaced(format_amount(value, unit, FR)) == french
    assert spaced(format_amount(value, unit, EN)) == english


def test_a_number_is_never_rounded_for_the_sake_of_brevity():
    assert spaced(format_amount(94_812_345_678, "MW", FR)) == "94 812 345 678 MW"


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), 1e308, 10**400])
def test_no_number_breaks_a_page(value):
    assert format_amount(value, "USD", FR)


def test_a_bound_is_said_in_words():
    assert bounded("12 km", Bound.MORE_THAN, FR) == "plus de 12 km"
    assert bounded("12 km", Bound.EXACTLY, FR) == "12 km"


def test_a_currency_that_the_words_do_not_name_has_its_name_from_cldr():
    assert unit_name(2, "KZT", FR) == "tenges kazakhs"


def test_an_axis_has_short_numbers():
    assert spaced(axis_number(20_000_000_000, FR)) == "20 Md"
