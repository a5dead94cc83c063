"""The benchmark of extraction reads articles that differ, and leaves what it measures as it was."""

from __future__ import annotations

import math

import bench_extraction
import pytest

from generator.extract import reading
from generator.extract.article import reader


def test_made_up_articles_are_the_same_in_each_run_and_no_two_are_alike(tmp_path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        bench_extraction.write_articles(folder, 30)
    one, two = ([path.read_text() for path in sorted(folder.iterdir())] for folder in folders)
    assert one == two
    assert len(set(one)) == 30


def test_a_varied_text_keeps_its_length_years_and_initials() -> None:
    text = "Le 5 mai 2023, le ministre Cui Zheng voit Tokaïev"
    varied = bench_extraction.vary(text, 3)
    assert varied != text
    assert "mai 2023, le ministre Cui Z" in varied
    assert len(varied) == len(text)


def test_a_long_text_has_the_length_that_was_asked_for() -> None:
    assert len(bench_extraction.long_text(7_000)) == 7_000


def test_each_step_of_reading_is_timed_and_then_as_before(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le 5 mai 2023, le ministre a visité Lyon.")
    before = dict(vars(reading))
    spent = bench_extraction.step_seconds(lambda: reading.read(path))
    assert {"read", "read_article", "find_timexes", "find_events"} <= set(spent)
    assert max(spent.values()) == spent["read"] > 0
    assert vars(reading) == before


def test_the_limit_on_the_length_of_an_article_comes_back() -> None:
    limit = reader.MAX_CHARACTERS
    with bench_extraction.unlimited():
        assert reader.MAX_CHARACTERS > 10**12
    assert limit == reader.MAX_CHARACTERS


@pytest.mark.parametrize(("power", "shown"), [(1, "1.00"), (2, "2.00")])
def test_the_growth_of_a_step_is_shown_behind_its_times(power, shown) -> None:
    costs = [{"read": math.pow(size, power)} for size in bench_extraction.KILOBYTES]
    assert bench_extraction.render_growth(costs).splitlines()[1].split()[-1] == shown
