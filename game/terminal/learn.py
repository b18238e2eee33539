"""Looking things up: actions, clauses, words, the ladder, and why a number is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.codex.deeds import STAGES
from game.codex.words import glossary
from game.report.forms import Column, against, columns, nouns, usage
from game.report.ledger import STOCKS, changes, trust_changes
from game.report.names import Noun, Unclear, either, find, plain
from game.report.ready import READY
from game.report.situation import situation
from game.rules.action import Action, Stage
from game.rules.clauses import CLAUSES
from game.rules.escalation import LADDER
from game.staff.legality import price, price_text, why_closed
from game.terminal.glossary import words
from game.terminal.seat import Seat
from game.terminal.typed import actions_named


def closed(seat: Seat, action: Action) -> str:
    """Why no option of an action is open now; empty if one is."""
    needed = [c for c in columns(action) if not c.optional]
    for column in needed:
        known = nouns(seat, action, column, {})
        if not known:
            return f"there is no {column.kind} to choose"
        reasons = [against(seat, action, column, noun) for noun in known]
        if all(reasons):
            return reasons[0]
    if not needed:
        number = seat.names.actions.index(action)
        return why_closed(seat.options, seat.nation, number)
    return ""


def show_actions(seat: Seat, text: str = "") -> None:
    """Every action by stage, with number, price, and why it is not open.

    At guided level those that are not open are only counted, unless all are asked for.
    """
    seat.term.head("Actions (`action NAME` explains one; in the orders phase type its number)")
    numbered = list(enumerate(seat.names.actions, start=1))
    whole = text == "all" or not seat.guided
    shut = 0
    for stage in Stage:
        shut += _show_stage(seat, [(n, a) for n, a in numbered if a.stage is stage], stage, whole)
    if shut and not whole:
        seat.term.say(f"{shut} more are not open now: `actions all` says why.", "dim")
    seat.term.say("Within a stage everybody acts at once; stages follow in this order.", "dim")


def _show_stage(
    seat: Seat, numbered: Sequence[tuple[int, Action]], stage: Stage, whole: bool
) -> int:
    """The actions of one stage: the open ones in a table, then the others; how many those are."""
    reasons = {action.id: closed(seat, action) for _, action in numbered}
    shut = [(n, a) for n, a in numbered if reasons[a.id]]
    if len(shut) == len(numbered) and not whole:
        return len(shut)
    seat.term.say(STAGES[stage], "bold")
    seat.term.table(
        [
            [f"{n:>2}", f"{a.id:<14}", f"{a.label:<31}", _price(a)]
            for n, a in numbered
            if not reasons[a.id]
        ]
    )
    for n, action in shut if whole else ():
        seat.term.bullet(f"{action.id}: not now, {reasons[action.id]}", "dim", f"{n:>2} ")
    return len(shut)


def _price(action: Action) -> str:
    return price_text(price(action)) + (" a level" if action.levels > 1 and action.by_level else "")


def show_action(seat: Seat, text: str) -> None:
    """One action in full. Raises Unclear."""
    known = actions_named(seat)
    noun = find(text, known, "action")
    action = next(a for a in seat.names.actions if a.id == noun.id)
    term = seat.term
    term.head(action.label)
    term.say(action.about)
    why = closed(seat, action)
    each = " for each level" if action.levels > 1 and action.by_level else ""
    term.table(
        [
            ["costs", price_text(price(action)) + each],
            ["stage", STAGES[action.stage].lower()],
            ["seen by", "everybody" if action.public else "you, and those it concerns"],
            ["law", action.legality],
            ["open now", f"no: {why}" if why else "yes"],
            ["type", usage(action)],
        ]
    )
    for column in () if why else columns(action):
        _show_choices(seat, action, column)


def _show_choices(seat: Seat, action: Action, column: Column) -> None:
    labels = []
    if column.kind == "answer":
        seat.term.bullet("`law` lists the answers to each question")
        return
    for noun in nouns(seat, action, column, {}):
        why = against(seat, action, column, noun)
        labels.append(f"{noun.label} ({why})" if why else noun.label)
    if labels and column.kind != "level":
        seat.term.bullet(f"{column.question} {either(labels)}")


def show_clauses(seat: Seat) -> None:
    """The vocabulary of treaties."""
    seat.term.head("Clauses a proposal can have")
    for clause in CLAUSES:
        levels = "; ".join(f"{n} {text}" for n, text in enumerate(clause.levels) if n)
        seat.term.bullet(f"{clause.id}: {clause.about} Levels: {levels}.", mark="-")
    seat.term.say("Ready-made texts (`propose NATION truce`, `propose geneva`)", "bold")
    for ready in READY:
        seat.term.bullet(f"{ready.id}: {ready.label}: {ready.about}.")


def show_ladder(seat: Seat) -> None:
    """The rungs, and where the world and each pair stands."""
    s = situation(seat.match, seat.nation)
    seat.term.head("The ladder")
    rungs = glossary().rungs
    for rung in range(len(LADDER) - 1, -1, -1):
        here = "<-- the world is here" if rung == s.rung else ""
        seat.term.table([[f"{rung}", f"{LADDER[rung]:<14}", f"{rungs[rung]} {here}".strip()]])
    seat.term.say("Between you and: " + ", ".join(f"{r.name} {r.rung}" for r in s.relations))
    for ramp in s.off_ramps:
        seat.term.bullet(f"a way down: {ramp}")


def show_r(seat: Seat) -> None:
    """The retaliation number in words."""
    s = situation(seat.match, seat.nation)
    seat.term.head("The retaliation number R")
    seat.term.say(s.retaliation_says)
    seat.term.say(
        "It is detection x the mean over nations of how often each answers a blow, going by its "
        "habit and by this game; allies who answer for a friend count too. You bring it down by "
        "not answering in kind, by hotlines, and by asking your allies to hold back."
    )


def show_why(seat: Seat, text: str) -> None:
    """Why a stock, or another nation's trust, is what it is. Raises Unclear."""
    head, _, rest = plain(text).partition(" ")
    if head == "trust":
        _why_trust(seat, rest)
        return
    stocks = [Noun("stock", name, name) for name in STOCKS]
    people = [Noun("nation", n.id, n.label, n.also) for n in seat.others()]
    noun = find(text, [*stocks, *people], "number") if text else None
    if noun is None:
        raise Unclear(f"why what? Type `why` and {either((*STOCKS, 'trust NATION'))}")
    if noun.kind == "nation":
        _why_trust(seat, noun.id)
        return
    seat.term.head(f"Why {noun.id} is what it is")
    _by_turn(
        seat,
        ((turn, changes(seat.match, seat.nation, turn).get(noun.id, [])) for turn in _turns(seat)),
    )


