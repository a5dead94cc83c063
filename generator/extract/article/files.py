"""An article file as text, exactly as it stands on the disk, or a reason that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.extract.article.character_set import decode, is_wide

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 16_000_000  # an article of five million characters in three times as much markup

_KINDS = {
    b"%PDF": "is a PDF document; save the article as text or HTML",
    b"PK\x03\x04": "is a ZIP archive or an office document; save the article as text or HTML",
    b"\xd0\xcf\x11\xe0": "is an office document; save the article as text or HTML",
    b"\x1f\x8b": "is compressed; unpack it first",
    b"\x89PNG": "is a picture; save the article as text or HTML",
    b"\xff\xd8\xff": "is a picture; save the article as text or HTML",
    b"GIF8": "is a picture; save the article as text or HTML",
}


def read_text(path: Path) -> str:
    """Read a file.

    Newlines are untouched. What is no UTF-8 is read in the character set that it declares or that
    its bytes show; offsets are then of the text so read.

    Raises:
        ArticleError: there is no such file, or it is no text.
    """
    data = _read_bytes(path)
    if not data.strip():
        raise ArticleError(str(path), "is empty; save the article's text in it")
    for start, reason in _KINDS.items():
        if data.startswith(start):
            raise ArticleError(str(path), reason)
    if b"\0" in data and not is_wide(data):
        raise ArticleError(str(path), "is no text; save the article as text, Markdown or HTML")
    try:
        return decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8 (byte {error.start + 1}, line {line}); save it in UTF-8"
        raise ArticleError(str(path), reason) from error


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
