"""Name in public who did it. (Rules 9.32)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import claims
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Promise


def refuse(seen: View) -> Ints:
    """Nobody names what they did themselves; a claim stands until it is changed."""
    rows = np.arange(len(seen.seats))
    own = seen.guilt[rows, :, seen.seats] == 1
    return common.first(own)


def resolve(doing: Doing, order: Orders) -> None:
    """Say who, in words of estimative probability, with a confidence. (Rules 6.1)"""
    claims.name(
        doing.change,
        order.actor,
        order.incident,
        order.target,
        order.choice,
        order.level - 1,
        order.world,
    )
    doing.log.note(
        What.CLAIMED,
        order.world,
        order.actor,
        order.target,
        order.incident,
        a=order.choice,
        b=order.level,
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth what it accuses someone of, if one is sure, near to the victim, and dares to."""
    rows, ties = np.arange(len(reading.seen.seats)), reading.ties
    silent = reading.seen.accused[reading.seen.seats] != reading.suspect
    says = silent & (reading.belief >= ties.proof)
    case = reading.stake * says
    says = case > 0
    crowd = (1 + reading.anger * reading.mine) * ties.voice
    word = says * ties.over_line * np.float32(2)
    muzzled = np.any(reading.seen.promised[rows, :, Promise.SILENCE] >= reading.seen.turn, axis=1)
    return {
        Feature.VOICE: case * reading.belief * crowd + word,
        Feature.JUSTICE: case * ties.weighty * np.float32(0.3),
        Feature.RISK: case * (reading.danger + np.float32(0.15)) + ties.exposed * says,
        Feature.CALM: says * np.float32(-0.5),
        Feature.BOND: (ties.called * 2 - ties.loyal * 3) * says,
        Feature.HONOUR: muzzled[:, None] * np.float32(-5) * says + word,
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """The suspect one is surest of, in the word one's belief deserves."""
    belief = reading.belief[row, option, where]
    word = np.minimum(np.maximum(claims.word_for(belief), 4), 6)
    sure = np.where(belief > np.float32(0.9), 3, np.where(belief > np.float32(0.75), 2, 1))
    return {"target": reading.suspect[row, option, where], "choice": word, "level": sure}


ACTION = Action(
    id="attribute",
    label="Attribute in public",
    about="Name who did it, how likely, and how sure you are. The others compare it with what they "
    "believe; taking it back costs.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=2),
    gravity=Gravity.POSTURE,
    legality="lawful; the 2015 GGE adds that accusations should be substantiated",
    public=True,
    refusals=("you did it yourself",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("target", "accused", "word", "confidence"),
    levels=3,
    tells="{actor} said in public that {target} is {word} behind {incident}",
)
