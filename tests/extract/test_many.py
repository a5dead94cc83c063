"""Many articles are read in order, whoever reads them, and one that fails fails alone."""

from __future__ import annotations

import dataclasses
import itertools
import os
import threading
from concurrent.futures import (
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.errors import ArticleError, UsageError
from generator.extract import many, neutral
from generator.extract.cluster import open_cluster
from generator.extract.many import UNDER_WAY, cores, read_many
from generator.extract.reading import read
from generator.record.store import read_content

ROOT = Path(__file__).resolve().parents[2]
TEXT = """Le pont numéro {n} inauguré à Lyon

Publié le 4 mai 2021

Lundi 3 mai 2021, la maire Ada Quist a inauguré à Lyon le pont numéro {n}, long de {n}20 mètres.
"""
EMPTY = 2  # place of the article that cannot be read


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    """Six articles, one of them empty."""
    folder = tmp_path_factory.mktemp("articles")
    for number in range(6):
        text = "" if number == EMPTY else TEXT.format(n=number + 1)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def content():
    return read_content(ROOT).content


@pytest.fixture(scope="module")
def expected(paths, content):
    return [told(result) for result in read_many(paths, content)]


def told(result):
    """Return all that a caller can see of a result."""
    return str(result) if isinstance(result, ArticleError) else neutral.to_json(result)


class Deadly:
    """Ends each spawned process that unpickles it; is itself in this one, as in its scheduler."""

    def __reduce__(self):
        dies = "__import__('multiprocessing').parent_process() and __import__('os')._exit(1)"
        return eval, (f"{dies} or __import__('sys').modules[{__name__!r}].Deadly()",)


class Refusing(Executor):
    """Takes articles and reads none: each waits, fails with an error, or is given up."""

    def __init__(self, error=None):
        self.error = error
        self.waiting = []

    def submit(self, _fn, /, *_args, **_kwargs):
        future = Future()
        if isinstance(self.error, CancelledError):
            future.cancel()
        elif self.error:
            future.set_exception(self.error)
        self.waiting.append(future)
        return future


# ---------------------------------------------------------------------------- in this process


def test_the_results_are_those_of_reading_each_article_in_the_order_of_the_paths(
    paths, content, expected
) -> None:
    good = [path for path in paths if path != paths[EMPTY]]
    alone = [told(read(path, content)) for path in good]
    assert [found for found in expected if isinstance(found, dict)] == alone
    assert [found["file"] for found in alone] == [str(path) for path in good]
    assert all(found["events"] for found in alone)


def test_an_article_that_cannot_be_read_is_an_error_in_its_place(paths, expected) -> None:
    assert isinstance(expected[EMPTY], str)
    assert expected[EMPTY].startswith(f"{paths[EMPTY]}: is empty")


def test_an_article_keeps_the_name_that_the_caller_gave_it(paths, monkeypatch) -> None:
    monkeypatch.chdir(paths[0].parent)
    good, bad = read_many(["0.txt", f"{EMPTY}.txt"])
    assert good.article.path == "0.txt"
    assert bad.path == f"{EMPTY}.txt"


def test_date_and_language_reach_each_article(paths) -> None:
    (reading,) = read_many(paths[:1], issued="2020-01", language="en")
    assert (reading.article.published.text, reading.article.language) == ("2020-01", "en")


def test_a_fault_in_a_rule_is_an_error_of_its_article_and_says_where(
    paths, expected, monkeypatch
) -> None:
    def faulty(path, *args, **kwargs):
        if Path(path) == paths[1]:
            raise ZeroDivisionError("no such day")
        return read(path, *args, **kwargs)

    monkeypatch.setattr("generator.extract.reading.read", faulty)
    first, second, *_ = read_many(paths[:3])
    assert told(first)["file"] == expected[0]["file"]
    assert isinstance(second, ArticleError)
    assert "ZeroDivisionError: no such day (test_many.py:" in second.reason


def test_nothing_is_read_before_it_is_asked_for() -> None:
    assert next(read_many(itertools.repeat("none.txt"))).reason.startswith("no such file")


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= os.cpu_count()


# ---------------------------------------------------------------------------- in an executor


def test_threads_give_the_same_in_the_same_order(paths, content, expected) -> None:
    with ThreadPoolExecutor(3) as threads:
        found = [told(r) for r in read_many(paths, content, executor=threads, jobs=3)]
        assert threads.submit(int).result() == 0  # left open
    assert found == expected


def test_two_processes_give_the_same_in_the_same_order(paths, content, expected) -> None:
    assert [told(result) for result in read_many(paths, content, jobs=2)] == expected


@pytest.fixture
def _second_kills(monkeypatch):
    """Make the article "1.txt" kill whoever is handed it."""
    tasks = many._tasks  # noqa: SLF001 -- no file kills its reader reliably

    def with_a_deadly_one(*args):
        for task in tasks(*args):
            deadly = task.name == "1.txt"
            yield dataclasses.replace(task, language=Deadly()) if deadly else task

    monkeypatch.setattr(many, "_tasks", with_a_deadly_one)


def assert_only_the_second_died(results):
    """The others are not there: to find that out takes no model, which keeps the tests short."""
    assert [result.path for result in results] == [f"{n}.txt" for n in range(len(results))]
    died = ["died" in result.reason for result in results]
    assert died == [number == 1 for number in range(len(results))]
    assert sum("no such file" in result.reason for result in results) == len(results) - 1


@pytest.mark.usefixtures("_second_kills")
def test_a_killed_worker_is_an_error_of_its_article_and_the_rest_goes_on(monkeypatch) -> None:
    monkeypatch.setattr(many, "UNDER_WAY", 2)
    assert_only_the_second_died(list(read_many([f"{n}.txt" for n in range(8)], jobs=2)))


@pytest.mark.usefixtures("_second_kills")
def test_processes_take_the_place_of_a_pool_of_the_caller_that_broke() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        results = list(read_many([f"{n}.txt" for n in range(6)], executor=pool))
        assert_only_the_second_died(results)


def test_processes_take_the_place_of_a_cluster_that_is_gone(monkeypatch) -> None:
    monkeypatch.setattr(many, "UNDER_WAY", 2)
    executor = Refusing(error=CancelledError())
    results = list(read_many([f"{n}.txt" for n in range(4)], executor=executor))
    assert [result.path for result in results] == [f"{n}.txt" for n in range(4)]
    assert all("no such file" in result.reason for result in results)
    assert len(executor.waiting) == 2


def test_few_articles_are_under_way_however_many_there_are(paths) -> None:
    executor = Refusing()
    results = read_many(itertools.cycle(paths), executor=executor, jobs=3)
    reader = threading.Thread(target=next, args=(results,))
    reader.start()
    while len(executor.waiting) < UNDER_WAY * 3:
        reader.join(0.01)
    assert len(executor.waiting) == UNDER_WAY * 3
    executor.waiting[0].set_result("is done")
    reader.join()
    results.close()
    assert all(future.cancelled() for future in executor.waiting[1:])
    assert len(executor.waiting) == UNDER_WAY * 3


def test_what_an_executor_fails_with_is_the_reason(paths) -> None:
    executor = Refusing(error=MemoryError())
    results = list(read_many(paths[:2], executor=executor))
    assert [result.path for result in results] == [str(path) for path in paths[:2]]
    assert all("MemoryError" in result.reason for result in results)


# ---------------------------------------------------------------------------- on a Dask cluster


@pytest.fixture(scope="module")
def scheduler():
    """A scheduler with two workers, each a process of this machine."""
    distributed = pytest.importorskip("distributed", reason="needs the extra: .[dask]")
    dask = pytest.importorskip("dask")
    one_death_is_enough = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with (
        one_death_is_enough,
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            processes=True,
        ) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.mark.dask
def test_a_dask_cluster_gives_the_same_in_the_same_order(
    scheduler, paths, content, expected
) -> None:
    with open_cluster(scheduler) as (executor, at_once):
        assert at_once == 2
        found = [told(r) for r in read_many(paths, content, executor=executor, jobs=at_once)]
    assert found == expected


@pytest.mark.dask
@pytest.mark.usefixtures("_second_kills")
def test_a_worker_of_the_cluster_that_dies_is_an_error_of_its_article(scheduler) -> None:
    with open_cluster(scheduler) as (executor, at_once):
        names = [f"{n}.txt" for n in range(6)]
        assert_only_the_second_died(list(read_many(names, executor=executor, jobs=at_once)))


@pytest.mark.dask
def test_an_address_where_nothing_answers_is_wrong_usage() -> None:
    pytest.importorskip("distributed", reason="needs the extra: .[dask]")
    with (
        pytest.raises(UsageError, match="no scheduler answers"),
        open_cluster("tcp://127.0.0.1:9", patience=1),
    ):
        pass


def test_without_dask_the_command_says_what_to_type(monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with (
        pytest.raises(UsageError, match=r"pip install -e '\.\[dask\]'"),
        open_cluster("tcp://127.0.0.1:8786"),
    ):
        pass
