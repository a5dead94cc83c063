"""`timeline init` in an empty folder: what it writes works at once, and nothing is overwritten."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.authoring.starting import STARTER, Start, languages, starting_files
from generator.cli import main
from generator.record.render import render_record
from generator.record.schema import kind_of
from generator.record.store import read_content

HERE = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
TITLES = ["Le musée du phare", 'Un "titre": <b>&\' # @ %', "timeline: x", "- a", "標題 – 🙂"]


def init(folder, *words):
    return CliRunner().invoke(main, ["init", str(folder), *words])


def make(folder, target):
    command = ["make", target, f"BIN={BIN}"]
    environment = os.environ | {"LC_ALL": "en_GB.UTF-8"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize("language", languages())
def test_make_test_passes_in_a_new_site(tmp_path, language):
    done = init(tmp_path / "site", "--title", TITLES[1], "--language", language)
    assert done.exit_code == 0, done.output
    run = make(tmp_path / "site", "test")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 problems" in run.stdout
    assert "3 ok, 0 moved, 0 changed, 0 missing, 0 unread" in run.stdout
    pages = {path.parent.name for path in (tmp_path / "site/site").rglob("index.html")}
    assert {"anne-le-goff", "kerlann", "events", "about"} <= pages


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_test_fails_when_a_record_is_broken(tmp_path):
    init(tmp_path / "site", "--title", "x")
    (record,) = (tmp_path / "site/content/events").rglob("*.yml")
    record.write_text(record.read_text().replace("2019-06-21", "21 juin 2019"))
    assert make(tmp_path / "site", "test").returncode != 0


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_serve_shows_the_site(tmp_path):
    init(tmp_path / "site", "--title", "Le musée du phare")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["make", "serve", f"BIN={BIN}", f"ARGS=-a 127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=tmp_path / "site", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:  # fmt: skip
        try:
            page = fetch(f"http://127.0.0.1:{port}/")
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # make and what it has started
    assert "Le phare de Kerlann se rallume" in page
    assert "Le musée du phare" in page


def fetch(url):
    deadline = time.monotonic() + 90
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_written_as_it_is(tmp_path, title):
    assert init(tmp_path / "site", "--title", title).exit_code == 0
    told = yaml.safe_load((tmp_path / "site/mkdocs.yml").read_text(encoding="utf-8"))
    assert told["site_name"] == title


@pytest.mark.parametrize("title", ["", " ", "a\nb", "x" * 101, "a\u202eb"])
def test_a_title_that_is_none_is_refused(tmp_path, title):
    assert init(tmp_path / "site", "--title", title).exit_code == 2
    assert not (tmp_path / "site").exists()


def test_nothing_is_ever_overwritten(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    done = init(tmp_path, "--title", "x")
    assert done.exit_code == 2
    assert "README.md" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert (tmp_path / "README.md").read_text() == "mine"


def test_what_else_is_in_the_folder_stays(tmp_path):
    (tmp_path / "LICENSE").write_text("mine")
    assert init(tmp_path, "--title", "x").exit_code == 0
    assert (tmp_path / "LICENSE").read_text() == "mine"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").write_text("x")
    assert init(tmp_path / "site", "--title", "x").exit_code == 2


def test_the_package_is_what_was_asked_for_or_where_this_one_comes_from(tmp_path):
    spec = "timeline-publisher @ git+https://forge.example/town/timeline@v1"
    init(tmp_path / "one", "--title", "x", "--package", spec)
    assert (tmp_path / "one/requirements.txt").read_text().splitlines()[-1] == spec
    done = init(tmp_path / "two", "--title", "x")
    line = (tmp_path / "two/requirements.txt").read_text().splitlines()[-1]
    assert str(HERE) in line
    assert "this machine only" in done.output


@pytest.mark.parametrize("language", languages())
def test_its_records_are_canonical_and_its_links_right(tmp_path, language):
    init(tmp_path, "--title", "x", "--language", language)
    loaded = read_content(tmp_path)
    for folder in ("events", "sources", "people", "organisations", "places"):
        for record in getattr(loaded.content, folder).values():
            path = tmp_path / loaded.paths[kind_of(record).folder, record.id]
            head, _, text = path.read_text(encoding="utf-8").partition("\n")
            assert text == render_record(record)
            schema = head.partition("$schema=")[2]
            assert (path.parent / schema).resolve().is_file()
    for name in re.findall(r"`(content/[^`*]+\.\w+)`", (tmp_path / "README.md").read_text()):
        assert (tmp_path / name).is_file()


def test_the_workflows_are_pinned_as_ours_are():
    def pins(folder):
        texts = (path.read_text() for path in folder.glob("*.yml"))
        return {
            line.strip().removeprefix("- ")
            for text in texts
            for line in re.findall(r"uses: .*", text)
        }

    assert pins(STARTER / "common/.github/workflows") <= pins(HERE / ".github/workflows")


@pytest.mark.parametrize("name", ["zizmor", "check-jsonschema"])
def test_the_workflows_are_sound(name):
    tool = shutil.which(name, path=BIN)
    if tool is None:
        pytest.skip(f"{name} is not installed: make setup")
    folder = STARTER / "common/.github/workflows"
    words = {
        "zizmor": ["--offline", "--no-progress", "--persona=auditor", str(folder)],
        "check-jsonschema": ["--builtin-schema", "github-workflows", *map(str, folder.iterdir())],
    }
    run = subprocess.run([tool, *words[name]], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_both_languages_begin_with_the_same_files():
    def kinds(language):
        names = starting_files(Start(title="x", language=language, package="x"))
        return sorted(re.sub(r"[^/]+\.(yml|md)$", r"*.\1", name) for name in names)

    assert kinds("fr") == kinds("en")
