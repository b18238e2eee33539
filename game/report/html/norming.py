"""Norms: who adopted what and when, and at whose door violations were laid. (Rules 14)"""

from __future__ import annotations

from game.language import NP_, _, _n
from game.report import words
from game.report.html.blocks import Block, Section
from game.report.html.charts import Grid, Head, Series, Table, columns, heatmap, table
from game.report.html.events import rows_of
from game.report.html.told import Game
from game.rules.happenings import Happening, What
from game.rules.world import Adoption

STAGES = (NP_("norm", "none"), NP_("norm", "endorsed"), NP_("norm", "internalised"))


def section(game: Game) -> Section:
    """The adoption of norms, and their breach."""
    ids = list(game.match.scenario.norms)
    title, short = _("Norms"), _("Norms")
    if not ids:
        none = _("No norm was live in this scenario, so there is no adoption to tell of.")
        return Section("norms", title, short, (none,))
    names = [words.norm_label(game.match, n) for n in range(len(ids))]
    first = int((game.match.worlds[0].norm[:, :, 0] > 0).sum())
    last = int((game.last.norm[:, :, 0] > 0).sum())
    broken = _violations(game, names)
    live = _n("{n} norm was live.", "{n} norms were live.", len(ids))
    began = _n("At the start there was {n} adoption by a nation",
               "At the start there were {n} adoptions by nations", first)  # fmt: skip
    ended = _("{began}, at the end {last} of {most} possible.")
    most = len(ids) * len(game.nations)
    lead = (
        f"{live} {ended.format(began=began, last=last, most=most)}",
        _("Violations were laid at somebody's door {often}.").format(
            often=words.times(len(broken.rows))
        )
        if broken.rows
        else _("No violation was laid at anybody's door."),
    )
    blocks = [_spread(game), _matrix(game, names)]
    if broken.rows:
        blocks.append(Block(_("Violations"), table=broken, full=True))
    return Section("norms", title, short, lead, tuple(blocks))


def _spread(game: Game) -> Block:
    stages: dict[Adoption, list[int]] = {Adoption.INTERNALISED: [], Adoption.ENDORSED: []}
    for turn in game.moments:
        held = game.match.worlds[turn].norm[:, :, 0]
        for stage, counts in stages.items():
            counts.append(int((held == stage).sum()))
    parts = [Series(_(STAGES[stage]), tuple(counts)) for stage, counts in stages.items()]
    head = Head(
        "norm_adoption",
        _("Adoptions of norms"),
        _(
            "A column for each turn: how many adoptions of a norm by a nation there were, "
            "endorsed or internalised."
        ),
    )
    labels = [str(turn) for turn in game.moments]
    chart = columns(head, labels, parts, what=_("turn"), x_name=_("turn"))
    return Block(_("How norms spread"), (), chart, full=True)


def _matrix(game: Game, names: list[str]) -> Block:
    held = game.last.norm[:, :, 0]
    grid = Grid(
        rows=tuple(names),
        columns=tuple(game.name(n) for n in game.nations),
        values=tuple(tuple(float(held[n, k]) for n in game.nations) for k in range(len(names))),
        high=2,
        scale="held",
        words=tuple(_(stage) for stage in STAGES),
    )
    head = Head(
        "norms_held",
        _("Norms held at the end"),
        _("A cell for each norm and nation: 0 none, 1 endorsed, 2 internalised."),
    )
    lead = (_("0 none, 1 endorsed, 2 internalised."),)
    chart = heatmap(head, grid, what=_("norm"))
    return Block(_("Who held what at the end"), lead, chart, full=True)


def _violations(game: Game, names: list[str]) -> Table:
    rows = [
        (
            turn,
            game.name(int(told.actor[row])),
            names[int(told.a[row])],
            game.titled(int(told.incident[row]), turn),
            _justly(game, turn, told, row),
        )
        for turn, told, row in rows_of(game, What.VIOLATED)
    ]
    columns_ = (_("turn"), _("laid at the door of"), _("norm"), _("about"), _("in truth"))
    return table("violations", _("Violations of norms"), columns_, rows)


def _justly(game: Game, turn: int, told: Happening, row: int) -> str:
    """Whether the one blamed for an act did it; haste and silence are plain to see."""
    case = game.case_in(int(told.incident[row]), turn)
    if case is None or game.match.board.norms.hasty[int(told.a[row])]:
        return ""
    did_it = game.blames(case, int(told.actor[row]))
    return _("had done it") if did_it else _("had not done it")
