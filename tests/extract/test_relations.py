"""Editions follow each other, a treaty is part of its summit, undated news is dated as inferred."""

from __future__ import annotations

import pytest

from generator.extract.drafts import planner
from generator.extract.reading import read
from generator.record.store import read_content

SUMMIT = """Un accord au sommet de l'Union africaine

Publié le 18 février 2024

Lors du sommet de l'Union africaine à Addis-Abeba, en Éthiopie, le 17 février 2024, le Rwanda et \
le Congo ont signé un accord sur leurs frontières.
"""
TWO_ACTS = """Sommet de l'Union africaine

Publié le 18 février 2024

Le sommet de l'Union africaine s'est tenu à Addis-Abeba, en Éthiopie, le 17 février 2024. Le \
Rwanda et le Congo ont signé un accord à Addis-Abeba le 17 février 2024.
"""
NEXT = """Fin du sommet de l'OTAN à Madrid

Publié le 30 juin 2022

Le sommet de l'OTAN s'est achevé jeudi à Madrid, en Espagne. Le prochain sommet de l'OTAN est \
prévu en 2023 à Vilnius, en Lituanie.
"""
SECOND = """Deuxième sommet de l'OMS

Publié le 3 juin 2024

Le deuxième sommet de l'OMS s'est ouvert dimanche 2 juin 2024 à Genève, en Suisse.
"""
FIRST = """Premier sommet de l'OMS

Publié le 8 mai 2021

Le premier sommet de l'OMS s'est tenu le 7 mai 2021 à Genève, en Suisse.
"""
UNDATED = """L'OMS à Genève

Le sommet de l'OMS s'est ouvert mardi à Genève, en Suisse, devant une foule.
"""
DATED = """Sommet de l'OMS

Publié le 6 mars 2024

Le sommet de l'OMS s'est ouvert à Genève, en Suisse.
"""


@pytest.fixture
def run(tmp_path):
    """Return a way to read articles into an empty site; gives what came of it."""
    root = tmp_path / "site"
    root.mkdir(exist_ok=True)

    def go(*texts):
        paths = []
        for number, text in enumerate(texts):
            paths.append(tmp_path / f"article-{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        loaded = read_content(root)
        readings = [read(path, loaded.content, language="fr") for path in paths]
        plan = planner.plan(readings, loaded, planner.read_kept(root, loaded))
        planner.apply(plan, root)
        found = read_content(root)
        assert [p for p in found.problems if p.severity == "error"] == []
        return found.content, plan

    return go


def of_type(content, kind):
    return sorted((e for e in content.events.values() if e.type == kind), key=lambda e: str(e.date))


def proof_of(event, field):
    return [item for item in event.evidence if field in item.supports]


def test_what_is_signed_at_a_summit_is_a_part_of_it_and_a_passage_says_so(run):
    content, _ = run(SUMMIT)
    (agreement,), (summit,) = of_type(content, "agreement"), of_type(content, "summit")
    assert agreement.part_of == summit.id
    assert proof_of(agreement, "part_of")


def test_what_only_happens_on_the_same_day_is_no_part(run):
    content, _ = run(TWO_ACTS)
    (agreement,) = of_type(content, "agreement")
    assert agreement.part_of is None


def test_the_next_summit_follows_the_one_that_the_article_tells(run):
    content, _ = run(NEXT)
    madrid, vilnius = of_type(content, "summit")
    assert vilnius.follows == (madrid.id,)
    assert proof_of(vilnius, "follows")
    assert madrid.follows == ()


def test_a_counted_edition_follows_the_one_before_it_in_another_article(run):
    content, _ = run(FIRST, SECOND)
    first, second = of_type(content, "summit")
    assert second.follows == (first.id,)


def test_two_counted_editions_of_different_series_do_not_follow_each_other(run):
    content, _ = run(FIRST.replace("OMS", "OTAN"), SECOND)
    assert [event.follows for event in of_type(content, "summit")] == [(), ()]


def test_an_undated_article_gets_an_inferred_date_and_never_a_stated_one(run):
    content, plan = run(UNDATED, DATED)
    (summit,) = of_type(content, "summit")
    assert summit.date.text == "2024-03-05"  # the Tuesday before the dated article
    assert (summit.dating.basis, summit.dating.anchor.text) == ("inferred", "2024-03-06")
    undated = next(s for s in content.sources.values() if s.issued is None)
    assert undated.implied.text == "2024-03-06~"
    assert any(line.startswith("undated: ") for line in plan.lines)


def test_without_another_article_an_undated_one_stays_undated(run):
    content, _ = run(UNDATED)
    (summit,) = of_type(content, "summit")
    (source,) = content.sources.values()
    assert (summit.date, source.issued, source.implied) == (None, None, None)