def _turns(seat: Seat) -> range:
    return range(1, len(seat.match.logs) + 1)


def _why_trust(seat: Seat, text: str) -> None:
    noun = find(text, seat.others(), "nation") if text else None
    for other in [noun] if noun else seat.others():
        seat.term.head(f"What your deeds did to {other.label}'s trust in you")
        _by_turn(
            seat,
            (
                (turn, trust_changes(seat.match, seat.nation, turn).get(other.label, []))
                for turn in _turns(seat)
            ),
        )
    seat.term.say(
        "Trust is these deeds less what the other believes you did to it; that part changes with "
        "the evidence it holds.",
        "dim",
    )


def _by_turn(seat: Seat, turns: Iterable[tuple[int, list[tuple[str, float]]]]) -> None:
    found = False
    for turn, parts in turns:
        for why, by in parts:
            found = True
            seat.term.table([[f"turn {turn}", f"{by:+6.1f}", why]])
    if not found:
        seat.term.say("Nothing has changed it so far.")


def show_glossary(seat: Seat, text: str) -> None:
    """What a word means."""
    if not text:
        seat.term.head("Glossary (`glossary WORD`)")
        seat.term.say(", ".join(words()))
        return
    known = [Noun("word", word, word, (f"{word}s",)) for word in words()]
    noun = find(text, known, "word in the glossary")
    seat.term.bullet(f"{noun.label}: {words()[noun.id]}", mark="")
