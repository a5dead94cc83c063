"""Take pictures of one page of each kind, in light and dark, narrow and wide.

    python scripts/screenshots.py SITE OUT [--only NAMES] [--widths 360,768,1280]
                                  [--schemes light,dark] [--tallest 3200] [--colours 48]

SITE is a built site. The pictures are for looking at: the reading of a page cannot be tested by
numbers alone.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import io
import os
import re
import threading
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"  # make finds others
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
HEIGHT = 1000  # pixels of the window
SETTLED = 300  # milliseconds for what scripts add
TALLEST = 3200  # pixels of a picture; a long page is cut, it repeats itself


SECTIONS = ("events", "years", "sources", "people", "organisations", "places", "indicators")
FACETS = ("types", "series", "certainty", "standing")
ALONE = ("map", "disagreements", "news", "data", "about", "search", "embed")


def pages(site: Path) -> dict[str, str]:
    """Return name → address of the page of each kind that says most, where the site has one."""
    found = {"home": ""}
    for kind in (*SECTIONS, *FACETS):
        if (site / kind / "index.html").is_file():
            found[f"{kind}-index"] = f"{kind}/"
        children = sorted(site.glob(f"{kind}/*/index.html"), key=lambda path: -path.stat().st_size)
        if children:
            found[kind] = f"{kind}/{children[0].parent.name}/"
    for name in ALONE:
        if (site / name / "index.html").is_file():
            found[name] = f"{name}/"
    if "events" in found:
        found["event-embed"] = f"{found['events']}embed/"
    return {**found, "missing": "404.html"}


def take(browser: Browser, url: str, width: int, scheme: str, tallest: int) -> bytes:
    """Return a picture of a page as PNG."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page.goto(url)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(SETTLED)
    height = min(page.evaluate("document.documentElement.scrollHeight"), tallest)
    page.set_viewport_size({"width": width, "height": height})
    picture = page.screenshot()
    page.close()
    return picture


def reduced(picture: bytes, colours: int) -> bytes:
    """Return a picture with so many colours as are worth keeping in a repository."""
    small = (
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    )
    packed = io.BytesIO()
    small.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--widths", default="360,768,1280")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--tallest", type=int, default=TALLEST, help="pixels")
    parser.add_argument("--colours", type=int, default=0, help="fewer make smaller files")
    options = parser.parse_args()
    folder = home_of(options.site)
    handler = functools.partial(SiteHandler, folder, directory=str(options.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}{folder}"
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = options.only.split(",") if options.only else None
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name, path in pages(options.site).items():
            if wanted and name not in wanted:
                continue
            for scheme in options.schemes.split(","):
                for width in map(int, options.widths.split(",")):
                    picture = take(browser, origin + path, width, scheme, options.tallest)
                    picture = reduced(picture, options.colours) if options.colours else picture
                    (options.out / f"{name}-{width}-{scheme}.png").write_bytes(picture)
                    print(f"{name} {width} {scheme}: {len(picture) // 1024} KiB")
        browser.close()
    server.shutdown()


def home_of(site: Path) -> str:
    """Return the path that a site is at home at: its page for missing pages needs it."""
    front = (site / "index.html").read_text("utf-8")
    canonical = re.search(r'rel="canonical" href="([^"]+)"', front)
    return urlsplit(canonical[1]).path if canonical else "/"


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serve a site below a path, without a line for each file."""

    def __init__(self, home: str, *args: object, **options: object) -> None:
        """Keep the path that addresses begin with."""
        self.home = home
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        """Return the file of an address."""
        return super().translate_path("/" + path.removeprefix(self.home))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    main()
