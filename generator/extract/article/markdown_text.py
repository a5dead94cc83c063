"""A Markdown file as readable text that maps back to the file, and its front matter.

Only what disturbs reading is taken out: the signs of headings and emphasis, addresses of links,
pictures, code and HTML. Lines that Markdown would join to a paragraph are joined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.extract.article.metadata import Metadata
from generator.extract.article.source_map import ReadableText, Run, join_runs
from generator.record.edtf import Edtf, EdtfError, parse_edtf
from generator.record.strict_yaml import Node, Shape, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_HEADING_END = re.compile(r"(?<![ \t])[ \t]++#{1,6}[ \t]*+$")
_RULE = re.compile(r" {0,3}(?:[-*_=][ \t]*){3,}$")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_BLOCK = re.compile(r"\s*(?:[-*+•–—]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||```|~~~|$)")
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+.!>-])"
    r"|(?P<comment><!--(?:[^-\n]|-(?!->)){0,2000}-->)"
    r"|(?P<picture>!\[[^\]\n]{0,300}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])?)"
    r"|(?P<target>(?<=\])(?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\]))"
    r"|(?P<footnote>\[\^[^\]\n]{1,50}\]:?)"
    r"|(?P<bracket>\[(?=[^\[\]\n]{1,500}\][(\[])|(?<!\\)\](?=[(\[]))"
    r"|(?P<html></?[a-zA-Z][^<>\n]{0,500}>|<(?:https?|mailto):[^<>\s]{1,500}>)"
    r"|(?P<emphasis>(?<![\w\\])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`+|~~)"
)
_FIELDS = ("title", "publisher", "author", "issued", "url", "language")
_SYNONYMS = {
    "date": "issued",
    "published": "issued",
    "container_title": "publisher",
    "lang": "language",
}


def read_markdown(raw: str, path: str) -> tuple[ReadableText, Metadata]:
    """Read a Markdown file.

    Raises:
        ArticleError: the front matter is no YAML, or its date no date.
    """
    front = _FRONT.match(raw)
    metadata = _front_matter(front.group(1), path) if front else Metadata()
    return join_runs(list(_runs(raw, front.end() if front else 0))), metadata


# -- the front matter ----------------------------------------------------------------------------


def _front_matter(text: str, path: str) -> Metadata:
    node, problems = parse_yaml(text, path)
    if problems:
        raise ArticleError(path, f"front matter: {problems[0]}")
    told: dict[str, str] = {}
    for key in node.keys() if node is not None and node.shape is Shape.MAPPING else ():
        name = _SYNONYMS.get(key.lower(), key.lower())
        value = _scalar(node.get(key)) if node is not None else None
        if name in _FIELDS and value:
            told.setdefault(name, value)
    return Metadata(
        title=told.get("title"),
        publisher=told.get("publisher"),
        author=told.get("author"),
        published=_issued(told.get("issued"), path),
        url=told.get("url"),
        language=told.get("language"),
    )


def _scalar(node: Node | None) -> str | None:
    if node is None or node.shape is not Shape.SCALAR or node.value is None:
        return None
    return str(node.value)


def _issued(value: str | None, path: str) -> Edtf | None:
    """Read the date of the front matter: EDTF, or a time stamp whose day counts."""
    if value is None:
        return None
    try:
        return parse_edtf(re.split(r"[T ](?=\d\d:)", value)[0])
    except EdtfError as error:
        raise ArticleError(path, f"front matter, issued: {error}") from error


# -- the text ------------------------------------------------------------------------------------


def _runs(raw: str, start: int) -> Iterator[Run]:
    fence = ""
    for match in _LINE.finditer(raw, start):
        line, place = match.group(), match.start()
        mark = _FENCE.match(line)
        if mark or fence:
            fence = ("" if fence == mark.group(1) else fence or mark.group(1)) if mark else fence
            continue
        bare = line.rstrip("\r\n")
        if _RULE.match(bare) or _DEFINITION.match(bare):
            continue
        yield from _inline(bare, place)
        yield _line_end(raw, place + len(bare), match.end(), heading=bool(_HEADING.match(bare)))


def _inline(line: str, place: int) -> Iterator[Run]:
    """Yield what is left of a line without its signs."""
    prefix = _HEADING.match(line) or _QUOTE.match(line)
    start = prefix.end() if prefix else 0
    suffix = _HEADING_END.search(line, start) if prefix and "#" in prefix.group() else None
    end = suffix.start() if suffix else len(line)
    for match in _INLINE.finditer(line, start, end):
        kept = match.end() - 1 if match["escape"] else match.end()
        yield Run(line[start : match.start()], place + start, place + match.start())
        start = match.end()
        yield Run(line[kept:start], place + kept, place + start)
    yield Run(line[start:end], place + start, place + end)


def _line_end(raw: str, start: int, end: int, *, heading: bool) -> Run:
    """Return what a line end reads as: a space inside a paragraph, else itself."""
    following = raw[end : raw.find("\n", end) if raw.find("\n", end) >= 0 else len(raw)]
    hard = heading or raw[max(0, start - 2) : start] == "  " or raw[start - 1 : start] in {"", "\n"}
    if hard or _BLOCK.match(following) or end == len(raw):
        return Run(raw[start:end], start, end)
    return Run(" ", start, end)
