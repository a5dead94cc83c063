"""What all tests share: no network beyond this machine, and a browser for those who ask."""

from __future__ import annotations

import json
import os
import shutil
import socket
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"  # make finds others
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
ROOT = Path(__file__).parents[1]
ARABIC = {
    'fr: "Le conseil se réunit à Lyon"': 'ar: "المجلس يجتمع في ليون"',
    'fr: "Une *première* séance. Elle dure un jour. Rien de plus."': (
        'ar: "جلسة *أولى* في ليون. تدوم يومًا واحدًا. لا أكثر."'
    ),
}
"""A text of the small timeline → its translation, which is put beside it."""
LOCAL = ("127.0.0.1", "localhost", "::1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--browser", action="store_true", help="run the tests that need Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--browser"):
        return
    skip = pytest.mark.skip(reason="needs Chromium: run with --browser")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands speak the site's language or English, whatever the developer speaks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any connection to another host; pipes and this machine's own addresses are fine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(sock: socket.socket, address: object) -> None:
        _refuse_far(sock, address)
        connect(sock, address)

    def guarded_ex(sock: socket.socket, address: object) -> int:
        _refuse_far(sock, address)
        return connect_ex(sock, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


def _refuse_far(sock: socket.socket, address: object) -> None:
    is_internet = sock.family in (socket.AF_INET, socket.AF_INET6)
    if is_internet and isinstance(address, tuple) and address[0] not in LOCAL:
        pytest.fail(f"a test tried to reach {address[0]}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium once for all tests of a run."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow, and for few

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def add_arabic() -> Callable[[Path], None]:
    """Return what gives a project of the small timeline a third language: a file of words."""
    return _add_arabic


def _add_arabic(project: Path) -> None:
    templates = project / "templates"
    shutil.copytree(ROOT / "site_templates", templates)
    words = tomllib.loads((templates / "words/en.toml").read_text("utf-8"))
    own = tomllib.loads((ROOT / "tests/words/ar.toml").read_text("utf-8"))
    (templates / "words/ar.toml").write_text(_as_toml(_merged(words, own)), "utf-8")
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert text.count("languages: [fr, en]") == 1
    more = f"languages: [fr, en, ar]\n      templates: {templates}"
    config.write_text(text.replace("languages: [fr, en]", more), "utf-8")
    record = project / "content/events/2024/conseil-lyon.yml"
    text = record.read_text("utf-8")
    for french, arabic in ARABIC.items():
        assert text.count(french) == 1, french
        text = text.replace(french, f"{french}\n  {arabic}")
    record.write_text(text, "utf-8")


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(base.get(key, {}), value) if isinstance(value, dict) else value
        for key, value in own.items()
    }
    return {**base, **both}


def _as_toml(table: dict[str, Any], prefix: str = "") -> str:
    """Return nested tables of texts as TOML; a text of JSON is one of TOML as well."""
    lines = [
        f"{json.dumps(key)} = {json.dumps(value)}"
        for key, value in table.items()
        if isinstance(value, str)
    ]
    parts = [f"[{prefix.rstrip('.')}]", *lines] if prefix else lines
    for key, value in table.items():
        if isinstance(value, dict):
            parts.append(_as_toml(value, f"{prefix}{json.dumps(key)}."))
    return "\n".join(parts) + "\n"
