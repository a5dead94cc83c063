"""What readers need who see, hear, point or type in another way than most."""

import json
from itertools import pairwise
from urllib.parse import urlsplit

import accessibility
import pytest

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
PAGES = (
    *("", "events/", EVENT, f"{EVENT}embed/", "embed/", "years/2024/", "types/meeting/"),
    *("sources/", "sources/gazette/", "sources/digest/", "people/jeanne-martin/"),
    *("organisations/conseil/", "places/", "places/lyon/", "indicators/budget/", "map/"),
    *("disagreements/", "data/", "about/", "search/?q=lyon", "404.html", "en/", f"en/{EVENT}"),
)
# Each page is asked in one combination; together they have all of them.
LOOKS = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]
ORDER = """() => {
  const texts = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, p, dt, dd, a)")]
    .filter(one => one.checkVisibility?.({ visibilityProperty: true })
      && one.getClientRects().length
      && getComputedStyle(one).clipPath === "none" && !one.closest("svg, aside, [aria-hidden]"));
  const leaps = [];
  let low = 0;
  for (const one of texts) {
    const { top } = one.getBoundingClientRect();
    if (top < low - 400) leaps.push(`${one.localName} ${one.textContent.slice(0, 40)}`);
    low = Math.max(low, top);
  }
  return leaps;
}"""
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const ring = [one, ...(one.closest("form") ? [one.closest("form")] : [])].some(each => {
    const its = getComputedStyle(each);
    return its.outlineStyle !== "none" && parseFloat(its.outlineWidth) >= 2;
  }) || [...one.querySelectorAll("rect")].some(part =>
    getComputedStyle(part).stroke !== "none"
    && parseFloat(getComputedStyle(part).strokeWidth) >= 2);
  const at = [...document.querySelectorAll("*")].indexOf(one);
  return { at, name: `${one.localName}.${one.classList} ${one.textContent.trim().slice(0, 30)}`,
    ring, seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && style.visibility === "visible" };
}"""
SMALL = """() => [...document.querySelectorAll("button, summary, input, select, nav a, .action")]
  .filter(one => one.checkVisibility?.({ visibilityProperty: true }))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width && (box.width < 24 || box.height < 24)
    && !(one.type === "checkbox" && one.closest("label")?.getBoundingClientRect().height >= 24))
  .filter(([one, box]) => {
    // Small ones are allowed where a circle of 24 px around each touches no other target.
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    return [...document.querySelectorAll("a, button, summary, input")].some(other => {
      if (other === one || one.contains(other) || other.contains(one)) return false;
      const its = other.getBoundingClientRect();
      if (!its.width) return false;
      const near = (value, low, high) => Math.max(low, Math.min(value, high));
      return Math.hypot(middle[0] - near(middle[0], its.left, its.right),
        middle[1] - near(middle[1], its.top, its.bottom)) < 12;
    });
  }).map(([one, box]) => `${one.localName}.${one.className} ${box.width}×${box.height}`)"""


@pytest.fixture(scope="module")
def axe():
    found = accessibility.find_axe()
    if not (found and found.is_file()):
        pytest.skip("axe-core is not here: pip install axe-playwright-python")
    return found.read_text("utf-8")


@pytest.mark.parametrize(("number", "path"), list(enumerate(PAGES)), ids=PAGES)
def test_axe_finds_nothing_and_text_has_room(site, chromium, axe, number, path):
    """Rotate through the looks, so that each page is asked once and each look four times."""
    width, scheme = LOOKS[number % len(LOOKS)]
    assert accessibility.ask(chromium, site + path, width, scheme, axe) == []


@pytest.mark.parametrize("path", ["", EVENT])
def test_the_page_fits_at_four_times_its_size(site, open_page, path):
    page = open_page(site + path, viewport={"width": 320, "height": 256}, device_scale_factor=4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sticky = page.evaluate(
        """() => { scrollTo(0, 600); return new Promise(done => requestAnimationFrame(() => done(
          [...document.querySelectorAll("*")].filter(one =>
            ["sticky", "fixed"].includes(getComputedStyle(one).position))
          .map(one => one.getBoundingClientRect())
          .filter(box => box.top <= 0 && box.bottom > 0)
          .reduce((sum, box) => Math.max(sum, box.bottom), 0)))); }"""
    )
    assert sticky < 256 / 2  # what stays in sight leaves room to read


@pytest.mark.parametrize("path", ["", EVENT, "sources/gazette/", "search/?q=lyon"])
def test_the_keyboard_gets_everywhere_in_order_and_shows_where_it_is(site, open_page, path):
    page = open_page(site + path, viewport={"width": 1280, "height": 800})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges()")
    seen = []
    for _ in range(45):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here is None or here["at"] in {one["at"] for one in seen}:
            break
        seen.append(here)
    assert len(seen) > 8
    assert [one["name"] for one in seen if not one["seen"]] == []
    assert [one["name"] for one in seen if not one["ring"]] == []


@pytest.mark.parametrize("path", ["", EVENT, "indicators/budget/", "places/lyon/"])
def test_the_order_of_reading_is_the_order_of_the_document(site, open_page, path):
    page = open_page(site + path, viewport={"width": 360, "height": 800})
    assert page.evaluate(ORDER) == []


@pytest.mark.parametrize("path", ["", EVENT, "sources/gazette/", "places/lyon/", "search/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_to_be_pressed_is_large_enough_or_alone(site, open_page, path, width):
    page = open_page(site + path, viewport={"width": width, "height": 800})
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_page_has_landmarks_one_first_heading_and_no_level_left_out(site, open_page, path):
    page = open_page(site + path, java_script_enabled=False)
    found = json.loads(
        page.locator("html").evaluate(
            """() => JSON.stringify({
              main: document.querySelectorAll("main").length,
              levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
                .filter(one => !one.closest("[hidden]")).map(one => Number(one.localName[1])),
              lang: document.documentElement.lang, title: document.title })"""
        )
    )
    assert found["main"] == 1
    assert found["lang"]
    assert found["title"]
    levels = found["levels"]
    assert levels.count(1) == (2 if urlsplit(path).path == "404.html" else 1) or levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_in_forced_colours_marks_keep_their_forms_and_links_their_lines(site, open_page):
    page = open_page(site, forced_colors="active")
    styles = page.evaluate(
        """() => { const of = (selector, name) => {
          const one = document.querySelector(selector);
          return one && getComputedStyle(one)[name];
        };
        return { day: of(".mark--day.mark--happened .mark__body", "fill"),
          planned: of(".mark--planned .mark__body", "fill"),
          rough: of(".mark--approximate .mark__body", "strokeDasharray"),
          link: of(".card__proof a", "textDecorationLine") }; }"""
    )
    assert styles["day"] != styles["planned"]
    assert styles["rough"] not in {"none", None}
    assert styles["link"] == "underline"


def test_in_forced_colours_the_focus_shows(site, open_page):
    page = open_page(site + EVENT, forced_colors="active")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["ring"]


def test_readers_who_want_no_motion_get_none(site, open_page):
    page = open_page(site, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one);
          return style.transitionDuration.split(",").some(time => parseFloat(time) > 0)
            || style.animationName !== "none" || style.scrollBehavior === "smooth";
        }).map(one => one.className)"""
    )
    assert moving == []
