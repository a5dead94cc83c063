"""The default content keeps its promises: dated, supported, verifiable, in our own words."""

import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from generator.extract.article.reader import read_article
from generator.record.edtf import earliest
from generator.record.event_fields import claims
from generator.record.passage import digest, normalise
from generator.record.quotation import MAX_END_WORDS
from generator.record.standing import Standing
from generator.record.store import read_content
from generator.record.verification import MAX_SHARED_WORDS, match_texts, verify_content

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
GOLD = ROOT.parent / "shared" / "gold"
ANCHORS = {
    "sommet-chine-asie-centrale-xian-2023": ("2023-05", "xian"),
    "sommet-ocs-astana-2024": ("2024-07", "astana"),
    "deuxieme-sommet-chine-asie-centrale-astana": ("2025-06-16/2025-06-18", "astana"),
}


@pytest.fixture(scope="module")
def loaded():
    return read_content(ROOT)


@pytest.fixture(scope="module")
def content(loaded):
    return loaded.content


@pytest.fixture(scope="module")
def originals(content):
    """Source id → normalised article, found by the hash that the source record keeps."""
    if not GOLD.is_dir():
        pytest.skip("the articles may not be published and are not beside this repository")
    paths = sorted(GOLD.glob("*.txt"))
    files = {path.stem: normalise(path.read_bytes().decode()) for path in paths}
    return match_texts(content, files)


def digests(content):
    return [source for source in content.sources.values() if source.digest_of]


def test_every_record_is_free_of_errors(loaded):
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []


@pytest.mark.parametrize("anchor", ANCHORS)
def test_the_three_summits_have_the_date_and_the_place_that_the_texts_allow(content, anchor):
    event = content.events[anchor]
    assert ANCHORS[anchor] == (event.date.text, event.place)


def test_fifteen_events_or_more_have_a_date_with_a_beginning(content):
    dated = [event for event in content.events.values() if event.date and earliest(event.date)]
    assert len(dated) >= 15


def test_an_undated_event_says_why_it_has_no_date(content):
    undated = [event for event in content.events.values() if event.date is None]
    assert undated
    assert [event.id for event in undated if not event.note] == []


def test_a_date_that_no_text_states_says_how_it_was_found(content):
    silent = [
        event.id
        for event in content.events.values()
        if event.date and event.dating.basis != "stated" and not event.dating.note
    ]
    assert silent == []


def test_every_event_was_reviewed_and_written_by_a_person(content):
    states = {(event.status, event.generated) for event in content.events.values()}
    assert {("reviewed", None)} == states


def test_every_claim_is_supported_by_evidence(content):
    missing = {
        (event.id, claim)
        for event in content.events.values()
        for claim in claims(event)
        if not any(claim in item.supports for item in event.evidence)
    }
    assert set() == missing


def test_evidence_cites_the_articles_and_never_our_digests(content):
    cited = {item.source for event in content.events.values() for item in event.evidence}
    assert cited == {source.id for source in content.sources.values() if not source.digest_of}


def test_titles_and_summaries_are_in_french_and_in_english(content):
    texts = [
        (event.id, set(text))
        for event in content.events.values()
        for text in (event.title, event.summary)
    ]
    assert [(event, found) for event, found in texts if found != {"fr", "en"}] == []


def test_each_article_has_one_digest_under_an_open_licence(content):
    retold = sorted(source.digest_of for source in digests(content))
    assert retold == sorted(set(content.sources) - {source.id for source in digests(content)})
    assert {"CC-BY-4.0"} == {source.rights for source in digests(content)}


def test_a_digest_reads_as_its_source_record_says(content):
    for source in digests(content):
        text = normalise(read_article(CONTENT / "articles" / f"{source.id}.md").text).text
        assert (source.hash, source.length) == (digest(text), len(text)), source.id


def test_a_digest_is_long_enough_to_be_read_as_an_article_and_short_enough_to_be_one(content):
    for source in digests(content):
        text = read_article(CONTENT / "articles" / f"{source.id}.md").text
        assert 150 <= len(text.split()) <= 350, source.id


def test_the_five_articles_are_the_ones_that_the_sources_describe(content, originals):
    assert {source.digest_of for source in digests(content)} == set(originals)
    for name, text in originals.items():
        assert content.sources[name].length == len(text.text)


def test_every_passage_stands_in_its_article(content, originals):
    standings = {
        (finding.event, finding.evidence.id): finding.verdict.standing
        for finding in verify_content(content, originals)
    }
    assert {key: value for key, value in standings.items() if value is not Standing.OK} == {}


def test_a_passage_republishes_its_first_and_last_words_only(content, originals):
    for event in content.events.values():
        for item in event.evidence:
            passage = originals[item.source].text[slice(*item.at)]
            assert passage.startswith(item.from_), (event.id, item.id)
            assert passage.endswith(item.to), (event.id, item.id)
            assert max(len(item.from_.split()), len(item.to.split())) <= MAX_END_WORDS


def test_no_published_text_shares_a_long_run_of_words_with_an_article(content, originals):
    runs = set(chain.from_iterable(_runs(text.text) for text in originals.values()))
    titles = {source.title for source in content.sources.values() if not source.digest_of}
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "content"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    found = set()
    for name in filter(None, tracked):
        text = (ROOT / name).read_text(encoding="utf-8")
        for title in titles:  # a title is cited as it was printed
            text = text.replace(title, "\0")
        found |= {(name, " ".join(run)) for line in text.split("\0") for run in _runs(line) & runs}
    assert set() == found


def _runs(text):
    """Return every run of one word more than may be shared, without case and punctuation."""
    words = re.findall(r"\w+", normalise(text).text.casefold())
    size = MAX_SHARED_WORDS + 1
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
