"""What is measured, and that the shared scorer, where it is, measures the same."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.extract.quality.gold import MarkedEvent, MarkedFigure, Marking, Site
from generator.extract.quality.scoring import Scores, Tally, score, total
from generator.extract.span import Span
from generator.record.edtf import parse_edtf

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TEXT = "x" * 1_000
COUNTS = st.integers(0, 50)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS)

EVENT = MarkedEvent(
    dates=(parse_edtf("2021-05-03"),),
    types=("project",),
    places=(Site("FR", "Lyon"),),
    participants=("Ada Quist", "FR"),
    organisations=("ONU",),
    main=True,
    evidence=(Span(100, 200),),
)
FIGURE = MarkedFigure(
    value=95e6,
    unit="money",
    currency="EUR",
    periods=(parse_edtf("2021"),),
    evidence=(Span(210, 230),),
)
GOLD = Marking(events=(EVENT,), figures=(FIGURE,), residue=(Span(0, 50),), neutral=(Span(50, 60),))


def rates(found, gold=GOLD, text=TEXT):
    return score(gold, found, text).measures()


def test_what_is_found_as_marked_is_perfect() -> None:
    assert set(rates(GOLD).values()) == {1.0}


def test_an_article_in_which_there_is_nothing_has_no_rates() -> None:
    assert set(rates(Marking(), Marking()).values()) == {None}


def test_nothing_found_is_nothing_right() -> None:
    measured = rates(Marking())
    assert measured["event_f1"] == measured["main_recall"] == measured["figure_f1"] == 0
    assert measured["date_exact"] is None


def test_an_event_elsewhere_or_at_another_time_is_in_vain() -> None:
    far = replace(EVENT, evidence=(Span(500, 600),))
    late = replace(EVENT, dates=(parse_edtf("2022"),))
    for other in (far, late):
        assert score(GOLD, Marking(events=(other,)), TEXT).events == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("change", "lower"),
    [
        ({"dates": (parse_edtf("2021-05"),)}, "date_exact"),
        ({"dates": (None,)}, "date_exact"),
        ({"types": ("visit",)}, "type"),
        ({"places": (Site("FR", None),)}, "place"),
        ({"places": (None,)}, "place"),
        ({"participants": ()}, "participants_f1"),
        ({"organisations": ("OMS",)}, "organisations_f1"),
    ],
)
def test_one_wrong_field_lowers_one_rate(change, lower) -> None:
    measured = rates(replace(GOLD, events=(replace(EVENT, **change),)))
    assert measured.pop(lower) == 0
    assert set(measured.values()) == {1.0}


def test_a_figure_of_another_period_counts_where_periods_do_not() -> None:
    measured = rates(replace(GOLD, figures=(replace(FIGURE, periods=(None,)),)))
    assert (measured["figure_f1"], measured["figure_value_f1"]) == (0, 1)


def test_residue_is_counted_in_characters_without_blanks_and_what_is_neutral() -> None:
    text = "menu  " + "x" * 44 + "y" * 10 + "z" * 20
    found = Marking(residue=(Span(0, 6), Span(50, 70)))
    gold = Marking(residue=(Span(0, 50),), neutral=(Span(50, 60),))
    assert score(gold, found, text).residue == Tally(4, 10, 44)


def test_a_passage_outside_its_text_does_not_verify() -> None:
    found = Marking(events=(EVENT, replace(EVENT, evidence=(Span(990, 1_010),))))
    assert score(GOLD, found, TEXT).evidence == Tally(1, 0, 1)
    assert score(GOLD, GOLD, " " * 1_000).evidence == Tally(0, 0, 2)


def test_articles_together_count_each_event_once() -> None:
    scores = {"a": score(GOLD, GOLD, TEXT), "b": score(GOLD, Marking(), TEXT)}
    assert total(scores).events == Tally(1, 0, 1)
    assert total({}) == Scores()


@given(TALLIES)
def test_f1_lies_between_precision_and_recall(tally) -> None:
    if tally.f1 is None:
        assert (tally.precision, tally.recall) == (None, None)
    else:
        low, high = sorted((tally.precision, tally.recall))
        assert low - 1e-9 <= tally.f1 <= high + 1e-9


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is not here")
def test_the_shared_scorer_gives_the_same_f1_for_the_five_articles(tmp_path) -> None:
    gold = SHARED / "gold"
    for path in sorted(gold.glob("*.txt")):
        done = run("extract", "--json", path)
        (tmp_path / f"{path.stem}.json").write_text(done.output, encoding="utf-8")
    scorer = [sys.executable, SHARED / "tools" / "score_events.py", gold, tmp_path, "--json"]
    theirs = json.loads(subprocess.check_output(scorer))
    ours = json.loads(run("score", gold, "--json").output)
    assert set(ours["by_article"]) == set(theirs["docs"])
    pairs = [(ours["scores"], theirs["rows"]["ALL"])]
    pairs += [(ours["by_article"][name], theirs["docs"][name]) for name in theirs["docs"]]
    for own, other in pairs:
        assert own["event_f1"] == pytest.approx(other["event_F1"], abs=0.02)


def run(*arguments):
    done = CliRunner().invoke(main, ["--root", str(ROOT), *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done
