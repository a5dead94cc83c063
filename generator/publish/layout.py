"""A document cut into pieces, so that a frame is rendered once and not ten thousand times.

One page of each sort is rendered with stand-ins for what differs between pages of that sort; the
document is cut at the stand-ins, and every other page is joined from the pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_STAND_IN = re.compile(r"zz-timeline-([a-z]+)-zz")


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
    """Return the text that a template is given in place of a slot's value.

    It has no character that any escaping or filter would change.
    """
    return f"zz-timeline-{slot}-zz"


def cut(document: str) -> Layout:
    """Cut a document that was rendered with stand-ins."""
    return Layout(tuple(_STAND_IN.split(document)))
