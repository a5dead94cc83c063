"""Dates of records: what is accepted, what it spans, how it is ordered and how it reads."""

import contextlib
import datetime as dt
import re

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.edtf import (
    Day,
    EdtfError,
    Kind,
    display,
    earliest,
    latest,
    parse_edtf,
    precision,
    sort_key,
    suggest,
)
from generator.record.values import DateRule

VALID = [
    "2025",
    "2025-06",
    "2025-06-16",
    "2024-02-29",
    "2025-06-16/2025-06-18",
    "2015/2020",
    "2022-03/..",
    "../2030",
    "2024-07/",
    "/2024-07",
    "2015~",
    "2015-06?",
    "2015-06-16%",
    "XXXX-06-16",
    "XXXX-06",
    "199X",
    "19XX",
    "2024-21",
    "2024-33",
    "2024-40",
    "-0043-03-15",
    "0000",
    "Y17000",
    "2004-XX",
    "2004-06-XX",
    "[2023-05..2025-06]",
    "[..2024-07-03]",
    "[2024..]",
]

INVALID = [
    "",
    " 2025",
    "16 juin 2025",
    "2025-02-29",
    "2025-02-30",
    "2025-13",
    "2025-00",
    "2025-06-31",
    "2025-6-1",
    "2025-06-18/2025-06-16",
    "../..",
    "2025/2026/2027",
    "2025-06-16T10:00",
    "XXXX",
    "XXXX-XX",
    "199X-05",
    "2025-XX-04",
    "2025-21-01",
    "[2025]",
    "[..]",
    "٢٠٢٥",
    "2025~~",
    "9" * 80,
]


@pytest.mark.parametrize("text", VALID)
def test_a_valid_date_keeps_its_text(text):
    assert str(parse_edtf(text)) == text


def test_the_pattern_of_the_json_schema_knows_every_form():
    pattern = DateRule().json_schema()["pattern"]
    assert [text for text in VALID if not re.search(pattern, text)] == []


@pytest.mark.parametrize("text", INVALID)
def test_an_invalid_date_is_refused_with_what_was_found(text):
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert "found" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-06-16", (2025, 6, 16), (2025, 6, 16)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2024-22", (2024, 6, 1), (2024, 8, 31)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("2024-34", (2024, 4, 1), (2024, 6, 30)),
        ("2024-41", (2024, 7, 1), (2024, 12, 31)),
        ("2023-05-18/2023-05", (2023, 5, 18), (2023, 5, 31)),
        ("2022-03/..", (2022, 3, 1), None),
        ("[..2024-07-03]", None, (2024, 7, 3)),
        ("XXXX-06-16", None, None),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_it_can_mean(text, first, last):
    date = parse_edtf(text)
    assert earliest(date) == (Day(*first) if first else None)
    assert latest(date) == (Day(*last) if last else None)


def test_the_order_is_by_time_then_coarser_first_then_unknown_year_then_none():
    texts = ["-0043", "1991", "2023-05", "2023-05-18/2023-05-19", "2023-05-18", "../2023-06"]
    texts += ["2024-07-03", "[..2024-07-03]", "2025", "XXXX-01", "XXXX-06-16"]
    dates = [*map(parse_edtf, texts), None]
    backwards = dates[::-1]
    assert sorted(backwards, key=sort_key) == dates


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("2025-06-16", "16 juin 2025", "16 June 2025"),
        ("2023-05", "mai 2023", "May 2023"),
        ("2015~", "vers 2015", "about 2015"),
        ("2025-06-16/2025-06-18", "du 16 au 18 juin 2025", "16–18 June 2025"),
        ("2025-06-30/2025-07-02", "du 30 juin au 2 juillet 2025", "30 June – 2 July 2025"),
        (
            "2024-12-30/2025-01-02",
            "du 30 décembre 2024 au 2 janvier 2025",
            "30 December 2024 – 2 January 2025",
        ),
        ("2025-05-01", "1er mai 2025", "1 May 2025"),
        ("2025-05-11", "11 mai 2025", "11 May 2025"),
        ("2025-04/2025-08", "d’avril à août 2025", "April–August 2025"),
        ("2015/2020", "de 2015 à 2020", "2015–2020"),
        ("2022-03/..", "depuis mars 2022", "since March 2022"),
        ("../2030", "jusqu’en 2030", "until 2030"),
        ("2015?", "2015 (incertain)", "2015 (uncertain)"),
        ("2015%", "vers 2015 (incertain)", "about 2015 (uncertain)"),
        ("XXXX-06-16", "16 juin (année inconnue)", "16 June (year unknown)"),
        ("XXXX-21", "printemps (année inconnue)", "spring (year unknown)"),
        ("XXXX-40", "1er semestre (année inconnue)", "first half (year unknown)"),
        ("199X", "années 1990", "1990s"),
        ("19XX", "XXe siècle", "20th century"),
        ("2024-21", "printemps 2024", "spring 2024"),
        ("2024-33", "1er trimestre 2024", "1st quarter 2024"),
        ("2024-40", "1er semestre 2024", "first half of 2024"),
        ("[2023-05..2025-06]", "entre mai 2023 et juin 2025", "between May 2023 and June 2025"),
        ("[..2024-07-03]", "au plus tard le 3 juillet 2024", "3 July 2024 at the latest"),
        ("-0043-03-15", "15 mars 44 av. J.-C.", "15 March 44 BC"),
        ("2024-22/2024-23", "de l’été 2024 à l’automne 2024", "summer 2024 – autumn 2024"),
    ],
)
def test_a_date_reads_as_a_person_would_say_it(text, french, english):
    assert display(parse_edtf(text), "fr") == french
    assert display(parse_edtf(text), "en") == english


