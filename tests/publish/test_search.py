import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.pages import RenderedPage, render_site
from generator.publish.search import entry, variants
from generator.record.folding import fold


def page(title="T", text="x", more=""):
    return RenderedPage(
        path="events/x/",
        title=title,
        description=text,
        html="",
        section="",
        search_words=more,
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kassym-Jomart Tokaïev", "tokaiev"),
        ("Premier sommet", "sommets"),
        ("l’Œuvre", "oeuvre"),
        ("Noël à Besançon", "besancon"),
        ("réunion", "reunions"),
    ],
)
def test_words_are_found_as_people_type_them(text, word):
    assert word in variants(text).split()


def test_words_that_need_no_variant_have_none():
    assert variants("OCS 2024 pays") == ""


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing_and_variants_are_sorted(text):
    assert fold(fold(text)) == fold(text)
    words = variants(text).split(" ")
    assert words == sorted(words)


def test_what_the_index_shows_is_html_and_what_it_only_finds_is_not_shown():
    found = entry(page("L'été <b>", 'a & "b"'))
    assert found["title"] == "L'été &lt;b&gt;"
    assert found["text"] == 'a &amp; "b"'
    assert "ete" in found["folded"].split()
    assert entry(page(more="<i> Lyon"))["folded"] == "&lt;i&gt; Lyon lyons"
    assert found["location"] == "events/x/"


def test_every_record_is_found_and_no_index_is(content, options):
    found = {item.path for item in render_site(content, options) if item.search_words}
    assert {"events/conseil-lyon/", "sources/gazette/", "people/jeanne-martin/"} <= found
    assert not {"", "events/", "people/", "years/2024/"} & found


def test_an_event_is_found_by_its_people_places_and_passages(content, options):
    pages = {item.path: item.search_words for item in render_site(content, options)}
    text = pages["events/conseil-lyon/"]
    for word in ("Jeanne Martin", "Lyon", "France", "Conseil des élus", "Le conseil s'est réuni"):
        assert word in text
    assert "J. Martin" in pages["people/jeanne-martin/"]
