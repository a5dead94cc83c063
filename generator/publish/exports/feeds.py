"""New events and corrections as Atom and as JSON Feed.

Source: RFC 4287; JSON Feed 1.1. An entry's id never changes, whatever becomes of its title.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.publish.exports.moments import LONG_AGO

if TYPE_CHECKING:
    from datetime import datetime

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50  # entries of a feed, the newest; the API has all
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; all texts are plain."""

    id: str
    """A URI that stays."""
    url: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of entries, the newest first."""

    id: str
    title: str
    home: str
    """Address of the site."""
    url: str
    """Address of the feed, without ``.xml`` or ``.json``."""
    language: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """Return when the newest entry changed."""
        return max((entry.updated for entry in self.entries), default=LONG_AGO)


def atom(feed: Feed) -> str:
    """Return a feed as an Atom document."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{feed.url}.xml")
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(ET.SubElement(root, f"{{{ATOM}}}author"), "name", feed.title)
    for entry in feed.entries:
        item = ET.SubElement(root, f"{{{ATOM}}}entry")
        _add(item, "id", entry.id)
        _add(item, "title", entry.title)
        _add(item, "published", _moment(entry.published))
        _add(item, "updated", _moment(entry.updated))
        _add(item, "link", rel="alternate", type="text/html", href=entry.url)
        for tag in entry.tags:
            _add(item, "category", term=tag)
        _add(item, "summary", entry.summary or entry.title)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed) -> str:
    """Return a feed as a JSON Feed document."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.url}.json",
        "language": feed.language,
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.summary or entry.title,
                "date_published": _moment(entry.published),
                "date_modified": _moment(entry.updated),
                **({"tags": list(entry.tags)} if entry.tags else {}),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if text:
        element.text = _ILLEGAL.sub("", text)


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
