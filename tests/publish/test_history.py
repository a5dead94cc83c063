"""When records changed, as a real repository tells it."""

import os
import subprocess

import pytest

from generator.publish.history import History, read_history

WHO = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@x.example"}
WHO |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@x.example"}


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


def git(folder, *words, day=1):
    when = f"2024-05-{day:02}T12:00:00+02:00"
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    env = {**os.environ, **WHO, **dates, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


def commit(folder, day, subject, **files):
    for name, text in files.items():
        path = folder / "content" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", subject, day=day)


def test_each_file_has_its_commits_the_newest_first(repository):
    commit(repository, 1, "Add both", a="1\n", b="1\n")
    commit(repository, 2, 'Mend "a"\n\nWith a body.', a="2\n")
    history = read_history(repository)
    assert [c.subject for c in history.of("content/a.yml")] == ['Mend "a"', "Add both"]
    assert [c.when.isoformat() for c in history.of("content/a.yml")] == [
        "2024-05-02T10:00:00+00:00",
        "2024-05-01T10:00:00+00:00",
    ]
    assert len(history.of("content/b.yml")) == 1
    assert history.of("content/none.yml") == ()


def test_a_file_that_was_renamed_keeps_its_history(repository):
    text = "".join(f"line: {n}\n" for n in range(20))
    commit(repository, 1, "Add", old=text)
    git(repository, "mv", "content/old.yml", "content/new.yml")
    commit(repository, 2, "Rename")
    git(repository, "mv", "content/new.yml", "content/newest.yml")
    commit(repository, 3, "Rename again")
    found = read_history(repository).of("content/newest.yml")
    assert [c.path for c in found] == ["content/newest.yml", "content/new.yml", "content/old.yml"]


def test_names_with_accents_spaces_and_subjects_with_signs_are_kept(repository):
    commit(repository, 1, "Tab\there \\ « é »", **{"é t": "1\n"})
    (found,) = read_history(repository).of("content/é t.yml")
    assert found.subject == "Tab\there \\ « é »"


def test_a_project_below_the_repositorys_root_has_its_own_paths(repository):
    below = repository / "sites" / "one"
    below.mkdir(parents=True)
    commit(below, 1, "Add", a="1\n")
    assert len(read_history(below).of("content/a.yml")) == 1


def test_without_a_repository_or_a_git_there_is_no_history(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(tmp_path) == History()
    monkeypatch.setenv("PATH", "")
    assert read_history(tmp_path) == History()
