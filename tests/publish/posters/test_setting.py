"""Lines are never wider than their room, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.edition import TEMPLATES
from generator.publish.posters.faces import our_faces
from generator.publish.posters.setting import LONGEST, Type, clean, fit, set_lines

OURS = our_faces(TEMPLATES / "assets/fonts")
TYPE = Type(OURS, 40)
ROOM = 600


def lines(text, most=3):
    return set_lines(clean(text), TYPE, ROOM, most)[0]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120) | st.text("Wéa -\u00a0я", max_size=120))
def test_no_line_is_wider_than_its_room_and_there_are_not_too_many(text):
    found = lines(text)
    assert len(found) <= 3
    assert all(TYPE.width(line) <= ROOM for line in found)


def test_a_text_is_broken_at_spaces_and_hyphens_and_kept_whole():
    room = TYPE.width("sommet Chine-") + 1
    assert set_lines("sommet Chine-Asie", TYPE, room, 3) == (("sommet Chine-", "Asie"), True)
    assert set_lines("sommet Chine", TYPE, room, 3) == (("sommet Chine",), True)


def test_a_line_does_not_end_at_a_no_break_space():
    found = lines("Le commerce atteint près de 94,8\u00a0milliards")
    assert found == ("Le commerce atteint près de", "94,8\u00a0milliards")


def test_a_word_that_is_wider_than_the_room_is_cut():
    found = lines("W" * 30)
    assert "".join(found) == "W" * 30
    assert len(found) > 1


def test_what_does_not_fit_ends_with_an_ellipsis():
    found, whole = set_lines("mot " * 100, TYPE, ROOM, 2)
    assert not whole
    assert found[-1].endswith("mot…")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("un\ntitre\t sur  deux\u2028lignes", "un titre sur deux lignes"),
        ("un\u200b titre\u202e renversé\x07", "un titre renversé"),
        ("e\u0301", "é"),
        ("o\u0335\u0336\u0337\u0338", "o\u0335\u0336"),
        ("", ""),
    ],
)
def test_what_would_leave_its_line_is_taken_out(text, cleaned):
    assert clean(text) == cleaned


def test_a_very_long_text_is_cut_before_it_costs_anything():
    assert len(clean("a" * 1_000_000)) == LONGEST


def test_a_text_is_set_as_large_as_it_fits():
    sizes = ((60, 1), (40, 2), (20, 3))
    assert fit("Court", OURS, sizes, 400, ROOM)[0].size == 60
    assert fit("Un titre un peu plus long que cela", OURS, sizes, 400, ROOM)[0].size == 40
    type_, found = fit("mot " * 99, OURS, sizes, 400, ROOM)
    assert type_.size == 20
    assert found[-1].endswith("…")
