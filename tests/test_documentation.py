"""What the README and the guides name exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ["README.md", "README.fr.md", "CONTRIBUTING.md", "CONTRIBUTING.fr.md"]
PAGES = [*GUIDES, *(str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("docs/**/*.md")))]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_each_make_command_that_a_page_names_exists(page) -> None:
    named = set(re.findall(r"(?:^|`|\$ |&& )make ([a-z]+)", read(page), re.MULTILINE))
    assert named - TARGETS == set()


@pytest.mark.parametrize("page", PAGES)
def test_each_relative_link_leads_to_a_file(page) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", read(page))
    missing = [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", GUIDES)
def test_each_link_within_a_page_leads_to_a_heading(page) -> None:
    text = read(page)
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - headings == set()


def test_the_table_of_commands_lists_each_command_once() -> None:
    table = read("README.md").partition("<!-- commands -->")[2].partition("<!-- /commands -->")[0]
    rows = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(rows) == sorted(main.commands)


def test_both_guides_tell_the_same_dates_and_the_same_marks() -> None:
    english, french = read("CONTRIBUTING.md"), read("CONTRIBUTING.fr.md")
    dates = re.compile(r'^\| [^|]+ \| `"([^"]+)"` \|$', re.MULTILINE)
    assert dates.findall(english) == dates.findall(french) != []
    assert [english.count(mark) for mark in "👍👎"] == [french.count(mark) for mark in "👍👎"]
