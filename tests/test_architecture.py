"""The architecture page and the list of public names say what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import captions
import pytest

import generator

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path):
    """A project of two modules whose architecture page is fresh."""
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").write_text('"""The package."""\n')
    (tmp_path / "generator" / "one.py").write_text('"""Caption: a | b.\n\nMore."""\n')
    (tmp_path / "generator" / "part" / "deep").mkdir(parents=True)
    (tmp_path / "generator" / "part" / "__init__.py").write_text('"""A part."""\n')
    (tmp_path / "generator" / "part" / "deep" / "two.py").write_text('"""Two."""\n')
    (tmp_path / "docs").mkdir()
    page = f"before\n{captions.BEGIN}{captions.END}after\n"
    (tmp_path / "docs" / "architecture.md").write_text(page)
    assert captions.main([], tmp_path) == 0
    return tmp_path


def test_the_page_has_the_caption_of_every_module() -> None:
    command = [sys.executable, ROOT / "scripts" / "captions.py", "--check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_every_module_has_a_caption_of_one_sentence() -> None:
    bad = {
        name: caption
        for name, caption in captions.read_captions(ROOT).items()
        if not caption.endswith((".", ":"))
    }
    assert bad == {}


def test_a_module_is_listed_with_its_first_docstring_line(copy) -> None:
    page = (copy / "docs" / "architecture.md").read_text()
    assert "| `generator` | The package. |\n| `generator.one` | Caption: a &#124; b. |\n" in page
    assert "### `generator.part`\n" in page
    assert "| `generator.part` | A part. |\n| `generator.part.deep.two` | Two. |\n" in page
    assert page.startswith("before\n")
    assert page.endswith("after\n")


def test_writing_twice_changes_nothing(copy) -> None:
    before = (copy / "docs" / "architecture.md").read_text()
    captions.main([], copy)
    assert (copy / "docs" / "architecture.md").read_text() == before


def test_a_changed_caption_is_reported_with_the_way_to_mend_it(copy, capsys) -> None:
    (copy / "generator" / "one.py").write_text('"""Another caption."""\n')
    assert captions.main(["--check"], copy) == 1
    said = capsys.readouterr().out
    assert "make captions" in said
    assert "Another caption." in said


def test_a_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="needs both marks"):
        captions.insert_tables("no marks", "table")


def test_the_public_names_are_the_listed_ones_and_few() -> None:
    listed = list(getattr(generator, "__all__", ()))
    visible = [
        name
        for name, value in vars(generator).items()
        if not name.startswith("_") and not isinstance(value, ModuleType) and name != "annotations"
    ]
    assert sorted(visible) == sorted(listed)
    assert len(listed) <= 12
