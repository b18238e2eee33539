"""Norms: who adopted what and when, and at whose door violations were laid. (Rules 14)"""

from __future__ import annotations

from game.report.html.blocks import Block, Section
from game.report.html.charts import Grid, Head, Series, Table, columns, heatmap, table
from game.report.html.events import rows_of
from game.report.html.told import Game
from game.report.words import times
from game.rules.happenings import Happening, What
from game.rules.world import NOBODY, Adoption
from game.scenario.library import norm_of

STAGES = ("none", "endorsed", "internalised")


def section(game: Game) -> Section:
    """The adoption of norms, and their breach."""
    ids = list(game.match.scenario.norms)
    title, short = "Norms", "Norms"
    if not ids:
        none = "No norm was live in this scenario, so there is no adoption to tell of."
        return Section("norms", title, short, (none,))
    names = [norm_of(game.match.scenario, name).label for name in ids]
    first = int((game.match.worlds[0].norm[:, :, 0] > 0).sum())
    last = int((game.last.norm[:, :, 0] > 0).sum())
    broken = _violations(game, names)
    lead = (
        f"{len(ids)} norms were live. At the start there were {first} adoptions of them by "
        f"nations, at the end {last} of {len(ids) * len(game.nations)} possible.",
        f"Violations were laid at somebody's door {times(len(broken.rows))}.",
    )
    blocks = [_spread(game), _matrix(game, names)]
    if broken.rows:
        blocks.append(Block("Violations", table=broken, full=True))
    return Section("norms", title, short, lead, tuple(blocks))


def _spread(game: Game) -> Block:
    stages: dict[Adoption, list[int]] = {Adoption.INTERNALISED: [], Adoption.ENDORSED: []}
    for turn in game.moments:
        held = game.match.worlds[turn].norm[:, :, 0]
        for stage, counts in stages.items():
            counts.append(int((held == stage).sum()))
    parts = [Series(STAGES[stage], tuple(counts)) for stage, counts in stages.items()]
    head = Head(
        "norm_adoption",
        "Adoptions of norms",
        "A column for each turn: how many adoptions of a norm by a nation there were, endorsed or "
        "internalised.",
    )
    labels = [str(turn) for turn in game.moments]
    chart = columns(head, labels, parts, what="turn", x_name="turn")
    return Block("How norms spread", (), chart, full=True)


def _matrix(game: Game, names: list[str]) -> Block:
    held = game.last.norm[:, :, 0]
    grid = Grid(
        rows=tuple(names),
        columns=tuple(game.name(n) for n in game.nations),
        values=tuple(tuple(float(held[n, k]) for n in game.nations) for k in range(len(names))),
        high=2,
        scale="held",
        words=STAGES,
    )
    head = Head(
        "norms_held",
        "Norms held at the end",
        "A cell for each norm and nation: 0 none, 1 endorsed, 2 internalised.",
    )
    lead = ("0 none, 1 endorsed, 2 internalised.",)
    return Block("Who held what at the end", lead, heatmap(head, grid, what="norm"), full=True)


def _violations(game: Game, names: list[str]) -> Table:
    rows = [
        (
            turn,
            game.name(int(told.actor[row])),
            names[int(told.a[row])],
            "" if told.incident[row] == NOBODY else game.title(int(told.incident[row])),
            _justly(game, told, row),
        )
        for turn, told, row in rows_of(game, What.VIOLATED)
    ]
    columns_ = ("turn", "laid at the door of", "norm", "over", "in truth")
    return table("violations", "Violations of norms", columns_, rows)


def _justly(game: Game, told: Happening, row: int) -> str:
    """Whether the one blamed for an act did it; haste and silence are plain to see."""
    actor, incident, norm = int(told.actor[row]), int(told.incident[row]), int(told.a[row])
    if incident not in game.cases or game.match.board.norms.hasty[norm]:
        return ""
    did = game.match.board.blames[incident, game.culprit(incident), actor]
    return "had done it" if did else "had not done it"
