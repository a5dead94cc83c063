"""What the README and the guides name exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.record.schema import KINDS
from generator.record.store import read_content, read_record

ROOT = Path(__file__).resolve().parent.parent
FRONT = ["README.md", "README.fr.md", "CONTRIBUTING.md", "CONTRIBUTING.fr.md"]
GUIDES = [
    *FRONT,
    *(f"docs/{name}{end}.md" for name in ("editing", "reviewing") for end in ("", ".fr")),
]
PAGES = [*FRONT, *(str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("docs/**/*.md")))]
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
    targets = re.findall(r"(?:\]\(|src=\")(?!https?:|#)([^)#\"\s]+)", read(page))
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


@pytest.mark.parametrize("page", GUIDES)
def test_each_command_line_that_a_page_shows_is_understood(page) -> None:
    shown = re.findall(r"`timeline ([a-z]+)([^`]*)`", read(page))
    unknown = [
        f"{command} {option}"
        for command, rest in shown
        for option in re.findall(r"--[\w-]+", rest) or [""]
        if command not in main.commands or option not in options(command)
    ]
    assert unknown == []


def options(command: str) -> set[str]:
    found = main.commands[command]
    inner = found.commands.values() if isinstance(found, click.Group) else ()
    parameters = [parameter for each in (found, *inner) for parameter in each.params]
    return {"", "--help"}.union(*(parameter.opts for parameter in parameters))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "CONTRIBUTING.fr.md"])
def test_the_annotated_record_is_a_good_record(page) -> None:
    text = read(page).partition("```yaml\n")[2].partition("```")[0]
    record, problems = read_record(KINDS["events"], "content/events/2025/example.yml", text)
    events = read_content(ROOT).content.events
    real = events["deuxieme-sommet-chine-asie-centrale-astana"]
    assert problems == ()
    assert all(item in real.evidence for item in record.evidence)


def test_both_guides_tell_the_same_dates_and_the_same_marks() -> None:
    english, french = read("CONTRIBUTING.md"), read("CONTRIBUTING.fr.md")
    dates = re.compile(r'^\| [^|]+ \| `"([^"]+)"` \|$', re.MULTILINE)
    assert dates.findall(english) == dates.findall(french) != []
    assert [english.count(mark) for mark in "👍👎"] == [french.count(mark) for mark in "👍👎"]
