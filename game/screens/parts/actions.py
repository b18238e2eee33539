"""What orders look like in lists: their icons, and the stage of a turn in which they happen."""

from __future__ import annotations

from functools import cache

from game.actions import actions
from game.language import N_
from game.rules.action import Action, Stage

STAGES = {
    Stage.PROTECT: (N_("Protect"), "shield"),
    Stage.INVESTIGATE: (N_("Find out"), "search"),
    Stage.SPEAK: (N_("Speak"), "messages-square"),
    Stage.COOPERATE: (N_("Work together"), "handshake"),
    Stage.PRESSURE: (N_("Press"), "gavel"),
    Stage.COVERT: (N_("Covert"), "drama"),
    Stage.FORCE: (N_("Force"), "swords"),
}
"""Stages in the order in which they happen, with their icons."""

_OWN = {
    "call_hotline": "phone-call",
    "attribute": "target",
    "publish": "file-text",
    "refer": "scale",
    "publish_position": "scroll-text",
    "send_team": "life-buoy",
    "respond": "life-buoy",
    "share_evidence": "send",
    "fund_capacity": "coins",
    "spy": "eye",
    "collect": "ear",
    "pay_ransom": "coins",
}


def sign_of(action: str) -> str:
    """The icon of an action: its own, or that of its stage."""
    return _OWN.get(action) or STAGES[_stages()[action]][1]


@cache
def _stages() -> dict[str, Stage]:
    return {each.id: each.stage for each in actions()}


def stage_name(action: Action) -> str:
    """The stage of an action, to be translated."""
    return STAGES[action.stage][0]
