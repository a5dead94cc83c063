from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.figures.finder import FigureMention, distinct_figures, find_figures
from generator.extract.span import Span
from generator.record.edtf import Edtf, parse_edtf
from generator.record.model import Bound

CORPUS = Path(__file__).parents[1] / "corpus"
LANGUAGES = ("de", "en", "es", "fr")


def _read(language: str) -> dict:
    return yaml.safe_load((CORPUS / language / "figures.yml").read_text(encoding="utf-8"))


def _phrases() -> list:
    return [
        pytest.param(language, expected, phrase, id=f"{language}: {phrase}")
        for language in LANGUAGES
        for expected, phrases in _read(language)["figures"].items()
        for phrase in phrases
    ]


def _never() -> list:
    return [
        pytest.param(language, phrase, id=f"{language}: {phrase}")
        for language in LANGUAGES
        for phrase in _read(language)["never"]
    ]


def _find(text: str, language: str = "fr", timexes: tuple = ()) -> tuple[FigureMention, ...]:
    return find_figures(text, [Span(0, len(text))], language=language, timexes=timexes)


def _said(figure: FigureMention) -> str:
    bound = "" if figure.bound is Bound.EXACTLY else f" {figure.bound}"
    currency = f" {figure.currency}" if figure.currency else ""
    return f"{figure.value} {figure.unit}{currency}{bound}"


@pytest.mark.parametrize(("language", "expected", "phrase"), _phrases())
def test_a_phrase_says_its_figures(language, expected, phrase):
    assert "; ".join(map(_said, _find(phrase, language))) == expected


@pytest.mark.parametrize(("language", "phrase"), _never())
def test_a_phrase_without_a_claim_has_no_figure(language, phrase):
    assert [_said(figure) for figure in _find(phrase, language)] == []


@dataclass(frozen=True)
class _Timex:
    """Stands in for `timex.Timex`: what a figure needs of a date expression."""

    start: int
    end: int
    edtf: Edtf | None
    type: str = "DATE"


def _with_dates(text: str, **dates: str | None) -> list[tuple[float, str | None]]:
    """Find figures; each keyword is a date expression, spaces as underscores, and its meaning."""
    timexes = []
    for words, meaning in dates.items():
        start = text.index(words.strip("_").replace("_", " "))
        edtf = parse_edtf(meaning) if meaning else None
        timexes.append(_Timex(start, start + len(words.strip("_")), edtf))
    found = _find(text, timexes=tuple(sorted(timexes, key=lambda timex: timex.start)))
    return [(f.value, f.period.text if f.period else None) for f in found]


def test_a_date_right_after_a_figure_is_its_period():
    text = "Le commerce a atteint 94 milliards de dollars en 2024."
    assert _with_dates(text, _2024="2024") == [(94e9, "2024")]


def test_a_date_before_a_figure_is_its_period():
    text = "En 2024, le commerce a atteint 94 milliards de dollars."
    assert _with_dates(text, _2024="2024") == [(94e9, "2024")]


def test_each_of_two_figures_has_the_date_after_it():
    text = "La part est passée de 10 % en 2019 à 15 % en 2023."
    assert _with_dates(text, _2019="2019", _2023="2023") == [(10, "2019"), (15, "2023")]


def test_figures_that_are_joined_share_the_date_after_the_last():
    text = "Le séisme a fait 12 morts et 30 blessés en mars 2021."
    assert _with_dates(text, mars_2021="2021-03") == [(12, "2021-03"), (30, "2021-03")]


def test_the_day_on_which_things_stood_is_the_period_of_the_whole_list():
    text = "Paru le 9 février, le rapport compte 260 cas et 66 décès, dont le Niger, au 29 janvier."
    dates = {"9_février": "2023-02-09", "29_janvier": "2023-01-29"}
    assert _with_dates(text, **dates) == [(260, "2023-01-29"), (66, "2023-01-29")]


def test_the_day_of_a_dateline_is_no_period():
    text = "Lima, 10 février (Agence) - Le parti a obtenu 84,6 % des voix."
    assert _with_dates(text, _10_février="2024-02-10") == [(84.6, None)]


def test_the_first_since_a_year_is_not_of_that_year():
    text = "Le groupe attend sa première perte depuis 2003, environ 1,3 milliard d'euros."
    assert _with_dates(text, depuis_2003="2003/..") == [(1.3e9, None)]


