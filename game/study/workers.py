"""Work spread over processes: the same results in the same order, however many there are."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Job = TypeVar("Job", bound=Sized)
Result = TypeVar("Result")


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Job], Result], jobs: Sequence[Job], workers: int | None = None, title: str = ""
) -> list[Result]:
    """Do each job, over some processes; results in the order of the jobs.

    work: a function of a module, which other processes can import. The length of a job is how much
    of the whole it is. workers: the number of cores if left out; one works right here.
    """
    count = min(workers or cores(), len(jobs))
    with progress(title, sum(map(len, jobs))) as advance:
        if count <= 1:
            return [_here(work, job, advance) for job in jobs]
        return _elsewhere(work, jobs, count, advance)


Advance = Callable[[int], None]


def _here(work: Callable[[Job], Result], job: Job, advance: Advance) -> Result:
    result = work(job)
    advance(len(job))
    return result


def _elsewhere(
    work: Callable[[Job], Result], jobs: Sequence[Job], count: int, advance: Advance
) -> list[Result]:
    """Jobs are begun in order by whoever is free. Stopped, it leaves no process behind."""
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_leave_stopping_to_us)
    try:
        with _held_back():
            waiting: dict[Future[Result], int] = {
                pool.submit(work, job): number for number, job in enumerate(jobs)
            }
        done: dict[int, Result] = {}
        for future in as_completed(waiting):
            number = waiting[future]
            done[number] = future.result()
            advance(len(jobs[number]))
        return [done[number] for number in range(len(jobs))]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _held_back() -> Iterator[None]:
    """Ctrl-C waits meanwhile; who is begun meanwhile never hears it, not even before it is ready.

    A process that is stopped while it wakes would leave the others waiting for good.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_stopping_to_us() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one is to act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def progress(title: str, total: int) -> Iterator[Advance]:
    """A bar with the time left on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    left = (TimeRemainingColumn(), TextColumn("left"))
    bar = Progress(
        *columns, *left, console=console, transient=True, disable=not console.is_terminal
    )
    with bar:
        task = bar.add_task(title, total=total)
        yield lambda count: bar.advance(task, count)
