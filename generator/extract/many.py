"""Many articles: read at once, given back in order, few in memory; one that fails fails alone."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import traceback
from collections import deque
from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.errors import ArticleError
from generator.extract.extractors.installed import RULES, open_extractor
from generator.record.model import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor, Future

    from generator.extract.reading import Reading
    from generator.record.edtf import Edtf

UNDER_WAY = 4  # articles per worker: the next is there when one is done, few wait for a slow one

_turn = threading.Lock()  # a process has one language model, which is not made for two threads


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What a worker is told about one article; all of it travels to other processes."""

    name: str
    """The file as the caller named it."""
    path: str
    """The same from anywhere: a worker may run in another folder."""
    registries: bytes
    issued: Edtf | str | None
    language: str | None
    extractor: tuple[str, tuple[tuple[str, str], ...]]
    """Its name and options: the extractor itself need not travel."""


_Answer: TypeAlias = "Reading | str"
"""What a worker gives back: a reading, or the reason why there is none."""


def read_many(  # noqa: PLR0913 -- what `read` takes, and who does it
    paths: Iterable[str | Path],
    content: Content | None = None,
    *,
    issued: Edtf | str | None = None,
    language: str | None = None,
    extractor: str = RULES,
    options: Mapping[str, str] | None = None,
    executor: Executor | None = None,
    jobs: int = 1,
) -> Iterator[Reading | ArticleError]:
    """Read articles and yield what was found as it comes, in the order of the paths.

    At most `UNDER_WAY` articles per job are in memory. Processes are spawned, not forked, so a
    program that asks for them must start under ``if __name__ == "__main__"``.

    Args:
        paths: article files; taken from the iterable as they are needed.
        content: the registries of the site.
        issued: date of publication of all, where the caller knows it.
        language: BCP 47 tag of all, where the caller knows it.
        extractor: who finds the events, one of `extractors.installed.names`.
        options: what that extractor is told.
        executor: who reads them; its workers must see the files under the same absolute paths.
            It is left open. By default this process, or as many processes as there are jobs.
        jobs: how many articles are read at once, at least 1; with an executor, how many it can.

    Yields:
        For each path its reading, or the error that says why there is none: a bad file, a fault in
        a rule, a worker that died of it. When an executor breaks as a whole, as a pool of processes
        does when one dies, spawned processes take its place.

    Raises:
        UsageError: there is no such extractor, or it does not know an option.
    """
    chosen = (extractor, tuple(sorted((options or {}).items())))
    open_extractor(*chosen)  # a wrong option is the caller's fault, not that of each article
    tasks = _tasks(paths, content or Content(), issued, language, chosen)
    if executor is None and jobs == 1:
        yield from (_result(task, _read(task)) for task in tasks)
        return
    crew = _Crew(executor or open_processes(jobs), jobs)
    try:
        yield from _in_order(crew, tasks)
    finally:
        crew.dismiss(keep=executor)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tasks(
    paths: Iterable[str | Path],
    content: Content,
    issued: Edtf | str | None,
    language: str | None,
    extractor: tuple[str, tuple[tuple[str, str], ...]],
) -> Iterator[_Task]:
    # Events and sources say nothing about names; a read-only view of a dict cannot be pickled.
    registries = Content(
        people=dict(content.people),
        organisations=dict(content.organisations),
        places=dict(content.places),
        indicators=dict(content.indicators),
    )
    pickled = pickle.dumps(registries)
    for path in paths:
        yield _Task(
            name=str(path),
            path=str(Path(path).absolute()),
            registries=pickled,
            issued=issued,
            language=language,
            extractor=extractor,
        )


# ---------------------------------------------------------------------------- in a worker


@lru_cache(maxsize=1)
def _content(registries: bytes) -> Content:
    """Unpack the registries, once for all articles of a run."""
    content = pickle.loads(registries)  # noqa: S301 -- packed by `_tasks`
    assert isinstance(content, Content)  # noqa: S101 -- so that the type is known
    return content


