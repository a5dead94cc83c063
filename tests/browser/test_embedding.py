"""What another site shows of ours: in a frame on another origin, with and without scripts."""

import functools
import http.server
import threading
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

EVENT = "events/conseil-lyon/"
HOST = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un journal</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'none'"><h1>Un journal</h1>
<iframe src="{}" title="Chronologie" width="100%" height="480" loading="lazy"></iframe></html>"""


class _Host(http.server.BaseHTTPRequestHandler):
    """A page with the frame whose address is its own query."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(HOST.format(self.path.partition("?")[2]).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere():
    """Return the address of a page on another origin that shows ours in a frame."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield functools.partial("http://127.0.0.1:{}/?{}".format, server.server_port)
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("script", [True, False])
def test_an_event_is_readable_in_a_frame(site, open_page, elsewhere, script):
    page = open_page(elsewhere(f"{site}{EVENT}embed/"), java_script_enabled=script)
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "Le conseil se réunit à Lyon"
    assert "4 mars 2024" in frame.locator("body").inner_text()
    assert frame.locator(".mark").first.is_visible()
    assert frame.locator(".menu, .search").count() == 0


def test_its_links_open_the_whole_page_in_a_tab_that_knows_nothing_of_the_host(
    site, open_page, elsewhere
):
    page = open_page(elsewhere(f"{site}{EVENT}embed/"))
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").locator("h1 a").click()
    whole = opened.value
    whole.wait_for_load_state()
    assert urlsplit(whole.url).path == urlsplit(site + EVENT).path
    assert whole.evaluate("window.opener") is None
    assert page.url.startswith("http://127.0.0.1")


@pytest.mark.parametrize("script", [True, False])
def test_the_timeline_is_readable_in_a_frame(site, open_page, elsewhere, script):
    page = open_page(elsewhere(f"{site}embed/"), java_script_enabled=script)
    titles = page.frame_locator("iframe").locator(".card__title").all_text_contents()
    assert {"Le conseil se réunit à Lyon", "Le conseil se réunira à Paris"} <= set(titles)


def test_the_timeline_in_a_frame_follows_the_filters_of_its_address(site, open_page, elsewhere):
    page = open_page(elsewhere(f"{site}embed/?standing=planned"))
    cards = page.frame_locator("iframe").locator(".card__title")
    page.frame_locator("iframe").locator("[data-ready]").wait_for(state="attached")
    cards.first.wait_for()
    assert cards.all_text_contents() == ["Le conseil se réunira à Paris"]


def test_a_frame_follows_the_readers_scheme(site, open_page, elsewhere):
    grounds = set()
    for scheme in ("light", "dark"):
        page = open_page(elsewhere(f"{site}{EVENT}embed/"), color_scheme=scheme)
        body = page.frame_locator("iframe").locator("body")
        grounds.add(body.evaluate("e => getComputedStyle(e).backgroundColor"))
    assert len(grounds) == 2


@pytest.mark.parametrize("width", [320, 768])
def test_a_frame_is_never_wider_than_it_is_given(site, open_page, width):
    for path in ("embed/", f"{EVENT}embed/"):
        page = open_page(site + path, viewport={"width": width, "height": 400})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_code_of_a_page_is_there_without_scripts(site, open_page):
    page = open_page(site + EVENT, java_script_enabled=False)
    page.click(".share__name")
    code = page.inner_text(".share__code")
    assert code.startswith("<iframe src=")
    assert f"/{EVENT}embed/" in code


def test_the_code_of_the_front_page_follows_the_filters(site, open_page):
    page = open_page(site + "?standing=planned&q=conseil")
    page.click(".share__name")
    page.wait_for_function(
        "document.querySelector('.share__code').textContent.includes('standing=planned')"
    )
    assert "embed/?standing=planned&amp;q=conseil" in page.inner_text(".share__code")
