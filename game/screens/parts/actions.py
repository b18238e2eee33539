"""What orders look like in lists: their icons, and the stage of a turn in which they happen."""

from __future__ import annotations

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
_STAGE: dict[str, Stage] = {}


def sign_of(action: str) -> str:
    """The icon of an action: its own, or that of its stage."""
    if not _STAGE:
        from game.actions import actions

        _STAGE.update({each.id: each.stage for each in actions()})
    return _OWN.get(action) or STAGES[_STAGE[action]][1]


def stage_name(action: Action) -> str:
    """The stage of an action, to be translated."""
    return STAGES[action.stage][0]
