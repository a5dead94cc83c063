"""Sentences are whole statements, found with exact offsets in any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.sentences import WINDOW, find_sentences
from generator.extract.span import Span


def sentences(text: str, language: str = "fr") -> list[str]:
    found = find_sentences(text, [Span(0, len(text))] if text else [], language)
    return [span.of(text) for span in found]


CASES = [
    ("fr", ["La gare ouvre demain.", "Le maire viendra."]),
    ("fr", ["A-t-il signé ?", "Oui !", "Tout est prêt."]),
    ("fr", ["M. Dupont reçoit Mme Durand.", "Le dîner suit."]),
    ("fr", ["Le n° 3 de la revue est paru."]),
    ("fr", ["La scène est tenue par J. Moreau et A. B. Petit."]),
    ("de", ["Die Stadt zahlt die 13. Rente.", "Der Rat stimmte zu."]),
    ("de", ["Er fuhr auf der A 20. und bog ab."]),
    ("fr", ["Voici le plan B.", "Le conseil l'adopte."]),
    ("fr", ["Les pays de l'O.C.S. se réunissent."]),
    ("fr", ["Il a reçu le maire Jean Petitpas. et visité le port."]),
    ("fr", ["La banque S.A unit ses forces (voir p. 3.) et ouvre."]),
    ("fr", ["Il hésite… puis repart.", "Elle attend."]),
    ("fr", ["« Le pont ouvrira. »", "Le maire l'a promis."]),
    ("fr", ["Le volume atteint 94,8 millions.", "Il monte encore."]),
    ("fr", ["Le train part à 19 h 30.", "Il arrive à 21 h."]),
    ("fr", ["1. Pourquoi ce pont relie-t-il deux rives ?"]),
    ("en", ["Mr. Smith met Gen. Jones in St. Louis.", "They talked."]),
    ("en", ["The U.S. economy grew.", "Prices fell."]),
    ("de", ["Dr. Meier kam am 3. Juni nach Bonn.", "Es regnete."]),
    ("de", ["Das sind z.B. Äpfel bzw. Birnen.", "Mehr nicht."]),
    ("es", ["El Sr. García llegó ayer.", "¿Vendrá la Dra. Ruiz?", "Sí."]),
]


@pytest.mark.parametrize(("language", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_a_statement_stays_whole(language, expected) -> None:
    assert sentences(" ".join(expected), language) == expected


def test_no_sentence_reaches_over_the_end_of_a_paragraph() -> None:
    text = "Un titre sans point\nLe texte. Sa suite"
    spans = [Span(0, 19), Span(20, len(text))]
    assert [span.of(text) for span in find_sentences(text, spans, "fr")] == [
        "Un titre sans point",
        "Le texte.",
        "Sa suite",
    ]


def test_offsets_count_code_points_outside_the_basic_plane() -> None:
    assert sentences("Fête 🎉🎉 ! Fin 🎉.") == ["Fête 🎉🎉 !", "Fin 🎉."]


def test_an_unknown_language_still_has_sentences() -> None:
    assert sentences("Uno. Due.", "it-CH") == ["Uno.", "Due."]
    assert sentences("Uno. Due.", "") == ["Uno.", "Due."]


def test_a_paragraph_without_punctuation_is_one_span_per_window_at_most() -> None:
    text = "mot " * WINDOW
    found = find_sentences(text, [Span(0, len(text))], "fr")
    assert 1 <= len(found) <= 1 + len(text) // (WINDOW // 2)


def test_a_sentence_is_not_cut_by_the_window_that_reads_it() -> None:
    text = "Une phrase qui compte plusieurs mots. " * 400
    assert set(sentences(text)) == {"Une phrase qui compte plusieurs mots."}


@pytest.mark.parametrize("unit", ["(« ", '"', "M. ", "… ", "a", "A.", "\n", "« a. »"])
def test_hostile_text_takes_linear_time(unit) -> None:
    text = unit * (300_000 // len(unit))
    start = time.process_time()
    find_sentences(text, [Span(0, len(text))], "fr")
    assert time.process_time() - start < 5


@given(
    text=st.text(st.sampled_from("aéB .!?…«»()\"'\n\u00a0🎉1M,"), max_size=200),
    language=st.sampled_from(["fr", "en", "de", "es", "zz"]),
)
def test_sentences_cover_the_text_in_order(text, language) -> None:
    found = find_sentences(text, [Span(0, len(text))] if text else [], language)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())


def test_a_space_of_several_bytes_beside_an_initial_does_not_stop_the_reading():
    text = "El acuerdo\u00a0M. Pérez lo firmó.\u00a0B. Ruiz no. é. A. Fin"
    found = find_sentences(text, [Span(0, len(text))], "es")
    assert found[0].start == 0
    assert found[-1].end == len(text)
