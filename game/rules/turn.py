"""A turn, in fixed order, from the world's own doings to the ledger. (Rules 2)"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from game.rules import (
    claims,
    compliance,
    duties,
    economy,
    escalation,
    evidence,
    incidents,
    law,
    norms,
    opinion,
    organisations,
    others,
    promises,
    red_lines,
    requests,
    responses,
    scoring,
    talks,
    treaties,
    trust,
)
from game.rules.action import Action, Options
from game.rules.changes import Changes, put_derived
from game.rules.happenings import Log, What
from game.rules.lazy import lazy
from game.rules.orders import Answers, Messages, Offers, Orders
from game.rules.resolution import resolve
from game.rules.screening import forms
from game.rules.view import View, views
from game.rules.world import NOBODY, Bools, Floats, Index, Status, World, copy, which

Condition = Callable[[World], Bools]


class Judged(Enum):
    """When an objective's condition must hold."""

    ANY = "at any time"
    END = "at the end"
    ALWAYS = "throughout"


@dataclass(frozen=True)
class Inject:
    """Something the scenario makes happen, once."""

    turn: int | None
    when: Condition | None
    effects: tuple[tuple[str, tuple[int, ...], float], ...]  # amount, place, by
    settles: tuple[tuple[int, int], ...]  # incident and card that a public report settles


@dataclass(frozen=True)
class Rulebook:
    """What the rules are given from outside: the actions, and what the scenario scripts."""

    actions: tuple[Action, ...]
    begins: Sequence[Condition | None] = ()
    injects: Sequence[Inject] = ()
    objectives: Sequence[tuple[Condition, Judged]] = ()


class Ask(Enum):
    """What players are asked in the course of a turn."""

    TALK = "messages and proposals"
    ANSWER = "answers to proposals, and counter-offers"
    ORDER = "orders"


@dataclass(frozen=True, eq=False)
class Question:
    """A question to all players at once; the answer is sent back into the turn.

    TALK: (Messages, Offers) · ANSWER: (Answers, Offers counter-offers) · ORDER: Orders.
    """

    ask: Ask
    _world: World  # players read `seen`
    round: int = 0
    offers: Offers | None = None
    actions: tuple[Action, ...] = ()

    @lazy
    def seen(self) -> View:
        """What all nations see now."""
        return views(self._world)

    def world_now(self) -> World:
        """The world in the middle of the turn, for those who tell of the game, not for players."""
        return self._world

    @lazy
    def options(self) -> Options:
        """What stands against each option of each action."""
        return Options(self.actions, self.seen)


Turn = Generator[Question, Any, World]


def play_turn(world: World, rules: Rulebook, log: Log) -> Turn:
    """Play one turn of all worlds; the only way to get from one turn to the next."""
    world = copy(world, world.turn + 1)
    before = world.guilt.copy()
    _world(world, rules, log)
    _reports(world, log)
    yield from _talks(world, log)
    claims.review(world, before, log, world.turn - 1)
    responses.hindsight(world, before, log)
    return (yield from finish_turn(world, rules, log))


def finish_turn(world: World, rules: Rulebook, log: Log) -> Turn:
    """The turn from its orders on; where an imagined world begins. (Rules 2.4 to 2.7)"""
    before = world.guilt.copy()
    means = requests.means(world, forms(rules.actions).duty)
    question = Question(Ask.ORDER, world, actions=rules.actions)
    orders: Orders = yield question
    deeds = resolve(world, question.options, orders, log)
    _reactions(world, rules, deeds, before, means, log)
    _ledger(world, rules, log)
    return world


def drive(turn: Turn, reply: Callable[[Question], Any]) -> World:
    """Answer every question of a turn by one rule; the world after it."""
    question = next(turn)
    while True:
        try:
            question = turn.send(reply(question))
        except StopIteration as over:
            played: World = over.value
            return played


def _world(world: World, rules: Rulebook, log: Log) -> None:
    """Incidents begin, go on and end; injects fire; treaties run out. (Rules 2.1)"""
    incidents.go_on(world, log)
    incidents.begin_scripted(world, _due(world, rules), log)
    incidents.begin_operations(world, log)
    others.act(world, log)
    _inject(world, rules, log)
    treaties.expire(world, log)
    organisations.fall_due(world, log)


