"""The pages of records as a reader uses them: reporting, citing, maps, charts, marks, old names."""

import json
from urllib.parse import parse_qs, urlsplit

import bibtexparser
import pytest
import rispy

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
LIGHT = 40_000  # bytes of the page of an event with everything


def asked(address):
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def test_each_statement_is_reported_with_its_place_filled_in(site, open_page):
    page = open_page(site + EVENT, java_script_enabled=False)
    claims = page.locator(".claim__name")
    assert claims.count() >= 5
    for index in range(claims.count()):
        claim = claims.nth(index)
        link = claim.locator(".claim__report")
        address = link.get_attribute("href")
        assert address.startswith("https://github.com/example/timeline/issues/new?template=")
        answers = asked(address)
        assert answers["record"] == "events/conseil-lyon"
        name = answers["claim"].replace(".", "-").replace("_", "-")
        assert claim.get_attribute("id") == f"claim-{name}"
        assert link.bounding_box()["height"] >= 24
    date = asked(page.locator("#claim-date .claim__report").get_attribute("href"))
    assert date["now"] == "4 mars 2024"
    assert (date["source"], date["passage"]) == ("gazette, digest, journal", "e1, e2, e3")


def test_a_page_is_cited_in_words_and_in_files_that_other_programs_read(site, open_page):
    page = open_page(site + EVENT, java_script_enabled=False)
    text = page.locator(".cite__text").first.inner_text().replace("\xa0", " ")
    assert text.startswith("« Le conseil se réunit à Lyon », Chine, Asie centrale, OCS")
    assert text.endswith("/events/conseil-lyon/")
    files = {
        link.inner_text(): page.request.get(link.evaluate("each => each.href")).text()
        for link in page.locator(".cite a[href*='references/']").all()
    }
    bib = bibtexparser.parse_string(files["BibTeX"])
    assert bib.failed_blocks == []
    keys = ["event-conseil-lyon", "source-gazette", "source-journal"]
    assert [entry.key for entry in bib.entries] == keys
    assert [entry["id"] for entry in rispy.loads(files["RIS"])] == keys
    assert [item["id"] for item in json.loads(files["CSL-JSON"])] == keys


def test_a_reference_is_selected_by_a_click_and_copied_by_a_button(site, open_page):
    page = open_page(site + EVENT, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".cite__text span").first.click()
    assert page.evaluate("getSelection().toString()").startswith("«")
    page.locator(".cite__copy button").first.click()
    page.wait_for_selector(".cite__copy [role=status]:has-text('Copié')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite__text").first.text_content()


def test_old_names_lead_to_the_new_ones_without_scripts(site, open_page):
    for old, new in {"events/conseil-a-lyon/": EVENT, "places/lugdunum/": "places/lyon/"}.items():
        page = open_page(site + old, java_script_enabled=False)
        page.wait_for_url(site + new)


def test_the_map_is_complete_without_scripts(site, open_page):
    page = open_page(site + "map/", java_script_enabled=False)
    spots = page.locator("a.spot")
    assert spots.count() == 1
    assert spots.first.get_attribute("aria-label").replace("\xa0", " ") == "Lyon : 2 événements"
    box = spots.first.locator("circle").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    spots.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/map/#at-lyon")
    assert page.locator("#at-lyon").bounding_box()["y"] < 700
    page.click("#at-lyon >> text=Le conseil se réunit à Lyon")
    assert page.url == site + EVENT


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_mark_of_the_map_is_large_enough_for_a_finger(site, open_page, width):
    page = open_page(site + "map/", viewport={"width": width, "height": 800})
    box = page.locator("a.spot circle").first.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_event_shows_where_it_was_in_a_picture_and_in_words(site, open_page):
    page = open_page(site + EVENT, java_script_enabled=False)
    picture = page.get_by_role("img", name="Carte", exact=False)
    assert picture.get_attribute("aria-label").replace("\xa0", " ") == "Carte : Lyon (France)."
    assert "45,76° N" in page.inner_text(".map__words")
    assert page.locator(".map__dot").count() == 1


def test_a_value_of_the_chart_leads_to_its_row_by_keyboard(site, open_page):
    page = open_page(site + "indicators/budget/", java_script_enabled=False)
    first = page.locator("a.chart__datum").first
    assert "plus de 94,8 milliards d’euros" in first.locator("title").text_content()
    first.focus()
    page.keyboard.press("Enter")
    target = page.locator("tr:target")
    assert "plus de 94,8 milliards d’euros" in target.inner_text().replace("\xa0", " ")
    for datum in page.locator("a.chart__datum .chart__hit").all():
        assert datum.bounding_box()["height"] >= 24


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}])
def test_charts_and_maps_keep_their_lines_in_forced_colours_and_on_paper(site, open_page, media):
    page = open_page(site + EVENT)
    page.emulate_media(**media)
    for selector in (".chart__bar", ".chart__hatching", ".map__own", ".map__land"):
        stroke = page.evaluate(
            "name => getComputedStyle(document.querySelector(name)).stroke", selector
        )
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert stroke not in {"none", ground}, selector


def test_the_text_of_a_source_shows_which_words_prove_what(site, open_page):
    page = open_page(site + "sources/digest/", java_script_enabled=False)
    marked = " ".join(page.locator("mark.cited").all_inner_texts())
    assert marked == "Le conseil s'est réuni le 4 mars à Lyon, en présence de la maire."
    page.click(".cited__note")
    page.wait_for_url("**/#use-1")
    assert "Le conseil se réunit à Lyon" in page.inner_text("#use-1")
    page.click("#use-1 >> text=Voir dans le texte")
    page.wait_for_url("**/#in-text-1")


def test_the_years_of_a_subject_lead_into_its_timeline(site, open_page):
    page = open_page(site + "places/lyon/", java_script_enabled=False)
    page.click(".counts a:has-text('2024')")
    page.wait_for_url("**/places/lyon/#y2024")
    assert page.locator("#y2024").bounding_box()["y"] < 400
    assert not page.locator(".with-scripts").is_visible()


def test_a_subject_leads_to_the_filters_where_there_are_scripts(site, open_page):
    page = open_page(site + "people/jeanne-martin/")
    page.click(".with-scripts a")
    page.wait_for_url("**/timeline/?person=jeanne-martin")


def test_the_page_of_an_event_is_light(site, open_page):
    page = open_page(site)
    assert len(page.request.get(site + EVENT).body()) < LIGHT
