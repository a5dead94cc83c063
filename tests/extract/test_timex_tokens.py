"""A text is cut into what may belong to a date and what may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.timex.tokens import begins_line, scan
from generator.extract.timex.words import Alphabet, read_lexicon


def classes(text: str, language: str = "fr") -> list[tuple[str, ...]]:
    return [tuple(sorted(token.values)) for token in scan(text, read_lexicon(language))]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("2024", "YEAR", 2024),
        ("16", "DAY", 16),
        ("2025-06-16", "FULL_DATE", "2025-06-16"),
        ("16/06/2025", "FULL_DATE", "2025-06-16"),
        ("2025-06", "FULL_DATE", "2025-06"),
        ("2023-2024", "YEARS", "2023/2024"),
        ("2023/24", "YEARS", "2023/2024"),
        ("1999-01", "FULL_DATE", "1999-01"),
        ("16-18", "DAYS_SPAN", "16-18"),
        ("19h30", "CLOCK", "T19:30"),
        ("7:05", "CLOCK", "T07:05"),
        ("XIXe", "ROMAN", 19),
        ("24e", "ORD", 24),
        ("1er", "DAY", 1),
    ],
)
def test_a_number_has_the_class_of_its_spelling(text, name, value) -> None:
    (token,) = scan(text, read_lexicon("fr"))
    assert token.values[name] == value


@pytest.mark.parametrize(
    "text",
    ["1 500", "1\u202f500", "94,8", "1.500.000", "2.3.1", "03 29 88 12 34", "3-1", "12345"],
)
def test_a_count_is_one_quantity(text) -> None:
    assert classes(text) == [("QUANTITY",)]


@pytest.mark.parametrize(
    "text",
    ["A320", "Covid-19", "Saint-Mars", "https://a.org/2024/07/03", "#Paris2024", "38-year-old"],
)
def test_a_code_says_nothing(text) -> None:
    assert [token.code for token in scan(text, read_lexicon("fr"))] == [Alphabet.OPAQUE]


def test_opaque_words_are_one_token() -> None:
    text = "Voici beaucoup plusse motz"
    assert len(scan(text, read_lexicon("en"))) == 1


def test_a_compound_of_date_words_is_taken_apart() -> None:
    assert classes("mi-juin") == [("MID",), ("DASH",), ("MONTH",)]


def test_a_capital_makes_a_french_month_a_name() -> None:
    assert classes("mars") == [("MONTH",)]
    assert classes("Mars") == [("MONTH_CAP",)]


def test_a_small_letter_makes_an_english_month_another_word() -> None:
    assert classes("may", "en") != classes("May", "en")
    assert classes("march", "en") == [()]


def test_a_short_line_ends_what_a_wrapped_one_does_not() -> None:
    wrapped = "Une ligne assez longue pour avoir été coupée par une largeur, le 16\njuin"
    assert classes("Page 16\njuin")[-2:] == [(), ("MONTH",)]
    assert classes(wrapped)[-1] == ("MONTH",)
    assert "DAY" in classes(wrapped)[-2]


def test_the_first_thing_in_a_line_is_known() -> None:
    text = "- 9 mai\nLe 9 mai"
    assert begins_line(text, 2)
    assert not begins_line(text, 11)


@given(st.text())
def test_tokens_are_in_order_and_inside_the_text(text) -> None:
    position = 0
    for token in scan(text, read_lexicon("fr")):
        assert position <= token.start < token.end <= len(text)
        position = token.end
