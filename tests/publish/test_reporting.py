"""A report knows what it is about: the event, the statement and the passages it rests on."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from generator.publish.pages import open_edition, render_site
from generator.publish.reporting import claim_report, source_report
from generator.record.forms import BROKEN_SOURCE, CORRECTION, NEW_EVENT

FORGE = "https://forge.example/town/timeline/issues/new"


def asked(address):
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


@pytest.fixture
def edition(content, options):
    return open_edition(content, replace(options, report_url=FORGE))


def test_the_form_has_the_event_the_statement_and_its_passages(edition, content):
    event = content.events["conseil-lyon"]
    proof = [item for item in event.evidence if "date" in item.supports]
    assert asked(claim_report(event.id, "date", "4 mars 2024", proof, edition)) == {
        "template": CORRECTION,
        "record": "events/conseil-lyon",
        "claim": "date",
        "now": "4 mars 2024",
        "source": "gazette, digest, journal",
        "passage": "e1, e2, e3",
    }


def test_each_statement_of_a_page_has_a_report_of_its_own(content, options):
    pages = render_site(content, replace(options, report_url=FORGE))
    page = next(page for page in pages if page.path == "events/conseil-lyon/")
    tree = lxml.html.fromstring(page.html)
    names = tree.xpath("//li[@class='claim__name']")
    found = {
        name.get("id"): asked(name.xpath("a[@class='claim__report']/@href")[0]) for name in names
    }
    assert found["claim-date"]["claim"] == "date"
    assert found["claim-participants-jeanne-martin"]["claim"] == "participants.jeanne-martin"
    assert found["claim-figures-budget"]["passage"] == "e2"
    assert len({answers["claim"] for answers in found.values()}) == len(names) > 4


def test_without_a_form_there_is_no_report(content, options):
    edition = open_edition(content, replace(options, report_url=""))
    assert claim_report("conseil-lyon", "date", "", (), edition) == ""
    assert source_report(content.sources["gazette"], edition) == ""
    assert all("claim__report" not in page.html for page in render_site(content, options))


def test_an_address_that_takes_no_forms_is_given_a_title_and_a_text(edition):
    options = replace(edition.options, report_url="https://town.example/write?to=us")
    found = asked(
        claim_report("conseil-lyon", "date", "2024", (), replace(edition, options=options))
    )
    assert found["to"] == "us"
    assert "events/conseil-lyon, date" in found["title"]
    assert found["body"] == "record: events/conseil-lyon\nclaim: date\nnow: 2024"


def test_an_address_that_could_run_is_none(edition):
    options = replace(edition.options, report_url="javascript:alert(1)")
    assert claim_report("x", "date", "", (), replace(edition, options=options)) == ""


def test_only_an_article_with_an_address_can_be_gone(edition, content):
    gazette = asked(source_report(content.sources["gazette"], edition))
    assert gazette["template"] == BROKEN_SOURCE
    assert gazette["source"] == "gazette"
    assert gazette["url"] == content.sources["gazette"].url
    assert source_report(content.sources["journal"], edition) == ""


def test_the_page_of_a_year_asks_for_what_is_missing_in_it(content, options):
    pages = {
        page.path: page.html for page in render_site(content, replace(options, report_url=FORGE))
    }
    tree = lxml.html.fromstring(pages["years/2024/"])
    (address,) = tree.xpath("//a[contains(@href, 'template=new-event.yml')]/@href")
    assert asked(address) == {"template": NEW_EVENT, "date": "2024"}
