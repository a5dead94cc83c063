"""Ids from words: how the telling words of a name become an id, each given once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.record.folding import fold
from generator.record.passage import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = frozenset(
    re.findall(r"\w+", "a an and au aux d de des du et in l la le les of the un une")
)
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


def slug(text: str) -> str:
    """Return an id made of the telling words of a text; of its hash when it has no Latin letter."""
    words = re.findall(r"[a-z0-9]+", re.sub("['’]s\\b", "", fold(text)))
    telling = [word for word in words if word not in _SMALL] or words
    return join_slug(telling, text)


class Ids:
    """Gives out ids that are free, in constant time for however many of one name."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Begin with the ids that records have, or had."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Return the wanted id, or the next one that is free."""
        if wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        number = self._last.get(wanted, 1) + 1
        while f"{wanted}-{number}" in self._taken:
            number += 1
        self._last[wanted] = number
        self._taken.add(f"{wanted}-{number}")
        return f"{wanted}-{number}"
