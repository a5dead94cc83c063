"""What no passage says in so many words is marked as understood, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.drafts import planner
from generator.extract.drafts.bases import join_bases
from generator.extract.reading import read
from generator.record.model import Event, Participant
from generator.record.store import read_content

ARTICLE = """La Chine et le Kazakhstan à Pékin

Publié le 3 juillet 2024

La Chine et le Kazakhstan négocient depuis longtemps. En 2015, les deux parties ont signé un accord.
"""


@pytest.fixture
def events(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    root = tmp_path / "site"
    root.mkdir()
    loaded = read_content(root)
    plan = planner.plan([read(path, loaded.content, language="fr")], loaded)
    planner.apply(plan, root)
    found = read_content(root)
    assert [p for p in found.problems if p.severity == "error"] == []
    return found.content.events


def test_who_is_meant_by_other_words_is_understood(events):
    (agreement,) = (e for e in events.values() if e.type == "agreement")
    assert dict(agreement.basis) == {
        "participants.chine": "resolved",
        "participants.kazakhstan": "resolved",
    }


def test_what_one_of_two_articles_states_is_stated():
    understood = Event(
        id="x", title={"fr": "X"}, participants=(Participant(who="a"), Participant(who="b")),
        basis={"participants.a": "resolved", "participants.b": "resolved"},
    )  # fmt: skip
    stated = replace(understood, participants=(Participant(who="a"),), basis={})
    assert join_bases(understood, stated, understood) == {"participants.b": "resolved"}
