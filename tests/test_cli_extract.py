"""`timeline extract` as a person runs it: drafts, bad input, equal bytes, nothing lost."""

import importlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.extract import many

HERE = Path(__file__).parents[1]

ARTICLE = """Le pont des Trois-Rives inauguré à Lyon

Publié le 4 mai 2021

Lundi 3 mai 2021, la maire Ada Quist a inauguré à Lyon le pont des Trois-Rives, long de 420 mètres.
Le chantier a coûté 95 millions d'euros. Le 12 juin 2021, le maire de Genève visitera l'ouvrage.
"""
NO_EVENT = "La mer est belle. Les oiseaux chantent et la lumière danse doucement sur les vagues.\n"

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "long-line.txt": b"mot " * 2_600_000,
    "no-text.html": b"<html><head><script>x()</script></head><body></body></html>",
    "nothing.txt": NO_EVENT.encode(),
}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    return tmp_path


@pytest.fixture
def run(root):
    def run(*arguments):
        return CliRunner().invoke(main, ["--root", str(root), "extract", *map(str, arguments)])

    return run


@pytest.fixture
def article(root):
    path = root / "pont.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "content").rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", BAD)
def test_bad_input_says_what_to_do_and_writes_nothing(root, run, name):
    path = root / name
    path.write_bytes(BAD[name])
    done = run(path)
    assert done.exit_code == 1
    assert name in done.output
    assert files(root) == {}


def test_a_folder_in_place_of_a_file_and_a_missing_file_are_told_apart(root, run):
    done = run(root / "none.txt")
    assert done.exit_code == 1
    assert "none.txt" in done.output


def test_one_bad_file_does_not_lose_the_good_one(root, run, article):
    (root / "empty.txt").write_bytes(b"")
    done = run(root / "empty.txt", article)
    assert done.exit_code == 1
    assert any(name.startswith("content/events/2021/") for name in files(root))


def test_an_article_becomes_drafts_whose_evidence_verifies(root, run, article):
    done = run(article)
    assert done.exit_code == 0, done.output
    clean = CliRunner().invoke(main, ["--root", str(root), "check"])
    assert clean.exit_code == 0, clean.output
    verified = CliRunner().invoke(main, ["--root", str(root), "verify", "--articles", str(root)])
    assert "0 moved, 0 changed, 0 missing, 0 unread" in verified.output
    assert not verified.output.startswith("0 ok")


def test_reading_the_same_articles_twice_gives_the_same_bytes(root, run, article, tmp_path):
    run(article)
    first = files(root)
    run(article)
    assert files(root) == first
    shutil.rmtree(root / "content")
    (root / "content").mkdir()
    run(article)
    assert files(root) == first


def test_any_number_of_jobs_gives_the_same_bytes(root, run, article):
    (root / "empty.txt").write_bytes(b"")
    (root / "nothing.txt").write_text(NO_EVENT)
    names = (article, root / "empty.txt", root / "nothing.txt")
    one = run("--json", *names)
    two = run("--json", *names, "--jobs", 2)
    assert (one.exit_code, one.stdout_bytes, one.stderr_bytes) == (
        two.exit_code,
        two.stdout_bytes,
        two.stderr_bytes,
    )
    run(*names)
    first = files(root)
    shutil.rmtree(root / "content")
    (root / "content").mkdir()
    run(*names, "--jobs", 2)
    assert files(root) == first != {}


def test_jobs_of_this_machine_and_a_cluster_exclude_each_other(run, article):
    done = run(article, "--jobs", 2, "--dask", "tcp://127.0.0.1:8786")
    assert done.exit_code == 2
    assert "leave --jobs out" in done.output


def test_a_draft_that_a_person_changed_is_not_written_again(root, run, article):
    run(article)
    name = next(name for name in files(root) if name.startswith("content/events/2021/"))
    path = root / name
    edited = path.read_text(encoding="utf-8").replace("status: draft", "status: draft # relu: Léa")
    path.write_text(edited, encoding="utf-8")
    article.write_text(ARTICLE.replace("420", "430"), encoding="utf-8")
    run(article)
    assert path.read_text(encoding="utf-8") == edited


def test_a_deleted_draft_stays_deleted(root, run, article):
    run(article)
    name = next(name for name in files(root) if name.startswith("content/events/2021/"))
    (root / name).unlink()
    run(article)
    assert name not in files(root)


def test_a_site_without_any_event_is_read_anew_whatever_was_read_before(root, run, article):
    run(article)
    first = files(root)
    shutil.rmtree(root / "content/events")
    assert "nothing to do" not in run("--stale", article).output
    assert files(root) == first
    assert "nothing to do" in run("--stale", article).output


def test_json_prints_one_object_for_each_file_and_writes_nothing(root, run, article):
    done = run("--json", article)
    (line,) = done.output.splitlines()
    found = json.loads(line)
    keys = ["file", "article", "events", "figures", "timexes", "residue"]
    assert list(found) == keys
    assert found["article"]["published"] == "2021-05-04"
    assert any(event["date"] == "2021-05-03" for event in found["events"])
    assert files(root) == {}
    for event in found["events"]:
        for span in event["evidence"]:
            assert 0 <= span["start"] < span["end"] <= len(ARTICLE)


def test_a_bad_date_of_issue_is_wrong_usage_and_says_what_to_type(run, article):
    done = run("--issued", "16 juin 2025", article)
    assert done.exit_code == 2
    assert 'Did you mean "2025-06-16"?' in done.output


@pytest.mark.skipif(not (HERE / "../shared/gold").is_dir(), reason="../shared is not here")
def test_every_span_of_the_five_articles_lies_in_its_text(run):
    paths = sorted((HERE / "../shared/gold").glob("seed_*.txt"))
    done = run("--json", *paths)
    assert done.exit_code == 0
    for path, line in zip(paths, done.output.splitlines(), strict=True):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        found = json.loads(line)
        for timex in found["timexes"]:
            assert text[timex["start"] : timex["end"]] == timex["text"]
        spans = [span for event in found["events"] for span in event["evidence"]]
        spans += [figure["evidence"] for figure in found["figures"]]
        assert spans
        assert all(text[span["start"] : span["end"]].strip() for span in spans)


def test_a_run_that_is_cut_short_goes_on_where_it_was(root, run, tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.import_module("generator.cli.extract"), "BATCH", 2)
    articles = root / "articles"
    articles.mkdir()
    for number, town in enumerate(("Lyon", "Brest", "Nantes", "Metz", "Nice")):
        text = ARTICLE.replace("Lyon", town).replace("3 mai", f"{number + 3} mai")
        (articles / f"{number}.txt").write_text(text, encoding="utf-8")
    (articles / "9.txt").write_text(NO_EVENT, encoding="utf-8")
    assert run(articles).exit_code == 0
    whole = files(root)
    shutil.rmtree(root / "content")
    (root / "content").mkdir()

    read_many, seen = many.read_many, []

    def cut_short(paths, *args, **how):
        for path, reading in zip(paths, read_many(paths, *args, **how), strict=True):
            seen.append(path.name)
            if len(seen) == 4:
                raise KeyboardInterrupt
            yield reading

    monkeypatch.setattr(many, "read_many", cut_short)
    assert run(articles).exit_code != 0
    assert seen == ["0.txt", "1.txt", "2.txt", "3.txt"]
    seen[:] = ["", "", "", "", ""]
    assert run(articles).exit_code == 0
    assert seen[5:] == ["2.txt", "3.txt", "4.txt", "9.txt"]
    assert files(root) == whole
    assert "nothing to do" in run(articles).output
