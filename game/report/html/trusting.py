"""Trust between nations over the turns: who earned it, who spent it, and on what. (Rules 5)"""

from __future__ import annotations

from statistics import fmean

from game.report import ledger, words
from game.report.html.blocks import Block, Section
from game.report.html.charts import (
    Axis,
    Change,
    Chart,
    Grid,
    Head,
    Series,
    changes,
    heatmap,
    lines,
)
from game.report.html.plot import NEUTRAL
from game.report.html.told import Game


def section(game: Game) -> Section:
    """Trust earned and spent."""
    moves = [(received(game, n, game.turns[-1]) - received(game, n, 0), n) for n in game.nations]
    best, worst = max(moves), min(moves)
    lead = [
        "Trust is directional, from 0 to 100: deeds kept and broken, less what one believes the "
        "other has done. Clearing a suspect gives it back.",
        f"{game.name(best[1])} {_moved(best[0])} most, {_by(best[0])} points on average among the "
        f"others; {game.name(worst[1])} {_moved(worst[0])} {_by(worst[0])}.",
    ]
    blocks = (_over_time(game), _earned(game), _matrix(game, 0), _matrix(game, game.turns[-1]))
    return Section("trust", "Trust between nations", "Trust", tuple(lead), blocks)


def _moved(by: float) -> str:
    return "gained" if by >= 0 else "lost"


def _by(by: float) -> str:
    return f"{abs(by):.1f}"


def received(game: Game, nation: int, turn: int) -> float:
    """How far the others trusted a nation after a turn, on average."""
    trust = game.match.worlds[turn].trust[:, nation, 0]
    return round(fmean(float(trust[n]) for n in game.nations if n != nation), 3)


def _over_time(game: Game) -> Block:
    series = [
        Series(
            game.name(n),
            tuple(received(game, n, t) for t in game.moments),
            tone=n % NEUTRAL,
            shape=n,
        )
        for n in game.nations
    ]
    head = Head(
        "trust",
        "How far the others trust each nation",
        "Mean trust of the other nations in each nation, at the start and after each turn.",
    )
    values = [value for each in series for value in each.values if value is not None]
    low, high = max(min(values) - 5, 0), min(max(values) + 5, 100)
    return Block("Turn by turn", (), lines(head, game.moments, series, Axis(low, high)), full=True)


def _earned(game: Game) -> Block:
    rows = [
        Change(
            game.name(n),
            received(game, n, 0),
            received(game, n, game.turns[-1]),
            mainly(game, n),
        )
        for n in game.nations
    ]
    rows.sort(key=lambda row: row.before - row.after)
    head = Head(
        "trust_change",
        "Trust earned and spent",
        "For each nation, mean trust of the others in it at the start and at the end.",
    )
    note = "The white tick is where a nation stood at the start; what moved it most stands beside."
    return Block("Earned and spent", (note,), changes(head, rows, what="nation"), full=True)


def mainly(game: Game, nation: int) -> str:
    """The two reasons that moved the others' mean opinion of a nation's deeds most."""
    total: dict[str, float] = {}
    others = len(game.nations) - 1
    for turn in game.turns:
        for parts in ledger.trust_changes(game.match, nation, turn).values():
            for why, by in parts:
                total[why] = total.get(why, 0.0) + by / others
    first = sorted(total.items(), key=lambda part: (-abs(part[1]), part[0]))[:2]
    return "; ".join(f"{why} {by:+.1f}".replace("-", "\u2212") for why, by in first)


def towards(game: Game, nation: int) -> Chart:
    """How each of the others came to trust one nation, and the deed that moved each most."""
    trust = [game.match.worlds[t].trust[:, nation, 0] for t in (0, game.turns[-1])]
    rows = [
        Change(game.name(n), float(trust[0][n]), float(trust[1][n]), why_of(game, n, nation))
        for n in game.nations
        if n != nation
    ]
    rows.sort(key=lambda row: row.before - row.after)
    head = Head(
        f"trust_in_{game.match.setup.nations[nation]}",
        f"Trust in {game.name(nation)}, earned and spent",
        "For each other nation, how far it trusted this one at the start and at the end.",
    )
    return changes(head, rows, what="nation")


def why_of(game: Game, who: int, whom: int) -> str:
    """The reason that moved one nation's opinion of another's deeds most."""
    total: dict[str, float] = {}
    for turn in game.turns:
        changed = ledger.trust_changes(game.match, whom, turn)
        for why, by in changed.get(words.nation(game.match, who), ()):
            total[why] = total.get(why, 0.0) + by
    if not total:
        return ""
    why = max(total, key=lambda each: (abs(total[each]), each))
    return f"{why} {total[why]:+.1f}".replace("-", "\u2212")


def _matrix(game: Game, turn: int) -> Block:
    trust = game.match.worlds[turn].trust[:, :, 0]
    grid = Grid(
        rows=tuple(game.name(n) for n in game.nations),
        columns=tuple(game.name(n) for n in game.nations),
        values=tuple(
            tuple(None if a == b else round(float(trust[a, b])) for b in game.nations)
            for a in game.nations
        ),
        high=100,
        scale="trust",
    )
    when = "At the start" if turn == 0 else "At the end"
    head = Head(
        f"trust_turn_{turn}",
        f"{when}: trust of the row in the column",
        "A cell for each pair of nations: how far the nation of the row trusts that of the column.",
    )
    return Block(
        when, ("Trust of the row in the column.",), heatmap(head, grid, what="trust of", x_name="")
    )
