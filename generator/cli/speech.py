"""In which language a command speaks: the one asked for, the person's own, or the site's."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from generator.record.messages import LANGUAGES, phrase, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SITE = re.compile(r"^ +languages?: *\[? *([a-z]{2})\b", re.MULTILINE)

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(sorted(LANGUAGES)),
    help="Language of the messages; by default yours (LANG), else the site's, else English.",
)


def choose_language(root: Path, asked: str | None) -> str:
    """Return the language to speak.

    Args:
        root: the project's folder, whose mkdocs.yml says the site's language.
        asked: what was asked for on the command line.
    """
    return asked or _own(os.environ) or _site(root) or "en"


def _own(environment: Mapping[str, str]) -> str:
    """Return the language that the person's system is set to; empty when it is to none of ours."""
    # The first of them that is set counts, as in POSIX; C and POSIX are no language.
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in named if value), "")
    return first[:2] if first[:2] in LANGUAGES and not first[2:3].isalpha() else ""


def _site(root: Path) -> str:
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    found = _SITE.search(text)
    return found[1] if found and found[1] in LANGUAGES else ""


def counted(number: int, noun: str, language: str) -> str:
    """Say how many there are of something: "1 problem", "3 fichiers"."""
    one = number == 1 or (number == 0 and language == "fr")  # French counts nought as one
    key = f"count.{noun}" if one else f"count.{noun}s"
    return say(phrase(key, count=number), language)
