"""Dates of tables: as fine as they are written, never finer; what is none is refused."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exchange.dates import from_parts, is_ambiguous, order_of, read_date
from generator.record.edtf import EdtfError, display, parse_edtf

READ = {
    "1911": "1911",
    "14 December 1911": "1911-12-14",
    "December 14th, 1911": "1911-12-14",
    "Thursday, December 14, 1911": "1911-12-14",
    "1er mai 1911": "1911-05-01",
    "14.12.1911": "1911-12-14",
    "2025-06-16T10:00:00Z": "2025-06-16",
    "circa 1850": "1850~",
    "c. 1850": "1850~",
    "vers 1850": "1850~",
    "um 1850": "1850~",
    "probably 1850": "1850?",
    "vers 1850 ?": "1850%",
    "1840s": "184X",
    "les années 1840": "184X",
    "1840er": "184X",
    "avant 1900": "[..1899]",
    "before May 1900": "[..1900-04]",
    "by 1900": "[..1900]",
    "1850 at the latest": "[..1850]",
    "after 1900": "[1901..]",
    "depuis 1991": "1991/..",
    "jusqu'en 1900": "../1900",
    "entre 1840 et 1850": "[1840..1850]",
    "1840–1850": "1840/1850",
    "de 1840 à 1850": "1840/1850",
    "1914-18": "1914/1918",
    "16 June - 3 July 1911": "1911-06-16/1911-07-03",
    "du 16 au 18 juin 2025": "2025-06-16/2025-06-18",
    "44 BC": "-0043",
    "15 March 44 BC": "-0043-03-15",
    "circa 330 av. J.-C.": "-0329~",
    "335–323 BC": "-0334/-0322",
    "986": "0986",
    "12 May 986": "0986-05-12",
    "15 000 BC": "Y-14999",
    "XIXe siècle": "18XX",
    "19th century": "18XX",
    "5th century BC": "[-0499..-0400]",
    "printemps 1850": "1850-21",
    "Q1 2020": "2020-33",
    "XXXX-06-16": "XXXX-06-16",
}


@pytest.mark.parametrize(("text", "date"), READ.items())
def test_a_date_in_words_is_read_as_fine_as_it_is_written(text, date):
    assert read_date(text).date.text == date


@pytest.mark.parametrize(
    "text", ["hello", "12", "", "1911-13-01", "30 February 1911", "20000", "x" * 1000, "1950-1940"]
)
def test_what_is_no_date_is_refused_and_shown(text):
    with pytest.raises(EdtfError, match="found"):
        read_date(text)


@pytest.mark.parametrize("text", ["early 1850", "fin 1850", "Mitte 1850"])
def test_a_part_of_a_year_is_the_year_and_the_lost_word_is_named(text):
    read = read_date(text)
    assert (read.date.text, read.lost) == ("1850", text.split()[0])


def test_a_date_of_two_days_is_refused_unless_the_order_is_told():
    with pytest.raises(EdtfError, match="two days"):
        read_date("03/04/1911")
    assert read_date("03/04/1911", "dmy").date.text == "1911-04-03"
    assert read_date("03/04/1911", "mdy").date.text == "1911-03-04"
    with pytest.raises(EdtfError, match="month 13"):
        read_date("03/13/1911", "dmy")


def test_the_order_of_a_column_follows_from_its_plain_dates():
    assert order_of(["03/04/1911", "25/04/1911"]) == "dmy"
    assert order_of(["03/04/1911", "04/25/1911"]) == "mdy"
    assert order_of(["25/04/1911", "04/25/1911"]) == ""
    assert is_ambiguous("03/04/1911")
    assert not is_ambiguous("04/04/1911")


def test_years_before_ours_are_counted_as_people_count_them():
    assert from_parts(-44, 3, 15).text == "-0043-03-15"
    assert from_parts(-13000, None, None).text == "Y-12999"
    for parts in ((0, None, None), (1911, 0, None), (1911, 13, 1), (1911, None, 3), (1911, 2, 30)):
        with pytest.raises(EdtfError):
            from_parts(*parts)


YEARS = st.integers(1000, 2900)
MONTHS = st.builds("{:04d}-{:02d}".format, YEARS, st.integers(1, 12))
DAYS = st.builds("{}-{:02d}".format, MONTHS, st.integers(1, 28))
POINTS = st.one_of(
    st.builds(str, YEARS), MONTHS, DAYS, st.builds("{}X".format, st.integers(100, 290))
)


@settings(deadline=None)
@given(
    date=st.one_of(POINTS, st.builds("{}~".format, POINTS)), language=st.sampled_from(["fr", "en"])
)
def test_what_the_site_writes_is_read_back(date, language):
    assert read_date(display(parse_edtf(date), language)).date.text == date


@settings(deadline=None)
@given(st.text(alphabet="c. -?~avntbefor0123456789/[]XYà", max_size=90))
def test_no_text_takes_long_or_raises_anything_else(text):
    start = time.process_time()
    with contextlib.suppress(EdtfError):
        read_date(text)
    assert time.process_time() - start < 1
