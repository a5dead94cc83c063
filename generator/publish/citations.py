"""A source as reference managers read it from the head of a page.

Source: Google Scholar's inclusion guidelines (``citation_*``), which Zotero and Mendeley follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.publish.links import web_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Source


def citation_tags(source: Source) -> Markup:
    """Return the ``meta`` elements of an article, safe HTML."""
    tag = Markup('<meta name="citation_{}" content="{}">')
    return Markup("\n    ").join(tag.format(name, text) for name, text in _fields(source))


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "title", source.title
    if source.author:
        yield "author", source.author
    if source.container_title or source.publisher:
        yield "journal_title", source.container_title or source.publisher or ""
    if source.publisher:
        yield "publisher", source.publisher
    if source.issued and "/" not in source.issued.text:
        yield "publication_date", source.issued.text.rstrip("~?%").replace("-", "/")
    yield "language", source.language
    if url := web_url(source.url):
        yield "public_url", url
