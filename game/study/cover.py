"""Coverage: what random and sensible play reaches of a scenario, and what nobody ever sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.scenario.doctrines import doctrines
from game.scenario.model import Scenario
from game.scenario.things import excuse
from game.study.games import Cast, Games, loaded, numbers_from, own_cast
from game.study.reach import Asked, Seen, conditions_of, named, parts_of, witness
from game.study.workers import spread

RANDOM = "random"


@dataclass(frozen=True)
class Unreached:
    """A thing that no game reached, and why that is as it should be; empty if nobody says."""

    thing: str
    why: str


@dataclass(frozen=True)
class Example:
    """A game that reached a thing."""

    seed: int
    cast: Cast


@dataclass(frozen=True)
class Coverage:
    """What some games reached."""

    games: int
    reached: dict[str, float]  # share of games, by id of the thing
    examples: dict[str, Example]
    unreached: tuple[Unreached, ...]
    always: tuple[str, ...]  # parts of conditions that held whenever they were asked
    dead: tuple[str, ...]  # and those that never did

    @property
    def passed(self) -> bool:
        """Nothing is unreached without a reason."""
        return all(each.why for each in self.unreached)


def cover(text: str, worlds: int, seed: int = 1, workers: int | None = None) -> Coverage:
    """Play a scenario in many ways. text: of the scenario, which has passed its checks."""
    _, setup = loaded(text)
    casts = mixed_casts(own_cast(text), worlds)
    games = Games(text, numbers_from(seed, worlds), casts)
    seen = _joined(spread(witness, games.parts(), workers, "games"))
    shares = {thing: float(where.mean()) for thing, where in seen.reached.items()}
    asked = conditions_of(setup.scenario, setup.ids)
    return Coverage(
        games=worlds,
        reached={thing: share for thing, share in shares.items() if share},
        examples={t: _example(games, where) for t, where in seen.reached.items() if where.any()},
        unreached=_unreached(setup.scenario, shares),
        always=_quiet(asked, seen.failed),
        dead=_quiet(asked, seen.held),
    )


def mixed_casts(own: Cast, worlds: int) -> tuple[Cast, ...]:
    """In turn: all by dice · the scenario's own, one seat by dice · a medley · all alike."""
    known = [name for name, doctrine in doctrines().items() if not doctrine.random]
    count = len(own)

    def cast(world: int) -> Cast:
        round_, way = divmod(world, 4)
        if way == 0:
            return (RANDOM,) * count
        if way == 1:
            return tuple(RANDOM if n == round_ % count else name for n, name in enumerate(own))
        if way == 2:
            return tuple(known[(round_ + n) % len(known)] for n in range(count))
        return (known[round_ % len(known)],) * count

    return tuple(cast(world) for world in range(worlds))


def _joined(parts: Sequence[Seen]) -> Seen:
    reached = {
        thing: np.concatenate([part.reached[thing] for part in parts]) for thing in parts[0].reached
    }
    held: set[str] = set().union(*(part.held for part in parts))
    return Seen(reached, held, set().union(*(part.failed for part in parts)))


def _example(games: Games, where: np.ndarray) -> Example:
    first = int(where.argmax())
    return Example(games.numbers[first], games.casts[first])


def _unreached(scenario: Scenario, shares: dict[str, float]) -> tuple[Unreached, ...]:
    missing = [thing for thing, share in shares.items() if not share]
    return tuple(Unreached(thing, excuse(scenario, thing)) for thing in missing)


def _quiet(asked: Sequence[Asked], heard: set[str]) -> tuple[str, ...]:
    """Parts of conditions that are not among those heard of, the smallest that explain it."""
    found = []
    for each in asked:
        for part in parts_of(each.whole):
            silent = named(each, part) not in heard
            if silent and all(named(each, inner) in heard for inner in part.inside):
                found.append(named(each, part))
    return tuple(dict.fromkeys(found))