def test_a_figure_since_a_day_has_that_period_when_the_sentence_opens_with_it():
    text = "Depuis mars 2022, 300 personnes ont été tuées."
    assert _with_dates(text, Depuis_mars_2022="2022-03/..") == [(300, "2022-03/..")]


def test_the_date_of_a_clause_after_a_comma_belongs_to_that_clause():
    text = "Présent dans 12 pays, le groupe s'est implanté au Togo en 2013."
    assert _with_dates(text, _2013="2013") == [(12, None)]


def test_as_many_dead_as_hurt_are_two_claims():
    text = "Le choc a fait six morts et six blessés."
    figures = distinct_figures(_find(text))
    assert [(f.value, f.what) for f in figures] == [(6, "morts"), (6, "blessés")]


def test_what_a_figure_is_compared_with_is_no_period():
    text = "Le solde est de 5 milliards d'euros par rapport à 2019."
    assert _with_dates(text, _2019="2019") == [(5e9, None)]


def test_a_figure_that_another_is_set_against_does_not_take_its_period():
    text = "En 2024, les ventes ont atteint 94 millions d'euros, contre 89 millions d'euros."
    assert _with_dates(text, _2024="2024") == [(94e6, "2024"), (89e6, None)]


def test_the_period_of_what_a_figure_is_set_against_is_not_handed_on():
    text = "Les ventes valent 9 millions d'euros, contre 8 millions d'euros en 2019, soit 12 %."
    assert _with_dates(text, _2019="2019") == [(9e6, None), (8e6, "2019"), (12, None)]


def test_since_when_is_no_period():
    text = "Depuis l'indépendance en 1991, les échanges ont atteint 31 milliards de dollars."
    assert _with_dates(text, _1991="1991") == [(31e9, None)]


def test_the_date_of_a_treaty_is_no_period():
    text = "Le traité de 2015 prévoit 300 millions d'euros."
    assert _with_dates(text, _2015="2015") == [(300e6, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ouvert en 2014, le musée a coûté 40 millions d'euros.",
        "Le pont, inauguré en 2014, mesure 96 mètres.",
        "La tour, dont la flèche a été posée en 2014, culmine à 96 mètres.",
        "Le pays exporte 40 000 tonnes de thé, selon un rapport publié en 2014.",
        "L'essor a créé 500 emplois, a indiqué le ministère en 2014.",
    ],
)
def test_the_date_of_an_aside_or_of_a_report_is_no_period(text):
    assert [period for _, period in _with_dates(text, _2014="2014")] == [None]


def test_the_date_of_the_event_in_an_aside_is_the_period_of_its_toll():
    text = "L'attentat, survenu en mai 2014, a fait 12 morts."
    assert _with_dates(text, mai_2014="2014-05") == [(12, "2014-05")]


def test_figures_set_against_each_other_by_whose_they_are_share_the_date():
    text = "En 2022, elle a eu 24 % des voix, contre 21 % pour son rival et 20 % pour le maire."
    assert _with_dates(text, _2022="2022") == [(24, "2022"), (21, "2022"), (20, "2022")]


def test_figures_of_a_longer_list_share_the_date_after_the_last():
    text = "Le séisme a fait 12 morts, 30 blessés et 5 disparus en 2021."
    assert _with_dates(text, _2021="2021") == [(12, "2021"), (30, "2021"), (5, "2021")]


def test_the_date_of_what_becomes_of_a_plant_is_no_period_of_its_size():
    text = "La centrale de 96 MW a été inaugurée en 2014."
    assert _with_dates(text, _2014="2014") == [(96, None)]


def test_a_figure_after_which_things_came_has_the_date_after_it():
    text = "La part atteint 15 %, après 12 % en 2014."
    assert _with_dates(text, _2014="2014") == [(15, None), (12, "2014")]


def test_the_comma_of_a_number_ends_no_clause():
    text = "Vendu en 2014 à 6,2 % moins cher, le blé vaut 90 euros."
    assert _with_dates(text, _2014="2014") == [(6.2, "2014"), (90, None)]


def test_a_target_has_the_year_by_which_it_is_set():
    text = "La ville veut créer 500 emplois d'ici 2030."
    assert _with_dates(text, **{"_d'ici_2030": "../2030"}) == [(500, "2030")]


def test_a_sum_goes_on_with_the_currency_of_the_sentence_before():
    text = "Le plan vaut 610 millions d'euros. La plus grande part, 490 millions, ira à la ville."
    cut = text.index(" La plus")
    found = find_figures(text, [Span(0, cut), Span(cut + 1, len(text))], language="fr")
    assert list(map(_said, found)) == ["610000000 money EUR", "490000000 money EUR"]


