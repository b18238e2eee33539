"""Looking things up: actions, clauses, words, the ladder, and why a number is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.codex.deeds import STAGES
from game.codex.words import glossary
from game.language import _, _n
from game.report import ledger, terms
from game.report.forms import Column, against, called, columns, nouns, usage
from game.report.ledger import STOCKS, changes, trust_changes
from game.report.names import Noun, Unclear, either, find, plain
from game.report.ready import READY
from game.report.situation import situation
from game.report.words import labelled, lowered, series
from game.rules.action import Action, Stage
from game.rules.clauses import CLAUSES
from game.staff.legality import price, price_text, why_closed
from game.terminal import glossary as typed_words
from game.terminal.seat import Seat
from game.terminal.typed import actions_named


def closed(seat: Seat, action: Action) -> str:
    """Why no option of an action is open now; empty if one is."""
    needed = [c for c in columns(action) if not c.optional]
    for column in needed:
        known = nouns(seat, action, column, {})
        if not known:
            return _("there is no {kind} to choose").format(kind=called(column))
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
    head = _("Actions (`action NAME` explains one; in the orders phase type its number)")
    seat.term.head(head)
    numbered = list(enumerate(seat.names.actions, start=1))
    whole = text == "all" or not seat.guided
    shut = 0
    for stage in Stage:
        shut += _show_stage(seat, [(n, a) for n, a in numbered if a.stage is stage], stage, whole)
    if shut and not whole:
        more = _n(
            "{n} more is not open now: `actions all` says why.",
            "{n} more are not open now: `actions all` says why.",
            shut,
        )
        seat.term.say(more, "dim")
    at_once = _("Within a stage everybody acts at once; stages follow in this order.")
    seat.term.say(at_once, "dim")


def _show_stage(
    seat: Seat, numbered: Sequence[tuple[int, Action]], stage: Stage, whole: bool
) -> int:
    """The actions of one stage: the open ones in a table, then the others; how many those are."""
    reasons = {action.id: closed(seat, action) for _, action in numbered}
    shut = [(n, a) for n, a in numbered if reasons[a.id]]
    if len(shut) == len(numbered) and not whole:
        return len(shut)
    seat.term.say(_(STAGES[stage]), "bold")
    seat.term.table(
        [
            [f"{n:>2}", f"{a.id:<14}", f"{_(a.label):<31}", _price(a)]
            for n, a in numbered
            if not reasons[a.id]
        ]
    )
    barred = _("{action}: not now, {why}")
    for n, action in shut if whole else ():
        said = barred.format(action=action.id, why=reasons[action.id])
        seat.term.bullet(said, "dim", f"{n:>2} ")
    return len(shut)


def _price(action: Action) -> str:
    cost = price_text(price(action))
    by_level = action.levels > 1 and action.by_level
    return _("{price} a level").format(price=cost) if by_level else cost


def show_action(seat: Seat, text: str) -> None:
    """One action in full. Raises Unclear."""
    known = actions_named(seat)
    noun = find(text, known, _("action"))
    action = next(a for a in seat.names.actions if a.id == noun.id)
    term = seat.term
    term.head(_(action.label))
    term.say(_(action.about))
    why = closed(seat, action)
    cost, by_level = price_text(price(action)), action.levels > 1 and action.by_level
    term.table(
        [
            [
                lowered(_("Costs")),
                _("{price} for each level").format(price=cost) if by_level else cost,
            ],
            [lowered(_("Stage")), _(STAGES[action.stage]).lower()],
            [
                lowered(_("Seen by")),
                _("everybody") if action.public else _("you, and those it concerns"),
            ],
            [_("law"), _(action.legality)],
            [_("open now"), _("no: {why}").format(why=why) if why else _("yes")],
            [_("type"), usage(action)],
        ]
    )
    for column in () if why else columns(action):
        _show_choices(seat, action, column)


def _show_choices(seat: Seat, action: Action, column: Column) -> None:
    labels = []
    if column.kind == "answer":
        seat.term.bullet(_("`law` lists the answers to each question"))
        return
    for noun in nouns(seat, action, column, {}):
        why = against(seat, action, column, noun)
        labels.append(f"{noun.label} ({why})" if why else noun.label)
    if labels and column.kind != "level":
        seat.term.bullet(f"{_(column.question)} {either(labels)}")


def show_clauses(seat: Seat) -> None:
    """The vocabulary of treaties."""
    seat.term.head(_("Clauses a proposal can have"))
    each = _("{clause}: {about} Levels: {levels}.")
    for clause in CLAUSES:
        levels = series(f"{n} {_(text)}" for n, text in enumerate(clause.levels) if n)
        seat.term.bullet(each.format(clause=clause.id, about=_(clause.about), levels=levels))
    seat.term.say(_("Ready-made texts (`propose NATION truce`, `propose geneva`)"), "bold")
    text = _("{id}: {label}: {about}.")
    for ready in READY:
        said = text.format(id=ready.id, label=_(ready.label), about=_(ready.about))
        seat.term.bullet(said)


def show_ladder(seat: Seat) -> None:
    """The rungs, and where the world and each pair stands."""
    s = situation(seat.match, seat.nation)
    seat.term.head(_("The ladder"))
    names, looks = terms.ladder(), glossary().rungs
    width = max(map(len, names)) + 1
    for rung in range(len(names) - 1, -1, -1):
        here = _("<-- the world is here") if rung == s.rung else ""
        seat.term.table([[f"{rung}", names[rung].ljust(width), f"{_(looks[rung])} {here}".strip()]])
    others = ", ".join(f"{r.name} {r.rung}" for r in s.relations)
    seat.term.say(_("Between you and: {others}").format(others=others))
    for ramp in s.off_ramps:
        seat.term.bullet(_("a way down: {ramp}").format(ramp=ramp))


def show_r(seat: Seat) -> None:
    """The retaliation number in words."""
    s = situation(seat.match, seat.nation)
    seat.term.head(_("The retaliation number R"))
    seat.term.say(s.retaliation_says)
    made = _(
        "It is detection x the mean over nations of how often each answers a blow, going by its "
        "habit and by this game; allies who answer for a friend count too. You bring it down by "
        "not answering in kind, by hotlines, and by asking your allies to hold back."
    )
    seat.term.say(made)


def show_why(seat: Seat, text: str) -> None:
    """Why a stock, or another nation's trust, is what it is. Raises Unclear."""
    head, _gap, rest = plain(text).partition(" ")
    if head == "trust":
        _why_trust(seat, rest)
        return
    stocks = [Noun("stock", name, ledger.stock(name)) for name in STOCKS]
    people = [Noun("nation", n.id, n.label, n.also) for n in seat.others()]
    noun = find(text, [*stocks, *people], _("number")) if text else None
    if noun is None:
        said = _("why what? Type `why` and {names}")
        raise Unclear(said.format(names=either((*STOCKS, "trust NATION"))))
    if noun.kind == "nation":
        _why_trust(seat, noun.id)
        return
    seat.term.head(_("Why {stock} is what it is").format(stock=noun.label))
    _by_turn(
        seat,
        ((turn, changes(seat.match, seat.nation, turn).get(noun.id, [])) for turn in _turns(seat)),
    )


