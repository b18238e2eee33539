"""Sheets of the wider order: norms, law, organisations, and what a nation can do."""

from __future__ import annotations

from collections.abc import Sequence

from game.decisions import Order
from game.language import NP_, _, _n
from game.report import law as lawbook
from game.report.bodies import BodyLine, PowerLine, bodies
from game.report.capacity import STEPS, capacity
from game.report.law import QuestionLine, ReadingLine, questions, readings
from game.report.names import Noun, find, sentence
from game.report.norms import NormLine, norms, violations
from game.report.terms import matter, sector_called
from game.report.words import labelled, listed, series, times
from game.rules.powers import NEEDS, Need
from game.rules.world import Contested
from game.staff.cautions import words_broken
from game.staff.legality import number
from game.terminal.seat import Seat

STAGES = {
    "none": NP_("nation", "none"),
    "endorsed": NP_("nation", "endorsed"),
    "internalised": NP_("nation", "internalised"),
}
"""How far a nation has taken a norm on, by the id of the stage."""

USAGE = {
    Need.INCIDENT: "about=CASE",
    Need.ACCUSED: "accuse=NATION",
    Need.NATION: "for=NATION",
    Need.NORM: "norm=NORM",
    Need.QUESTION: "question=QUESTION",
}
"""What is typed to tell a power what it needs."""


def norm_nouns(seat: Seat) -> list[Noun]:
    """Norms that are live, by id, label, letter and number."""
    return [
        Noun("norm", line.id, line.label, (str(n), *filter(None, [line.letter])))
        for n, line in enumerate(norms(seat.match), start=1)
    ]


def body_nouns(seat: Seat) -> list[Noun]:
    """Organisations on the board."""
    lines = bodies(seat.match, seat.nation)
    return [Noun("organisation", b.id, b.short, (b.label,)) for b in lines]


def question_nouns(seat: Seat) -> list[Noun]:
    """The contested questions of law."""
    lines = questions(seat.match, seat.nation)
    return [Noun("question", q.id, _matter(q.id), (str(n),)) for n, q in enumerate(lines, start=1)]


def _matter(id_: str) -> str:
    """A contested question in a word or two."""
    return matter(Contested[id_.upper()])


def show_norms(seat: Seat, text: str) -> None:
    """All live norms in short, or one in full. Raises Unclear."""
    lines = norms(seat.match)
    if not lines:
        seat.term.head(_("Norms"))
        seat.term.say(_("No norm is live in this crisis."))
        return
    if text:
        wanted = find(text, norm_nouns(seat), _("norm")).id
        _show_norm(seat, next(line for line in lines if line.id == wanted))
        return
    seat.term.head(_("Norms: voluntary, but to break one costs standing"))
    for n, line in enumerate(lines, start=1):
        letter = f" ({line.letter})" if line.letter else ""
        seat.term.say(f"{n}  {line.label}{letter}", "bold")
        held = _("held by {names}; {spread}").format(names=_holders(line), spread=line.spread)
        seat.term.say(held, indent=3)
    heard = violations(seat.match, seat.nation)
    if heard:
        seat.term.say(_("Broken so far"), "bold")
    for each in heard:
        seat.term.bullet(each)
    hint = _("`norms 1` shows one in full; `propose … norm_endorsement norm=1` spreads it.")
    seat.term.say(hint, "dim")


def _holders(line: NormLine) -> str:
    """Who holds a norm; those who made it their own with a star."""
    held = [
        name + ("*" if stage == "internalised" else "")
        for name, stage in line.stages
        if stage != "none"
    ]
    said = _("{names} ({share:.0%} of the weight)")
    return said.format(names=listed(held), share=line.share) if held else _("nobody")


def _show_norm(seat: Seat, line: NormLine) -> None:
    term = seat.term
    lettered = _("{norm} (norm {letter} of 2015)").format(norm=line.label, letter=line.letter)
    term.head(lettered if line.letter else line.label)
    term.say(line.text)
    term.table([[_("broken by"), line.broken_by]])
    if line.informs:
        term.table([[_("says of the law"), line.informs]])
    spread = _("{share:.0%} of the weight; {spread}")
    term.table([[_("spread"), spread.format(share=line.share, spread=line.spread)]])
    term.table([[name, _(STAGES[stage])] for name, stage in line.stages])
    for name, count in line.broken:
        term.bullet(_("{who} broke it {times}").format(who=name, times=times(count)))
    term.say(_("Who has made it their own blames a breach twice as much."), "dim")


