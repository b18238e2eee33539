"""Strike with military force. (Rules 9.71)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import claims, responses
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.escalation import strike
from game.rules.law import Verdict
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, which

DAMAGE = 22.0  # service lost in the sector struck (design)
FEAR = 40.0  # hostility it leaves (design)


def refuse(seen: View) -> Ints:
    """A strike out of the blue is not on the table."""
    return common.first(seen.rungs[seen.seats] < 4)


def resolve(doing: Doing, order: Orders) -> None:
    """Force, limited in intent. The other decides whether it stays so."""
    change, where = doing.change, order.world
    strike(doing.world, change, order.actor, order.target, where, p.HEAT_WAR, "strikes")
    change.add(
        "service", order.target, order.choice, where, by=-DAMAGE, why="struck", who=order.actor
    )
    change.add("anger", order.target, where, by=25.0, why="struck", who=order.actor)
    change.add(
        "hostility", order.target, order.actor, where, by=FEAR, why="struck", who=order.actor
    )
    _account(doing, order)
    change.add("deeds", order.target, order.actor, where, by=-25.0, why="struck", who=order.actor)
    claims.vent(change, order.actor, where, p.VENT_DEEDS, "strikes")


def _account(doing: Doing, order: Orders) -> None:
    """Others read it; unless most see self-defence, it lets the other strike back in law."""
    change, actor, where = doing.change, order.actor, order.world
    target = order.target.astype(np.intp)
    verdict = responses.of_force(doing.world, actor, target, where)
    responses.judge(change, actor, target, verdict, where)
    lawless = which((verdict == Verdict.LAWFUL).sum(axis=0) * 2 <= len(verdict))
    turn = doing.world.turn
    change.raise_to("blow", actor[lawless], target[lawless], where[lawless], to=turn)
    case = responses.wrong_answered(doing.world, actor, target, where)
    answers = which(doing.world.guilt[actor, case, target, where] > 0)
    responses.record(change, actor[answers], target[answers], case[answers], where[answers])


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """The last answer."""
    certain = reading.certainty >= np.float32(p.LAW_CERTAIN)
    answer = reading.sure_harm * certain * np.float32(0.8) + reading.provoked * 2
    return {
        Feature.SPITE: (answer + reading.bad_blood * 2) * (reading.tension >= 5),
        Feature.RISK: np.float32(4.5) + reading.restrained,
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Where it is felt."""
    return {"choice": common.sore_spot(reading, row, option, where)}


ACTION = Action(
    id="strike",
    label="Strike with limited force",
    about="A limited military strike. From here the ladder has few rungs left.",
    stage=Stage.FORCE,
    aim=Aim.NATION,
    cost=Cost(capital=6, funds=5),
    gravity=Gravity.WAR,
    ground=Ground.SELF_DEFENCE,
    legality="self-defence against an armed attack only",
    public=True,
    refusals=("the two of you are not in crisis: nobody would follow you",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("sector",),
    tells="{actor} struck {choice} in {target} with military force",
    hostile=True,
)
