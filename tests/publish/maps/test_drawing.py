"""Shapes inside a frame, as short paths."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.maps.drawing import BEYOND, Frame, area, centroid, cut, fit, path, simplify

FRAME = Frame(width=100, height=50, scale=1.0, left=0.0, top=50.0)
POINTS = st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=3, max_size=40)


@given(POINTS)
def test_what_is_cut_lies_in_the_frame(ring):
    for x, y in cut(ring, FRAME):
        assert -BEYOND - 1e-6 <= x <= 100 + BEYOND + 1e-6
        assert -BEYOND - 1e-6 <= y <= 50 + BEYOND + 1e-6


def test_what_is_inside_is_not_cut():
    square = [(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)]
    assert sorted(cut(square, FRAME)) == sorted(square)
    assert cut([(x + 500, y) for x, y in square], FRAME) == []


def test_a_shape_around_the_frame_fills_it():
    around = [(-900.0, -900.0), (900.0, -900.0), (900.0, 900.0), (-900.0, 900.0)]
    assert abs(area(cut(around, FRAME))) == pytest.approx((100 + 2 * BEYOND) * (50 + 2 * BEYOND))


@given(POINTS)
def test_a_frame_shows_all_that_it_was_fitted_to(points):
    frame = fit(points, 300, 200, margin=0.1, least=0.5)
    for point in points:
        assert frame.holds(frame.place(point), inset=-1e-6)


def test_a_single_point_is_in_the_middle():
    frame = fit([(3.0, 4.0)], 300, 200, margin=0.1, least=0.5)
    assert frame.place((3.0, 4.0)) == pytest.approx((150, 100))


@given(POINTS, st.floats(0, 100))
def test_the_ends_of_a_line_stay_and_no_point_is_made_up(line, least):
    kept = simplify(line, least)
    assert kept[0] == line[0]
    assert kept[-1] == line[-1]
    rest = iter(line)
    assert all(point in rest for point in kept)


def test_a_ring_stays_a_triangle():
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.1), (0.0, 1.0), (0.0, 0.0)]
    assert len(simplify(ring, 1e9)) == 4


def test_a_path_is_whole_numbers_that_lead_from_point_to_point():
    ring = [(1.2, 1.1), (30.0, 1.0), (30.4, 39.6), (1.0, 40.0)]
    assert path([ring]) == "M1 1l29 0 0 39-29 0z"
    assert path([[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]]) == ""  # a dot


@given(st.lists(POINTS, max_size=4))
def test_a_path_is_nothing_but_a_path(rings):
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]*z)*", path(rings))


def test_a_square_balances_in_its_middle():
    assert centroid([(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)]) == pytest.approx((2, 1))
