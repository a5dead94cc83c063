"""Proposals in their files."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StoreError
from generator.extract.drafts.proposals import (
    FOLDER,
    Proposal,
    State,
    join_proposals,
    proposal_path,
    read_proposals,
    render_proposals,
)

DATE = Proposal(
    event="e", field="date", value="2024-05-16", found="2024-05", source="s", from_="Le 16",
    to="mai 2024", at=(3, 20), hash="sha256-0123456789abcdef",
)  # fmt: skip


def put(root, event, proposals):
    path = root / proposal_path(event)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_proposals(proposals), encoding="utf-8")


@given(st.text(min_size=1, max_size=30), st.sampled_from(State))
def test_reading_what_was_written_gives_it_back(tmp_path_factory, words, state):
    root = tmp_path_factory.getbasetemp() / "proposals"
    clean = "".join(c for c in words if c.isprintable()) or "x"
    proposal = replace(DATE, from_=clean, state=state)
    put(root, "e", (proposal,))
    assert read_proposals(root) == {"e": (proposal,)}


def test_a_proposal_has_the_same_name_in_every_run_and_another_value_another_name():
    assert DATE.id == replace(DATE, at=(5, 9)).id
    assert DATE.id != replace(DATE, value="2024-05-17").id


def test_a_rejected_proposal_stays_rejected():
    rejected = replace(DATE, state=State.REJECTED)
    (kept,) = join_proposals([rejected], [DATE])
    assert kept.state is State.REJECTED


def test_an_open_proposal_that_is_not_made_again_goes():
    assert join_proposals([DATE], []) == ()


def test_a_broken_file_is_an_error_with_its_place(tmp_path):
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "e.yml").write_text("proposals: [\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"e\.yml:"):
        read_proposals(tmp_path)
