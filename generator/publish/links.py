"""Addresses: where a page lives, which links are safe, and links that jump to a passage.

Every address that comes from a record passes through here, because a URL is where hostile text
stops being text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from generator.record.values import is_safe_url

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80  # code points of an id, as in docs/record-format

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Browsers drop or reinterpret these inside an address, so that "java\tscript:" would run.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029<>\"\\^`{|}]")


def record_path(kind: str, record_id: str) -> str:
    """Return the address of a record's page, relative to the root of any edition.

    Args:
        kind: the folder of the record's kind, such as ``events``.
        record_id: the record's id.

    Raises:
        ValueError: the id could leave its folder; the schema refuses such an id long before.
    """
    if len(record_id) > MAX_ID or not ID.fullmatch(record_id):
        message = f"{record_id!r} is no id"
        raise ValueError(message)
    return f"{kind}/{record_id}/"


def root_of(path: str) -> str:
    """Return the relative way from a page back to the root of its path, ``./`` for the root."""
    return "../" * path.count("/") or "./"


def web_url(url: str | None) -> str:
    """Return an absolute ``http`` or ``https`` address, or an empty string for anything else."""
    text = (url or "").strip()
    return text if is_safe_url(text) else ""


def any_url(url: str | None) -> str:
    """Return an address that contributed text may link to, or an empty string.

    Allowed are ``http``, ``https`` and ``mailto``, and addresses relative to the page.
    """
    text = (url or "").strip()
    if not text or _UNSAFE.search(text) or text.startswith("//"):
        return ""
    if not _SCHEME.match(text):
        # "&colon;" and "%3a" before the first slash can become a scheme further on.
        head = re.split(r"[/?#]", text, maxsplit=1)[0]
        return "" if re.search(r"[:&%]", head) else text
    return text if text.lower().startswith("mailto:") else web_url(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words by which a browser finds a passage, as `record.quotation` chose them."""

    first: str
    last: str = ""
    """The same as `first`, or empty, when the passage is given whole."""
    prefix: str = ""
    suffix: str = ""


def passage_fragment(words: Words) -> str:
    """Return the text directive that selects a passage, without the ``#``.

    Source: URL Fragment Text Directives (WICG), section "The fragment directive".
    """
    start, end = _directive_text(words.first), _directive_text(words.last)
    if not start:
        return ""
    prefix, suffix = _directive_text(words.prefix), _directive_text(words.suffix)
    parts = (prefix and f"{prefix}-", start, end if end != start else "", suffix and f"-{suffix}")
    return ":~:text=" + ",".join(part for part in parts if part)


def passage_url(url: str, words: Words) -> str:
    """Return an address that opens a page at a passage and highlights it.

    Args:
        url: a safe address; its own fragment is kept, an older text directive is replaced.
        words: the passage; without words the address leads to the page.
    """
    directive = passage_fragment(words)
    base, _, fragment = url.partition("#")
    anchor = fragment.split(":~:", 1)[0]
    return f"{base}#{anchor}{directive}" if anchor or directive else base


@lru_cache(maxsize=2**16)
def anchor_name(*parts: str) -> str:
    """Return a fragment identifier made of the parts; the same parts give the same anchor."""
    words = (re.sub(r"[^a-z0-9]+", "-", part.casefold()).strip("-") for part in parts)
    return "-".join(word or "x" for word in words)


def _directive_text(words: str) -> str:
    """Percent-encode words; ``-``, ``,`` and ``&`` are the directive's own punctuation."""
    return quote(words.strip(), safe="", errors="replace").replace("-", "%2D")
