"""Decisions by name: what players say and order, in words, and the rows the rules use for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.language import _
from game.rules.action import Action, Aim
from game.rules.claims import WORDS
from game.rules.clauses import CLAUSES, clause_named
from game.rules.law import ANSWERS
from game.rules.orders import CLAUSES as PLACES
from game.rules.orders import PARTIES, Answers, Messages, Offers, Orders, blank_orders
from game.rules.powers import NEEDS, Need, Power
from game.rules.talks import Tone
from game.rules.world import NOBODY, Contested, Promise
from game.scenario.findings import closest
from game.scenario.setup import Setup

WORD_IDS = tuple(word.replace(" ", "_") for word in WORDS)


class UnknownName(ValueError):
    """A name that stands for nothing; its message says what there is instead."""


@dataclass(frozen=True)
class Order:
    """One order of a nation."""

    action: str
    target: str | None = None
    incident: str | None = None
    choice: str | None = None  # a sector, a card, a question, or words of estimative probability
    level: int = 1
    cover: str | None = None  # the nation framed, or the group used as a proxy
    answer: str | None = None  # to a contested question of law; it stands in place of the level
    reason: int = NOBODY
    factor: float = 0.0


@dataclass(frozen=True)
class Message:
    """One typed message, with a free note that machines ignore."""

    to: str
    tone: str
    topic: str
    until: int = NOBODY
    note: str = ""


@dataclass(frozen=True)
class Proposal:
    """One proposal: the parties besides the proposer, and clauses with their levels."""

    parties: tuple[str, ...]
    clauses: Mapping[str, int]
    incident: str | None = None
    accused: str | None = None
    counter: bool = False
    organisation: str | None = None  # whose power it would use
    power: str | None = None
    topic: str | None = None  # norm, nation or question it is about


@dataclass(frozen=True)
class Answer:
    """An answer to the proposal of that number on the table."""

    offer: int
    accept: bool
    reason: int = NOBODY
    factor: float = 0.0
    needed: float = 0.0


@dataclass(frozen=True)
class Reply:
    """What one nation says to one question."""

    messages: Sequence[Message] = ()
    proposals: Sequence[Proposal] = ()
    answers: Sequence[Answer] = ()
    orders: Sequence[Order] = ()


@dataclass(frozen=True)
class Names:
    """Ids of a scenario by what they name, and their numbers."""

    setup: Setup
    actions: tuple[Action, ...]
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def number(self, kind: str, name: str | None) -> int:
        """The number of a name, NOBODY for None. Raises UnknownName."""
        if name is None:
            return NOBODY
        if kind not in self._numbers:
            self._numbers[kind] = {each: n for n, each in enumerate(self.ids(kind))}
        known = self._numbers[kind]
        if name not in known:
            said = _("there is no {kind} '{name}' ({hint})")
            raise UnknownName(said.format(kind=kind, name=name, hint=instead(name, known)))
        return known[name]

    def name(self, kind: str, number: Any) -> str | None:
        """The name of a number, None for NOBODY and for what there is none of."""
        known = self.ids(kind)
        return known[int(number)] if 0 <= number < len(known) else None

    def ids(self, kind: str) -> tuple[str, ...]:
        """All names of a kind, in the order of their numbers."""
        if kind == "action":
            return tuple(action.id for action in self.actions)
        if kind == "incident":
            return tuple(case.id for case in self.setup.cases)
        if kind == "word":
            return WORD_IDS
        if kind == "tone":
            return tuple(tone.name.lower() for tone in Tone)
        if kind == "promise":
            return tuple(promise.name.lower() for promise in Promise)
        return self.setup.ids[kind]

    def choice_kind(self, action: Action) -> str | None:
        """What the column `choice` of an action means."""
        if action.aim is Aim.SECTOR or "sector" in action.also:
            return "sector"
        if "ask" in action.also:
            return "promise"
        return next((kind for kind in ("card", "word", "question") if kind in action.also), None)

    def choice(self, action: Action, incident: int, name: str | None) -> int:
        """The number of a choice by its name. Raises UnknownName."""
        kind = self.choice_kind(action)
        if kind != "card" or name is None or incident < 0:
            return NOBODY if kind is None or kind == "card" else self.number(kind, name)
        cards = self.setup.cases[incident].cards
        if name not in cards:
            said = _("there is no evidence '{name}' in that case ({hint})")
            raise UnknownName(said.format(name=name, hint=instead(name, cards)))
        return cards.index(name)

    def choice_name(self, action: Action, incident: int, number: Any) -> str | None:
        """The name of a choice."""
        kind = self.choice_kind(action)
        if kind is None or number < 0:
            return None
        if kind == "card":
            return self.setup.cases[incident].cards[int(number)]
        return self.name(kind, number)

    def answer(self, question: int, name: str) -> int:
        """The number of an answer to a contested question. Raises UnknownName."""
        if question == NOBODY:
            raise UnknownName(_("the answer '{name}' has no question").format(name=name))
        known = ANSWERS[Contested(question)]
        if name not in known:
            said = _("there is no answer '{name}' to {question} ({hint})")
            asked, hint = self.ids("question")[question], instead(name, known)
            raise UnknownName(said.format(name=name, question=asked, hint=hint))
        return known.index(name)

    def answer_name(self, action: Action, question: Any, level: Any) -> str | None:
        """The name of the answer that an order's level stands for; None for other actions."""
        if "answer" not in action.also or question < 0:
            return None
        known = ANSWERS[Contested(int(question))]
        return known[min(int(level), len(known)) - 1]


