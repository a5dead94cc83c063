"""An HTML page as readable text that maps back to the file, and what its head says of it.

The page is scanned here, in one pass forwards, because no parser at hand keeps the place of every
character and ends in linear time on hostile markup. What of it is the article, trafilatura says.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import trafilatura

from generator.extract.article.source_map import ReadableText, Run, join_runs, without_breaks
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_KEPT_WORDS = 25  # trafilatura's answer counts from so many words on; less is no article
KEPT_SHARE = 0.5  # of a line's letters that trafilatura must keep for the line to stay
PIECE_LETTERS = 20  # letters of a piece of a line that is looked for alone
MAX_SCRIPT = 200_000  # code points of a JSON-LD block; those of news sites have some five thousand

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt "  # noqa: SIM905 -- a list to read
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
    "nav ol option p pre section summary table tbody tfoot thead tr ul".split()
)
_RAW = frozenset(
    [
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
_CELLS = frozenset(("td", "th"))
_TOLD = frozenset(("html", "link", "meta", "time"))
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_TAG_STOP = re.compile(r"[\"'>]")
_ATTRIBUTE = re.compile(
    r"([a-zA-Z][\w:.-]{0,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
_CHARACTERS = r"(?:[^ \t\r\n\f&]++|&(?!#\w|[a-zA-Z][a-zA-Z0-9]))++"  # none is given back
_TEXT = re.compile(
    r"(?P<space>[ \t\r\n\f]+)|(?P<entity>&(?:#\w{1,8}|[a-zA-Z][a-zA-Z0-9]{1,30});?)"
    rf"|{_CHARACTERS}(?: {_CHARACTERS})*+"
)
_MARKUP = re.compile(r"<(?=[!?]|/?[a-zA-Z])")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag that tells something of the page."""

    name: str
    attributes: dict[str, str]
    """Lower-case names; entities resolved."""


@dataclass(slots=True, kw_only=True)
class HtmlPage:
    """What one pass over a page finds."""

    runs: list[Run] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    """``html``, ``link``, ``meta`` and ``time``, in order."""
    title: str = ""
    linked_data: list[str] = field(default_factory=list)
    """The texts of the JSON-LD blocks."""


def read_html(raw: str) -> tuple[ReadableText, HtmlPage]:
    """Return the visible text of a page, a line for each block, and what its head says."""
    page = _scan(raw)
    return join_runs(page.runs), page


def find_dropped(raw: str, text: str) -> tuple[Span, ...]:
    """Return the lines of a page's visible text that trafilatura finds not to be the article."""
    kept = trafilatura.extract(raw, include_comments=False, include_tables=True)
    return tuple(_dropped(text, without_breaks(kept or "")))


# -- one pass over the markup --------------------------------------------------------------------


def _scan(raw: str) -> HtmlPage:
    page = HtmlPage()
    place = 0
    while place < len(raw):
        markup = _MARKUP.search(raw, place)
        opening = markup.start() if markup else len(raw)
        _add_text(page, raw, place, opening)
        place = _read_markup(page, raw, opening) if opening < len(raw) else opening
    return page


def _read_markup(page: HtmlPage, raw: str, start: int) -> int:
    """Read what stands at a ``<``; return where it ends."""
    if raw.startswith("<!--", start):
        return _after(raw, "-->", start + len("<!--"))
    if raw.startswith(("<!", "<?"), start):
        return _after(raw, ">", start)
    match = _TAG_NAME.match(raw, start)
    assert match is not None  # noqa: S101 -- `_MARKUP` has seen a letter
    name = match.group(1).lower()
    end = _tag_end(raw, match.end())
    closing = raw.startswith("</", start)
    if name in _TOLD and not closing:
        page.tags.append(Tag(name=name, attributes=_attributes(raw[match.end() : end])))
    if name in _RAW and not closing:
        return _read_raw(page, raw, name, start, end)
    if name in _BLOCKS:
        _add_break(page, "\n", start, end)
    elif name in _CELLS:
        _add_break(page, "\t", start, end)
    return end


