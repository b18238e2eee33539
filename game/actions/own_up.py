"""Own up and make good. (Rules 9.35)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise

RELIEF = 20.0  # heat taken out on both sides (design)
SHAME = 6.0  # standing lost, to come back with time (design)
RESPECT = 14.0  # trust the victim gives for it (design)


def refuse(seen: View) -> Ints:
    """Only who did it can own up, and once."""
    rows = np.arange(len(seen.seats))
    own = seen.guilt[rows, :, seen.seats] == 1
    return common.first(~own, seen.answered_for[seen.seats] > 1)


def resolve(doing: Doing, order: Orders) -> None:
    """The truth, an apology and money: everybody knows now, and the feud loses its cause."""
    world, where = doing.world, order.world
    victim = world.victim[order.incident, where]
    doing.change.raise_to("answered_for", order.actor, order.incident, where, to=2)
    nation = np.arange(world.board.nations)[:, None]
    doing.change.raise_to("known", nation, order.incident, where, to=1)
    doing.change.put("judged", nation, order.incident, where, to=0)
    for one, other in ((order.actor, victim), (victim, order.actor)):
        doing.change.add("heat", one, other, where, by=-RELIEF, why="makes good", who=order.actor)
    doing.change.add("hostility", victim, order.actor, where, by=-RELIEF, why="makes good")
    doing.change.add(
        "deeds", victim, order.actor, where, by=RESPECT, why="makes good", who=order.actor
    )
    common.spread_trust(doing, order, RESPECT / 3, "makes good", save=victim)
    doing.change.add("standing", order.actor, where, by=-SHAME, why="owns up")
    doing.change.add("funds", victim, where, by=4.0, why="compensation", who=order.actor)
    doing.change.add("anger", victim, where, by=-10.0, why="makes good", who=order.actor)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For the contrite at once; for the honest when the ladder gets high."""
    done = reading.mine_done * reading.fresh * reading.seen.severity
    return {
        Feature.HONOUR: done * (reading.danger * 3 + np.float32(0.12)),
        Feature.CALM: done * reading.danger,
        Feature.GAIN: done * np.float32(-1.5),
    }


ACTION = Action(
    id="own_up",
    label="Own up and make good",
    about="Tell the truth about your own operation, apologise, pay. It costs face and ends feuds.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=2, funds=4),
    gravity=Gravity.CALMING,
    legality="reparation: what the law of state responsibility asks for",
    public=True,
    refusals=("it was not your doing", "you have made good already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.EXPLAIN,
    tells="{actor} owned up to {incident} and made good",
)