def _turns(seat: Seat) -> range:
    return range(1, len(seat.match.logs) + 1)


def _why_trust(seat: Seat, text: str) -> None:
    noun = find(text, seat.others(), _("nation")) if text else None
    for other in [noun] if noun else seat.others():
        head = _("What your deeds did to {nation}'s trust in you")
        seat.term.head(head.format(nation=other.label))
        _by_turn(
            seat,
            (
                (turn, trust_changes(seat.match, seat.nation, turn).get(other.label, []))
                for turn in _turns(seat)
            ),
        )
    rest = _(
        "Trust is these deeds less what the other believes you did to it; that part changes with "
        "the evidence it holds."
    )
    seat.term.say(rest, "dim")


def _by_turn(seat: Seat, turns: Iterable[tuple[int, list[tuple[str, float]]]]) -> None:
    found = False
    for turn, parts in turns:
        for why, by in parts:
            found = True
            seat.term.table([[_("turn {n}").format(n=turn), f"{by:+6.1f}", why]])
    if not found:
        seat.term.say(_("Nothing has changed it so far."))


def show_glossary(seat: Seat, text: str) -> None:
    """What a word means."""
    if not text:
        seat.term.head(_("Glossary (`glossary WORD`)"))
        seat.term.say(", ".join(noun.label for noun in typed_words.nouns()))
        return
    noun = find(text, typed_words.nouns(), _("word in the glossary"))
    seat.term.bullet(labelled(noun.label, typed_words.words()[noun.id]), mark="")
