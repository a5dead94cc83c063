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
_BETWEEN_TAGS = re.compile(r">[ \t]*\n\s*<")
_DEEP_QUOTE = re.compile(r"^(?:[ \t]*>){20}", re.MULTILINE)  # readers of HTML stop at some depth
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_FRENCH_SPACE = re.compile(r"(?<=\S) (?=»|[:;?!](?:\s|$))|(?<=«) ")
_UNTOUCHED = re.compile(r"(<(?:code|pre)\b.*?</(?:code|pre)>|<[^>]*>)", re.DOTALL)
MAX_BRACKETS = 1000  # the converter takes the square of their number: 0.1 s here, 36 s at 20,000
CACHED = 4096  # rendered texts kept between rebuilds of `mkdocs serve`


@lru_cache(maxsize=CACHED)
def render_markdown(text: str, language: str) -> Markup:
    """Return the Markdown of a summary, a note or a description as safe HTML, without headings."""
    return _typeset_html(_render(text, BLOCK), language)


@lru_cache(maxsize=CACHED)
def render_article(text: str) -> Markup:
    """Return the Markdown of a whole article as safe HTML, its headings from level 3 down."""
    return _render(text, DOCUMENT)


def clean_page(page: str, language: str) -> Markup:
    """Return the HTML of a hand-written page without what could run; headings keep their ids."""
    safe = Markup(_sanitise(page, DOCUMENT, PAGE_ATTRIBUTES))  # noqa: S704  # nh3 made it safe
    return _typeset_html(safe, language)


@lru_cache(maxsize=CACHED)
def plain_text(text: str) -> str:
    """Return contributed Markdown as text on one line, unescaped."""
    stripped = nh3.clean(str(_render(text, BLOCK)), tags=set())
    return " ".join(html.unescape(stripped).split())


def typeset(text: str, language: str) -> str:
    """Return text with the spaces and apostrophes that its language is printed with.

    No line may begin with a dash or, in French, with high punctuation; apostrophes are curly. Only
    for our own words: a quotation stays as it was read.

    Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, "Espacement".
    """
    text = _APOSTROPHE.sub("’", text).replace(" – ", "\u00a0– ")
    return _FRENCH_SPACE.sub("\u00a0", text) if language == "fr" else text


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
    if text.count("[") > MAX_BRACKETS or _DEEP_QUOTE.search(text):
        return Markup("<p>{}</p>").format(text)
    try:
        converted = _converter().reset().convert(text)
    except RecursionError:  # thousands of nested lists: nothing that a reader could use
        _converter.cache_clear()  # it was left in the middle of the text, and `reset` is not enough
        return Markup("<p>{}</p>").format(text)
    return Markup(_sanitise(converted, tags, ATTRIBUTES))  # noqa: S704  # nh3 made it safe


def _typeset_html(page: Markup, language: str) -> Markup:
    # Outside tags only; a ">" inside an attribute could at worst give that attribute a curly quote.
    parts = _UNTOUCHED.split(str(page))
    parts[::2] = [typeset(part, language) for part in parts[::2]]
    return Markup("".join(parts))  # noqa: S704  # changed in spaces and apostrophes alone


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


def tight(html: Markup | str) -> Markup:
    """Return markup of ours without line breaks between its tags: browsers make a node of each.

    Only for templates in which no space is meant where a line ends.
    """
    return Markup(_BETWEEN_TAGS.sub("><", html))  # noqa: S704 -- it was safe, and stays so
