"""A reference in words, as a reader puts it under a text, in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.references.works import WEB_PAGE
from generator.record.edtf import display

if TYPE_CHECKING:
    from generator.publish.references.works import Work
    from generator.publish.wording import Wording


def reference_text(work: Work, words: Wording) -> str:
    """Return a reference on one line, without the address, which a page shows as a link.

    Args:
        work: what is cited.
        words: of the page's language.
    """
    title = words("cite.title", title=work.title)
    parts = (work.author, title, work.container_title, work.publisher, _dated(work, words))
    return ", ".join(part for part in parts if part)


def _dated(work: Work, words: Wording) -> str:
    """Return how old a page is, if that is known, or when an article came out."""
    if work.issued is None:
        return "" if work.type == WEB_PAGE else words("cite.undated")
    date = display(work.issued, words.language)
    return words("cite.version", date=date) if work.type == WEB_PAGE else date
