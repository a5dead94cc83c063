"""When a mark and a find are the same, and who is whose partner."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quality.gold import Aliases, MarkedFigure, Site
from generator.extract.quality.matching import (
    compatible,
    overlap,
    pair,
    pair_names,
    same_actor,
    same_body,
    same_date,
    same_figure,
    same_site,
)
from generator.extract.span import Span
from generator.record.edtf import parse_edtf

SMALL = st.integers(0, 4)
WEIGHTS = st.dictionaries(st.tuples(SMALL, SMALL), st.floats(0.1, 2), max_size=12)
DATES = st.sampled_from(
    (
        *("2024", "2024-07", "2024-07-03", "2024-07-03~", "2023~", "201X", "2024-22", "1991?"),
        *("XXXX-07-03", "XXXX-02-29", "2024-07-02/2024-07-06", "2024-08/..", "../2023"),
        "[2023..2025]",
    )
).map(parse_edtf)


def edtf(text):
    return parse_edtf(text) if text else None


def figure(value, unit="people", currency=None):
    return MarkedFigure(value=value, unit=unit, currency=currency, periods=(None,), evidence=())


@given(WEIGHTS)
def test_as_many_are_paired_as_can_be_and_each_once(weights) -> None:
    pairs = pair(weights)
    assert set(pairs.items()) <= set(weights)
    assert len(set(pairs.values())) == len(pairs)
    most = max(
        sum((i, j) in weights for i, j in enumerate(order)) for order in permutations(range(5))
    )
    assert len(pairs) == most


def test_the_better_partner_is_taken_where_it_costs_no_other() -> None:
    assert pair({(0, 0): 1.0, (0, 1): 2.0}) == {0: 1}
    assert pair({(0, 0): 1.0, (0, 1): 2.0, (1, 1): 1.5}) == {0: 0, 1: 1}


@pytest.mark.parametrize(
    ("marked", "found", "expected"),
    [
        ([(0, 100)], [(0, 100)], 1.0),
        ([(0, 100)], [(100, 200)], 0.0),
        ([(0, 100)], [(90, 190)], 0.0),  # a tenth of the shorter side
        ([(0, 100)], [(0, 50)], 0.75),
        ([(0, 100), (400, 500)], [(400, 500)], 1.0),  # one passage of two
        ([(0, 30)], [(0, 1000)], 0.0),  # a find so long points at nothing
        ([], [(0, 10)], 0.0),
    ],
)
def test_passages_overlap(marked, found, expected) -> None:
    spans = ([Span(*each) for each in side] for side in (marked, found))
    assert overlap(*spans) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("accepted", "found", "expected"),
    [
        ([None], "2024-07", True),
        (["2024"], None, True),
        (["2024-07"], "2024-07-31", True),
        (["2024-07"], "2024-08", False),
        (["2024-07", "2024-08"], "2024-08-01", True),
        (["2024-07~"], "2024-08-01", True),
        (["2024-07~"], "2024-09-01", False),
        (["2023~"], "2024-11", True),
        (["XXXX-07-03"], "2024-07-03", True),
        (["XXXX-07-03"], "2024-07-04", False),
        (["XXXX-02-29"], "2023-03-01", False),
        (["2022-03/.."], "2030", True),
        (["2022-03/.."], "2021", False),
        (["201X"], "2015-05", True),
        (["201X"], "2020", False),
    ],
)
def test_dates_can_both_be_true(accepted, found, expected) -> None:
    assert compatible([edtf(date) for date in accepted], edtf(found)) is expected


@given(DATES, DATES)
def test_being_compatible_has_no_direction(one, other) -> None:
    assert compatible((one,), other) is compatible((other,), one)
    assert compatible((one,), one)


@pytest.mark.parametrize(
    ("accepted", "found", "expected"),
    [
        (["2024-07-03"], "2024-07-03?", True),
        (["2024-07-03~"], "2024-07-03", False),
        (["2024-07-03~"], "2024-07-03%", True),
        (["2024-07", None], None, True),
        (["2024-07"], None, False),
    ],
)
def test_an_exact_date_is_one_of_the_accepted(accepted, found, expected) -> None:
    assert same_date([edtf(date) for date in accepted], edtf(found)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("FR", "FR", True),
        ("FR", "DE", False),
        ("Inès Tavares", "Ines Tavares", True),
        ("Inès Tavares", "Tavares", True),
        ("Anton Tchekhov", "A. Chekhov", True),
        ("Ion Popescu", "Ion Popesco", True),
        ("Ion Popescu", "Ada Popescu", False),
        ("Ada Quist", "", False),
        ("US", "Us Magazine", False),
    ],
)
def test_actors_are_the_same(one, other, expected) -> None:
    aliases = Aliases(surnames={"chekhov": "tchekhov"})
    assert same_actor(one, other, aliases) is expected


def test_one_name_found_twice_counts_once() -> None:
    assert pair_names(["Ada Quist", "FR"], ["Quist", "Ada Quist", "FR"], Aliases()) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ONU", "Nations unies", True),
        ("OMS", "ONU", False),
        ("L'Institut andin", "Institut andin", True),
        ("Banque mondiale", "Banque mondial", True),
    ],
)
def test_organisations_are_the_same(one, other, expected) -> None:
    aliases = Aliases(organisations={"nations unies": "onu"})
    assert same_body(one, other, aliases) is expected


@pytest.mark.parametrize(
    ("accepted", "found", "expected"),
    [
        ([Site("PL", "Gdańsk")], Site("PL", "Danzig"), True),
        ([Site("PL", "Gdańsk")], Site("PL", None), False),
        ([Site("PL", "Gdańsk"), Site("PL", None)], Site("PL", None), True),
        ([None], None, True),
        ([None], Site("PL", None), False),
    ],
)
def test_places_are_the_same(accepted, found, expected) -> None:
    aliases = Aliases(cities={"danzig": "gdansk", "gdansk": "gdansk"})
    assert same_site(accepted, found, aliases) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(94.8e9, "money", "USD"), figure(94.9e9, "money", "USD"), True),
        (figure(94.8e9, "money", "USD"), figure(94.8e9, "money", "EUR"), False),
        (figure(17), figure(17, "agreements"), False),
        (figure(17), figure(18), False),
        (figure(0), figure(0), True),
    ],
)
def test_figures_are_the_same(one, other, expected) -> None:
    assert same_figure(one, other) is expected
