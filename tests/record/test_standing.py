"""What verification survives and what it catches: laws over typography, banners, alterations."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.record.passage import name_passage, normalise
from generator.record.standing import Standing, verify

SENTENCES = (
    "Le 16 juin 2025, la ville de Port-Réal a signé l'accord avec trois voisins.",
    "Le montant atteint 94,8 milliards de florins, selon le port.",
    "En mai 2023, 1 500 élèves d'Orville ont vu l'école fermer.",
    "La hausse est de 27 % sur un an, dit l'agence.",
    "Rien n'a été décidé le 3 mars à Saint-Malon.",
)
TEXT = " ".join(SENTENCES)
STANDS = (Standing.OK, Standing.MOVED)
DIGITS = [at for at, sign in enumerate(TEXT) if sign.isdigit()]


STARTS = [0, *(at + 1 for at, sign in enumerate(TEXT) if sign == " "), len(TEXT) + 1]


@st.composite
def passages(draw, place=None, least=1):
    """Choose some words in a row of the text, those around a place if there is one."""
    own = 0 if place is None else max(n for n, at in enumerate(STARTS) if at <= place)
    highest = len(STARTS) - 1 - least if place is None else own
    first = draw(st.integers(0 if place is None else max(0, own - 12), highest))
    lowest = max(first + least, own + 1)
    last = draw(st.integers(min(lowest, len(STARTS) - 1), min(len(STARTS) - 1, lowest + 12)))
    return name_passage(normalise(TEXT), STARTS[first], STARTS[last] - 1)


@st.composite
def altered(draw, least=1):
    """Return a passage, the text with one digit of it altered, and where."""
    place = draw(st.sampled_from(DIGITS))
    digit = draw(st.sampled_from([each for each in "0123456789" if each != TEXT[place]]))
    return draw(passages(place, least)), f"{TEXT[:place]}{digit}{TEXT[place + 1 :]}", place


@st.composite
def typeset(draw):
    """Set the text as some newsroom's system might."""
    signs = {
        "'": ["'", "’", "‘", "ʼ"],
        " ": [" ", "\u00a0", "\u202f", "\n", "  ", "\t \u2009"],
        "-": ["-", "\u2011", "–"],
    }
    parts = []
    for sign in TEXT:
        parts.append(draw(st.sampled_from(signs.get(sign, [sign]))))
        if draw(st.integers(0, 30)) == 0:
            parts.append(draw(st.sampled_from("\u00ad\u200b\ufeff")))
    form = draw(st.sampled_from(["NFC", "NFD"]))
    return unicodedata.normalize(form, "".join(parts))


@given(passages(), typeset())
def test_no_typography_breaks_a_proof(passage, text):
    assert verify(passage, normalise(text)).standing is Standing.OK


@given(passages(), typeset(), st.text(max_size=80), st.text(max_size=80))
def test_no_banner_or_footer_breaks_a_proof(passage, text, banner, footer):
    assert verify(passage, normalise(f"{banner}\n{text}\n{footer}")).standing in STANDS


@given(passages(), st.lists(st.sampled_from(SENTENCES), unique=True, max_size=2))
def test_a_passage_stands_while_its_own_sentences_do(passage, dropped):
    start, end = passage.at
    own = [s for s in SENTENCES if TEXT.index(s) < end and TEXT.index(s) + len(s) > start]
    kept = " ".join(s for s in SENTENCES if s in own or s not in dropped)
    assume(len(own) == 1 or kept == TEXT)
    assert verify(passage, normalise(kept)).standing in STANDS


@given(altered())
def test_an_altered_digit_is_never_taken_for_the_same(case):
    passage, text, _ = case
    words = TEXT[passage.at[0] : passage.at[1]]
    verdict = verify(passage, normalise(text))
    if TEXT.count(words) == 1:
        assert verdict.standing in (Standing.CHANGED, Standing.MISSING)
        assert words.count(" ") < 2 or verdict.standing is Standing.CHANGED


@given(altered(least=6), st.text("abc ", max_size=40))
def test_what_was_altered_is_shown_where_it_stands_now(case, banner):
    passage, text, place = case
    now = normalise(f"{banner} {text}")
    verdict = verify(passage, now)
    assert verdict.standing is Standing.CHANGED
    assert verdict.start <= place + len(now.text) - len(TEXT) < verdict.end


@st.composite
def months(draw):
    """Return a passage with a month in it, that month and another one."""
    month = draw(st.sampled_from([" juin ", " mai ", " mars "]))
    return (
        draw(passages(TEXT.index(month) + 1)),
        month,
        draw(st.sampled_from([" avril ", " août "])),
    )


@given(months())
def test_an_altered_month_is_never_taken_for_the_same(case):
    passage, month, other = case
    now = normalise(TEXT.replace(month, other))
    assert verify(passage, now).standing in (Standing.CHANGED, Standing.MISSING)


@given(passages(), st.text(max_size=200))
def test_another_text_never_verifies_by_chance(passage, other):
    assume(TEXT[passage.at[0] : passage.at[1]] not in normalise(other).text)
    assert verify(passage, normalise(other)).standing not in STANDS


def test_altered_words_are_found_in_time_that_grows_with_the_text():
    passage = name_passage(normalise(TEXT), 0, len(SENTENCES[0]) - 1)
    long = normalise("Le 17 juin 2024, la ville. " * 20_000)
    assert verify(passage, long).standing is Standing.CHANGED
