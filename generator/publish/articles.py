"""The article texts that may be published: own digests and texts under an open licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.record.model import Source

FOLDER = "content/articles"
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_articles(root: Path, sources: Mapping[str, Source]) -> dict[str, str]:
    """Read the texts of the sources whose records name an open licence.

    Args:
        root: the project's root.
        sources: the sources of the site; a text without one is not published, nor is one of a
            source without `rights`.

    Returns:
        Source id → Markdown without its front matter.
    """
    texts = {}
    for source in sources.values():
        path = root / FOLDER / f"{source.id}.md"
        if source.rights and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            texts[source.id] = _FRONT_MATTER.sub("", text).strip()
    return texts
