"""Refer an incident to an independent inquiry. (Rules 9.23)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

TURNS = 2  # until the report is out (design)


def refuse(seen: View) -> Ints:
    """One inquiry a case, and only if its report still comes in time."""
    late = np.full(seen.inquiry[None].shape, seen.turn + TURNS > seen.public.turns)
    return common.first(seen.inquiry[None] > 0, late)


def resolve(doing: Doing, order: Orders) -> None:
    """In two turns a public report settles what forensics can settle, for everybody."""
    due = doing.world.turn + TURNS
    doing.change.raise_to("inquiry", order.incident, order.world, to=due)
    nation = np.arange(doing.world.board.nations)[:, None]
    doing.change.raise_to("known", nation, order.incident, order.world, to=1)
    doing.change.add("standing", order.actor, order.world, by=1.5, why="inquiry")
    victim = doing.world.victim[order.incident, order.world]
    calm = np.where(victim == order.actor, -3.0, 0.0)
    doing.change.add("anger", order.actor, order.world, by=calm, why="inquiry")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most to those who are unsure, or blamed for what they did not do."""
    unsure = reading.stake * (1 - reading.belief) * ~reading.mine_done
    blamed = (reading.seen.accused[:, :] == reading.me[..., None]).any(axis=1)
    wronged = blamed & ~reading.mine_done
    calm = reading.stake * np.float32(0.25) + wronged * np.float32(3)
    return {
        Feature.KNOW: unsure * np.float32(0.5),
        Feature.CALM: calm,
        Feature.RISK: reading.mine_done * np.float32(8),
    }


ACTION = Action(
    id="refer",
    label="Refer to an independent inquiry",
    about="An outside body looks into the case. In two turns its report is public: whatever "
    "forensics can settle is settled for everybody. It cannot be called back.",
    stage=Stage.INVESTIGATE,
    aim=Aim.INCIDENT,
    cost=Cost(capital=3),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=(
        "an inquiry into it is under way or has reported",
        "its report would come after the end",
    ),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} referred {incident} to an independent inquiry",
)
