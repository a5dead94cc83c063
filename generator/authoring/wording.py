"""What `timeline new` and `timeline form` say, in French and in English."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.authoring.likeness import Like

LANGUAGES = ("fr", "en")
FOLDER = Path(__file__).parent / "words"


@lru_cache(maxsize=len(LANGUAGES))
def read_words(language: str) -> Mapping[str, str]:
    """Return the sentences of a language by dotted key."""
    told = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    found = {key: text for key, text in told.items() if isinstance(text, str)}
    tables = {key: table for key, table in told.items() if isinstance(table, dict)}
    return found | {
        f"{key}.{name}": text for key, each in tables.items() for name, text in each.items()
    }


def say(key: str, language: str, **values: object) -> str:
    """Return a sentence; English for languages that it does not exist in.

    Raises:
        KeyError: there is no such sentence.
    """
    return read_words(told_in(language))[key].format(**values)


def told_in(language: str) -> str:
    """Return the language that somebody is spoken to in, whose texts are in another perhaps."""
    return language if language in LANGUAGES else "en"


def say_like(like: Like, path: str, language: str) -> str:
    """Say which record is there already, and what is the same."""
    why = say(f"like.{like.common}", language, value=like.value)
    return say("like.there", language, path=path, why=why)