def _due(world: World, rules: Rulebook) -> Bools:
    """Scripted incidents whose time has come. [scripted, B]"""
    script = world.board.script
    waiting = (world.status[: world.board.scripted] == Status.AWAITED) & (
        world.began[: world.board.scripted] == NOBODY
    )
    due: Bools = waiting & (script.begins <= world.turn)[:, None]
    for number, condition in enumerate(rules.begins):
        if condition is not None and due[number].any():
            due[number] &= condition(world)
    return due


def _inject(world: World, rules: Rulebook, log: Log) -> None:
    """What the scenario makes happen from outside. (Rules 2.1)"""
    for number, inject in enumerate(rules.injects):
        if inject.turn is not None and world.turn < inject.turn:
            continue
        fires = world.injected[number] == 0
        if not fires.any():
            continue
        if inject.when is not None:
            fires = fires & inject.when(world)
        where = which(fires)
        if where.size:
            _fire(world, number, inject, where, log)


def _fire(world: World, number: int, inject: Inject, where: Index, log: Log) -> None:
    change = Changes(world, log.ledger)
    change.put("injected", number, where, to=world.turn)
    for name, place, by in inject.effects:
        change.add(name, *place, where, by=by, why="inject")
    change.apply()
    log.note(What.INJECT, where, a=number)
    nations = np.arange(world.board.nations)
    for incident, card in inject.settles:
        open_ = where[world.status[incident, where] != Status.AWAITED]
        nation, there = (part.ravel() for part in np.meshgrid(nations, open_))
        evidence.settle_in_public(world, nation, incident, card, there, log)


def _reports(world: World, log: Log) -> None:
    """Evidence reaches each nation by its work and its friends; beliefs follow. (Rules 2.2)"""
    evidence.settle_inquiries(world, log)
    others.vendors(world, log)
    evidence.work(world, log)
    duties.execute(world, log)
    duties.share(world, log)
    evidence.believe(world)
    trust.judge(world)


def _talks(world: World, log: Log) -> Generator[Question, Any, None]:
    """Two rounds of messages, proposals and simultaneous answers. (Rules 2.3)"""
    counters = Offers.empty()
    for number in (1, 2):
        said: tuple[Messages, Offers] = yield Question(Ask.TALK, world, number)
        talks.speak(world, said[0], log)
        offers = talks.table(world, talks.on_the_table(said[1], counters), log)
        answers = Answers.empty()
        if len(offers):
            reply: tuple[Answers, Offers] = yield Question(Ask.ANSWER, world, number, offers)
            answers, counters = reply[0], talks.answering(offers, reply[1])
        talks.conclude(world, offers, answers, log)
        if len(offers) or len(said[0]):
            trust.judge(world)


def _reactions(
    world: World, rules: Rulebook, deeds: Orders, before: Floats, means: Bools, log: Log
) -> None:
    """Deeds and compliance, beliefs, trust, hostility, opinion, capacity, rungs. (Rules 2.6)"""
    form = forms(rules.actions)
    compliance.breach(world, deeds.take(form.open[deeds.action]), form.sector, log)
    done = promises.done_for(world, deeds, form.keeps[deeds.action])
    promises.keep_promises(world, done, log)
    requests.duties(world, done, means, log)
    evidence.believe(world)
    norms.haste(world, log)
    norms.lay(world, log)
    claims.review(world, before, log)
    responses.hindsight(world, before, log)
    trust.judge(world)
    trust.feel(world, log)
    red_lines.stand(world, log)
    opinion.drift(world, log)
    economy.mature(world, log)
    norms.spread(world, log)
    law.settle(world)
    escalation.cool(world, log)


def _ledger(world: World, rules: Rulebook, log: Log) -> None:
    """Objectives, income, and the end of the game. (Rules 2.7)"""
    scoring.finish(world, log)
    _objectives(world, rules, log)
    economy.earn(world, log)


def _objectives(world: World, rules: Rulebook, log: Log) -> None:
    """Mark which objectives are met, and which can no longer be. (Rules 11.1)"""
    if not rules.objectives:
        return
    marks = world.objective.copy()
    over = world.ended > 0
    for number, (condition, judged) in enumerate(rules.objectives):
        if judged is Judged.END and not over.any():
            continue
        holds = condition(world)
        if judged is Judged.ANY:
            new = holds & (marks[number] == 0)
        else:
            if judged is Judged.ALWAYS:
                marks[number][~holds] = -1
            new = holds & over & (marks[number] == 0)
        marks[number][new] = world.turn
        log.note(What.OBJECTIVE, which(new), a=number)
    put_derived(world, "objective", marks)
