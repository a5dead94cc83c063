"""A small timeline with one of everything: kinds of dates, of standing, of sources."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publish.catalogue import build_catalogue
from generator.publish.edition import TEMPLATES, Edition, SiteOptions
from generator.publish.wording import read_wording
from generator.record.edtf import parse_edtf
from generator.record.model import (
    Basis,
    Bound,
    Content,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Indicator,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
    ReviewStatus,
    Source,
)

if TYPE_CHECKING:
    from types import ModuleType

ARTICLE = "\n\n".join(
    ["# Un titre de l'article"]
    + [f"Paragraphe {number} de remplissage, sans rien à prouver." for number in range(60)]
    + ["Le conseil s'est réuni le 4 mars à Lyon, en présence de la maire."]
    + [f"Suite {number} de remplissage, sans rien à prouver." for number in range(60)]
)


def evidence(name: str, source: str, *supports: str, **says: str) -> Evidence:
    return Evidence(
        id=name,
        source=source,
        supports=supports,
        from_="Le conseil s'est réuni",
        to="présence de la maire.",
        at=(100, 165),
        hash="sha256-0123456789abcdef",
        says=says,
    )


def make_content() -> Content:
    events = (
        Event(
            id="conseil-lyon",
            title={"fr": "Le conseil se réunit à Lyon", "en": "The council meets in Lyon"},
            date=parse_edtf("2024-03-04"),
            dating=Dating(basis=Basis.RESOLVED, anchor=parse_edtf("2024-03-05"), rule="la-veille"),
            type=EventType.MEETING,
            status=ReviewStatus.REVIEWED,
            summary={"fr": "Une *première* séance. Elle dure un jour. Rien de plus."},
            note={"fr": "L'ordre du jour n'est pas connu."},
            place="lyon",
            participants=(
                Participant(who="jeanne-martin", role="host"),
                Participant(who="france"),
                Participant(who="inconnue"),
            ),
            organisations=("conseil",),
            series="conseils",
            figures=(
                Figure(
                    id="budget",
                    value=94_800_000_000,
                    unit="EUR",
                    indicator="budget",
                    period=parse_edtf("2024"),
                    bound=Bound.MORE_THAN,
                ),
                Figure(id="presents", value=45.5, unit="percent", what={"fr": "Présents"}),
            ),
            evidence=(
                evidence("e1", "gazette", "title", "date", "participants.jeanne-martin"),
                evidence("e2", "digest", "date", "figures.budget"),
                evidence("e3", "journal", "date", "place", date="2024", place="France"),
            ),
            formerly=("conseil-a-lyon",),
        ),
        Event(
            id="conseil-paris",
            title={"fr": "Le conseil se réunira à Paris"},
            date=parse_edtf("2025-09"),
            event_status=EventStatus.PLANNED,
            series="conseils",
            follows=("conseil-lyon",),
            figures=(
                Figure(
                    id="budget",
                    value=90_000_000_000,
                    unit="EUR",
                    indicator="budget",
                    period=parse_edtf("2025"),
                    bound=Bound.ABOUT,
                ),
            ),
            evidence=(evidence("e1", "gazette", "title", "figures.budget"),),
        ),
        Event(
            id="fete-annulee",
            title={"en": "A festival that was called off"},
            date=parse_edtf("1998~"),
            event_status=EventStatus.CANCELLED,
            place="lyon",
            part_of="conseil-lyon",
        ),
        Event(
            id="rumeur",
            title={"fr": "Une rumeur sans date"},
            status=ReviewStatus.DISPUTED,
            evidence=(evidence("e1", "journal", "title"),),
        ),
        Event(
            id="retire",
            title={"fr": "Un événement retiré"},
            date=parse_edtf("2024"),
            status=ReviewStatus.WITHDRAWN,
            evidence=(evidence("e1", "journal", "title", "date"),),
        ),
    )
    sources = (
        Source(
            id="gazette",
            title="La séance",
            language="fr",
            publisher="La Gazette",
            issued=parse_edtf("2024-03-05"),
            url="https://gazette.example/seance?id=1#haut",
        ),
        Source(id="journal", title="Sitzung in Lyon", language="de"),
        Source(
            id="digest",
            title="Résumé de la séance",
            language="fr",
            digest_of="gazette",
            rights="CC-BY-4.0",
        ),
    )
    return Content(
        events={item.id: item for item in sorted(events, key=lambda item: item.id)},
        sources={item.id: item for item in sorted(sources, key=lambda item: item.id)},
        people={
            "jeanne-martin": Person(
                id="jeanne-martin",
                name={"fr": "Jeanne Martin"},
                aliases=("J. Martin",),
                description={"fr": "Maire de Lyon."},
                country="FR",
                wikidata="Q1",
            )
        },
        organisations={
            "conseil": Organisation(
                id="conseil", name={"fr": "Conseil des élus"}, acronym={"fr": "CDÉ"}
            )
        },
        places={
            "france": Place(
                id="france", name={"fr": "France"}, kind=PlaceKind.COUNTRY, country="FR"
            ),
            "lyon": Place(
                id="lyon",
                name={"fr": "Lyon"},
                kind=PlaceKind.CITY,
                country="FR",
                part_of="france",
                latitude=45.76,
                longitude=-4.83,
                formerly=("lugdunum",),
            ),
        },
        indicators={
            "budget": Indicator(
                id="budget", name={"fr": "Budget du conseil"}, unit="EUR", places=("france",)
            )
        },
    )


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """Return the records of payloads; tests are no package, so that it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def content() -> Content:
    return make_content()


@pytest.fixture
def options() -> SiteOptions:
    return SiteOptions(
        site_name="Conseils",
        site_description="Qui s’est réuni.",
        site_url="https://conseils.example/",
        record_paths={("events", "conseil-lyon"): "content/events/2024/conseil-lyon.yml"},
        articles={"digest": ARTICLE},
    )


@pytest.fixture
def edition(content, options) -> Edition:
    words = read_wording(TEMPLATES / "words", "fr")
    return Edition(catalogue=build_catalogue(content), words=words, options=options)


@pytest.fixture
def words(edition):
    return edition.words
