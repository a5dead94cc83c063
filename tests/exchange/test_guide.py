"""The commands of docs/import.md print what the guide says that they print."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

HERE = Path(__file__).parents[2]
HARBOUR = "date,title\n14/07/1889,Bridge opened\n03/13/1901,Storm\n1902,\n25/12/1902,Feast\n"


def commands(page):
    """Yield each command of a page with the lines that it prints."""
    text = (HERE / "docs" / page).read_text(encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output.rstrip("\n").split("\n")


@pytest.mark.parametrize("page", ["import.md", "import.fr.md"])
def test_each_command_prints_what_the_guide_shows(page, tmp_path, monkeypatch):
    shutil.copytree(HERE / "tests/exchange/polar", tmp_path, dirs_exist_ok=True)
    (tmp_path / "harbour.csv").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    shown = list(commands(page))
    assert len(shown) == 8
    for command, output in shown:
        _, *arguments = shlex.split(command)
        root = tmp_path
        if "harbour.csv" in command:
            root = tmp_path / "other"
            (root / "content").mkdir(parents=True)
        done = CliRunner().invoke(main, ["--root", str(root), *arguments])
        pattern = "\n".join(".*" if line == "…" else re.escape(line) for line in output)
        assert re.fullmatch(pattern + "\n", done.output, re.DOTALL), (command, done.output)


def test_both_guides_show_the_same_commands():
    assert list(commands("import.md")) == list(commands("import.fr.md"))
