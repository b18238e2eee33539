"""Escalation: the ladder of the world and of every pair, and what one blow was to cause. (7)"""

from __future__ import annotations

import numpy as np

from game.language import _, _n
from game.report import terms
from game.report.html.blocks import Block, Section
from game.report.html.charts import Axis, Grid, Head, Mark, Series, heatmap, lines
from game.report.html.plot import NEUTRAL
from game.report.html.told import Game
from game.rules.escalation import pair_rungs, retaliation_number

PAIRS = 16
"""Most pairs shown; the hottest."""


def section(game: Game, marks: tuple[Mark, ...] = ()) -> Section:
    """How hot it got, between whom, and what kept it going."""
    world = game.last
    peak = int(world.peak[0])
    rungs = [int(rung) for rung in game.rungs]
    when = rungs.index(max(rungs))
    says = _("The world never left the lowest rung: it stayed calm throughout.")
    if max(rungs):
        says = _(
            "The world climbed as high as rung {peak} of 7, {name}, at the end of turn {turn}, and "
            "stood at {last} when it ended."
        ).format(peak=peak, name=terms.rung(peak), turn=when, last=terms.rung(rungs[-1]))
    lead = (says, _number_says(game))
    blocks = (_world(game, marks), _number(game, marks), _pairs(game))
    return Section("escalation", _("Escalation"), _("Escalation"), lead, blocks)


def _world(game: Game, marks: tuple[Mark, ...]) -> Block:
    head = Head(
        "escalation",
        _("The world on the ladder"),
        _("The rung of the world at the start and after each turn, from calm to digital war."),
    )
    series = Series(_("rung"), game.rungs)
    names = terms.ladder()
    chart = lines(
        head, game.moments, [series], Axis(0, len(names) - 1, names=names), marks=marks, step=True
    )
    return Block(_("The ladder"), (_("The letters are the turning points told above."),), chart)


def _number(game: Game, marks: tuple[Mark, ...]) -> Block:
    levels = numbers(game)
    head = Head(
        "retaliation",
        _("The retaliation number R"),
        _("How many hostile acts one hostile act was expected to cause, after each turn."),
    )
    top = max(1.2, max(levels) * 1.1)
    level = Series(_("feeds itself above"), (1.0,) * len(levels), "dashed", NEUTRAL)
    chart = lines(
        head, game.moments, [Series(_("R"), tuple(levels)), level], Axis(0, top), marks=marks
    )
    note = _("Above 1 a feud feeds itself; below 1 it dies out. Unanswered blows bring it down.")
    return Block(_("What one blow causes"), (note,), chart)


def numbers(game: Game) -> list[float]:
    """The retaliation number at the start and after each turn."""
    ally = game.match.board.ally
    worlds = [game.match.worlds[t] for t in game.moments]
    return [float(retaliation_number(w.replies, w.suffered, ally)[0]) for w in worlds]


def _number_says(game: Game) -> str:
    levels = numbers(game)
    blows, answers = int(game.last.suffered[:, 0].sum()), int(game.last.replies[:, 0].sum())
    some = _n(
        "{n} open hostile act was done and noticed, in answer to another.",
        "{n} open hostile acts were done and noticed, {answers} of them in answer to another.",
        blows,
    )
    none = _n(
        "{n} open hostile act was done and noticed, not in answer to another.",
        "{n} open hostile acts were done and noticed, none of them in answer to another.", blows,
    )  # fmt: skip
    text = some.format(answers=answers) if answers else none
    return f"{text} {_moved(levels[0], levels[-1])}"


def _moved(first: float, last: float) -> str:
    says = _("The retaliation number stayed at {first:.2f}.")
    if last > first:
        says = _("The retaliation number rose from {first:.2f} to {last:.2f}.")
    elif last < first:
        says = _("The retaliation number fell from {first:.2f} to {last:.2f}.")
    return says.format(first=first, last=last)


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
        words=terms.ladder(),
    )
    head = Head(
        "pairs",
        _("Rungs between nations"),
        _("A cell for each pair and turn with the rung the two stood on: 0 calm, 7 digital war."),
    )
    title = _("Between nations")
    if not chosen:
        return Block(title, (_("No two nations ever left the lowest rung."),))
    chart = heatmap(head, grid, what=_("pair"), x_name=_("turn"))
    return Block(title, (_key(left),), chart, full=True)


def _key(left: int) -> str:
    """What the figures mean, and how many pairs are left out."""
    rungs = ", ".join(f"{n} {name}" for n, name in enumerate(terms.ladder()))
    key = _("Rungs: {rungs}.").format(rungs=rungs)
    rest = _n("{n} other pair stayed lower or calm.",
              "{n} other pairs stayed lower or calm.", left)  # fmt: skip
    return f"{key} {rest}" if left else key
