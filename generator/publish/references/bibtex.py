r"""Works as BibTeX that BibTeX, BibLaTeX and Biber read.

BibTeX counts braces even where a backslash stands before them, so that a brace of the text is
written as a command. What must keep its capitals stands in braces of its own.

Source: O. Patashnik, "BibTeXing" (1988); the biblatex manual, 2.2.2 and 2.3.8 (dates are EDTF).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.references.works import ARTICLE, is_doubtful, one_line, plain_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.references.works import Work
    from generator.record.edtf import Edtf

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex(works: Iterable[Work]) -> str:
    """Return works as a file of BibTeX, in UTF-8."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    kind = "article" if work.type == ARTICLE and work.container_title else "misc"
    lines = (f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind))
    return f"@{kind}{{{work.key},\n{''.join(lines)}}}\n"


def _fields(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_text(work.title)}}}"
    if work.author:
        yield "author", f"{{{_text(work.author)}}}"  # in braces: one name, not to be taken apart
    if work.container_title:
        name = "journal" if kind == "article" else "howpublished"
        yield name, f"{{{_text(work.container_title)}}}"
    if work.publisher:
        yield "publisher", f"{{{_text(work.publisher)}}}"
    yield from _dates(work.issued)
    if work.url:
        yield "url", one_line(work.url).translate(_URL)
    if plain_parts(work.accessed) and work.accessed and not is_doubtful(work.accessed):
        yield "urldate", work.accessed.text
    yield "langid", _text(work.language)
    if work.note:
        yield "note", _text(work.note)


def _dates(date: Edtf | None) -> Iterator[tuple[str, str]]:
    """Yield the date as BibLaTeX has it and, for BibTeX, year and month where they are certain."""
    parts = plain_parts(date)
    if date is None or not parts:
        return
    yield "date", date.text
    if len(parts) == 1 and not is_doubtful(date):
        yield "year", str(parts[0][0])
        if len(parts[0]) > 1:
            yield "month", str(parts[0][1])


def _text(text: str) -> str:
    return one_line(text).translate(_SPECIAL)
