"""Word given, kept and broken: promises, proposals, treaties and breaches. (Rules 8)"""

from __future__ import annotations

from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, columns, table
from game.report.html.events import Deal, deals, rows_of
from game.report.html.told import Game
from game.report.words import times
from game.rules.happenings import What
from game.rules.talks import PROMISES, Tone
from game.rules.world import Promise


def section(game: Game) -> Section:
    """What nations promised and signed, and whether it held."""
    found = list(deals(game))
    signed = [deal for deal in found if deal.signed]
    kept, broken = int(game.last.kept[:, :, 0].sum()), int(game.last.broken[:, :, 0].sum())
    breaches = [b for b in rows_of(game, What.BROKE) if b[1].a[b[2]] > 0]
    lead = (
        f"{len(found)} proposals were tabled between nations and {len(signed)} signed, "
        f"{sum(deal.lasting for deal in signed)} of them with clauses that last. "
        + _treaties_broken(len(breaches)),
        f"Promises and duties were kept {times(kept)} and broken {times(broken)}.",
    )
    blocks = [_kept(game), _by_turn(game, found)]
    if signed:
        blocks.append(Block("Treaties", table=_treaties(game, signed), full=True))
    ledger = _ledger(game)
    if ledger.rows:
        blocks.append(Block("The promise ledger", table=ledger, full=True, folded=True))
    refused = _refused(game, [deal for deal in found if not deal.signed])
    if refused.rows:
        blocks.append(Block("What was refused", table=refused, full=True, folded=True))
    title = "Promises, treaties and breaches"
    return Section("word", title, "Promises", lead, tuple(blocks))


def _treaties_broken(count: int) -> str:
    return f"Treaties were broken {times(count)}." if count else "No treaty was broken."


def _kept(game: Game) -> Block:
    parts = [
        Series(name, tuple(int(plane[n, :, 0].sum()) for n in game.nations))
        for name, plane in (("kept", game.last.kept), ("broken", game.last.broken))
    ]
    head = Head(
        "promises",
        "Promises and duties kept and broken",
        "A bar for each nation: how often it kept its word and how often it broke it.",
    )
    names = [game.name(n) for n in game.nations]
    return Block("What a nation's word was worth", (), bars(head, names, parts, what="nation"))


def _by_turn(game: Game, found: list[Deal]) -> Block:
    counts = [
        (
            sum(d.turn == t and d.signed for d in found),
            sum(d.turn == t and not d.signed for d in found),
        )
        for t in game.turns
    ]
    parts = [
        Series("signed", tuple(a for a, _ in counts)),
        Series("not signed", tuple(b for _, b in counts)),
    ]
    head = Head(
        "proposals",
        "Proposals signed and not signed",
        "A column for each turn: how many proposals were signed and how many were not.",
    )
    labels = [str(turn) for turn in game.turns]
    return Block("At the table", (), columns(head, labels, parts, what="turn", x_name="turn"))


def _treaties(game: Game, signed: list[Deal]) -> Table:
    rows = [
        (
            deal.turn,
            game.name(deal.proposer),
            game.listed(deal.parties),
            "; ".join(deal.terms),
            "yes" if deal.lasting else "no",
            _breaches(game, deal),
        )
        for deal in signed
    ]
    names = ("turn", "proposed by", "parties", "clauses", "lasting", "broken later by")
    return table("treaties", "Treaties and joint acts signed", names, rows)


def _breaches(game: Game, deal: Deal) -> str:
    """Parties that broke a treaty with another party from that turn on."""
    if not deal.lasting:
        return ""
    found = [
        f"{game.name(int(rows.actor[row]))} (turn {turn})"
        for turn, rows, row in rows_of(game, What.BROKE)
        if rows.a[row] > 0
        and turn >= deal.turn
        and {int(rows.actor[row]), int(rows.target[row])} <= set(deal.parties)
    ]
    return ", ".join(found) or "nobody"


def _ledger(game: Game) -> Table:
    rows = []
    for turn, told, row in rows_of(game, What.MESSAGE):
        topic, tone = divmod(int(told.a[row]), 10)
        if Tone(tone) is Tone.PROMISE:
            until = f"until turn {int(told.b[row])}" if told.b[row] > 0 else ""
            rows.append((turn, told, row, "promised", PROMISES[Promise(topic)], until))
    for what, verb in ((What.KEPT, "kept"), (What.BROKE, "broke")):
        for turn, told, row in rows_of(game, what):
            code = int(told.a[row])
            thing = "a treaty" if code > 0 else PROMISES[Promise(-1 - code)]
            rows.append((turn, told, row, verb, thing, ""))
    lines = [
        (turn, game.name(int(t.actor[row])), verb, thing, game.name(int(t.target[row])), until)
        for turn, t, row, verb, thing, until in rows
    ]
    names = ("turn", "nation", "did what", "what", "to", "until")
    return table("promise_ledger", "Promises made, kept and broken", names, sorted(lines))


def _refused(game: Game, unsigned: list[Deal]) -> Table:
    rows = [
        (
            deal.turn,
            game.name(deal.proposer),
            game.listed(deal.parties),
            "; ".join(deal.terms),
            game.listed(deal.refusers),
        )
        for deal in unsigned
    ]
    names = ("turn", "proposed by", "parties", "clauses", "not signed by")
    return table("refused", "Proposals that were not signed", names, rows)
