"""What differs between two versions of a record."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.record.difference import Turn, differences
from generator.record.edtf import parse_edtf
from generator.record.model import Event, Figure, Participant

EVENT = Event(
    id="e",
    title={"fr": "Un titre"},
    date=parse_edtf("2025-06"),
    participants=(Participant(who="a"), Participant(who="b", role="host")),
    figures=(Figure(id="f", value=5, unit="USD", what={"fr": "x"}),),
    generated="sha256-1",
)


def found(new):
    return [(d.path, d.turn.value, d.old, d.new) for d in differences(EVENT, new)]


def test_the_same_record_has_no_difference_nor_has_the_extractors_mark():
    assert found(replace(EVENT, generated=None)) == []
    assert differences(None, None) == ()


def test_a_field_that_changed_has_both_values():
    new = replace(EVENT, date=parse_edtf("2025-06-16/2025-06-18"))
    assert found(new) == [(("date",), "changed", "2025-06", "2025-06-16/2025-06-18")]


def test_one_language_of_a_text_is_a_difference_of_its_own():
    new = replace(EVENT, title={"fr": "Un titre", "en": "A title"})
    assert found(new) == [(("title", "en"), "added", None, "A title")]


def test_items_are_told_apart_by_their_names_not_by_their_place():
    turned = replace(EVENT, participants=EVENT.participants[::-1])
    assert found(turned) == []
    without = replace(EVENT, participants=EVENT.participants[1:])
    assert found(without) == [(("participants", "a"), "removed", {"who": "a"}, None)]
    role = replace(EVENT, participants=(Participant(who="a"), Participant(who="b")))
    assert found(role) == [(("participants", "b", "role"), "removed", "host", None)]


def test_members_of_a_plain_list_come_and_go_one_by_one():
    old, new = (replace(EVENT, follows=names) for names in (("x", "y"), ("y", "z")))
    assert [(d.turn, d.old, d.new) for d in differences(old, new)] == [
        (Turn.REMOVED, "x", None),
        (Turn.ADDED, None, "z"),
    ]


def test_a_record_that_came_or_went_is_one_difference():
    assert [d.turn for d in differences(None, EVENT)] == [Turn.ADDED]
    assert [d.turn for d in differences(EVENT, None)] == [Turn.REMOVED]


TITLES = st.dictionaries(st.sampled_from(["fr", "en", "de"]), st.text(min_size=1), min_size=1)
VALUES = st.lists(st.tuples(st.sampled_from("abc"), st.integers()), unique_by=lambda p: p[0])


@given(TITLES, VALUES, TITLES, VALUES)
def test_records_that_differ_have_differences_and_equal_ones_none(title, one, other_title, two):
    def made(title, values):
        figures = tuple(Figure(id=k, value=v, unit="u", what={"fr": "x"}) for k, v in values)
        return replace(EVENT, title=title, figures=tuple(sorted(figures, key=lambda f: f.id)))

    old, new = made(title, one), made(other_title, two)
    assert bool(differences(old, new)) == (old != new)