def show_law(seat: Seat) -> None:
    """The contested questions, and how each nation reads what happened."""
    term = seat.term
    term.head(_("The law, and where it is contested"))
    silent = []
    for n, line in enumerate(questions(seat.match, seat.nation), start=1):
        if seat.guided and not (line.published or line.custom or line.mine):
            silent.append(_matter(line.id))
        else:
            _show_question(seat, n, line)
    if silent:
        term.say(
            _("Nobody has spoken yet on: {questions}.").format(questions=listed(silent)), "dim"
        )
    acts = readings(seat.match, seat.nation)
    if acts:
        term.say(_("How they read what happened, if a state did it"), "bold")
    for act in acts:
        show_reading(seat, act)
    if acts:
        apart = lawbook.disagreement(seat.match, seat.nation)
        grey = _("{share:.0%} of all pairs of nations read these incidents differently.")
        term.say(grey.format(share=apart))
    said = _(
        "No court decides: each reads by the position it published, by the norms it holds, else "
        "by custom. `order publish_position QUESTION ANSWER` speaks; `law ORDER…` reads an order "
        "before you give it."
    )
    term.say(said, "dim")


def _show_question(seat: Seat, n: int, line: QuestionLine) -> None:
    term = seat.term
    term.say(f"{n}  {line.question}", "bold")
    by_answer: dict[str, list[str]] = {}
    for name, said in line.published:
        by_answer.setdefault(said, []).append(name)
    for said, names in by_answer.items():
        term.bullet(labelled(listed(names), said), indent=3)
    if line.custom:
        formed = _("custom has formed: {says}").format(says=line.custom)
        term.bullet(formed, "green", indent=3)
    spoken = seat.name in {name for name, _ in line.published}
    if line.mine and not spoken:
        own = _("your own view, not published: {says}").format(says=line.mine)
        term.bullet(own, "dim", indent=3)
    if not (by_answer or line.custom or line.mine):
        term.bullet(_("nobody has spoken; you have no position"), "dim", indent=3)
    if not seat.guided:
        answers = series(labelled(id_, said) for id_, said in line.answers)
        term.say(_("answers: {answers}").format(answers=answers), "dim", 3)


def show_reading(seat: Seat, act: ReadingLine) -> None:
    """One act: nations that read it alike share a line."""
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in act.verdicts:
        by_verdict.setdefault(verdict, []).append(name)
    seat.term.say(act.act, indent=1)
    for verdict, names in by_verdict.items():
        seat.term.bullet(labelled(verdict, listed(names)), indent=3)


def show_order_reading(seat: Seat, order: Order, told: str) -> None:
    """How an order would be read, before it is given."""
    seat.term.head(_("In law"))
    seat.term.say(told, "bold")
    show_order_law(seat, order)
    line = lawbook.order_reading(seat.match, seat.nation, order)[1]
    if line is not None:
        seat.term.say(_("As far as you can tell, it would be"), indent=1)
        _show_reading_of(seat, line)
        basis = _(
            "going by published positions, norms held, custom, and by what you believe yourself."
        )
        seat.term.say(basis, "dim", 1)
    for broken in words_broken(seat, order):
        seat.term.bad(sentence(broken))


def show_order_law(seat: Seat, order: Order) -> None:
    """What the law says of an action in general."""
    seat.term.bullet(lawbook.order_reading(seat.match, seat.nation, order)[0])


def _show_reading_of(seat: Seat, line: ReadingLine) -> None:
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in line.verdicts:
        by_verdict.setdefault(verdict, []).append(name)
    for verdict, names in by_verdict.items():
        said = _("{verdict} for {names}").format(verdict=verdict, names=listed(names))
        seat.term.bullet(said, indent=3)


def show_organisations(seat: Seat, text: str) -> None:
    """All organisations in short, or one in full. Raises Unclear."""
    lines = bodies(seat.match, seat.nation)
    if not lines:
        seat.term.head(_("Organisations"))
        seat.term.say(_("There is no organisation on the board of this crisis."))
        return
    if text:
        wanted = find(text, body_nouns(seat), _("organisation")).id
        _show_body(seat, next(line for line in lines if line.id == wanted))
        return
    seat.term.head(_("Organisations"))
    for line in lines:
        _show_body_in_short(seat, line)
    first = next((line for line in lines if line.mine), None)
    if first is not None:
        hint = _(
            "`organisations {body}` tells more; in the talks `propose {body} {power} …` puts a "
            "measure to the vote."
        )
        seat.term.say(hint.format(body=first.id, power=first.powers[0].id), "dim")


