"""The page of data: what it tells people to copy does what it says."""

import json
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def examples(site, open_page):
    """Return the examples of the page, with the address of this machine in them."""
    page = open_page(f"{site}data/")
    found = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("h3[id^=example-]")].map(
             (name) => [name.textContent, name.nextElementSibling.textContent]))"""
    )
    public = "https://example.github.io/timeline/"
    assert all(public in code for code in found.values())
    return {name: code.replace(public, site) for name, code in found.items()}


def test_the_example_in_python_prints_dated_events_with_their_words(examples):
    done = subprocess.run(
        [sys.executable, "-c", examples["python"]], capture_output=True, text=True, check=True
    )
    assert "2024-03-04 conseil-lyon [(" in done.stdout


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_example_with_curl_gets_all_events(examples):
    done = subprocess.run(
        ["sh", "-c", examples["curl"]], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["total"] > 3


def test_the_example_in_javascript_lists_what_a_type_has(examples, site, open_page):
    page = open_page(site)
    lines = []
    page.on("console", lambda said: lines.append(said.text))
    code = examples["javascript"].replace("types/summit", "types/meeting")
    page.evaluate(f"async () => {{ {code} }}")
    assert any(line.startswith("2024-03-04 conseil-lyon") for line in lines)


def test_every_file_that_the_page_names_is_there(site, open_page):
    page = open_page(f"{site}data/")
    addresses = page.eval_on_selector_all(".entry a", "links => links.map((link) => link.href)")
    assert len(addresses) > 14
    for address in addresses:
        assert page.request.get(address).ok, address


def test_a_browser_is_told_of_the_feeds(site, open_page):
    page = open_page(f"{site}events/conseil-lyon/")
    feeds = page.eval_on_selector_all(
        "link[type='application/atom+xml']", "all => all.map(l => l.href)"
    )
    assert len(feeds) == 4  # what is new and what was corrected, in two languages
    for address in feeds:
        assert page.request.get(address).ok, address
