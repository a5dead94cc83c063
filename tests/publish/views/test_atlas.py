"""The map page and the small maps: what is drawn is also said, and nothing is drawn finer."""

from dataclasses import replace

import pytest

from generator.publish.pages import open_edition
from generator.publish.views.atlas import SHOWN, view_atlas
from generator.publish.views.whereabouts import view_locator
from generator.record.edtf import parse_edtf
from generator.record.model import Place, PlaceKind


def at(content, options, **places):
    """Return an edition whose places are these and those of the small timeline."""
    return open_edition(replace(content, places={**content.places, **places}), options)


def place(name, kind=PlaceKind.CITY, **fields):
    return Place(id=name, name={"fr": name.title()}, kind=kind, **fields)


def test_a_city_is_a_point_in_its_country(edition):
    view = view_locator("lyon", edition)
    assert (view.sign, view.place, view.countries) == ("dot", "Lyon", ("France",))
    assert view.coordinates == "45,76° N, 4,83° O"
    assert view.alternative == "Carte\xa0: Lyon (France)."
    assert {name.text for name in view.names} >= {"Lyon", "France"}


def test_a_country_has_no_point_even_where_its_record_has_coordinates(content, options):
    edition = at(content, options, france=replace(
        content.places["france"], latitude=46.0, longitude=2.0
    ))  # fmt: skip
    view = view_locator("france", edition)
    assert (view.sign, view.drawn.point, view.coordinates) == ("", None, "")
    assert view.drawn.own


def test_a_region_is_somewhere_around_its_middle(content, options):
    edition = at(content, options, bugey=place(
        "bugey", PlaceKind.REGION, part_of="france", country="FR", latitude=45.9, longitude=5.5
    ))  # fmt: skip
    view = view_locator("bugey", edition)
    assert (view.sign, view.coordinates) == ("around", "")


def test_a_region_of_several_countries_is_those_countries(content, options):
    edition = at(
        content, options,
        benelux=place("benelux", PlaceKind.REGION, latitude=51.0, longitude=5.0),
        belgique=place("belgique", PlaceKind.COUNTRY, country="BE", part_of="benelux"),
        luxembourg=place("luxembourg", PlaceKind.COUNTRY, country="LU", part_of="benelux"),
    )  # fmt: skip
    view = view_locator("benelux", edition)
    assert sorted(view.countries) == ["Belgique", "Luxembourg"]
    assert view.drawn.point is None


@pytest.mark.parametrize("ref", [None, "nowhere", "ici"])
def test_where_nothing_is_known_nothing_is_drawn(content, options, ref):
    assert view_locator(ref, at(content, options, ici=place("ici"))) is None


def test_no_name_lies_on_another(content, options):
    for name in view_locator("lyon", at(content, options)).names:
        assert name.text
    names = view_locator("lyon", at(content, options)).names
    boxes = [(name.x, name.y) for name in names]
    assert len(set(boxes)) == len(boxes)


def test_every_event_with_a_place_is_in_the_list_and_on_the_map(edition):
    view = view_atlas(edition)
    (country,) = view.countries
    (entry,) = country.places
    assert (country.label, entry.link.path, entry.count) == (
        "France",
        "places/lyon/",
        "2 événements",
    )
    assert [one.link.path for one in entry.events] == [
        "events/conseil-lyon/", "events/fete-annulee/",
    ]  # fmt: skip
    (spot,) = view.spots
    assert (spot.number, spot.target, spot.label) == (2, entry.anchor, "Lyon\xa0: 2 événements")
    assert view.nowhere.startswith("2 événements")


def test_a_place_without_coordinates_is_in_the_list_alone(content, options):
    rumour = replace(content.events["rumeur"], place="ici")
    events = {**content.events, "rumeur": rumour}
    edition = at(replace(content, events=events), options, ici=place("ici", country="FR"))
    view = view_atlas(edition)
    assert [(entry.anchor, entry.drawn) for entry in view.countries[0].places] == [
        ("at-lyon", True),
        ("at-ici", False),
    ]
    assert len(view.spots) == 1


def test_places_that_lie_together_share_a_mark_that_names_the_larger(content, options):
    rumour = replace(content.events["rumeur"], place="bron")
    edition = at(
        replace(content, events={**content.events, "rumeur": rumour}), options,
        bron=place("bron", country="FR", latitude=45.75, longitude=-4.82),
    )  # fmt: skip
    (spot,) = view_atlas(edition).spots
    assert spot.label.replace("\xa0", " ") == "Lyon et 1 lieu voisin : 3 événements"


def test_many_events_of_a_place_are_left_to_its_page(content, options):
    lyon = content.events["conseil-lyon"]
    many = {
        f"e{day}": replace(lyon, id=f"e{day}", date=parse_edtf(f"2024-05-{day:02}"), formerly=())
        for day in range(1, 10)
    }
    edition = open_edition(replace(content, events=many), options)
    (entry,) = view_atlas(edition).countries[0].places
    assert [one.link.path for one in entry.events] == [
        f"events/e{day}/" for day in range(9, 9 - SHOWN, -1)
    ]
    assert entry.more == f"et {9 - SHOWN} autres"


def test_a_site_without_places_has_a_page_all_the_same(content, options):
    view = view_atlas(open_edition(replace(content, places={}), options))
    assert (view.drawn, view.spots, view.countries) == (None, (), ())
