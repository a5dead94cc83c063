"""Alternatives sorted by their first letters match what they matched in a row."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import lang
from generator.extract.residue.alternatives import OTHER, first_letters, join_alternatives
from generator.extract.residue.cues import ResidueCues

LETTERS = "abc é1.(-"
CUES = sorted(
    {
        cue
        for tag in lang.languages("residue")
        for field in fields(ResidueCues)
        if field.name != "starters"
        for cue in getattr(lang.load(tag, "residue"), field.name)
    }
)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("ab", {"a"}),
        ("(a|bc)d", {"a", "b"}),
        ("(a )?b", {"a", "b"}),
        ("(?:a ){0,2}b|c", {"a", "b", "c"}),
        ("(?!x)a", {"a"}),
        (r"\d{1,3} a", {OTHER}),
        (r"\(?a", {OTHER, "a"}),
        ("[ab]", {"a", "b"}),
        ("a{2,3}b", {"a"}),
        ("éa", {OTHER}),
        (r"\.?a", {OTHER, "a"}),
    ],
)
def test_the_letters_that_a_pattern_can_begin_with(pattern: str, letters: set[str]) -> None:
    assert first_letters(pattern) == letters


@pytest.mark.parametrize("pattern", [".a", r"\wa", "[^a]", "[a-c]", "a?", "a*", "(a|b?)", ""])
def test_what_is_not_understood_or_can_be_empty_begins_with_anything(pattern: str) -> None:
    assert {"a", "z", OTHER} <= first_letters(pattern)


atoms = st.sampled_from(
    ["a", "b", "c", "ab", "a?", "(b|c)", "(a )?", r"\d", r"\(?", "[ab]", ".", "(?!b)", "é", "-"]
)
patterns = st.lists(atoms, min_size=1, max_size=4).map("".join)


@given(st.lists(patterns, min_size=1, max_size=6), st.text(LETTERS, max_size=30))
def test_joined_they_match_as_in_a_row(alternatives: list[str], text: str) -> None:
    row = re.compile("|".join(alternatives))
    joined = re.compile(join_alternatives(alternatives))
    expected = [match.span() for match in row.finditer(text)]
    assert [match.span() for match in joined.finditer(text)] == expected


@given(st.sampled_from(CUES), st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.text(LETTERS))
def test_no_cue_matches_at_a_letter_that_it_is_said_not_to_begin_with(
    cue: str, letter: str, rest: str
) -> None:
    if letter not in first_letters(cue):
        assert not re.match(cue, letter + rest)
