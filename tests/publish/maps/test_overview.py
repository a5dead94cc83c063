"""The map of all places: nothing is lost, nothing lies on another."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.maps.overview import HEAVY, HEIGHT, WIDTH, Pin, draw_overview


def pin(name, x, y, number=1, *, exact=True):
    return Pin(id=name, position=(x, y), number=number, exact=exact)


def test_there_is_no_map_of_no_place():
    assert draw_overview([], frozenset()) is None


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-55, 80), st.integers(1, 900)),
        min_size=1,
        max_size=60,
    )
)
def test_every_event_is_counted_once_and_no_mark_touches_another(places):
    pins = [pin(f"p{index}", x, y, number) for index, (x, y, number) in enumerate(places)]
    drawn = draw_overview(pins, frozenset({"FR", "KZ"}))
    found = [each.id for cluster in drawn.clusters for each in cluster.pins]
    assert sorted(found) == sorted(each.id for each in pins)
    assert sum(cluster.number for cluster in drawn.clusters) == sum(p.number for p in pins)
    marks = drawn.clusters
    for index, one in enumerate(marks):
        assert 0 <= one.x <= WIDTH
        assert 0 <= one.y <= HEIGHT
        for other in marks[index + 1 :]:
            apart = math.dist((one.x, one.y), (other.x, other.y))
            assert apart >= one.radius + other.radius - 3  # both are rounded


def test_neighbours_become_one_mark_named_by_the_larger():
    drawn = draw_overview(
        [pin("small", 4.80, 45.70), pin("large", 4.85, 45.75, 9), pin("far", 30.0, 50.0)],
        frozenset({"FR"}),
    )
    assert [[each.id for each in cluster.pins] for cluster in drawn.clusters] == [
        ["large", "small"],
        ["far"],
    ]


def test_what_is_only_somewhere_in_an_area_is_told_apart():
    drawn = draw_overview([pin("city", 2, 48), pin("land", 20, 50, exact=False)], frozenset())
    assert [cluster.exact for cluster in drawn.clusters] == [True, False]


def test_the_whole_world_is_light_too_and_has_no_land_torn_across_it():
    drawn = draw_overview([pin("a", 150, -30), pin("b", -120, 45), pin("c", 10, 50)], frozenset())
    assert 4_000 < len(drawn.land) < 1.1 * HEAVY
    assert [cluster.pins[0].id for cluster in drawn.clusters] == ["b", "c", "a"]  # as on any map
