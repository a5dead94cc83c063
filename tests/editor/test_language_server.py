"""What an editor's program offers, shows and underlines in a record."""

import json
import re

import pytest

EVENT = "content/events/2025/essai.yml"
HEAD = "# yaml-language-server: $schema=../../../schemas/event.schema.json\n"
GOOD = 'title:\n  fr: "Essai"\ntype: summit\nstatus: draft\n'


def test_fields_are_offered_with_what_they_are_for_in_both_languages(server):
    offered = server.complete(EVENT, f"{HEAD}{GOOD}pl|\n")
    about = str(offered["place"])
    assert "Identifiant du lieu où cela se passe." in about
    assert "Id of the place where it happens." in about


def test_words_of_a_closed_list_are_offered(server):
    offered = server.complete(EVENT, f"{HEAD}{GOOD}event_status: |\n")
    assert {"planned", "happened", "cancelled"} <= set(offered)


@pytest.mark.parametrize(
    ("typed", "offered", "named"),
    [
        ("place: |", "astana", "Astana"),
        ("participants:\n  - who: |", "xi-jinping", "Xi Jinping"),
        ("participants:\n  - who: |", "kazakhstan", "Kazakhstan"),
        ("organisations:\n  - |", "ocs", "Shanghai"),
        ("evidence:\n  - source: |", "dnat-2025-06", "sommet"),
        ("cites:\n  - |", "dnat-2025-06", "sommet"),
        ("figures:\n  - indicator: |", None, ""),
        ("follows:\n  - |", None, ""),
    ],
)
def test_known_ids_are_offered_with_their_names(server, site, typed, offered, named):
    found = server.complete(EVENT, f"{HEAD}{GOOD}{typed}\n")
    if offered is None:  # whichever the default content has
        known = json.loads((site / "schemas/known.schema.json").read_text())["$defs"]
        kind = "indicator" if "indicator" in typed else "event"
        offered = known[kind]["defaultSnippets"][0]["label"]
    assert offered in found, sorted(found)
    assert found[offered]["insertText"].strip() == offered
    assert re.search(named, str(found[offered]))


def test_over_a_field_stands_what_it_is_for_in_both_languages(server):
    shown = server.hover(EVENT, f'{HEAD}{GOOD}|date: "2025"\n')
    assert "Quand, aussi finement" in shown
    assert "When, as finely" in shown


def test_a_good_record_has_nothing_underlined(server):
    text = f'{HEAD}{GOOD}date: "2025-06"\nplace: astana\nfollows: [un-sommet-a-venir]\n'
    assert server.diagnose(EVENT, text) == []


def test_each_fault_of_a_broken_record_is_underlined_in_its_line(server):
    text = f'{HEAD}{GOOD}date: "16 juin 2025"\nplace: Astana\ntpye: visit\nevent_status: fini\n'
    found = {
        item["range"]["start"]["line"]: item["message"] for item in server.diagnose(EVENT, text)
    }
    assert sorted(found) == [5, 6, 7, 8]
    assert "Attendu" in found[5]
    assert "Expected" in found[5]
    assert "minuscules" in found[6]
    assert "tpye" in found[7]
    assert "planned" in found[8]


def test_yaml_that_cannot_be_read_is_underlined(server):
    assert server.diagnose(EVENT, f"{HEAD}title: Sommet : suite\n")