def _after(raw: str, sign: str, start: int) -> int:
    """Return the offset after a sign; the end of the file when it never comes."""
    place = raw.find(sign, start)
    return place + len(sign) if place >= 0 else len(raw)


def _tag_end(raw: str, place: int) -> int:
    """Return where a tag ends; a ``>`` in a quoted attribute does not end it."""
    while match := _TAG_STOP.search(raw, place):
        place = match.end()
        if match.group() == ">":
            return place
        if raw[max(0, match.start() - 2) : match.start()].rstrip()[-1:] == "=":
            place = _after(raw, match.group(), place)
    return len(raw)


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = next((part for part in match.groups()[1:] if part is not None), "")
        found.setdefault(match.group(1).lower(), html.unescape(value).strip())
    return found


def _read_raw(page: HtmlPage, raw: str, name: str, start: int, end: int) -> int:
    """Pass over an element whose inside is no readable text; keep titles and linked data."""
    if raw[end - 2 : end] == "/>":
        return end
    closing = re.compile(rf"</{name}(?![a-z])", re.IGNORECASE).search(raw, end)
    inside = raw[end : closing.start() if closing else len(raw)]
    if name == "title" and not page.title:
        page.title = " ".join(html.unescape(inside).split())
    if name == "script" and "ld+json" in raw[start:end] and len(inside) <= MAX_SCRIPT:
        page.linked_data.append(inside)
    return _after(raw, ">", closing.start()) if closing else len(raw)


def _add_text(page: HtmlPage, raw: str, start: int, end: int) -> None:
    """Add a text node: white space collapsed, entities resolved."""
    for match in _TEXT.finditer(raw, start, end):
        if match["space"]:
            _add_break(page, " ", match.start(), match.end())
        elif match["entity"]:
            said = html.unescape(match.group())
            page.runs.append(Run("\u00a0" if said.isspace() else said, match.start(), match.end()))
        else:
            page.runs.append(Run(match.group(), match.start(), match.end()))


def _add_break(page: HtmlPage, sign: str, start: int, end: int) -> None:
    """Add a space, the tab of a cell or a line break, unless one as wide is there already."""
    order = " \t\n"
    last = page.runs[-1].text if page.runs else "\n"
    if last in order and order.index(last) < order.index(sign):
        page.runs[-1] = Run(sign, start, end)
    elif last not in order:
        page.runs.append(Run(sign, start, end))


# -- what of the text is the article -------------------------------------------------------------


def _dropped(text: str, kept: str) -> Iterator[Span]:
    """Yield the lines of a text that are not in what trafilatura kept."""
    if len(_LETTERS.findall(kept)) < LEAST_KEPT_WORDS:
        return
    letters = "".join(_LETTERS.findall(text))
    covered = bytearray(len(letters))
    cursor = 0
    for line in kept.splitlines():
        for piece in _pieces(line, letters):
            place = letters.find(piece, cursor)
            if place < 0:
                place = letters.find(piece)
            if place >= 0:
                cursor = place + len(piece)
                covered[place:cursor] = b"\x01" * len(piece)
    offset = letter = 0
    for line in text.splitlines(keepends=True):
        length = sum(map(len, _LETTERS.findall(line)))
        if length and sum(covered[letter : letter + length]) < KEPT_SHARE * length:
            yield Span(offset, offset + len(line))
        offset += len(line)
        letter += length


def _pieces(line: str, letters: str) -> Iterator[str]:
    """Yield the letters of a line, or of its sentences where the page has not the whole line."""
    whole = "".join(_LETTERS.findall(line))
    if not whole:
        return
    if whole in letters:
        yield whole
        return
    for sentence in re.split(r"[.!?…]\s", line):
        piece = "".join(_LETTERS.findall(sentence))
        if len(piece) >= PIECE_LETTERS:
            yield piece
