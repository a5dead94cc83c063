"""The front page as a reader uses it: overview, filters, address, and what it weighs."""

import gzip
import json

import pytest

pytestmark = pytest.mark.browser

COUNT = ".tally__count"


@pytest.fixture
def home(site, open_page):
    """Open the front page with its scripts at work; `?…` is what the address asks for."""

    def opened(search="", path="", **options):
        page = open_page(
            site + path + search, **{"viewport": {"width": 1280, "height": 900}, **options}
        )
        page.wait_for_selector("[data-ready]")
        return page

    return opened


def titles(page):
    return page.locator("[data-list] .card__title").all_inner_texts()


def settle(page):
    """Wait until the list has as many events as the count says, and that is not all of them."""
    page.wait_for_function(
        """selector => {
          const said = document.querySelector(selector).textContent;
          const number = /\\d+/.exec(said) || [0];
          return /sur|Aucun/.test(said)
            && document.querySelectorAll("[data-list] .event").length === Number(number[0]);
        }""",
        arg=COUNT,
    )


def test_without_scripts_every_event_and_every_value_has_a_page(site, open_page):
    page = open_page(site, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    for facet in ("type", "country", "person", "certainty"):
        link = page.locator(f"[data-facet={facet}] a").first
        assert link.is_visible()
        number = int(link.locator(".facet__count").inner_text())
        address = link.evaluate("link => link.href")
        listed = open_page(address, java_script_enabled=False)
        assert listed.locator(".card__title").count() == number, facet
    assert not page.is_visible(".tools__today")
    assert not page.is_visible("#filters-text")


def test_filters_combine_and_the_address_holds_them(home):
    page = home()
    everything = len(titles(page))
    page.locator("input[name=certainty][value=day]").check()
    page.wait_for_url("**/?certainty=day")
    settle(page)
    some = len(titles(page))
    assert 0 < some < everything
    page.locator("input[name=country]").first.check()
    page.wait_for_url("**country=**")
    page.wait_for_function("() => document.querySelectorAll('.chips__one').length === 2")
    settle(page)
    both = titles(page)
    page.reload()
    page.wait_for_selector("[data-ready]")
    settle(page)
    assert titles(page) == both
    page.go_back()
    page.wait_for_function(
        "n => document.querySelectorAll('[data-list] .event').length == n", arg=some
    )
    chips = [text.replace("\u00a0", " ") for text in page.locator(".chips__one").all_inner_texts()]
    assert chips == ["Date : Jour connu"]


def test_counts_follow_the_other_filters_but_not_their_own(home):
    page = home()

    def counts(facet):
        rows = page.locator(f"[data-facet={facet}] label").all()
        return {
            row.locator("input").get_attribute("value"): row.locator(".facet__count").inner_text()
            for row in rows
        }

    types, certainty = counts("type"), counts("certainty")
    page.locator("input[name=certainty][value=day]").check()
    page.wait_for_function("() => document.querySelectorAll('.chips__one').length == 1")
    settle(page)
    assert counts("certainty") == certainty
    assert counts("type") != types
    assert sum(map(int, counts("type").values())) == len(titles(page))


def test_a_chip_takes_its_filter_back_and_one_button_all(home):
    page = home("?certainty=day&q=conseil")
    assert page.locator(".chips__one").count() == 2
    page.locator(".chips__one").first.click()
    page.wait_for_function("() => !location.search.includes('certainty')")
    assert page.locator("#filters-text").input_value() == "conseil"
    page.locator(".chips__clear").click()
    page.wait_for_function("() => location.search === ''")
    page.wait_for_function("() => document.querySelector('.chips').hidden")
    assert page.evaluate("document.activeElement.id") == "filters-text"


def test_words_find_events_without_accents_and_in_the_plural(home):
    page = home()
    page.fill("#filters-text", "CONSEILS réunit")
    page.wait_for_url("**/?q=**")
    settle(page)
    assert "Le conseil se réunit à Lyon" in titles(page)
    page.fill("#filters-text", "rien de tel")
    page.wait_for_selector(".tally__none:visible")
    assert titles(page) == []
    assert page.inner_text(COUNT) == "Aucun événement"


def test_the_number_of_results_is_said_aloud(home):
    page = home()
    status = page.locator(COUNT)
    assert status.get_attribute("aria-live") == "polite"
    assert status.get_attribute("role") == "status"


def test_the_thumbs_are_sliders_that_the_keyboard_moves(home):
    page = home()
    thumb = page.locator(".strip-thumb--from")
    assert thumb.get_attribute("role") == "slider"
    assert thumb.get_attribute("aria-label")
    before = int(thumb.get_attribute("aria-valuenow"))
    thumb.focus()
    page.keyboard.press("ArrowRight")
    one = int(thumb.get_attribute("aria-valuenow"))
    page.keyboard.press("PageUp")
    ten = int(thumb.get_attribute("aria-valuenow"))
    assert before < one < ten
    assert ten - one > 5 * (one - before)
    assert any(letter.isalpha() for letter in thumb.get_attribute("aria-valuetext"))
    page.wait_for_url("**/?from=**")
    settle(page)
    page.keyboard.press("Home")
    page.wait_for_function("() => location.search === ''")
    assert int(thumb.get_attribute("aria-valuenow")) == before
    page.locator(".strip-thumb--to").focus()
    page.keyboard.press("Home")
    page.wait_for_url("**/?to=**")


def test_a_period_lists_what_may_lie_in_it_and_nothing_else(home):
    page = home("?from=2024-03&to=2024-03")
    settle(page)
    assert "Le conseil se réunit à Lyon" in titles(page)
    dates = page.locator("[data-list] .card__date").all_inner_texts()
    assert dates
    assert all("2024" in date or "20" in date for date in dates)
    assert home("?from=1066&to=1067").locator(".tally__none").is_visible()


def test_looking_closer_is_kept_in_the_address(home):
    page = home()
    whole = page.inner_text(".strip-tools__range")
    page.locator(".strip-tools button").nth(1).click()
    page.wait_for_url("**view-from=**")
    closer = page.inner_text(".strip-tools__range")
    assert closer != whole
    page.reload()
    page.wait_for_selector("[data-ready]")
    assert page.inner_text(".strip-tools__range") == closer
    page.locator(".strip-tools button").nth(2).click()
    page.wait_for_function("() => !location.search.includes('view')")
    assert page.inner_text(".strip-tools__range") == whole


def test_a_window_is_drawn_with_the_pointer_and_a_click_goes_to_a_day(home):
    page = home()
    box = page.locator(".strip-stage").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, middle, steps=4)
    page.mouse.up()
    page.wait_for_function("() => /from=.*to=/.test(location.search)")
    assert page.locator(".strip-window--chosen").is_visible()
    page.go_back()
    page.wait_for_function("() => !document.querySelector('.strip-window--chosen')")
    page.mouse.click(box["x"] + box["width"] * 0.5, middle)
    page.wait_for_function("() => document.activeElement.closest('[data-list]')")


