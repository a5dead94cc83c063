"""Doubtful pairs are shown with reasons, decided by an editor, and the decision holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import StoreError, UsageError
from generator.extract.drafts import planner
from generator.extract.drafts.decisions import Decisions
from generator.extract.drafts.pairs import decide, find_pairs
from generator.extract.reading import read
from generator.record.edtf import parse_edtf
from generator.record.model import (
    Event,
    EventType,
    Evidence,
    Participant,
    Person,
    Place,
    PlaceKind,
    Source,
)
from generator.record.store import read_content, write_record

PEKIN = "rencontre-pekin"
AUTUMN = "rencontre-automne"


def proof(source):
    return Evidence(
        id="e1", source=source, supports=("title",), from_="a", to="b", at=(0, 9),
        hash="sha256-0123456789abcdef",
    )  # fmt: skip


@pytest.fixture
def root(tmp_path):
    """A site with two records of two articles that may be one meeting, and one that is another."""
    (tmp_path / "mkdocs.yml").touch()
    people = [Person(id=name, name={"fr": name.title()}) for name in ("ada-quist", "leo-marin")]
    places = [
        Place(id="chine", name={"fr": "Chine"}, kind=PlaceKind.COUNTRY, country="CN"),
        Place(id="pekin", name={"fr": "Pékin"}, kind=PlaceKind.CITY, country="CN"),
    ]
    sources = [Source(id=f"source-{n}", title="Un article", language="fr") for n in (1, 2, 3)]
    both = tuple(Participant(who=person.id) for person in people)

    def meeting(name, date, place, source):
        return Event(
            id=name, title={"fr": name}, date=parse_edtf(date) if date else None, place=place,
            type=EventType.MEETING, participants=both, evidence=(proof(source),),
        )  # fmt: skip

    events = [
        meeting(PEKIN, "2023-10", "chine", "source-1"),
        meeting(AUTUMN, "2023", "chine", "source-2"),
        meeting("rencontre-2019", "2019-03-02", "pekin", "source-3"),
    ]
    for record in (*people, *places, *sources, *events):
        write_record(tmp_path, record)
    return tmp_path


def pairs(root):
    return [(pair.one, pair.other) for pair in find_pairs(read_content(root).content)]


def test_a_doubtful_pair_is_listed_with_what_speaks_for_it(root):
    (pair,) = find_pairs(read_content(root).content)
    assert {pair.one, pair.other} == {PEKIN, AUTUMN}
    assert {"both meeting", "2023 and 2023-10 meet", "same people"} <= {
        reason.replace("2023-10 and 2023 meet", "2023 and 2023-10 meet") for reason in pair.reasons
    }


@pytest.mark.parametrize("same", [True, False])
def test_a_decision_is_kept_in_the_record_and_asked_no_more(root, same):
    path = decide(root, read_content(root), AUTUMN, PEKIN, same=same)
    event = read_content(root).content.events[AUTUMN]
    assert (event.same_as, event.not_same_as) == (((PEKIN,), ()) if same else ((), (PEKIN,)))
    assert (root / path).is_file()
    assert pairs(root) == []
    assert decide(root, read_content(root), AUTUMN, PEKIN, same=same) == ""


def test_a_decision_leaves_the_rest_of_a_persons_file_alone(root):
    path = next(root.rglob(f"{AUTUMN}.yml"))
    text = path.read_text(encoding="utf-8").replace("\nstatus:", "\n# vu avec Ada\nstatus:")
    path.write_text(text, encoding="utf-8")
    decide(root, read_content(root), AUTUMN, PEKIN, same=False)
    changed = path.read_text(encoding="utf-8")
    assert [line for line in changed.splitlines() if "not_same_as" not in line] == text.splitlines()


def test_a_decision_against_an_earlier_one_is_refused(root):
    decide(root, read_content(root), AUTUMN, PEKIN, same=False)
    with pytest.raises(StoreError, match="contrary"):
        decide(root, read_content(root), AUTUMN, PEKIN, same=True)


@pytest.mark.parametrize("names", [("nobody", PEKIN), (PEKIN, "nobody"), (PEKIN, PEKIN)])
def test_a_decision_is_of_two_records_that_are_there(root, names):
    with pytest.raises(UsageError):
        decide(root, read_content(root), *names, same=True)


@pytest.mark.parametrize("field", ["follows", "part_of"])
def test_records_that_are_linked_are_no_question(root, field):
    event = read_content(root).content.events[AUTUMN]
    write_record(root, replace(event, **{field: (PEKIN,) if field == "follows" else PEKIN}))
    assert pairs(root) == []


def test_the_command_lists_decides_and_says_what_to_type(root):
    run = CliRunner().invoke
    listed = run(main, ["--root", str(root), "pairs"])
    assert f"timeline pairs {AUTUMN} {PEKIN} --same (or --apart)" in listed.output
    assert "1 pair to decide on" in listed.output
    assert run(main, ["--root", str(root), "pairs", AUTUMN, PEKIN]).exit_code == 2
    assert run(main, ["--root", str(root), "pairs", AUTUMN, PEKIN, "--apart"]).exit_code == 0
    assert "0 pairs" in run(main, ["--root", str(root), "pairs"]).output


def test_a_record_stands_for_all_that_are_called_the_same():
    one, two, three = (Event(id=name, title={"fr": name}) for name in ("one", "two", "three"))
    decisions = Decisions([replace(one, same_as=("two",)), replace(two, same_as=("three",)), three])
    assert {decisions.kept(name) for name in ("one", "two", "three")} == {"three"}
    assert decisions.is_settled("one", "three")


def test_a_circle_of_same_as_ends():
    events = [
        Event(id="one", title={"fr": "1"}, same_as=("two",)),
        Event(id="two", title={"fr": "2"}, same_as=("one",)),
    ]
    assert Decisions(events).is_same("one", "two")


# ---------------------------------------------------------------------------- later runs

FIRST = """Ada Quist à Genève

