"""A small site's records on another subject: a port town, its bridge and a newspaper."""

from pathlib import Path

import pytest

from generator.record.passage import name_passage, normalise

ARTICLE = (
    "Le Courrier du Port. Le 3 mai 2021, la ville de Belleport a ouvert le pont des Trois-Rives, "
    "long de 420 mètres, en présence de la maire Ada Quist."
)


def evidence_of(words: str, number: int, supports: str) -> str:
    """Write the evidence block of a passage of `ARTICLE`."""
    text = normalise(ARTICLE)
    start = text.text.index(words)
    passage = name_passage(text, start, start + len(words))
    return (
        f"  - id: e{number}\n    source: courrier-2021\n    supports: [{supports}]\n"
        f'    from: "{passage.from_}"\n    to: "{passage.to}"\n'
        f"    at: [{passage.at[0]}, {passage.at[1]}]\n    hash: {passage.hash}\n"
    )


EVENT = (
    'title:\n  fr: "Ouverture du pont des Trois-Rives"\n  en: "Opening of the Three Banks bridge"\n'
    'date: "2021-05-03"\ndating:\n  basis: stated\n'
    "type: project\nevent_status: happened\nstatus: reviewed\n"
    'summary:\n  fr: "Le pont relie les deux moitiés de la ville."\n'
    "place: belleport\nparticipants:\n  - who: ada-quist\n    role: mayor\n"
    'figures:\n  - id: length\n    what:\n      fr: "Longueur du pont"\n    value: 420\n'
    "    unit: m\n    bound: exactly\n"
    "evidence:\n"
    + evidence_of("Le 3 mai 2021, la ville de Belleport a ouvert le pont", 1, "title, date, place")
    + evidence_of("long de 420 mètres", 2, "figures.length")
    + evidence_of("la maire Ada Quist", 3, "participants.ada-quist")
)

FILES = {
    "events/2021/ouverture-pont.yml": EVENT,
    "sources/courrier-2021.yml": (
        'title: "Le Courrier du Port"\nlanguage: fr\nissued: "2021-05-04"\n'
        "url: https://courrier.example/pont\n"
    ),
    "people/ada-quist.yml": 'name:\n  fr: "Ada Quist"\n',
    "places/belleport.yml": 'name:\n  fr: "Belleport"\nkind: city\n',
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project's folder with records that have no problem."""
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def event_file(root: Path) -> Path:
    """The file of its one event."""
    return root / "content/events/2021/ouverture-pont.yml"


@pytest.fixture
def article() -> str:
    """The text that its evidence was taken from."""
    return ARTICLE
