"""Floors rise with the extractor and never sink by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StoreError
from generator.extract.quality.floors import (
    MARGIN,
    Floors,
    corpus_digest,
    find_falls,
    raise_floors,
    read_floors,
    render_floors,
)

THOUSANDTHS = st.integers(0, 1_000).map(lambda number: number / 1_000)
RATES = st.dictionaries(st.sampled_from(["event_f1", "type", "evidence"]), THOUSANDTHS)


def floors(**rates):
    return Floors(digest="d", rates=rates)


def test_a_first_floor_lies_the_margin_below_and_evidence_has_none() -> None:
    measured = {"event_f1": 0.8, "type": 0.01, "evidence": 1.0, "place": None}
    assert raise_floors(None, "d", measured) == floors(event_f1=0.78, type=0.0, evidence=1.0)


@given(RATES, RATES)
def test_what_is_set_is_reached(before, measured) -> None:
    assert find_falls(raise_floors(floors(**before), "d", measured), measured) == ()


@given(RATES, RATES)
def test_a_floor_that_is_reached_is_not_lowered(before, measured) -> None:
    now = raise_floors(floors(**before), "d", measured).rates
    kept = {name for name, floor in before.items() if measured.get(name, -1) >= floor}
    assert all(now[name] >= before[name] for name in kept)
    assert all(now[name] >= measured[name] - MARGIN - 0.001 for name in measured)


def test_a_fall_is_said_with_both_numbers() -> None:
    old = floors(event_f1=0.7, type=0.9, place=0.5)
    assert find_falls(old, {"event_f1": 0.699, "type": 0.9, "place": None}) == (
        "event_f1 is 0.699, below its floor 0.700",
        "place is not measured, below its floor 0.500",
    )


def test_floors_are_read_as_they_were_written(tmp_path) -> None:
    path = tmp_path / "floors.json"
    every = {"fr": floors(event_f1=0.7), "de": floors(type=0.5)}
    path.write_text(render_floors(every), encoding="utf-8")
    assert read_floors(path) == every
    assert list(read_floors(path)) == ["de", "fr"]


def test_there_are_no_floors_without_a_file(tmp_path) -> None:
    assert read_floors(tmp_path / "none.json") == {}


@pytest.mark.parametrize("text", ["", "[]", '{"fr": {"floors": {}}}', '{"fr": {"digest": "d"}}'])
def test_a_file_that_is_no_list_of_floors_is_named(tmp_path, text) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=r"floors\.json: no list of floors"):
        read_floors(path)


def test_the_digest_changes_with_a_name_a_text_or_a_mark_and_with_nothing_else(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "a.gold.json").write_text("{}")
    digests = [corpus_digest(tmp_path)]
    (tmp_path / "notes.md").write_text("mine")
    assert corpus_digest(tmp_path) == digests[0]
    for name, text in (("a.txt", "two"), ("a.gold.json", "{ }"), ("aliases.json", "{}")):
        (tmp_path / name).write_text(text)
        digests.append(corpus_digest(tmp_path))
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    digests.append(corpus_digest(tmp_path))
    assert len(set(digests)) == len(digests)
