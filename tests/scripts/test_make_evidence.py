"""The block that is printed names the passage that was meant."""

from __future__ import annotations

import make_evidence
import pytest

from generator.record.passage import Passage, normalise
from generator.record.standing import Standing, verify
from generator.record.strict_yaml import parse_yaml

ARTICLE = (
    "Le maire a inauguré la bibliothèque d’Aubry. Le maire a remercié les habitants\u00a0; "
    "la bibliothèque a coûté 3 millions d’euros, d’après la mairie."
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_the_printed_block_verifies_against_the_article(article, capsys) -> None:
    assert make_evidence.main([article, "la bibliothèque a coûté", "millions d'euros"]) == 0
    root, problems = parse_yaml("evidence:\n" + capsys.readouterr().out, "block")
    assert problems == ()
    node = root.get("evidence").items[0]
    start, end = (item.value for item in node.get("at").items)
    passage = Passage(
        from_=node.get("from").value,
        to=node.get("to").value,
        at=(start, end),
        hash=node.get("hash").value,
    )
    assert normalise(ARTICLE).text[start:end] == "la bibliothèque a coûté 3 millions d'euros"
    assert verify(passage, normalise(ARTICLE)).standing is Standing.OK


def test_words_that_fit_two_passages_are_shown_and_not_guessed(article, capsys) -> None:
    assert make_evidence.main([article, "Le maire a", "la bibliothèque"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "2 passages" in told.err
    assert make_evidence.main([article, "Le maire a", "la bibliothèque", "--nth", "2"]) == 0


@pytest.mark.parametrize("nth", ["0", "3", "-1"])
def test_a_passage_that_is_not_there_cannot_be_chosen(article, nth, capsys) -> None:
    assert make_evidence.main([article, "Le maire a", "la bibliothèque", f"--nth={nth}"]) == 1
    assert "--nth" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "last"), [("a coû", "euros"), ("absent", "euros"), (" ", "euros")]
)
def test_only_whole_words_of_the_article_are_found(article, first, last) -> None:
    assert make_evidence.main([article, first, last]) == 1


def test_one_word_may_be_the_whole_passage() -> None:
    assert make_evidence.find_passages("un mot ici", "mot", "mot") == ((3, 6),)


def test_the_passage_never_runs_backwards() -> None:
    assert make_evidence.find_passages("fin puis début", "début", "fin") == ()


def test_a_missing_article_is_reported_without_a_traceback(tmp_path, capsys) -> None:
    assert make_evidence.main([str(tmp_path / "none.txt"), "a", "b"]) == 1
    assert "none.txt" in capsys.readouterr().err
