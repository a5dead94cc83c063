"""Pages for the frames of other sites: light, whole without a script, and leading to the whole."""

import html
import re
from dataclasses import replace

import pytest

from generator.publish.assets import Assets
from generator.publish.edition import Edition
from generator.publish.embeds import embed_code, embed_files
from generator.publish.frame import POLICY
from generator.publish.pages import RenderedPage, render_pages
from generator.record.model import Event

EVENT = "events/conseil-lyon/"


@pytest.fixture
def pages(edition):
    return {page.path: page for page in render_pages(edition)}


@pytest.fixture
def files(edition, pages):
    return dict(embed_files(edition, pages[""], Assets(files=(), version="1"), POLICY))


def test_there_is_one_for_the_timeline_and_for_each_listed_event(edition, files):
    events = {f"events/{event.id}/embed/index.html" for event in edition.catalogue.events}
    assert set(files) == {"embed/index.html", *events}


def test_an_event_has_its_date_title_and_the_way_to_the_whole_page(files):
    text = files[f"{EVENT}embed/index.html"]
    assert re.search(r"<h1[^>]*>.*Le conseil se réunit à Lyon", text)
    assert "4 mars 2024" in text
    assert 'href="../../../events/conseil-lyon/"' in text
    assert "<script" not in text


def test_search_engines_are_sent_to_the_whole_page(files):
    for path, text in files.items():
        whole = path.removesuffix("embed/index.html")
        assert f'rel="canonical" href="https://conseils.example/{whole}"' in text
        assert '<meta name="robots" content="noindex">' in text


def test_they_have_no_menu_and_open_links_in_a_new_tab(files):
    for text in files.values():
        assert '<base target="_blank">' in text
        assert 'class="menu"' not in text
        assert 'class="search"' not in text


def test_they_carry_the_policy(files):
    assert all(POLICY in html.unescape(text) for text in files.values())


def test_the_timeline_is_the_front_page_one_folder_below_it(files, pages):
    text = files["embed/index.html"]
    assert '="./' not in text
    assert "Le conseil se réunit à Lyon" in text
    for link in re.findall(r'<a [^>]*href="#[^>]*>', text):
        assert 'target="_self"' in link


def test_the_code_names_the_page_and_its_title(edition, pages):
    code = embed_code(pages[EVENT], edition)
    assert re.search(r'src="https://conseils\.example/events/conseil-lyon/embed/"', code)
    assert 'title="Le conseil se réunit à Lyon – Conseils"' in code
    assert embed_code(pages[""], edition).startswith(
        '<iframe src="https://conseils.example/embed/"'
    )


@pytest.mark.parametrize(
    "path", ["events/", "people/", "sources/gazette/", "404.html", "events/x/"]
)
def test_other_pages_have_none(edition, path):
    page = RenderedPage(path=path, title="", description="", html="", section="")
    assert embed_code(page, edition) == ""


def test_a_site_without_an_address_offers_no_code(edition, pages):
    nowhere = replace(edition, options=replace(edition.options, site_url=""))
    assert embed_code(pages[EVENT], nowhere) == ""


def test_hostile_titles_stay_texts(edition, content):
    bad = Event(id="mauvais", title={"fr": '"><script>alert(1)</script> ="./ href="#'})
    catalogue = replace(edition.catalogue, events=(bad,))
    other = Edition(catalogue=catalogue, words=edition.words, options=edition.options)
    front = RenderedPage(path="", title="", description="", html="", section="")
    text = dict(embed_files(other, front, Assets(files=(), version="1"), ""))[
        "events/mauvais/embed/index.html"
    ]
    assert "<script" not in text
    assert html.escape('"><script>alert(1)</script>', quote=False)[2:] in text
