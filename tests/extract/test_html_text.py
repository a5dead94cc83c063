from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.article.html_text import find_dropped, read_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Le pont</p><p>rouvre</p>", "Le pont\nrouvre\n"),
        ("<p>Le\n   pont <b>rou</b>vre</p>", "Le pont rouvre\n"),
        ("Le pont<br>rouvre", "Le pont\nrouvre"),
        ("L&rsquo;&eacute;t&eacute; &#233; &#xE9; &amp;", "L’été é é &"),
        ("12&nbsp;000 &euro;", "12\u00a0000 €"),
        ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
        ("<script>if (a < b) {}</script>Le pont<style>p {}</style>", "Le pont"),
        ("Le <!-- <p>caché</p> -->pont", "Le pont"),
        ('<a title="a > b" href=x>Le pont</a>', "Le pont"),
        ("<a href='x'>Le</a> <a href=\"y\">pont</a>", "Le pont"),
        ("<table><tr><td>Brel</td><td>12</td></tr></table>", "Brel\t12\n"),
        ("<select><option>a</option></select>Le pont", "Le pont"),
        ("Le pont <unclosed", "Le pont "),
        ("Le pont<script>var x", "Le pont"),
        ("<p class=don't>Le pont</p>", "Le pont\n"),
    ],
)
def test_markup_reads_as_a_person_would_read_it(markup, text):
    assert read_html(markup)[0].text.lstrip("\n") == text


@given(st.text(alphabet="<>/!-&;'\"= abpéscripttd\n\t", max_size=120))
def test_any_markup_maps_back_inside_the_file(raw):
    readable, _ = read_html(raw)
    for offset in range(len(readable.text)):
        start, end = readable.source_map.to_raw(offset, offset + 1)
        assert 0 <= start < end <= len(raw)


@given(st.text(alphabet="abcé \n", max_size=60))
def test_text_without_markup_keeps_every_letter_in_its_place(raw):
    readable, _ = read_html(raw)
    for offset, character in enumerate(readable.text):
        if character.isalpha():
            start, _ = readable.source_map.to_raw(offset, offset + 1)
            assert raw[start] == character


PAGE = """<html><body><nav><a>Accueil</a><a>Sport</a></nav><article><h1>Le pont</h1>
<p>Le pont de Brel rouvrira mardi après deux ans de travaux, a annoncé la mairie de la ville.</p>
<p>Les travaux du pont ont coûté 12 millions d'euros, et la ville attend du monde mardi.</p>
</article><footer>Mentions légales</footer></body></html>"""


def test_lines_that_are_not_the_article_are_dropped():
    text = read_html(PAGE)[0].text
    dropped = "".join(span.of(text) for span in find_dropped(PAGE, text))
    assert "Accueil" in dropped
    assert "Mentions légales" in dropped
    assert "mairie" not in dropped


def test_a_page_that_is_hardly_an_article_loses_nothing():
    page = "<html><body><p>Le pont a rouvert.</p></body></html>"
    assert find_dropped(page, read_html(page)[0].text) == ()
