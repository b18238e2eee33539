"""Words about what binds: treaties, norms, organisations and law."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import law
from game.rules.clauses import EVIDENCE_SHARING, GENEVA
from game.rules.world import NOBODY, Contested, World
from game.scenario.conditions import Word
from game.scenario.words.reading import at, ever


def _bound(world: World, setup: Any, one: int, other: int, clause: int) -> Any:
    return world.pact[clause, one, other] > 0


def _level(world: World, setup: Any, one: int, other: int, clause: int) -> Any:
    return world.pact[clause, one, other]


def _bound_by(world: World, setup: Any, clause: int) -> Any:
    return (world.pact[clause] > 0).any(axis=1).sum(axis=0)


def _treaties(world: World, setup: Any) -> Any:
    return (world.treaty_since > 0).sum(axis=0)


def _geneva(world: World, setup: Any) -> Any:
    """Nations joined to another by all that makes a Digital Geneva Convention."""
    whole = [world.pact[clause] >= level for clause, level in GENEVA.items()]
    return np.logical_and.reduce(whole).any(axis=1).sum(axis=0)


def _adopted(world: World, setup: Any, norm: int) -> Any:
    influence = world.board.influence
    return (influence[:, None] * (world.norm[:, norm] > 0)).sum(axis=0) / influence.sum()


def _adopters(world: World, setup: Any, norm: int) -> Any:
    return (world.norm[:, norm] > 0).sum(axis=0)


def _violations(world: World, setup: Any, norm: int) -> Any:
    return (world.laid[:, norm] > 0).sum(axis=0)


def _speakers(world: World, setup: Any, question: int) -> Any:
    return (world.declared[:, question] != NOBODY).sum(axis=0)


def _declared(world: World, setup: Any, nation: int, question: int) -> Any:
    return world.declared[nation, question] != NOBODY


def _agree(world: World, setup: Any, one: int, other: int, question: int) -> Any:
    said = world.declared[:, question]
    return (said[one] == said[other]) & (said[one] != NOBODY)


def _says(world: World, setup: Any, nation: int, answer: int) -> Any:
    question, number = ANSWERED[answer]
    return world.declared[nation, question] == number


def _custom(world: World, setup: Any, answer: int) -> Any:
    question, number = ANSWERED[answer]
    return world.customary[question] == number


def _grey_zone(world: World, setup: Any) -> Any:
    return law.grey_zone(world)


ANSWERED = tuple((point, n) for point in Contested for n in range(len(law.ANSWERS[point])))
"""Question and number of every answer, in the order of their ids."""

PAIR, HELD, BODY = ("nation", "nation", "clause"), ("nation", "norm"), ("organisation",)
ASKED = ("nation", "question")

WORDS: tuple[Word, ...] = (
    Word("bound", PAIR, "truth", "a clause binds the two", _bound),
    Word("level", PAIR, "number", "level at which a clause binds the two, 0 if none", _level),
    Word("bound_by", ("clause",), "number", "nations bound by a lasting clause", _bound_by),
    Word("treaties", (), "number", "treaties with lasting clauses in force", _treaties),
    Word(
        "shared",
        ("nation", "nation"),
        "truth",
        "the two have an evidence-sharing treaty",
        lambda w, s, a, b: w.pact[EVIDENCE_SHARING, a, b] > 0,
    ),
    Word("geneva", (), "number", "nations bound by a Digital Geneva Convention", _geneva),
    Word("adopters", ("norm",), "number", "nations that have adopted the norm", _adopters),
    Word("adopted", ("norm",), "number", "share of the world's influence that has it", _adopted),
    Word("stage", HELD, "number", "0 not adopted, 1 endorsed, 2 internalised", at("norm")),
    Word("holds", HELD, "truth", "the nation adopted the norm", ever("norm")),
    Word("violations", ("norm",), "number", "violations laid at somebody's door", _violations),
    Word("breaches", HELD, "number", "violations laid at the nation's door", at("breaches")),
    Word("founded", BODY, "truth", "the organisation exists", ever("founded")),
    Word("acted", BODY, "truth", "it has used a power", ever("power_used")),
    Word("pending", BODY, "truth", "a measure is adopted and yet to come", ever("measure_due")),
    Word("speakers", ("question",), "number", "nations with a published position", _speakers),
    Word("declared", ASKED, "truth", "the nation published its position", _declared),
    Word("agree", ("nation", *ASKED), "truth", "the two published the same position", _agree),
    Word("says", ("nation", "answer"), "truth", "it published that, as question.answer", _says),
    Word("custom", ("answer",), "truth", "that answer, as question.answer, is custom", _custom),
    Word(
        "grey_zone",
        (),
        "number",
        "how far readings of the incidents differ, 0 to 1",
        _grey_zone,
        only_at_end=True,  # positions that nobody published count too
    ),
)
