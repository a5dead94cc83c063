"""An article file as text, exactly as it stands on the disk, or a reason that says what to do."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from generator.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8_000_000  # a page with its pictures inlined; an article alone has some ten thousand
HEAD = 4_096  # bytes in which a page declares its character set

_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-zA-Z0-9_:-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|meta)", re.IGNORECASE)
_KINDS = {
    b"%PDF": "is a PDF document; save the article as text or HTML",
    b"PK\x03\x04": "is a ZIP archive or an office document; save the article as text or HTML",
    b"\xd0\xcf\x11\xe0": "is an office document; save the article as text or HTML",
    b"\x1f\x8b": "is compressed; unpack it first",
    b"\x89PNG": "is a picture; save the article as text or HTML",
    b"\xff\xd8\xff": "is a picture; save the article as text or HTML",
    b"GIF8": "is a picture; save the article as text or HTML",
    codecs.BOM_UTF16_LE: "is in UTF-16; save it in UTF-8",
    codecs.BOM_UTF16_BE: "is in UTF-16; save it in UTF-8",
}


def read_text(path: Path) -> str:
    """Read a file.

    Text is UTF-8, newlines untouched. HTML that is no UTF-8 is read in the character set that it
    declares; offsets are then of the text so read.

    Raises:
        ArticleError: there is no such file, or it is no text.
    """
    data = _read_bytes(path)
    if not data.strip():
        raise ArticleError(str(path), "is empty; save the article's text in it")
    for start, reason in _KINDS.items():
        if data.startswith(start):
            raise ArticleError(str(path), reason)
    if b"\0" in data:
        raise ArticleError(str(path), "is no text; save the article as text, Markdown or HTML")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _declared(path, data, error)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(str(path), "is a folder; name the article files in it")
        if not path.exists():
            raise ArticleError(str(path), "no such file; check the spelling of its name")
        if not path.is_file():
            raise ArticleError(str(path), "is no regular file; save the article in one")
        size = path.stat().st_size
        if size > MAX_BYTES:
            reason = f"has {size} bytes, at most {MAX_BYTES} are read; keep one article in a file"
            raise ArticleError(str(path), reason)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise ArticleError(str(path), f"cannot be read ({error}); check its permissions") from error


def _declared(path: Path, data: bytes, error: UnicodeDecodeError) -> str:
    """Decode a page that is no UTF-8 as it declares itself."""
    head = data[:HEAD]
    charset = _CHARSET.search(head) if _MARKUP.search(head) else None
    line = data.count(b"\n", 0, error.start) + 1
    reason = f"is not UTF-8 (byte {error.start + 1}, line {line}); save it in UTF-8"
    if charset is None:
        raise ArticleError(str(path), reason) from error
    name = charset.group(1).decode("ascii")
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError) as second:
        raise ArticleError(str(path), f"{reason}; it declares {name}, which fails too") from second
