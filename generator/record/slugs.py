"""Ids from words: how the telling words of a name become an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.passage import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SLUG = 60  # characters, so that a year and a number still fit into an id of 80


def join_slug(words: Iterable[str], text: str, *, limit: int = MAX_SLUG) -> str:
    """Join words with hyphens, as many as fit.

    Args:
        words: small ASCII letters and digits only, none empty.
        text: what they are from: without any word it is named by its hash, the same every time.
        limit: characters.
    """
    made = ""
    for word in words:
        if len(made) + len(word) >= limit:
            break
        made = f"{made}-{word}" if made else word
    return made or "x-" + digest(text).removeprefix("sha256-")
