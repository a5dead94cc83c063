"""Rows of a delimited file, each cell with its heading, line and column.

A French spreadsheet writes semicolons, an old one Windows-1252, an American one commas; what a cell
has in it is text, also where a spreadsheet would run it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import ExchangeError
from generator.exchange.imported import clean_line
from generator.record.escapes import escape_cell, unescape_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.exchange.imported import Remarks

DELIMITERS = ",;\t|"
MAX_CELL = 100_000  # code points; a text of a record has 5,000 at most
MAX_COLUMNS = 500
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_FORMULA = re.compile(r"[=@]\s*[A-Za-z_]+\s*\(|=[A-Z]{1,3}[0-9]+|[=+-]\s*[A-Za-z]+\|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings."""

    line: int
    """1-based line of the file that it begins on."""
    cells: Mapping[str, str]
    """Heading → text, white space around it gone; empty cells too."""
    columns: Mapping[str, int]
    """Heading → 1-based number of its column."""

    def place(self, heading: str) -> tuple[int, int]:
        """Return line and column of a cell."""
        return self.line, self.columns.get(heading, 1)


def read_rows(text: str, remarks: Remarks) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the headings and the rows of a delimited text.

    Rows that cannot be read as the headings promise are left out, with a remark each.

    Raises:
        ExchangeError: no headings, one heading twice, or a quote that does not end.
    """
    text, delimiter = _delimiter(text)
    lines = _parsed(text, delimiter, remarks.path)
    try:
        line, head = next(lines)
    except StopIteration:
        raise ExchangeError(f"{remarks.path}: found an empty file") from None
    headings = tuple(clean_line(cell) for cell in head)
    while headings and not headings[-1]:
        headings = headings[:-1]
    _check_headings(headings, remarks.path, line)
    columns = {heading: number for number, heading in enumerate(headings, start=1)}
    rows = (_row(line, cells, columns, remarks) for line, cells in lines)
    return headings, tuple(row for row in rows if row)


def render_rows(headings: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return a CSV file: commas, CRLF, no cell that a spreadsheet runs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([escape_cell(heading) for heading in headings])
    for row in rows:
        writer.writerow([_safe(row.get(heading, "")) for heading in headings])
    return out.getvalue()


def _safe(cell: str) -> str:
    """Escape a cell; a number may begin with a minus."""
    return cell if _NUMBER.fullmatch(cell) else escape_cell(cell)


def _delimiter(text: str) -> tuple[str, str]:
    """Return the rows and what parts their cells: named by a first line "sep=;", else counted."""
    first, _, rest = text.partition("\n")
    if named := re.fullmatch(r"sep=(.)", first.strip("\ufeff \"'")):
        return rest, named[1]
    unquoted = re.sub(r'"[^"]*"', "", first)
    return text, max(DELIMITERS, key=unquoted.count)


def _parsed(text: str, delimiter: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty with the line each begins on."""
    longest = csv.field_size_limit(len(text) + 1)  # ours is `MAX_CELL`, with row and column
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                hint = "a quote inside a text is written twice, and each text in quotes must end"
                raise ExchangeError(f"{path}:{line}: found a row that is no CSV: {hint}") from error
            if any(cell.strip() for cell in cells):
                yield line, cells
    finally:
        csv.field_size_limit(longest)


def _check_headings(headings: tuple[str, ...], path: str, line: int) -> None:
    if len(headings) > MAX_COLUMNS:
        raise ExchangeError(f"{path}:{line}: found {len(headings)} columns, expected headings")
    for number, heading in enumerate(headings, start=1):
        if heading and heading in headings[: number - 1]:
            raise ExchangeError(f'{path}:{line}:{number}: found the heading "{heading}" twice')


def _row(line: int, cells: list[str], columns: Mapping[str, int], remarks: Remarks) -> Row | None:
    width = max(columns.values(), default=0)  # not their number: headings may be empty
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        message = f"found {len(cells)} cells, expected {width}: the row is left out"
        hint = "Put a text that has the delimiter in it between double quotes."
        where = (line, width + 1)
        remarks.add(where, "import-row", message, hint, severity="error")
        return None
    cells = [*cells, *[""] * (width - len(cells))]
    for heading, number in columns.items():
        cell = cells[number - 1]
        if len(cell) > MAX_CELL:
            message = f"found {len(cell)} characters in one cell: the row is left out"
            hint = f"Keep a cell below {MAX_CELL}."
            remarks.add((line, number), "import-row", message, hint, severity="error")
            return None
        if _FORMULA.match(cell.strip()):
            message = f'"{heading}" has a formula, which is taken as text'
            remarks.add((line, number), "import-guess", message)
    texts = {h: unescape_cell(cells[number - 1].strip()) for h, number in columns.items() if h}
    return Row(line, texts, columns)
