"""Records as plain values."""

import json

from generator.record.edtf import parse_edtf
from generator.record.model import Event, EventType, Evidence, Participant
from generator.record.plain import to_plain


def test_a_record_has_the_names_of_its_file_and_nothing_that_is_absent():
    event = Event(
        id="e",
        title={"fr": "T"},
        date=parse_edtf("2024-03"),
        type=EventType.SUMMIT,
        participants=(Participant(who="a"),),
        evidence=(
            Evidence(
                id="e1", source="s", supports=("date",), from_="a b", to="c d", at=(1, 5), hash="h"
            ),
        ),
    )
    plain = to_plain(event)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["date"] == "2024-03"
    assert plain["participants"] == [{"who": "a"}]
    assert plain["evidence"][0]["from"] == "a b"
    assert plain["evidence"][0]["at"] == [1, 5]
    assert not {"summary", "place", "generated", "says"} & {*plain, *plain["evidence"][0]}
    assert list(plain)[:2] == ["id", "title"]
