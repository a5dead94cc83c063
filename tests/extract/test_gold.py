"""Marked articles as files: what is read, and what a wrong mark is told."""

import json

import pytest

from generator.errors import ArticleError
from generator.extract.quality.gold import Aliases, Site, read_aliases, read_gold
from generator.extract.span import Span
from generator.record.edtf import parse_edtf

TEXT = "Menu\nLe pont d'Ys a été inauguré le 3 mai 2021 pour 95 millions d'euros.\n"
QUOTE = "Le pont d'Ys a été inauguré le 3 mai 2021"


@pytest.fixture
def marks():
    start, sum_start = TEXT.index(QUOTE), TEXT.index("95")
    return {
        "events": [
            {
                "type": "project",
                "type_alt": ["other"],
                "date": "2021-05-03",
                "date_alt": ["2021-05", None],
                "place": None,
                "place_alt": [{"country": "FR", "city": "Ys"}],
                "participants": [],
                "organisations": [],
                "salience": "main",
                "evidence": [{"start": start, "end": start + len(QUOTE), "quote": QUOTE}],
            }
        ],
        "figures": [
            {
                "value": 95e6,
                "unit": "money",
                "currency": "EUR",
                "period": None,
                "evidence": {"start": sum_start, "end": sum_start + 2, "quote": "95"},
            }
        ],
        "residue": [{"start": 0, "end": 4}],
        "neutral": [],
    }


@pytest.fixture
def read(tmp_path, marks):
    def read():
        (tmp_path / "ys.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "ys.gold.json").write_text(json.dumps(marks), encoding="utf-8")
        return read_gold(tmp_path / "ys.txt")

    return read


def test_what_is_meant_stands_before_what_is_accepted_too(read) -> None:
    text, marking = read()
    (event,) = marking.events
    assert text == TEXT
    assert event.dates == (parse_edtf("2021-05-03"), parse_edtf("2021-05"), None)
    assert event.types == ("project", "other")
    assert event.places == (None, Site("FR", "Ys"))
    assert event.main
    assert event.evidence[0].of(text) == QUOTE
    assert marking.figures[0].evidence[0].of(text) == "95"
    assert marking.residue == (Span(0, 4),)


def test_a_quote_that_has_moved_is_named(read, marks) -> None:
    marks["events"][0]["evidence"][0]["start"] += 1
    with pytest.raises(ArticleError, match=r"ys\.gold\.json: is not marked well: .*expected"):
        read()


@pytest.mark.parametrize("name", ["events", "figures", "residue"])
def test_a_missing_list_is_named(read, marks, name) -> None:
    del marks[name]
    with pytest.raises(ArticleError, match=name):
        read()


def test_a_date_that_is_no_edtf_is_named(read, marks) -> None:
    marks["events"][0]["date"] = "3 mai 2021"
    with pytest.raises(ArticleError, match="3 mai 2021"):
        read()


def test_marks_without_a_text_and_a_text_without_marks_are_named(tmp_path, read) -> None:
    read()
    (tmp_path / "ys.gold.json").unlink()
    with pytest.raises(ArticleError, match=r"ys\.gold\.json"):
        read_gold(tmp_path / "ys.txt")
    with pytest.raises(ArticleError, match=r"none\.txt"):
        read_gold(tmp_path / "none.txt")


def test_other_spellings_lead_to_the_usual_name(tmp_path) -> None:
    listed = {"cities": {"Gdańsk": ["Danzig"]}, "persons": {"anton tchekhov": ["Chekhov"]}}
    (tmp_path / "aliases.json").write_text(json.dumps(listed), encoding="utf-8")
    aliases = read_aliases(tmp_path)
    assert aliases.cities["danzig"] == "gdansk"
    assert aliases.surnames["chekhov"] == "tchekhov"


def test_a_folder_without_other_spellings_has_none(tmp_path) -> None:
    assert read_aliases(tmp_path) == Aliases()


def test_a_list_of_spellings_of_another_form_is_named(tmp_path) -> None:
    (tmp_path / "aliases.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"aliases\.json"):
        read_aliases(tmp_path)
