"""Measure what the front page costs a reader's browser, as ratios within one run.

    python scripts/bench_browser.py [--runs 7] [--json FILE]

Pages: our front page with 100 and 10,000 made-up events (`made_up`), a bare page with 50 of the
same cards and nothing else, and vis-timeline with the 10,000, of which it shows the last year.
Processor time is that of the page's main thread as Chromium itself counts it (thread ticks of
`Performance.getMetrics`, thread durations of a trace), so that other programs disturb it little;
compare ratios, not seconds. vis-timeline is fetched with npm for the time of the run, or left out.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import html
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from made_up import make_records
from playwright.sync_api import sync_playwright

from generator.publish.assets import read_assets
from generator.publish.client import client_files, version_of
from generator.publish.days import reach
from generator.publish.edition import TEMPLATES, SiteOptions
from generator.publish.facets import find_facets
from generator.publish.frame import Frame, document, tongue
from generator.publish.pages import RenderedPage, environment, open_edition, ways
from generator.publish.views.timeline import view_home
from generator.record.model import Content, Event, Organisation, Person, Place, Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from generator.publish.edition import Edition

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
VIS = "vis-timeline@8.5.4"
FOLDERS = {
    Event: "events",
    Source: "sources",
    Person: "people",
    Organisation: "organisations",
    Place: "places",
}
SMALL, LARGE, BARE = 100, 10_000, 50
WINDOW = {"width": 1280, "height": 900}
LONG = 50.0  # milliseconds of processor time of one task
FLOORS = {
    "first event / bare page": 1.5,
    "first event, 10,000 / 100 events": 1.2,
    "first event / vis-timeline": 0.1,
    "longest task while scrolling and filtering, ms": LONG,
    "elements on load": 3000,
    "layout shift": 0.05,
    "HTML, CSS and scripts, KB gzip": 150,
    "own scripts, KB gzip": 30,
}
STOP_AT_PAINT = """{
  const look = () => {
    const found = document.querySelector(".event, .vis-item");
    const box = found && found.getBoundingClientRect();
    if (box && box.height && box.top < innerHeight) requestAnimationFrame(() => setTimeout(stop));
    else requestAnimationFrame(look);
  };
  const stop = () => { debugger; };
  if (location.protocol !== "about:") requestAnimationFrame(look);
}"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


class Cost(NamedTuple):
    """Processor time of a page's main thread, in milliseconds."""

    first: float
    """Until the first event could be seen."""
    idle: float
    """Until nothing was left to do."""


def write_front(folder: Path, events: int) -> Edition:
    """Write the front page of a made-up timeline with all that it loads, as a build would."""
    content = Content()
    for record in make_records(events):
        getattr(content, FOLDERS[type(record)])[record.id] = record
    options = SiteOptions(language="fr", site_name="Une chronologie inventée", exports=False)
    edition = open_edition(content, options)
    facets, env = find_facets(edition), environment(TEMPLATES)
    client = client_files(edition, facets, env, {})
    view = view_home(edition, facets, version_of(client))
    body = env.get_template("pages/timeline.html").render(
        view=view, w=edition.words, **ways("", edition)
    )
    page = RenderedPage(path="", title=view.title, description="", html=body, section="")
    assets = read_assets(TEMPLATES / "assets")
    frame = Frame(edition=edition, assets=assets, tongues=(tongue("fr", ""),))
    for path, text in (("index.html", document(page, frame)), *client, *assets.files):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for path, font in assets.fonts:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(font, folder / path)
    return edition


def write_bare(folder: Path, cards: list[str]) -> None:
    """Write the same cards as a page of nothing else: a few lines of style, no script."""
    folder.mkdir(parents=True)
    style = "body{max-width:40em;margin:auto;font:18px serif}h4{font-size:1.2em}"
    head = (
        f"<!doctype html><html lang=fr><meta charset=utf-8><title>50</title><style>{style}</style>"
    )
    body = f"<h1>Événements</h1>\n<ol>{''.join(cards)}</ol>"
    (folder / "index.html").write_text(f"{head}{body}", encoding="utf-8")


