"""The walks in the guides are what happens."""

from __future__ import annotations

import sys

import pytest
import walk


@pytest.mark.parametrize("paths", walk.WALKS, ids=lambda paths: paths[0].stem)
def test_both_pages_show_the_same_files_commands_and_answers(paths):
    pages = [(walk.ROOT / path).read_text(encoding="utf-8") for path in paths]
    english, french = map(walk.answers, pages)
    assert english == french
    assert len(english) > 2


@pytest.mark.skipif(sys.platform == "win32", reason="the walk is for a shell")
def test_what_the_pages_show_is_what_happens(capsys):
    """Where this fails after a change of the extractor, `python scripts/walk.py` writes it anew."""
    assert walk.main(["--check"]) == 0, capsys.readouterr().out
