"""What all tests share: no network beyond this machine, and a browser for those who ask."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"  # make finds others
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
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
