"""Titles of events: what, of whom, where, in correct French and English."""

import pytest

from generator.extract.reading import read


def _titles(tmp_path, text: str, **more) -> list[str]:
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8", newline="")
    reading = read(path, **{"language": "fr", "issued": "2024-05-17", **more})
    return [event.title for event in reading.events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "La ministre a inauguré jeudi à Oran une usine de câbles.",
            "Inauguration d'une usine de câbles à Oran",
        ),
        (
            "Le sommet de l'OCS s'est ouvert jeudi à Astana, au Kazakhstan.",
            "Sommet de l'OCS à Astana",
        ),
        (
            "Un séisme de magnitude 6,1 a secoué jeudi le Pérou.",
            "Séisme de magnitude 6,1 au Pérou",
        ),
        (
            "Le Maroc et le Portugal ont signé jeudi un accord à Rabat.",
            "Accord entre le Maroc et le Portugal à Rabat",
        ),
        (
            "La police a arrêté mercredi l'homme d'affaires Tomas Berg à Bergen.",
            "Arrestation de Tomas Berg à Bergen",
        ),
        (
            "Le groupe a fermé mardi son usine de Lille.",
            "Fermeture de l'usine à Lille",
        ),
        (
            "Des habitations ont été détruites mardi à Beira, au Mozambique.",
            "Destruction d'habitations à Beira",
        ),
    ],
)
def test_a_title_says_what_of_whom_and_where(tmp_path, text, title):
    assert title in _titles(tmp_path, text)


def test_a_clause_without_a_noun_of_its_own_is_told_without_its_date(tmp_path):
    text = "Lundi dernier, les pompiers de Metz ont fouillé toute la nuit les décombres."
    (title,) = _titles(tmp_path, text)
    assert title.startswith("Les pompiers")
    assert "undi" not in title
    assert "…" not in title


def test_no_title_puts_a_country_in_brackets(tmp_path):
    text = "Ouagadougou - Vingt civils ont été tués mardi dans une attaque au Burkina Faso."
    assert all("(Burkina Faso)" not in title for title in _titles(tmp_path, text))
