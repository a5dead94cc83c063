"""Measure `timeline check` as it is run: the whole command, cold and warm, on made-up records.

python scripts/bench_check.py                  500 and 10,000 records, against the floors
python scripts/bench_check.py --sizes 500      fewer

Cold is without a cache, warm with one and no change, changed with one event edited. Seconds are of
the clock, which other programs on the machine lengthen; CPU seconds of all processes stand beside
them. A floor is missed when the clock is over it and so are the CPU seconds of each process: cold,
many records are read by two or more. Then the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench import write_site

from generator.record.checking import MANY

FLOORS = {
    (500, "cold"): 1.0,
    (10_000, "cold"): 10.0,
    (10_000, "warm"): 1.0,
}
"""Size and state → seconds at most, on two cores."""
CHECK = "from generator.cli import main; main(prog_name='timeline')"


class Cost(NamedTuple):
    """What one run took, in seconds."""

    wall: float
    cpu: float
    """Of the command and its processes together."""


def run_check(root: Path) -> Cost:
    """Run the command in a project's folder.

    Raises:
        SystemExit: it found errors, which the made-up records do not have.
    """
    command = [sys.executable, "-c", CHECK, "--root", str(root), "check", "--format", "json"]
    before, start = os.times(), time.monotonic()
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- our own command
    wall, after = time.monotonic() - start, os.times()
    if done.returncode:
        sys.exit(done.stderr.decode(errors="replace") or "check found errors")
    user, system = 2, 3  # of children, in what `os.times` returns
    return Cost(wall, after[user] + after[system] - before[user] - before[system])


def measure(size: int) -> dict[str, Cost]:
    """Return what `check` of about so many records takes, by state."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as folder:
        root = Path(folder)
        write_site(root, size)
        cold, warm = run_check(root), run_check(root)
        event = min(root.glob("content/events/*/*.yml"))
        event.write_text(event.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        return {"cold": cold, "warm": warm, "changed": run_check(root)}


def main() -> int:
    """Print a line for each size and state; return 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 10_000])
    missed = 0
    print(f"{'events':>7}  {'check':<8}{'seconds':>9}{'CPU s':>8}{'floor':>8}")
    for size in parser.parse_args().sizes:
        for state, cost in measure(size).items():
            floor = FLOORS.get((size, state))
            processes = min(os.cpu_count() or 1, 2) if state == "cold" and size >= MANY else 1
            slow = floor is not None and min(cost.wall, cost.cpu / processes) > floor
            missed += slow
            told = f"{floor or '':>8}{'  MISSED' if slow else ''}"
            print(f"{size:>7,}  {state:<8}{cost.wall:>9.2f}{cost.cpu:>8.2f}{told}")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
