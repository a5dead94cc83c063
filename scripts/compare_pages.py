"""Show which pages a change makes other ones, with pictures before and after.

    python scripts/compare_pages.py BEFORE AFTER OUT [--pictures 12]

BEFORE and AFTER are two builds of the site by the same program. OUT gets `pages.json`, a report
`index.html` and `pictures/`. Pages of records come first, then lists; those beyond the number of
pictures are only named. Without a browser the report has no pictures and says so.
"""

from __future__ import annotations

import argparse
import functools
import html
import http.server
import json
import os
import re
import sys
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from playwright.sync_api import Browser

WIDTH = 1000  # pixels of a picture
TALLEST = 2000  # pixels; what is below is cut
PICTURES = 12  # pages of which pictures are taken
RECORDS = ("events", "sources", "people", "organisations", "places", "indicators")
# What differs from build to build, or is not what a reader reads.
_FRAME = re.compile(r"<main\b.*?</main>", re.DOTALL)
_VOLATILE = re.compile(
    r"\?v=[0-9a-f]+|\.[0-9a-f]{8,}\.(?=css|js)|<!--.*?-->|<script\b.*?</script>", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is not as it was."""

    path: str
    """Address relative to the site's root."""
    turn: str
    """``added``, ``removed`` or ``changed``."""
    title: str
    before: str = ""
    """File of the picture, relative to the report; empty where there is none."""
    after: str = ""


def find_changes(before: Path, after: Path, first: Container[str] = ()) -> tuple[Page, ...]:
    """Return the pages that differ: those in ``first``, then of other records, then lists."""
    old, new = read_pages(before), read_pages(after)
    found = []
    for path in sorted(
        old.keys() | new.keys(), key=lambda each: (each not in first, _weight(each))
    ):
        if old.get(path) == new.get(path):
            continue
        turn = "added" if path not in old else "removed" if path not in new else "changed"
        site = before if turn == "removed" else after
        found.append(Page(path=path, turn=turn, title=_title(site / path / "index.html")))
    return tuple(found)


def read_pages(site: Path) -> dict[str, str]:
    """Return address → what a reader reads there, for every page of a site."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8", errors="replace")
        body = _FRAME.search(text)
        address = path.parent.relative_to(site).as_posix()
        found["" if address == "." else f"{address}/"] = _VOLATILE.sub("", (body or [text])[0])
    return found


def _weight(path: str) -> tuple[int, str]:
    """Sort pages of records by kind, in the main language; other editions and lists after them."""
    kind, _, name = path.strip("/").partition("/")
    is_record = kind in RECORDS and name and "/" not in name
    return (RECORDS.index(kind) if is_record else len(RECORDS)), path


def records_changed(review: Path) -> frozenset[str]:
    """Return the addresses of the records that `timeline review` found changed, if it was run."""
    if not review.is_file():
        return frozenset()
    told = json.loads(review.read_text(encoding="utf-8"))["changes"]["en"]
    return frozenset(f"{each['kind']}/{each['id']}/" for each in told)


def _title(path: Path) -> str:
    found = re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"), re.DOTALL)
    return " ".join(html.unescape(found[1]).split())[:200] if found else ""


def with_pictures(
    pages: tuple[Page, ...], before: Path, after: Path, out: Path, most: int
) -> tuple[Page, ...]:
    """Take pictures of the first pages, as they were and as they are."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow, and not everywhere

    (out / "pictures").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=chromium, args=flags)
        shown = []
        with serving(before) as old, serving(after) as new:
            for number, page in enumerate(pages[:most], start=1):
                files = {"before": old, "after": new}
                if page.turn != "changed":
                    files.pop("before" if page.turn == "added" else "after")
                names = {}
                for when, origin in files.items():
                    names[when] = f"pictures/{number:02d}-{when}.png"
                    (out / names[when]).write_bytes(_picture(browser, origin + page.path))
                shown.append(Page(path=page.path, turn=page.turn, title=page.title, **names))
        browser.close()
    return (*shown, *pages[most:])


def _picture(browser: Browser, url: str) -> bytes:
    # Without scripts: a page is whole without them, and a contributed one runs nothing here.
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(url)
    box = page.locator("body").bounding_box()
    height = int(box["height"]) if box else TALLEST
    page.set_viewport_size({"width": WIDTH, "height": max(400, min(height, TALLEST))})
    picture = page.screenshot()
    context.close()
    return picture


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while a block runs; yield its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing for each file."""


def render_report(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield the lines of the report: a page by itself, without scripts."""
    yield '<!doctype html><html lang="en"><meta charset="utf-8"><title>Changed pages</title>'
    yield "<style>body{font:1rem system-ui;margin:2rem}figure{display:inline-block;width:48%;"
    yield "margin:0;vertical-align:top}img{width:100%;border:1px solid #888}</style>"
    yield f"<h1>{len(pages)} pages are not as they were</h1>"
    for page in pages:
        title, path = html.escape(page.title), html.escape(page.path or "/")
        yield f"<h2>{title} <small>({page.turn})</small></h2><p><code>{path}</code></p>"
        for when in ("before", "after"):
            if name := getattr(page, when):
                yield f'<figure><figcaption>{when}</figcaption><img src="{name}" alt=""></figure>'


def main(arguments: list[str]) -> int:
    """Compare two sites and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pictures", type=int, default=PICTURES)
    options = parser.parse_args(arguments)
    for site in (options.before, options.after):
        if not (site / "index.html").is_file():
            parser.error(f"{site}: is no built site")
    first = records_changed(options.out / "review.json")
    pages = find_changes(options.before, options.after, first)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.pictures and pages:
        pages = with_pictures(pages, options.before, options.after, options.out, options.pictures)
    told = json.dumps([asdict(page) for page in pages], ensure_ascii=False, indent=1)
    (options.out / "pages.json").write_text(told, encoding="utf-8")
    report = "\n".join(render_report(pages))
    (options.out / "index.html").write_text(report, encoding="utf-8")
    print(f"{len(pages)} pages are not as they were: {options.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
