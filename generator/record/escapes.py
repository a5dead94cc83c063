"""Text inside other formats: cells that no spreadsheet runs, lines of a calendar.

Who writes such files for the site and who writes them for other programs both need it.
"""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LONGEST = 75  # octets of a calendar's line without its end
_CONTINUES, _CONTINUATION = 0b1100_0000, 0b1000_0000  # of a byte that is not a character's first
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def escape_cell(text: str) -> str:
    """Return a cell that no spreadsheet runs: what looks like a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text


def unescape_cell(text: str) -> str:
    """Return what `escape_cell` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def calendar_text(text: str) -> str:
    """Escape a value of iCalendar's type TEXT (RFC 5545, 3.3.11)."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def calendar_line(text: str) -> str:
    """Fold a line of a calendar at 75 octets, never inside a character, and end it."""
    raw = text.encode()
    pieces = []
    while len(raw) > LONGEST:
        cut = LONGEST
        while raw[cut] & _CONTINUES == _CONTINUATION:  # inside a character
            cut -= 1
        pieces.append(raw[:cut])
        raw = b" " + raw[cut:]
    return b"\r\n".join((*pieces, raw)).decode() + "\r\n"
