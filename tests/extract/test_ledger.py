"""What was read and what came of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StoreError
from generator.extract.drafts.ledger import LEDGER, Entry, Yield, read_ledger, render_ledger

IDS = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
HASHES = st.from_regex(r"sha256-[0-9a-f]{16}", fullmatch=True)
YIELDS = st.builds(
    Yield, event=IDS, passages=st.lists(HASHES, min_size=1, max_size=3).map(sorted).map(tuple)
)
ENTRIES = st.builds(
    Entry, source=IDS, file=HASHES, text=HASHES, extractor=st.just("1"),
    yields=st.lists(YIELDS, max_size=3, unique_by=lambda y: y.event)
    .map(lambda found: tuple(sorted(found, key=lambda y: y.event))),
)  # fmt: skip


def put(root, text):
    path = root / LEDGER
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_there_is_nothing_before_the_first_run(tmp_path):
    assert read_ledger(tmp_path) == {}
    put(tmp_path, render_ledger({}))
    assert read_ledger(tmp_path) == {}


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.source))
def test_reading_what_was_written_gives_it_back(tmp_path_factory, entries):
    root = tmp_path_factory.getbasetemp() / "ledger"
    kept = {entry.source: entry for entry in entries}
    put(root, render_ledger(kept))
    assert read_ledger(root) == kept


def test_the_order_of_reading_leaves_no_trace():
    one = Entry(source="a", file="sha256-0", text="sha256-1", extractor="1")
    two = Entry(source="b", file="sha256-2", text="sha256-3", extractor="1")
    assert render_ledger({"a": one, "b": two}) == render_ledger({"b": two, "a": one})


def test_a_broken_ledger_is_an_error_with_its_place(tmp_path):
    put(tmp_path, "articles: [\n")
    with pytest.raises(StoreError, match=r"extracted\.yml:"):
        read_ledger(tmp_path)
