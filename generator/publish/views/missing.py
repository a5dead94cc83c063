"""The page for addresses that do not exist: one for the whole site, in all its languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.publish.edition import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publish.edition import Edition
    from generator.publish.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEdition:
    """What it says in one language."""

    words: Wording
    direction: str
    root: str
    """Absolute way to the edition: a host shows the page under any address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """The page."""

    title: str
    """In the main language."""
    editions: tuple[MissingEdition, ...]


def view_missing(editions: Sequence[Edition]) -> MissingView:
    """Describe the page; the main edition comes first."""
    site = urlsplit(editions[0].options.site_url).path or "/"
    return MissingView(
        title=editions[0].words("missing.title"),
        editions=tuple(
            MissingEdition(
                words=edition.words,
                direction=direction(edition.words.language),
                root=site + edition.options.folder,
            )
            for edition in editions
        ),
    )
