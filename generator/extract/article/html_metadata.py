"""What an HTML page says of its article in so many words: meta tags, JSON-LD, marked times.

Nothing is guessed from the text of the page or from its address.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.extract.article.metadata import Metadata
from generator.extract.article.written_dates import find_dates
from generator.record.edtf import Edtf, EdtfError, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.article.html_text import HtmlPage, Tag

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHERS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "parsely-author")
_DATES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "citation_publication_date", "citation_date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_URLS = ("og:url", "twitter:url")
_ARTICLES = ("Article", "Posting", "Report")
_ISO = re.compile(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_MAX_NODES = 200  # of a JSON-LD graph; those of news sites have some ten


def read_html_metadata(page: HtmlPage) -> Metadata:
    """Collect what a page says of its article."""
    meta = _meta(page.tags)
    linked = next(_linked_articles(page.linked_data), {})
    title = _first(meta, _TITLES) or _name(linked.get("headline"))
    url = _canonical(page.tags) or _first(meta, _URLS) or _name(linked.get("url"))
    return Metadata(
        title=title,
        publisher=_first(meta, _PUBLISHERS) or _name(linked.get("publisher")),
        author=_author(_first(meta, _AUTHORS)) or _author(_name(linked.get("author"))),
        published=_published(meta, linked, page.tags),
        url=url if url and url.startswith(("https://", "http://")) else None,
    )


def page_title(page: HtmlPage, publisher: str | None) -> str | None:
    """Return the window's title without the name of the site."""
    parts = re.split(r"\s+[|–—•»:-]\s+", page.title)
    kept = [part for part in parts if part and part != publisher]
    return max(kept, key=len) if kept else None


def _meta(tags: list[Tag]) -> dict[str, str]:
    """Return the meta tags by lower-case name; the first of each name counts."""
    found: dict[str, str] = {}
    for tag in tags:
        told = tag.attributes
        name = told.get("property") or told.get("name") or told.get("itemprop") or ""
        if tag.name == "meta" and told.get("content"):
            found.setdefault(name.lower(), told["content"])
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _canonical(tags: list[Tag]) -> str | None:
    for tag in tags:
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            return tag.attributes.get("href")
    return None


def _author(name: str | None) -> str | None:
    """Return a name, not the address of a profile."""
    return None if name is None or "/" in name or "@" in name else name


# -- dates ---------------------------------------------------------------------------------------


def _published(meta: dict[str, str], linked: dict[str, Any], tags: list[Tag]) -> Edtf | None:
    stated = [meta[name] for name in _DATES if name in meta]
    stated += [value for value in [linked.get("datePublished")] if isinstance(value, str)]
    stated += [tag.attributes["datetime"] for tag in tags if _is_publication_time(tag)]
    return next((edtf for edtf in map(_edtf, stated) if edtf is not None), None)


def _is_publication_time(tag: Tag) -> bool:
    """Say whether a ``time`` element is marked as the time of publication."""
    told = tag.attributes
    if tag.name != "time" or not told.get("datetime"):
        return False
    marks = " ".join(told.get(name, "") for name in ("itemprop", "class", "property")).lower()
    published = "pubdate" in told or "publish" in marks or "entry-date" in marks
    return published and not re.search(r"modif|updated(?! published)", marks)


def _edtf(value: str) -> Edtf | None:
    """Read the day of a time stamp as its own clock shows it, or a date in words."""
    match = _ISO.match(value.strip())
    if match is None:
        dates = find_dates(value)
        return dates[0].edtf if dates else None
    try:
        return parse_edtf("-".join(match.groups()))
    except EdtfError:
        return None


# -- JSON-LD -------------------------------------------------------------------------------------


def _linked_articles(blocks: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of the JSON-LD blocks that are articles."""
    for block in blocks:
        try:
            data = json.loads(block)
        except (ValueError, RecursionError):
            continue  # a broken block says nothing; the page may still have meta tags
        for node in _nodes(data):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names):
                yield node


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """Yield the nodes at the top of a block and in its ``@graph``."""
    top = data if isinstance(data, list) else [data]
    for node in top[:_MAX_NODES]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            if isinstance(graph, list):
                yield from (child for child in graph[:_MAX_NODES] if isinstance(child, dict))


def _name(value: object) -> str | None:
    """Return a text, the name of a node, or the names of a list of them."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [name for name in map(_name, value[:_MAX_NODES]) if name]
        return ", ".join(names) or None
    return " ".join(value.split()) or None if isinstance(value, str) else None
