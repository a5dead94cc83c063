"""Passages marked in a text that may be shown, so that a reader sees what rests on which words.

The text is safe HTML already; only marks and notes are put between its characters. A note's number
is drawn by the style sheet and is no text: a link to a passage has to find the words as they are.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.record.passage import normalise
from generator.record.standing import Standing, verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.record.model import Evidence

_TOKEN = re.compile(r"<[^>]*>|&#?\w+;|[^<]", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|blockquote|br|hr|dd|dt|dl|pre|t[dhr])\b", re.IGNORECASE
)
_OPEN, _CLOSE = '<mark class="cited">', "</mark>"
_NOTE = Markup(
    '<a class="cited__note" id="{anchor}" href="{href}" data-n="{number}" aria-label="{label}"></a>'
)
STANDS = (Standing.OK, Standing.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage to mark, and what its note is."""

    passage: Evidence
    anchor: str
    """Of the note."""
    href: str
    """What rests on the passage."""
    number: int
    label: str
    """The note for screen readers."""


def mark_passages(page: Markup, marks: Sequence[Mark]) -> Markup:
    """Return a text with its passages marked; one that does not stand in it is left out.

    Args:
        page: safe HTML.
        marks: in the order of their numbers.
    """
    if not marks:
        return page
    tokens = _TOKEN.findall(str(page))
    seen = "".join(_visible(token) for token in tokens)
    text = normalise(seen)
    inside: set[int] = set()
    notes: dict[int, list[Mark]] = {}
    for mark in marks:
        verdict = verify(mark.passage, text)
        if verdict.standing in STANDS:
            start, end = text.to_raw(verdict.start, verdict.end)
            inside.update(range(start, end))
            notes.setdefault(end - 1, []).append(mark)
    return Markup("".join(_written(tokens, inside, notes)))  # noqa: S704  # safe pieces of a safe page


def _visible(token: str) -> str:
    """Return what a reader sees of a token: a character, a new line for the edge of a block."""
    if token.startswith("<"):
        return "\n" if _BLOCK.match(token) else ""
    return html.unescape(token)


def _written(
    tokens: Iterable[str], inside: set[int], notes: dict[int, list[Mark]]
) -> Iterator[str]:
    place, is_open = 0, False
    for token in tokens:
        is_tag = token.startswith("<")
        wanted = not is_tag and place in inside
        if wanted != is_open:
            yield _OPEN if wanted else _CLOSE
            is_open = wanted
        yield token
        place += len(_visible(token))
        for mark in notes.pop(place - 1, ()) if not is_tag else ():
            if is_open:
                yield _CLOSE
                is_open = False
            yield _NOTE.format(
                anchor=mark.anchor, href=mark.href, number=mark.number, label=mark.label
            )
    if is_open:
        yield _CLOSE
