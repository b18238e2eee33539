"""Sheets on demand: the situation, the nations, treaties, promises, objectives."""

from __future__ import annotations

from game.language import _n
from game.report.capacity import red_lines
from game.report.names import find
from game.report.relations import Relation
from game.report.situation import Situation, situation
from game.report.treaties import breaches
from game.report.words import listed
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
    return (
        f"Capital {number(s.capital)} · effort {number(s.effort)} · funds {number(s.funds)} · "
        f"support {s.support:.0f}/100 · escalation {s.rung}/7 ({s.rung_name})"
    )


def show_situation(seat: Seat) -> None:
    """The five numbers, each with what it is for, and the services."""
    s, term = now(seat), seat.term
    income = [f"+{value:g} a turn" for value in s.income]
    anger = f"anger {s.anger:.0f}" + (": they want an answer" if s.anger >= LOW else "")
    term.head(f"Situation of {s.name}, turn {s.turn} of {s.turns}")
    term.table(
        [
            ["Political capital", number(s.capital), f"{income[0]}; pays for words and deals"],
            ["Analyst effort", number(s.effort), f"{income[1]}; pays for finding out"],
            ["Funds", number(s.funds), f"{income[2]}; pay for repairs and help"],
            ["Public support", f"{s.support:.0f}", f"of 100; {anger}"],
            ["Escalation", f"{s.rung}", f"of 7: {s.rung_name} (`ladder` shows the rungs)"],
            ["R", f"{s.retaliation:.2f}", f"hostile acts one hostile act causes; {_r(s)} (`r`)"],
        ],
        right=(1,),
    )
    down = [f"{name} {level:.0f}" for name, level in s.services if level < 99.5]
    term.say(f"Services below 100: {listed(down)}." if down else "All services run.", indent=1)
    term.say(f"Standing (how far your word is believed): {s.standing:.0f} of 100.", indent=1)
    for ramp in s.off_ramps:
        term.bullet(f"a way down: {ramp}")


def _r(s: Situation) -> str:
    return "a feud feeds itself" if s.retaliation >= 1 else "below 1 a quarrel dies out"


def show_nations(seat: Seat) -> None:
    """How we stand to each of the others."""
    seat.term.head("The other nations")
    rows = [["", "you trust it", "it trusts you", "between you", ""]]
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
    id_ = own or find(text, [*seat.others(), seat.own()], "nation").id
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
        seat.term.bullet(f"its red lines: an attack on {lines_text(drawn)}")
    show_between(seat, relation.nation)
    seat.term.say("Figures of others are bands; secret collection (`collect`) narrows them.", "dim")


def _show_own(seat: Seat) -> None:
    given = seat.match.scenario.nations[seat.id]
    seat.term.head(given.name)
    seat.term.say(given.about)
    seat.term.say()
    seat.term.say(given.brief)
    seat.term.table([[name, f"{level:.0f}"] for name, level in now(seat).capability])


def _show_relation(seat: Seat, relation: Relation) -> None:
    term = seat.term
    term.table(
        [
            ["your trust in it", f"{relation.trust:.0f} of 100"],
            ["its trust in you", f"{relation.trust_in_us} (a band)"],
            ["your hostility", f"{relation.hostility:.0f}"],
            ["its hostility", f"{relation.hostility_to_us} (a band)"],
            ["between you", relation.rung],
            ["its word to you", f"kept {_times(relation.kept)}, broken {_times(relation.broken)}"],
        ]
    )
    for text in (*relation.pact, *relation.promises, *filter(None, [relation.sanctions])):
        term.bullet(text)


def show_treaties(seat: Seat) -> None:
    """Treaties in force, and those that were broken."""
    treaties = now(seat).treaties
    seat.term.head("Treaties in force")
    if not treaties:
        seat.term.say("None yet. Propose one in the talks: `propose NATION hotline`.")
    for treaty in treaties:
        ours = " (binds you)" if treaty.ours else ""
        name = "Digital Geneva Convention: " if treaty.geneva else ""
        seat.term.bullet(
            f"{name}{listed(treaty.parties)}, since turn {treaty.since}, {treaty.until}{ours}"
        )
        for clause in treaty.clauses:
            seat.term.bullet(clause, indent=4)
    broken = breaches(seat.match, seat.nation)
    if broken:
        seat.term.say("Broken so far", "bold")
    for each in broken:
        seat.term.bullet(each)


def show_promises(seat: Seat) -> None:
    """Open promises, and who kept what."""
    seat.term.head("Promises")
    relations = now(seat).relations
    lines = [text for relation in relations for text in relation.promises]
    lines += [
        f"{r.name} kept its word to us {_times(r.kept)} and broke it {_times(r.broken)}"
        for r in relations
        if r.kept or r.broken
    ]
    for line in lines:
        seat.term.bullet(line)
    if not lines:
        seat.term.say("No promise is open. `promise NATION help` in the talks makes one.")


def _times(count: int) -> str:
    return _n("{n} time", "{n} times", count)


def show_objectives(seat: Seat) -> None:
    """What the nation wants."""
    seat.term.head(f"What {seat.name} wants")
    for line in now(seat).objectives:
        worth = _n("{n} point", "{n} points", line.points)
        seat.term.bullet(f"{line.text} ({worth}, {line.judged}: {line.state})")
