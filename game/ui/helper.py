"""A process beside the window that thinks for it.

Python runs one thread at a time: what is reckoned in a thread makes a key wait until it is seen.
A process of its own costs the window nothing, and gives the same answers, bit for bit. It is sent
only what a job names, which is what one seat may see.
"""

from __future__ import annotations

import signal
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock, Thread
from typing import Any, NamedTuple

from game import language

PATIENCE = 2.0
"""Seconds it is given to end."""


class Apart(partial[Any]):
    """A job another process may do: a function of a module, and values that can be sent."""


class Answer(NamedTuple):
    """What came of a job, if it went well."""

    well: bool
    found: Any = None


class Helper:
    """One process that does jobs one after another. While there is none, they are done here.

    It begins with the first job, which is done here as well, since it takes a while to wake. It
    ends with the window, even one that is killed: nobody holds the other end of its pipe then.
    """

    def __init__(self) -> None:
        self._begun = self._awake = False
        self._guard = Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def do(self, job: Apart) -> Any:
        """What comes of a job. What fails there is done again here, to fail where it is seen."""
        if self._awake:
            answer = self._asked(job)
            return answer.found if answer is not None and answer.well else job()
        if not self._begun:
            self._begun = True
            Thread(target=self._begin, args=(job,), name="helper", daemon=True).start()
        return job()

    def close(self) -> None:
        """End it, whatever it is doing."""
        with self._guard:
            self._begun, self._awake = True, False
            if self._process is not None:
                self._process.terminate()
                self._process.join(PATIENCE)

    def _begin(self, job: Apart) -> None:
        """Start it, and have it try a job; where there can be no processes, there is none."""
        apart = get_context("spawn")
        try:
            self._pipe, other = apart.Pipe()
            with self._guard:
                started = apart.Process(target=_serve, args=(other,), name="helper", daemon=True)
                started.start()
                self._process = started
            other.close()
        except OSError:
            return
        self._awake = self._asked(job) is not None

    def _asked(self, job: Apart) -> Answer | None:
        """Its answer; None if it has ended."""
        assert self._pipe is not None
        try:
            self._pipe.send((language.current(), job))
            answer: Answer = self._pipe.recv()
        except (EOFError, OSError):
            self._awake = False
            return None
        return answer


def _serve(pipe: Connection) -> None:
    """Do what comes in, until the window is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the window
    try:
        while True:
            pipe.send(_tried(*pipe.recv()))
    except (EOFError, OSError):
        return


def _tried(spoken: str, job: Apart) -> Answer:
    if spoken != language.current():
        language.use(spoken)
    try:
        return Answer(True, job())
    except Exception:
        return Answer(False)
