"""What staff is asked: sent to another process, answered bit for bit alike, with nothing hidden."""

from __future__ import annotations

import io
import pickle
import time
from collections.abc import Iterator
from typing import Any

import pytest

from game.decisions import Order, Proposal
from game.rules.view import View
from game.screens.play import advice
from game.screens.play.session import Session
from game.ui.helper import Apart, Helper
from tests.screens.games import library, new_session

KNOWN = {"game.ui.helper", "game.rules.view", "game.rules.board", "game.rules.orders"}
"""Where the classes live that may be sent: a view with what is public of the board, and rows."""

PROPOSAL = Proposal(("tolvar",), {"hotline": 1})


class Noting(pickle.Unpickler):
    """Reads what was sent, and notes what it is made of."""

    def __init__(self, sent: bytes) -> None:
        super().__init__(io.BytesIO(sent))
        self.parts: set[str] = set()

    def find_class(self, module: str, name: str) -> Any:
        self.parts.add(f"{module}.{name}")
        return super().find_class(module, name)


@pytest.fixture(scope="module")
def helper() -> Iterator[Helper]:
    made = Helper()
    while not made._awake:
        made.do(Apart(int))
        time.sleep(0.01)
    yield made
    made.close()


def session() -> Session:
    scenario, text = library("first_light")
    return new_session(scenario, text, ("dorvane",), 7, "guided")


def asked() -> list[Apart]:
    """Everything staff can be asked."""
    now, order = session(), Order("harden", choice="energy")
    now.draft(now.drafts.with_order(order))
    single = (advice.readings(now, order), advice.reception(now, PROPOSAL),
              advice.by_clause(now, PROPOSAL), advice.leads(now))  # fmt: skip
    return [*advice.forecast(now)(), *(job() for job in single)]


def test_the_helper_answers_as_staff_would_here_bit_for_bit(helper: Helper) -> None:
    for job in asked():
        there, here = helper.do(job), job()
        assert pickle.dumps(there) == pickle.dumps(pickle.loads(pickle.dumps(here)))
        assert helper._awake


def test_nothing_is_sent_but_what_the_seat_sees() -> None:
    for job in asked():
        sent = Noting(pickle.dumps(job))
        sent.load()
        rooms = {part.rpartition(".")[0] for part in sent.parts if part.startswith("game.")}
        assert rooms <= {job.func.__module__, *KNOWN}
        assert [len(each.seats) for each in job.args if isinstance(each, View)] == [1]
