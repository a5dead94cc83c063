"""The document around a page: the same from the pieces as from the template, in every language."""

import re
from dataclasses import replace

import lxml.html
import pytest

from generator.publish.assets import Assets
from generator.publish.edition import Link, Phrase
from generator.publish.frame import POLICY, Frame, document, feed_links, render_whole, tongue
from generator.publish.pages import RenderedPage, missing_page, open_editions, render_pages

ASSETS = Assets(files=(), version="1")


@pytest.fixture
def editions(content, options):
    return open_editions(content, replace(options, languages=("fr", "en")))


def frame_of(edition, editions, **more):
    folders = ((each.options.language, each.options.folder) for each in editions)
    tongues = tuple(tongue(language, folder) for language, folder in folders)
    menu = (Link(text=Phrase(text="A & B"), path=""), Link(text=Phrase(text="P"), path="people/"))
    feeds = feed_links(editions, edition)
    return Frame(edition=edition, assets=ASSETS, tongues=tongues, menu=menu, feeds=feeds, **more)


def test_every_document_is_the_same_from_the_pieces_as_from_the_template(editions):
    for edition in editions:
        frame = frame_of(edition, editions, report_url="https://forge.example/new")
        pages = [page for page in render_pages(edition) if not page.redirect_to]
        edits = [page.edit_path and f"https://forge.example/{page.path}?a=1&b=2" for page in pages]
        for page, edit in zip(pages, edits, strict=True):
            assert document(page, frame, edit) == render_whole(page, frame, edit), page.path
        assert len(frame.layouts) < len(pages)


def test_a_page_names_itself_in_every_language_of_the_site(editions):
    for edition in editions:
        frame = frame_of(edition, editions)
        page = next(page for page in render_pages(edition) if page.path == "people/jeanne-martin/")
        tree = lxml.html.fromstring(document(page, frame))
        folder = edition.options.folder
        assert (tree.get("lang"), tree.get("dir")) == (edition.options.language, "ltr")
        path = "people/jeanne-martin/"
        (canonical,) = tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"https://conseils.example/{folder}{path}"
        alternates = tree.xpath("//link[@rel='alternate'][not(@type)]")
        assert {(one.get("hreflang"), one.get("href")) for one in alternates} == {
            ("fr", f"https://conseils.example/{path}"),
            ("en", f"https://conseils.example/en/{path}"),
            ("x-default", f"https://conseils.example/{path}"),
        }
        (other,) = tree.xpath("//a[@class='tongues__link']")
        up = "../" * (2 + bool(folder))
        assert other.get("href") == f"{up}{'' if folder else 'en/'}{path}"
        assert other.findtext("span") == ("Français" if folder else "English")
        feeds = tree.xpath("//link[@type='application/atom+xml']/@hreflang")
        assert feeds == (["en", "en", "fr", "fr"] if folder else ["fr", "fr", "en", "en"])


def test_a_site_in_one_language_has_no_switch_and_no_alternates(content, options):
    editions = open_editions(content, options)
    frame = frame_of(editions[0], editions)
    text = document(render_pages(editions[0])[0], frame)
    assert "tongues" not in text
    assert 'rel="alternate" hreflang="fr" href' not in text
    assert "x-default" not in text


def test_what_a_page_is_called_cannot_leave_its_place(editions):
    page = RenderedPage(
        path="events/x/",
        title='</title><script>"',
        description='"><b>',
        html="<p>x</p>",
        section="",
    )
    frame = frame_of(editions[0], editions, report_url="https://forge.example/new")
    tree = lxml.html.fromstring(document(page, frame))
    assert tree.xpath("string(//title)").startswith("</title><script>")
    assert tree.xpath("//meta[@name='description']/@content") == ['"><b>']
    assert all(script.get("src") for script in tree.xpath("//script"))


def test_the_policy_is_there_unless_the_frame_is_told_otherwise(editions):
    page = render_pages(editions[0])[0]
    served = document(page, frame_of(editions[0], editions, policy=False))
    assert "Content-Security-Policy" not in served
    tree = lxml.html.fromstring(document(page, frame_of(editions[0], editions)))
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy == POLICY
    assert "unsafe" not in policy


def test_the_page_for_missing_pages_speaks_all_languages_and_works_from_anywhere(editions):
    text = document(missing_page(editions), frame_of(editions[0], editions))
    tree = lxml.html.fromstring(text)
    assert [one.get("lang") for one in tree.xpath("//section")] == ["fr", "en"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not tree.xpath("//link[@rel='canonical']")
    for href in tree.xpath("//@href | //@src"):
        assert re.match(r"/|https://|#content", href), href


def test_a_record_without_words_in_a_language_says_so_there_and_marks_them(editions):
    french, english = editions
    path = "people/jeanne-martin/"
    shown = {}
    for edition in editions:
        page = next(page for page in render_pages(edition) if page.path == path)
        shown[edition.options.language] = lxml.html.fromstring(
            document(page, frame_of(edition, editions))
        )
    assert not shown["fr"].xpath("//p[@class='untranslated']")
    (note,) = shown["en"].xpath("//p[@class='untranslated']/text()")
    assert note == english.words("untranslated.record", language="French")
    (prose,) = shown["en"].xpath("//div[contains(@class, 'prose')]")
    assert (prose.get("lang"), prose.get("dir")) == ("fr", "ltr")
    assert french.words.language == "fr"
