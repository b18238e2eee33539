"""Screening: which orders can take effect, and why others are void. (Rules 9.3)"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.action import Action, Aim, Options
from game.rules.claims import LEAST_WORD, WORDS
from game.rules.orders import Orders
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Floats, Index, Ints, Look, Promise, which

STOCKS = ("capital", "effort", "funds")

REFUSALS = (
    "there is no such action",
    "the order names no nation, or not one that exists",
    "you know of no such incident",
    "you have given this order already",
    "five orders a turn are the most an administration can carry out",
    "the level is out of range",
    "it cannot be aimed at yourself",
    "you cannot pay for it: not enough political capital",
    "you cannot pay for it: not enough analyst effort",
    "you cannot pay for it: not enough funds",
    "there is no such sector",
    "an accusation needs words from a roughly even chance up",
    "you hold no such evidence that is not public already",
    "that nation cannot be framed with it, nor that group be used",
    "you keep no further vulnerability for it",
    "there is no such question of law",
    "there is nothing of that kind to ask for",
)
"""Reasons any order may be void, codes from GENERAL on."""

GENERAL = 100
"""Codes below are the action's own refusals, counted from 1; from here on those above."""

UNKNOWN, NO_TARGET, NO_INCIDENT, TWICE, TOO_MANY, NO_LEVEL, ONESELF, POOR = range(8)
NO_SECTOR, NO_WORD, NO_CARD, NO_COVER, NO_EXPLOIT, NO_QUESTION, NO_ASK = range(10, 17)


@dataclass(frozen=True)
class Forms:
    """What an order of each action has to fill in. Shapes [A]."""

    to_nation: Bools
    to_actor: Bools
    incident: Bools
    sector: Bools
    word: Bools
    card: Bools
    question: Bools
    ask: Bools
    cover: Bools
    levels: Index
    steps: Bools  # each level costs the price again; confidence costs nothing
    exploit: Bools  # it uses up a vulnerability
    open: Bools  # a hostile act that everybody sees
    price: Floats  # [A, 3]
    keeps: Index  # the promise it keeps, or NOBODY
    duty: Floats  # what each thing asked for costs at least. [M, 3]
    stage: Index


@cache
def forms(actions: tuple[Action, ...]) -> Forms:
    """The forms of a list of actions."""

    def flags(holds: Callable[[Action], bool]) -> Bools:
        return np.array([holds(action) for action in actions])

    return Forms(
        to_nation=flags(lambda a: a.aim is Aim.NATION or "target" in a.also),
        to_actor=flags(lambda a: "accused" in a.also),
        incident=flags(lambda a: a.aim is Aim.INCIDENT or "incident" in a.also),
        sector=flags(lambda a: a.aim is Aim.SECTOR or "sector" in a.also),
        word=flags(lambda a: "word" in a.also),
        card=flags(lambda a: "card" in a.also),
        question=flags(lambda a: "question" in a.also),
        ask=flags(lambda a: "ask" in a.also),
        cover=flags(lambda a: "cover" in a.also),
        exploit=flags(lambda a: a.uses_exploit),
        open=flags(lambda a: a.hostile and a.public),
        levels=np.array([a.levels for a in actions]),
        steps=flags(lambda a: a.by_level),
        price=np.array([[getattr(a.cost, s) for s in STOCKS] for a in actions], np.float32),
        keeps=np.array([NOBODY if a.keeps is None else a.keeps for a in actions]),
        duty=np.array([_cheapest(actions, promise) for promise in Promise], np.float32),
        stage=np.array([a.stage for a in actions]),
    )


def _cheapest(actions: tuple[Action, ...], promise: Promise) -> list[float]:
    """The least of each stock that doing what was asked takes."""
    doing = [a.cost for a in actions if a.keeps == promise]
    return [min((getattr(cost, stock) for cost in doing), default=0.0) for stock in STOCKS]


def screen(options: Options, orders: Orders) -> Ints:
    """0 for an order that may take effect if paid for, else the code of its refusal. [rows]"""
    code = np.zeros(len(orders), np.int16)
    if not len(orders):
        return code
    known = (orders.action >= 0) & (orders.action < len(options.actions))
    code[~known] = GENERAL + UNKNOWN
    rows = known.nonzero()[0]
    code[rows] = _misfilled(options, orders.take(rows))
    _refuse(options, orders, code)
    rows = which(code == 0)
    code[rows[_again(options, orders.take(rows))]] = GENERAL + TWICE
    code[(code == 0) & (orders.rank >= int(p.ORDERS_MOST))] = GENERAL + TOO_MANY
    rows = which(code == 0)
    rows = rows[forms(options.actions).exploit[orders.action[rows]]]
    if len(rows) > 1:
        code[rows[_unarmed(options.seen, orders.take(rows))]] = GENERAL + NO_EXPLOIT
    return code


def _unarmed(seen: View, orders: Orders) -> Bools:
    """Orders for which no vulnerability is left after those placed earlier."""
    earlier = (
        (orders.world[:, None] == orders.world)
        & (orders.actor[:, None] == orders.actor)
        & (orders.rank[:, None] > orders.rank)
    )
    unarmed: Bools = earlier.sum(axis=1) >= seen.exploits[orders.actor, orders.world]
    return unarmed


