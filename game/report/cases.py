"""Cases: all that ever began, also those whose place a later operation has taken. (Rules 3.2)

The world holds as many operations as there are places for them. What was true of a case and what
was made of it stands in the last world before its place was taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.match import Match
from game.rules.changes import put_derived
from game.rules.happenings import What
from game.rules.world import Status, World, copy


@dataclass(frozen=True, order=True)
class Case:
    """An incident that began: in which turn, in which place."""

    began: int
    place: int
    world: World = field(compare=False, repr=False)  # the last in which it stood
    stands: bool = field(compare=False)  # to the end

    def id(self, match: Match) -> str:
        """Its own id: a case that lost its place shares that of the place with a later one."""
        id_ = match.setup.cases[self.place].id
        return id_ if self.stands else f"{id_}_of_turn_{self.began}"

    def course(self, match: Match) -> list[World]:
        """The worlds in which its place was its own, in order."""
        return [w for w in _course(match) if int(w.began[self.place, 0]) == self.began]

    def after(self, match: Match, turn: int) -> World:
        """The world after a turn, or the last in which it stood."""
        return match.worlds[turn] if self.stands or turn < self.world.turn else self.world

    def judged_in(self, morning: World) -> bool:
        """Whether it could be judged in that morning."""
        began = int(morning.began[self.place, 0])
        return began == self.began and 0 < began <= morning.turn


def every_case(match: Match) -> tuple[Case, ...]:
    """All cases that ever began, in the order in which they did."""
    last = match.worlds[-1]
    found: dict[tuple[int, int], World] = {}
    for world in _course(match):
        for place in np.flatnonzero(world.status[:, 0] != Status.AWAITED).tolist():
            found[int(world.began[place, 0]), place] = world
    cases = []
    for (began, place), world in sorted(found.items(), key=lambda item: item[0]):
        stands = world is last
        left = world if stands else _as_left(match, world, place)
        cases.append(Case(began, place, left, stands))
    return tuple(cases)


def _as_left(match: Match, world: World, place: int) -> World:
    """The last morning of a case, with what was still said in public in that turn."""
    made = copy(world)
    said = {name: getattr(world, name).copy() for name in ("accused", "word", "sure", "claimed")}
    for rows in match.logs[world.turn - 1].rows:
        for row in np.flatnonzero(rows.incident == place) if rows.what is What.CLAIMED else ():
            claim = (rows.target[row], rows.a[row], rows.b[row] - 1, world.turn)
            for values, value in zip(said.values(), claim, strict=True):
                values[int(rows.actor[row]), place, 0] = value
    for name, values in said.items():
        put_derived(made, name, values)
    return made


def _course(match: Match) -> list[World]:
    """The worlds of a game in order: as each turn left it, and as it was judged in the next."""
    course = [match.worlds[0]]
    for turn, world in enumerate(match.worlds[1:], start=1):
        course += [match.mornings[turn - 1], world]
    return course


def emptied(match: Match, world: World) -> list[int]:
    """Places whose case had to go in this turn, so that an operation of the next finds room."""
    if not 0 < world.turn <= len(match.mornings):
        return []
    taken = (world.status[:, 0] == Status.AWAITED) & (world.began[:, 0] == world.turn + 1)
    stood = match.mornings[world.turn - 1].status[:, 0] != Status.AWAITED
    return np.flatnonzero(taken & stood).tolist()


def as_it_stood(match: Match, world: World, incident: int) -> World:
    """The world to read a case of a turn from: its place may be taken at the end of the turn."""
    return match.mornings[world.turn - 1] if incident in emptied(match, world) else world
