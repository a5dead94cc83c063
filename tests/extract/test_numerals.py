from __future__ import annotations

import pytest

from generator.extract.figures.numerals import find_numbers
from generator.extract.residue.cues import fold


def _values(text: str, language: str = "fr") -> list[float]:
    return [number.value for number in find_numbers(fold(text), language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1500", 1500), ("1 500", 1500), ("1\u202f500", 1500), ("1.500", 1500), ("1'500", 1500),
        ("1.500.000", 1_500_000), ("1,5", 1.5), ("1.5", 1.5), ("1 500,25", 1500.25),
        ("1,500,000", 1_500_000), ("10,000", 10_000), ("94,8 milliards", 94_800_000_000),
        ("5 mille milliards", 5_000_000_000_000), ("2 millions et demi", 2_500_000),
        ("dix-sept", 17), ("vingt et un", 21), ("soixante-dix", 70), ("soixante et onze", 71),
        ("quatre-vingts", 80), ("quatre-vingt-dix-neuf", 99), ("nonante-neuf", 99), ("cent", 100),
        ("deux cents", 200), ("deux cent cinquante", 250), ("mille", 1000), ("trois mille", 3000),
        ("deux cent mille", 200_000), ("un million deux cent mille", 1_200_000),
        ("deux mille milliards", 2_000_000_000_000), ("une douzaine", 12), ("0,1", 0.1),
    ],
)  # fmt: skip
def test_french_numbers_are_scaled(text, value):
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", 1500), ("1.5", 1.5), ("1,500.25", 1500.25), ("94.8 billion", 94_800_000_000),
        ("twenty-five", 25), ("one hundred and five", 105), ("two and a half million", 2_500_000),
        ("a million", 1_000_000), ("three thousand", 3000), ("a dozen", 12),
        ("500 crore", 5 * 10**9),
    ],
)  # fmt: skip
def test_english_numbers_are_scaled(text, value):
    assert _values(text, "en") == [value]


@pytest.mark.parametrize(
    "text", ["G7", "F-16", "19:30", "3/4", "abc12", "des millions", "deux-points", "Deuxville"]
)
def test_parts_of_names_and_times_are_no_numbers(text):
    assert _values(text) == []


def test_words_that_make_no_number_together_make_none():
    assert _values("deux trois") == []


def test_a_number_too_large_to_be_a_claim_is_none():
    assert _values("mille " * 30) == []
