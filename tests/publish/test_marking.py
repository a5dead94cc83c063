"""Marks in a text: around the passage and nothing else, and the words stay as they are."""

import html
import re

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.publish.marking import Mark, mark_passages
from generator.publish.markup import render_article
from generator.record.model import Evidence
from generator.record.passage import digest, name_passage, normalise

TEXT = """# Titre

Le conseil s'est *réuni* le 4 mars à Lyon. Il a voté 94 % des crédits & rien d'autre.

- Un pont sera « ouvert ».
- Une école ferme.
"""


def mark(text, words, number=1):
    known = normalise(text)
    start = known.text.index(normalise(words).text)
    named = name_passage(known, start, start + len(normalise(words).text))
    proof = Evidence(id=f"e{number}", source="s", supports=("date",), from_=named.from_,
                     to=named.to, at=named.at, hash=named.hash)  # fmt: skip
    return Mark(passage=proof, anchor=f"in-text-{number}", href=f"#use-{number}", number=number,
                label=f"Passage {number}")  # fmt: skip


def marked(page):
    """Return the marked words, joined where tags part them."""
    tree = lxml.html.fromstring(f"<div>{page}</div>")
    return [" ".join(each.text_content().split()) for each in tree.xpath("//mark")]


def visible(page):
    return html.unescape(re.sub(r"<[^>]*>", "", str(page)))


def test_a_passage_is_marked_and_its_note_leads_to_what_rests_on_it():
    page = mark_passages(render_article(TEXT), [mark(TEXT, "Il a voté 94 % des crédits & rien")])
    assert marked(page) == ["Il a voté 94 % des crédits & rien"]
    tree = lxml.html.fromstring(f"<div>{page}</div>")
    (note,) = tree.xpath("//a[@class='cited__note']")
    assert (note.get("href"), note.get("id"), note.text_content()) == ("#use-1", "in-text-1", "")


def test_the_words_of_the_page_stay_as_they_were():
    page = render_article(TEXT)
    marks = [mark(TEXT, "Il a voté 94 %"), mark(TEXT, "94 % des crédits & rien d'autre", 2)]
    assert visible(mark_passages(page, marks)) == visible(page)


def test_passages_that_overlap_are_one_piece_with_a_note_each():
    marks = [mark(TEXT, "Il a voté 94 %"), mark(TEXT, "voté 94 % des crédits", 2)]
    page = str(mark_passages(render_article(TEXT), marks))
    assert page.count("cited__note") == 2
    assert page.count("<mark") == page.count("</mark>")


def test_tags_inside_a_passage_stay_whole():
    raw = "Il a *bien* ri."
    proof = mark("Il a bien ri.", "Il a bien ri.")
    page = mark_passages(render_article(raw), [proof])
    assert page == (
        '<p><mark class="cited">Il a </mark><em><mark class="cited">bien</mark></em>'
        '<mark class="cited"> ri.</mark><a class="cited__note" id="in-text-1" href="#use-1"'
        ' data-n="1" aria-label="Passage 1"></a></p>'
    )


def test_a_passage_that_is_not_there_is_left_out():
    page = render_article(TEXT)
    assert mark_passages(page, [mark("Tout autre chose ici.", "Tout autre chose ici.")]) == page
    assert mark_passages(page, []) is page


def test_a_label_cannot_break_out_of_its_attribute():
    bad = mark(TEXT, "Une école ferme")
    bad = Mark(passage=bad.passage, anchor="a", href='"><b>', number=1, label='"><script>')
    page = str(mark_passages(render_article(TEXT), [bad]))
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("entity", ["&amp;", "&lt;", "&#39;", "&nbsp;", "&#x1F600;"])
def test_signs_that_are_written_as_entities_count_as_one(entity):
    page = Markup(f"<p>avant {entity} après la fin</p>")
    shown = visible(page)
    proof = mark(shown, "après la fin")
    assert marked(mark_passages(page, [proof])) == ["après la fin"]


@given(st.lists(st.sampled_from(["un", "deux", "<em>trois</em>", "&amp;", "</p><p>", "«", "d'eux"]),
                min_size=4, max_size=40), st.data())  # fmt: skip
def test_marks_never_change_what_is_read(pieces, data):
    page = Markup("<p>" + " ".join(pieces) + "</p>")
    shown = normalise(html.unescape(re.sub(r"</?p>", "\n", re.sub(r"</?em>", "", str(page)))))
    if not shown.text:
        return
    start = data.draw(st.integers(0, len(shown.text) - 1))
    end = data.draw(st.integers(start + 1, len(shown.text)))
    words = shown.text[start:end]
    proof = Evidence(id="e", source="s", supports=(), from_=words, to=words, at=(start, end),
                     hash=digest(words))  # fmt: skip
    found = mark_passages(page, [Mark(passage=proof, anchor="a", href="#b", number=1, label="c")])
    assert visible(found) == visible(page)
    assert re.sub(r"</?mark[^>]*>|<a [^>]*></a>", "", str(found)) == str(page)
    assert normalise("".join(marked(found))).text.replace(" ", "") == words.replace(" ", "")
