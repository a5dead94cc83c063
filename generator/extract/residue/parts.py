"""What a piece of a page can be, and a page taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extract.span import Span


class Part(StrEnum):
    """What a piece of a page is."""

    BODY = "body"
    """The article's own text."""
    FURNITURE = "furniture"
    """Belongs to the article and tells nothing: byline, date line, caption, repeated title."""
    RESIDUE = "residue"
    """What the site put around the article."""


Parts = tuple[Part | None, ...]
"""One for each line of a page; None where nothing has been decided yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page taken apart; spans are of its text, sorted, without white space around them."""

    title: Span | None
    """The headline where it first stands; None when nothing looks like one."""
    body: tuple[Span, ...]
    """The article's own text, headline included, in pieces of at most one line."""
    furniture: tuple[Span, ...]
    residue: tuple[Span, ...]
