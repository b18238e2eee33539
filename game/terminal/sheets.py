"""Sheets on demand: the situation, the nations, treaties, promises, objectives."""

from __future__ import annotations

from game.language import _, _n
from game.report.capacity import red_lines
from game.report.names import find
from game.report.relations import Relation
from game.report.situation import Situation, situation
from game.report.terms import sector_called
from game.report.treaties import TreatyLine, breaches
from game.report.words import labelled, listed
from game.staff.legality import number
from game.terminal.between import show_between
from game.terminal.institutions import lines_text
from game.terminal.seat import Seat

LOW = 40
"""Support below which people at home grow restless."""


def now(seat: Seat) -> Situation:
    """The situation as the seat sees it."""
    return situation(seat.match, seat.nation)


def stock_line(seat: Seat) -> str:
    """The five numbers in one line."""
    s = now(seat)
    return _(
        "Capital {capital} · effort {effort} · funds {funds} · support {support:.0f}/100 · "
        "escalation {rung}/7 ({name})"
    ).format(
        capital=number(s.capital),
        effort=number(s.effort),
        funds=number(s.funds),
        support=s.support,
        rung=s.rung,
        name=s.rung_name,
    )


def show_situation(seat: Seat) -> None:
    """The five numbers, each with what it is for, and the services."""
    s, term = now(seat), seat.term
    head = _("Situation of {nation}, turn {n} of {last}")
    term.head(head.format(nation=s.name, n=s.turn, last=s.turns))
    term.table(_numbers(s), right=(1,))
    down = [f"{sector_called(id_)} {level:.0f}" for id_, level in s.services if level < 99.5]
    below = _("Services below 100: {services}.").format(services=listed(down))
    term.say(below if down else _("All services run."), indent=1)
    standing = _("Standing (how far your word is believed): {n:.0f} of 100.")
    term.say(standing.format(n=s.standing), indent=1)
    for ramp in s.off_ramps:
        term.bullet(_("a way down: {ramp}").format(ramp=ramp))


def _numbers(s: Situation) -> list[list[str]]:
    """A row for each number: its name, the number, and what it is for."""
    capital, effort, funds = s.income
    angry = _("of 100; anger {n:.0f}: they want an answer")
    anger = (angry if s.anger >= LOW else _("of 100; anger {n:.0f}")).format(n=s.anger)
    heats = _("hostile acts one hostile act causes; a feud feeds itself (`r`)")
    cools = _("hostile acts one hostile act causes; below 1 a quarrel dies out (`r`)")
    rung = _("of 7: {rung} (`ladder` shows the rungs)").format(rung=s.rung_name)
    pays = (
        _("+{n} a turn; pays for words and deals").format(n=number(capital)),
        _("+{n} a turn; pays for finding out").format(n=number(effort)),
        _("+{n} a turn; pay for repairs and help").format(n=number(funds)),
    )
    return [
        [_("Political capital"), number(s.capital), pays[0]],
        [_("Analyst effort"), number(s.effort), pays[1]],
        [_("Funds"), number(s.funds), pays[2]],
        [_("Public support"), f"{s.support:.0f}", anger],
        [_("Escalation"), f"{s.rung}", rung],
        [_("R"), f"{s.retaliation:.2f}", heats if s.retaliation >= 1 else cools],
    ]


def show_nations(seat: Seat) -> None:
    """How we stand to each of the others."""
    seat.term.head(_("The other nations"))
    rows = [["", _("you trust it"), _("it trusts you"), _("between you"), ""]]
    for relation in now(seat).relations:
        rows.append(
            [
                relation.name,
                f"{relation.trust:.0f}",
                relation.trust_in_us,
                relation.rung,
                ", ".join((*relation.pact, *filter(None, [relation.sanctions]))),
            ]
        )
    seat.term.table(rows, right=(1, 2))


