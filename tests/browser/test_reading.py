"""What a reader does: read without scripts, follow the proof, search, switch to dark, print."""

import base64

import pytest

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
COUNT_COLOUR = """async ([picture, red, green, blue]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data;
  let found = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue) < 6)
      found += 1;
  return found;
}"""


def test_the_front_page_is_readable_and_walkable_without_scripts(site, open_page):
    page = open_page(site, java_script_enabled=False)
    text = page.inner_text("main")
    for words in ("Le conseil se réunit à Lyon", "4 mars 2024", "2 sources", "1998"):
        assert words in text
    page.click("text=Le conseil se réunit à Lyon")
    assert page.inner_text("h1") == "Le conseil se réunit à Lyon"
    assert "présence de la maire." in page.inner_text(".evidence")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", ["", EVENT, "sources/gazette/", "indicators/budget/", "people/"])
def test_no_page_is_wider_than_its_window(site, open_page, path, width):
    page = open_page(site + path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_proof_opens_the_source_at_the_passage_and_marks_it(site, open_page, chromium):
    page = open_page(site + EVENT, viewport={"width": 1000, "height": 700}, color_scheme="light")
    page.click(".passage:has-text('Résumé de la séance') .passage__link a")
    page.wait_for_url("**/sources/digest/**")
    passage = page.locator(".article p", has_text="en présence de la maire.")
    page.wait_for_function("window.scrollY > 500")
    box = passage.bounding_box()
    assert 0 <= box["y"] <= 700
    picture = passage.screenshot()
    blank = chromium.new_page()
    encoded = base64.b64encode(picture).decode()
    marked = blank.evaluate(COUNT_COLOUR, [encoded, 0xF7, 0xE3, 0xA1])
    blank.close()
    assert marked > 2000  # pixels of the colour that marks what was found


def test_a_proof_without_text_opens_the_passage_in_the_list_of_the_source(site, open_page):
    page = open_page(site + EVENT)
    page.click(".passage:has-text('Sitzung in Lyon') .passage__link a")
    page.wait_for_url("**/sources/journal/#p-conseil-lyon-e3")
    assert page.evaluate("document.querySelector(':target').className") == "rest"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(site, open_page):
    page = open_page(site, viewport={"width": 1000, "height": 700})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList[0]") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_switch_turns_the_lights_off_and_remembers(site, open_page):
    page = open_page(site, color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click(".scheme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.goto(site + EVENT)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("script", [True, False])
def test_a_readers_own_scheme_is_followed(site, open_page, script):
    page = open_page(site, color_scheme="dark", java_script_enabled=script)
    ground = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    light = open_page(site, color_scheme="light", java_script_enabled=script)
    assert light.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") != ground


def test_print_has_the_text_and_no_menus(site, open_page):
    page = open_page(site + EVENT)
    page.emulate_media(media="print")
    assert not page.is_visible(".menu")
    assert not page.is_visible(".search")
    assert page.is_visible(".passage__words >> nth=0")


def test_forced_colours_keep_the_marks(site, open_page):
    page = open_page(site, forced_colors="active")
    assert page.is_visible(".event .mark >> nth=0")
    fill = page.locator(".mark--day .mark__body").first.evaluate("e => getComputedStyle(e).fill")
    assert fill != "rgba(0, 0, 0, 0)"


def test_nothing_moves_while_the_page_loads(site, open_page):
    page = open_page(site)
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 500);
        })"""
    )
    assert shift < 0.05


def test_the_policy_stops_what_would_get_past_the_templates(open_page, site):
    page = open_page(site + EVENT, expected="Content Security Policy")
    blocked = page.evaluate(
        """() => new Promise(done => {
          addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          setTimeout(() => done("nothing"), 500);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.evaluate("window.ran") is None
