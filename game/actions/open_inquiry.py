"""Open an inquiry at home. (Rules 9.38)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Floats, Ints, Promise

STEPS = 0.5  # steps of investigation every nation gains (design)
CREDIT = 2.0  # standing earned (design)


def _pointed_at(seen: View) -> Bools:
    """[V, I, B] cases in which one is named, or hosts a suspect, or all if asked to explain."""
    named = (seen.accused == seen.seats[:, None, None, None]).any(axis=1)
    asked = np.any(seen.asked_me[:, :, Promise.EXPLAIN] > 0, axis=1)[:, None]
    pointed: Bools = (named | _home_of_suspects(seen) | asked) & (seen.status >= 1)
    return pointed


def _home_of_suspects(seen: View) -> Bools:
    here = seen.public.home == seen.seats[:, None]
    guest = here & (np.arange(len(seen.public.home)) >= len(seen.support))
    home: Bools = (seen.guilt * guest[:, None, :, None]).max(axis=2) > 0
    return home


def refuse(seen: View) -> Ints:
    """Somebody must point here, and doors open once."""
    return common.first(~_pointed_at(seen), seen.opened[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Doors are opened: everybody's analysts get on, for better or worse."""
    world, where = doing.world, order.world
    nation = np.arange(world.board.nations)[:, None]
    knows = world.known[:, order.incident, where]
    doing.change.add(
        "probe", nation, order.incident, where, by=p.PROBE_ORDER * STEPS * knows, why="inquiry"
    )
    doing.change.add("standing", order.actor, where, by=CREDIT, why="opens an inquiry")
    doing.change.raise_to("opened", order.actor, order.incident, where, to=1)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For those who are blamed for what they did not do."""
    seen = reading.seen
    named = (seen.accused == seen.seats[:, None, None, None]).any(axis=1)
    asked = np.any(seen.asked_me[:, :, Promise.EXPLAIN] > 0, axis=1)[:, None]
    clean = _pointed_at(seen) & ~reading.mine_done & reading.fresh
    case = clean * (named * np.float32(2.5) + asked * np.float32(1.5) + np.float32(0.2))
    return {
        Feature.VOICE: case,
        Feature.CALM: case * np.float32(0.6),
        Feature.RISK: reading.mine_done * np.float32(6),
    }


ACTION = Action(
    id="open_inquiry",
    label="Open an inquiry at home",
    about="Let others look. It earns respect and brings everybody's analysts forward: fine if you "
    "did not do it.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1, effort=1),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=(
        "nobody there points at you or at anyone on your soil, nor asks you to explain",
        "your doors are open already",
    ),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.EXPLAIN,
    tells="{actor} opened an inquiry into {incident}",
)
