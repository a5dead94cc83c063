"""A built site on this machine, and pages that can ask nobody else."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.record.passage import name_passage, normalise
from generator.record.store import write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).parents[2]
WORDS = "Le conseil s'est réuni le 4 mars à Lyon, en présence de la maire."


def load_tests_of_publishing() -> ModuleType:
    """Return the module with the small timeline; tests are no package."""
    path = ROOT / "tests/publish/conftest.py"
    spec = importlib.util.spec_from_file_location("small_timeline", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_project(folder: Path) -> Path:
    """Write a project whose digest has the passage that an event cites from it."""
    small = load_tests_of_publishing()
    content = small.make_content()
    text = normalise(small.ARTICLE)
    start = text.text.index(WORDS)
    named = name_passage(text, start, start + len(WORDS))
    lyon = content.events["conseil-lyon"]
    proof = tuple(
        replace(item, from_=named.from_, to=named.to, at=named.at, hash=named.hash)
        if item.source == "digest"
        else item
        for item in lyon.evidence
    )
    draft = type(lyon.status).DRAFT
    lyon = replace(lyon, status=draft, participants=lyon.participants[:2], evidence=proof)
    for kind in ("events", "sources", "people", "organisations", "places", "indicators"):
        for record in getattr(content, kind).values():
            write_record(folder, lyon if record.id == lyon.id else record)
    (folder / "content/articles").mkdir()
    (folder / "content/articles/digest.md").write_text(small.ARTICLE, "utf-8")
    (folder / "content/pages").mkdir()
    for name in ("about.md", "about.en.md"):
        shutil.copy(ROOT / "content/pages" / name, folder / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run_mkdocs(*arguments: str, cwd: Path, **options: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


@pytest.fixture(scope="session")
def publish() -> Iterator[Callable[[Path], str]]:
    """Return a way to build a project and serve its site; the value is the site's address."""
    servers = []

    def published(project: Path) -> str:
        process = run_mkdocs("build", "--strict", "-d", "site/timeline", cwd=project)
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0, output
        handler = functools.partial(_Quiet, directory=str(project / "site"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/timeline/"

    yield published
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory, publish) -> str:
    """Build the small timeline and serve it; the value is its address."""
    return publish(write_project(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory, publish, add_arabic) -> str:
    """Build the small timeline in French, English and Arabic; the value is its address."""
    project = write_project(tmp_path_factory.mktemp("arabic"))
    add_arabic(project)
    return publish(project)


@pytest.fixture
def mkdocs() -> Callable[..., subprocess.Popen[str]]:
    """Return a way to start MkDocs as a person would."""
    return run_mkdocs


@pytest.fixture
def make_project(tmp_path) -> Callable[[], Path]:
    """Return a way to write the small timeline to a folder of its own."""
    return lambda: write_project(tmp_path)


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page that fails the test when it asks another host or has an error."""
    contexts, faults = [], []

    def opened(address: str, *, expected: str = "", **options: object) -> Page:
        def note(said: ConsoleMessage) -> None:
            if said.type == "error" and not (expected and expected in said.text):
                faults.append(said.text)

        context = chromium.new_context(**{"locale": "fr-FR", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("console", note)
        page.on("request", lambda asked: _is_far(asked.url) and faults.append(asked.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _is_far(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "data:", "blob:"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
