"""The search as readers use it: what it finds, by keyboard, by address, and without scripts."""

import shutil
import tomllib
from gzip import compress
from pathlib import Path

import accessibility
import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
QUERIES = tomllib.loads((ROOT / "tests/browser/queries.toml").read_text("utf-8"))["query"]
WIDE = {"width": 1000, "height": 700}
ASK = """async ([site, base, text]) => {
  const search = await import(site + "assets/js/search.js");
  const found = await search.find(text + " ", base);
  const groups = {};
  for (const group of found.groups) {
    const pages = await search.describe(group.pages, base, found.manifest);
    groups[group.kind] = pages.map((page) => page.path);
  }
  return groups;
}"""


@pytest.fixture(scope="module")
def default_site(tmp_path_factory, publish):
    """Build the default content, whose answers the list of queries knows."""
    project = tmp_path_factory.mktemp("default")
    shutil.copytree(ROOT / "content", project / "content")
    shutil.copy(ROOT / "mkdocs.yml", project)
    return publish(project)


@pytest.fixture(scope="module")
def ask(default_site, chromium):
    """Return a way to ask the search of one language: kind → paths, best first."""
    page = chromium.new_page()

    def asked(language, text):
        root = default_site + ("" if language == "fr" else f"{language}/")
        if page.url != f"{root}search/":
            page.goto(f"{root}search/")
        return page.evaluate(ASK, [default_site, f"{root}index/search/", text])

    yield asked
    page.close()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query['language']}-{query['text']}")
def test_what_readers_type_finds_what_it_should(ask, query):
    groups = ask(query["language"], query["text"])
    found = [path for paths in groups.values() for path in paths]
    assert [path for path in query["finds"] if path not in found] == []
    if "first" in query:
        assert groups["events"][0] == query["first"]


@pytest.mark.parametrize(
    "text", ["zzzzqq", "", "   ", "de la", "' ’ -", "\u0301", "<b>", "a" * 500]
)
def test_what_is_nowhere_finds_nothing_and_breaks_nothing(ask, text):
    assert ask("fr", text) == {}


def test_names_of_objects_are_words_like_others(ask):
    for text in ("toString", "valueOf", "hasOwnProperty"):
        assert ask("fr", text) == {}


def test_results_come_while_typing_in_groups_with_their_dates(site, open_page):
    page = open_page(site, viewport=WIDE)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.className") == "search__input"
    page.keyboard.type("lyon", delay=20)
    page.wait_for_selector(".search__results .found")
    kinds = page.locator(".search__results .found__kind").all_inner_texts()
    assert kinds[0].casefold().startswith("événements")
    assert any(kind.casefold().startswith("lieux") for kind in kinds)
    first = page.locator(".found__link").first
    assert first.locator(".found__title").inner_text() == "Le conseil se réunit à Lyon"
    assert first.locator(".found__detail").inner_text() == "4 mars 2024 · Lyon"
    assert "résultats" in page.inner_text(".search__status")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("seances", "La séance"),
        ("reunit", "Le conseil se réunit à Lyon"),
        ("conseils", "Le conseil se réunit à Lyon"),
        ("l'elus", "Conseil des élus"),
        ("mart", "Jeanne Martin"),
        ("matrin", "Jeanne Martin"),
    ],
)
def test_words_are_found_as_people_type_them(site, open_page, typed, found):
    page = open_page(site, viewport=WIDE)
    page.focus(".search__input")
    page.keyboard.type(typed, delay=10)
    page.wait_for_function(
        "title => [...document.querySelectorAll('.found__title')]"
        ".some(node => node.textContent === title)",
        arg=found,
    )


def test_the_keyboard_walks_the_results_and_escape_closes_them(site, open_page):
    page = open_page(site, viewport=WIDE)
    page.focus(".search__input")
    page.keyboard.type("lyon")
    page.wait_for_selector(".search__results .found__link")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className") == "found__link"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.className") == "search__input"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not page.is_visible(".search__output")
    assert page.evaluate("document.activeElement.className") == "search__input"
    assert page.input_value(".search__input") == "lyon"
    page.keyboard.type(" ")
    page.wait_for_selector(".search__output:not([hidden])")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/conseil-lyon/")


@pytest.mark.parametrize("path", ["events/conseil-lyon/", "search/?q=lyon"])
def test_axe_finds_nothing_in_results(site, chromium, path):
    axe = accessibility.find_axe()
    if not (axe and axe.is_file()):
        pytest.skip("axe-core is not here: pip install axe-playwright-python")
    context = chromium.new_context(viewport=WIDE, bypass_csp=True)
    page = context.new_page()
    page.goto(site + path)
    page.focus(".search__input")
    page.keyboard.type("lyon")
    page.wait_for_selector(".search__results .found__link")
    assert accessibility.faults(page, axe.read_text("utf-8")) == []
    context.close()


