"""The gate: what the extractor finds in our own marked articles does not fall below its floors.

After a change for the better, pin it: `timeline score tests/quality/fr --floors
tests/quality/floors.json --update`.
"""

from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.extract.quality.gold import read_gold
from generator.record.model import EventType

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
LEAST = {"fr": 10, "en": 4, "de": 4, "es": 4}
ARTICLES = sorted(HERE.glob("*/*.txt"))


@pytest.mark.parametrize("language", LEAST)
def test_no_score_is_below_its_floor(language) -> None:
    command = ["--root", str(HERE.parents[1]), "score", str(HERE / language)]
    done = CliRunner().invoke(main, [*command, "--floors", str(FLOORS)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("language", LEAST)
def test_there_are_articles_enough_each_with_its_marks(language) -> None:
    texts = {path.stem for path in (HERE / language).glob("*.txt")}
    marked = {path.name.split(".")[0] for path in (HERE / language).glob("*.gold.json")}
    assert texts == marked
    assert len(texts) >= LEAST[language]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_marked_by_the_rules(path) -> None:
    text, marking = read_gold(path)
    assert any(event.main for event in marking.events)
    assert {name for event in marking.events for name in event.types} <= set(EventType)
    proof = [span for event in marking.events for span in event.evidence]
    proof += [span for figure in marking.figures for span in figure.evidence]
    aside = [*marking.residue, *marking.neutral]
    assert all(0 <= span.start < span.end <= len(text) for span in aside)
    assert not any(one.overlaps(other) for one, other in combinations(aside, 2))
    assert not any(span.overlaps(residue) for span in proof for residue in marking.residue)
