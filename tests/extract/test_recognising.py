"""To which record a later article goes: one that nothing speaks against, never one of two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.drafts import planner
from generator.extract.drafts.pairs import decide, find_pairs
from generator.extract.reading import read
from generator.record.edtf import parse_edtf
from generator.record.store import read_content, write_record

MONTH = """Retour de Tokyo

Publié le 11 octobre 2022

Le Japon a accueilli une conférence sur les océans à Tokyo en septembre 2022.
"""
DAY = """Les océans en débat

Publié le 2 novembre 2022

Le Japon a accueilli une conférence sur les océans à Tokyo le 14 septembre 2022.
"""
VAGUE = """Des ministres à Oslo

Publié le 3 juin 2023

Le ministre Jonas Berg a rencontré Aino Salo à Oslo en avril 2023.
"""


class Site:
    def __init__(self, folder):
        self.folder, self.root = folder, folder / "site"
        (self.root / "content").mkdir(parents=True)

    def run(self, **articles):
        paths = []
        for name, text in articles.items():
            paths.append(self.folder / f"{name}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        loaded = read_content(self.root)
        readings = [read(path, loaded.content, language="fr") for path in paths]
        plan = planner.plan(readings, loaded, planner.read_kept(self.root, loaded))
        planner.apply(plan, self.root)
        return plan

    @property
    def content(self):
        loaded = read_content(self.root)
        assert [str(p) for p in loaded.problems if p.severity == "error"] == []
        return loaded.content

    @property
    def events(self):
        return self.content.events

    @property
    def dates(self):
        return sorted(str(event.date) for event in self.events.values())

    def pairs(self):
        return {frozenset((pair.one, pair.other)) for pair in find_pairs(self.content)}

    def file(self, event):
        return next((self.root / "content/events").rglob(f"{event}.yml"))

    def put(self, event, **changes):
        """Write a record beside the drafts, as an editor would."""
        write_record(self.root, replace(event, generated=None, **changes))


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


# ------------------------------------------------------------------ a finer date is no conflict


def test_the_day_that_a_mended_article_says_goes_to_the_record_of_the_month(site):
    site.run(one=MONTH)
    plan = site.run(one=MONTH.replace("en septembre", "le 14 septembre"))
    assert (site.dates, plan.doubts) == (["2022-09-14"], ())


STORM = """Le Portugal sous la pluie

Publié le 11 novembre 2022

