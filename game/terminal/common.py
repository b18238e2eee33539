"""Commands that work in every phase."""

from __future__ import annotations

from game.decisions import Order, Proposal
from game.report.forms import told
from game.report.names import Unclear, either
from game.terminal import advice, cases, institutions, learn, sheets, telling
from game.terminal.asking import complete
from game.terminal.beliefs import believe
from game.terminal.desk import Command, Commands, Desk
from game.terminal.helping import show_help
from game.terminal.seat import LEVELS
from game.terminal.typed import parse_order


def _dossier(desk: Desk, text: str) -> None:
    words = text.split()
    staff = cases.staff_shows(desk.seat) or "staff" in words
    name = " ".join(word for word in words if word != "staff")
    cases.show_dossier(desk.seat, desk.seat.dossier(name), staff)


def _law(desk: Desk, text: str) -> None:
    """The law as it stands, or what it says of an order that is not given yet."""
    if not text:
        institutions.show_law(desk.seat)
        return
    draft = parse_order(desk.seat, text.removeprefix("order "))
    order = complete(desk.seat, draft, desk.is_command)
    institutions.show_order_reading(desk.seat, order, told(desk.seat, order))


def _staff(desk: Desk, text: str) -> None:
    """Advice: in general, on the proposals drafted, or on one order. Raises Unclear."""
    advice.advised(desk.seat)
    if not text:
        advice.show_staff(
            desk.seat, [item for item in desk.drafts.items if isinstance(item, Order)]
        )
    elif text in ("offer", "offers", "proposal", "proposals"):
        advice.show_offers(desk.seat, _proposals(desk))
    else:
        draft = parse_order(desk.seat, text.removeprefix("order "))
        advice.show_counsel(desk.seat, complete(desk.seat, draft, desk.is_command))


def _proposals(desk: Desk) -> list[Proposal]:
    """Proposals and counter-offers among the drafts."""
    items = desk.drafts.items
    given = [i if isinstance(i, Proposal) else getattr(i, "counter", None) for i in items]
    return [proposal for proposal in given if isinstance(proposal, Proposal)]


def _save(desk: Desk, text: str) -> None:
    desk.seat.term.good(f"Saved to {desk.save()}.")


def _level(desk: Desk, text: str) -> None:
    if text not in LEVELS:
        raise Unclear(f"you play at level {desk.seat.level}; type level {either(LEVELS)}")
    desk.seat.level = text
    desk.seat.term.good(f"Level {text} from now on.")


def _bars(desk: Desk, text: str) -> None:
    desk.seat.term.bars = text != "off"
    desk.seat.term.good("Bars are drawn." if desk.seat.term.bars else "No bars: numbers only.")


def _undo(desk: Desk, text: str) -> None:
    if not desk.drafts.undo():
        raise Unclear("there is nothing to undo: what was sent is final")
    desk.seat.term.good("Undone.")
    desk.say_drafts()


def _drop(desk: Desk, text: str) -> None:
    count = len(desk.drafts.items)
    if not text.isdecimal() or not 1 <= int(text) <= count:
        hint = f"type drop and a number from 1 to {count}" if count else "there are no drafts"
        raise Unclear(hint)
    desk.seat.term.good(f"Dropped: {desk.tell(desk.seat, desk.drafts.drop(int(text)))}.")


DRAFTING: Commands = {
    "drafts": Command("drafts", "what you have decided and not sent", lambda d, t: d.say_drafts()),
    "undo": Command("undo", "take back the last change of the drafts", _undo),
    "drop": Command("drop N", "take out draft N", _drop),
}
"""For phases that have drafts."""

ALWAYS: Commands = {
    "report": Command(
        "report [N]",
        "news: this turn and the last, or turn N",
        lambda d, t: telling.show_report(d.seat, t),
    ),
    "situation": Command(
        "situation",
        "your five numbers and your services",
        lambda d, t: sheets.show_situation(d.seat),
    ),
    "dossiers": Command("dossiers", "all cases in short", lambda d, t: cases.show_dossiers(d.seat)),
    "dossier": Command("dossier N [staff]", "one case: suspects, evidence, claims", _dossier),
    "believe": Command(
        "believe N tolvar=50 …",
        "say what you believe; `believe N` asks you",
        lambda d, t: believe(d, t),
    ),
    "nations": Command(
        "nations", "how you stand to the others", lambda d, t: sheets.show_nations(d.seat)
    ),
    "nation": Command(
        "nation X",
        "one nation in full; `nation me` is your own brief",
        lambda d, t: sheets.show_nation(d.seat, t),
    ),
    "treaties": Command(
        "treaties", "treaties in force, and breaches", lambda d, t: sheets.show_treaties(d.seat)
    ),
    "organisations": Command(
        "organisations [X]",
        "who is in them, what they can do, what is on its way",
        lambda d, t: institutions.show_organisations(d.seat, t),
    ),
    "norms": Command(
        "norms [N]",
        "who holds which norm, and who broke one",
        lambda d, t: institutions.show_norms(d.seat, t),
    ),
    "law": Command("law [ORDER …]", "contested questions; how an act is read, or would be", _law),
    "capacity": Command(
        "capacity",
        "your skills, what arrives when, aid, red lines",
        lambda d, t: institutions.show_capacity(d.seat),
    ),
    "promises": Command(
        "promises", "promises, and who keeps them", lambda d, t: sheets.show_promises(d.seat)
    ),
    "objectives": Command(
        "objectives",
        "what you want, and how it stands",
        lambda d, t: sheets.show_objectives(d.seat),
    ),
    "why": Command(
        "why support",
        "why a number moved; also `why trust NATION`",
        lambda d, t: learn.show_why(d.seat, t),
    ),
    "r": Command("r", "the retaliation number, explained", lambda d, t: learn.show_r(d.seat)),
    "ladder": Command("ladder", "the rungs of escalation", lambda d, t: learn.show_ladder(d.seat)),
    "actions": Command(
        "actions [all]",
        "all orders, with prices and what bars them",
        lambda d, t: learn.show_actions(d.seat, t),
    ),
    "action": Command("action X", "one order in full", lambda d, t: learn.show_action(d.seat, t)),
    "clauses": Command(
        "clauses", "what a proposal can say", lambda d, t: learn.show_clauses(d.seat)
    ),
    "glossary": Command(
        "glossary [WORD]", "what a word means", lambda d, t: learn.show_glossary(d.seat, t)
    ),
    "level": Command("level X", "guided, standard or expert", _level),
    "bars": Command("bars on|off", "draw bars, or numbers only", _bars),
    "save": Command("save", "save now (it happens by itself, too)", _save),
    "staff": Command(
        "staff [ORDER …]",
        "what may come, what would tell most; on an order; `staff offer`: who would sign",
        _staff,
    ),
    "help": Command("help [WORD]", "this list; `help all`", lambda d, t: show_help(d, t, ALWAYS)),
    "quit": Command("quit", "save and leave; `--resume` goes on", lambda d, t: d.leave()),
}
"""For every phase."""
