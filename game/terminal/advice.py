"""Staff: what may come of it, what would tell most, who would sign, who would mind.

Everything here comes from the seat's own view; what it does not know, staff imagines. (Rules 17)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from game.decisions import Order, Proposal, to_offers, to_orders
from game.language import N_, _, _n
from game.report.forms import told
from game.report.names import Unclear, either, sentence
from game.report.shares import percents
from game.report.terms import rung, verdict
from game.report.words import listed
from game.rules.clauses import CLAUSES
from game.rules.law import Verdict
from game.staff.acceptance import Reception, by_clause
from game.staff.cautions import crossed, minding, words_broken
from game.staff.counsel import Reading, readings
from game.staff.forecast import Band, forecast
from game.staff.leads import Lead, leads
from game.terminal.cases import layer, percent
from game.terminal.institutions import show_order_law, show_red_lines
from game.terminal.seat import EXPERT, Seat

FAR = (1, 3)
"""Turns that a forecast looks ahead."""

LEADS = 4
"""Leads shown at most."""

BETTER = 0.1
"""How much likelier a clause must make a signature before staff speaks of it."""

ADDED = 3
"""Clauses that staff would think of adding, at most."""

MUCH = ((0.5, N_("tells a lot")), (0.2, N_("tells a good deal")), (0.0, N_("tells a little")))
"""Bits of doubt that a lead takes away, in words."""


def advised(seat: Seat) -> None:
    """There must be a staff. Raises Unclear."""
    if seat.level == EXPERT:
        raise Unclear(_("at expert level there is no staff; `level standard` brings it back"))


def show_staff(seat: Seat, drafts: Sequence[Order]) -> None:
    """What may come if the turn ended now, what would tell most, and red lines."""
    term, seen = seat.term, seat.seen
    rows = to_orders(seat.names, seat.nation, drafts)
    near, far = (forecast(seen, rows, turns) for turns in FAR)
    drafted = _("Staff: what may come, with the orders you have drafted")
    term.head(drafted if drafts else _("Staff: what may come, if you order nothing"))
    term.say(_("Four in five of the futures that your analysts can imagine lie between:"), "dim")
    later = _n("{n} turn on", "{n} turns on", FAR[1])
    term.table(
        [
            ["", _("now"), _("end of this turn"), later],
            *(
                [one.label, f"{one.now:.0f}", _span(one), _span(two)]
                for one, two in zip(near.bands, far.bands, strict=True)
            ),
        ],
        right=(1,),
    )
    shares = zip(far.rungs, percents(far.rungs), strict=True)
    rungs = [f"{rung(n)} {said}" for n, (share, said) in enumerate(shares) if share >= 0.01]
    ladder = _n("The ladder {n} turn on: {rungs}.", "The ladder {n} turns on: {rungs}.", FAR[1])
    term.say(ladder.format(rungs=listed(rungs)))
    show_red_lines(seat)
    _show_leads(seat, leads(seen, LEADS))
    hint = _("`staff ORDER…` reads an order in law; `staff offer` your proposals, in talks.")
    term.say(hint, "dim")


def _span(band: Band) -> str:
    low, high = f"{band.low:.0f}", f"{band.high:.0f}"
    said = _("{low} to {high}, mostly {middle:.0f}")
    return low if low == high else said.format(low=low, high=high, middle=band.middle)


def _show_leads(seat: Seat, found: Sequence[Lead]) -> None:
    """What looking further is worth, the most telling first."""
    if not found:
        return
    seat.term.say(_("What would tell most about who did it"), "bold")
    titles = {d.incident: (d.title, d.cards) for d in seat.dossiers}
    for lead in found[: 3 if seat.guided else LEADS]:
        title, cards = titles[lead.incident]
        dealt = seat.seen.public.dealt[lead.incident].nonzero()[0].tolist()
        said = _("{case}, {layer}: {much} ({share} that there is something). {work}")
        where, there = cards[dealt.index(lead.card)].layer, percent(lead.chance)
        seat.term.bullet(
            said.format(
                case=title,
                layer=layer(where),
                much=_much(seat, lead),
                share=there,
                work=_work(lead),
            )
        )


def _much(seat: Seat, lead: Lead) -> str:
    """How much a lead would tell: a word for newcomers, bits with it for the others."""
    much = next(_(word) for least, word in MUCH if lead.bits >= least)
    return much if seat.guided else _("{much}, {n:.2f} bits").format(much=much, n=lead.bits)


def _work(lead: Lead) -> str:
    """What it takes to settle a lead."""
    how = "collect" if lead.secret else "investigate"
    steps, daily = max(1, ceil(lead.orders)), max(1, ceil(lead.turns))
    if daily == 1:
        return _("Daily work settles it by itself next turn.")
    said = _n(
        "One order of `{how}` settles it; daily work alone takes {turns}.",
        "{n} steps of `{how}` settle it; daily work alone takes {turns}.",
        steps,
    )
    return said.format(how=how, turns=_n("1 turn", "{n} turns", daily))


def show_offers(seat: Seat, drafts: Sequence[Proposal]) -> None:
    """How each draft would be received, and with each clause at other levels. Raises Unclear."""
    if not drafts:
        raise Unclear(
            _(
                "there is no proposal among your drafts; in the talks, draft one with `propose` "
                "and ask again"
            )
        )
    for draft in drafts:
        show_reception(seat, draft)


def show_reception(seat: Seat, draft: Proposal) -> None:
    """How one proposal would be received: as it stands, and clause by clause."""
    found = by_clause(seat.seen, to_offers(seat.names, seat.nation, [draft]))
    whole = found[0]
    seat.term.head(_("Staff: who would sign"))
    if whole.void:
        seat.term.bad(_("As it stands it is void: {why}.").format(why=whole.void))
        return
    seat.term.say(_("As it stands: {answers}").format(answers=_received(seat, whole)))
    if draft.organisation is None:
        _show_levels(seat, draft, found)
        _show_additions(seat, draft, found)
    hint = _("Shares of the worlds your staff can imagine; nobody tells what it will do.")
    seat.term.say(hint, "dim")


def _received(seat: Seat, reception: Reception) -> str:
    """Who would say yes, and whether it would be adopted."""
    names = seat.names.ids("nation")
    each = [f"{seat.label('nation', names[n])} {percent(s)}" for n, s in reception.accepts.items()]
    said = _("{shares} yes; adopted {share}.")
    return said.format(shares=listed(each), share=percent(reception.adopted))


def _show_levels(seat: Seat, draft: Proposal, found: Sequence[Reception]) -> None:
    """Each clause of the draft, at every level it might have."""
    rows = []
    for each in found[1:]:
        clause = CLAUSES[each.clause]
        level = draft.clauses.get(clause.id, 0)
        if level == 0:
            continue
        mark = _("now") if each.level == level else ""
        void = _("void: {why}").format(why=each.void)
        how = void if each.void else _received(seat, each)
        rows.append([f"{clause.id}={each.level}", mark, how])
    seat.term.table(rows)


def _show_additions(seat: Seat, draft: Proposal, found: Sequence[Reception]) -> None:
    """Clauses that are not in it and would make it likelier."""
    fresh = [
        r
        for r in found[1:]
        if r.level and not r.void and not draft.clauses.get(CLAUSES[r.clause].id)
    ]
    better = sorted((r for r in fresh if r.adopted >= found[0].adopted + BETTER), key=_likeliest)
    if better:
        seat.term.say(_("It would go down better with"), "bold")
    for each in better[:ADDED]:
        clause = CLAUSES[each.clause]
        seat.term.bullet(f"{clause.id}={each.level}: {_received(seat, each)}")


def _likeliest(reception: Reception) -> float:
    return -reception.adopted


def show_counsel(seat: Seat, order: Order) -> None:
    """How an order would be read, by whom it would be minded, and what line it would cross."""
    seat.term.head(_("Staff: in law, and who would mind"))
    seat.term.say(told(seat, order), "bold")
    show_order_law(seat, order)
    found = readings(seat.seen, to_orders(seat.names, seat.nation, [order]))
    names = seat.names.ids("nation")
    rows = [[seat.label("nation", names[r.nation]), _reading(r)] for r in found]
    seat.term.table(rows)
    mind = minding(seat, order, found)
    if mind:
        said = _("{names} would mind: trust and standing are at stake.")
        seat.term.bad(said.format(names=listed(mind)))
    for line in (*words_broken(seat, order), *crossed(seat, order)):
        seat.term.bad(sentence(line))


def _reading(reading: Reading) -> str:
    """A verdict with how sure staff is of it; others that may come of it."""
    told = zip(reading.shares, percents(reading.shares), Verdict, strict=True)
    ranked = sorted((each for each in told if each[0] >= 0.05), key=lambda each: -each[0])
    return either(f"{verdict(each)} {said}" for _share, said, each in ranked)
