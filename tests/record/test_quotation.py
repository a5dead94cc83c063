"""The words that name a passage lead to it alone, and are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.passage import name_passage, normalise
from generator.record.quotation import MAX_END_WORDS, MAX_RUN, Quotation, find_quotation, widen

WORDS = st.lists(
    st.sampled_from(
        ["le", "pont", "de", "l'est", "ouvre", "27 %", "d'Orville,", "–", "(OCS)", "ici."]
    ),
    min_size=3,
    max_size=60,
)
JOINTS = st.sampled_from([" ", " ", " ", "\n", "\u00a0"])


@st.composite
def texts(draw):
    words = draw(WORDS)
    return "".join(word + draw(JOINTS) for word in words)


def named(text, start, end):
    normal = normalise(text)
    passage = name_passage(normal, start, end)
    return normal, passage


def quotation(passage):
    return Quotation(
        first=passage.from_,
        last=passage.to,
        prefix=passage.prefix or "",
        suffix=passage.suffix or "",
    )


@given(texts(), st.data())
def test_what_is_kept_is_few_words_of_the_passage_and_beside_it(text, data):
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text) - 2))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    passage = name_passage(normal, start, end)
    begin, stop = passage.at
    assert begin <= start < end <= stop
    inside = normal.text[begin:stop]
    first, last = normalise(passage.from_).text, normalise(passage.to).text
    assert inside.startswith(first)
    assert inside.endswith(last)
    for words in (passage.from_, passage.to):
        assert len(words.split()) <= MAX_END_WORDS
    before, after = len((passage.prefix or "").split()), len((passage.suffix or "").split())
    assert before + len(first.split()) <= MAX_RUN + 1
    assert after + len(last.split()) <= MAX_RUN + 1
    if passage.prefix:
        assert normal.text[:begin].rstrip().endswith(normalise(passage.prefix).text)
    if passage.suffix:
        assert normal.text[stop:].lstrip().startswith(normalise(passage.suffix).text)


@given(texts(), st.data())
def test_words_beside_a_passage_are_kept_only_where_they_lead_to_it(text, data):
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text) - 2))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    passage = name_passage(normal, start, end)
    if passage.prefix or passage.suffix:
        assert find_quotation(normal.printed, quotation(passage)) == passage.at


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("la signature de l’accord commun", "accord commun", "l'accord commun"),
        ("les 1\u202f500 amis", "500 amis", "1 500 amis"),
        ("un accord\u202f; ensuite", "un accord", "un accord ;"),
        ("« c’est dit\u202f» hier", "c'est dit", "c'est dit »"),
        ("le sommet Chine – Asie ici", "Chine - Asie", "Chine – Asie"),
        ("le mot 中亚峰会 ici", "亚峰", "亚峰"),
    ],
)
def test_a_passage_is_widened_to_whole_words_as_they_are_printed(text, words, first):
    normal = normalise(text)
    start = normal.text.index(words)
    assert name_passage(normal, start, start + len(words)).from_ == first


def test_words_that_stand_twice_are_told_apart_by_their_neighbours():
    text = "Hier le pont a ouvert ici. Demain le pont a ouvert là."
    normal = normalise(text)
    second = normal.text.rindex("le pont a ouvert")
    passage = name_passage(normal, second, second + len("le pont a ouvert"))
    assert (passage.prefix, passage.suffix) == ("Demain", None)


def test_no_words_reach_over_the_end_of_a_line():
    text = "Ouverture du pont\nLe maire est venu de loin, par la route du nord."
    normal = normalise(text)
    passage = name_passage(normal, normal.text.index("du pont"), len(normal.text))
    assert passage.from_ == "du pont"


def test_a_span_of_whole_words_stays_as_it_is():
    assert widen("le pont de l'est", 3, 7) == (3, 7)