def test_a_language_without_words_of_ours_has_cldr_names():
    assert display(parse_edtf("2025-06-16/2025-06-18"), "de") == "16.–18. Juni 2025"
    assert display(parse_edtf("2023-05"), "es-MX") == "mayo de 2023"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("16 juin 2025", "2025-06-16"),
        ("1er mai 2024", "2024-05-01"),
        ("Le 16 Juin 2025", "2025-06-16"),
        ("June 16, 2025", "2025-06-16"),
        ("juin 2025", "2025-06"),
        ("du 16 au 18 juin 2025", "2025-06-16/2025-06-18"),
        ("16/06/2025", "2025-06-16"),
        ("2025/6/1", "2025-06-01"),
        ("vers 2015", "2015~"),
        ("12. Februar 2024", "2024-02-12"),
        ("03/04/2025", ""),
        ("31 juin 2025", ""),
        ("bientôt", ""),
    ],
)
def test_a_slip_gets_the_date_that_was_meant_unless_it_has_two_readings(text, suggestion):
    assert suggest(text) == suggestion


def test_a_day_that_does_not_exist_says_how_long_the_month_is():
    with pytest.raises(EdtfError, match="has 28 days") as caught:
        parse_edtf("2025-02-30")
    assert caught.value.suggestion == "2025-02"


def test_an_interval_that_runs_backwards_suggests_the_other_way_round():
    with pytest.raises(EdtfError) as caught:
        parse_edtf("2025-06-18/2025-06-16")
    assert caught.value.suggestion == "2025-06-16/2025-06-18"


def test_precision_is_that_of_the_finer_end():
    named = {text: precision(parse_edtf(text)) for text in ("2025", "2023-05", "199X", "2024-21")}
    assert named == {"2025": "year", "2023-05": "month", "199X": "decade", "2024-21": "season"}
    assert precision(parse_edtf("2024-06/2024-07-03")) == "day"


days = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
points = st.one_of(
    days.map(lambda day: day.isoformat()),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
)
qualified = st.builds(
    lambda point, sign: point + sign, points, st.sampled_from(["", "~", "?", "%"])
)


@given(qualified)
def test_parsing_then_writing_is_the_identity(text):
    date = parse_edtf(text)
    assert date.text == text
    assert date.kind is Kind.POINT
    assert (date.approximate, date.uncertain) == (text[-1] in "~%", text[-1] in "?%")


@given(qualified)
def test_bounds_agree_with_the_reference_implementation(text):
    oracle = edtf.parse_edtf(text)
    date = parse_edtf(text)
    assert tuple(earliest(date)) == tuple(oracle.lower_strict())[:3]
    assert tuple(latest(date)) == tuple(oracle.upper_strict())[:3]


@given(points, points)
def test_an_interval_is_accepted_exactly_when_it_can_run_forwards(first, last):
    runs = earliest(parse_edtf(first)) <= latest(parse_edtf(last))
    try:
        date = parse_edtf(f"{first}/{last}")
    except EdtfError:
        assert not runs
    else:
        assert runs
        assert earliest(date) == earliest(parse_edtf(first))


@given(st.text(max_size=40))
def test_no_text_does_worse_than_an_edtf_error(text):
    with contextlib.suppress(EdtfError):
        for language in ("fr", "en", "de"):
            assert display(parse_edtf(text), language)


@given(st.lists(st.sampled_from(VALID), min_size=2))
def test_the_order_does_not_depend_on_the_order_found(texts):
    dates = [parse_edtf(text) for text in texts]
    backwards = dates[::-1]
    assert sorted(dates, key=sort_key) == sorted(backwards, key=sort_key)