def test_leaving_the_search_closes_it(site, open_page):
    page = open_page(site, viewport=WIDE)
    page.focus(".search__input")
    page.keyboard.type("lyon")
    page.wait_for_selector(".search__results .found__link")
    page.mouse.click(20, 650)
    assert not page.is_visible(".search__output")


def test_a_slash_in_a_text_is_a_slash(site, open_page):
    page = open_page(f"{site}search/")
    page.focus(".finder__input")
    page.keyboard.type("a/b")
    assert page.input_value(".finder__input") == "a/b"


def test_enter_leads_to_a_page_whose_address_can_be_passed_on(site, open_page):
    page = open_page(site + "en/people/", viewport=WIDE)
    page.focus(".search__input")
    page.keyboard.type("council")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=council")
    page.wait_for_selector(".finder__results .found__link")
    assert page.input_value(".finder__input") == "council"
    assert "result" in page.inner_text(".finder__status")
    assert page.title().startswith("council – ")
    page.fill(".finder__input", "lyon")
    page.wait_for_url("**/en/search/?q=lyon")
    page.press(".finder__input", "Enter")
    page.fill(".finder__input", "jeanne")
    page.press(".finder__input", "Enter")
    page.wait_for_url("**/en/search/?q=jeanne")
    page.go_back()
    page.wait_for_function("() => document.querySelector('.finder__input').value === 'lyon'")


def test_nothing_found_is_said_aloud_with_what_to_do(site, open_page):
    page = open_page(f"{site}search/?q=zzzzqq")
    page.wait_for_selector(".finder__status:not(:empty)")
    assert page.get_attribute(".finder__status", "role") == "status"
    assert "« zzzzqq »" in page.inner_text(".finder__status").replace("\u00a0", " ")
    assert page.locator(".finder__results a").count() == 0


def test_a_query_is_text_and_never_markup(site, open_page):
    page = open_page(f"{site}search/?q=%3Cimg src=x onerror=alert(1)%3E lyon")
    page.wait_for_selector(".finder__results .found__link")
    assert page.locator("main img").count() == 0
    assert page.input_value(".finder__input").startswith("<img")


def test_when_the_index_cannot_be_loaded_the_reader_is_told(site, open_page):
    page = open_page(site, viewport=WIDE, expected="ERR_FAILED")
    page.route("**/manifest.json*", lambda route: route.abort())
    page.focus(".search__input")
    page.keyboard.type("lyon")
    page.wait_for_selector(".search__output:not([hidden])")
    assert page.inner_text(".search__status") == page.get_attribute(".search", "data-failed")


def test_without_scripts_the_field_leads_to_lists_of_everything(site, open_page):
    page = open_page(site, java_script_enabled=False)
    page.fill(".search__input", "lyon")
    page.press(".search__input", "Enter")
    page.wait_for_url("**/search/?q=lyon")
    assert not page.is_visible(".finder")
    text = page.inner_text("main")
    for name in ("Chronologie", "Sources", "Personnes", "Lieux", "2024"):
        assert name in text
    page.click("main >> text=Personnes")
    page.wait_for_url("**/people/")


@pytest.mark.parametrize("path", ["", "search/"])
def test_nothing_of_the_index_is_fetched_before_somebody_searches(site, open_page, path):
    page = open_page(site)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "index/search" in url] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_results_fit_the_window(site, open_page, width):
    page = open_page(f"{site}events/conseil-lyon/", viewport={"width": width, "height": 800})
    page.focus(".search__input")
    page.keyboard.type("conseil")
    page.wait_for_selector(".search__results .found__link")
    box = page.locator(".search__output").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_search_loads_little(default_site, open_page):
    page = open_page(default_site)
    page.wait_for_load_state("networkidle")
    sizes = []
    page.on("response", lambda answer: sizes.append((answer.url, len(answer.body()))))
    page.focus(".search__input")
    page.keyboard.type("astana")
    page.wait_for_selector(".search__results .found__link")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(size for _, size in sizes) < 80_000, sizes


def test_the_scripts_of_the_search_are_small():
    folder = ROOT / "site_templates/assets/js"
    names = ("search", "search-box", "search-open", "search-results")
    sizes = [len(compress((folder / f"{name}.js").read_bytes(), 9)) for name in names]
    assert sum(sizes) < 6_000, sizes
