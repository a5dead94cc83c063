"""The default site against every standard that it names, by other people's validators."""

import json
import shutil
from pathlib import Path

import pytest
import validate_site
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder)))
    return folder


@pytest.mark.parametrize("name", validate_site.CHECKS)
def test_the_default_site_is_valid(site, name):
    if "HTML" in name and not shutil.which("java"):
        pytest.skip("the Nu Html Checker needs Java")
    assert list(validate_site.CHECKS[name](site)) == []


def test_every_sort_of_page_is_looked_at(site):
    folders = {path.parent.name for path in validate_site.one_of_each(site)}
    assert {"events", "sources", "people", "places", "data", "disagreements"} <= folders


def broken(site, tmp_path):
    return Path(shutil.copytree(site, tmp_path / "broken"))


def test_each_validator_sees_what_is_wrong(site, tmp_path):
    site = broken(site, tmp_path)
    (site / "feeds/events.xml").write_text("<feed><entry></feed>", "utf-8")
    feed = json.loads((site / "feeds/events.json").read_text("utf-8"))
    del feed["items"][0]["id"]
    (site / "feeds/events.json").write_text(json.dumps(feed), "utf-8")
    (site / "calendars/all.ics").write_text("BEGIN:VCALENDAR\nnonsense\n", "utf-8")
    (site / "api/v1/people.json").write_text("{}", "utf-8")
    table = site / "data/events.csv"
    table.write_text(table.read_text("utf-8").replace("id,", "identity,", 1), "utf-8")
    page = site / "about/index.html"
    page.write_text(
        page.read_text("utf-8").replace(
            "</body>",
            '<a href="../nowhere/">x</a><p></div>'
            '<script type="application/ld+json">'
            '{"@context": "https://schema.org", "@type": "Event", "colour": "red"}</script></body>',
        ),
        "utf-8",
    )
    found = validate_site.validate(site)
    assert all(found.values()), found
    assert len(found["feeds (feedparser, JSON Feed 1.1)"]) >= 2
