"""Links to the forge's forms, and the forms themselves, go by the same names."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.record.forms import CORRECTION, FORMS, MAX_ADDRESS, NEW_EVENT, field_ids, form_url
from generator.record.model import EventType

FOLDER = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
NEW = "https://forge.example/town/timeline/issues/new"


def answers_of(address):
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_for_what_the_links_fill_in(form):
    asked = yaml.safe_load((FOLDER / form).read_text(encoding="utf-8"))["body"]
    assert tuple(item["id"] for item in asked if "id" in item) == field_ids(form)


@pytest.mark.parametrize("form", FORMS)
def test_each_question_of_a_form_is_another_one(form):
    asked = yaml.safe_load((FOLDER / form).read_text(encoding="utf-8"))["body"]
    labels = [item["attributes"]["label"] for item in asked if "id" in item]
    assert len(set(labels)) == len(labels)


def test_the_form_for_events_offers_every_type():
    asked = yaml.safe_load((FOLDER / NEW_EVENT).read_text(encoding="utf-8"))["body"]
    (options,) = (item["attributes"]["options"] for item in asked if item.get("id") == "type")
    assert {option.split(" – ")[0] for option in options} == set(EventType)


def test_answers_are_filled_in_whatever_they_say():
    hostile = "a&template=b.yml#\"'<script>\n%0a=é – 🙂"
    address = form_url(NEW, CORRECTION, {"record": "events/x", "now": hostile}, title="T & U")
    assert answers_of(address) == {
        "template": CORRECTION,
        "title": "T & U",
        "record": "events/x",
        "now": hostile,
    }
    assert '"' not in address
    assert "<" not in address


def test_what_is_too_long_for_an_address_is_left_out_alone():
    address = form_url(NEW, CORRECTION, {"record": "events/x", "now": "é" * 3000, "claim": "date"})
    assert len(address) <= MAX_ADDRESS
    assert answers_of(address) == {"template": CORRECTION, "record": "events/x", "claim": "date"}


def test_a_field_that_the_form_does_not_have_is_refused():
    with pytest.raises(KeyError):
        form_url(NEW, CORRECTION, {"nowhere": "x"})
