"""Every doctrine plays the line that its file promises. (Rules 13.6)

In paired games, all alike but for one seat, what that seat does is held against what a generous
reciprocator does in its place.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.actions import actions
from game.players.diplomat import decide
from game.rules import dice
from game.rules.clauses import clause_named
from game.rules.powers import Power
from game.rules.turn import Ask, Question
from game.rules.world import Index
from game.scenario.doctrines import doctrines, minds
from tests.worlds import EAST, NORTH, SOUTH, WEST, drive, rules, start

GAMES = 60
USUAL = "reciprocator"
CLEAR = 0.2
"""By how much the share of games with more of it must exceed that with less."""

ORDERS = [action.id for action in actions()]
PUNISH = ("expel", "sanction", "indict", "countermeasure", "suspend_aid", "show_force", "attribute")
COVERT = ("spy", "disrupt", "destroy", "preposition")
BY_THE_BOOK = ("investigate", "refer", "legal_assistance", "notify", "indict", "demarche")

PROMISES: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "always_cooperate": (NORTH, "less", PUNISH),
    "grudger": (NORTH, "more", PUNISH),
    "strict_reciprocator": (NORTH, "more", ("expel", "sanction", "countermeasure", "show_force")),
    "contrite": (SOUTH, "more", ("own_up", "compensation 1")),
    "hegemon": (NORTH, "more", ("attribution 1", "attribution 2", "JOINT_STATEMENT", *PUNISH)),
    "mediator": (EAST, "more", ("mediate", "host_talks", "MEDIATION", "call_hotline",
                                "off_limits 1", "no_operations 1", "CONTACT_DIRECTORY")),
    "norm_entrepreneur": (EAST, "more", ("norm_endorsement 1", "NORM_FORUM", "vulnerabilities 1",
                                         "LEGAL_EXPERTISE", "publish_position")),
    "criminal_haven": (SOUTH, "more", COVERT),
    "legalist": (NORTH, "more", BY_THE_BOOK),
    "coalition_builder": (NORTH, "more", ("evidence_sharing 1", "mutual_assistance 1",
                                          "JOINT_STATEMENT", "joint_sanctions 1")),
    "hawk": (NORTH, "more", PUNISH),
    "opportunist": (SOUTH, "more", COVERT),
    "hedger": (WEST, "less", ("attribute", "condemn", "joint_statement 1", "attribution 1")),
    "swing_voter": (WEST, "more", ("capacity_aid 2", "refuses")),
    "shelter_seeker": (WEST, "more", ("mutual_assistance 1", "evidence_sharing 1")),
    "niche_diplomat": (WEST, "more", ("host_talks", "mediate", "norm_endorsement 1", "NORM_FORUM",
                                      "MEDIATION")),
    "capacity_builder": (WEST, "more", ("build_strategy", "TRAINING", "CAPACITY_FUND",
                                        "capacity_aid 2", "harden", "ready")),
}  # fmt: skip
"""What a doctrine does more or less of than the usual one, in a seat that gives it occasion."""

Tally = dict[str, Index]


@cache
def tally(name: str, seat: int) -> Tally:
    """How often, in each game, a seat of that doctrine did each thing among usual ones."""
    cast = [USUAL] * 4
    cast[seat] = name
    world = start(GAMES)
    mind, seeds = minds(cast), dice.derive(world.seed, "players")
    found: Tally = defaultdict(lambda: np.zeros(GAMES, np.intp))

    def reply(question: Question) -> Any:
        said = decide(question, mind, seeds, reasons=False)
        _count(found, question.ask, said, seat)
        return said

    for _ in range(world.board.turns):
        world = drive(world, rules(), reply, kept=False).after
    return found


def _count(found: Tally, ask: Ask, said: Any, seat: int) -> None:
    if ask is Ask.ORDER:
        mine = said.take(said.actor == seat)
        for action, where in zip(mine.action, mine.world, strict=True):
            found[ORDERS[action]][where] += 1
    elif ask is Ask.ANSWER:
        mine = said[0].take(said[0].actor == seat)
        np.add.at(found["accepts"], mine.world[mine.accept != 0], 1)
        np.add.at(found["refuses"], mine.world[mine.accept == 0], 1)
    else:
        mine = said[1].take(said[1].actor == seat)
        for row in range(len(mine)):
            for name in _names(mine, row):
                found[name][mine.world[row]] += 1


def _names(offers: Any, row: int) -> list[str]:
    """The power an offer would use, or its clauses with their levels."""
    if offers.body[row] >= 0:
        return [Power(int(offers.power[row])).name]
    return [f"{name} {offers.levels[row, clause_named(name)]}" for name in NAMES
            if offers.levels[row, clause_named(name)]]  # fmt: skip


NAMES = ("attribution", "joint_statement", "joint_sanctions", "compensation", "capacity_aid",
         "off_limits", "no_operations", "norm_endorsement", "vulnerabilities", "evidence_sharing",
         "mutual_assistance")  # fmt: skip


def lead(name: str, seat: int, deeds: tuple[str, ...]) -> float:
    """Share of games in which the doctrine does more of it than the usual one, less the others."""
    mine, usual = (sum(tally(who, seat)[deed] for deed in deeds) for who in (name, USUAL))
    return float((mine > usual).mean() - (mine < usual).mean())


@pytest.mark.parametrize("name", PROMISES)
def test_a_doctrine_does_what_it_says(name: str) -> None:
    seat, way, deeds = PROMISES[name]
    ahead = lead(name, seat, deeds)
    assert (ahead if way == "more" else -ahead) > CLEAR


def test_every_doctrine_is_measured() -> None:
    assert set(PROMISES) | {USUAL, "random"} == set(doctrines())
    assert len(doctrines()) >= 14


def test_no_two_doctrines_play_alike() -> None:
    """In one seat, the same seeds, they do different things in most games."""
    names = list(PROMISES)
    for one in names:
        for other in names[: names.index(one)]:
            mine, others = tally(one, NORTH), tally(other, NORTH)
            apart = np.zeros(GAMES, bool)
            for deed in set(mine) | set(others):
                apart |= mine[deed] != others[deed]
            assert apart.mean() > 0.8, (one, other)
