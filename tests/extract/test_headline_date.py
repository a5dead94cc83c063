"""The date beside a headline: found where newsrooms set it, never a range or a sidebar's."""

import pytest

from generator.extract.article.reader import read_article

BODY = (
    "La mairie de Belleport a rouvert la halle aux poissons, fermée depuis l'hiver. "
    "Les étals sont de nouveau loués par quinze familles de pêcheurs, selon la régie du port.\n"
    "Le bâtiment avait perdu une partie de son toit dans une tempête.\n"
)
GERMAN = (
    "Die Stadt Hafenburg hat ihre alte Fischhalle wieder geöffnet, die seit dem Winter zu war. "
    "Fünfzehn Familien verkaufen dort nun wieder ihren Fang, wie die Verwaltung mitteilte.\n"
)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("La halle rouvre\nBelleport (Ille), 02.08.2020\n", "2020-08-02"),
        ("La halle rouvre\n07:34 16.03.2016\n", "2016-03-16"),
        ("La halle rouvre\nBelleport, le 10 février 2025. Photos : la rédaction.\n", "2025-02-10"),
        ("La halle rouvre\nBelleport (France) - lundi 12 février 2024, 01h12\n\n", "2024-02-12"),
        ("La halle aux poissons rouvre 09/02/2014 à 9h12 0 réaction\n", "2014-02-09"),
        ("La halle rouvre, une exposition du 11 février au 22 juin 2025\n", None),
        ("La halle rouvre\nBelleport, le 7 octobre 2024. ", "2024-10-07"),
        ("La halle rouvre\n27 mars 2023 | Mis à jour à 10h12\n", "2023-03-27"),
        ("La halle rouvre\n", None),
    ],
)  # fmt: skip
def test_a_french_headline_has_its_date_beside_it(tmp_path, head, date):
    path = tmp_path / "a.txt"
    path.write_text(head + BODY, encoding="utf-8")
    published = read_article(path, language="fr").published
    assert (published.text if published else None) == date


def test_a_german_date_line_with_a_town_and_a_sign_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Fischhalle ist wieder offen\nHafenburg, 31.07.2020 (red)\n" + GERMAN)
    assert read_article(path, language="de").published.text == "2020-07-31"


def test_a_german_dateline_with_a_day_and_a_dot_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Fischhalle ist wieder offen\nWindhuk, 9. April 2025 (Süddienst). " + GERMAN)
    assert read_article(path, language="de").published.text == "2025-04-09"


def test_a_clock_far_above_the_headline_is_not_the_date(tmp_path):
    page = "jeudi, 09 janvier 2014 -\n10:21 h\nACCUEIL\nSports\nAgenda\nPetites annonces\n"
    path = tmp_path / "a.txt"
    path.write_text(page + "\nLa halle aux poissons rouvre ses portes\n\n" + BODY)
    assert read_article(path, language="fr").published is None
