"""A sample pull request, from its two commits to the comment: every command that workflows call."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import artifact
import before_after
import compare_pages
import preview
import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.record.forms import ACCEPTED

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
EVENT = 'title:\n  fr: "{title}"\ndate: "{date}"\ntype: project\nstatus: draft\nplace: belleport\n'
FILES = {
    "mkdocs.yml": (
        "site_name: Belleport\nsite_url: https://belleport.example/\ndocs_dir: content/pages\n"
        "theme:\n  name: material\n  language: fr\n  font: false\n"
        "plugins:\n  - timeline:\n      language: fr\n"
    ),
    "content/pages/about.md": "# À propos\n",
    "content/events/2021/pont.yml": EVENT.format(title="Ouverture du pont", date="2021-05"),
    "content/events/1950/phare.yml": EVENT.format(title="Construction du phare", date="1950"),
    "content/places/belleport.yml": 'name:\n  fr: "Belleport"\nkind: city\n',
}


def git(folder, *words):
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@belleport.example")
    command = ["git", *identity, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with one commit, `base`."""
    root = tmp_path / "project"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root.parent, "init", "--quiet", "project")
    commit(root, "Begin")
    git(root, "branch", "base")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return root


def commit(root, message):
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def change(root, date="2021-05-03/2021-05-05"):
    text = EVENT.format(title="Ouverture du pont", date=date)
    (root / "content/events/2021/pont.yml").write_text(text, encoding="utf-8")
    (root / "content/people").mkdir(exist_ok=True)
    (root / "content/people/ada.yml").write_text('name:\n  fr: "Ada @all `x`"\n')
    commit(root, "Correct")


def review(root, out):
    return CliRunner().invoke(main, ["--root", str(root), "review", "base", "--out", str(out)])


def test_a_correction_is_told_in_words_in_both_languages(project, tmp_path):
    change(project)
    done = review(project, tmp_path / "out")
    assert done.exit_code == 0, done.output
    summary = (tmp_path / "out/summary.md").read_text(encoding="utf-8")
    assert "`Date : mai 2021 → du 3 au 5 mai 2021`" in summary.replace("\u00a0", " ")
    assert "`Date: May 2021 → 3–5 May 2021`" in summary.replace("\u2009", "")
    assert "``Ada @all `x` ``" in summary.replace("`` ", "``")


def test_a_broken_record_is_noted_on_its_line_and_is_not_called_gone(project, tmp_path):
    change(project, date="16 juin 2025")
    done = review(project, tmp_path / "out")
    assert done.exit_code == 1
    assert (
        "::error file=content/events/2021/pont.yml,line=3,col=7,title=date-format::" in done.output
    )
    summary = (tmp_path / "out/summary.md").read_text(encoding="utf-8")
    assert "| `content/events/2021/pont.yml` | 3:7 | `date-format` |" in summary
    assert "retirée" not in summary
    assert "Ouverture" not in json.dumps(json.loads((tmp_path / "out/review.json").read_text()))


def test_a_revision_that_is_none_is_refused(project, tmp_path):
    words = ["--root", str(project), "review", "--out", str(tmp_path), "--", "--upload-pack=x"]
    assert CliRunner().invoke(main, words).exit_code == 2


def test_pages_that_differ_are_found_and_others_are_not(project, tmp_path, monkeypatch):
    change(project)
    assert before_after.main(["base", str(tmp_path / "out"), "--pictures", "0"], project) == 0
    pages = {p["path"]: p for p in json.loads((tmp_path / "out/pages.json").read_text())}
    assert pages["events/pont/"]["turn"] == "changed"
    assert pages["people/ada/"]["turn"] == "added"
    assert "about/" not in pages
    assert next(iter(pages)).startswith("events/")  # records before lists
    report = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "events/pont/" in report
    assert git(project, "worktree", "list").count("\n") == 0


def test_the_same_site_has_no_page_that_differs(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        text = f'<link href="a.{"ab" * 5}.css?v={name}"><main>x<!-- {name} --></main>{name}'
        (tmp_path / name / "index.html").write_text(text)
    assert compare_pages.find_changes(tmp_path / "one", tmp_path / "two") == ()


@pytest.mark.browser
def test_the_whole_way_from_two_commits_to_a_comment(project, tmp_path, capsys):
    """Do what review.yml and preview.yml do, with a folder for the forge."""
    change(project)
    out, left, remote = (tmp_path / name for name in ("preview", "left", "remote.git"))
    assert review(project, out).exit_code == 0
    # In a process of its own: the tests' browser may be open in this one.
    command = [sys.executable, before_after.__file__, "base", str(out), "--pictures", "2"]
    subprocess.run(command, cwd=project, check=True)
    with zipfile.ZipFile(tmp_path / "artifact.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(out.rglob("*")):
            packed.write(path, path.relative_to(out))
    assert artifact.main([str(tmp_path / "artifact.zip"), str(left)]) == 0, capsys.readouterr().err
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    told = preview.push(left, 7, str(remote), with_site=True)
    names = git(remote, "ls-tree", "-r", "--name-only", told).splitlines()
    assert {"pictures/01-before.png", "pictures/01-after.png", "events/pont/index.html"} <= {*names}
    text = preview.comment(left, repository="o/r", commit=told, run="https://r.example", site="")
    assert "du 3 au 5 mai 2021" in text
    assert text.count("<img ") == 3  # the event before and after, the new person after
    told = json.loads((out / "pages.json").read_text())
    assert {page["path"] for page in told[:2]} == {"events/pont/", "people/ada/"}
    pictures = [(left / f"pictures/01-{when}.png").read_bytes() for when in ("before", "after")]
    assert pictures[0] != pictures[1]
    shutil.rmtree(left)


# ------------------------------------------------------------------ the workflows themselves


def steps(name):
    workflow = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return workflow, [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_what_runs_a_strangers_code_may_only_read():
    workflow, found = steps("review.yml")
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]
    assert "secrets." not in (WORKFLOWS / "review.yml").read_text()
    assert all(
        step["with"]["persist-credentials"] is False
        for step in found
        if "checkout" in step.get("uses", "")
    )


def test_what_may_write_runs_our_own_code_without_installing_anything():
    workflow, found = steps("preview.yml")
    assert workflow[True]["workflow_run"]["workflows"] == [steps("review.yml")[0]["name"]]
    (checkout,) = (step for step in found if "uses" in step)
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    text = "".join(step.get("run", "") for step in found)
    assert not re.search(r"pip |make |npm |mkdocs|\.venv|left/\S*\.(py|sh)", text)


@pytest.mark.parametrize("name", ["accept-form.yml", "preview.yml", "review.yml"])
def test_no_step_puts_what_a_stranger_wrote_into_a_shell(name):
    _, found = steps(name)
    assert [step["run"] for step in found if "${{" in step.get("run", "")] == []


def test_the_label_that_starts_it_is_the_one_that_is_documented():
    text = (WORKFLOWS / "accept-form.yml").read_text(encoding="utf-8")
    assert f"github.event.label.name == '{ACCEPTED}'" in text
