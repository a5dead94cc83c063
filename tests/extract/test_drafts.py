"""From readings to files: nothing invented, overwritten or brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.drafts import planner as drafts
from generator.extract.drafts.proposals import proposal_path, read_proposals
from generator.extract.drafts.registry import slug
from generator.extract.reading import read
from generator.record.passage import normalise
from generator.record.standing import Standing
from generator.record.store import read_content, write_record
from generator.record.verification import verify_content

ONE = """Sommet de l'OMS à Genève

Publié le 17 mai 2024

Le troisième sommet de l'OMS s'est ouvert jeudi à Genève, en présence de Oumar Sidi.
"""
TWO = """L'OMS réunie en mai

Le troisième sommet de l'OMS s'est tenu en mai 2024 en Suisse. Oumar Sidi y était.
"""
EVENT = "troisieme-sommet-oms-geneve-2024"


@pytest.fixture
def site(tmp_path):
    class Site:
        root = tmp_path / "site"

        def article(self, name, text):
            path = tmp_path / name
            path.write_text(text, encoding="utf-8", newline="")
            return path

        def run(self, *paths):
            loaded = read_content(self.root)
            readings = [read(path, loaded.content, language="fr") for path in paths]
            plan = drafts.plan(readings, loaded, drafts.read_kept(self.root, loaded))
            drafts.apply(plan, self.root)
            return plan

        def content(self):
            loaded = read_content(self.root)
            assert [p for p in loaded.problems if p.severity == "error"] == []
            return loaded.content

        def files(self):
            return {p: p.read_bytes() for p in sorted(self.root.rglob("*.yml"))}

    Site.root.mkdir()
    return Site()


def test_drafts_pass_the_check_and_their_evidence_verifies(site):
    path = site.article("one.txt", ONE)
    site.run(path)
    content = site.content()
    event = content.events[EVENT]
    assert (event.type, event.date.text, event.place) == ("summit", "2024-05-16", "geneve")
    text = normalise(ONE)
    findings = verify_content(content, dict.fromkeys(content.sources, text))
    assert {Standing.OK} == {finding.verdict.standing for finding in findings}


def test_every_field_is_supported_by_a_passage(site):
    site.run(site.article("one.txt", ONE))
    for event in site.content().events.values():
        proved = {name for item in event.evidence for name in item.supports}
        fields = {"title"} | {f"participants.{p.who}" for p in event.participants}
        fields |= {f"organisations.{body}" for body in event.organisations}
        fields |= {name for name in ("date", "place") if getattr(event, name)}
        assert fields <= proved


def test_a_record_holds_no_place_that_no_passage_names(site):
    text = (
        "Vote au Mali\n\nPublié le 17 mai 2024\n\nLe parlement a voté le budget mardi à Bamako.\n"
    )
    more = "\nUne grève des enseignants a commencé mercredi. Un forum aura lieu le 3 juin.\n"
    site.run(site.article("mali.txt", text + more))
    for event in site.content().events.values():
        proven = {field for proof in event.evidence for field in proof.supports}
        assert event.place is None or "place" in proven


def test_two_articles_of_one_event_make_one_record_with_both_as_proof(site):
    site.run(site.article("one.txt", ONE), site.article("two.txt", TWO))
    (event,) = (e for e in site.content().events.values() if e.type == "summit")
    assert len({item.source for item in event.evidence}) == 2
    assert event.date.text == "2024-05-16"
    assert {"date": "2024-05"} in [dict(item.says) for item in event.evidence]


def test_a_later_article_enriches_a_record_that_nobody_touched(site):
    site.run(site.article("two.txt", TWO))
    site.run(site.article("one.txt", ONE))
    (event,) = (e for e in site.content().events.values() if e.type == "summit")
    assert (event.date.text, len({item.source for item in event.evidence})) == ("2024-05-16", 2)


def test_a_second_run_changes_no_byte(site):
    paths = [site.article("one.txt", ONE), site.article("two.txt", TWO)]
    site.run(*paths)
    before = site.files()
    site.run(*paths)
    assert before == site.files()


def test_the_order_of_the_files_leaves_no_trace(site, tmp_path):
    paths = [site.article("one.txt", ONE), site.article("two.txt", TWO)]
    site.run(*paths)
    before = {p.relative_to(site.root): b for p, b in site.files().items()}
    type(site).root = tmp_path / "other"
    site.root.mkdir()
    site.run(*reversed(paths))
    assert before == {p.relative_to(site.root): b for p, b in site.files().items()}


def test_a_record_that_a_person_edited_gets_proposals_only(site):
    site.run(site.article("two.txt", TWO))
    (event,) = (e for e in site.content().events.values() if e.type == "summit")
    edited = replace(event, note={"fr": "Relu."})
    path = write_record(site.root, edited)
    before = path.read_bytes()
    plan = site.run(site.article("one.txt", ONE))
    assert before == path.read_bytes()
    fields = {p.field for p in read_proposals(site.root)[event.id]}
    assert "date" in fields
    assert any("1 articles read" in line for line in plan.lines)


def test_nothing_is_proposed_that_the_record_says(site):
    path = site.article("one.txt", ONE)
    site.run(path)
    event = site.content().events[EVENT]
    write_record(site.root, replace(event, note={"fr": "Relu."}))
    (site.root / "content/extracted.yml").unlink()
    site.run(path)
    assert not (site.root / proposal_path(EVENT)).exists()


def test_a_deleted_record_stays_deleted_while_its_article_changes(site):
    path = site.article("one.txt", ONE)
    site.run(path)
    file = next(site.root.rglob(f"{EVENT}.yml"))
    file.unlink()
    site.run(site.article("one.txt", ONE + "Une pluie fine tombait sur le lac.\n"))
    assert not file.exists()


def test_no_record_goes_because_a_run_did_not_see_its_article(site):
    site.run(site.article("one.txt", ONE))
    before = site.content().events
    site.run(site.article("other.txt", "Un séisme a frappé le Chili jeudi 16 mai 2024.\n"))
    assert set(before) < set(site.content().events)


def test_only_new_and_changed_articles_are_stale(site):
    path = site.article("one.txt", ONE)
    assert (path,) == drafts.stale(site.root, [path])
    site.run(path)
    assert drafts.stale(site.root, [path]) == ()
    site.article("one.txt", ONE + "Fin.\n")
    assert (path,) == drafts.stale(site.root, [path])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sommet de l'OCS à Astana", "sommet-ocs-astana"),
        ("L'Élysée", "elysee"),
        ("Саммит", "x-"),
        ("«»", "x-"),
    ],
)
def test_an_id_is_made_of_the_telling_words(text, expected):
    made = slug(text, "fr")
    assert made.startswith(expected)
    assert made == slug(text, "fr")
    assert len(slug("mot " * 50, "fr")) <= 60


def test_a_rise_is_drafted_as_the_change_of_the_figure_before_it(site):
    """The site works out the value of the year before; no record holds it."""
    told = "s'est ouvert jeudi à Genève avec 1 200 délégués, en hausse de 20 %, et Oumar Sidi."
    site.run(site.article("a.txt", ONE.split("s'est", maxsplit=1)[0] + told + "\n"))
    (event,) = site.content().events.values()
    delegates, rise = event.figures
    assert (delegates.value, rise.value, rise.unit) == (1200, 20, "percent")
    assert rise.change_of == delegates.id
    assert 1000 not in [figure.value for figure in event.figures]
