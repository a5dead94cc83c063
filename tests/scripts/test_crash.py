"""The harness that kills commands: it sees what is torn, and our commands tear nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import crash
import pytest

COMMANDS = {"extract", "accept", "reject", "pairs", "fix", "import"}
KILLS = 10  # at random, of each command; `make crash` does two hundred of each
OLD, NEW = {"content/a.yml": b"old", "content/b.yml": b"b"}, {"content/a.yml": b"new"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OLD, []),
        (NEW, []),
        (OLD | {"content/a.yml": b"ne"}, [("content/a.yml", "torn")]),
        ({"content/b.yml": b"b"}, [("content/a.yml", "lost")]),
        (NEW | {"content/c.tmp": b""}, [("content/c.tmp", "stray")]),
        (NEW | {"content/.timeline-x.tmp": b"ne"}, []),
    ],
)
def test_a_file_is_the_old_one_or_the_new_one_or_a_fault(now, expected):
    assert list(crash.faults_of(OLD, NEW, now)) == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs to fork")
def test_killed_commands_leave_every_file_whole_and_the_next_run_mends_the_rest():
    script = Path(crash.__file__)
    command = [sys.executable, str(script), "--kills", str(KILLS)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 faults"), done.stdout
    rows = re.findall(
        r"^(\w+) +(each step|random|at once) +(\d+) runs, (\d+) killed", done.stdout, re.MULTILINE
    )
    assert {name for name, *_ in rows} == COMMANDS
    killed = {(name, how): int(number) for name, how, _, number in rows}
    assert all(killed[name, "random"] == KILLS for name in COMMANDS)
    assert all(killed[name, "each step"] >= 8 for name in COMMANDS)
