"""What the scripts load says the same as the pages."""

import json

import pytest

from generator.publish.client import client_files, in_reading_order, version_of
from generator.publish.edition import TEMPLATES
from generator.publish.facets import find_facets
from generator.publish.pages import environment


@pytest.fixture
def files(edition):
    return dict(client_files(edition, find_facets(edition), environment(TEMPLATES), {}))


def test_every_event_is_in_the_columns_once_and_in_the_order_of_the_chronology(edition, files):
    events = json.loads(files["index/events.json"])
    assert events["size"] == len(edition.catalogue.events) == sum(events["runs"][2::3])
    cards = json.loads(files["index/cards/0.json"])
    for card, html in zip(in_reading_order(edition), cards, strict=True):
        assert f'href="./events/{card.id}/"' in html


def test_each_value_of_a_facet_counts_the_events_that_have_it(edition, files):
    for facet in find_facets(edition):
        data = json.loads(files[f"index/facets/{facet.name}.json"])
        assert sum(data["counts"]) == len(data["places"])
        for place, value in enumerate(facet.values):
            assert data["places"].count(place) == value.number
            assert data["values"][place][0] == value.id


def test_cards_of_the_last_build_are_kept_while_nothing_changes(edition, files):
    kept = {}
    facets, env = find_facets(edition), environment(TEMPLATES)
    first = client_files(edition, facets, env, kept)
    marked = {name: (card, html + "<!--kept-->") for name, (card, html) in kept.items()}
    again = dict(client_files(edition, facets, env, marked))
    assert again["index/cards/0.json"].count("<!--kept-->") == len(edition.catalogue.events)
    assert version_of(first) != version_of(again.items())
    assert dict(first) == files
