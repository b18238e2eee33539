"""Law as a nation can know it: contested questions, and how acts would be read.

Others are read by what they published and the norms they hold; where they have said nothing, by
custom, else the act stays in the grey zone for them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.decisions import Order, to_orders
from game.language import _
from game.match import Match
from game.report import terms, words
from game.report.cases import Case
from game.rules import law
from game.rules.action import Ground
from game.rules.changes import put_derived
from game.rules.responses import of_orders
from game.rules.world import NOBODY, Contested, Ints, Status, World, copy


@dataclass(frozen=True)
class QuestionLine:
    """One contested question of law."""

    id: str
    question: str
    answers: tuple[tuple[str, str], ...]  # id of an answer, what it says
    published: tuple[tuple[str, str], ...]  # nation, what it says
    custom: str  # what most of those who spoke say, or empty
    mine: str  # own position, published or not, or empty


@dataclass(frozen=True)
class ReadingLine:
    """How each nation reads one act, as far as one can tell."""

    act: str
    verdicts: tuple[tuple[str, str], ...]  # nation, verdict in words


def questions(match: Match, nation: int) -> tuple[QuestionLine, ...]:
    """The contested questions as a nation sees them."""
    seen = match.view(nation)
    formed = seen.customary
    return tuple(
        QuestionLine(
            id=point.name.lower(),
            question=terms.question(point),
            answers=tuple((id_, terms.stand(point, n)) for n, id_ in enumerate(law.ANSWERS[point])),
            published=tuple(
                (words.nation(match, n), terms.stand(point, answer))
                for n, answer in enumerate(seen.declared[:, point, 0])
                if answer != NOBODY
            ),
            custom=_stand(point, formed[point, 0]),
            mine=_stand(point, seen.position[0, point, 0]),
        )
        for point in Contested
    )


def _stand(point: Contested, answer: int) -> str:
    return "" if answer == NOBODY else terms.stand(point, answer)


def as_known(match: Match, nation: int) -> World:
    """A copy of the world in which the others are what one nation can know of them.

    They hold the positions they published and believe what the nation itself believes; incidents it
    has not heard of have not happened.
    """
    world = copy(match.world)
    position = world.declared.copy()
    position[nation] = world.position[nation]
    put_derived(world, "position", position)
    put_derived(world, "guilt", np.broadcast_to(world.guilt[nation], world.guilt.shape))
    put_derived(world, "status", np.where(world.known[nation] != 0, world.status, Status.AWAITED))
    return world


def readings(match: Match, nation: int) -> tuple[ReadingLine, ...]:
    """How each nation reads each incident that the nation knows of, were it a state's work."""
    world = as_known(match, nation)
    verdicts = law.of_incidents(world)[..., 0]
    begun = np.flatnonzero(world.status[:, 0] != Status.AWAITED).tolist()
    return tuple(
        reading_line(match, words.case_title(match, world, incident), verdicts[:, incident])
        for incident in begun
    )


def verdicts(match: Match, case: Case) -> Ints:
    """How each nation reads a case, by the positions it really held in the end. [N]"""
    ended = law.stances(match.worlds[-1])
    return law.of_incidents(case.world, ended)[:, case.place, 0]


def reading_line(match: Match, act: str, verdicts: Ints) -> ReadingLine:
    """One act, and the verdict of each nation in words. verdicts: [N]"""
    names = [words.nation(match, n) for n in range(match.board.nations)]
    told = [terms.verdict(verdict) for verdict in verdicts]
    return ReadingLine(act, tuple(zip(names, told, strict=True)))


def disagreement(match: Match, nation: int) -> float:
    """Share of pairs of nations that read the incidents differently, as far as one can tell."""
    return float(law.grey_zone(as_known(match, nation))[0])


def order_reading(match: Match, nation: int, order: Order) -> tuple[str, ReadingLine | None]:
    """What the law says of an action, and how each nation would read this order now.

    The second is None for an act that touches nobody's rights.
    """
    number = match.names.number("action", order.action)
    action = actions()[number]
    rows = to_orders(match.names, nation, [order])
    verdicts = of_orders(as_known(match, nation), actions(), rows)[:, 0]
    line = reading_line(match, _(action.label), verdicts)
    return _(action.legality), None if action.ground is Ground.FREE else line
