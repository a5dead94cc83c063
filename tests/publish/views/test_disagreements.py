"""The page of disagreements: who says what, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.publish.catalogue import build_catalogue
from generator.publish.edition import TEMPLATES, Edition
from generator.publish.pages import render_site
from generator.publish.views.disagreements import view_disagreements_page
from generator.publish.wording import read_wording
from generator.record.edtf import parse_edtf

SAYS = {"date": "2024-03-06", "place": "France"}


def with_evidence(content, says):
    """Return the small timeline with what its journal says of the council in Lyon."""
    lyon = content.events["conseil-lyon"]
    proof = tuple(
        replace(item, says=says) if item.source == "journal" else item for item in lyon.evidence
    )
    events = {**content.events, lyon.id: replace(lyon, evidence=proof)}
    return replace(content, events=events)


def view(content, options, language="fr"):
    words = read_wording(TEMPLATES / "words", language)
    edition = Edition(catalogue=build_catalogue(content), words=words, options=options)
    return view_disagreements_page(edition)


def test_a_contradiction_is_listed_with_who_says_what(content, options):
    found = view(with_evidence(content, SAYS), options)
    lyon = found.events[0]
    (disagreement,) = lyon.disagreements
    assert disagreement.contradicted
    said = {
        reading.value: [link.text.text for link in reading.sources]
        for reading in disagreement.readings
    }
    assert said["6 mars 2024"] == ["Sitzung in Lyon"]
    assert "La séance" in said["4 mars 2024"]


def test_a_coarser_date_and_place_are_no_disagreement(content, options):
    found = view(content, options)
    assert "Le conseil se réunit à Lyon" not in [item.event.text.text for item in found.events]


def test_a_record_that_its_editors_call_disputed_is_listed(content, options):
    (rumour,) = view(content, options).events
    assert rumour.event.path == "events/rumeur/"
    assert rumour.note


def test_two_values_for_one_period_are_listed_with_their_events(content, options):
    paris = content.events["conseil-paris"]
    budget = replace(paris.figures[0], period=parse_edtf("2024"), value=45_000_000_000)
    events = {**content.events, paris.id: replace(paris, figures=(budget,))}
    (found,) = view(replace(content, events=events), options).figures
    assert found.period == "2024"
    assert [value.event.path for value in found.values] == [
        "events/conseil-paris/",
        "events/conseil-lyon/",
    ]


@pytest.mark.parametrize(
    ("language", "none"), [("fr", "Sur rien pour l’instant"), ("en", "On nothing at present")]
)
def test_a_site_without_disagreements_says_so_in_its_language(content, options, language, none):
    events = {key: event for key, event in content.events.items() if event.status != "disputed"}
    pages = render_site(replace(content, events=events), replace(options, language=language))
    page = next(page for page in pages if page.path == "disagreements/")
    assert none in page.html
    assert none not in next(
        page.html
        for page in render_site(content, replace(options, language=language))
        if page.path == "disagreements/"
    )


def test_an_archived_copy_is_linked_beside_the_passage(content, options):
    gazette = replace(
        content.sources["gazette"], archive="https://archive.example/2024/gazette.example/seance"
    )
    sources = {**content.sources, gazette.id: gazette}
    pages = render_site(replace(content, sources=sources), options)
    html = next(page.html for page in pages if page.path == "events/conseil-lyon/")
    assert 'href="https://archive.example/2024/gazette.example/seance#:~:text=' in html
    unsafe = {**sources, gazette.id: replace(gazette, archive="javascript:alert(1)")}
    pages = render_site(replace(content, sources=unsafe), options)
    assert "javascript:" not in "".join(page.html for page in pages)
