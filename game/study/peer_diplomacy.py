"""Random full games of the `diplomacy` package, timed. A script; the game never imports it.

It runs under another interpreter (Python 3.8 or later), in an environment of its own where that
package is installed, and needs nothing else. `peer.py` starts it.

    python peer_diplomacy.py [SECONDS] [SEED]
"""

from __future__ import annotations

import json
import platform
import random
import sys
import time
from importlib.metadata import version

import diplomacy


def main() -> None:
    """Play for about that many seconds and print one JSON document."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    play_phase(diplomacy.Game(), random.Random(seed))  # loads the map, before the clock starts
    print(json.dumps(measure(seconds, random.Random(seed))))


def measure(seconds: float, dice: random.Random) -> dict[str, object]:
    """Phases a second over as many games as fit, one phase at least; `games` counts the ended."""
    phases = games = 0
    began = time.perf_counter()
    spent = 0.0
    game = diplomacy.Game()
    while spent < seconds or not phases:
        play_phase(game, dice)
        phases += 1
        if game.is_game_done:
            games += 1
            game = diplomacy.Game()
        spent = time.perf_counter() - began
    return {
        "phases_per_s": phases / spent,
        "phases": phases,
        "games": games,
        "seconds": spent,
        "version": version("diplomacy"),
        "python": platform.python_version(),
    }


def play_phase(game: diplomacy.Game, dice: random.Random) -> None:
    """One phase: each of the seven powers gives every unit it may order a random possible order."""
    possible = game.get_all_possible_orders()
    for power in game.powers:
        places = game.get_orderable_locations(power)
        game.set_orders(power, [dice.choice(possible[at]) for at in places if possible[at]])
    game.process()


if __name__ == "__main__":
    main()
