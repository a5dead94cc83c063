"""Three languages in a browser: the switch, and a layout that is read from the right."""

import pytest

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
PAGES = ["", EVENT, "sources/gazette/", "people/", "places/lyon/", "indicators/budget/", "search/"]


def middle(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2


def test_the_switch_keeps_the_page_its_query_and_its_anchor(site, open_page):
    page = open_page(f"{site}{EVENT}?type=visit#evidence")
    page.wait_for_load_state("networkidle")  # the script that follows comes after the page
    page.click(".tongues__link >> text=English")
    page.wait_for_url(f"{site}en/{EVENT}?type=visit#evidence")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.focus(".tongues__link:has-text('Français')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{EVENT}?type=visit#evidence")


def test_without_scripts_the_switch_keeps_the_page(site, open_page):
    page = open_page(f"{site}{EVENT}?type=visit", java_script_enabled=False)
    page.click(".tongues__link >> text=English")
    page.wait_for_url(f"{site}en/{EVENT}")
    assert page.inner_text("h1") == "The council meets in Lyon"


def test_the_page_for_missing_pages_switches_to_the_front_page(site, open_page):
    page = open_page(f"{site}404.html")
    assert page.locator("section[lang=en] h2").inner_text()
    page.click(".tongues__link >> text=English")
    page.wait_for_url(f"{site}en/")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_from_the_right_is_wider_than_its_window(arabic_site, open_page, path, width):
    page = open_page(f"{arabic_site}ar/{path}", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("scrollTo(-9999, 0)")
    assert page.evaluate("Math.abs(scrollX)") < 1


def test_the_layout_is_mirrored(arabic_site, open_page):
    wide = {"width": 1280, "height": 800}
    latin = open_page(f"{arabic_site}{EVENT}", viewport=wide)
    arabic = open_page(f"{arabic_site}ar/{EVENT}", viewport=wide)
    assert arabic.evaluate("getComputedStyle(document.body).direction") == "rtl"
    for selector in (".banner__name", ".banner__tools", ".menu__link", ".dateline .mark", "h1"):
        left, right = middle(latin, selector), middle(arabic, selector)
        assert (left < 640) == (right > 640), selector
    links = arabic.locator(".menu__link")
    assert links.nth(0).bounding_box()["x"] > links.nth(1).bounding_box()["x"]


def test_timeline_and_its_marks_are_mirrored(arabic_site, open_page):
    wide = {"width": 1280, "height": 800}
    latin = open_page(arabic_site, viewport=wide)
    arabic = open_page(f"{arabic_site}ar/", viewport=wide)
    assert middle(latin, ".event .mark") < middle(latin, ".event .card")
    assert middle(arabic, ".event .mark") > middle(arabic, ".event .card")


def test_dates_stand_alone_and_passages_keep_their_direction(arabic_site, open_page):
    page = open_page(f"{arabic_site}ar/{EVENT}")
    date = page.locator("main time").first
    assert date.inner_text() == "4 مارس 2024"
    assert date.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
    quotes = page.locator(".quote[lang]")
    assert quotes.count() > 0
    for number in range(quotes.count()):
        style = quotes.nth(number).evaluate(
            "e => [getComputedStyle(e).direction, getComputedStyle(e).unicodeBidi]"
        )
        assert style == ["ltr", "isolate"]


def test_numbers_are_isolated(arabic_site, open_page):
    page = open_page(f"{arabic_site}ar/indicators/budget/")
    amount = page.locator("td.amount data").first
    assert amount.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"


def test_arrows_point_the_way_one_reads(arabic_site, open_page):
    page = open_page(f"{arabic_site}ar/years/2024/")
    assert page.locator(".neighbours .arrow").count() > 0
    matrix = page.locator(".arrow").first.evaluate("e => getComputedStyle(e).transform")
    assert matrix == "matrix(-1, 0, 0, 1, 0, 0)"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("اجتماع", "المجلس يجتمع في ليون"), ("المجلس", "المجلس يجتمع في ليون"), ("lyon", "Lyon")],
)
def test_the_search_reads_arabic(arabic_site, open_page, typed, found):
    page = open_page(f"{arabic_site}ar/", viewport={"width": 1000, "height": 800})
    page.focus(".search__input")
    page.keyboard.type(typed)
    page.wait_for_function(
        "title => [...document.querySelectorAll('.found__title')]"
        ".some(node => node.textContent === title)",
        arg=found,
    )
    box = page.locator(".search__output").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1000
