"""Whose page it is: years, roles, company, and a timeline that stays short."""

from dataclasses import replace

import pytest

from generator.publish.pages import open_edition, render_site
from generator.publish.views.paging import PAGE
from generator.publish.views.subject import view_further_pages, view_subject
from generator.record.edtf import parse_edtf


@pytest.fixture
def busy(content, options):
    """Return an edition in which somebody took part in more events than a page lists."""
    lyon = content.events["conseil-lyon"]
    many = {
        f"e{number:03}": replace(
            lyon, id=f"e{number:03}", date=parse_edtf(f"{1900 + number // 10}"), formerly=()
        )
        for number in range(PAGE + 20)
    }
    return open_edition(replace(content, events=many), options)


def test_the_years_lead_to_where_they_are_listed(busy, content):
    jeanne = content.people["jeanne-martin"]
    view = view_subject("people", jeanne, busy)
    assert view.years[0].target == "#y1900"
    assert view.years[-1].target == "people/jeanne-martin/2/#y1911"
    assert [year.number for year in view.years] == [10] * 12
    assert sum(len(month.cards) for group in view.groups for month in group.months) == PAGE
    ((path, rest),) = view_further_pages("people", jeanne, busy)
    assert path == "people/jeanne-martin/2/"
    assert [group.anchor for group in rest.groups] == ["y1910", "y1911"]


def test_company_and_roles_are_counted(edition, content):
    view = view_subject("people", content.people["jeanne-martin"], edition)
    assert [(each.link.text.text, each.count) for each in view.companions] == [
        ("Conseil des élus", "1 événement"),
        ("France", "1 événement"),
        ("inconnue", "1 événement"),
    ]
    assert view.roles == ("hôte (1)",)


def test_the_way_to_the_filters_goes_by_the_names_that_they_have(edition, content):
    assert view_subject("people", content.people["jeanne-martin"], edition).filter == (
        "?person=jeanne-martin"
    )
    assert view_subject("organisations", content.organisations["conseil"], edition).filter == (
        "?organisation=conseil"
    )
    assert view_subject("places", content.places["france"], edition).filter == "?country=france"
    assert view_subject("places", content.places["lyon"], edition).filter == ""


def test_every_page_of_a_long_timeline_is_made(busy, content, options):
    events = busy.catalogue.content.events
    pages = render_site(replace(content, events=events), options)
    found = {page.path for page in pages if page.path.startswith("people/jeanne-martin/")}
    assert found == {"people/jeanne-martin/", "people/jeanne-martin/2/"}