Publié le 17 mai 2024

Ada Quist a rencontré Leo Marin jeudi à Genève, en Suisse.
"""
SECOND = """Entretien à Genève

Publié le 17 mai 2024

Leo Marin a rencontré Ada Quist jeudi à Genève, en Suisse, pour un long entretien.
"""


class Site:
    def __init__(self, folder):
        self.root = folder / "site"
        self.root.mkdir()
        self.folder = folder

    def run(self, **articles):
        paths = []
        for name, text in sorted(articles.items()):
            paths.append(self.folder / f"{name}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        loaded = read_content(self.root)
        readings = [read(path, loaded.content, language="fr") for path in paths]
        plan = planner.plan(readings, loaded, planner.read_kept(self.root, loaded))
        planner.apply(plan, self.root)
        return plan

    def meetings(self):
        events = read_content(self.root).content.events.values()
        return [event for event in events if event.type is EventType.MEETING]


def test_two_articles_of_one_meeting_make_one_record(tmp_path):
    site = Site(tmp_path)
    site.run(first=FIRST, second=SECOND)
    assert len(site.meetings()) == 1


def test_records_that_an_editor_keeps_apart_are_never_joined_by_a_later_run(tmp_path):
    site = Site(tmp_path)
    site.run(first=FIRST)
    (one,) = site.meetings()
    twin = replace(one, id="autre-entretien", evidence=(), generated=None)
    write_record(site.root, replace(twin, note={"fr": "Un autre."}, not_same_as=(one.id,)))
    decisions = Decisions(read_content(site.root).content.events.values())
    assert decisions.is_apart(one.id, twin.id)
    site.run(first=FIRST + "\nUne ligne de plus.\n", second=SECOND)
    assert {event.id for event in site.meetings()} >= {one.id, twin.id}
    twin_now = read_content(site.root).content.events[twin.id]
    assert twin_now.evidence == ()


def test_what_articles_say_goes_to_the_record_that_an_editor_keeps(tmp_path):
    site = Site(tmp_path)
    site.run(first=FIRST)
    (duplicate,) = site.meetings()
    kept = replace(duplicate, id="entretien-geneve", evidence=(), generated=None)
    write_record(site.root, replace(kept, note={"fr": "Celui-ci."}))
    decide(site.root, read_content(site.root), duplicate.id, kept.id, same=True)
    plan = site.run(second=SECOND)
    assert len(site.meetings()) == 2
    assert {event for event, found in plan.proposals.items() if found} == {kept.id}
