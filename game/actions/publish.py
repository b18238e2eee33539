"""Publish a piece of evidence. (Rules 9.33)"""

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
from game.rules.world import Bools, Floats, Index, Ints, Look

BURNT = 15.0  # access lost when a source is shown (design)
CANDOUR = 1.5  # standing earned (design)


def _showable(seen: View) -> Bools:
    """[V, I, E, B] cards one has found and nobody has published."""
    showable: Bools = (seen.look == Look.FOUND) & (seen.published == 0)
    return showable


def refuse(seen: View) -> Ints:
    """There must be something to show."""
    return common.first(np.logical_not(_showable(seen).any(axis=2)))


def resolve(doing: Doing, order: Orders) -> None:
    """Everybody sees the card; a secret source that gave it is burnt."""
    world = doing.world
    rows, card = order, order.choice
    doing.change.raise_to("published", rows.incident, card, rows.world, to=1)
    nation = np.arange(world.board.nations)[:, None]
    doing.change.raise_to("known", nation, rows.incident, rows.world, to=1)
    blind = world.look[nation, rows.incident, card, rows.world] == Look.UNSEEN
    who, row = np.nonzero(blind)
    doing.lessons.append(
        (who, rows.incident[row].astype(np.intp), card[row].astype(np.intp), rows.world[row])
    )
    burnt = world.board.burns[rows.incident, card]
    doing.change.add("access", rows.actor, rows.world, by=-BURNT * burnt, why="source burnt")
    doing.change.add("standing", rows.actor, rows.world, by=CANDOUR, why="publishes")
    doing.log.note(What.PUBLISHED, rows.world, rows.actor, incident=rows.incident, a=card, b=burnt)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most to back a claim of one's own that the others do not believe yet."""
    claimed = (reading.seen.accused[reading.seen.seats] == reading.suspect) & ~reading.mine_done
    some = _showable(reading.seen).any(axis=2)
    case = reading.stake * reading.belief * some
    return {Feature.VOICE: case * (np.float32(0.15) + claimed * np.float32(0.6))}


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """The card that says most against the suspect, sources last."""
    showable = _showable(reading.seen)[row, option, :, where]
    public = reading.seen.public
    blamed = public.hand[option] == reading.suspect[row, option, where][:, None]
    weight = (public.found[option] * blamed[:, None, :]).max(axis=2)
    plain = public.found[option].min(axis=2)
    score = (weight - plain) * showable - np.float32(20) * public.burns[option]
    return {"choice": np.where(showable, score, -999).argmax(axis=1)}


ACTION = Action(
    id="publish",
    label="Publish evidence",
    about="Lay a card on the table for everybody. If a secret source gave it, the source is burnt.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=True,
    refusals=("you hold nothing on it that is not public already",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("card",),
    tells="{actor} published evidence on {incident}",
)