def instead(name: str, known: Iterable[str]) -> str:
    """What there is instead of a name that stands for nothing."""
    meant = closest(name, known)
    if meant:
        return _("did you mean '{name}'?").format(name=meant)
    return _("there are {names}").format(names=", ".join(known))


def to_orders(names: Names, nation: int, given: Sequence[Order]) -> Orders:
    """Rows of one nation's orders, in the order given. Raises UnknownName."""
    rows = blank_orders(len(given))
    rows.actor[:] = nation
    rows.rank[:] = np.arange(len(given))
    for n, order in enumerate(given):
        rows.action[n] = number = names.number("action", order.action)
        rows.target[n] = names.number("actor", order.target)
        rows.incident[n] = incident = names.number("incident", order.incident)
        rows.choice[n] = names.choice(names.actions[number], incident, order.choice)
        rows.level[n], rows.reason[n], rows.factor[n] = order.level, order.reason, order.factor
        if order.answer is not None:
            rows.level[n] = names.answer(int(rows.choice[n]), order.answer) + 1
        rows.cover[n] = names.number("actor", order.cover)
    return rows


def from_orders(names: Names, rows: Orders) -> dict[int, list[Order]]:
    """Orders by nation, from rows of one world."""
    given: dict[int, list[Order]] = {}
    for n in np.lexsort((rows.rank, rows.actor)).tolist():
        action = names.actions[int(rows.action[n])]
        answer = names.answer_name(action, rows.choice[n], rows.level[n])
        order = Order(
            action=action.id,
            target=names.name("actor", rows.target[n]),
            incident=names.name("incident", rows.incident[n]),
            choice=names.choice_name(action, int(rows.incident[n]), rows.choice[n]),
            level=int(rows.level[n]) if answer is None else 1,
            cover=names.name("actor", rows.cover[n]),
            answer=answer,
            reason=int(rows.reason[n]),
            factor=float(rows.factor[n]),
        )
        given.setdefault(int(rows.actor[n]), []).append(order)
    return given


def to_messages(names: Names, nation: int, given: Sequence[Message]) -> Messages:
    """Rows of one nation's messages. Raises UnknownName."""
    return Messages(
        world=np.zeros(len(given), np.intp),
        actor=np.full(len(given), nation),
        target=_column([names.number("nation", m.to) for m in given]),
        tone=_column([names.number("tone", m.tone) for m in given]),
        topic=_column([names.number("promise", m.topic) for m in given]),
        until=_column([m.until for m in given]),
    )


