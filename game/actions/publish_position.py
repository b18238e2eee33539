"""Publish a legal position. (Rules 9.39, 15.2)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import law
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Contested, Floats, Index, Ints


def refuse(seen: View) -> Ints:
    """Nothing stands against it: a position may be changed, at a price."""
    return common.fine(seen)


def resolve(doing: Doing, order: Orders) -> None:
    """Say how one reads a contested question: it counts towards custom, and binds."""
    answer = np.minimum(order.level - 1, _MOST[order.choice])
    law.speak(doing.change, order.actor, order.choice, answer, order.world)
    doing.log.note(What.POSITION, order.world, order.actor, a=order.choice, b=answer)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Steady work for the calm, and for those who mean what they say."""
    silent = reading.seen.declared[reading.seen.seats] == NOBODY
    ready = (reading.seen.position != NOBODY) & silent
    some = ready.any(axis=1)[:, None] * np.float32(1)
    return {Feature.CALM: some * np.float32(0.5), Feature.HONOUR: some * np.float32(0.8)}


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """The first question on which one has a view and has not spoken."""
    own = reading.seen.position[row, :, where]
    said = reading.seen.declared[reading.seen.seats[row], :, where]
    ready = (own != NOBODY) & (said == NOBODY)
    point = np.where(ready.any(axis=1), ready.argmax(axis=1), (said == NOBODY).argmax(axis=1))
    answer = np.maximum(own[np.arange(len(row)), point], 0)
    return {"choice": point, "level": answer + 1}


_MOST: Index = np.array([len(law.ANSWERS[point]) - 1 for point in Contested])

ACTION = Action(
    id="publish_position",
    label="Publish a legal position",
    about="Say how you read a contested question of law. Custom forms from what states say; "
    "changing your mind later costs.",
    stage=Stage.SPEAK,
    aim=Aim.NOTHING,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=(),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("question", "answer"),
    levels=3,
    tells="{actor} published how it reads the law: {choice}",
)
