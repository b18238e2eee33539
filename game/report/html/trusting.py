"""Trust between nations over the turns: who earned it, who spent it, and on what. (Rules 5)"""

from __future__ import annotations

from statistics import fmean

from game.language import _
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
from game.rules.trust import lost_to_blame


def section(game: Game) -> Section:
    """Trust earned and spent."""
    moves = [(received(game, n, game.turns[-1]) - received(game, n, 0), n) for n in game.nations]
    best, worst = max(moves), min(moves)
    lead = (
        _(
            "Trust is directional, from 0 to 100: deeds kept and broken, less what one believes "
            "the other has done. Clearing a suspect gives it back."
        ),
        _moved(best[0], worst[0]).format(
            best=game.name(best[1]),
            most=abs(best[0]),
            worst=game.name(worst[1]),
            least=abs(worst[0]),
        ),
    )
    blocks = (_over_time(game), _earned(game), _matrix(game, 0), _matrix(game, game.turns[-1]))
    return Section("trust", _("Trust between nations"), _("Trust"), lead, blocks)


def _moved(most: float, least: float) -> str:
    """Who gained and who lost, with names and figures still to be filled in."""
    if least >= 0:
        return _(
            "{best} gained most, {most:.1f} points on average among the others; {worst} gained "
            "{least:.1f}."
        )
    if most >= 0:
        return _(
            "{best} gained most, {most:.1f} points on average among the others; {worst} lost "
            "{least:.1f}."
        )
    return _(
        "{best} lost most, {most:.1f} points on average among the others; {worst} lost {least:.1f}."
    )


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
        _("How far the others trust each nation"),
        _("Mean trust of the other nations in each nation, at the start and after each turn."),
    )
    values = [value for each in series for value in each.values if value is not None]
    low, high = max(min(values) - 5, 0), min(max(values) + 5, 100)
    chart = lines(head, game.moments, series, Axis(low, high))
    return Block(_("Turn by turn"), (), chart, full=True)


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
        _("Trust earned and spent"),
        _("For each nation, mean trust of the others in it at the start and at the end."),
    )
    note = _(
        "The white tick is where a nation stood at the start; what moved it most stands beside."
    )
    chart = changes(head, rows, what=_("nation"))
    return Block(_("Earned and spent"), (note,), chart, full=True)


def mainly(game: Game, nation: int) -> str:
    """The two reasons that moved the others' mean trust most, first those that went its way."""
    total: dict[str, float] = {}
    others = len(game.nations) - 1
    for turn in game.turns:
        for parts in ledger.trust_changes(game.match, nation, turn).values():
            for why, by in parts:
                total[why] = total.get(why, 0.0) + by / others
    total[suspicion()] = (
        sum(suspected(game, n, nation) for n in game.nations if n != nation) / others
    )
    went = received(game, nation, game.turns[-1]) - received(game, nation, 0)
    first = sorted(total.items(), key=lambda part: (part[1] * went <= 0, -abs(part[1]), part[0]))
    told = [(why, by) for why, by in first if abs(by) >= 0.05]
    return words.series(f"{why} {words.signed(by)}" for why, by in told[:2])


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
        _("Trust in {nation}, earned and spent").format(nation=game.name(nation)),
        _("For each other nation, how far it trusted this one at the start and at the end."),
    )
    return changes(head, rows, what=_("nation"))


def suspicion() -> str:
    """What trust loses that no deed took, in words."""
    return _("what it is suspected of")


def suspected(game: Game, who: int, whom: int) -> float:
    """By how much more or less was suspected at the end, as a change of trust. (Rules 5.2)"""
    lost = [float(lost_to_blame(game.match.worlds[t])[who, whom, 0]) for t in (0, game.turns[-1])]
    return lost[0] - lost[1]


def why_of(game: Game, who: int, whom: int) -> str:
    """The reason that moved one nation's trust in another most, the way in which it went."""
    total: dict[str, float] = {}
    for turn in game.turns:
        changed = ledger.trust_changes(game.match, whom, turn)
        for why, by in changed.get(words.nation(game.match, who), ()):
            total[why] = total.get(why, 0.0) + by
    total[suspicion()] = suspected(game, who, whom)
    trust = [float(game.match.worlds[t].trust[who, whom, 0]) for t in (0, game.turns[-1])]
    went = trust[1] - trust[0]
    why = max(total, key=lambda each: (total[each] * went > 0, abs(total[each]), each))
    if abs(total[why]) < 0.05:
        return ""
    return f"{why} {words.signed(total[why])}"


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
    title = _("At the end: trust of the row in the column")
    if turn == 0:
        title = _("At the start: trust of the row in the column")
    about = _(
        "A cell for each pair of nations: how far the nation of the row trusts that of the column."
    )
    chart = heatmap(Head(f"trust_turn_{turn}", title, about), grid, what=_("trust of"))
    when = _("At the start") if turn == 0 else _("At the end")
    return Block(when, (_("Trust of the row in the column."),), chart)
