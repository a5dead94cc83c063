"""On paper: a chronology with its dates and sources, in black, and nothing to press."""

import pytest

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
PRESSED = ".menu, .search, .filters, .tools, .share, .crumbs, .colophon__actions, .strip, .overview"


def on_paper(open_page, address, **options):
    page = open_page(address, viewport={"width": 800, "height": 1100}, **options)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", ["", "years/2024/", EVENT, "sources/gazette/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_ink_is_black_and_nothing_is_to_be_pressed(site, open_page, path, scheme):
    page = on_paper(open_page, site + path, color_scheme=scheme)
    body = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert body == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    shown = page.evaluate(
        "which => [...document.querySelectorAll(which)]"
        ".filter(one => one.checkVisibility()).map(one => one.className)",
        PRESSED,
    )
    assert shown == []


@pytest.mark.parametrize("path", ["", "years/2024/"])
def test_events_are_numbered_with_their_sources_which_have_addresses(site, open_page, path):
    page = on_paper(open_page, site + path)
    assert page.is_visible(".card__notes >> nth=0")
    assert page.inner_text("#event-conseil-lyon .card__notes, .card__notes >> nth=0").startswith(
        "["
    )
    text = page.inner_text(".bibliography")
    assert "« La séance », La Gazette, 5 mars 2024" in text.replace("\u00a0", " ").replace(
        "\u202f", " "
    )
    assert "https://gazette.example/seance?id=1#haut" in text


def test_on_a_screen_the_front_page_has_no_list_of_sources(site, open_page):
    page = open_page(site)
    assert not page.is_visible(".bibliography--paper")
    assert not page.is_visible(".card__notes >> nth=0")


def test_no_event_is_torn_between_two_pages(site, open_page):
    page = on_paper(open_page, site + "years/2024/")
    assert page.evaluate(
        """() => [...document.querySelectorAll(".event")]
          .every(one => getComputedStyle(one).breakInside === "avoid")"""
    )
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_proofs_of_an_event_are_printed_and_its_page_for_frames_prints_without(site, open_page):
    whole = on_paper(open_page, site + EVENT)
    assert whole.is_visible(".passage__words >> nth=0")
    short = on_paper(open_page, f"{site}{EVENT}embed/")
    assert short.locator(".passage__words").count() == 0
    assert "4 mars 2024" in short.inner_text("main")
