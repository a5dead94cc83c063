"""The settings of the editor: they name what is there, and their snippets make good records."""

import json
import re
from pathlib import Path

import pytest

from generator.record.schema import KINDS
from generator.record.store import read_record

HERE = Path(__file__).parents[2]
SNIPPETS = json.loads((HERE / ".vscode/records.code-snippets").read_text(encoding="utf-8"))
BODIES = {snippet["prefix"]: "\n".join(snippet["body"]) for snippet in SNIPPETS.values()}
KINDS_BY_NAME = {kind.name: kind for kind in KINDS.values()}
PARTS = {"figure": "figures", "evidence": "evidence"}  # of an event


def expand(body):
    """Return what stands there when somebody only presses the tab key."""
    body = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", body)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body).replace("$0", "")


def test_each_schema_of_the_settings_is_there_and_each_folder_has_one():
    settings = json.loads((HERE / ".vscode/settings.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    assert {Path(path).name for path in mapped} == {f"{name}.schema.json" for name in KINDS_BY_NAME}
    for path, pattern in mapped.items():
        assert (HERE / path).is_file()
        kind = KINDS_BY_NAME[Path(path).name.partition(".")[0]]
        assert pattern.startswith(f"content/{kind.folder}/")


@pytest.mark.parametrize("name", sorted(set(BODIES) - set(PARTS)))
def test_a_snippet_makes_a_record_without_errors(name):
    kind = KINDS_BY_NAME[name]
    record, problems = read_record(kind, f"content/{kind.folder}/a.yml", expand(BODIES[name]))
    assert (problems, record is not None) == ((), True)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_snippet_of_a_part_fits_into_an_event(name):
    part = "".join(f"  {line}\n" for line in expand(BODIES[name]).splitlines())
    text = f'title:\n  fr: "A"\ntype: other\nstatus: draft\n{PARTS[name]}:\n{part}'
    assert read_record(KINDS["events"], "content/events/a.yml", text)[1] == ()


def test_there_are_the_snippets_that_the_guide_names():
    assert {"event", "source", "person", "figure", "evidence"} <= set(BODIES)
