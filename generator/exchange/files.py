"""A file of another program as text: whatever encoding it has, or a reason that says what to do."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from generator.errors import ExchangeError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.exchange.imported import Remarks

MAX_BYTES = 200_000_000  # of one file; 10,000 rows have some 5 MB
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 1_000  # bytes by which a text in UTF-16 without a mark is told


def read_foreign(path: Path, remarks: Remarks) -> str:
    """Return the text of a file, line ends as line feeds.

    Args:
        path: the file.
        remarks: is told when the encoding was guessed.

    Raises:
        ExchangeError: no such file, too large, empty, or no text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ExchangeError(f"{path}: larger than {MAX_BYTES // 10**6} MB: import it in parts")
        data = path.read_bytes()
    except OSError as error:
        raise ExchangeError(f"{path}: could not be read: {error.strerror}") from error
    if data.startswith((_ZIP, _OLE)):
        raise ExchangeError(
            f'{path}: found a spreadsheet, expected text: save it as "CSV UTF-8" and import that'
        )
    text = _decode(data, str(path), remarks).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        column = text.index("\0") - text.rfind("\n", 0, text.index("\0"))
        raise ExchangeError(f"{path}:{line}:{column}: found a NUL character: this is no text file")
    if not text.strip():
        raise ExchangeError(f"{path}: found an empty file")
    return text


def _decode(data: bytes, name: str, remarks: Remarks) -> str:
    encoding = _UTF16.get(data[:2]) or _unmarked_utf16(data)
    try:
        if encoding:
            return data.decode(encoding).removeprefix("\ufeff")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if encoding:
            raise ExchangeError(
                f"{name}: found bytes that are no UTF-16: save it as UTF-8"
            ) from error
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
    message = "found bytes that are no UTF-8, so the file was read as Windows-1252"
    remarks.add((line, column), "import-guess", message, "Save it as UTF-8 if letters are wrong.")
    return data.decode("cp1252", errors="replace")


def _unmarked_utf16(data: bytes) -> str:
    """Return the encoding of Latin text in UTF-16 without a mark: every other byte is zero."""
    sample = data[:_SAMPLE]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[offset::2].count(0)
        if len(sample) > 1 and zeros > len(sample) // 3 and 0 not in sample[1 - offset :: 2]:
            return encoding
    return ""
