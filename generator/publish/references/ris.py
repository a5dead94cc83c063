"""Works as RIS: two letters, two spaces, a hyphen, a space; a line for each statement.

Source: the RIS format specification (Research Information Systems, 2001), as EndNote and Zotero
read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.references.works import ARTICLE, is_doubtful, one_line, plain_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.references.works import Work
    from generator.record.edtf import Edtf

YEAR_DIGITS = 4
_TYPES = {ARTICLE: "NEWS"}


def ris(works: Iterable[Work]) -> str:
    """Return works as a file of RIS, in UTF-8; its lines end in CR and LF."""
    return "".join(f"{tag}  - {value}\r\n" for work in works for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.type, "ELEC")
    yield "ID", work.key
    yield "TI", one_line(work.title)
    if work.author:
        yield "AU", one_line(work.author).replace("*", "")  # the one sign that names may not have
    if work.container_title:
        yield "T2", one_line(work.container_title)
    if work.publisher:
        yield "PB", one_line(work.publisher)
    if written := _date(work.issued):
        yield "PY", written[:YEAR_DIGITS]
        yield "DA", written
    if read := _date(work.accessed):
        yield "Y2", read
    yield "LA", one_line(work.language)
    if work.url:
        yield "UR", one_line(work.url)
    if work.note:
        yield "N1", one_line(work.note)
    yield "ER", ""


def _date(date: Edtf | None) -> str:
    """Return a date as ``YYYY/MM/DD/``, the unknown left empty; nothing for a doubtful one."""
    parts = plain_parts(date)
    if len(parts) != 1 or is_doubtful(date) or not 0 < parts[0][0] <= 9999:  # noqa: PLR2004
        return ""
    year, *rest = parts[0]
    month, day = (*(f"{number:02}" for number in rest), "", "")[:2]
    return f"{year:04}/{month}/{day}/"
