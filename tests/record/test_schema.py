"""The field table against the model, against JSON Schema and against the committed files."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from generator.record.known import render_known
from generator.record.model import Content, Event
from generator.record.rules import ListRule, ObjectRule
from generator.record.schema import KINDS, field_table, json_schema, walk_fields
from generator.record.store import read_content, read_record
from generator.record.strict_yaml import parse_yaml
from generator.record.values import KNOWN_IDS

HERE = Path(__file__).parents[2]


def validator(kind):
    """Return what holds data to a schema, whose offers of known ids come from their own file."""
    known = json.loads((HERE / "schemas" / KNOWN_IDS).read_text(encoding="utf-8"))
    registry = Registry().with_resource(KNOWN_IDS, Resource.from_contents(known))
    return jsonschema.Draft202012Validator(json_schema(kind), registry=registry)


def objects(rule):
    yield rule
    for field in rule.fields:
        inner = field.rule.item if isinstance(field.rule, ListRule) else field.rule
        if isinstance(inner, ObjectRule):
            yield from objects(inner)


@pytest.mark.parametrize("kind", tuple(KINDS.values()), ids=lambda kind: kind.name)
def test_the_fields_are_those_of_the_model(kind):
    for rule in objects(kind.rule):
        attributes = {item.name for item in dataclasses.fields(rule.make)}
        written = {item.attribute or item.name for item in rule.fields}
        known = {"id"} if rule is kind.rule else set()
        assert written | known == attributes


@pytest.mark.parametrize("kind", tuple(KINDS.values()), ids=lambda kind: kind.name)
def test_the_schema_is_valid_and_describes_every_field_in_both_languages(kind):
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    for path, field in walk_fields(kind.rule):
        assert field.about["fr"] != field.about["en"], path
        for language in ("fr", "en"):
            assert f"`{path}`" in field_table(kind, language)
    assert schema["additionalProperties"] is False


def records():
    for kind in KINDS.values():
        for path in sorted((HERE / "content" / kind.folder).rglob("*.yml")):
            yield pytest.param(kind, path, id=path.stem)


def as_data(node):
    if node.shape == "mapping":
        return {key.raw: as_data(value) for key, value in node.pairs}
    return [as_data(item) for item in node.items] if node.shape == "list" else node.value


@pytest.mark.parametrize(("kind", "path"), list(records()))
def test_the_schema_accepts_every_default_record(kind, path):
    node, _ = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    validator(kind).validate(as_data(node))


GOOD = {
    "title": {"fr": "A"},
    "type": "summit",
    "status": "draft",
    "date": "2025-06-16/2025-06-18",
    "participants": [{"who": "xi-jinping", "role": "host"}],
    "figures": [{"id": "f", "what": {"fr": "x"}, "value": 1.5, "unit": "USD"}],
}

CHANGES = [
    {},
    {"title": {}},
    {"title": "A"},
    {"title": {"french": "A"}},
    {"type": "sommet"},
    {"type": None},
    {"date": "2025-06"},
    {"date": "16 juin 2025"},
    {"date": 2025},
    {"date": "2015~"},
    {"date": "XXXX-06-16"},
    {"date": "../2030"},
    {"date": "[..2024-07-03]"},
    {"date": "[2023-05..2025-06]"},
    {"date": "2025-6"},
    {"place": "Astana"},
    {"place": "astana"},
    {"place": "a" * 81},
    {"follows": []},
    {"follows": ["a", "a"]},
    {"participants": [{"role": "host"}]},
    {"figures": [{"id": "f", "value": "1", "unit": "USD"}]},
    {"unknown": 1},
    {"generated": "sha256-0123456789abcdef"},
    {"generated": "sha256-xyz"},
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_check_and_schema_accept_and_refuse_the_same(change):
    data = {**GOOD, **change}
    _, problems = read_record(KINDS["events"], "content/events/a.yml", json.dumps(data))
    valid = validator(KINDS["events"]).is_valid(data)
    assert valid == (not problems)


def test_every_field_of_an_event_is_in_the_order_of_the_model():
    names = [item.name for item in dataclasses.fields(Event)][1:]
    assert [item.attribute or item.name for item in KINDS["events"].rule.fields] == names


def test_the_list_of_known_ids_is_no_rule_and_has_a_line_for_each_record():
    content = read_content(HERE).content
    text = render_known(content)
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert {offer["body"] for offer in schema["$defs"]["event"]["defaultSnippets"]} == set(
        content.events
    )
    lines = [line for line in text.splitlines() if '"body": "astana"' in line]
    assert len(lines) == 2  # as a place and as an actor
    anything = {"title": {"fr": "A"}, "type": "other", "status": "draft", "place": "nowhere-yet"}
    assert validator(KINDS["events"]).is_valid(anything)


def test_a_site_without_records_offers_nothing():
    schema = json.loads(render_known(Content()))
    assert all(offers["defaultSnippets"] == [] for offers in schema["$defs"].values())
