"""The learned parts of finding events: what weighs, what belongs together, what is one at all."""

from __future__ import annotations

import importlib.util
import math
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from generator.extract.article.reader import read_article
from generator.extract.events import cues, kinds, likeness, weighing
from generator.extract.events.grouping import MAX_OPEN, Group, group_tellings
from generator.extract.events.tellings import find_tellings
from generator.extract.events.triggers import lexicon, make_lexicon
from generator.extract.reading import read, story_of
from generator.extract.weights import load_weights
from generator.record.model import Content, EventType

PACKAGE = "generator.extract.events"
MODELS = (cues.WEIGHTS, likeness.WEIGHTS, weighing.WEIGHTS, kinds.WEIGHTS)
TWO = "Le maire a inauguré la halle lundi à Sète. Mardi, un incendie a détruit un hangar à Brest."


def _told(tmp_path, text, language="fr"):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8", newline="")
    story = story_of(read_article(path, issued="2024-05-17", language=language), Content())
    return story, find_tellings(story, lexicon(language))


def _trainer():
    path = Path(__file__).parents[2] / "scripts" / "train_events.py"
    spec = importlib.util.spec_from_file_location("train_events", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


# ── sums of weighed cues


@pytest.mark.parametrize("name", MODELS)
def test_every_model_has_weights_that_are_numbers(name):
    weights = load_weights(PACKAGE, name)
    assert weights
    assert all(math.isfinite(weight) for weight in weights.values())


def test_the_score_is_the_sum_of_what_the_cues_weigh():
    assert cues.weigh({"a": 1.0, "b": 2.0, "new": 5.0}, {"a": 0.5, "b": -1.0}) == -1.5


def test_reasons_name_the_cues_that_weighed_most_first():
    found = cues.reasons({"a": 1.0, "b": 2.0, "new": 5.0, cues.BIAS: 9.0}, {"a": 0.5, "b": -1.0})
    assert found == ["b -2.00", "a +0.50"]


def test_a_dated_act_scores_above_a_trend(tmp_path):
    _, act = _told(tmp_path, "Le tribunal de Namur a condamné mardi Luc Dehaene.")
    _, trend = _told(tmp_path, "Les prix montent chaque année et restent élevés.")
    assert max(t.score for t in act) > max((t.score for t in trend), default=-9.0)


def test_a_verb_of_no_list_is_told_with_its_lists_cut_down(tmp_path):
    story, _ = _told(tmp_path, "Mardi, un incendie a détruit un hangar à Brest.")
    words = lexicon("fr")
    data = replace(words.data, verbs=dict.fromkeys(words.data.verbs, ""))
    heads = {t.head for t in find_tellings(story, make_lexicon(data, "fr"))}
    assert any(head.startswith("détrui") or head == "incendie" for head in heads)


# ── one event or two


def test_tellings_of_two_days_are_never_one_event(tmp_path):
    _, told = _told(tmp_path, TWO)
    monday = next(t for t in told if t.date and t.date.text == "2024-05-13")
    tuesday = next(t for t in told if t.date and t.date.text == "2024-05-14")
    assert not likeness.can_be_one(tuesday, monday)
    assert likeness.can_be_one(monday, monday)


def test_groups_hold_every_telling_worth_it_once(tmp_path):
    story, told = _told(tmp_path, TWO)
    sure = [replace(t, score=1.0) for t in told]
    groups = group_tellings(sure, story.published, story.text)
    assert sorted(t.start for g in groups for t in g.tellings) == sorted(t.start for t in sure)
    assert group_tellings([replace(t, score=-9.0) for t in told], None, story.text) == []


def test_a_telling_is_compared_with_a_bounded_number_of_groups(tmp_path):
    story, told = _told(tmp_path, "Mardi, un incendie a détruit un hangar à Brest.")
    calls = []

    def never(later, earlier, _):
        calls.append((later, earlier))
        return -9.0

    many = [replace(told[0], score=1.0)] * 200
    assert len(group_tellings(many, story.published, story.text, never)) == len(many)
    assert len(calls) <= len(many) * 2 * MAX_OPEN


# ── weighed beside the others


def test_what_gives_no_date_place_or_name_is_no_event(tmp_path):
    story, told = _told(tmp_path, "Un traité met fin à une guerre.")
    groups = [Group(None).add(replace(t, score=5.0)) for t in told if t.bare]
    for group in groups:
        group.score = 5.0
    assert groups
    assert weighing.chosen(groups, 0.0) == []
    assert story.published is not None


def test_the_best_of_the_lead_is_kept_where_nothing_else_is(tmp_path):
    _, told = _told(tmp_path, "Le président malien Oumar Sidi a été reçu à Rome.")
    group = Group(None).add(*told)
    group.score = (weighing.ENOUGH + weighing.ENOUGH_LEAD) / 2
    assert weighing.chosen([group], weighing.ENOUGH) == [group]
    group.score = weighing.ENOUGH_LEAD - 1
    assert weighing.chosen([group], weighing.ENOUGH) == []


def test_the_type_is_one_of_ours_and_follows_what_is_told(tmp_path):
    story, told = _told(tmp_path, "Mardi, un incendie a détruit un hangar à Brest.")
    group = Group(story.published).add(*told)
    shares = kinds.shares_of(told)
    assert math.isclose(sum(shares.values()), 1.0)
    assert kinds.kind_of(group, shares, story.text, lexicon("fr")) is EventType.DISASTER


# ── learning


def test_learning_finds_the_cue_that_decides():
    rows = [{cues.BIAS: 1.0, "good": 1.0}, {cues.BIAS: 1.0, "bad": 1.0}] * 20
    weights = _trainer().fit(rows, np.array([1.0, 0.0] * 20), pull=1.0)
    assert weights["good"] > 0 > weights["bad"]


# ── participles with a day of their own, relative clauses, what somebody had to do


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Élu en mars 2020, réélu par le congrès le 9 mai 2024, il dirige le parti.",
         "2024-05-09"),
        ("Le club a dû quitter son stade mardi à Namur.", "2024-05-14"),
        ("Les habitants ont été contraints d'évacuer le quartier mercredi à Liège.",
         "2024-05-15"),
    ],
)  # fmt: skip
def test_a_date_belongs_to_the_phrase_that_it_stands_in(tmp_path, text, date):
    _, told = _told(tmp_path, text)
    assert date in {t.date.text for t in told if t.date}


