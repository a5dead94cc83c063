"""The formats by name: what reads one, and how an event is described in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.errors import ExchangeError
from generator.exchange import calendars, front_matter, slides, tables, timelinejs
from generator.exchange.files import read_foreign
from generator.exchange.imported import Reading, Remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.exchange.dates import Order
    from generator.exchange.naming import Words
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody said about the file that is to be read."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name of a column → its heading, of a table."""
    order: Order = ""
    """Whether the day or the month comes first in 03/04/1911."""


def read_source(
    path: Path, format_name: str, asked: Asked, files: Callable[[list[Path]], Iterable[Path]] = iter
) -> Reading:
    """Read a file of another program, or a folder of files with front matter.

    Args:
        path: the file or the folder.
        format_name: ``timelinejs``, ``csv``, ``ics`` or ``front-matter``.
        asked: what was said about it.
        files: passes the files of a folder on, one by one: a bar on a terminal.

    Raises:
        ExchangeError: it cannot be read as that.
        UsageError: a column was named that is not there.
    """
    remarks = Remarks(path.name)
    if format_name == front_matter.FORMAT:
        return _read_folder(path, asked, files, remarks)
    if path.is_dir():
        raise ExchangeError(f"{path}: found a folder, expected a file")
    text = read_foreign(path, remarks)
    if format_name == slides.FORMAT:
        return timelinejs.read_timelinejs(text, path.name, remarks)
    if format_name == calendars.FORMAT:
        return calendars.read_calendar(text, path.name, remarks)
    return tables.read_table(text, path.name, remarks, asked.columns, asked.order)


def _read_folder(
    path: Path, asked: Asked, files: Callable[[list[Path]], Iterable[Path]], remarks: Remarks
) -> Reading:
    if path.is_dir():
        found = (each for each in path.rglob("*") if each.suffix in front_matter.SUFFIXES)
        paths = sorted(each for each in found if each.is_file() and not each.is_symlink())
        if not paths:
            raise ExchangeError(f"{path}: found no {', '.join(front_matter.SUFFIXES)} file in it")
    else:
        paths = [path]
    base = path if path.is_dir() else path.parent
    entries = []
    for each in files(paths):
        name = each.relative_to(base).as_posix()
        shown = f"{path.name}/{name}" if path.is_dir() else name
        try:
            text = read_foreign(each, remarks)
        except ExchangeError as error:
            message = f"{str(error).partition(': ')[2]}: left out"
            remarks.add((1, 1), "import-row", message, severity="error", path=shown)
            continue
        entry = front_matter.read_file(text, shown, name, remarks, asked.order)
        entries += [entry] if entry else []
    return Reading(
        format=front_matter.FORMAT,
        path=path.name,
        entries=tuple(entries),
        problems=tuple(remarks.problems),
    )


def describe_in(format_name: str) -> Callable[[Event, Words], Mapping[str, Any] | None]:
    """Return what describes an event in a format, None where the format cannot hold it."""
    described: dict[str, Callable[[Event, Words], Mapping[str, Any] | None]] = {
        slides.FORMAT: slides.make_slide,
        calendars.FORMAT: calendars.make_entry,
        front_matter.FORMAT: front_matter.make_entry,
        tables.FORMAT: tables.make_row,
    }
    return described[format_name]