def from_messages(names: Names, rows: Messages) -> dict[int, list[Message]]:
    """Messages by nation, from rows of one world."""
    given: dict[int, list[Message]] = {}
    for n in range(len(rows)):
        message = Message(
            to=names.ids("nation")[int(rows.target[n])],
            tone=names.ids("tone")[int(rows.tone[n])],
            topic=names.ids("promise")[int(rows.topic[n])],
            until=int(rows.until[n]),
        )
        given.setdefault(int(rows.actor[n]), []).append(message)
    return given


def to_offers(names: Names, nation: int, given: Sequence[Proposal]) -> Offers:
    """Rows of one nation's proposals. Raises UnknownName."""
    party = np.zeros((len(given), PARTIES), bool)
    levels = np.zeros((len(given), PLACES), np.intp)
    for n, proposal in enumerate(given):
        party[n, nation] = True
        for other in proposal.parties:
            party[n, names.number("nation", other)] = True
        for clause, level in proposal.clauses.items():
            levels[n, names.number("clause", clause)] = level
    return Offers(
        world=np.zeros(len(given), np.intp),
        actor=np.full(len(given), nation),
        party=party,
        levels=levels,
        incident=_column([names.number("incident", p.incident) for p in given]),
        accused=_column([names.number("actor", p.accused) for p in given]),
        counter=_column([int(p.counter) for p in given]),
        body=_column([names.number("organisation", p.organisation) for p in given]),
        power=_column([names.number("power", p.power) for p in given]),
        topic=_column([names.number(topic_kind(p.power), p.topic) for p in given]),
    )


def from_offers(names: Names, rows: Offers) -> dict[int, list[Proposal]]:
    """Proposals by nation, from rows of one world."""
    given: dict[int, list[Proposal]] = {}
    nations = names.ids("nation")
    for n in range(len(rows)):
        actor = int(rows.actor[n])
        others = tuple(name for k, name in enumerate(nations) if rows.party[n, k] and k != actor)
        proposal = Proposal(
            parties=others,
            clauses=clause_levels(rows.levels[n]),
            incident=names.name("incident", rows.incident[n]),
            accused=names.name("actor", rows.accused[n]),
            counter=bool(rows.counter[n]),
            organisation=names.name("organisation", rows.body[n]),
            power=(power := names.name("power", rows.power[n])),
            topic=names.name(topic_kind(power), rows.topic[n]),
        )
        given.setdefault(actor, []).append(proposal)
    return given


def topic_kind(power: str | None) -> str:
    """What the topic of a proposal is: a nation or a question for some powers, else a norm."""
    if power is None:
        return "norm"
    needs = NEEDS[Power[power.upper()]]
    if needs[Need.NATION]:
        return "nation"
    return "question" if needs[Need.QUESTION] else "norm"


def clause_levels(levels: Any) -> dict[str, int]:
    """Clauses of a row of levels, those left out being left out."""
    return {c.id: int(levels[clause_named(c.id)]) for c in CLAUSES if levels[clause_named(c.id)]}


def to_answers(nation: int, given: Sequence[Answer]) -> Answers:
    """Rows of one nation's answers."""
    return Answers(
        world=np.zeros(len(given), np.intp),
        offer=_column([a.offer for a in given]),
        actor=np.full(len(given), nation),
        accept=_column([int(a.accept) for a in given]),
        reason=_column([a.reason for a in given]),
        factor=np.array([a.factor for a in given], np.float32),
        needed=np.array([a.needed for a in given], np.float32),
    )


def from_answers(rows: Answers) -> dict[int, list[Answer]]:
    """Answers by nation, from rows of one world; figures as a record says them."""
    given: dict[int, list[Answer]] = {}
    for n in range(len(rows)):
        said = rows.reason[n] != NOBODY
        answer = Answer(
            offer=int(rows.offer[n]),
            accept=bool(rows.accept[n]),
            reason=int(rows.reason[n]),
            factor=float(f"{rows.factor[n]:g}") if said else 0.0,
            needed=float(f"{rows.needed[n]:g}") if said else 0.0,
        )
        given.setdefault(int(rows.actor[n]), []).append(answer)
    return given


def _column(values: Sequence[int]) -> Any:
    return np.array(values, np.intp)