def _misfilled(options: Options, rows: Orders) -> Ints:
    """What is wrong with the columns an order needs, the first fault of each. [rows]"""
    seen, form = options.seen, forms(options.actions)
    action = rows.action
    target, choice, cover = rows.target, rows.choice, rows.cover
    most = np.where(form.to_actor[action], len(seen.public.home), len(seen.support))
    inside = (rows.incident >= 0) & (rows.incident < seen.known.shape[1])
    case = np.where(inside, rows.incident, 0)
    blind = ~inside | (seen.known[rows.actor, case, rows.world] == 0)
    odd_sector = (choice < 0) | (choice >= seen.service.shape[1])
    odd_question = (choice < 0) | (choice >= seen.declared.shape[1])
    odd_word = (choice < LEAST_WORD) | (choice >= len(WORDS))
    public = seen.public
    pairs = (public.hand[-1] == cover[:, None]) & (public.sponsor[-1] == rows.actor[:, None])
    group = (cover >= len(seen.support)) & ~pairs.any(axis=1)
    framed = (cover < NOBODY) | (cover == rows.actor) | (cover == target) | group
    cases = (
        (form.to_nation[action] & ((target < 0) | (target >= most)), NO_TARGET),
        (form.to_nation[action] & (target == rows.actor), ONESELF),
        (form.incident[action] & blind, NO_INCIDENT),
        ((rows.level < 1) | (rows.level > form.levels[action]), NO_LEVEL),
        (form.sector[action] & odd_sector, NO_SECTOR),
        (form.word[action] & odd_word, NO_WORD),
        (form.question[action] & odd_question, NO_QUESTION),
        (form.ask[action] & ((choice < NOBODY) | (choice >= len(Promise))), NO_ASK),
        (form.card[action] & ~_held(seen, rows, case), NO_CARD),
        (form.cover[action] & framed, NO_COVER),
    )
    code = np.zeros(len(rows), np.int16)
    for holds, number in reversed(cases):
        code[holds] = GENERAL + number
    return code


def _held(seen: View, rows: Orders, case: Index) -> Bools:
    """The nation holds the card that the order names, and nobody has published it."""
    card = np.minimum(np.maximum(rows.choice, 0), seen.look.shape[2] - 1)
    held = seen.look[rows.actor, case, card, rows.world] == Look.FOUND
    free: Bools = held & (seen.published[case, card, rows.world] == 0) & (card == rows.choice)
    return free


def _refuse(options: Options, orders: Orders, code: Ints) -> None:
    """Enter the actions' own refusals against orders that are filled in well."""
    for number, rows in by_action(options.actions, orders, which(code == 0)):
        action = options.actions[number]
        column: Any = {
            Aim.NATION: orders.target,
            Aim.INCIDENT: orders.incident,
            Aim.SECTOR: orders.choice,
        }.get(action.aim)
        option = np.zeros(len(rows), np.intp) if column is None else column[rows]
        at = (orders.actor[rows], option, orders.world[rows])
        code[rows] = cells(options.refused(number), *at)


def cells(values: Any, *index: Index) -> Any:
    """Cells of an array that may have length 1 on an axis along which it does not change."""
    return values[tuple(0 if n == 1 else i for n, i in zip(values.shape, index, strict=True))]


def by_action(actions: Sequence[Action], orders: Orders, rows: Index) -> list[tuple[int, Index]]:
    """Rows of orders, parted by action."""
    action = orders.action[rows]
    sorted_ = rows[action.argsort(kind="stable")]
    ends = np.bincount(action, minlength=len(actions)).cumsum()
    starts = [0, *ends[:-1].tolist()]
    return [
        (number, sorted_[start:end])
        for number, (start, end) in enumerate(zip(starts, ends.tolist(), strict=True))
        if end > start
    ]


def _again(options: Options, orders: Orders) -> Bools:
    """Orders that repeat one placed earlier; of an incident, a nation names one author a turn."""
    form, action = forms(options.actions), orders.action
    pointed = form.to_nation[action] & ~form.to_actor[action]
    picked = form.sector[action] | form.card[action] | form.question[action]
    key = (orders.world * 64 + orders.actor) * 64 + action
    key = key * 64 + np.where(pointed, orders.target, NOBODY) + 1
    key = key * 64 + np.where(form.incident[action], orders.incident, NOBODY) + 1
    key = key * 64 + np.where(picked, orders.choice, NOBODY) + 1
    placed = orders.rank.argsort(kind="stable")
    again = np.ones(len(orders), bool)
    again[placed[np.unique(key[placed], return_index=True)[1]]] = False
    return again


def why_void(actions: Sequence[Action], action: int, code: int) -> str:
    """The reason of a void order in words."""
    if code >= GENERAL:
        return REFUSALS[code - GENERAL]
    return actions[action].refusals[code - 1] if code > 0 else ""
