from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.residue.cues import fold
from generator.extract.residue.page import read_page, sentence_ends


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="ab .\n\r\ufeff\u00a0É", max_size=60))
def test_lines_hold_every_letter_and_no_white_space_around_it(text):
    page = read_page(text)
    assert "".join(line.text for line in page.lines).replace(" ", "").count("a") == text.count("a")
    for line in page.lines:
        assert line.span.of(text) == line.text == line.text.strip()


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Le pont de Brel rouvre mardi", False),
        ("« Enfin ! »", False),
        ("Le pont de Brel rouvrira mardi après deux ans de travaux, selon la mairie.", True),
        ("Le pont rouvre mardi. Les travaux ont duré deux ans et coûté 12 millions", True),
        (
            "Faut-il rouvrir le pont? Les habitants de Brel et de Tharel répondent à la mairie",
            False,
        ),
        ("mot " * 45, True),
    ],
)
def test_prose_is_told_from_headlines(line, prose):
    assert read_page(line).lines[0].prose is prose


def test_a_sentence_does_not_end_after_an_initial():
    text = "M. Xi est là. Il repart."
    assert [text[:end] for end in sentence_ends(text)] == ["M. Xi est là.", text]


def test_a_gap_before_a_line_is_seen():
    assert [line.gap_before for line in read_page("a\nb\n\nc").lines] == [True, False, True]


WRAPPED = """Le pont de Brel rouvre

Le pont de Brel rouvrira mardi après deux ans de travaux, a
annoncé la mairie de la ville. Les travaux ont coûté douze
millions d'euros et la ville attend beaucoup de monde mardi
sur le pont.

La maire, Jeanne Morel, coupera le ruban à midi devant les
habitants de la ville, qui étaient privés de pont depuis un
orage.
- une piste cyclable
- un trottoir
"""


def test_lines_that_were_wrapped_are_joined():
    lines = [line.text for line in read_page(WRAPPED).lines]
    assert [line.split()[0] for line in lines] == ["Le", "Le", "La", "-", "-"]
    assert lines[1].endswith("sur le pont.")


def test_lines_of_a_list_are_not_joined():
    text = "Les prix\nle pain\nle sel\nle vin\nle riz\nle thé\nLe maire de la ville les a donnés.\n"
    assert len(read_page(text).lines) == 7
