"""Word given, kept and broken: promises, proposals, treaties and breaches. (Rules 8)"""

from __future__ import annotations

from game.language import _, _n, _p
from game.report import terms, words
from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, columns, table
from game.report.html.events import Deal, deals, rows_of
from game.report.html.told import Game
from game.report.words import times
from game.rules.clauses import EVIDENCE_SHARING, NO_OPERATIONS, OFF_LIMITS
from game.rules.happenings import Breach, What
from game.rules.talks import Tone

FORBIDS: dict[int, tuple[int, ...]] = {
    Breach.ATTACKED: (NO_OPERATIONS, OFF_LIMITS),
    Breach.WITHHELD: (EVIDENCE_SHARING,),
}
"""The clauses that a breach is one of."""


def section(game: Game) -> Section:
    """What nations promised and signed, and whether it held."""
    found = list(deals(game))
    signed = [deal for deal in found if deal.signed]
    kept, broken = int(game.last.kept[:, :, 0].sum()), int(game.last.broken[:, :, 0].sum())
    breaches = [b for b in rows_of(game, What.BROKE) if b[1].a[b[2]] > 0]
    tabled = _n(
        "{n} proposal was tabled between nations and {signed} signed, {lasting} with clauses that "
        "last.",
        "{n} proposals were tabled between nations and {signed} signed, {lasting} of them with "
        "clauses that last.", len(found),
    ).format(signed=len(signed), lasting=sum(deal.lasting for deal in signed))  # fmt: skip
    held = _("Promises and duties were kept {often} and broken {seldom}.")
    lead = (
        f"{tabled} {_treaties_broken(len(breaches))}",
        held.format(often=times(kept), seldom=times(broken)),
    )
    blocks = [_kept(game), _by_turn(game, found)]
    if signed:
        blocks.append(Block(_("Treaties"), table=_treaties(game, signed), full=True))
    ledger = _ledger(game)
    if ledger.rows:
        blocks.append(Block(_("The promise ledger"), table=ledger, full=True, folded=True))
    refused = _refused(game, [deal for deal in found if not deal.signed])
    if refused.rows:
        blocks.append(Block(_("What was refused"), table=refused, full=True, folded=True))
    title = _("Promises, treaties and breaches")
    return Section("word", title, _("Promises"), lead, tuple(blocks))


def _treaties_broken(count: int) -> str:
    broken = _("Treaties were broken {often}.").format(often=times(count))
    return broken if count else _("No treaty was broken.")


def _kept(game: Game) -> Block:
    parts = [
        Series(name, tuple(int(plane[n, :, 0].sum()) for n in game.nations))
        for name, plane in ((_("kept"), game.last.kept), (_("broken"), game.last.broken))
    ]
    head = Head(
        "promises",
        _("Promises and duties kept and broken"),
        _("A bar for each nation: how often it kept its word and how often it broke it."),
    )
    chart = bars(head, [game.name(n) for n in game.nations], parts, what=_("nation"))
    return Block(_("What a nation's word was worth"), (), chart)


def _by_turn(game: Game, found: list[Deal]) -> Block:
    counts = [
        (
            sum(d.turn == t and d.signed for d in found),
            sum(d.turn == t and not d.signed for d in found),
        )
        for t in game.turns
    ]
    parts = [
        Series(_("signed"), tuple(a for a, _ in counts)),
        Series(_("not signed"), tuple(b for _, b in counts)),
    ]
    head = Head(
        "proposals",
        _("Proposals signed and not signed"),
        _("A column for each turn: how many proposals were signed and how many were not."),
    )
    labels = [str(turn) for turn in game.turns]
    chart = columns(head, labels, parts, what=_("turn"), x_name=_("turn"))
    return Block(_("At the table"), (), chart)


def _treaties(game: Game, signed: list[Deal]) -> Table:
    rows = [
        (
            deal.turn,
            game.name(deal.proposer),
            game.listed(deal.parties),
            words.series(deal.terms),
            _("yes") if deal.lasting else _("no"),
            _breaches(game, deal),
        )
        for deal in signed
    ]
    names = (
        _("turn"),
        _("proposed by"),
        _("parties"),
        _("clauses"),
        _("lasting"),
        _("broken later by"),
    )
    return table("treaties", _("Treaties and joint acts signed"), names, rows)


def _breaches(game: Game, deal: Deal) -> str:
    """Parties that broke what it says towards another party, and when."""
    if not deal.lasting:
        return ""
    found: dict[int, list[str]] = {}
    for turn, rows, row in rows_of(game, What.BROKE):
        actor, target = int(rows.actor[row]), int(rows.target[row])
        forbids = set(FORBIDS.get(int(rows.a[row]), ())) & set(deal.numbers)
        if forbids and turn >= deal.turn and {actor, target} <= set(deal.parties):
            turns = found.setdefault(actor, [])
            turns += [] if str(turn) in turns else [str(turn)]
    says = [
        _n("{nation} (turn {turn})", "{nation} (turns {turn})", len(turns)).format(
            nation=game.name(actor), turn=words.listed(turns)
        )
        for actor, turns in found.items()
    ]
    return ", ".join(says) or _("nobody")


def _ledger(game: Game) -> Table:
    rows = []
    for turn, told, row in rows_of(game, What.MESSAGE):
        topic, tone = divmod(int(told.a[row]), 10)
        if Tone(tone) is Tone.PROMISE:
            last = int(told.b[row])
            until = _("until turn {turn}").format(turn=last) if last > 0 else ""
            rows.append((turn, told, row, _("promised"), terms.promise(topic), until))
    for what, verb in ((What.KEPT, _p("it did", "kept")), (What.BROKE, _("broke"))):
        for turn, told, row in rows_of(game, what):
            code = int(told.a[row])
            thing = _("a treaty") if code > 0 else terms.promise(-1 - code)
            rows.append((turn, told, row, verb, thing, ""))
    lines = [
        (turn, game.name(int(t.actor[row])), verb, thing, game.name(int(t.target[row])), until)
        for turn, t, row, verb, thing, until in rows
    ]
    names = (_("turn"), _("nation"), _("did what"), _("what"), _p("whom", "to"), _("until"))
    return table("promise_ledger", _("Promises made, kept and broken"), names, sorted(lines))


def _refused(game: Game, unsigned: list[Deal]) -> Table:
    rows = [
        (
            deal.turn,
            game.name(deal.proposer),
            game.listed(deal.parties),
            words.series(deal.terms),
            game.listed(deal.refusers),
        )
        for deal in unsigned
    ]
    names = (_("turn"), _("proposed by"), _("parties"), _("clauses"), _("not signed by"))
    return table("refused", _("Proposals that were not signed"), names, rows)
