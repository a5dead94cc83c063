"""Small maps: light, honest, and of the right land."""

import pytest

from generator.publish.maps.locator import HEAVY, HEIGHT, WIDTH, Spot, draw_locator
from generator.publish.maps.world import lands_by_code

PLACES = {
    "KZ": (71.45, 51.18), "CN": (116.4, 39.9), "RU": (37.6, 55.75), "FJ": (178.4, -18.1),
    "NZ": (174.8, -41.3), "US": (-157.9, 21.3), "LU": (6.13, 49.6), "ID": (106.8, -6.2),
    "AQ": (166.7, -77.8), "SG": (103.8, 1.35), "NO": (15.6, 78.2), "CL": (-109.4, -27.1),
}  # fmt: skip


@pytest.mark.parametrize("code", PLACES)
def test_a_point_lies_inside_a_map_of_few_bytes(code):
    drawn = draw_locator(Spot(point=PLACES[code], codes=(code,)))
    x, y = drawn.point
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT
    assert len(drawn.land) + len(drawn.own) < 1.2 * HEAVY


@pytest.mark.parametrize("code", sorted(lands_by_code()))
def test_every_country_can_be_drawn_without_a_point(code):
    drawn = draw_locator(Spot(point=None, codes=(code,)))
    assert drawn.point is None
    assert len(drawn.land) + len(drawn.own) < 1.2 * HEAVY


def test_a_country_that_is_not_known_leaves_the_point():
    drawn = draw_locator(Spot(point=(30.0, 10.0), codes=("ZZ",)))
    assert drawn.own == ""
    assert drawn.point == (WIDTH // 2, HEIGHT // 2)


def test_where_nothing_is_known_there_is_no_map():
    assert draw_locator(Spot(point=None, codes=())) is None
    assert draw_locator(Spot(point=None, codes=("ZZ",))) is None


def test_an_island_far_from_the_main_land_is_shown_alone():
    cayenne = draw_locator(Spot(point=(-52.3, 4.9), codes=("FR",)))
    lyon = draw_locator(Spot(point=(4.8, 45.7), codes=("FR",)))
    assert {room.code for room in cayenne.rooms} >= {"BR", "SR"}
    assert {room.code for room in lyon.rooms} >= {"ES", "DE", "IT"}


def test_the_country_itself_is_named_before_its_neighbours():
    drawn = draw_locator(Spot(point=(71.45, 51.18), codes=("KZ",)))
    assert drawn.rooms[0].code == "KZ"
    assert drawn.rooms[0].own
