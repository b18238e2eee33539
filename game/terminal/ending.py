"""After the game: the truth, your judgement against it, what things cost, what to talk about."""

from __future__ import annotations

from collections.abc import Sequence

from game.report.aftermath import Aftermath, Truth, aftermath
from game.report.ledger import changes
from game.report.news import turn_report
from game.report.objectives import objectives
from game.report.words import listed
from game.terminal.cases import percent
from game.terminal.institutions import show_reading
from game.terminal.seat import Seat

NAMING = {
    "naming somebody in public",
    "what others think of the claim",
    "going back on a public claim",
    "how an earlier claim looks now",
    "attribute in public",
    "bring charges",
    "bringing charges",
}
"""Reasons in the ledger that come of naming somebody."""


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
    term.head("The game is over")
    term.say(f"Ending: {told.ending}", "bold")
    term.say(
        f"{told.ending_why[:1].upper()}{told.ending_why[1:]}. The highest rung was {told.peak} of "
        f"7. R ends at {told.retaliation:.2f}: so many hostile acts would one more of them cause; "
        f"{_r(told.retaliation)}."
    )
    rungs = ", ".join(str(int(world.rung[0])) for world in seat.match.worlds)
    term.say(f"The ladder, from the start to the last turn: {rungs}.")


def _r(number: float) -> str:
    return "a feud would feed itself" if number >= 1 else "below 1, so a feud would die out"


def _judgement(seat: Seat, told: Aftermath, named: bool) -> None:
    term = seat.term
    term.head("What was true, and what you believed" + (f": {seat.name}" if named else ""))
    for truth in told.truths:
        _truth(seat, truth)
    _calibration(seat, told)
    _naming(seat)
    _refusals(seat)
    term.head("What you wanted")
    for line in objectives(seat.match, seat.nation):
        term.bullet(f"{line.state} ({line.points:g} points): {line.text}")
    if told.trust:
        term.say("How far the others trust you, from start to end:", "bold")
        rows = [[name, f"{a:.0f} -> {b:.0f}", f"{b - a:+.0f}"] for name, a, b in told.trust]
        term.table(rows)


def _truth(seat: Seat, truth: Truth) -> None:
    term = seat.term
    term.say(f"{truth.title}: {truth.culprit}", "bold")
    term.say(truth.text, indent=2)
    if truth.framed:
        term.say(f"Traces had been planted to point at {truth.framed}.", indent=2)
    for claim in truth.claims:
        term.bullet(claim, indent=2)
    if truth.own_doing:
        term.say("You knew: it was your own services. It is not graded.", "dim", 2)
        return
    rows = [
        [
            f"  turn {line.turn}",
            f"you {percent(line.stated) if line.stated is not None else 'said nothing':<12}",
            f"analysts {percent(line.analysts):>5}  {term.bar(line.analysts)}",
        ]
        for line in truth.beliefs
    ]
    if rows:
        term.say("Belief in what was true:", indent=2)
        term.table(rows)
    term.say(f"Somebody with every card in hand would have said {percent(truth.ideal)}.", "", 2)
    _grade(seat, truth)


def _grade(seat: Seat, truth: Truth) -> None:
    term, grade = seat.term, truth.grade
    if grade is None:
        term.say("You stated nothing, so there is nothing to grade.", "dim", 2)
        return
    weeks = f"{grade.turns} turns" if grade.turns > 1 else "one turn"
    term.say(f"What you stated, graded in the mean over {weeks} that you knew of it:", "", 2)
    term.table(
        [
            [
                "  Brier score",
                f"{grade.brier:.2f}",
                f"0 is perfect, 2 the worst: {_well(grade.brier)}",
            ],
            ["  log score", f"{grade.log_score:.2f}", "0 is perfect; 1.6 is a guess among five"],
            ["  regret", f"{grade.regret:.2f}", "lost against your own evidence, read ideally"],
        ],
        right=(1,),
    )


def _well(brier: float) -> str:
    """A Brier score in words."""
    steps = ((0.2, "very good"), (0.5, "good"), (0.85, "about what a cautious guess earns"))
    return next((text for most, text in steps if brier <= most), "sure of the wrong one")


