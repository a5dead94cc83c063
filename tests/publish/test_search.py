"""What each record is found by; how a browser looks it up is in tests/browser/test_search.py."""

from dataclasses import replace

import pytest

from generator.publish.pages import open_edition, open_editions, render_pages
from generator.publish.search import entries, search_files
from generator.publish.views.search import view_search


@pytest.fixture
def found(edition):
    return {entry.path: entry for entry in entries(edition)}


def words_of(entry):
    return {passage.text for passage in entry.passages}


def test_every_record_is_found_and_no_list_is(found, content):
    for kind in ("sources", "people", "organisations", "places", "indicators"):
        assert {f"{kind}/{name}/" for name in getattr(content, kind)} <= set(found)
    assert "events/conseil-lyon/" in found
    assert not {"", "events/", "people/"} & set(found)


def test_an_event_is_found_by_its_people_and_places_under_all_names_and_by_its_passages(found):
    words = words_of(found["events/conseil-lyon/"])
    assert {"Jeanne Martin", "J. Martin", "Lyon", "France", "CDÉ", "4 mars 2024"} <= words
    assert {"Le conseil se réunit à Lyon", "The council meets in Lyon"} <= words
    assert "Le conseil s'est réuni" in words


def test_a_result_says_when_and_where(found):
    assert found["events/conseil-lyon/"].detail == "4 mars 2024 · Lyon"
    assert found["events/rumeur/"].detail == "date inconnue"


def test_a_title_weighs_more_than_a_name_and_a_name_more_than_a_passage(found):
    weights = {passage.text: passage.weight for passage in found["events/conseil-lyon/"].passages}
    order = ("Le conseil se réunit à Lyon", "Jeanne Martin", "Le conseil s'est réuni")
    assert sorted(order, key=weights.get, reverse=True) == list(order)


def test_what_was_withdrawn_is_not_found(content, options):
    lyon = content.events["conseil-lyon"]
    gone = replace(lyon, status=type(lyon.status).WITHDRAWN)
    edition = open_edition(
        replace(content, events={**content.events, "conseil-lyon": gone}), options
    )
    assert "events/conseil-lyon/" not in {entry.path for entry in entries(edition)}


def test_a_title_in_another_language_is_marked(content, options):
    _, english = open_editions(content, replace(options, languages=("fr", "en")))
    found = {entry.path: entry for entry in entries(english)}
    assert found["events/conseil-lyon/"].language == ""
    assert found["people/jeanne-martin/"].language == "fr"
    assert found["events/conseil-lyon/"].detail == "4 March 2024 · Lyon"
    assert all(path.startswith("en/index/search/") for path, _ in search_files(english))


def test_without_scripts_the_page_of_the_search_leads_to_every_list(edition):
    view = view_search(edition)
    paths = {way.link.path for way in view.lists}
    assert paths == {
        *("events/", "sources/", "people/", "places/", "organisations/", "indicators/")
    }
    pages = {page.path: page for page in render_pages(edition)}
    assert {way.link.path for way in (*view.lists, *view.years)} <= set(pages)
    assert 'role="search"' in pages["search/"].html
