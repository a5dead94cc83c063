"""How to cite a page: a sentence to copy, an address that stays, files for reference managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.references.files import reference_paths
from generator.publish.references.sentence import reference_text

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.publish.references.works import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceView:
    """A reference as a page offers it."""

    text: str
    url: str
    """Absolute; empty for a site that does not know its own address."""
    files: tuple[tuple[str, str], ...]
    """Name of each format and the path of its file."""


def view_reference(folder: str, identifier: str, work: Work, edition: Edition) -> ReferenceView:
    """Describe how a record's page, or the article that it is about, is cited."""
    return ReferenceView(
        text=reference_text(work, edition.words),
        url=work.url,
        files=reference_paths(folder, identifier, edition),
    )