def _calibration(seat: Seat, told: Aftermath) -> None:
    if not told.calibration:
        return
    term = seat.term
    term.say(f"Calibration of {told.calibrated_on}:", "bold")
    term.table(
        [
            [
                f"said {percent(b.low)} to {percent(b.high)}",
                f"{b.count} times",
                f"on average {percent(b.mean)}; true {percent(b.true_share)} of the time",
            ]
            for b in told.calibration
        ],
        right=(1,),
    )
    term.say("If the two figures of a line are close, your numbers mean what they say.", "dim")


def _naming(seat: Seat) -> None:
    """What naming somebody cost and earned, from the ledger."""
    term = seat.term
    term.head("What naming cost you")
    rows: list[list[str]] = []
    total: dict[str, float] = {}
    for turn in range(1, len(seat.match.logs) + 1):
        for stock, parts in changes(seat.match, seat.nation, turn).items():
            for why, by in parts:
                if why in NAMING and abs(by) >= 0.05:
                    rows.append([f"turn {turn}", stock, f"{by:+.1f}", why])
                    total[stock] = total.get(stock, 0.0) + by
    if rows:
        term.table(rows, right=(2,))
        term.say("In all: " + ", ".join(f"{stock} {by:+.1f}" for stock, by in total.items()) + ".")
        term.say("What it did to the others' trust is further down.", "dim")
    else:
        term.say("You named nobody: nothing spent, nothing earned, and nobody called to account.")


def _refusals(seat: Seat) -> None:
    """Who refused what, and why."""
    lines = []
    for turn in range(1, len(seat.match.logs) + 1):
        for story in turn_report(seat.match, seat.nation, turn):
            refused = [why for why in story.why if " refused" in why]
            if story.kind == "talks" and refused:
                lines.append((f"turn {turn}: {story.text}", refused))
    if lines:
        seat.term.head("Who refused, and why")
    for text, whys in lines:
        seat.term.bullet(text)
        for why in whys:
            seat.term.say(why, "dim", 4)


def _common(seat: Seat, told: Aftermath) -> None:
    term = seat.term
    term.head("Scores")
    for line in told.scores:
        parts = ", ".join(f"{name} {value:.0f}" for name, value in line.parts if abs(value) >= 0.5)
        term.table([[f"{line.rank}. {line.nation:<14}", f"{line.total:5.1f}", parts]])
    term.head("Promises and treaties")
    for word in told.promises:
        if word.kept or word.broken:
            term.bullet(f"{word.nation}: kept {word.kept}, broken {word.broken}")
    for treaty in (*told.treaties, *told.breaches):
        term.bullet(treaty)
    if not told.treaties:
        term.bullet("No treaty was signed.")
    _order(seat, told)
    if told.turning:
        term.head("Turning points")
    for turning in told.turning:
        term.bullet(f"turn {turning.turn}: {turning.text}")


def _order(seat: Seat, told: Aftermath) -> None:
    """Norms, law and organisations: what became of them."""
    term = seat.term
    if told.measures:
        term.head("Organisations")
    for measure in told.measures:
        term.bullet(measure)
    if told.norms:
        term.head("Norms")
    for course in told.norms:
        term.bullet(
            f"{course.label}: {course.share[0]:.0%} -> {course.share[-1]:.0%} of the weight"
        )
        by = [f"{name} (turn {turn})" for name, turn, _ in course.adopters if turn]
        own = [name for name, _, stage in course.adopters if stage == "internalised"]
        if by:
            term.say(f"endorsed in play by {listed(by)}", "dim", 3)
        if own:
            term.say(f"made their own by {listed(own)}", "dim", 3)
    for violation in told.violations:
        term.bullet(violation)
    _law(seat, told)


def _law(seat: Seat, told: Aftermath) -> None:
    """How nations read what happened, and how far apart they were."""
    term = seat.term
    if not told.readings:
        return
    term.head("The law")
    for act in told.readings:
        show_reading(seat, act)
    (_, first), (_, last) = told.disagreement[0], told.disagreement[-1]
    term.say(
        f"Pairs of nations that read acts differently: {first:.0%} at first, {last:.0%} at the end."
    )


def _debrief(seat: Seat, told: Aftermath) -> None:
    term = seat.term
    term.head("Debrief")
    for part in told.debrief.strip().split("\n"):
        term.say(part)
    term.say("To talk about", "bold")
    for question in told.questions:
        term.bullet(question)
    for later in told.later:
        term.bullet(f"{later.date}, {later.by}: {later.claim} ({later.confidence}; {later.source})")
    if told.sources:
        term.say("Sources", "bold")
    for name, text in told.sources:
        term.bullet(f"{name}: {text}")
