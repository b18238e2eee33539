"""Share what you found with another nation. (Rules 9.22)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Look, Promise

THANKS = 3.0  # trust earned of the one who is shown it (design)


def refuse(seen: View) -> Ints:
    """There must be something to show."""
    found = (seen.look == Look.FOUND).any(axis=(1, 2))
    return common.first(~found[:, None])


def resolve(doing: Doing, order: Orders) -> None:
    """The other sees every card you found on the case, and thinks the better of you for it."""
    found = doing.world.look[order.actor, order.incident, :, order.world] == Look.FOUND
    row, card = np.nonzero(found)
    taker = order.target[row].astype(np.intp)
    incident = order.incident[row].astype(np.intp)
    fresh = doing.world.look[taker, incident, card, order.world[row]] == Look.UNSEEN
    lesson = (taker[fresh], incident[fresh], card[fresh], order.world[row][fresh])
    doing.lessons.append(lesson)
    doing.change.raise_to("known", taker, incident, order.world[row], to=1)
    given = np.bincount(row[fresh], minlength=len(order)) > 0
    doing.change.add(
        "deeds",
        order.target,
        order.actor,
        order.world,
        by=THANKS * given,
        why="shared",
        who=order.actor,
    )
    there = row[fresh]
    doing.log.note(
        What.SHARED,
        order.world[there],
        order.actor[there],
        order.target[there],
        order.incident[there],
        a=card[fresh],
        seen=(order.actor[there], order.target[there]),
    )


def _best_case(reading: Reading) -> Floats:
    """[V, I, B] how much there is to show of each case that is not one's own doing."""
    shown = (reading.seen.look == Look.FOUND).sum(axis=2)
    worth: Floats = (shown * reading.belief * ~reading.mine_done * (reading.stake > 0)).astype(
        np.float32
    )
    return worth


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most with friends who asked, when there is much to show."""
    much = np.minimum(_best_case(reading).max(axis=1, keepdims=True), 3)
    asked = reading.seen.asked_me[:, :, Promise.SHARE] >= max(reading.seen.turn - 1, 1)
    owed = reading.seen.promised[:, :, Promise.SHARE] >= reading.seen.turn
    ready = (reading.warm + np.float32(0.6)) * reading.other
    bond = much * ready * (np.float32(0.8) + asked)
    return {Feature.BOND: bond, Feature.HONOUR: owed * (4 * reading.other) * (much > 0)}


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """The case with most to show."""
    return {"incident": _best_case(reading)[row, :, where].argmax(axis=1)}


ACTION = Action(
    id="share_evidence",
    label="Share evidence privately",
    about="Show another nation every card you found on a case. It moves what they believe and "
    "earns trust; the cards stay out of the papers.",
    stage=Stage.INVESTIGATE,
    aim=Aim.NATION,
    cost=Cost(capital=0.5),
    gravity=Gravity.CALMING,
    legality="always lawful; norm d asks for it",
    public=False,
    refusals=("you have found nothing yet that could be shown",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("incident",),
    keeps=Promise.SHARE,
    tells="{actor} showed {target} its file on {incident}",
)
