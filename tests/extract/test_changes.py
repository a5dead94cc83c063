"""A rise or fall belongs to the figure before it, and only when it is since the year before."""

import pytest

from generator.extract.figures.changes import find_changes
from generator.extract.figures.finder import find_figures
from generator.extract.span import Span
from generator.extract.timex.finder import find_timexes


def changes(text, language="fr"):
    timexes = find_timexes(text, language=language, document_creation_time="2025-03-13")
    spans = [Span(0, len(text))]
    figures = find_figures(text, spans, language=language, timexes=timexes)
    found = find_changes(text, figures, language=language)
    return [
        (c.of.value, -c.figure.value if c.falls else c.figure.value, c.figure.unit) for c in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "En 2024, le commerce a atteint 94,8 milliards de dollars, en hausse de 5,4 milliards.",
            (94.8e9, 5.4e9, "money"),
        ),
        (
            "fr",
            "Le port a traité 12 millions de tonnes, soit une baisse de 3 %.",
            (12e6, -3, "percent"),
        ),
        (
            "fr",
            "La ville a accueilli 900 visiteurs (un recul annuel de 4,5 %).",
            (900, -4.5, "percent"),
        ),
        ("en", "Sales reached $20 million, up 8 percent.", (20e6, 8, "percent")),
        ("en", "Exports were worth $20 million, a drop of $2 million.", (20e6, -2e6, "money")),
        (
            "de",
            "Der Umsatz betrug 20 Millionen Euro, ein Plus von 8 Prozent.",
            (20e6, 8, "percent"),
        ),
        (
            "es",
            "Las ventas sumaron 20 millones de euros, un aumento del 8 %.",
            (20e6, 8, "percent"),
        ),
    ],
)
def test_a_rise_or_fall_is_the_change_of_the_figure_before_it(language, text, expected):
    assert changes(text, language) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le commerce a atteint 94 milliards de dollars et 12 pays y participent.",
        "En 2024, le port a reçu 94 millions de dollars, en hausse de 5 % par rapport à 2019.",
        "La part est de 12 %, en hausse de 3 %.",
        "Le port a traité 12 millions de tonnes, une hausse de 20 millions de dollars.",
        "Le port a traité 12 millions de tonnes, une hausse de 40 millions de tonnes.",
    ],
)
def test_what_is_no_change_since_the_year_before_is_none(text):
    assert changes(text) == []


def test_a_change_since_the_year_before_may_name_that_year():
    text = "En 2024, le port a traité 12 millions de tonnes, en hausse de 5 % par rapport à 2023."
    assert changes(text) == [(12e6, 5, "percent")]


def test_a_language_without_words_for_figures_has_no_changes():
    assert find_changes("12, +5", (), language="zh") == ()
