"""Proposals: what stands against tabling them. (Rules 8.3)"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import organisations
from game.rules import params as p
from game.rules.clauses import (
    ABOUT_CASE,
    ABOUT_NORM,
    ACCUSES,
    CLAUSES,
    DURATION,
    JOINT_SANCTIONS,
    LASTING,
)
from game.rules.orders import Offers
from game.rules.treaties import room
from game.rules.world import NOBODY, Index, Ints, World, which

OFFER_REFUSALS = (
    "a proposal needs at least one other party",
    "a proposal needs at least one clause besides its duration",
    "an attribution or a joint statement needs an incident you know of",
    "to accuse it needs someone to name, and not one of the parties; sanctions need a nation",
    "a clause has no such level",
    "you have tabled two proposals in this round already",
    "you cannot pay for it",
    "it names somebody without a clause that says so",
    "to endorse a norm it needs one that is live here",
    "there are no treaties here",
    "nobody speaks with one voice here",
    "there is no room for another treaty until one has run out",
)
"""Why a proposal is void, in the order of the codes from 1."""


def void_offers(world: World, offers: Offers) -> Ints:
    """0 for a proposal in order, else the number of the refusal. [rows] (Rules 8.3, 16.3)"""
    code = _void_treaties(world, offers)
    rows = which(offers.body != NOBODY)
    code[rows] = organisations.void(world, offers.take(rows))
    nth = nth_of_actor(offers.world, offers.actor)
    free = offers.counter != 0
    afford = world.capital[offers.actor, offers.world] >= (nth + 1) * np.float32(p.OFFER_COST)
    code[(code == 0) & ~afford & ~free] = POOR
    code[(code == 0) & (nth >= np.where(free, 2 * p.OFFERS_MOST, p.OFFERS_MOST))] = TOO_MANY
    return code


def why_void_offer(code: int) -> str:
    """Why a proposal is void, in words."""
    if code >= organisations.FIRST:
        return organisations.REFUSALS[code - organisations.FIRST]
    return OFFER_REFUSALS[code - 1]


def _void_treaties(world: World, offers: Offers) -> Ints:
    """What stands against a treaty: its parties, clauses, and what they need. [rows]"""
    code = np.zeros(len(offers), np.int16)
    board = world.board
    row = np.arange(len(offers))
    party = offers.party[:, : board.nations]
    outside = offers.party[:, board.nations :].any(axis=1) | ~party[row, offers.actor]
    speaks = (offers.levels[:, list(ABOUT_CASE)] > 0).any(axis=1)
    accuses = (offers.levels[:, list(ACCUSES)] > 0).any(axis=1)
    normative = (offers.levels[:, list(ABOUT_NORM)] > 0).any(axis=1)
    no_norm = (offers.topic < 0) | (offers.topic >= board.sizes["K"])
    inside = (offers.incident >= 0) & (offers.incident < board.sizes["I"])
    case = np.where(inside, offers.incident, 0)
    known = inside & (world.known[offers.actor, case, offers.world] != 0)
    accused = offers.accused
    nobody = (accused < 0) | (accused >= board.actors)
    named = np.where(nobody | (accused >= board.nations), 0, accused)
    self_named = party[row, named] & (named == accused)
    group = (offers.levels[:, JOINT_SANCTIONS] > 0) & (accused >= board.nations)
    tops = np.array([len(clause.levels) for clause in CLAUSES])
    levels = offers.levels
    clauses = np.delete(offers.levels, DURATION, axis=1)
    lasting = (levels[:, list(LASTING)] > 0).any(axis=1)
    tests = (
        (1, (party.sum(axis=1) < 2) | outside),
        (2, ~(clauses > 0).any(axis=1)),
        (3, speaks & ~known),
        (4, (accuses & (nobody | self_named)) | group),
        (5, ((levels < 0) | (levels >= tops)).any(axis=1)),
        (8, ~accuses & (accused != NOBODY)),
        (9, normative & no_norm),
        (10, np.full(len(offers), not board.systems.treaties)),
        (11, (speaks | accuses) & (not board.systems.joint)),
        (12, lasting & ~room(world)[offers.world]),
    )
    for number, fails in reversed(tests):
        code[fails] = number
    return code


TOO_MANY, POOR = 6, 7


def nth_of_actor(where: Index, actor: Any) -> Index:
    """How many earlier rows are of the same nation in the same world."""
    key = where * 64 + actor
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    nth = np.empty_like(where)
    nth[order] = np.arange(len(where)) - np.searchsorted(ranked, ranked)
    return nth
