"""Sheets of the wider order: norms, law, organisations, and what a nation can do."""

from __future__ import annotations

from collections.abc import Sequence

from game.decisions import Order
from game.report import law as lawbook
from game.report.bodies import BodyLine, PowerLine, bodies
from game.report.capacity import STEPS, capacity
from game.report.law import QuestionLine, ReadingLine, questions, readings
from game.report.names import Noun, find
from game.report.norms import NormLine, norms, violations
from game.report.words import listed, times
from game.staff.legality import number
from game.terminal.seat import Seat

NOTHING = "nobody"


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
    return [
        Noun("question", q.id, q.id.replace("_", " "), (str(n),))
        for n, q in enumerate(lines, start=1)
    ]


def show_norms(seat: Seat, text: str) -> None:
    """All live norms in short, or one in full. Raises Unclear."""
    lines = norms(seat.match)
    if not lines:
        seat.term.head("Norms")
        seat.term.say("No norm is live in this crisis.")
        return
    if text:
        wanted = find(text, norm_nouns(seat), "norm").id
        _show_norm(seat, next(line for line in lines if line.id == wanted))
        return
    seat.term.head("Norms: voluntary, but to break one costs standing")
    for n, line in enumerate(lines, start=1):
        letter = f" ({line.letter})" if line.letter else ""
        seat.term.say(f"{n}  {line.label}{letter}", "bold")
        seat.term.say(f"held by {_holders(line)}; {line.spread}", indent=3)
    heard = violations(seat.match, seat.nation)
    if heard:
        seat.term.say("Broken so far", "bold")
    for each in heard:
        seat.term.bullet(each)
    seat.term.say(
        "`norms 1` shows one in full; `propose … norm_endorsement norm=1` spreads it.", "dim"
    )


def _holders(line: NormLine) -> str:
    """Who holds a norm; those who made it their own with a star."""
    held = [
        name + ("*" if stage == "internalised" else "")
        for name, stage in line.stages
        if stage != "none"
    ]
    return f"{listed(held)} ({line.share:.0%} of the weight)" if held else NOTHING


def _show_norm(seat: Seat, line: NormLine) -> None:
    term = seat.term
    term.head(line.label + (f" (norm {line.letter} of 2015)" if line.letter else ""))
    term.say(line.text)
    term.table([["broken by", line.broken_by]])
    if line.informs:
        term.table([["says of the law", line.informs]])
    term.table([["spread", f"{line.share:.0%} of the weight; {line.spread}"]])
    term.table([[name, stage] for name, stage in line.stages])
    for name, count in line.broken:
        term.bullet(f"{name} broke it {times(count)}")
    term.say("Who has made it their own blames a breach twice as much.", "dim")


def show_law(seat: Seat) -> None:
    """The contested questions, and how each nation reads what happened."""
    term = seat.term
    term.head("The law, and where it is contested")
    silent = []
    for n, line in enumerate(questions(seat.match, seat.nation), start=1):
        if seat.guided and not (line.published or line.custom or line.mine):
            silent.append(line.id.replace("_", " "))
        else:
            _show_question(seat, n, line)
    if silent:
        term.say(f"Nobody has spoken yet on: {listed(silent)}.", "dim")
    acts = readings(seat.match, seat.nation)
    if acts:
        term.say("How they read what happened, if a state did it", "bold")
    for act in acts:
        show_reading(seat, act)
    if acts:
        apart = lawbook.disagreement(seat.match, seat.nation)
        term.say(f"{apart:.0%} of all pairs of nations disagree: that is the grey zone.")
    term.say(
        "No court decides: each reads by the position it published, by the norms it holds, else "
        "by custom. `order publish_position QUESTION ANSWER` speaks; `law ORDER…` reads an order "
        "before you give it.",
        "dim",
    )


def _show_question(seat: Seat, n: int, line: QuestionLine) -> None:
    term = seat.term
    term.say(f"{n}  {line.question}", "bold")
    by_answer: dict[str, list[str]] = {}
    for name, said in line.published:
        by_answer.setdefault(said, []).append(name)
    for said, names in by_answer.items():
        term.bullet(f"{listed(names)}: {said}", indent=3)
    if line.custom:
        term.bullet(f"custom has formed: {line.custom}", "green", indent=3)
    spoken = seat.name in {name for name, _ in line.published}
    if line.mine and not spoken:
        term.bullet(f"your own view, not published: {line.mine}", "dim", indent=3)
    if not (by_answer or line.custom or line.mine):
        term.bullet("nobody has spoken; you have no position", "dim", indent=3)
    if not seat.guided:
        answers = "; ".join(f"{id_}: {said}" for id_, said in line.answers)
        term.say(f"answers: {answers}", "dim", 3)


def show_reading(seat: Seat, act: ReadingLine) -> None:
    """One act: nations that read it alike share a line."""
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in act.verdicts:
        by_verdict.setdefault(verdict, []).append(name)
    seat.term.say(act.act, indent=1)
    for verdict, names in by_verdict.items():
        seat.term.bullet(f"{verdict}: {listed(names)}", indent=3)


def show_order_reading(seat: Seat, order: Order, told: str) -> None:
    """How an order would be read, before it is given."""
    seat.term.head("In law")
    seat.term.say(told, "bold")
    show_order_law(seat, order)
    line = lawbook.order_reading(seat.match, seat.nation, order)[1]
    if line is not None:
        seat.term.say("As far as you can tell, it would be", indent=1)
        _show_reading_of(seat, line)
        seat.term.say(
            "going by published positions, norms held, custom, and by what you believe yourself.",
            "dim",
            1,
        )


