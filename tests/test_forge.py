"""What the forge reads from the repository, besides the workflows: forms, owners, templates."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.record.forms import ACCEPTED, FORMS

ROOT = Path(__file__).resolve().parent.parent
FORGE = ROOT / ".github"


def test_the_forms_are_valid():
    tool = shutil.which("check-jsonschema", path=Path(sys.executable).parent)
    if tool is None:
        pytest.skip("check-jsonschema is not installed: make setup")
    folder = FORGE / "ISSUE_TEMPLATE"
    for schema, paths in {
        "vendor.github-issue-forms": [folder / name for name in FORMS],
        "vendor.github-issue-config": [folder / "config.yml"],
    }.items():
        command = [tool, "--builtin-schema", schema, *map(str, paths)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", FORMS)
def test_a_form_speaks_french_and_english(name):
    form = yaml.safe_load((FORGE / "ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))
    assert " · " in form["name"]
    assert " · " in form["description"]


def test_a_form_has_one_label_of_its_own_and_not_the_one_that_accepts_it():
    forms = [
        yaml.safe_load((FORGE / "ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))
        for name in FORMS
    ]
    labels = [form["labels"] for form in forms]
    assert all(len(each) == 1 for each in labels)
    assert len({each[0] for each in labels} | {ACCEPTED}) == len(labels) + 1


def test_every_owned_path_exists():
    lines = (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    for pattern, *owners in rules[1:]:
        assert list(ROOT.glob(pattern.strip("/"))), pattern
        assert all(re.fullmatch(r"@[\w-]+(/[\w-]+)?", owner) for owner in owners)


def test_what_runs_with_rights_is_owned_by_maintainers_alone():
    lines = (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    for path in ("/.github/", "/scripts/artifact.py", "/scripts/preview.py"):
        assert "editors" not in rules[path]


@pytest.mark.parametrize("name", ["content.md", "code.md"])
def test_a_template_of_a_pull_request_links_to_files_that_exist(name):
    text = (FORGE / "PULL_REQUEST_TEMPLATE" / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(\.\./blob/main/([^)#]+)", text)
    assert links
    assert all((ROOT / link).is_file() for link in links)
    assert f"?template={name}" in (FORGE / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")


def test_the_container_sets_up_as_everybody_does():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    told = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    assert told["postCreateCommand"] == "make setup"
    assert told["forwardPorts"] == [8000]
    assert "python:3.11" in told["image"]
