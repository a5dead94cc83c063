"""A frame cut into pieces, so that the theme is run once and not ten thousand times.

The theme renders one page of each sort with stand-ins for what differs between pages of that sort;
the document is cut at the stand-ins, and every other page is joined from the pieces.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOTS = ("title", "description", "content", "canonical", "edit", "report", "head")

_STAND_IN = re.compile(r"zz-timeline-([a-z]+)-zz")
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?)\s+autocomplete="off"')
_CHARSET = re.compile(r"<meta charset=[^>]+>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document with holes: text, name of a slot, text, name, …, text."""

    pieces: tuple[str, ...]

    def join(self, values: Mapping[str, str]) -> str:
        """Return the document of one page.

        Args:
            values: slot → what stands there, already safe where the frame puts it.
        """
        return "".join(
            values[piece] if index % 2 else piece for index, piece in enumerate(self.pieces)
        )


def stand_in(slot: str) -> str:
    """Return the text that the theme is given in place of a slot's value.

    It has no character that any escaping or filter of a theme would change.
    """
    return f"zz-timeline-{slot}-zz"


def cut(document: str) -> Layout:
    """Cut a document that was rendered with stand-ins."""
    return Layout(tuple(_STAND_IN.split(document)))


def mend(document: str) -> str:
    """Return a document without the one thing in Material's frame that HTML does not allow.

    Its hidden switches are check boxes with ``autocomplete``, which only some inputs may have.
    """
    return _SWITCH.sub(r"\1", document)


def add_policy(document: str) -> str:
    """Return a document with a strict content security policy as its first metadata.

    Inline scripts of the theme are allowed by their hash; data blocks need no permission. Nothing
    else may run, and nothing is asked of another host.

    Source: W3C Content Security Policy Level 3, sections 2.3.1 and 3.3.
    """
    hashes = sorted(
        {
            _hash(body)
            for attributes, body in _SCRIPT.findall(document)
            if body and _runs(attributes)
        }
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda found: f"{found[0]}\n      {meta}", document, count=1)


def _hash(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def _runs(attributes: str) -> bool:
    """Say whether a script element holds code; JSON in one is data."""
    kind = re.search(r"type=[\"']?([^\"'\s>]+)", attributes)
    return kind is None or kind[1].lower() in {"module", "text/javascript"}
