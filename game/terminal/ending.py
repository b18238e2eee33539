"""After the game: the truth, your judgement against it, what things cost, what to talk about."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _, _n
from game.report.aftermath import Aftermath, NormCourse, aftermath
from game.report.judgement import BeliefLine, Bin, Truth
from game.report.ledger import changes, reason, stock
from game.report.news import turn_report
from game.report.objectives import objectives
from game.report.words import capital, in_turn, labelled, listed, series
from game.terminal.cases import percent
from game.terminal.institutions import show_reading
from game.terminal.seat import Seat

NAMING = ("names", "claim", "backs down", "hindsight", "attribute", "indict", "indicts")
"""What the rules write into the ledger that comes of naming somebody."""


def show(seats: Sequence[Seat]) -> None:
    """Everything that is told when a game is over; the parts about judgement for each seat."""
    if not seats:
        return
    first = seats[0]
    told = aftermath(first.match, first.nation)
    _ending(first, told)
    for seat in seats:
        own = told if seat is first else aftermath(seat.match, seat.nation)
        _judgement(seat, own, named=len(seats) > 1)
        first.term.pause()
    _common(first, told)
    first.term.pause()
    _debrief(first, told)


def _ending(seat: Seat, told: Aftermath) -> None:
    term = seat.term
    term.head(_("The game is over"))
    term.say(_("Ending: {name}").format(name=told.ending), "bold")
    said = _(
        "{why}. The highest rung was {peak} of 7. R ends at {r:.2f}: so many hostile acts would "
        "one more of them cause; {meaning}."
    )
    why, meaning = capital(told.ending_why), _r(told.retaliation)
    term.say(said.format(why=why, peak=told.peak, r=told.retaliation, meaning=meaning))
    rungs = ", ".join(str(int(world.rung[0])) for world in seat.match.worlds)
    term.say(_("The ladder, from the start to the last turn: {rungs}.").format(rungs=rungs))


def _r(number: float) -> str:
    if number >= 1:
        return _("a feud would feed itself")
    return _("below 1, so a feud would die out")


def _judgement(seat: Seat, told: Aftermath, named: bool) -> None:
    term = seat.term
    alone = _("What was true, and what you believed")
    of_whom = _("What was true, and what you believed: {name}").format(name=seat.name)
    term.head(of_whom if named else alone)
    for truth in told.truths:
        _truth(seat, truth)
    _calibration(seat, told)
    _naming(seat)
    _refusals(seat)
    term.head(_("What you wanted"))
    for line in objectives(seat.match, seat.nation):
        worth = _n("{n} point", "{n} points", line.points)
        term.bullet(labelled(f"{line.state} ({worth})", line.text))
    if told.trust:
        term.say(_("How far the others trust you, from start to end:"), "bold")
        rows = [[name, f"{a:.0f} -> {b:.0f}", f"{b - a:+.0f}"] for name, a, b in told.trust]
        term.table(rows)


def _truth(seat: Seat, truth: Truth) -> None:
    term = seat.term
    term.say(labelled(truth.title, truth.culprit), "bold")
    term.say(truth.text, indent=2)
    if truth.framed:
        planted = _("Traces had been planted to point at {whom}.").format(whom=truth.framed)
        term.say(planted, indent=2)
    for claim in truth.claims:
        term.bullet(claim, indent=2)
    if truth.own_doing:
        term.say(_("You knew: it was your own services. It is not graded."), "dim", 2)
        return
    if truth.beliefs:
        term.say(_("Belief in what was true:"), indent=2)
        term.table([_belief(seat, line) for line in truth.beliefs])
    ideal = _("Somebody with every card in hand would have said {share}.")
    term.say(ideal.format(share=percent(truth.ideal)), "", 2)
    _grade(seat, truth)


def _belief(seat: Seat, line: BeliefLine) -> list[str]:
    """A turn: what its player and its analysts believed of the truth."""
    said = _("you said nothing")
    if line.stated is not None:
        said = _("you {share}").format(share=percent(line.stated))
    analysts = _("analysts {share}").format(share=f"{percent(line.analysts):>5}")
    turn = _("turn {n}").format(n=line.turn)
    return [f"  {turn}", f"{said:<16}", f"{analysts}  {seat.term.bar(line.analysts)}"]


def _grade(seat: Seat, truth: Truth) -> None:
    term, grade = seat.term, truth.grade
    if grade is None:
        term.say(_("You stated nothing, so there is nothing to grade."), "dim", 2)
        return
    over = _n(
        "What you stated, graded over the one turn in which it stood:",
        "What you stated, graded in the mean over the {n} turns in which it stood:",
        grade.turns,
    )
    term.say(over, "", 2)
    best = _("0 is perfect, 2 the worst: {verdict}").format(verdict=_well(grade.brier))
    rows = (
        (_("Brier score"), grade.brier, best),
        (_("log score"), grade.log_score, _("0 is perfect; 1.6 is a guess among five")),
        (_("regret"), grade.regret, _("lost against your own evidence, read ideally")),
    )
    term.table([[f"  {name}", f"{n:.2f}", about] for name, n, about in rows], right=(1,))


def _well(brier: float) -> str:
    """A Brier score in words."""
    steps = (
        (0.2, _("very good")),
        (0.5, _("good")),
        (0.85, _("about what a cautious guess earns")),
    )
    return next((text for most, text in steps if brier <= most), _("worse than a cautious guess"))


def _calibration(seat: Seat, told: Aftermath) -> None:
    if not told.calibration:
        return
    term = seat.term
    term.say(_("Calibration of {what}:").format(what=told.calibrated_on), "bold")
    term.table([_bin(each) for each in told.calibration], right=(1,))
    hint = _("If the two figures of a line are close, your numbers mean what they say.")
    term.say(hint, "dim")


def _bin(found: Bin) -> list[str]:
    """Beliefs of about one size: how many, how strong on average, and how often true."""
    span = _("said {low} to {high}").format(low=percent(found.low), high=percent(found.high))
    often = _("on average {mean}; true {share} of the time")
    told = often.format(mean=percent(found.mean), share=percent(found.true_share))
    return [span, _n("{n} time", "{n} times", found.count), told]


def _naming(seat: Seat) -> None:
    """What naming somebody cost and earned, from the ledger."""
    term = seat.term
    term.head(_("What naming cost you"))
    naming = {reason(why) for why in NAMING}
    rows: list[list[str]] = []
    total: dict[str, float] = {}
    for turn in range(1, len(seat.match.logs) + 1):
        for id_, parts in changes(seat.match, seat.nation, turn).items():
            for why, by in parts:
                if why in naming and abs(by) >= 0.05:
                    rows.append([_("turn {n}").format(n=turn), stock(id_), f"{by:+.1f}", why])
                    total[id_] = total.get(id_, 0.0) + by
    if rows:
        term.table(rows, right=(2,))
        sums = ", ".join(f"{stock(id_)} {by:+.1f}" for id_, by in total.items())
        term.say(_("In all: {changes}.").format(changes=sums))
        term.say(_("What it did to the others' trust is further down."), "dim")
    else:
        nothing = _(
            "You named nobody: nothing spent, nothing earned, and nobody called to account."
        )
        term.say(nothing)


def _refusals(seat: Seat) -> None:
    """Who refused what, and why."""
    lines = []
    for turn in range(1, len(seat.match.logs) + 1):
        for story in turn_report(seat.match, seat.nation, turn):
            if story.refusals:
                lines.append((in_turn(turn, story.text), story.refusals))
    if lines:
        seat.term.head(_("Who refused, and why"))
    for text, whys in lines:
        seat.term.bullet(text)
        for why in whys:
            seat.term.say(why, "dim", 4)


def _common(seat: Seat, told: Aftermath) -> None:
    term = seat.term
    term.head(_("Scores"))
    for line in told.scores:
        points = [(_(name), value) for name, value in line.parts if abs(value) >= 0.5]
        parts = ", ".join(f"{name} {value:.0f}" for name, value in points)
        term.table([[f"{line.rank}. {line.nation:<14}", f"{line.total:5.1f}", parts]])
    term.head(_("Promises and treaties"))
    for word in told.promises:
        if word.kept or word.broken:
            said = _("{who}: kept {kept}, broken {broken}")
            term.bullet(said.format(who=word.nation, kept=word.kept, broken=word.broken))
    for treaty in (*told.treaties, *told.breaches):
        term.bullet(treaty)
    if not told.treaties:
        term.bullet(_("No treaty was signed."))
    _order(seat, told)
    if told.turning:
        term.head(_("When heat changed most"))
    for turning in told.turning:
        term.bullet(in_turn(turning.turn, turning.text))


def _order(seat: Seat, told: Aftermath) -> None:
    """Norms, law and organisations: what became of them."""
    term = seat.term
    if told.measures:
        term.head(_("Organisations"))
    for measure in told.measures:
        term.bullet(measure)
    if told.norms:
        term.head(_("Norms"))
    for course in told.norms:
        _norm(seat, course)
    for violation in told.violations:
        term.bullet(violation)
    _law(seat, told)


def _norm(seat: Seat, course: NormCourse) -> None:
    """How far one norm went, and by whom."""
    first, last = percent(course.share[0]), percent(course.share[-1])
    said = _("{norm}: {first} -> {last} of the weight")
    seat.term.bullet(said.format(norm=course.label, first=first, last=last))
    in_play = [(name, turn) for name, turn, _stage in course.adopters if turn]
    by = [_("{name} (turn {n})").format(name=name, n=turn) for name, turn in in_play]
    own = [name for name, _turn, stage in course.adopters if stage == "internalised"]
    if by:
        seat.term.say(_("endorsed in play by {names}").format(names=listed(by)), "dim", 3)
    if own:
        seat.term.say(_("made their own by {names}").format(names=listed(own)), "dim", 3)


def _law(seat: Seat, told: Aftermath) -> None:
    """How nations read what happened, and how far apart they were."""
    term = seat.term
    if not told.readings:
        return
    term.head(_("The law"))
    for act in told.readings:
        show_reading(seat, act)
    said = _(
        "Pairs of nations that read acts differently: {first:.0%} at first, {last:.0%} at the end."
    )
    term.say(said.format(first=told.disagreement[0][1], last=told.disagreement[-1][1]))


def _debrief(seat: Seat, told: Aftermath) -> None:
    term = seat.term
    term.head(_("Debrief"))
    for part in told.debrief.strip().split("\n"):
        term.say(part)
    term.say(_("To talk about"), "bold")
    for question in told.questions:
        term.bullet(question)
    if told.later:
        term.say(_("What was claimed later on"), "bold")
    for later in told.later:
        basis = series((later.confidence, later.source))
        term.bullet(labelled(f"{later.date}, {later.by}", f"{later.claim} ({basis})"))
    if told.sources:
        term.say(_("Sources"), "bold")
    for name, text in told.sources:
        term.bullet(labelled(name, text))
