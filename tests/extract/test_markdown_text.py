from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArticleError
from generator.extract.article.markdown_text import read_markdown


def _text(raw: str) -> str:
    return read_markdown(raw, "a.md")[0].text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# Le pont #\n\nIl rouvre.", "Le pont\n\nIl rouvre."),
        (
            "Le **pont** de *Brel* et _la_ ~~vieille~~ `ville`",
            "Le pont de Brel et la vieille ville",
        ),
        ("Le [pont](https://b.example 'x') rouvre", "Le pont rouvre"),
        ("Le [pont][1] rouvre\n\n[1]: https://b.example", "Le pont rouvre\n\n"),
        ("![un pont](a.png)Le pont", "Le pont"),
        ("Le pont[^1] rouvre", "Le pont rouvre"),
        ("Le pont <b>rouvre</b><!-- non --> mardi", "Le pont rouvre mardi"),
        ("Le pont\nrouvre mardi\n\nEnfin", "Le pont rouvre mardi\n\nEnfin"),
        ("Le pont\n- un\n- deux", "Le pont\n- un\n- deux"),
        ("> Le pont\n> rouvre", "Le pont\nrouvre"),
        ("Le pont\n```\ncode\n```\nrouvre", "Le pont\nrouvre"),
        ("Le pont\n\n---\n\nrouvre", "Le pont\n\n\nrouvre"),
        ("un_nom_de_fichier et 2*3*4", "un_nom_de_fichier et 2*3*4"),
        (r"2 \* 3 \_x\_", "2 * 3 _x_"),
        ("Le pont\r\nrouvre", "Le pont rouvre"),
    ],
)
def test_signs_are_taken_out_and_words_stay(raw, text):
    assert _text(raw) == text


@given(st.text(alphabet="ab *_`[]()!#>-\n<x\\~1.é", max_size=80))
def test_what_is_left_stands_in_the_file(raw):
    readable, _ = read_markdown(raw, "a.md")
    for offset, character in enumerate(readable.text):
        start, end = readable.source_map.to_raw(offset, offset + 1)
        assert raw[start:end] == character or (character == " " and "\n" in raw[start:end])


def test_front_matter_tells_of_the_article():
    raw = "---\nTitle: 'Le pont: suite'\npublished: 2024-07-03T10:00\nauthor: ~\n---\nLe pont"
    readable, told = read_markdown(raw, "a.md")
    assert readable.text == "Le pont"
    assert (told.title, told.author) == ("Le pont: suite", None)
    assert told.published is not None
    assert told.published.text == "2024-07-03"


@pytest.mark.parametrize("front", ["title: [", "a: 1\na: 2", "issued: le 3 juillet", "x: &a 1"])
def test_front_matter_that_cannot_be_read_is_an_error(front):
    with pytest.raises(ArticleError, match="front matter"):
        read_markdown(f"---\n{front}\n---\nLe pont", "a.md")


def test_a_rule_at_the_top_is_no_front_matter():
    assert _text("---\nLe pont rouvre") == "Le pont rouvre"
