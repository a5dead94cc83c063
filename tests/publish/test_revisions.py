"""Records of earlier revisions, from a real repository."""

import os
import subprocess
from dataclasses import replace

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import UsageError
from generator.publish.history import read_history
from generator.publish.revisions import read_corrections, read_revision
from generator.record.edtf import parse_edtf
from generator.record.model import ReviewStatus
from generator.record.store import default_path, write_record

WHO = {
    f"GIT_{who}_{what}": "a@x.example"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def git(folder, *words, day=1):
    when = f"2024-05-{day:02}T12:00:00+00:00"
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    env = {**os.environ, **WHO, **dates, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path, content):
    """Return a repository with an event, its date mended, and its layout changed."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    lyon = replace(content.events["conseil-lyon"], generated=None)
    for kind in ("sources", "people", "organisations", "places", "indicators"):
        for record in getattr(content, kind).values():
            write_record(tmp_path, record)
    lyon = replace(lyon, participants=lyon.participants[:2], status=ReviewStatus.DRAFT)
    save(tmp_path, lyon, 1)
    save(tmp_path, replace(lyon, date=parse_edtf("2024-03-05")), 2)
    path = tmp_path / default_path(lyon)
    path.write_text(f"# a comment\n{path.read_text('utf-8')}", "utf-8")
    git(tmp_path, "commit", "-qam", "Comment", day=3)
    return tmp_path


def save(folder, event, day):
    write_record(folder, event)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", f"Day {day}", day=day)


def test_a_revision_has_its_records(project):
    assert read_revision(project, "HEAD~2").events["conseil-lyon"].date.text == "2024-03-04"
    assert read_revision(project, "HEAD").events["conseil-lyon"].date.text == "2024-03-05"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~99", "", "a b"])
def test_no_such_revision_is_said(project, revision):
    with pytest.raises(UsageError):
        read_revision(project, revision)


def test_without_a_repository_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="cannot be read"):
        read_revision(tmp_path, "HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="install it"):
        read_revision(tmp_path, "HEAD")


def test_corrections_are_changes_of_what_is_said_with_both_versions(project):
    (path,) = (p.relative_to(project).as_posix() for p in project.glob("content/events/*/*.yml"))
    (found,) = read_corrections(project, read_history(project), {"conseil-lyon": path}, 10)
    assert found.change.subject == "Day 2"
    assert (found.old.date.text, found.new.date.text) == ("2024-03-04", "2024-03-05")


def diff(project, *words):
    return CliRunner().invoke(main, ["--root", str(project), "diff", *words])


def test_the_command_tells_what_changed_since_a_revision(project):
    result = diff(project, "HEAD~2")
    assert result.exit_code == 0, result.output
    assert "events/conseil-lyon" in result.output
    assert "Date: 4 March 2024 → 5 March 2024" in result.output
    assert diff(project, "--language", "fr").output == "Aucune fiche n’a changé.\n"


def test_what_is_not_committed_yet_counts_too(project, content):
    write_record(project, replace(content.people["jeanne-martin"], id="somebody-new"))
    assert "Person, new: Jeanne Martin" in diff(project).output


def test_a_title_cannot_write_markdown_into_a_pull_request(project, content):
    hostile = {"fr": "<img src=x> [a](javascript:b) `c` **d**"}
    write_record(project, replace(content.people["jeanne-martin"], id="x", name=hostile))
    shown = diff(project, "--format", "markdown").output
    assert "<img" not in shown.replace("\\<img", "")
    assert "\\[a\\](javascript:b)" in shown


def test_a_wrong_revision_is_wrong_usage(project):
    result = diff(project, "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output
