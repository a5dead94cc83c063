"""What is cited: the page as it is now, and its sources, each once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.publish.history import Change, History
from generator.publish.pages import open_edition
from generator.publish.references.files import FORMATS, reference_files, reference_paths
from generator.publish.references.sentence import reference_text
from generator.publish.references.works import event_work, source_work, works_of

FILE = "content/events/2024/conseil-lyon.yml"


@pytest.fixture
def edition(content, options):
    change = Change(
        commit="a", when=datetime(2025, 6, 7, 23, tzinfo=UTC), subject="Mend", path=FILE
    )
    return open_edition(
        content,
        replace(
            options,
            site_url="https://site.example/t/",
            record_paths={("events", "conseil-lyon"): FILE},
            history=History(changes={FILE: (change,)}),
        ),
    )


def test_a_page_is_as_old_as_the_last_change_of_its_record(edition, content):
    found = event_work(content.events["conseil-lyon"], edition)
    assert found.url == "https://site.example/t/events/conseil-lyon/"
    assert found.issued.text == "2025-06-07"
    assert event_work(content.events["rumeur"], edition).issued is None


def test_a_digest_stands_for_what_it_retells(edition, content):
    keys = [each.key for each in works_of(content.events["conseil-lyon"], edition)]
    assert keys[0] == "event-conseil-lyon"
    assert "source-digest" not in keys
    assert len(keys) == len(set(keys))


def test_an_article_without_an_address_says_where_its_passages_are(edition, content):
    journal = source_work(content.sources["journal"], edition)
    assert journal.url == ""
    assert journal.note.endswith("https://site.example/t/sources/journal/")
    gazette = source_work(content.sources["gazette"], edition)
    assert gazette.url.startswith("https://gazette.example/")
    assert gazette.note == ""


def test_every_key_of_the_site_is_another_one(edition, content):
    keys = [event_work(each, edition).key for each in content.events.values()]
    keys += [source_work(each, edition).key for each in content.sources.values()]
    assert len(keys) == len(set(keys))


def test_a_reference_in_words_has_no_more_than_is_known(edition, content):
    words = edition.words
    page = reference_text(event_work(content.events["conseil-lyon"], edition), words)
    assert page.replace("\xa0", " ") == (
        "« Le conseil se réunit à Lyon », Conseils, version du 7 juin 2025"
    )
    article = reference_text(source_work(content.sources["gazette"], edition), words)
    assert article.replace("\xa0", " ") == "« La séance », La Gazette, 5 mars 2024"
    undated = reference_text(source_work(content.sources["journal"], edition), words)
    assert undated.endswith(", s.\xa0d.")


def test_each_file_that_a_page_leads_to_is_written(edition, content):
    written = dict(reference_files(edition))
    for kind in ("events", "sources"):
        for key in getattr(content, kind):
            for name, path in reference_paths(kind, key, edition):
                assert name in FORMATS
                assert written[path]
    assert reference_paths("events", "retire", edition) == ()  # withdrawn
    assert len({path for path, _ in reference_files(edition)}) == len(
        list(reference_files(edition))
    )


def test_a_site_without_exports_leads_to_none(edition):
    silent = replace(edition, options=replace(edition.options, exports=False))
    assert reference_paths("events", "conseil-lyon", silent) == ()
