"""The form in which records are written: formatters and linters that editors run leave it alone."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.record.model import Person
from generator.record.render import modeline, render_record
from generator.record.schema import KINDS, kind_of
from generator.record.store import read_content

HERE = Path(__file__).parents[2]


HARD = (
    'le "pont"',
    'l\'"eau"',
    '"\\"',
    "l'eau",
    "''",
    "a: b #c",
    "NO",
    "- x",
    "{a}",
    '"\t"',
    "x" * 120,
    "mot " * 60 + "fin",
    "\u2028 a",
    "é « x »",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Every default record, as `write_record` writes it."""
    root = tmp_path_factory.mktemp("canonical")
    content = read_content(HERE).content
    for kind in KINDS.values():
        for record in getattr(content, kind.folder).values():
            path = root / f"{kind.folder}-{record.id}.yml"
            path.write_text(modeline(kind_of(record), 2) + render_record(record), encoding="utf-8")
    for number, text in enumerate(HARD):
        person = Person(id="a", name={"fr": text}, aliases=(text, "b"))
        (root / f"hard-{number}.yml").write_text(render_record(person), encoding="utf-8")
    return root


def find_prettier():
    local = HERE / ".cache/node/node_modules/.bin/prettier"
    return os.environ.get("PRETTIER") or (
        str(local) if local.exists() else shutil.which("prettier")
    )


@pytest.mark.skipif(not find_prettier(), reason="needs prettier: `make editor` installs it")
def test_prettier_changes_no_byte(folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    command = [find_prettier(), "--write", "--log-level", "error", "."]
    subprocess.run(command, cwd=folder, check=True)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(not find_spec("yamllint"), reason="needs yamllint: `make editor` installs it")
def test_yamllint_has_nothing_to_say_but_of_long_lines(folder):
    rules = "{extends: default, rules: {line-length: disable, document-start: disable}}"
    command = [sys.executable, "-m", "yamllint", "--strict", "-d", rules, "."]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