def write_vis(folder: Path, edition: Edition) -> bool:
    """Write a page of vis-timeline that shows the last year; say whether npm could be asked."""
    folder.mkdir(parents=True)
    npm = shutil.which("npm")
    if not npm:
        return False
    got = subprocess.run(  # noqa: S603 -- a fixed command
        [npm, "install", "--silent", "--no-save", "--prefix", folder, VIS],
        capture_output=True,
        check=False,
    )
    if got.returncode:
        return False
    built = folder / "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
    style = folder / "node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css"
    shutil.copy(built, folder / "vis.js")
    shutil.copy(style, folder / "vis.css")
    day = 86_400_000
    items = []
    for number, event in enumerate(edition.catalogue.events):
        if days := reach(event.date):
            item: dict[str, Any] = {"id": number, "content": html.escape(event.title["fr"])}
            item["start"] = days[0] * day
            if days[1] > days[0]:
                item["end"] = (days[1] + 1) * day
            items.append(item)
    (folder / "items.json").write_text(json.dumps(items), encoding="utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>vis</title>"
        "<link rel=stylesheet href=vis.css><script src=vis.js></script><div id=box></div><script>"
        "fetch('items.json').then(found => found.json()).then(items => new vis.Timeline("
        "document.getElementById('box'), new vis.DataSet(items), "
        "{height: '800px', start: '2026-01-01', end: '2026-12-31'}))</script>",
        encoding="utf-8",
    )
    return True


def processor(session: Any) -> float:  # noqa: ANN401 -- Playwright's
    """Return the milliseconds that the main thread has worked so far."""
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(item["value"] for item in found if item["name"] == "TaskDuration")


def open_cost(browser: Browser, address: str) -> Cost:
    """Open a page afresh and return what it cost; it stands still when its first event is there."""
    page = browser.new_page(viewport=WINDOW)
    session = page.context.new_cdp_session(page)
    stopped: list[object] = []
    session.on("Debugger.paused", lambda _: stopped.append(True))
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Debugger.enable")
    session.send("Page.enable")
    session.send("Page.addScriptToEvaluateOnNewDocument", {"source": STOP_AT_PAINT})
    before = processor(session)
    page.goto(address, wait_until="commit")
    while not stopped:
        page.wait_for_timeout(5)
    first = processor(session) - before
    session.send("Debugger.resume")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)
    cost = Cost(first, processor(session) - before)
    page.close()
    return cost


def middle(browser: Browser, pages: dict[str, str], runs: int) -> dict[str, Cost]:
    """Return the median cost of each page, opened in turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in pages}
    for number in range(runs + 1):
        for name, address in pages.items():
            cost = open_cost(browser, address)
            if number:  # the first round fills the caches of the machine
                costs[name].append(cost)
    return {
        name: Cost(*(statistics.median(values) for values in zip(*found, strict=True)))
        for name, found in costs.items()
    }


def weigh(browser: Browser, address: str) -> dict[str, float]:
    """Return the elements, the shift and the weight of the front page."""
    page = browser.new_page(viewport=WINDOW)
    weights: dict[str, float] = {}

    def note(answer: Any) -> None:  # noqa: ANN401
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if kind in {"text/html", "text/css", "text/javascript", "application/javascript"}:
            weights[answer.url] = len(gzip.compress(answer.body(), 9)) / 1000

    page.on("requestfinished", lambda asked: note(asked.response()))
    page.goto(address)
    page.wait_for_selector("[data-ready]")
    page.wait_for_load_state("networkidle")
    found = {
        "elements on load": page.evaluate("document.querySelectorAll('*').length"),
        "layout shift": page.evaluate(SHIFT),
        "HTML, CSS and scripts, KB gzip": sum(weights.values()),
        "own scripts, KB gzip": sum(weight for url, weight in weights.items() if ".js" in url),
    }
    page.close()
    return found


def longest_task(browser: Browser, address: str) -> float:
    """Scroll and filter as a reader does; return the longest task in milliseconds of processor."""
    page = browser.new_page(viewport=WINDOW)
    page.goto(address)
    page.wait_for_selector("[data-ready]")
    page.wait_for_load_state("networkidle")
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline", "__metadata"])
    use(page)
    trace = json.loads(browser.stop_tracing())
    page.close()
    return longest(trace["traceEvents"])


def use(page: Page) -> None:
    """Scroll far and fast, choose and take back, type, look closer, move the window."""
    page.mouse.move(400, 600)
    for _ in range(25):
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(60)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.wait_for_timeout(500)
    page.evaluate("scrollTo(0, 0)")
    for name in ("type", "country", "person", "source"):
        page.locator(f"input[name={name}]").first.check()
        page.wait_for_timeout(400)
    page.locator(".chips__clear").click()
    page.wait_for_timeout(400)
    page.locator("#filters-text").press_sequentially("bace", delay=40)
    page.wait_for_timeout(800)
    page.locator(".chips__clear").click()
    page.locator(".strip-tools button").nth(1).click()
    page.wait_for_timeout(300)
    page.locator(".strip-thumb--from").focus()
    for key in ("ArrowRight", "PageUp", "ArrowRight", "Home"):
        page.keyboard.press(key)
        page.wait_for_timeout(350)


def longest(events: list[dict[str, Any]]) -> float:
    """Return the longest task of the busiest renderer's main thread."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event.get("name") == "thread_name" and event["args"].get("name") == "CrRendererMain"
    }
    tasks = [
        event["tdur"] / 1000
        for event in events
        if event.get("ph") == "X"
        and event.get("name", "").endswith("RunTask")
        and (event["pid"], event["tid"]) in mains
        and "tdur" in event
    ]
    return max(tasks, default=float("nan"))


