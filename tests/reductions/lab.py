"""The engine with its extras off: nations alike, one deed, and players from the literature.

What published models leave out is not there: no evidence but what a test deals, no norms, law,
organisations or talks, no costs. What is left is the turn itself: simultaneous orders, stages,
views, operations that take effect a turn later. Figures are those of the reference page on theory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from game.actions import actions
from game.rules.action import Action, Aim, Cost, Doing, Gravity, Stage
from game.rules.board import Board
from game.rules.happenings import Log
from game.rules.orders import Answers, Messages, Offers, Orders
from game.rules.turn import Ask, Question, Rulebook, drive, play_turn
from game.rules.view import View
from game.rules.world import World, copy
from game.scenario.build import build, start
from game.scenario.model import Scenario
from game.scenario.setup import Setup

LETTERS = "abcdefghijklmnop"
LONG = 10_000

_NATION: dict[str, Any] = {
    "about": "A nation.",
    "brief": "Play.",
    "stocks": {"capital": 100.0, "effort": 100.0, "funds": 100.0},
    "income": {"capital": 100.0, "effort": 100.0, "funds": 100.0},
    "capability": {
        "offence": 100.0,
        "defence": 0.0,
        "forensics": 100.0,
        "resilience": 100.0,
        "diplomacy": 50.0,
    },
}


def plain(nations: int) -> tuple[Board, Setup]:
    """Nations alike in everything, and nothing that happens by itself."""
    ids = [f"nation_{letter}" for letter in LETTERS[:nations]]
    text = {
        "format": 1,
        "id": "plain",
        "title": "Plain",
        "summary": "Nothing happens.",
        "brief": "A test.",
        "turns": 40,
        "usual": {"trust": 50.0, "hostility": 0.0},
        "nations": {name: _NATION | {"name": name} for name in ids},
        "incidents": {
            "never": {
                "title": "Never",
                "text": "It does not happen.",
                "kind": "disruption",
                "victim": ids[0],
                "sector": "energy",
                "severity": 1.0,
                "turn": 40,
                "hypotheses": {"it": {"hand": ids[1], "prior": 0.9, "text": "It did."}},
            }
        },
        "objectives": {},
        "debrief": {"text": "Nothing.", "questions": ["Why?"]},
    }
    scenario = Scenario.model_validate_json(json.dumps(text))
    board, setup = build(scenario, actions(), json.dumps(text))
    never = np.full_like(board.script.begins, LONG)
    return replace(board, turns=LONG, script=replace(board.script, begins=never)), setup


def deed(resolve: Callable[[Doing, Orders], None]) -> Action:
    """A free deed against another nation, and nothing that stands against it."""
    return Action(
        id="deed",
        label="Do it",
        about="The one deed of a published model.",
        stage=Stage.PRESSURE,
        aim=Aim.NATION,
        cost=Cost(),
        gravity=Gravity.STATUS_QUO,
        legality="",
        public=True,
        refusals=(),
        refuse=lambda seen: np.zeros((1, 1, 1), np.int16),
        resolve=resolve,
        appeal=lambda reading: {},
    )


def rulebook(action: Action, board: Board) -> Rulebook:
    """The rules of play with one action and no script."""
    return Rulebook((action,), [None] * board.scripted, [], [])


def rounds(
    world: World, rules: Rulebook, player: Callable[[View], Orders], number: int
) -> Iterator[World]:
    """Turns in which nobody talks and all nations order by one rule; the worlds after each."""
    for _ in range(number):
        turn = play_turn(world, rules, Log(kept=False))
        world = drive(turn, lambda question: _reply(question, player))
        yield world


def _reply(question: Question, player: Callable[[View], Orders]) -> Any:
    if question.ask is Ask.ORDER:
        return player(question.seen)
    empty = Offers.empty()
    return (Messages.empty() if question.ask is Ask.TALK else Answers.empty(), empty)


def fresh(board: Board, setup: Setup, worlds: int) -> World:
    """Worlds in turn 0."""
    return copy(start(board, setup, np.arange(worlds)))
