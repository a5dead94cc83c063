"""Measure how loading and building grow, on made-up content of growing size.

python scripts/bench.py           about 100 and 1,000 events
python scripts/bench.py --large   10,000 too, which takes minutes

The events are copies of the default ones under other names and years. Times are CPU seconds, which
another program on the same machine disturbs least; compare the ratios of one run, not two runs.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.record.edtf import parse_edtf
from generator.record.render import render_record
from generator.record.store import default_path, read_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.model import Event, Evidence

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SIZES = (100, 1_000)
LARGE = 10_000
SITE_PARTS = ("mkdocs.yml", "site_templates", "content")


class Run(NamedTuple):
    """What one command took."""

    cpu: float
    """Seconds of processor time, its own and the system's."""
    memory: float
    """Largest resident size, in MiB."""


class Row(NamedTuple):
    """What one size of content took; times are CPU seconds."""

    events: int
    load: float
    load_cached: float
    build: Run
    rebuild: Run
    kib_per_page: float


def copies(events: Mapping[str, Event], wanted: int) -> Iterator[Event]:
    """Yield whole copies of a set of events until there are at least ``wanted``.

    Each copy has its own ids and years and refers to events of the same copy.
    """
    for number in range(math.ceil(wanted / len(events))):
        for event in events.values():
            yield copy_event(event, number)


def copy_event(event: Event, number: int) -> Event:
    """Return the event under another id, in another year between 1000 and 1999."""

    def moved(date: str) -> str:
        return re.sub(r"\d{4}", lambda year: str(1000 + (int(year[0]) + number) % 1000), date)

    def moved_too(item: Evidence) -> Evidence:
        says = {path: moved(said) if path == "date" else said for path, said in item.says.items()}
        return dataclasses.replace(item, says=says)

    return dataclasses.replace(
        event,
        id=f"{event.id}-{number}",
        date=event.date and parse_edtf(moved(event.date.text)),
        evidence=tuple(map(moved_too, event.evidence)),
        part_of=event.part_of and f"{event.part_of}-{number}",
        follows=tuple(f"{other}-{number}" for other in event.follows),
        same_as=tuple(f"{other}-{number}" for other in event.same_as),
        not_same_as=tuple(f"{other}-{number}" for other in event.not_same_as),
        formerly=(),
    )


def write_site(target: Path, wanted: int) -> int:
    """Write the project's site with made-up events into an empty folder; return how many."""
    for name in SITE_PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, target / name)
    shutil.rmtree(target / "content" / "events")
    events = list(copies(read_content(ROOT).content.events, wanted))
    for event in events:
        path = target / default_path(event)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_record(event), encoding="utf-8")
    return len(events)


def run(*command: str, folder: Path) -> Run:
    """Run a command of the environment and return what it took.

    Raises:
        SystemExit: it failed; its output has the reason.
    """
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(  # noqa: S603 -- our own commands only
            [BIN / command[0], *command[1:]], cwd=folder, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(output.read().decode(errors="replace"))
    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux KiB
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def load_seconds(root: Path, cache: Path | None) -> float:
    """Return the CPU seconds of reading every record; stop when one of them is wrong."""
    before = time.process_time()
    loaded = read_content(root, cache=cache)
    after = time.process_time()
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors:
        sys.exit("\n".join(map(str, errors[:10])))
    return after - before


def measure(wanted: int) -> Row:
    """Write a site of about ``wanted`` events, load and build it cold and warm."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as folder:
        root = Path(folder)
        events = write_site(root, wanted)
        cache = root / "bench-cache.json"
        load = load_seconds(root, None)
        load_seconds(root, cache)
        cached = load_seconds(root, cache)
        build = run("mkdocs", "build", "--quiet", folder=root)
        rebuild = run("mkdocs", "build", "--quiet", folder=root)
        pages = [path.stat().st_size for path in (root / "site").rglob("*.html")]
        return Row(events, load, cached, build, rebuild, sum(pages) / len(pages) / 1024)


def growth(small: float, large: float, factor: float) -> float:
    """Return the exponent e of ``large = small * factor**e``: 1 is linear, 2 quadratic."""
    return math.log(large / small) / math.log(factor)


def render_rows(rows: list[Row]) -> str:
    """Return the measurements as a table, one size a column, the growth of the last step last."""
    small, large = rows[-2:]
    extra = 1000 * (large.build.cpu - small.build.cpu) / (large.events - small.events)

    def line(name: str, values: list[float], digits: int = 1, *, grows: bool = True) -> str:
        cells = "".join(f"{value:>16,.{digits}f}" for value in values)
        exponent = growth(values[-2], values[-1], large.events / small.events)
        return f"{name:<26}{cells}" + (f"{exponent:>10.2f}" if grows else "")

    return "\n".join(
        [
            f"{'':<26}{''.join(f'{row.events:>9,} events' for row in rows)}{'growth':>10}",
            line("load, CPU s", [row.load for row in rows], 2),
            line("load with cache, CPU s", [row.load_cached for row in rows], 2),
            line("  events per CPU s", [row.events / row.load for row in rows], 0, grows=False),
            line("  with cache", [row.events / row.load_cached for row in rows], 0, grows=False),
            line("build, CPU s", [row.build.cpu for row in rows]),
            line("build again, CPU s", [row.rebuild.cpu for row in rows]),
            line(
                "  build / build again",
                [row.build.cpu / row.rebuild.cpu for row in rows],
                2,
                grows=False,
            ),
            line("  build / load", [row.build.cpu / row.load for row in rows], 2, grows=False),
            line("build, MiB of memory", [row.build.memory for row in rows], 0),
            line("HTML, KiB per page", [row.kib_per_page for row in rows]),
            f"one more event costs a build {extra:.2f} CPU ms",
        ]
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--large", action="store_true", help=f"measure {LARGE:,} events too")
    sizes = (*SIZES, LARGE) if parser.parse_args().large else SIZES
    print(render_rows([measure(size) for size in sizes]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