def measure(runs: int) -> dict[str, float]:
    """Make the pages, open them in turns, return every number by its name."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as made:
        root = Path(made)
        write_front(root / "small", SMALL)
        edition = write_front(root / "large", LARGE)
        shards = sorted((root / "large/index/cards").glob("*.json"))
        cards = [card for shard in shards[:2] for card in json.loads(shard.read_text("utf-8"))]
        write_bare(root / "bare", cards[:BARE])
        vis = write_vis(root / "vis", edition)
        handler = functools.partial(QuietHandler, directory=made)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_port}"
        pages = {name: f"{origin}/{name}/" for name in ("bare", "small", "large")}
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            costs = middle(browser, pages, runs)
            if vis:
                costs |= middle(browser, {"vis": f"{origin}/vis/"}, min(runs, 3))
            found = weigh(browser, pages["large"])
            task = longest_task(browser, pages["large"])
            browser.close()
        server.shutdown()
    numbers = {
        "first event, bare page of 50, ms": costs["bare"].first,
        "first event, 100 events, ms": costs["small"].first,
        "first event, 10,000 events, ms": costs["large"].first,
        "until idle, 10,000 events, ms": costs["large"].idle,
        "first event / bare page": costs["large"].first / costs["bare"].first,
        "first event, 10,000 / 100 events": costs["large"].first / costs["small"].first,
    }
    if vis:
        numbers["first event, vis-timeline, ms"] = costs["vis"].first
        numbers["first event / vis-timeline"] = costs["large"].first / costs["vis"].first
    return {**numbers, "longest task while scrolling and filtering, ms": task, **found}


def main() -> int:
    """Print the numbers beside their floors; fail when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    numbers = measure(options.runs)
    missed = 0
    for name, value in numbers.items():
        floor = FLOORS.get(name)
        note = "" if floor is None else f"   at most {floor:g}"
        if floor is not None and not value <= floor:
            note, missed = f"{note}   MISSED", missed + 1
        print(f"{name:<50}{value:>12,.2f}{note}")
    if "first event / vis-timeline" not in numbers:
        print("vis-timeline was left out: npm is not there or cannot be asked")
    if options.json:
        options.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    return int(missed > 0)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line for each, to pages that may be gone."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, *files: Any) -> None:  # noqa: ANN401
        """Copy a file, unless nobody waits for it any more."""
        with contextlib.suppress(BrokenPipeError):
            super().copyfile(*files)


if __name__ == "__main__":
    sys.exit(main())
