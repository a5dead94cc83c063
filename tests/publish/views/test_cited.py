"""Sources that are named for an event and of which no passage has been read: shown as no proof."""

from dataclasses import replace

from generator.publish.catalogue import build_catalogue
from generator.publish.pages import render_pages
from generator.publish.views.event import view_event
from generator.publish.views.source import view_source


def citing(edition, content, *cites):
    event = replace(content.events["conseil-lyon"], cites=cites)
    records = replace(content, events={**content.events, event.id: event})
    return event, replace(edition, catalogue=build_catalogue(records))


def test_a_source_that_is_only_named_is_listed_apart_from_those_that_prove(edition, content):
    event, site = citing(edition, content, "journal", "digest")
    view = view_event(event, site)
    assert "sources/journal/" in [link.path for link in view.sources]
    assert [link.path for link in view.cited] == ["sources/digest/"]
    assert view.proofs == view_event(content.events["conseil-lyon"], edition).proofs


def test_the_page_of_a_source_names_the_events_that_cite_it(edition, content):
    _, site = citing(edition, content, "journal")
    view = view_source(content.sources["journal"], site)
    assert [link.path for link in view.citing] == ["events/conseil-lyon/"]
    assert view.uses == view_source(content.sources["journal"], edition).uses


def test_both_pages_say_so(edition, content):
    _, site = citing(edition, content, "digest")
    pages = {page.path: page.html for page in render_pages(site)}
    assert "Sources indiquées, pas encore lues" in pages["events/conseil-lyon/"]
    assert "sans passage lu" in pages["sources/digest/"]
