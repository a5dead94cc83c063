from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.article.source_map import Run, identity, join_runs, without_soft_hyphens

_PIECES = st.lists(
    st.tuples(st.text(min_size=1, max_size=4), st.text(min_size=1, max_size=6), st.booleans()),
    min_size=1,
    max_size=12,
)


def _build(pieces):
    """Lay out a file: each piece stands in it as it is, or as some other spelling."""
    raw, runs = "", []
    for said, spelling, literal in pieces:
        written = said if literal else f"&{spelling};"
        runs.append(Run(said, len(raw), len(raw) + len(written)))
        raw += written
    return raw, runs


@given(_PIECES)
def test_every_character_maps_into_the_run_it_came_from(pieces):
    _, runs = _build(pieces)
    readable = join_runs(runs)
    offset = 0
    for run in runs:
        for inside in range(len(run.text)):
            start, end = readable.source_map.to_raw(offset + inside, offset + inside + 1)
            assert run.raw_start <= start < end <= run.raw_end
        offset += len(run.text)


@given(_PIECES)
def test_a_literal_run_maps_to_itself(pieces):
    raw, runs = _build(pieces)
    readable = join_runs(runs)
    offset = 0
    for run in runs:
        start, end = readable.source_map.to_raw(offset, offset + len(run.text))
        assert (start, end) == (run.raw_start, run.raw_end)
        if raw[start:end] == run.text:
            assert run.literal
        offset += len(run.text)


def test_a_text_file_maps_to_itself():
    assert identity("Le pont").source_map.to_raw(3, 7) == (3, 7)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (0, 8), (-1, 2)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="expected one inside 0-7"):
        identity("Le pont").source_map.to_raw(start, end)


def test_words_with_soft_hyphens_are_whole_and_lead_back_to_the_file():
    raw = "Minis\u00adter\u00adpräsi\u00ad\n  dent Weil"
    readable = without_soft_hyphens(identity(raw))
    assert readable.text == "Ministerpräsident Weil"
    start = readable.text.index("Weil")
    assert readable.source_map.to_raw(0, start - 1) == (0, raw.index(" Weil"))
    assert slice(*readable.source_map.to_raw(start, start + 4)) == slice(len(raw) - 4, len(raw))


def test_a_text_without_soft_hyphens_stays_as_it_is():
    readable = identity("Bamako, mardi")
    assert without_soft_hyphens(readable) is readable
