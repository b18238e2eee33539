"""What some games reach: incidents, evidence, norms, powers, actions, clauses, conditions.

A witness is shown every turn of every game and keeps, for each thing, the games that reached it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.actions import actions
from game.report.votes import said
from game.rules.clauses import CLAUSES
from game.rules.happenings import Happening, Log, What
from game.rules.orders import Answers, Offers
from game.rules.world import NOBODY, Bools, Index, Look, World
from game.scenario import conditions
from game.scenario.conditions import Part
from game.scenario.ids import Ids
from game.scenario.model import Scenario
from game.scenario.setup import Setup
from game.scenario.things import things
from game.scenario.vocabulary import VOCABULARY
from game.study.games import Games, loaded


@dataclass(frozen=True, eq=False)
class Seen:
    """What some games reached, and which parts of conditions held or failed in any of them."""

    reached: dict[str, Bools]  # by id of a thing: the games that reached it, [W]
    held: set[str]
    failed: set[str]


@dataclass(frozen=True)
class Asked:
    """A condition of the scenario: where it stands, when it is asked, and its parts."""

    place: str
    at_end: bool
    whole: Part


class Witness:
    """Watches some games."""

    def __init__(self, setup: Setup, games: int) -> None:
        self.setup = setup
        self.asked = conditions_of(setup.scenario, setup.ids)
        nothing = {thing: np.zeros(games, bool) for thing in things(setup.scenario)}
        self.seen = Seen(nothing, set(), set())

    def mark(self, thing: str, where: Any) -> None:
        """Some games reached a thing."""
        if thing in self.seen.reached:
            self.seen.reached[thing][where] = True

    def watch(self, world: World, log: Log, order: Index) -> None:
        """See a turn of the games still in play."""
        self._state(world, order)
        for orders in log.orders:
            for number in np.unique(orders.action):
                rows = orders.world[orders.action == number]
                self.mark(f"action.{actions()[number].id}", order[rows])
        for offers, answers in log.talks:
            self._signed(offers, answers, order)
        for rows in log.rows:
            self._happening(rows, order)
        self._ask(world)

    def _state(self, world: World, order: Index) -> None:
        ids = self.setup.ids
        for number, name in enumerate(ids["incident"]):
            self.mark(f"incident.{name}", order[world.status[number] > 0])
            found = (world.look[:, number] == Look.FOUND).any(axis=0)
            for card, each in enumerate(self.setup.cases[number].cards):
                self.mark(f"evidence.{name}.{each}", order[found[card]])
        for number, name in enumerate(ids["inject"]):
            self.mark(f"inject.{name}", order[world.injected[number] > 0])
        for number, name in enumerate(ids["objective"]):
            self.mark(f"objective.{name}", order[world.objective[number] > 0])
        for number, name in enumerate(ids["ending"], start=1):
            self.mark(f"ending.{name}", order[world.ending == number])
        for number, name in enumerate(ids["norm"]):
            broken = (world.breaches[:, number] > 0).any(axis=0)
            broken |= (world.laid[:, number] > 0).any(axis=0)
            self.mark(f"norm.{name}.broken", order[broken])

    def _signed(self, offers: Offers, answers: Answers, order: Index) -> None:
        """Clauses of treaties that every party accepted."""
        agreed, _no = said(offers, answers)
        signed = np.all(agreed | ~offers.party, axis=1) & (offers.body == NOBODY)
        for number, clause in enumerate(CLAUSES):
            rows = offers.world[signed & (offers.levels[:, number] > 0)]
            self.mark(f"clause.{clause.id}", order[rows])

    def _happening(self, rows: Happening, order: Index) -> None:
        ids = self.setup.ids
        if rows.what in (What.ADOPTED, What.VIOLATED):
            how = "adopted" if rows.what is What.ADOPTED else "broken"
            for number in np.unique(rows.a).astype(int):
                self.mark(f"norm.{ids['norm'][number]}.{how}", order[rows.world[rows.a == number]])
        elif rows.what is What.MEASURE:
            for body, power in np.unique(np.stack([rows.a, rows.b]), axis=1).T.astype(int):
                where = order[rows.world[(rows.a == body) & (rows.b == power)]]
                self.mark(f"organisation.{ids['organisation'][body]}.{ids['power'][power]}", where)

    def _ask(self, world: World) -> None:
        """Ask every part of every condition whose time it is."""
        over = world.ended > 0
        for asked in self.asked:
            where = over if asked.at_end else np.ones(world.worlds, bool)
            if where.any():
                for part in parts_of(asked.whole):
                    holds = np.asarray(part.read(world, None), bool)[..., where]
                    self.seen.held.update([named(asked, part)] * bool(holds.any()))
                    self.seen.failed.update([named(asked, part)] * (not holds.all()))


def parts_of(part: Part) -> Iterator[Part]:
    """A condition and all that it is made of."""
    yield part
    for inner in part.inside:
        yield from parts_of(inner)


def named(asked: Asked, part: Part) -> str:
    """A part of a condition, and where it stands."""
    return f"{asked.place}: {part.says}"


def conditions_of(scenario: Scenario, ids: Ids) -> list[Asked]:
    """Every condition a scenario asks in play, compiled; injects wait for their turn."""
    found = [_asked(f"incident.{n}", i.when, ids) for n, i in scenario.incidents.items()]
    found += [_asked(f"inject.{n}", i.when, ids) for n, i in scenario.injects.items()]
    for nation, wants in scenario.objectives.items():
        for name, aim in wants.items():
            place = f"objective.{nation}.{name}"
            found.append(_asked(place, aim.when, ids, at_end=aim.judged == "end"))
    return [each for each in found if each is not None]


def _asked(place: str, text: str | None, ids: Ids, at_end: bool = False) -> Asked | None:
    if text is None:
        return None
    parsed = conditions.parse(text, VOCABULARY, ids, at_end=True)
    if isinstance(parsed, list):
        raise ValueError(f"{place}: {parsed[0].message}")
    return Asked(place, at_end, parsed.whole)


def witness(games: Games) -> Seen:
    """Play some games and say what they reached."""
    _, setup = loaded(games.text)
    watching = Witness(setup, len(games))
    games.play(kept=True, watch=watching.watch)
    return watching.seen
