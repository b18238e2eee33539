"""How games came out, as rows of figures with worlds last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from game.rules import params as p
from game.rules import scoring
from game.rules.escalation import retaliation_number
from game.rules.world import Bools, Floats, Ints, World, digest


@dataclass(frozen=True, eq=False)
class Outcomes:
    """How some games came out. Shapes [W] unless said."""

    ending: Ints
    turns: Ints
    peak: Ints
    score: Floats  # [N, W]
    share: Floats  # [N, W] of its objectives' points that each nation met
    objective: Bools  # [J, W] met
    treaties: Ints  # signed with lasting clauses
    retaliation: Floats
    trust: Floats  # mean trust between nations
    culprit: Ints  # [scripted, W]
    hash: tuple[str, ...]  # empty unless asked for

    @property
    def worlds(self) -> int:
        """How many games."""
        return int(self.ending.shape[0])


def outcomes(world: World, hashed: bool = False) -> Outcomes:
    """How games that are over came out."""
    others = ~np.eye(world.board.nations, dtype=bool)
    scores = scoring.scores(world)
    return Outcomes(
        ending=world.ending,
        turns=world.ended,
        peak=world.peak,
        score=scores["total"],
        share=scores["objectives"] / np.float32(p.SCORE_OBJECTIVES),
        objective=world.objective[: len(world.board.points)] > 0,
        treaties=(world.treaty_since > 0).sum(axis=0),
        retaliation=retaliation_number(world.replies, world.suffered, world.board.ally),
        trust=world.trust[others].mean(axis=0),
        culprit=world.culprit[: world.board.scripted],
        hash=tuple(digest(world, n) for n in range(world.worlds)) if hashed else (),
    )


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """The outcomes of some games and of others, in that order."""
    columns = {
        f.name: np.concatenate([getattr(part, f.name) for part in parts], axis=-1)
        for f in fields(Outcomes)
        if f.name != "hash"
    }
    return Outcomes(**columns, hash=tuple(value for part in parts for value in part.hash))
