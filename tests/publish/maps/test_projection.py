"""Both projections against what their authors promise."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.maps.drawing import area
from generator.publish.maps.projection import (
    MERIDIAN,
    azimuthal,
    distance,
    equal_earth,
    middle_of,
)

POSITIONS = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


@given(POSITIONS)
def test_the_middle_of_a_map_is_its_origin(middle):
    assert azimuthal(middle)(middle) == pytest.approx((0, 0), abs=1e-9)


@given(POSITIONS, POSITIONS)
def test_how_far_a_point_is_drawn_depends_on_its_distance_alone(middle, point):
    angle = distance(middle, point)
    if angle < 179:
        drawn = math.hypot(*azimuthal(middle)(point))
        assert drawn == pytest.approx(2 * math.sin(math.radians(angle) / 2), abs=1e-6)


@pytest.mark.parametrize("project", [azimuthal((20.0, 40.0)), equal_earth])
@pytest.mark.parametrize("corner", [(0.0, 0.0), (15.0, 30.0), (40.0, 55.0)])
def test_areas_are_kept(project, corner):
    west, south = corner
    steps = [index / 50 for index in range(51)]
    edge = [(west + step, south) for step in steps]
    edge += [(west + 1, south + step) for step in steps]
    edge += [(west + 1 - step, south + 1) for step in steps]
    edge += [(west, south + 1 - step) for step in steps]
    sines = math.sin(math.radians(south + 1)) - math.sin(math.radians(south))
    true = math.radians(1) * sines
    assert abs(area([project(point) for point in edge])) == pytest.approx(true, rel=2e-3)


def test_the_map_of_the_world_is_as_wide_as_published():
    # Source: Šavrič, Patterson and Jenny: the equator is 2.05 times as long as the meridian.
    wide = equal_earth((MERIDIAN + 180, 0))[0] - equal_earth((MERIDIAN - 180, 0))[0]
    high = equal_earth((MERIDIAN, 90))[1] - equal_earth((MERIDIAN, -90))[1]
    assert wide / high == pytest.approx(2.05, abs=0.01)


def test_the_middle_of_points_on_both_sides_of_the_date_line_is_between_them():
    longitude, latitude = middle_of([(179.0, 0.0), (-179.0, 0.0)])
    assert abs(longitude) == pytest.approx(180)
    assert latitude == pytest.approx(0)


def test_nothing_has_a_middle_all_the_same():
    assert middle_of([]) == (0.0, 0.0)
    assert middle_of([(0.0, 0.0), (180.0, 0.0)]) == (0.0, 0.0)
