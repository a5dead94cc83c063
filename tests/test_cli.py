"""The command: exit codes, output formats, and refusals that say what to do."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

HERE = Path(__file__).parents[1]


@pytest.fixture
def site(tmp_path):
    shutil.copytree(HERE / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def run(site):
    def run(*arguments):
        return CliRunner().invoke(main, ["--root", str(site), *map(str, arguments)])

    return run


@pytest.fixture
def broken(site):
    path = site / "content/people/xi-jinping.yml"
    path.write_text(path.read_text(encoding="utf-8") + "nmae: x\n", encoding="utf-8")
    return path


def test_check_of_the_default_content_is_clean(run):
    done = run("check")
    assert done.exit_code == 0
    assert "0 problems" in done.output


def test_check_prints_a_problem_like_a_compiler_and_exits_1(run, broken):
    done = run("check")
    assert done.exit_code == 1
    assert "content/people/xi-jinping.yml:" in done.output
    assert 'Did you mean "name"?' in done.output
    assert "1 problem in 1 file" in done.output


def test_check_can_be_limited_to_a_folder(run, site, broken):
    assert run("check", site / "content/events").exit_code == 0
    assert run("check", site / "content/people").exit_code == 1


def test_check_of_a_path_that_is_not_there_is_wrong_usage(run, site):
    assert run("check", site / "nowhere").exit_code == 2


def test_a_forge_gets_annotations_that_no_record_can_forge(run, broken):
    broken.write_text('name:\n  fr: "A"\n"x%0A\\n::error::y": 1\n', encoding="utf-8")
    lines = run("check", "--format", "github", broken).output.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=content/people/xi-jinping.yml,line=3,endLine=3,col=1,")
    assert "%250A" in lines[0]


def test_check_as_json_has_all_parts(run, broken):
    (problem,) = json.loads(run("check", "--format", "json", broken).output)
    assert problem["code"] == "field-unknown"
    parts = {"path", "line", "column", "code", "severity", "length", "message", "hint"}
    assert set(problem) == parts | {"fixable"}
    assert problem["fixable"] is False  # "x" is in no language, so no name


def test_schemas_and_field_tables_of_the_project_are_fresh():
    done = CliRunner().invoke(main, ["--root", str(HERE), "schema", "--check"])
    assert done.output == ""
    assert done.exit_code == 0


def test_a_stale_schema_is_named_then_written(run, site):
    stale = run("schema", "--check")
    assert stale.exit_code == 1
    assert "schemas/event.schema.json: stale" in stale.output
    assert run("schema").exit_code == 0
    assert run("schema", "--check").exit_code == 0


def test_every_command_has_an_example(run):
    for name in main.commands:
        assert "Examples:" in run(name, "--help").output, name


def test_verify_counts_evidence_without_a_text_as_unread(run):
    done = run("verify")
    assert done.exit_code == 0
    assert "0 changed, 0 missing" in done.output


@pytest.mark.skipif(not (HERE / "../shared/gold").is_dir(), reason="../shared is not here")
def test_every_piece_of_evidence_of_the_default_content_verifies(run):
    done = run("verify", "--articles", HERE / "../shared/gold")
    assert done.exit_code == 0
    assert "0 moved, 0 changed, 0 missing, 0 unread" in done.output
