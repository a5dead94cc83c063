"""Make up a timeline of any size, the same one each time, for measuring and for looking at.

    python scripts/made_up.py FOLDER EVENTS

Names and sentences are made of syllables. Dates are of every precision and standing, people and
places are as unevenly spread as in life: few have many events, most have one or two.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.record.edtf import parse_edtf
from generator.record.model import (
    Event,
    EventStatus,
    EventType,
    Evidence,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
    ReviewStatus,
    Source,
)
from generator.record.render import render_record
from generator.record.store import default_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.record.model import Record

ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ka",
    "la",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "an",
    "er",
)
FIRST, LAST = 1950, 2026
DATES = (
    ["{y}-{m:02}-{d:02}"] * 12
    + ["{y}-{m:02}-{d:02}/{y}-{m:02}-28"]
    + ["{y}-{m:02}"] * 3
    + ["{y}", "{y}", "{y}-{m:02}~", "{y}?", "[..{y}-{m:02}-{d:02}]"]
)
SETTINGS = """site_name: Une chronologie inventée
site_url: https://example.org/
docs_dir: content/pages
theme: {name: material, font: false}
plugins:
  - timeline:
      language: fr
      exports: false
      eras:
        - {when: 1950/1979, fr: Les commencements, en: Beginnings}
        - {when: 1980/1999, fr: La grande extension, en: The great extension}
        - {when: 2000/.., fr: Le temps présent, en: The present}
"""


def write_timeline(folder: Path, events: int) -> None:
    """Write a project with that many events into an empty folder."""
    for record in make_records(events):
        path = folder / default_path(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_record(record), encoding="utf-8")
    pages = folder / "content/pages"
    pages.mkdir(parents=True)
    shutil.copy(ROOT / "content/pages/about.md", pages)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")


def make_records(events: int) -> Iterator[Record]:
    """Yield the records of a made-up timeline."""
    chance = random.Random(events)  # noqa: S311 -- no secret
    sizes = {
        "countries": 40,
        "cities": 200,
        "people": max(events // 5, 10),
        "organisations": max(events // 50, 5),
        "sources": max(events // 20, 5),
    }
    names = {kind: [f"{kind}-{number}" for number in range(size)] for kind, size in sizes.items()}
    for name in names["countries"]:
        yield Place(id=name, name={"fr": words(chance, 1)}, kind=PlaceKind.COUNTRY)
    for name in names["cities"]:
        (inside,) = some(chance, names["countries"], 1)
        yield Place(id=name, name={"fr": words(chance, 1)}, kind=PlaceKind.CITY, part_of=inside)
    for name in names["people"]:
        yield Person(id=name, name={"fr": words(chance, 2)})
    for name in names["organisations"]:
        yield Organisation(id=name, name={"fr": words(chance, 3)})
    for name in names["sources"]:
        yield Source(id=name, title=words(chance, 6), language="fr", publisher=words(chance, 1))
    for number in range(events):
        yield make_event(number, chance, names)


def make_event(number: int, chance: random.Random, names: Mapping[str, Sequence[str]]) -> Event:
    """Make up an event; most happened lately."""
    year = LAST - int((LAST - FIRST) * chance.random() ** 2)
    date = chance.choice(DATES).format(y=year, m=chance.randint(1, 12), d=chance.randint(1, 28))
    happened = chance.random() < 0.93  # noqa: PLR2004
    dated = number % 97 > 0
    who = some(chance, names["people"], chance.randint(0, 4))
    bodies = some(chance, names["organisations"], chance.randint(0, 1))
    claims = ["title", *["date"] * dated, "place", "summary"]
    claims += [f"participants.{name}" for name in who]
    claims += [f"organisations.{name}" for name in bodies]
    return Event(
        id=f"evenement-{number}",
        title={"fr": words(chance, chance.randint(4, 10))},
        date=parse_edtf(date) if dated else None,
        type=chance.choice(list(EventType)),
        event_status=EventStatus.HAPPENED if happened else chance.choice(list(EventStatus)),
        status=chance.choice([ReviewStatus.REVIEWED, ReviewStatus.DRAFT]),
        summary={"fr": words(chance, chance.randint(12, 30)) + "."},
        place=some(chance, names["cities"], 1)[0],
        participants=tuple(Participant(who=name) for name in who),
        organisations=bodies,
        series=f"serie-{number % 40}" if number % 12 == 0 else None,
        evidence=tuple(
            Evidence(
                id=f"e{place}",
                source=source,
                supports=tuple(claims),
                from_=words(chance, 3),
                to=words(chance, 3),
                at=(10, 90),
                hash="sha256-0123456789abcdef",
            )
            for place, source in enumerate(some(chance, names["sources"], chance.randint(1, 4)))
        ),
    )


def some(chance: random.Random, names: Sequence[str], count: int) -> tuple[str, ...]:
    """Return up to so many of the names, the first ones much oftener."""
    drawn = (names[int(len(names) * chance.random() ** 3)] for _ in range(count))
    return tuple(dict.fromkeys(drawn))


def words(chance: random.Random, count: int) -> str:
    """Return made-up words, the first one with a capital letter."""
    made = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count))
    return " ".join(made).capitalize()


if __name__ == "__main__":
    write_timeline(Path(sys.argv[1]), int(sys.argv[2]))