def show_nation(seat: Seat, text: str) -> None:
    """One nation in full. Raises Unclear."""
    own = seat.id if text in ("", "me", "us") else ""
    id_ = own or find(text, [*seat.others(), seat.own()], _("nation")).id
    if id_ == seat.id:
        _show_own(seat)
        return
    relation = next(r for r in now(seat).relations if seat.names.ids("nation")[r.nation] == id_)
    given = seat.match.scenario.nations[id_]
    seat.term.head(given.name)
    seat.term.say(given.about)
    _show_relation(seat, relation)
    drawn = red_lines(seat.match, relation.nation)
    if drawn:
        seat.term.bullet(
            _("its red lines: an attack on {sectors}").format(sectors=lines_text(drawn))
        )
    show_between(seat, relation.nation)
    bands = _("Figures of others are bands; secret collection (`collect`) narrows them.")
    seat.term.say(bands, "dim")


def _show_own(seat: Seat) -> None:
    given = seat.match.scenario.nations[seat.id]
    seat.term.head(given.name)
    seat.term.say(given.about)
    seat.term.say()
    seat.term.say(given.brief)
    seat.term.table([[name, f"{level:.0f}"] for name, level in now(seat).capability])


def _show_relation(seat: Seat, relation: Relation) -> None:
    term, band = seat.term, _("{band} (a band)")
    word = _("kept {kept}, broken {broken}")
    kept, broken = _times(relation.kept), _times(relation.broken)
    term.table(
        [
            [_("your trust in it"), _("{n:.0f} of 100").format(n=relation.trust)],
            [_("its trust in you"), band.format(band=relation.trust_in_us)],
            [_("your hostility"), f"{relation.hostility:.0f}"],
            [_("its hostility"), band.format(band=relation.hostility_to_us)],
            [_("between you"), relation.rung],
            [_("its word to you"), word.format(kept=kept, broken=broken)],
        ]
    )
    for text in (*relation.pact, *relation.promises, *filter(None, [relation.sanctions])):
        term.bullet(text)


def show_treaties(seat: Seat) -> None:
    """Treaties in force, and those that were broken."""
    treaties = now(seat).treaties
    seat.term.head(_("Treaties in force"))
    if not treaties:
        seat.term.say(_("None yet. Propose one in the talks: `propose NATION hotline`."))
    for treaty in treaties:
        seat.term.bullet(_treaty_text(treaty))
        for clause in treaty.clauses:
            seat.term.bullet(clause, indent=4)
    broken = breaches(seat.match, seat.nation)
    if broken:
        seat.term.say(_("Broken so far"), "bold")
    for each in broken:
        seat.term.bullet(each)


def _treaty_text(treaty: TreatyLine) -> str:
    """Whom it binds, since when and until when."""
    theirs = _("{parties}, since turn {n}, {until}")
    ours = _("{parties}, since turn {n}, {until} (binds you)")
    text = (ours if treaty.ours else theirs).format(
        parties=listed(treaty.parties), n=treaty.since, until=treaty.until
    )
    return labelled(_("Digital Geneva Convention"), text) if treaty.geneva else text


def show_promises(seat: Seat) -> None:
    """Open promises, and who kept what."""
    seat.term.head(_("Promises"))
    word = _("{name} kept its word to us {kept} and broke it {broken}")
    relations = now(seat).relations
    lines = [text for relation in relations for text in relation.promises]
    lines += [
        word.format(name=r.name, kept=_times(r.kept), broken=_times(r.broken))
        for r in relations
        if r.kept or r.broken
    ]
    for line in lines:
        seat.term.bullet(line)
    if not lines:
        seat.term.say(_("No promise is open. `promise NATION help` in the talks makes one."))


def _times(count: int) -> str:
    return _n("{n} time", "{n} times", count)


def show_objectives(seat: Seat) -> None:
    """What the nation wants."""
    seat.term.head(_("What {nation} wants").format(nation=seat.name))
    each = _("{objective} ({points}, {judged}: {state})")
    for line in now(seat).objectives:
        worth = _n("{n} point", "{n} points", line.points)
        said = each.format(objective=line.text, points=worth, judged=line.judged, state=line.state)
        seat.term.bullet(said)