def _read(task: _Task) -> _Answer:
    """Read one article; the models are loaded with the first one.

    Errors travel as their reasons: not every exception survives the way between processes.
    """
    from generator.extract.reading import read  # noqa: PLC0415 -- heavy, and for workers only

    try:
        with _turn:
            content = _content(task.registries)
            reading = read(
                task.path,
                content,
                issued=task.issued,
                language=task.language,
                extractor=open_extractor(*task.extractor),
            )
    except ArticleError as error:
        return error.reason
    except Exception as error:  # noqa: BLE001 -- one article must not end a run of thousands
        return _fault(error)
    return replace(reading, article=replace(reading.article, path=task.name))


def _fault(error: Exception) -> str:
    """Say what went wrong in our own code, and where, in one line."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = traceback.format_exception_only(error)[-1].strip()
    where = f"{Path(place.filename).name}:{place.lineno}"
    return f"could not be read because of a fault in the program: {what} ({where}); report it"


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def open_processes(jobs: int) -> ProcessPoolExecutor:
    """Return processes that start when there is work for them and share nothing with this one.

    One is enough for many calls of `read_many`: the language models are loaded once.
    """
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


# ---------------------------------------------------------------------------- in the caller


_Waiting: TypeAlias = "deque[tuple[_Task, Future[_Answer]]]"


@dataclass(slots=True)
class _Crew:
    """Those who read; processes of this machine take the place of an executor that breaks."""

    executor: Executor
    jobs: int

    def submit(self, task: _Task) -> Future[_Answer]:
        """Hand an article out."""
        try:
            return self.executor.submit(_read, task)
        except BrokenExecutor:
            self.replace()
            return self.executor.submit(_read, task)

    def replace(self) -> None:
        """Go on with processes of this machine."""
        self.executor = open_processes(min(self.jobs, cores()))

    def dismiss(self, *, keep: Executor | None) -> None:
        """End the processes, but for the executor that is the caller's own."""
        if self.executor is not keep:
            self.executor.shutdown(cancel_futures=True)


def _in_order(crew: _Crew, tasks: Iterator[_Task]) -> Iterator[Reading | ArticleError]:
    waiting: _Waiting = deque()
    try:
        for task in tasks:
            waiting.append((task, crew.submit(task)))
            if len(waiting) == UNDER_WAY * crew.jobs:
                yield from _first(crew, waiting)
        while waiting:
            yield from _first(crew, waiting)
    finally:
        for _, future in waiting:
            future.cancel()


def _first(crew: _Crew, waiting: _Waiting) -> Iterator[Reading | ArticleError]:
    """Take the first article out; with those behind it when its worker died, as theirs may have."""
    task, future = waiting[0]
    if not _was_lost(future):
        waiting.popleft()
        yield _result(task, _answer(future))
        return
    if isinstance(_error(future), CancelledError):  # the cluster is gone
        crew.replace()
    yield from _one_by_one(waiting)


def _one_by_one(waiting: _Waiting) -> Iterator[Reading | ArticleError]:
    """Read again what was lost, here, each article alone: the one that kills again is to blame.

    A pool takes all that was under way with it, Dask what waited behind the article.
    """
    pool = open_processes(1)
    try:
        while waiting:
            task, future = waiting.popleft()
            if _was_lost(future):
                future = pool.submit(_read, task)
            if _was_lost(future):
                pool = open_processes(1)
            yield _result(task, _answer(future))
    finally:
        pool.shutdown(cancel_futures=True)


def _was_lost(future: Future[_Answer]) -> bool:
    """Wait for the end of one article, and say whether its worker ended with it."""
    error = _error(future)
    died = type(error).__name__ == "KilledWorker"  # Dask's, which need not be installed
    return died or isinstance(error, (BrokenExecutor, CancelledError))


def _error(future: Future[_Answer]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def _answer(future: Future[_Answer]) -> _Answer:
    """Return what a worker answered, or what became of the worker."""
    error = _error(future)
    if error is None:
        return future.result()
    if _was_lost(future):
        return "the process that read it died; it may want too much memory: read it alone to see"
    return f"could not be handed out or read: {type(error).__name__}: {error}"


def _result(task: _Task, answer: _Answer) -> Reading | ArticleError:
    return ArticleError(task.name, answer) if isinstance(answer, str) else answer
