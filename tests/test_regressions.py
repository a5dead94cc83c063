"""What a fuzzer once broke stays mended: every kept input is run again."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_targets import TARGETS

KEPT = Path(__file__).parent / "regressions"
FILES = sorted(path for path in KEPT.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_that_broke_a_reader_is_read_or_refused(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_any_bytes(target: str) -> None:
    for data in (b"", b"\0", b"\xff" * 50, bytes(range(256)), "\0«É\u0301\u202e😀".encode()):
        TARGETS[target](data)
