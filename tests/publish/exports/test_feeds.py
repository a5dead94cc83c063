"""Feeds as readers of feeds see them."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest

from generator.publish.catalogue import build_catalogue
from generator.publish.exports.feeds import MOST, Entry, Feed, atom, json_feed
from generator.publish.exports.site import CORRECTED, NEW, export_files
from generator.publish.history import Change
from generator.publish.revisions import Correction
from generator.record.edtf import parse_edtf

SITE = "https://timeline.example/fr/"
WHEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def feed(*entries):
    return Feed(
        id=f"{SITE}feeds/x", title="T & <b>", home=SITE, url=f"{SITE}feeds/x", language="fr",
        entries=entries,
    )  # fmt: skip


def entry(title="Un titre", **fields):
    given = {"id": f"{SITE}e/", "url": f"{SITE}e/", "summary": "", "published": WHEN}
    return Entry(**{**given, "updated": WHEN, "title": title, **fields})


@pytest.fixture
def files(edition):
    return dict(export_files(replace(edition, options=replace(edition.options, site_url=SITE))))


def test_atom_is_well_formed_and_says_when():
    found = feedparser.parse(atom(feed(entry(tags=("Sommet",)))))
    assert not found.bozo
    assert found.version == "atom10"
    assert (found.feed.title, found.feed.title_detail.type) == ("T & <b>", "text/plain")
    assert found.entries[0].published == "2024-05-06T07:08:09Z"
    assert found.entries[0].tags[0].term == "Sommet"
    assert {link.rel for link in found.feed.links} == {"self", "alternate"}


@pytest.mark.parametrize(
    "text", ["<script>x()</script>", "]]>", "&lt;", "\x00\x0b\ufffe é", "\ud800"]
)
def test_hostile_text_stays_text(text):
    found = feedparser.parse(atom(feed(entry(text))))
    assert not found.bozo
    assert found.entries[0].title_detail.type == "text/plain"
    assert found.entries[0].title == re.sub("[\x00\x0b\ufffe\ud800]", "", text).strip()
    json.loads(json_feed(feed(entry(text))))


def test_json_feed_has_what_its_standard_demands():
    data = json.loads(json_feed(feed(entry())))
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"].endswith(".json")
    (item,) = data["items"]
    assert isinstance(item["id"], str)
    assert item["content_text"] == "Un titre"
    assert datetime.fromisoformat(item["date_published"]) == WHEN


def test_a_site_has_both_feeds_of_both_kinds(files):
    for path in (NEW, CORRECTED):
        assert not feedparser.parse(files[f"{path}.xml"]).bozo
        json.loads(files[f"{path}.json"])
    assert feedparser.parse(files[f"{NEW}.xml"]).entries
    assert feedparser.parse(files[f"{CORRECTED}.xml"]).entries == []


def test_a_correction_says_in_words_what_changed(edition, content):
    old = content.events["conseil-lyon"]
    new = replace(old, date=parse_edtf("2024-03-05"))
    change = Change(commit="3" * 40, when=WHEN, subject="Mend", path="content/events/2024/x.yml")
    options = replace(
        edition.options, site_url=SITE, corrections=(Correction(change=change, old=old, new=new),)
    )
    files = dict(export_files(replace(edition, options=options)))
    (found,) = feedparser.parse(files[f"{CORRECTED}.xml"]).entries
    assert found.id == f"{SITE}events/conseil-lyon/#{'3' * 40}"
    assert "4 mars 2024 → 5 mars 2024" in found.summary


def test_a_feed_has_at_most_so_many_entries(edition, content):
    one = content.events["conseil-lyon"]
    many = {f"e-{n}": replace(one, id=f"e-{n}") for n in range(MOST + 5)}
    catalogue = build_catalogue(replace(content, events=many))
    options = replace(edition.options, site_url=SITE)
    files = dict(export_files(replace(edition, catalogue=catalogue, options=options)))
    assert len(feedparser.parse(files[f"{NEW}.xml"]).entries) == MOST


def test_a_site_that_does_not_know_its_address_has_no_feeds(edition):
    paths = dict(export_files(replace(edition, options=replace(edition.options, site_url=""))))
    assert not [path for path in paths if path.startswith(("feeds/", "calendars/"))]
    assert "api/v1/events.json" in paths
