"""Work off the interface thread: the staff's forecasts, the map, records being written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from game.ui.helper import Apart, Helper

Job = Callable[[], Any]
Then = Callable[[Any], object]


@dataclass
class Worker:
    """One thread that does jobs in order. A job under a key takes the place of an older one.

    A job that yields gives each result as it comes, better and better; it is dropped between two
    of them once a newer job has its key. What is Apart is left to the helper, if there is one.
    """

    wake: Callable[[], object] = lambda: None
    helper: Helper | None = None
    _jobs: SimpleQueue[tuple[str, int, Job, Then] | None] = field(default_factory=SimpleQueue)
    _results: SimpleQueue[tuple[str, int, Then, Any, BaseException | None]] = field(
        default_factory=SimpleQueue
    )
    _newest: dict[str, int] = field(default_factory=dict)
    _open: int = 0
    _thread: threading.Thread | None = None
    _calm: threading.Condition = field(default_factory=threading.Condition)

    def submit(self, key: str, job: Job, then: Then) -> None:
        """Do a job; `then` gets its result, on the interface thread."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="work", daemon=True)
            self._thread.start()
        with self._calm:
            self._newest[key] = self._newest.get(key, 0) + 1
            self._open += 1
            self._jobs.put((key, self._newest[key], job, then))

    def cancel(self, key: str) -> None:
        """Forget the job of a key, and what it still may yield."""
        with self._calm:
            self._newest[key] = self._newest.get(key, 0) + 1

    @property
    def busy(self) -> bool:
        """Whether a job is still to be done."""
        return self._open > 0

    def deliver(self) -> bool:
        """Hand over the results there are; whether there were any. Raises what a job raised."""
        some = False
        while True:
            try:
                key, number, then, result, fault = self._results.get_nowait()
            except Empty:
                return some
            if self._newest.get(key) != number:
                continue
            if fault is not None:
                raise fault
            some = True
            then(result)

    def settle(self, seconds: float = 30) -> bool:
        """Wait until all is done; whether it came to that. For tests and shots."""
        with self._calm:
            return self._calm.wait_for(lambda: not self._open, seconds)

    def close(self) -> None:
        """Do nothing more."""
        for key in list(self._newest):
            self.cancel(key)
        self._jobs.put(None)
        if self.helper is not None:
            self.helper.close()

    def _run(self) -> None:
        while (task := self._jobs.get()) is not None:
            self._attend(*task)
            del task  # who waits for the next job keeps no screen of the last one alive

    def _attend(self, key: str, number: int, job: Job, then: Then) -> None:
        """See to a job, and tell what became of it."""
        try:
            if self._newest.get(key) == number:
                self._do(key, number, job, then)
        except BaseException as fault:
            self._results.put((key, number, then, None, fault))
        with self._calm:
            self._open -= 1
            self._calm.notify_all()
        self.wake()

    def _do(self, key: str, number: int, job: Job, then: Then) -> None:
        result = job()
        for each in result if isinstance(result, Iterator) else (result,):
            if self._newest.get(key) != number:
                return
            self._results.put((key, number, then, self._helped(each), None))
            self.wake()

    def _helped(self, result: Any) -> Any:
        """What was found, or what the helper finds."""
        if not isinstance(result, Apart):
            return result
        return self.helper.do(result) if self.helper is not None else result()
