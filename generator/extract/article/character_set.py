"""The characters that the bytes of an article file stand for.

UTF-8 is what files should be in; pages say of themselves what they are in, and are wrong as often
as right; a text file says nothing. What is certain goes first, a guess last.
"""

from __future__ import annotations

import codecs
import re

HEAD = 4_096  # bytes in which a page declares its character set
SAMPLE = 8_000  # bytes by which a character set is guessed
RARE_FAULTS = 10  # characters that are no ASCII, for each fault that UTF-8 may have: it was cut
LATIN_SHARE = 0.25  # of the bytes, up to which the high ones are accented letters of a Latin text
ZEROS_SHARE = 0.4  # of every second byte, from which a file is in UTF-16

_DECLARED = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-zA-Z0-9_:-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|meta)", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Declared character set → the larger one that is meant; source: WHATWG Encoding Standard, 4.2."""


def decode(data: bytes) -> str:
    """Return the text that bytes stand for.

    Raises:
        UnicodeDecodeError: they are no text in any character set that can be told.
    """
    wide = _wide(data)
    if wide:
        return data.decode(wide)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        for name in (_declared(data), _damaged_utf8(data), *_guesses(data)):
            text = _decoded(data, name)
            if text is not None:
                return text
        raise error from None


def is_wide(data: bytes) -> bool:
    """Say whether bytes are in UTF-16, where every other one may be zero."""
    return _wide(data) is not None


def _wide(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:SAMPLE]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros and zeros.count(0) >= ZEROS_SHARE * len(zeros):
            return name
    return None


def _declared(data: bytes) -> str | None:
    """Return the character set that a page declares, or the larger one that is meant by it."""
    head = data[:HEAD]
    declared = _DECLARED.search(head) if _MARKUP.search(head) else None
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.group(1).decode("ascii")).name
    except LookupError:
        return None
    return None if name == "utf-8" else _MEANT.get(name, name)


def _damaged_utf8(data: bytes) -> str | None:
    """Return UTF-8 for bytes that are in it but for a few, such as half a character at the end."""
    text = data.decode(errors="replace")
    faults = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - faults
    return "utf-8" if faults * RARE_FAULTS <= good else None


def _guesses(data: bytes) -> list[str]:
    """Return the character sets that bytes may be in, the likeliest first."""
    high = len(_HIGH.findall(data[:SAMPLE]))
    if high <= LATIN_SHARE * len(data[:SAMPLE]):
        return ["cp1252"]
    from trafilatura.utils import detect_encoding  # noqa: PLC0415 -- only for what is no UTF-8

    return detect_encoding(data[:SAMPLE])


def _decoded(data: bytes, name: str | None) -> str | None:
    """Return the text of bytes; None when they are not in this character set."""
    if name is None:
        return None
    try:
        return data.decode(name, errors="replace" if name == "utf-8" else "strict")
    except (LookupError, UnicodeDecodeError):
        return None
