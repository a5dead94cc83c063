"""The workflows are valid, pinned and ask for no more than they need; all checked offline."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: +[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def run_tool(name: str, *arguments: str) -> None:
    """Run a tool of the development environment; fail with all that it says."""
    tool = shutil.which(name, path=Path(sys.executable).parent)
    if tool is None:
        pytest.skip(f"{name} is not installed: make setup")
    run = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_there_is_a_workflow_for_tests_and_one_for_the_site() -> None:
    assert {"ci.yml", "deploy.yml"} <= {path.name for path in WORKFLOWS}


def test_zizmor_finds_nothing() -> None:
    run_tool("zizmor", "--offline", "--no-progress", "--persona=auditor", ".github")


@pytest.mark.parametrize("schema", ["github-workflows", "custom.github-workflows-require-timeout"])
def test_each_workflow_is_valid_and_each_job_has_a_timeout(schema) -> None:
    run_tool("check-jsonschema", "--builtin-schema", schema, *map(str, WORKFLOWS))


def test_dependabot_configuration_is_valid() -> None:
    run_tool("check-jsonschema", "--builtin-schema", "dependabot", ".github/dependabot.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_pinned_by_commit_and_says_its_version(path) -> None:
    uses = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_right_that_a_job_does_not_ask_for(path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert [name for name, job in workflow["jobs"].items() if "permissions" not in job] == []


def test_no_job_runs_the_code_of_a_fork_with_the_rights_of_the_project() -> None:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    assert not any("pull_request_target" in text for text in texts)


def test_what_is_published_is_installed_without_a_cache() -> None:
    assert "cache:" not in (ROOT / ".github" / "workflows" / "deploy.yml").read_text()
