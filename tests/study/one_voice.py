"""The same accusation made with one voice, made alone, and not made: one turn of real games thrice.

Where a text was tabled that names a nation, the turn is played again from its orders on, with the
same dice: as if all had signed it; as if all had refused and its proposer named the same nation in
the same words and with the same confidence; and as if nobody named it. What differs when the turn
is over is what the voice did. (Issue: joint response)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from game.decisions import Answer, Order
from game.futures.turned import at_orders, dice_of, played_turn
from game.match import Decided, Match, Phase
from game.rules.clauses import ATTRIBUTION
from game.rules.orders import Offers
from game.rules.world import NOBODY, World
from tests.study.dilemma_options import NAMING
from tests.study.dilemma_states import played

WORDS = {1: ("likely", 2), 2: ("very_likely", 3)}
"""Word and confidence in which a text of each level names somebody. (Rules 8.5)"""

Matched = Mapping[str, tuple[float, float]]
"""By figure: alone, and with one voice."""


@dataclass(frozen=True)
class Text:
    """A text that names a nation nobody had named for it."""

    match: Match
    phase: Phase
    row: int
    party: tuple[int, ...]
    proposer: int
    incident: int
    accused: int
    level: int


def tabled(match: Match) -> Iterator[Text]:
    """Texts of a game that would name a nation for the first time, once for each case."""
    seen: set[tuple[int, int]] = set()
    for phase, offers in match.tabled():
        naming = (offers.levels[:, ATTRIBUTION] > 0) & (offers.body == NOBODY)
        for row in np.flatnonzero(naming).tolist():
            text = _text(match, phase, offers, row)
            named = match.worlds[phase.turn - 1].accused[:, text.incident, 0]
            key = (text.incident, text.accused)
            nation = text.accused < match.board.nations
            if nation and (named != text.accused).all() and key not in seen:
                seen.add(key)
                yield text


def _text(match: Match, phase: Phase, offers: Offers, row: int) -> Text:
    party = np.flatnonzero(offers.party[row]).tolist()
    columns = [int(c[row]) for c in (offers.actor, offers.incident, offers.accused)]
    return Text(match, phase, row, tuple(party), *columns, int(offers.levels[row, ATTRIBUTION]))


def compared(text: Text) -> Matched | None:
    """What naming did alone and with one voice, against not naming; None if talks went astray."""
    claim = _claim(text)
    worlds = [_after(text, *way) for way in ((False, ()), (False, (claim,)), (True, ()))]
    silent, alone, joint = worlds
    if silent is None or alone is None or joint is None:
        return None
    voices = [(alone, [text.proposer]), (joint, list(text.party))]
    return {
        "hit": _both(-_moved(silent, w, "standing", text.accused) for w, _ in voices),
        "cost": _both(-_moved(silent, w, "standing", who) for w, who in voices),
        "capital": _both(-_moved(silent, w, "capital", who) for w, who in voices),
        "laid": _both(float((w.laid[text.incident] == text.accused + 1).any()) for w, _ in voices),
    }


def _both(values: Iterator[float]) -> tuple[float, float]:
    alone, joint = values
    return alone, joint


def _moved(silent: World, world: World, name: str, who: int | Sequence[int]) -> float:
    """How far an amount moved by what was said, on average over some nations."""
    gap = getattr(world, name)[who, 0] - getattr(silent, name)[who, 0]
    return float(np.mean(gap))


def _claim(text: Text) -> Order:
    names = text.match.names
    word, sure = WORDS[text.level]
    target, incident = names.name("actor", text.accused), names.name("incident", text.incident)
    return Order("attribute", target=target, incident=incident, choice=word, level=sure)


def _after(text: Text, accept: bool, first: tuple[Order, ...]) -> World | None:
    """The world when the turn is over, the text signed or refused, the proposer saying more."""
    match, turn = text.match, text.phase.turn
    moment = match.rewound(turn, partial(_answered, text, accept))
    if not at_orders(moment):
        return None
    incident = match.names.name("incident", text.incident)
    given = {
        nation: [o for o in orders if o.action not in NAMING or o.incident != incident]
        for nation, orders in match.orders_of(turn).items()
    }
    given[text.proposer] = [*first, *given.get(text.proposer, ())]
    return played_turn([moment], [given], dice_of(match, [0]))


def _answered(text: Text, accept: bool, decided: Decided) -> Decided:
    """The same talks, but for the answers to the text."""
    if decided.phase != text.phase:
        return decided

    def turned(answers: Sequence[Answer]) -> list[Answer]:
        return [replace(a, accept=accept) if a.offer == text.row else a for a in answers]

    replies = {n: replace(r, answers=turned(r.answers)) for n, r in decided.replies.items()}
    return Decided(decided.phase, replies)


@dataclass(frozen=True)
class Played:
    """Some games; what a worker is handed."""

    games: tuple[tuple[str, str, int], ...]

    def __len__(self) -> int:
        return len(self.games)


def matched(some: Played) -> list[Matched]:
    """Every text of some games."""
    texts = [text for game in some.games for text in tabled(played(*game))]
    return [each for each in map(compared, texts) if each is not None]