def test_the_place_of_a_relative_clause_is_that_of_its_noun(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Le sommet, qui s'est tenu mardi à Rome, a réuni dix ministres.", "utf-8")
    events = read(path, language="fr", issued="2024-05-17").events
    assert any(e.date and e.date.text == "2024-05-14" and e.place.city == "Rome" for e in events)


def test_a_gathering_that_is_named_again_is_the_one_before_unless_it_is_another(tmp_path):
    first = "Un sommet des ministres des pêches s'est tenu vendredi 3 mai 2024 à Sète."
    filler = " ".join(f"Le port compte {number} quais et des halles anciennes." for number in "234")
    text = f"{first}\n\n{filler}\n\nLa réunion doit durer deux jours."
    _, told = _told(tmp_path, text)
    again = [t for t in told if text[t.start : t.end].startswith("La réunion")]
    assert again, "the second naming is no longer a telling: choose another sentence"

    def company(*, another: bool) -> int:
        """Return how many tellings stand with it, when nothing else speaks for one event."""
        sure = [replace(t, score=1.0, another=another and t is again[0]) for t in told]
        groups = group_tellings(sure, None, text, lambda *_: -5.0)
        return next(
            len(group.tellings) - 1
            for group in groups
            if again[0].start in {t.start for t in group.tellings}
        )

    assert company(another=False) == 1
    assert company(another=True) == 0
