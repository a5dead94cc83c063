from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.residue import judging
from generator.extract.residue.chain import TURNS, Chain, chain_of, learned_chain
from generator.extract.residue.finder import apply_rules, find_residue
from generator.extract.residue.judging import look_at
from generator.extract.residue.page import read_page
from generator.extract.residue.traits import densest_block, traits
from generator.extract.weights import read_weights, weights_text

NUMBERS = st.floats(-4, 4)

ARTICLE = """Une digue cède à Marvent et inonde le port

La digue du port de Marvent a cédé dans la nuit de lundi à mardi, et l'eau a envahi les quais, ont \
indiqué les pompiers du canton. Personne n'a été blessé.

Les pêcheurs ont mis leurs bateaux à l'abri dans le port voisin, où la place manque. La mairie a \
ouvert une salle pour ceux dont la maison est sous l'eau.

Les travaux de la digue dureront jusqu'au printemps, a précisé la mairie, qui demandera l'aide de \
la région pour la reconstruire en pierre.
"""
OTHERS = """
Les plus lues

Un cirque s'installe place du marché

Le chapiteau rouge accueillera cinq cents spectateurs chaque soir, avec des acrobates venus de loin.

Le lycée agricole cherche des apprentis

Les candidats ont jusqu'au mois prochain pour déposer leur dossier auprès du secrétariat.

Une chorale d'enfants au festival d'été

Elle chantera trois soirs de suite devant la cathédrale, avec un orchestre de chambre invité.

Newsletter

Recevez chaque matin l'essentiel de l'actualité dans votre boîte

Mentions légales

Contact
"""


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.tuples(*[NUMBERS] * 4))
def test_chances_are_those_of_all_ways_to_judge_the_lines(scores, turns):
    weights = {str(index): score for index, score in enumerate(scores)}
    chain = Chain(weights=weights, turns=turns)
    ways = list(product((0, 1), repeat=len(scores)))
    worth = [
        math.exp(
            sum(score for score, kind in zip(scores, way, strict=True) if kind)
            + sum(turns[2 * way[i - 1] + way[i]] for i in range(1, len(way)))
        )
        for way in ways
    ]
    for index, chance in enumerate(chain.chances([[str(i)] for i in range(len(scores))])):
        expected = sum(w for w, way in zip(worth, ways, strict=True) if way[index]) / sum(worth)
        assert chance == pytest.approx(expected, abs=1e-9)


def test_chances_of_many_lines_stay_chances():
    chain = Chain(weights={"a": 900.0, "b": -900.0}, turns=(3.0, -3.0, -3.0, 3.0))
    chances = chain.chances([["a"], ["b"]] * 2_000)
    assert all(0 <= chance <= 1 for chance in chances)


def test_weights_that_are_written_are_read():
    weights = {"size:1,open": 0.5, "-1:rule:None": -1.25, "nothing": 0.001, TURNS[1]: -2.0}
    text = weights_text(weights, "Learned.")
    assert read_weights(text) == {"size:1,open": 0.5, "-1:rule:None": -1.25, TURNS[1]: -2.0}
    assert chain_of(read_weights(text)).turns == (0.0, -2.0, 0.0, 0.0)


def test_every_kind_of_learned_trait_is_one_that_lines_show():
    view = look_at(*apply_rules(read_page(ARTICLE + OTHERS)))
    shown = traits(view.page, view.parts, view.frame)
    kinds = {trait.partition(":")[0] for line in shown for trait in line}
    learned = {trait.partition(":")[0] for trait in learned_chain().weights}
    assert len(kinds & learned) >= len(kinds) / 2


def test_the_densest_block_is_the_article():
    page = read_page(OTHERS + ARTICLE + OTHERS)
    first, last = densest_block(page)
    assert page.lines[first].text.startswith("La digue du port")
    assert page.lines[last].text.startswith("Les travaux de la digue")


def _found(text: str) -> str:
    return " ".join(span.of(text) for span in find_residue(read_page(text)).residue)


def test_what_the_model_is_sure_of_is_residue_but_never_the_headline(monkeypatch):
    sure = Chain(weights={"end:open": 9.0, "end:closed": -9.0}, turns=(0.0, 0.0, 0.0, 0.0))
    monkeypatch.setattr(judging, "learned_chain", lambda: sure)
    found = _found(ARTICLE + OTHERS)
    assert "lycée agricole cherche" in found
    assert "Une digue cède" not in found
    assert "orchestre de chambre" not in found


def test_where_the_model_doubts_a_line_stays_what_the_rules_say(monkeypatch):
    doubts = Chain(weights={"whole": -0.5}, turns=(0.0, 0.0, 0.0, 0.0))
    monkeypatch.setattr(judging, "learned_chain", lambda: doubts)
    page, parts, frame = apply_rules(read_page(ARTICLE + OTHERS))
    assert judging.judge(page, parts, frame) == (page, parts)


def test_the_prompt_below_an_article_is_residue_and_the_end_of_the_article_is_not():
    found = _found(ARTICLE + OTHERS)
    assert "boîte" in found
    assert "travaux de la digue" not in found


def test_an_article_alone_has_no_residue():
    assert _found(ARTICLE) == ""


def test_a_page_in_one_line_keeps_its_sentences_together():
    text = f"{ARTICLE}{ARTICLE}".replace("\n", " ")
    reading = find_residue(read_page(text))
    assert sum(map(len, reading.body)) > len(text) / 2
    assert all(
        before.end <= after.start
        for before, after in zip(reading.body, reading.body[1:], strict=False)
    )