Une tempête a touché le Portugal en octobre 2022.
"""


def test_an_article_that_was_mended_is_known_by_its_title_and_day(site):
    site.run(one=STORM)
    plan = site.run(mended=STORM.replace("en octobre", "le 9 octobre"))
    assert (site.dates, plan.doubts) == (["2022-10-09"], ())


@pytest.mark.parametrize(
    ("line", "other"),
    [("Le Portugal sous la pluie", "Grosse tempête"), ("11 novembre", "12 novembre")],
)
def test_another_article_has_to_say_more_than_the_country_and_the_month(site, line, other):
    site.run(one=STORM)
    site.run(two=STORM.replace(line, other).replace("en octobre", "le 9 octobre"))
    assert site.dates == ["2022-10", "2022-10-09"]


@pytest.mark.parametrize(("first", "second"), [(MONTH, DAY), (DAY, MONTH)])
def test_the_month_and_the_day_of_two_articles_are_one_record(site, first, second):
    site.run(one=first)
    plan = site.run(two=second)
    assert (site.dates, plan.doubts) == (["2022-09-14"], ())
    assert {"updated: conference-tokyo-2022"} <= set(plan.lines)


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("le 14 septembre 2022", "le 14 septembre 2021"),
        ("le 14 septembre 2022", "le 14 octobre 2022"),
        ("à Tokyo", "à Osaka"),
    ],
)
def test_another_edition_is_another_record(site, words, others):
    site.run(one=MONTH)
    site.run(two=DAY.replace(words, others))
    assert len(site.events) == 2


def test_a_year_alone_is_not_enough_to_join_two_conferences(site):
    """A conference may be held in spring and in autumn."""
    site.run(one=MONTH.replace("en septembre 2022", "en 2022"))
    plan = site.run(two=DAY)
    assert len(site.events) == 2
    assert len(plan.doubts) == 1


def test_editions_of_a_series_stay_apart_though_one_says_the_month_only(site):
    third = "Le troisième sommet de l'OMS s'est tenu à Genève en mai 2024.\n"
    site.run(one=third)
    site.run(two=third.replace("troisième", "quatrième").replace("en mai", "le 16 mai"))
    assert site.dates == ["2024-05", "2024-05-16"]


def test_each_event_of_a_mended_article_goes_to_its_own_record(site):
    """Both records say the month only, as an editor has it: where they were told decides."""
    told = "Le Japon a accueilli une conférence sur les forêts à Tokyo le 20 septembre 2022.\n"
    site.run(one=DAY + "\n" + told)
    for event in site.events.values():
        path, day = site.file(event.id), event.date.text
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'date: "{day}"', 'date: "2022-09"'), encoding="utf-8")
    before = {name: event.evidence[0].at[0] for name, event in site.events.items()}
    first, second = sorted(before, key=before.__getitem__)
    mended = (DAY + "\n" + told).replace("à Tokyo", "à Tokyo (Japon)")
    plan = site.run(one=mended)
    assert set(site.events) == {first, second}
    dates = {
        name: [p.value for p in found if p.field == "date"]
        for name, found in plan.proposals.items()
    }
    assert (dates, plan.doubts) == ({first: ["2022-09-14"], second: ["2022-09-20"]}, ())


def test_what_an_article_newly_tells_takes_no_record_that_it_tells_in_its_old_words(site):
    site.run(one=DAY)
    (event,) = site.events.values()
    path = site.file(event.id)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('date: "2022-09-14"', 'date: "2022-09"'), encoding="utf-8")
    added = "Le Japon a accueilli une conférence sur la santé à Tokyo le 20 septembre 2022.\n"
    plan = site.run(one=DAY.replace("Le Japon a", added + "\nLe Japon a"))
    assert site.dates == ["2022-09", "2022-09-20"]
    proposed = {proposal.value for proposal in plan.proposals[event.id]}
    assert "2022-09-14" in proposed
    assert "2022-09-20" not in proposed


# ------------------------------------------------------------------ equally like two records


@pytest.fixture
def torn(site):
    """Return a site with two meetings, a month of which an article may mean either."""
    site.run(vague=VAGUE)
    (event,) = site.events.values()
    site.file(event.id).unlink()
    (site.root / "content/extracted.yml").unlink()
    for name, day in (("seance-un", "2023-04-03"), ("seance-deux", "2023-04-12")):
        site.put(event, id=name, date=parse_edtf(day), dating=None, evidence=(), basis={})
    return site


def test_an_event_that_is_equally_like_two_records_is_written_beside_them(torn):
    before = {name: torn.file(name).read_bytes() for name in ("seance-un", "seance-deux")}
    plan = torn.run(vague=VAGUE)
    (draft,) = set(torn.events) - before.keys()
    assert torn.events[draft].date == parse_edtf("2023-04")
    assert {name: torn.file(name).read_bytes() for name in before} == before
    assert not any(plan.proposals.values())
    assert len(plan.doubts) == 2
    for name in before:
        assert any(f'"{name}" may be one event: both meeting' in doubt for doubt in plan.doubts)
    assert {frozenset((draft, name)) for name in before} <= torn.pairs()


def test_a_later_article_as_vague_goes_to_the_draft_between_the_two(torn):
    torn.run(vague=VAGUE)
    names = set(torn.events)
    plan = torn.run(later=VAGUE.replace("Des ministres", "Deux ministres") + "Il pleuvait.\n")
    assert set(torn.events) == names
    assert plan.doubts == ()


def test_an_article_that_says_the_day_goes_to_the_record_of_the_day(torn):
    plan = torn.run(day=VAGUE.replace("en avril 2023", "le 12 avril 2023"))
    assert set(torn.events) == {"seance-un", "seance-deux"}
    assert plan.doubts == ()


# ------------------------------------------------------------------ records that are called one


@pytest.mark.parametrize(
    ("duplicate", "kept"), [("seance-un", "seance-deux"), ("seance-deux", "seance-un")]
)
def test_a_later_article_goes_to_the_record_that_an_editor_kept_without_a_doubt(
    torn, duplicate, kept
):
    decide(torn.root, read_content(torn.root), duplicate, kept, same=True)
    plan = torn.run(vague=VAGUE)
    assert plan.doubts == ()
    assert set(torn.events) == {"seance-un", "seance-deux"}
    assert set(plan.proposals) <= {kept}
    assert [line for line in plan.lines if line.startswith(("new:", "doubtful:"))] == []
    passages = (torn.root / "content/extracted.yml").read_text(encoding="utf-8")
    assert f"id: {kept}" in passages
    assert f"id: {duplicate}" not in passages


def test_of_drafts_that_are_called_one_the_kept_one_is_updated(site):
    site.run(one=MONTH)
    (event,) = site.events.values()
    copy = event.id + "-copie"
    site.put(event, id=copy, date=None, dating=None, evidence=())
    decide(site.root, read_content(site.root), copy, event.id, same=True)
    plan = site.run(two=DAY)
    assert plan.doubts == ()
    assert f"updated: {event.id}" in plan.lines
    assert set(site.events) == {event.id, copy}
    assert site.events[event.id].date == parse_edtf("2022-09-14")
