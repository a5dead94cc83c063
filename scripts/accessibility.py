"""Hold one page of each kind of a built site to WCAG 2.2, as far as a program can.

    python scripts/accessibility.py SITE [--only NAMES] [--widths 320,1280] [--schemes light,dark]
                                    [--axe FILE]

Each page is asked by axe-core (A, AA and its best practices), whether it fits its window, and
whether it survives the text spacing of success criterion 1.4.12. What no program can tell, such as
whether words make sense, is not asked. Exits with 1 when something was found.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import importlib.util
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import screenshots
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Source: WCAG 2.2, success criterion 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const hidden = ["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none";
  return hidden && style.textOverflow !== "ellipsis" && one.innerText?.trim()
    && one.checkVisibility?.({ contentVisibilityAuto: false, visibilityProperty: true })
    && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2)
    && style.webkitLineClamp === "none";
}).map(one => one.className?.baseVal ?? one.className ?? one.localName)"""
RUN = """async tags => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"] });
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.impact} ${rule.id}: ${node.target} ${node.html.slice(0, 120)}`));
}"""


def find_axe() -> Path | None:
    """Return axe-core's file: what AXE names, or the one of the package axe-playwright-python."""
    if named := os.environ.get("AXE"):
        return Path(named)
    spec = importlib.util.find_spec("axe_playwright_python")
    return Path(spec.origin).with_name("axe.min.js") if spec and spec.origin else None


def faults(page: Page, axe: str) -> list[str]:
    """Return what is wrong with a page that is open.

    Args:
        page: at the width and in the scheme to be asked about.
        axe: text of axe-core.
    """
    # Lists paint what is out of sight only when it comes near; axe has to see all of it.
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(axe)
    found = list(page.evaluate(RUN, TAGS))
    found += too_wide(page)
    page.add_style_tag(content=SPACING)
    found += [f"with wide text: {one}" for one in too_wide(page)]
    return found + [f"with wide text: cut off: {name}" for name in page.evaluate(CUT_OFF)]


def too_wide(page: Page) -> list[str]:
    """Return a fault when a page has to be scrolled sideways."""
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"wider than its window: {width} > {room}"] if width > room + 1 else []


def ask(
    browser: Browser, url: str, width: int, scheme: str, axe: str, **options: object
) -> list[str]:
    """Return what is wrong with a page at an address."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, **options
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(screenshots.SETTLED)
    found = faults(page, axe)
    context.close()
    return found


def walk(options: argparse.Namespace, origin: str, axe: str) -> Iterator[str]:
    """Yield each fault of each page with where it was found."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=screenshots.CHROMIUM, args=list(screenshots.FLAGS)
        )
        for name, path in screenshots.pages(options.site).items():
            if options.only and name not in options.only.split(","):
                continue
            for scheme in options.schemes.split(","):
                for width in map(int, options.widths.split(",")):
                    for fault in ask(browser, origin + path, width, scheme, axe):
                        yield f"{name} {width} {scheme}: {fault}"
        browser.close()


def main() -> int:
    """Ask the pages that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--widths", default="320,768,1280")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--axe", type=Path, default=find_axe())
    options = parser.parse_args()
    if not options.axe:
        parser.error("axe-core is not here: pip install axe-playwright-python, or name it as --axe")
    home = screenshots.home_of(options.site)
    handler = functools.partial(screenshots.SiteHandler, home, directory=str(options.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}{home}"
    found = 0
    for fault in walk(options, origin, options.axe.read_text("utf-8")):
        print(fault)
        found += 1
    print(f"{found} faults")
    server.shutdown()
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
