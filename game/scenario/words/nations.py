"""Words about the world, its nations, and how they stand to one another."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import escalation
from game.rules.world import World
from game.scenario.conditions import Word
from game.scenario.words.reading import all_told, at, ever, own


def _retaliation(world: World, setup: Any) -> Any:
    return escalation.retaliation_number(world.replies, world.suffered, world.board.ally)


def _donors(world: World, setup: Any, nation: int) -> Any:
    return (world.aid[:, nation] > 0).sum(axis=0)


def _curbed(world: World, setup: Any, actor: int) -> Any:
    return world.curbed[actor] >= world.turn


ONE, TWO = ("nation",), ("nation", "nation")

WORDS: tuple[Word, ...] = (
    Word("turn", (), "number", "the turn", lambda w, s: np.full(w.worlds, w.turn)),
    Word("rung", (), "number", "rung of the world, 0 calm to 7 digital war", at("rung")),
    Word("peak", (), "number", "highest rung so far", at("peak")),
    Word("retaliation", (), "number", "the retaliation number", _retaliation),
    own("trust", TWO, "number", "trust of the first in the second, 0 to 100", at("trust")),
    own("hostility", TWO, "number", "hostility of the first to the second", at("hostility")),
    Word("heat", TWO, "number", "known hostile acts of the first on the second", at("heat")),
    Word("support", ONE, "number", "public support, 0 to 100", at("support")),
    Word("anger", ONE, "number", "public anger, 0 to 100", at("anger")),
    Word("standing", ONE, "number", "standing, 0 to 100", at("standing")),
    own("security", ONE, "number", "harm prevented and capacity built", at("security")),
    own("capital", ONE, "number", "political capital", at("capital")),
    own("effort", ONE, "number", "analyst effort", at("effort")),
    own("funds", ONE, "number", "funds", at("funds")),
    Word("service", ("nation", "sector"), "number", "service level, 0 to 100", at("service")),
    own("capability", ("nation", "skill"), "number", "capability, 0 to 100", at("capability")),
    Word("strategy", ONE, "number", "steps of its national strategy, 0 to 5", at("strategy")),
    Word("aid", TWO, "number", "times the first paid for the second's capacity", at("aid")),
    Word("donors", ONE, "number", "nations that paid for its capacity", _donors),
    Word("kept", ONE, "number", "promises kept", all_told("kept")),
    Word("broken", ONE, "number", "promises and treaties broken", all_told("broken")),
    Word("wronged", TWO, "truth", "the first broke its word to the second", ever("broken")),
    Word("sanctioned", TWO, "truth", "the first has sanctions on the second", ever("sanction")),
    Word("expelled", TWO, "truth", "the first expelled diplomats of the second", ever("expelled")),
    Word("struck", TWO, "truth", "the first ever struck the second openly", ever("struck")),
    Word("hosted", ONE, "truth", "the nation has hosted talks", ever("hosted")),
    own("crossed", ONE, "truth", "a red line of the nation was crossed", ever("crossed")),
    Word("curbed", ("actor",), "truth", "its host keeps the actor down just now", _curbed),
)