def show_order_law(seat: Seat, order: Order) -> None:
    """What the law says of an action in general."""
    seat.term.bullet(lawbook.order_reading(seat.match, seat.nation, order)[0])


def _show_reading_of(seat: Seat, line: ReadingLine) -> None:
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in line.verdicts:
        by_verdict.setdefault(verdict, []).append(name)
    for verdict, names in by_verdict.items():
        seat.term.bullet(f"{verdict} for {listed(names)}", indent=3)


def show_organisations(seat: Seat, text: str) -> None:
    """All organisations in short, or one in full. Raises Unclear."""
    lines = bodies(seat.match, seat.nation)
    if not lines:
        seat.term.head("Organisations")
        seat.term.say("There is no organisation on the board of this crisis.")
        return
    if text:
        wanted = find(text, body_nouns(seat), "organisation").id
        _show_body(seat, next(line for line in lines if line.id == wanted))
        return
    seat.term.head("Organisations")
    for line in lines:
        state = "" if line.exists else ", not founded yet"
        seat.term.say(
            f"{line.short}: {'you are a member' if line.mine else 'you are not in it'}{state}",
            "bold",
        )
        seat.term.say(f"members: {listed(line.members)}", indent=3)
        seat.term.say(f"decides by {line.rule}", indent=3)
        seat.term.say(f"can: {listed([p.id for p in line.powers])}", indent=3)
        if line.pending:
            seat.term.say(f"on its way: {line.pending}", "yellow", 3)
    first = next((line for line in lines if line.mine), None)
    if first is not None:
        seat.term.say(
            f"`organisations {first.id}` tells more; in the talks `propose {first.id} "
            f"{first.powers[0].id} …` puts a measure to the vote.",
            "dim",
        )


def _show_body(seat: Seat, line: BodyLine) -> None:
    term = seat.term
    term.head(line.label)
    term.say(line.about)
    term.table(
        [
            ["members", listed(line.members) + ("" if line.mine else " (not you)")],
            ["decides by", line.rule],
            ["on its way", line.pending or "nothing"],
        ]
    )
    term.say("What it can do" if line.exists else "It does not exist yet; its members may", "bold")
    for power in line.powers:
        term.bullet(f"{power.id}: {power.about} {_power_notes(seat, power)}")
    if line.mine:
        term.say(f"In the talks: `{power_usage(line, line.powers[0])}`.", "dim")


def _power_notes(seat: Seat, power: PowerLine) -> str:
    """What a power needs, how long it takes, and when it can be used."""
    notes = [f"needs {listed(power.needs)}"] if power.needs else []
    turns = "turn" if power.lag == 1 else "turns"
    notes.append(f"takes effect {power.lag} {turns} later" if power.lag else "takes effect at once")
    if power.free_from > seat.match.turn:
        notes.append(f"not before turn {power.free_from}")
    return f"({'; '.join(notes)}.)"


def power_usage(body: BodyLine, power: PowerLine) -> str:
    """How the use of a power is proposed."""
    words = {
        "a case": "about=CASE",
        "a nation to name": "accuse=NATION",
        "a nation": "for=NATION",
        "a norm": "norm=NORM",
        "a question of law": "question=QUESTION",
    }
    return " ".join(["propose", body.id, power.id, *(words[need] for need in power.needs)])


def show_capacity(seat: Seat) -> None:
    """Own skills, what is on its way, strategy, aid, and red lines."""
    term, c = seat.term, capacity(seat.match, seat.nation)
    term.head(f"What {seat.name} can do")
    rows = []
    for skill in c.skills:
        coming = [f"{points:+.1f} at the end of turn {turn}" for turn, points in skill.arriving]
        rows.append([skill.name, f"{skill.level:.0f}", term.bar(skill.level / 100), listed(coming)])
    term.table(rows, right=(1,))
    term.table(
        [
            ["national strategy", f"{c.strategy} of {STEPS} steps (`order build_strategy`)"],
            ["readiness", f"{c.readiness:.0f} of 100, fades each turn"],
            ["secret sources", f"{c.access:.0f} of 100"],
            ["vulnerabilities kept", number(c.exploits)],
        ]
    )
    hardened = [f"{name} {level:.0f}" for name, level in c.hardened]
    if hardened:
        term.bullet(f"hardened: {listed(hardened)}")
    _show_aid(seat, "paid for your capacity, and could suspend it", c.aid_from)
    _show_aid(seat, "got capacity from you, and would miss it", c.aid_to)
    show_red_lines(seat)


def _show_aid(seat: Seat, what: str, aid: Sequence[tuple[str, int]]) -> None:
    for name, count in aid:
        seat.term.bullet(f"{name} {what} ({times(count)})")


def show_red_lines(seat: Seat) -> None:
    """What one said in public one would not bear, and whether one's word is at stake."""
    c = capacity(seat.match, seat.nation)
    if c.red_lines:
        seat.term.bullet(f"your red lines: an attack on {lines_text(c.red_lines)}")
    if c.at_stake:
        seat.term.bullet(
            "one has been crossed: name somebody or strike back by the end of turn "
            f"{c.at_stake}, or your word is worth less",
            "yellow",
        )


def lines_text(lines: Sequence[tuple[str, int]]) -> str:
    """Red lines in words."""
    return listed(f"{name} from severity {severity} on" for name, severity in lines)
