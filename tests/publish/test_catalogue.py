from dataclasses import replace

from generator.publish.catalogue import build_catalogue


def ids(events):
    return [event.id for event in events]


def test_events_are_in_the_order_of_time_and_withdrawn_ones_in_no_list(content):
    catalogue = build_catalogue(content)
    assert ids(catalogue.events) == ["fete-annulee", "conseil-lyon", "conseil-paris", "rumeur"]


def test_a_country_has_the_events_of_its_cities(content):
    catalogue = build_catalogue(content)
    assert ids(catalogue.by_subject["france"]) == ["fete-annulee", "conseil-lyon"]


def test_a_person_has_the_events_they_took_part_in(content):
    assert ids(build_catalogue(content).by_subject["jeanne-martin"]) == ["conseil-lyon"]


def test_a_digest_counts_as_what_it_retells(content):
    catalogue = build_catalogue(content)
    assert catalogue.sources_of(content.events["conseil-lyon"]) == ("gazette", "journal")


def test_neighbours_in_time_and_none_beyond_the_ends(content):
    catalogue = build_catalogue(content)
    before, after = catalogue.neighbours(content.events["conseil-lyon"])
    assert (before.id, after.id) == ("fete-annulee", "conseil-paris")
    assert catalogue.neighbours(content.events["fete-annulee"])[0] is None
    assert catalogue.neighbours(content.events["rumeur"])[1] is None
    assert catalogue.neighbours(content.events["retire"]) == (None, None)


def test_the_way_back_is_known_for_series_wholes_followers_and_sources(content):
    catalogue = build_catalogue(content)
    assert ids(catalogue.by_series["conseils"]) == ["conseil-lyon", "conseil-paris"]
    assert ids(catalogue.by_whole["conseil-lyon"]) == ["fete-annulee"]
    assert ids(catalogue.followers["conseil-lyon"]) == ["conseil-paris"]
    assert [event.id for event, _ in catalogue.by_source["gazette"]] == [
        "conseil-lyon",
        "conseil-paris",
    ]
    assert catalogue.digests["gazette"] == ("digest",)


def test_places_that_lie_in_each_other_end_where_the_circle_closes(content):
    places = dict(content.places)
    places["france"] = replace(places["france"], part_of="lyon")
    catalogue = build_catalogue(replace(content, places=places))
    assert list(catalogue.holders("lyon")) == ["lyon", "france"]


def test_what_an_id_names(content):
    catalogue = build_catalogue(content)
    assert [
        (catalogue.subject(ref) or ("nothing",))[0]
        for ref in ("jeanne-martin", "conseil", "lyon", "inconnue")
    ] == ["people", "organisations", "places", "nothing"]
