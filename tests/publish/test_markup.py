import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.markup import (
    clean_page,
    first_sentences,
    json_for_script,
    plain_text,
    render_article,
    render_markdown,
    typeset,
)


def test_markdown_becomes_html():
    assert render_markdown("Une *première* fois.", "fr") == "<p>Une <em>première</em> fois.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](//evil.example)",
        "<a href='data:text/html,x'>x</a>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<p style='position:fixed' onclick=alert(1)>x</p>",
        "<form action=//evil.example><input name=x></form>",
    ],
)
def test_nothing_that_could_run_or_dress_up_survives(text):
    for html in (render_markdown(text, "fr"), render_article(text), clean_page(text, "fr")):
        lowered = str(html).lower()
        for sign in (
            "<script",
            "<img",
            "<svg",
            "<style",
            "<iframe",
            "<form",
            "<input",
            " on",
            "style=",
        ):
            assert sign not in lowered
        assert "href" not in lowered


def test_links_of_contributors_open_no_door():
    html = str(render_markdown("[x](https://a.example/ 'titre')", "fr"))
    assert 'href="https://a.example/"' in html
    assert 'rel="noopener nofollow"' in html


def test_a_summary_has_no_headings_and_an_article_has_them_below_the_pages_own():
    assert "<h" not in render_markdown("# Titre", "fr")
    assert "<h3>Titre</h3>" in render_article("# Titre")


def test_a_hand_written_page_keeps_the_anchors_of_its_headings():
    assert clean_page('<h2 id="a" onclick="x">T</h2>', "fr") == '<h2 id="a">T</h2>'


@pytest.mark.parametrize("text", ["> " * 5000 + "x", ">" * 30 + "x", "- " * 3000 + "x"])
def test_a_depth_that_would_end_the_program_is_no_depth_at_all(text):
    html = render_markdown(text, "fr")
    assert html.count("<blockquote") + html.count("<ul") <= 20
    assert "x" in html
    assert render_markdown(f"*après* {len(text)}", "fr") == f"<p><em>après</em> {len(text)}</p>"


def test_a_text_that_would_take_minutes_is_shown_as_text():
    assert render_markdown("[" * 20_000, "fr") == "<p>" + "[" * 20_000 + "</p>"


def test_plain_text_has_neither_markup_nor_entities():
    assert plain_text("Un *pont*, [là](https://a.example) & ici.\n\n- a\n- b") == (
        "Un pont, là & ici. a b"
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Un. Deux. Trois.", "Un. Deux."),
        ("M. Xi parle à 3.5 km. Puis rien. Fin.", "M. Xi parle à 3.5 km."),
        ("Sans fin", "Sans fin"),
        ("", ""),
    ],
)
def test_a_lead_is_whole_sentences(text, short):
    assert first_sentences(text) == short or first_sentences(text).startswith(short)


def test_a_sentence_that_is_too_long_is_cut_at_a_word():
    short = first_sentences("mot " * 200, limit=50)
    assert len(short) <= 51
    assert short.endswith("mot…")


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("Chine – Asie", "en", "Chine\u00a0– Asie"),
        ("l'OCS : « oui » ?", "fr", "l’OCS\u00a0: «\u00a0oui\u00a0»\u00a0?"),
        ("l'OCS : oui", "en", "l’OCS : oui"),
        ("à 10:30", "fr", "à 10:30"),
    ],
)
def test_our_own_words_are_printed_as_their_language_is(text, language, printed):
    assert typeset(text, language) == printed


def test_typesetting_leaves_tags_alone():
    html = str(render_markdown("[l'un](https://a.example/l'un?a=b)", "fr"))
    assert "l’un</a>" in html
    assert "https://a.example/l'un?a=b" in html


def test_typesetting_leaves_code_alone():
    assert "<code>l'un ; x</code> l’un" in render_markdown("`l'un ; x` l'un", "fr")


@given(st.text(max_size=60))
def test_json_in_a_script_cannot_end_it_and_is_the_same_json(text):
    written = json_for_script(json.dumps(text, ensure_ascii=False))
    assert "<" not in written
    assert ">" not in written
    assert json.loads(str(written)) == text
