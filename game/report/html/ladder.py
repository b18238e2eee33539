"""Escalation: the ladder of the world and of every pair, and what one blow was to cause. (7)"""

from __future__ import annotations

import numpy as np

from game.report.html.blocks import Block, Section
from game.report.html.charts import Axis, Grid, Head, Mark, Series, heatmap, lines
from game.report.html.plot import NEUTRAL
from game.report.html.told import Game
from game.rules.escalation import LADDER, pair_rungs, retaliation_number

PAIRS = 16
"""Most pairs shown; the hottest."""


def section(game: Game, marks: tuple[Mark, ...] = ()) -> Section:
    """How hot it got, between whom, and what kept it going."""
    world = game.last
    peak = int(world.peak[0])
    rungs = [int(game.match.worlds[t].rung[0]) for t in game.moments]
    when = rungs.index(max(rungs))
    lead = (
        f"The world climbed as high as rung {peak} of 7, {LADDER[peak]}, "
        f"at the end of turn {when}, and stood at {LADDER[rungs[-1]]} when it ended."
        if max(rungs)
        else "The world never left the lowest rung: it stayed calm throughout.",
        _number_says(game),
    )
    blocks = (_world(game, rungs, marks), _number(game, marks), _pairs(game))
    return Section("escalation", "Escalation", "Escalation", lead, blocks)


def _world(game: Game, rungs: list[int], marks: tuple[Mark, ...]) -> Block:
    head = Head(
        "escalation",
        "The world on the ladder",
        "The rung of the world at the start and after each turn, from calm to digital war.",
    )
    series = Series("rung", tuple(float(rung) for rung in rungs))
    names = tuple(LADDER)
    chart = lines(
        head, game.moments, [series], Axis(0, len(names) - 1, names=names), marks=marks, step=True
    )
    return Block("The ladder", ("The letters are the turning points told above.",), chart)


def _number(game: Game, marks: tuple[Mark, ...]) -> Block:
    levels = numbers(game)
    head = Head(
        "retaliation",
        "The retaliation number R",
        "How many hostile acts one hostile act was expected to cause, after each turn.",
    )
    top = max(1.2, max(levels) * 1.1)
    level = Series("feeds itself above", (1.0,) * len(levels), "dashed", NEUTRAL)
    chart = lines(
        head, game.moments, [Series("R", tuple(levels)), level], Axis(0, top), marks=marks
    )
    note = "Above 1 a feud feeds itself; below 1 it dies out. Unanswered blows bring it down."
    return Block("What one blow causes", (note,), chart)


def numbers(game: Game) -> list[float]:
    """The retaliation number at the start and after each turn."""
    ally = game.match.board.ally
    worlds = [game.match.worlds[t] for t in game.moments]
    return [float(retaliation_number(w.replies, w.suffered, ally)[0]) for w in worlds]


def _number_says(game: Game) -> str:
    levels = numbers(game)
    blows, answers = int(game.last.suffered[:, 0].sum()), int(game.last.replies[:, 0].sum())
    way = "fell" if levels[-1] < levels[0] else "rose"
    answered = f"{answers} of them" if answers else "none of them"
    text = f"{blows} open hostile acts were done and noticed, {answered} in answer to another."
    if levels[-1] == levels[0]:
        return f"{text} The retaliation number stayed at {levels[0]:.2f}."
    return f"{text} The retaliation number {way} from {levels[0]:.2f} to {levels[-1]:.2f}."


def _pairs(game: Game) -> Block:
    heat = np.stack([pair_rungs(game.match.worlds[t].heat)[:, :, 0] for t in game.moments])
    pairs = [(a, b) for a in game.nations for b in game.nations if a < b and heat[:, a, b].any()]
    pairs.sort(key=lambda pair: (-int(heat[:, pair[0], pair[1]].sum()), pair))
    chosen = pairs[:PAIRS]
    left = len(game.nations) * (len(game.nations) - 1) // 2 - len(chosen)
    grid = Grid(
        rows=tuple(f"{game.name(a)} \u2013 {game.name(b)}" for a, b in chosen),
        columns=tuple(str(t) for t in game.moments),
        values=tuple(tuple(float(v) for v in heat[:, a, b]) for a, b in chosen),
        high=7,
        words=LADDER,
    )
    head = Head(
        "pairs",
        "Rungs between nations",
        "A cell for each pair and turn with the rung the two stood on: 0 calm, 7 digital war.",
    )
    ladder = ", ".join(f"{n} {name}" for n, name in enumerate(LADDER))
    if not chosen:
        return Block("Between nations", ("No two nations ever left the lowest rung.",))
    rest = f" {left} other pairs stayed lower or calm." if left else ""
    chart = heatmap(head, grid, what="pair", x_name="turn")
    return Block("Between nations", (f"Rungs: {ladder}.{rest}",), chart, full=True)