def test_a_year_is_gone_to_and_has_the_focus(home):
    page = home()
    year = page.locator(".years a").last
    label = year.evaluate("link => link.firstChild.textContent")
    year.click()
    page.wait_for_function("() => document.activeElement.closest('[data-list] .year')")
    assert (
        page.evaluate("document.activeElement.closest('.year').textContent")
        .strip()
        .startswith(label)
    )


def test_the_order_is_turned_round_in_place(home):
    page = home()
    newest = titles(page)
    page.click("[data-turn]")
    page.wait_for_url("**/?order=oldest")
    page.wait_for_function(
        "title => document.querySelector('[data-list] .card__title')?.textContent !== title",
        arg=newest[0],
    )
    page.wait_for_function(
        "n => document.querySelectorAll('[data-list] .card__title').length === n", arg=len(newest)
    )
    assert sorted(titles(page)) == sorted(newest)
    assert titles(page)[0] != newest[0]


def test_hostile_addresses_choose_nothing(home):
    page = home(
        "?type=%3Cscript%3E&from=9e99&to=%00&view-from=x&q=%3Cimg%20src=x%20onerror=alert(1)%3E"
    )
    assert page.locator(".chips__one").count() == 1
    assert page.locator(".chips img").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768])
def test_on_a_phone_the_filters_are_a_sheet_that_opens(home, width):
    page = home(viewport={"width": width, "height": 740})
    assert not page.is_visible(".filters__body")
    page.click(".filters__open")
    page.locator("input[name=type]").first.check()
    page.wait_for_url("**/?type=**")
    settle(page)
    assert page.inner_text(".filters__number") == "1"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_front_page_is_light_and_small(site, open_page):
    """The counted floors; those of time are in scripts/bench_browser.py."""
    weights = {}

    def note(asked):
        answer = asked.response()
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if kind in {"text/html", "text/css", "text/javascript", "application/javascript"}:
            weights[asked.url] = len(gzip.compress(answer.body(), 9))

    page = open_page("about:blank", viewport={"width": 1280, "height": 900})
    page.on("requestfinished", note)
    page.goto(site)
    page.wait_for_selector("[data-ready]")
    page.wait_for_load_state("networkidle")
    assert sum(weights.values()) < 150_000
    assert sum(weight for url, weight in weights.items() if ".js" in url) < 30_000
    assert page.evaluate("document.querySelectorAll('*').length") < 3_000
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.05


def test_what_the_scripts_load_is_of_the_size_of_the_content(site, open_page):
    page = open_page(site)
    data = json.loads(page.evaluate("fetch('index/events.json').then(found => found.text())"))
    assert data["size"] == len(data["marks"]) == sum(data["runs"][2::3])
    assert len(data["starts"]) == len(data["lengths"]) == data["dated"]


@pytest.mark.parametrize("path", ["", "en/"])
def test_a_phone_shows_the_first_event_without_scrolling(home, path):
    page = home(path=path, viewport={"width": 360, "height": 740})
    box = page.locator(".card__title").first.bounding_box()
    assert box["y"] + box["height"] <= 740
    assert page.evaluate("document.documentElement.scrollWidth") == 360
