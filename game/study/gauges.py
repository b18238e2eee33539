"""Gauges: figures of a game that a system on the board should move, read while it is played."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.rules import law, scoring
from game.rules.happenings import Log, What
from game.rules.opinion import missing_services
from game.rules.world import NOBODY, Bools, Index, Skill, World
from game.study import voices
from game.study.games import Games, loaded
from game.study.voices import Sums

WEAK = 0.3
"""Nations of less weight in the world than this are weak; where none is, the lighter half."""

Gauges = Mapping[str, Sums]
"""By name: one value for each game, NaN where there was nothing to measure. [W]"""

HAPPENINGS = {
    What.MEASURE: "measures",
    What.SIGNED: "signed",
    What.VIOLATED: "violations",
    What.ADOPTED: "adoptions",
}
"""What is counted as it happens."""

SUMMED = (
    *("harm", "weak_harm", "peak_heat", "operations", "right", "wrong", "blame", "misplaced"),
    "disagreement_before",
    *HAPPENINGS.values(),
    *voices.COUNTED,
)


class Meter:
    """Watches some games and adds up."""

    def __init__(self, games: int, weak: Bools) -> None:
        self.weak = weak
        self.sums = {name: np.zeros(games) for name in SUMMED}

    def add(self, name: str, where: Any, by: Any) -> None:
        """Add to a figure of some games; a game may be named more than once."""
        np.add.at(self.sums[name], where, by)

    def watch(self, world: World, log: Log, order: Index) -> None:
        """Read a turn."""
        lost = missing_services(world)
        self.add("harm", order, lost.mean(axis=0))
        self.add("weak_harm", order, lost[self.weak].mean(axis=0))
        peak = self.sums["peak_heat"]
        peak[order] = np.maximum(peak[order], world.heat.max(axis=(0, 1)))
        claimed, hits = voices.right_ones(world)
        self.add("right", order, hits.sum(axis=(0, 1)))
        self.add("wrong", order, (claimed & ~hits).sum(axis=(0, 1)))
        for name, total in zip(("blame", "misplaced"), voices.suspicion(world), strict=True):
            self.add(name, order, total)
        if world.turn == 1:
            self.add("disagreement_before", order, disagreement(world))
        for rows in log.rows:
            if rows.what in HAPPENINGS:
                self.add(HAPPENINGS[rows.what], order[rows.world], 1.0)
            elif rows.what is What.BEGAN:
                ordered = rows.world[rows.incident >= world.board.scripted]
                self.add("operations", order[ordered], 1.0)
        voices.hear(world, log, order, self.add)


def read(games: Games) -> Gauges:
    """Play some games and read every gauge."""
    board, _ = loaded(games.text)
    light = board.power < WEAK
    weak = light if light.any() else board.power <= np.median(board.power)
    meter = Meter(len(games), weak)
    world = games.play(kept=True, watch=meter.watch)
    sums = meter.sums
    share = {"right_share": voices.ratio(sums["right"], sums["right"] + sums["wrong"])}
    share["wrong_blame"] = voices.ratio(sums["misplaced"], sums["blame"])
    return {**sums, **share, **voices.per_claim(sums), **_at_end(world, weak)}


def _at_end(world: World, weak: Bools) -> dict[str, Sums]:
    others = ~np.eye(world.board.nations, dtype=bool)
    total = scoring.scores(world)["total"]
    adopted = (world.norm > 0).mean(axis=(0, 1)) if world.norm.size else np.zeros(world.worlds)
    figures: dict[str, Any] = {
        "war": world.ending == scoring.Ending.DIGITAL_WAR,
        "peak_rung": world.peak,
        "trust": world.trust[others].mean(axis=0),
        "standing": world.standing.mean(axis=0),
        "score": total.mean(axis=0),
        "weak_score": total[weak].mean(axis=0),
        "weak_forensics": world.capability[weak, Skill.FORENSICS].mean(axis=0),
        "adopted": adopted,
        "grey_zone": law.grey_zone(world),
        "disagreement": disagreement(world),
        "countermeasures": (world.countered > 0).sum(axis=(0, 1)),
        "declared": (world.declared != NOBODY).sum(axis=(0, 1)),
        "treaties": (world.treaty_since > 0).sum(axis=0),
        "innocents": voices.victims_of_error(world),
    }
    return {name: np.asarray(values, float) for name, values in figures.items()}


def disagreement(world: World) -> Sums:
    """Share of pairs of nations that read a contested question differently. [B]"""
    read = law.stances(world)
    apart = (read[:, None] != read[None, :]).sum(axis=(0, 1, 2))
    count = world.board.nations
    share: Sums = apart / (count * (count - 1) * read.shape[1])
    return share
