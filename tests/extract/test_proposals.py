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
    by_record,
    former_names,
    join_proposals,
    proposal_path,
    read_proposals,
    render_proposals,
    write_proposals,
)
from generator.record.edtf import parse_edtf
from generator.record.model import Basis, Dating, Event

DATE_OF = parse_edtf("2024-05-17")

DATE = Proposal(
    event="e", field="date", value="2024-05-16", found="2024-05", source="s", from_="Le 16",
    to="mai 2024", at=(3, 20), hash="sha256-0123456789abcdef",
)  # fmt: skip


def put(root, event, proposals):
    path = root / proposal_path(event)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_proposals(proposals), encoding="utf-8")


@given(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30),
    st.sampled_from(State),
    st.sampled_from([None, Dating(basis=Basis.RESOLVED, anchor=DATE_OF, rule="weekday-past")]),
    st.sampled_from([{}, {"date": "2024"}]),
)
def test_reading_what_was_written_gives_it_back(tmp_path_factory, words, state, dating, says):
    root = tmp_path_factory.getbasetemp() / "proposals"
    proposal = replace(
        DATE, from_=words, found=words, value=words, state=state, dating=dating, says=says
    )
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
    assert join_proposals([DATE], [], read={"s"}) == ()
    assert join_proposals([DATE], [], read={"another"}) == (DATE,)


def test_what_was_rejected_in_an_article_stays_so_when_its_text_was_mended():
    rejected = replace(DATE, state=State.REJECTED)
    mended = replace(DATE, source="s-2", at=(4, 21))
    assert {p.state for p in join_proposals([rejected], [mended])} == {State.REJECTED}
    news = replace(DATE, value="2024-05-17")
    assert State.OPEN in {p.state for p in join_proposals([rejected], [news])}


def test_the_same_words_in_a_mended_article_are_proposed_once():
    mended = replace(DATE, source="s-2", at=(4, 21))
    assert join_proposals([DATE], [mended], read={"s-2"}) == (DATE,)
    assert join_proposals([], [DATE, mended], read={"s", "s-2"}) == (DATE,)


def test_a_renamed_record_keeps_its_proposals_and_a_rejection_outweighs():
    rejected = replace(DATE, state=State.REJECTED)
    event = Event(id="new", title={"fr": "N"}, formerly=("e",))
    kept = {"e": (rejected,), "new": (replace(DATE, event="new"),), "gone": (DATE,)}
    found = by_record(kept, {"new": event})
    assert found["new"] == (replace(rejected, event="new"),)
    assert set(found) == {"new", "gone"}
    assert former_names(kept, {"new": event}) == {"new": ("e",)}


def test_proposals_of_a_renamed_record_go_to_its_file_before_the_old_one_goes(tmp_path):
    put(tmp_path, "e", (DATE,))
    write_proposals(tmp_path, "new", (DATE,), ["e"])
    assert list(read_proposals(tmp_path)) == ["new"]
    write_proposals(tmp_path, "new", ())
    assert read_proposals(tmp_path) == {}


GOOD = render_proposals((DATE,))


@pytest.mark.parametrize(
    "text",
    [
        "proposals: [\n",
        "proposals: x\n",
        GOOD.replace("[3, 20]", "[a, b]"),
        GOOD.replace("open", "perhaps"),
        GOOD.replace("    source: s\n", ""),
        GOOD.replace("hash: sha256", "hash: md5"),
    ],
)
def test_a_broken_file_is_an_error_with_its_place(tmp_path, text):
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "e.yml").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=r"content/proposals/e\.yml:[0-9]+:[0-9]+: \["):
        read_proposals(tmp_path)
