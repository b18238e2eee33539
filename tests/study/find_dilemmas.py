"""Find states of real games in which either side of each dilemma wins, and write them down.

python -m tests.study.find_dilemmas                     search all six scenarios, some minutes
python -m tests.study.find_dilemmas --games 1 --only tell_or_hide
python -m tests.study.find_dilemmas --again             weigh the states of the table anew

Three sets of dice that share none: many states are screened with a few futures each, the best of
them are weighed anew with more, and the best of those are confirmed with those of the table.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.study.workers import spread
from tests.study.dilemma_options import DILEMMAS, LEAD, spots
from tests.study.dilemma_states import (
    CONFIRM,
    FUTURES,
    State,
    Weighed,
    load,
    played,
    save,
    void,
    weigh,
)

SCENARIOS = (
    "first_light",
    "port_crisis",
    "olympic_destroyer",
    "estonia_2007",
    "costa_rica_2022",
    "geneva_conference",
)
SCREEN, AGAIN = (1000, 24), (2000, 96)
"""First future and number of futures of the first two looks."""

KEPT = (10, 3)
"""States of each dilemma and side that are looked at again, and confirmed."""

Found = tuple[State, Weighed]


@dataclass(frozen=True)
class Look:
    """Some states of one turn of one game, or a game to look through; what a worker is handed."""

    game: tuple[str, str, int]
    dice: tuple[int, int]
    states: tuple[State, ...] = ()
    only: tuple[str, ...] = ()
    most: int = 4  # states of each dilemma taken from a game

    def __len__(self) -> int:
        return 1


def screen(look: Look) -> list[Found]:
    """Play a game, and weigh some of the dilemmas its nations stood before."""
    match, luck = played(*look.game), random.Random(str(look.game))
    found: dict[str, list[State]] = defaultdict(list)
    for turn in range(1, match.turn):
        for spot in spots(match, look.game, turn):
            for name in look.only:
                found[name] += DILEMMAS[name](spot)
    chosen = [s for some in found.values() for s in luck.sample(some, min(look.most, len(some)))]
    return weighed(replace(look, states=tuple(chosen)))


def weighed(look: Look) -> list[Found]:
    """Weigh states of one game, turn by turn."""
    first, worlds = look.dice
    found: list[Found] = []
    for turn in sorted({state.turn for state in look.states}):
        some = [state for state in look.states if state.turn == turn]
        found += [(s, w) for s, w in zip(some, weigh(some, worlds, first), strict=True) if w]
    return [(s, w) for s, w in found if w.score.low < w.score.high]


def best(found: Sequence[Found], count: int) -> list[Found]:
    """The states of each dilemma that matter most for sure, of either side; one of a seat."""
    chosen: list[Found] = []
    for name in DILEMMAS:
        for sign in (1, -1):
            mine = [f for f in found if f[0].dilemma == name and f[1].score.value * sign > 0]
            seen = set()
            for state, w in sorted(mine, key=lambda f: -f[1].least):
                key = (state.game, state.seat)
                if key not in seen and len(seen) < count:
                    seen.add(key)
                    chosen.append((state, w))
    return chosen


def sound(state: State) -> bool:
    """What the options say takes effect."""
    return not void(state) & set(LEAD[state.dilemma])


def again(found: Sequence[tuple[State, object]], dice: tuple[int, int], title: str) -> list[Found]:
    """Weigh states anew on other dice."""
    games: dict[tuple[str, str, int], list[State]] = defaultdict(list)
    for state, _ in found:
        games[state.game].append(state)
    looks = [Look(game, dice, tuple(states)) for game, states in games.items()]
    return [each for some in spread(weighed, looks, None, title) for each in some]


def search(games: int, only: Sequence[str], most: int, first: int) -> list[Found]:
    """The surest states of each dilemma and side, confirmed."""
    looks = [
        Look((name, cast, seed), SCREEN, only=tuple(only), most=most)
        for name in SCENARIOS
        for cast in ("own", "medley")
        for seed in range(first, first + games)
    ]
    found = [each for some in spread(screen, looks, None, "games") for each in some]
    told("screened", found)
    found = [each for each in best(found, 2 * KEPT[0]) if sound(each[0])]
    found = again(best(found, KEPT[0]), AGAIN, "again")
    told("again", found)
    found = again(best(found, KEPT[1]), (CONFIRM, FUTURES), "confirmed")
    told("confirmed", found)
    return [each for each in best(found, 1) if each[1].score.settled]


def told(stage: str, found: Sequence[Found]) -> None:
    """How many states of each dilemma favour either side, and how many for sure."""
    print(stage)
    for name in DILEMMAS:
        mine = [w for s, w in found if s.dilemma == name]
        if mine:
            sure = [w.score.value > 0 for w in mine if w.score.settled]
            print(
                f"  {name:18} {len(mine):4} states, a {sum(sure):3} and b "
                f"{len(sure) - sum(sure):3} for sure"
            )


def main() -> None:
    """Search, say what was found, and write it into the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=3, help="of each scenario and cast")
    parser.add_argument("--most", type=int, default=4, help="states of a dilemma from each game")
    parser.add_argument("--first", type=int, default=1, help="seed of the first game")
    parser.add_argument("--only", nargs="*", choices=DILEMMAS, default=list(DILEMMAS))
    parser.add_argument("--again", action="store_true", help="only weigh the table anew")
    options = parser.parse_args()
    began = time.perf_counter()
    if options.again:
        options.only = []
    wanted = bool(options.only)
    found = search(options.games, options.only, options.most, options.first) if wanted else []
    for state, w in found:
        side = "a" if w.score.value > 0 else "b"
        low, high = w.score.low, w.score.high
        print(f"{state.dilemma} {side}: {w.score.value:+.2f} [{low:+.2f}, {high:+.2f}] {w.mover}")
        print(f"   {state.game} turn {state.turn} {state.seat} {state.about}")
        print(f"   a {state.a}\n   b {state.b}")
    kept = [] if options.only == list(DILEMMAS) else _others(options.only)
    order = {name: n for n, name in enumerate(DILEMMAS)}
    save(sorted(kept + found, key=lambda f: (order[f[0].dilemma], -f[1].score.value)))
    print(f"{time.perf_counter() - began:.0f} s")


def _others(only: Sequence[str]) -> list[Found]:
    """States of other dilemmas in the table, weighed anew."""
    return again([each for each in load() if each[0].dilemma not in only], (CONFIRM, FUTURES), "")


if __name__ == "__main__":
    main()
