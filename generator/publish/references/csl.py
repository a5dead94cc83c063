"""Works as CSL-JSON, which Zotero, Pandoc and citation processors read.

Source: Citation Style Language 1.0.2, csl-data.json and appendix IV (variables).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.publish.references.works import is_doubtful, plain_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.publish.references.works import Work
    from generator.record.edtf import Edtf


def csl_json(works: Iterable[Work]) -> str:
    """Return works as a file of CSL-JSON."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def _item(work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": work.key,
        "type": work.type,
        "title": work.title,
        "language": work.language,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.container_title,
        "publisher": work.publisher,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed),
        "URL": work.url,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _date(date: Edtf | None) -> dict[str, Any] | None:
    if not (parts := plain_parts(date)):
        return None
    written: dict[str, Any] = {"date-parts": [list(part) for part in parts]}
    return {**written, "circa": True} if is_doubtful(date) else written