def test_a_toll_given_on_two_days_in_a_row_is_one_claim():
    text = "Samedi, 14 morts. Dimanche, 14 morts. En 2020, 14 morts."
    dates = {"Samedi": "2024-12-14", "Dimanche": "2024-12-15", "En 2020": "2020"}
    timexes = tuple(
        _Timex(text.index(words), text.index(words) + len(words), parse_edtf(meaning))
        for words, meaning in dates.items()
    )
    stops = [-1, *(at for at, sign in enumerate(text) if sign == ".")]
    sentences = [Span(a + 1, b + 1) for a, b in pairwise(stops)]
    found = find_figures(text, sentences, language="fr", timexes=timexes)
    kept = distinct_figures(found)
    assert [figure.period and figure.period.text for figure in kept] == ["2024-12-14", "2020"]


def test_a_date_that_the_text_does_not_fix_is_no_period():
    text = "Mardi, 300 migrants ont été secourus."
    assert _with_dates(text, Mardi=None) == [(300, None)]


def test_a_date_of_another_sentence_is_no_period():
    text = "Le salon ouvre en 2024. Il attend 300 exposants."
    cut = text.index(" Il")
    timex = _Timex(text.index("2024"), text.index("2024") + 4, parse_edtf("2024"))
    sentences = [Span(0, cut), Span(cut + 1, len(text))]
    found = find_figures(text, sentences, language="fr", timexes=(timex,))
    assert [figure.period for figure in found] == [None]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Les ministres ont signé 17 accords commerciaux à Paris.", "accords commerciaux"),
        ("Elle obtient 51 % des voix.", "voix"),
        ("Ils partagent une frontière de 1 700 kilomètres.", "frontière"),
        ("Le fonds verse 3 millions d'euros de subventions à la ville.", "subventions"),
        ("On note un volume commercial de près de 9 milliards de dollars.", "volume commercial"),
        ("Près de 2 millions de réfugiés syriens sont là.", "réfugiés syriens"),
    ],
)
def test_a_figure_says_what_it_is_about(text, what):
    assert [figure.what for figure in _find(text)] == [what]


def test_the_span_holds_bound_number_and_unit():
    text = "Le pays a exporté plus de 40 000 tonnes de coton."
    [figure] = _find(text)
    assert text[figure.start : figure.end] == "plus de 40 000 tonnes"


def test_a_language_without_words_for_figures_has_no_figures():
    assert _find("12 személy halt meg", language="hu") == ()


def test_a_claim_made_twice_is_kept_once_with_its_period():
    text = "Le commerce vaut 94 milliards de dollars. En 2024 il vaut 94 milliards de dollars."
    cut = text.index(" En")
    year = text.index("2024")
    found = find_figures(
        text,
        [Span(0, cut), Span(cut + 1, len(text))],
        language="fr",
        timexes=(_Timex(year, year + 4, parse_edtf("2024")),),
    )
    assert [figure.period and figure.period.text for figure in distinct_figures(found)] == ["2024"]


def test_one_value_at_two_times_is_two_claims():
    text = "La part est de 10 % en 2019. La part est de 10 % en 2023."
    years = [text.index("2019"), text.index("2023")]
    found = find_figures(
        text,
        [Span(0, 28), Span(29, len(text))],
        language="fr",
        timexes=tuple(_Timex(y, y + 4, parse_edtf(text[y : y + 4])) for y in years),
    )
    assert [figure.period.text for figure in distinct_figures(found)] == ["2019", "2023"]


@given(st.text(alphabet="0123456789 ,.%€$deuxmilonscrtavbKMà-\u202f", max_size=80))
def test_any_text_gives_sorted_figures_inside_it(text):
    figures = _find(text)
    ends = [0, *(figure.end for figure in figures)]
    assert all(figure.start < figure.end <= len(text) for figure in figures)
    assert all(figure.start >= end for figure, end in zip(figures, ends, strict=False))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1.",
        "1 000 ",
        "deux ",
        "cent-",
        "quatre-vingt-quatre-",
        "mille ",
        "$",
        "12 morts et ",
        " ",
        "de ",
    ],
)
def test_hostile_repetition_is_read_to_its_end(piece):
    """A step that looks back over all of the text would take hours here."""
    text = piece * (200_000 // len(piece)) + " 7 villes"
    assert _find(text)[-1].unit in {"cities", "people", "money"}
