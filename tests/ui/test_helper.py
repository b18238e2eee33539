"""The helper: a process that does jobs, gives way to this one, and never outlives the window."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from game import language
from game.ui.helper import Apart, Helper
from game.ui.work import Worker

ORPHAN = """
import os, signal, time
from game.ui.helper import Apart, Helper
if __name__ == "__main__":
    helper = Helper()
    while not helper._awake:
        helper.do(Apart(os.getpid))
        time.sleep(0.01)
    print(helper.do(Apart(os.getpid)), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def until(true: Callable[[], bool], seconds: float = 30) -> bool:
    """Wait for something; whether it came."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


@pytest.fixture
def helper() -> Iterator[Helper]:
    made = Helper()
    yield made
    made.close()


def awake(helper: Helper) -> Helper:
    helper.do(Apart(os.getpid))
    assert until(lambda: helper._awake)
    return helper


def test_jobs_are_done_here_until_it_is_awake_and_there_from_then_on(helper: Helper) -> None:
    assert helper.do(Apart(os.getpid)) == os.getpid()
    assert awake(helper).do(Apart(os.getpid)) != os.getpid()


def test_it_speaks_the_players_language(helper: Helper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "current", lambda: language.PSEUDO)
    said = awake(helper).do(Apart(language._, "Undo"))
    assert said == language.pseudo("Undo") != language._("Undo")


def test_what_fails_there_fails_here(helper: Helper) -> None:
    with pytest.raises(ValueError):
        awake(helper).do(Apart(math.sqrt, -1))
    assert helper.do(Apart(math.sqrt, 4)) == 2


def test_when_it_is_killed_the_work_goes_on_here(helper: Helper) -> None:
    os.kill(awake(helper).do(Apart(os.getpid)), signal.SIGTERM)
    assert until(lambda: helper.do(Apart(os.getpid)) == os.getpid())


def test_it_ends_with_the_worker() -> None:
    worker = Worker(helper=awake(Helper()))
    found: list[int] = []
    worker.submit("pid", lambda: Apart(os.getpid), found.append)
    worker.submit("pids", lambda: iter([Apart(os.getpid), Apart(os.getpid)]), found.append)
    assert worker.settle() and worker.deliver()
    assert len(found) == 3 and os.getpid() not in found and len(set(found)) == 1
    worker.close()
    assert worker.helper is not None and worker.helper._process is not None
    assert worker.helper._process.exitcode is not None


def test_without_a_helper_a_worker_does_everything_itself() -> None:
    worker, found = Worker(), list[int]()
    worker.submit("pid", lambda: Apart(os.getpid), found.append)
    assert worker.settle() and worker.deliver() and found == [os.getpid()]


def test_where_there_can_be_no_processes_the_work_is_done_here(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*given: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refused)
    assert helper.do(Apart(os.getpid)) == os.getpid()
    assert until(lambda: helper._pipe is not None) and not helper._awake
    assert helper.do(Apart(os.getpid)) == os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_it_does_not_outlive_a_window_that_is_killed() -> None:
    start = [sys.executable, "-c", ORPHAN]
    done = subprocess.run(start, stdout=subprocess.PIPE, timeout=60)  # until both have closed it
    assert done.returncode == -signal.SIGKILL and int(done.stdout)