def _show_body_in_short(seat: Seat, line: BodyLine) -> None:
    """An organisation in a few lines."""
    mine = _("you are a member") if line.mine else _("you are not in it")
    state = mine if line.exists else _("{state}, not founded yet").format(state=mine)
    powers = listed([power.id for power in line.powers])
    seat.term.say(labelled(line.short, state), "bold")
    seat.term.say(_("members: {names}").format(names=listed(line.members)), indent=3)
    seat.term.say(_("decides by {rule}").format(rule=line.rule), indent=3)
    seat.term.say(_("can: {powers}").format(powers=powers), indent=3)
    if line.pending:
        seat.term.say(_("on its way: {measure}").format(measure=line.pending), "yellow", 3)


def _show_body(seat: Seat, line: BodyLine) -> None:
    term = seat.term
    term.head(line.label)
    term.say(line.about)
    members = listed(line.members)
    term.table(
        [
            [
                _("members"),
                members if line.mine else _("{names} (not you)").format(names=members),
            ],
            [_("decides by"), line.rule],
            [_("on its way"), line.pending or _("nothing")],
        ]
    )
    now, later = _("What it can do"), _("It does not exist yet; its members may")
    term.say(now if line.exists else later, "bold")
    for power in line.powers:
        term.bullet(f"{labelled(power.id, power.about)} {_power_notes(seat, power)}")
    if line.mine:
        usage = power_usage(line, line.powers[0])
        term.say(_("In the talks: `{usage}`.").format(usage=usage), "dim")


def _power_notes(seat: Seat, power: PowerLine) -> str:
    """What a power needs, how long it takes, and when it can be used."""
    needs = _("needs {what}").format(what=listed(power.needs))
    later = _n("takes effect {n} turn later", "takes effect {n} turns later", power.lag)
    notes = [needs] if power.needs else []
    notes.append(later if power.lag else _("takes effect at once"))
    if power.free_from > seat.match.turn:
        notes.append(_("not before turn {n}").format(n=power.free_from))
    return f"({series(notes)}.)"


def power_usage(body: BodyLine, power: PowerLine) -> str:
    """How the use of a power is proposed."""
    told = [USAGE[need] for need in Need if NEEDS[power.power, need]]
    return " ".join(["propose", body.id, power.id, *told])


def show_capacity(seat: Seat) -> None:
    """Own skills, what is on its way, strategy, aid, and red lines."""
    term, c = seat.term, capacity(seat.match, seat.nation)
    term.head(_("What {name} can do").format(name=seat.name))
    rows = []
    for skill in c.skills:
        said = _("{points:+.1f} at the end of turn {n}")
        coming = [said.format(points=points, n=turn) for turn, points in skill.arriving]
        rows.append([skill.name, f"{skill.level:.0f}", term.bar(skill.level / 100), listed(coming)])
    term.table(rows, right=(1,))
    steps = _("{n} of {most} steps (`order build_strategy`)")
    term.table(
        [
            [_("national strategy"), steps.format(n=c.strategy, most=STEPS)],
            [_("readiness"), _("{n:.0f} of 100, fades each turn").format(n=c.readiness)],
            [_("secret sources"), _("{n:.0f} of 100").format(n=c.access)],
            [_("vulnerabilities kept"), number(c.exploits)],
        ]
    )
    hardened = [f"{sector_called(id_)} {level:.0f}" for id_, level in c.hardened]
    if hardened:
        term.bullet(_("hardened: {sectors}").format(sectors=listed(hardened)))
    given = _("{nation} paid for your capacity, and could suspend it ({times})")
    _show_aid(seat, given, c.aid_from)
    _show_aid(seat, _("{nation} got capacity from you, and would miss it ({times})"), c.aid_to)
    show_red_lines(seat)


def _show_aid(seat: Seat, said: str, aid: Sequence[tuple[str, int]]) -> None:
    for name, count in aid:
        seat.term.bullet(said.format(nation=name, times=times(count)))


def show_red_lines(seat: Seat) -> None:
    """What one said in public one would not bear, and whether one's word is at stake."""
    c = capacity(seat.match, seat.nation)
    if c.red_lines:
        drawn = _("your red lines: an attack on {lines}").format(lines=lines_text(c.red_lines))
        seat.term.bullet(drawn)
    if c.at_stake:
        crossed = _(
            "one has been crossed: name somebody or strike back by the end of turn {n}, or your "
            "word is worth less"
        )
        seat.term.bullet(crossed.format(n=c.at_stake), "yellow")


def lines_text(lines: Sequence[tuple[str, int]]) -> str:
    """Red lines in words."""
    said = _("{sector} from severity {n} on")
    return listed(said.format(sector=sector_called(id_), n=severity) for id_, severity in lines)
