"""Contributed Markdown to HTML that cannot run: converted, then cut to a short list of tags."""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache

import markdown
import nh3
from markupsafe import Markup

from generator.publish.links import any_url

INLINE = frozenset({"a", "abbr", "b", "br", "code", "em", "i", "strong", "sub", "sup"})
BLOCK = INLINE | {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
DOCUMENT = BLOCK | {
    *("h1", "h2", "h3", "h4", "h5", "h6"),
    *("dd", "dl", "dt", "table", "tbody", "td", "th", "thead", "tr"),
}
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
PAGE_ATTRIBUTES = ATTRIBUTES | {f"h{level}": {"id"} for level in range(1, 7)}
HEADINGS_FROM = 3  # level that a first-level heading of an article becomes
CACHED = 4096  # rendered texts kept between rebuilds of `mkdocs serve`


@lru_cache(maxsize=CACHED)
def render_markdown(text: str) -> Markup:
    """Return the Markdown of a summary, a note or a description as safe HTML, without headings."""
    return _render(text, BLOCK)


@lru_cache(maxsize=CACHED)
def render_article(text: str) -> Markup:
    """Return the Markdown of a whole article as safe HTML, its headings from level 3 down."""
    return _render(text, DOCUMENT)


def clean_page(page: str) -> Markup:
    """Return the HTML of a hand-written page without what could run; headings keep their ids."""
    return Markup(_sanitise(page, DOCUMENT, PAGE_ATTRIBUTES))  # noqa: S704  # nh3 made it safe


def plain_text(text: str) -> str:
    """Return contributed Markdown as text on one line, unescaped."""
    stripped = nh3.clean(str(render_markdown(text)), tags=set())
    return " ".join(html.unescape(stripped).split())


def first_sentences(text: str, count: int = 2, limit: int = 320) -> str:
    """Return the beginning of a plain text: whole sentences where that is possible.

    Args:
        text: plain text.
        count: sentences at most.
        limit: code points at most; a longer first sentence is cut at a word, with an ellipsis.
    """
    ends = [match.end() for match in re.finditer(r"[.!?…](?=\s+[^\W\d_a-zà-ÿ]|\s*$)", text)]
    kept = [end for end in ends[:count] if end <= limit]
    if kept:
        return text[: kept[-1]]
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def json_for_script(text: str) -> Markup:
    """Return JSON that may stand inside a ``<script>`` of any type.

    Source: HTML Living Standard, "Restrictions for contents of script elements".
    """
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  # nothing is left that could end the element


def _render(text: str, tags: frozenset[str]) -> Markup:
    try:
        converted = _converter().reset().convert(text)
    except RecursionError:  # thousands of nested quotes: nothing that a reader could use
        return Markup("<p>{}</p>").format(text)
    return Markup(_sanitise(converted, tags, ATTRIBUTES))  # noqa: S704  # nh3 made it safe


def _sanitise(page: str, tags: frozenset[str], attributes: dict[str, set[str]]) -> str:
    return nh3.clean(
        page,
        tags=set(tags),
        attributes=attributes,
        attribute_filter=_keep_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    return (any_url(value) or None) if name == "href" else value


@cache
def _converter() -> markdown.Markdown:
    """Return the one converter; headings are moved below the two levels that a page has itself."""
    return markdown.Markdown(
        extensions=["sane_lists", "toc"],
        extension_configs={"toc": {"baselevel": HEADINGS_FROM, "marker": ""}},
    )
