"""A whole site from records, without a site generator."""

from dataclasses import replace

import pytest

from generator.publish.building import Choices, frames_of, make_site
from generator.publish.edition import Phrase
from generator.publish.frame import document
from generator.record.edtf import parse_edtf


@pytest.fixture
def options(options):
    return replace(options, languages=("fr", "en"))


def test_all_languages_have_the_same_pages_and_share_what_is_joined(content, options):
    site = make_site(content, options, Choices(), {})
    french, english = site.editions
    assert french.catalogue is english.catalogue
    paths = {
        folder: [page.path for page in site.pages if page.folder == folder]
        for folder in ("", "en/")
    }
    assert sorted(paths[""]) == sorted(paths["en/"])
    assert len({page.address for page in site.pages}) == len(site.pages)


def test_no_file_is_made_twice_and_the_api_is_made_once(content, options):
    paths = [path for path, _ in make_site(content, options, Choices(), {}).files]
    assert len(set(paths)) == len(paths)
    assert "api/v1/events.json" in paths
    assert {"feeds/events.xml", "en/feeds/events.xml"} <= set(paths)
    assert not any(path.startswith(("en/api", "en/assets")) for path in paths)


def test_while_somebody_edits_nothing_is_made_for_others(content, options):
    live = make_site(content, options, Choices(live=True), {})
    assert live.posters == {}
    frame = frames_of(live, Choices(live=True), ((), ()), {})[""]
    assert "Content-Security-Policy" not in document(live.pages[0], frame)


def test_menus_have_titles_of_each_edition(content, options):
    site = make_site(content, options, Choices(), {})
    menus = ((("Gens", "people/"), ("À propos", "about/")), (("Lieux", "places/"),))
    written = {"en/about/": Phrase(text="About")}
    frames = frames_of(site, Choices(), menus, written)
    names = {
        folder: [link.text.text for link in (*frame.menu, *frame.further)]
        for folder, frame in frames.items()
    }
    assert names == {"": ["Gens", "À propos", "Lieux"], "en/": ["People", "About", "Places"]}


def test_an_edit_renders_again_only_what_shows_it_in_every_language(content, options):
    caches = {}
    make_site(content, options, Choices(), caches)
    before = {folder: dict(cache.bodies) for folder, cache in caches.items()}
    lyon = replace(content.events["conseil-lyon"], date=parse_edtf("2024-03-05"))
    edited = replace(content, events={**content.events, "conseil-lyon": lyon})
    make_site(edited, options, Choices(), caches)
    for folder, cache in caches.items():
        same = {path for path, (_, html) in cache.bodies.items() if before[folder][path][1] is html}
        assert "events/rumeur/" in same, folder
        assert "events/conseil-lyon/" not in same, folder
