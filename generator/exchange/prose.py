"""Text between formats: HTML to the Markdown of our records and back, and the links in it.

Foreign HTML is cut to a short list of tags first (nh3), so what is walked here is well formed and
cannot run; what it becomes is sanitised once more where the site shows it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import markdown
import nh3

from generator.exchange.imported import clean_line, clean_prose
from generator.record.values import is_safe_url

MAX_BRACKETS = 1_000  # the converter takes the square of their number
MAX_TAGS = 5_000  # of one text; cleaning takes the square of their depth
MAX_DEPTH = 20  # of quotes and lists: deeper ones are written as they stand
_TAGS = {
    *("a", "b", "strong", "i", "em", "cite", "br", "p", "div", "ul", "ol", "li"),
    *("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "code"),
}
_SHOWN = _TAGS - {"div", "cite"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*"}
_BLOCKS = {"p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_LOOKS_HTML = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|cite|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|script"
    r"|small|span|strong|style|sub|sup|svg|table|td|th|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG_START = re.compile(r"<(?=[\w/!?])")
_LINE_START = re.compile(r"[#>+-]|(?<=[0-9])[.)](?=\s)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]+)\)|<(https?://[^\s<>]+)>")
_DEEP = re.compile(rf"^(?:[ \t]*[>*+-]){{{MAX_DEPTH}}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a text leads to, with the words that lead there."""

    words: str
    url: str


def is_html(text: str) -> bool:
    """Say whether a text has a tag in it, rather than a mere "<"."""
    return bool(_LOOKS_HTML.search(text))


def to_markdown(text: str) -> str:
    """Return HTML as Markdown: paragraphs, lists, emphasis, links to the web; nothing that runs."""
    if text.count("<") > MAX_TAGS:
        return clean_prose(_escaped(html.unescape(re.sub(r"<[^<>]*>", " ", text))))
    safe = nh3.clean(
        text,
        tags=_TAGS,
        clean_content_tags={"script", "style", "template", "noscript", "iframe"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )
    walker = _Walker()
    walker.feed(safe)
    walker.close()
    return clean_prose(re.sub(r"[ ]*\n[ ]*(?=\n)", "\n", "".join(walker.parts)))


def plain_words(text: str) -> str:
    """Return HTML, or what may be it, as one line of plain text."""
    if not is_html(text) and "&" not in text:
        return clean_line(text)
    text = re.sub(r"(?i)<(?:br|/p|/div|/li)\b[^<>]*>", " ", text) if is_html(text) else text
    stripped = nh3.clean(text, tags=set()) if is_html(text) else text
    return clean_line(html.unescape(stripped))


def to_html(text: str) -> str:
    """Return Markdown as HTML of few tags; a single paragraph without its frame."""
    if text.count("[") > MAX_BRACKETS or _DEEP.search(text):
        return html.escape(text, quote=False)
    try:
        made = markdown.markdown(text, extensions=["sane_lists"])
    except RecursionError:
        return html.escape(text, quote=False)
    safe = nh3.clean(
        made,
        tags=set(_SHOWN),
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )
    only = re.fullmatch(r"<p>((?:(?!</?p>).)*)</p>", safe.strip(), re.DOTALL)
    return only[1] if only else safe.strip()


def to_plain(text: str) -> str:
    """Return Markdown as plain text of several lines; an address stands after its words."""
    text = _LINK.sub(lambda m: m[3] or (f"{m[1]} ({m[2]})" if m[1] != m[2] else m[2]), text)
    made = re.sub(r"</(?:p|li|h[1-6]|blockquote)>", "\n\n", to_html(text))
    return clean_prose(html.unescape(re.sub(r"<[^<>]*>", "", made)))


def link_addresses(text: str) -> str:
    """Return plain text as Markdown in which the addresses of the web are links."""
    parts = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)\]'])", clean_prose(text))
    marked = (f"<{part}>" if is_safe_url(part) else _escaped(part) for part in parts)
    return "".join(marked)


def find_links(text: str) -> tuple[Link, ...]:
    """Return the links of a Markdown text that a browser may follow, each address once."""
    found: dict[str, Link] = {}
    for match in _LINK.finditer(text):
        url = match[2] or match[3]
        if is_safe_url(url):
            words = clean_line(re.sub(r"\\(.)", r"\1", match[1] or "")).strip("*_ ")
            found.setdefault(url, Link(words or url, url))
    return tuple(found.values())


@dataclass
class _Walker(HTMLParser):
    """Writes Markdown for HTML that nh3 has cleaned."""

    parts: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    """Of each open list: the number of the next item, 0 without numbers."""
    links: list[tuple[str, int]] = field(default_factory=list)
    """Of each open link: its address and where its words begin."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        if tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            number = self.lists[-1] if self.lists else 0
            self.parts.append("\n" + (f"{number}. " if number else "- "))
            if number:
                self.lists[-1] += 1
        elif tag == "a":
            self.links.append((dict(attrs).get("href") or "", len(self.parts)))
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
            if tag in {"ul", "ol"}:
                self.lists.append(1 if tag == "ol" else 0)

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag == "a" and self.links:
            self._end_link(*self.links.pop())
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
            if tag in {"ul", "ol"} and self.lists:
                self.lists.pop()

    def _end_link(self, url: str, start: int) -> None:
        words = " ".join("".join(self.parts[start:]).split())
        del self.parts[start:]
        url = url.replace("(", "%28").replace(")", "%29")
        self.parts.append(f"[{words or url}]({url})" if is_safe_url(url) else words)

    def handle_data(self, data: str) -> None:
        text = _escaped(re.sub(r"[^\S\u00a0\u202f]+", " ", data))
        if not self.parts or self.parts[-1].endswith("\n"):
            text = text.lstrip()
            text = (
                _LINE_START.sub(r"\\\g<0>", text, count=1)
                if re.match(r"[#>+-]|[0-9]{1,9}[.)]\s", text)
                else text
            )
        self.parts.append(text)


def _escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    text = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", _ENTITY.sub("&amp;", text))
    return _TAG_START.sub("&lt;", text)
