"""Commands that work in every phase."""

from __future__ import annotations

from game.decisions import Order, Proposal
from game.language import N_, _
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
    desk.seat.term.good(_("Saved to {path}.").format(path=desk.save()))


def _level(desk: Desk, text: str) -> None:
    if text not in LEVELS:
        said = _("you play at level {level}; type level {levels}")
        raise Unclear(said.format(level=desk.seat.level, levels=either(LEVELS)))
    desk.seat.level = text
    desk.seat.term.good(_("Level {level} from now on.").format(level=text))


def _bars(desk: Desk, text: str) -> None:
    desk.seat.term.bars = text != "off"
    drawn, bare = _("Bars are drawn."), _("No bars: numbers only.")
    desk.seat.term.good(drawn if desk.seat.term.bars else bare)


def _undo(desk: Desk, text: str) -> None:
    if not desk.drafts.undo():
        raise Unclear(_("there is nothing to undo: what was sent is final"))
    desk.seat.term.good(_("Undone."))
    desk.say_drafts()


def _drop(desk: Desk, text: str) -> None:
    count = len(desk.drafts.items)
    if not text.isdecimal() or not 1 <= int(text) <= count:
        hint = _("type drop and a number from 1 to {n}").format(n=count)
        raise Unclear(hint if count else _("there are no drafts"))
    dropped = desk.tell(desk.seat, desk.drafts.drop(int(text)))
    desk.seat.term.good(_("Dropped: {draft}.").format(draft=dropped))


DRAFTING: Commands = {
    "drafts": Command(
        "drafts", N_("what you have decided and not sent"), lambda d, t: d.say_drafts()
    ),
    "undo": Command("undo", N_("take back the last change of the drafts"), _undo),
    "drop": Command("drop N", N_("take out draft N"), _drop),
}
"""For phases that have drafts."""

ALWAYS: Commands = {
    "report": Command(
        "report [N]",
        N_("news: this turn and the last, or turn N"),
        lambda d, t: telling.show_report(d.seat, t),
    ),
    "situation": Command(
        "situation",
        N_("your five numbers and your services"),
        lambda d, t: sheets.show_situation(d.seat),
    ),
    "dossiers": Command(
        "dossiers", N_("all cases in short"), lambda d, t: cases.show_dossiers(d.seat)
    ),
    "dossier": Command("dossier N [staff]", N_("one case: suspects, evidence, claims"), _dossier),
    "believe": Command(
        "believe N NAME=50 …",
        N_("say what you believe; `believe N` asks you"),
        lambda d, t: believe(d, t),
    ),
    "nations": Command(
        "nations", N_("how you stand to the others"), lambda d, t: sheets.show_nations(d.seat)
    ),
    "nation": Command(
        "nation X",
        N_("one nation in full; `nation me` is your own brief"),
        lambda d, t: sheets.show_nation(d.seat, t),
    ),
    "treaties": Command(
        "treaties", N_("treaties in force, and breaches"), lambda d, t: sheets.show_treaties(d.seat)
    ),
    "organisations": Command(
        "organisations [X]",
        N_("who is in them, what they can do, what is on its way"),
        lambda d, t: institutions.show_organisations(d.seat, t),
    ),
    "norms": Command(
        "norms [N]",
        N_("who holds which norm, and who broke one"),
        lambda d, t: institutions.show_norms(d.seat, t),
    ),
    "law": Command(
        "law [ORDER …]", N_("contested questions; how an act is read, or would be"), _law
    ),
    "capacity": Command(
        "capacity",
        N_("your skills, what arrives when, aid, red lines"),
        lambda d, t: institutions.show_capacity(d.seat),
    ),
    "promises": Command(
        "promises", N_("promises, and who keeps them"), lambda d, t: sheets.show_promises(d.seat)
    ),
    "objectives": Command(
        "objectives",
        N_("what you want, and how it stands"),
        lambda d, t: sheets.show_objectives(d.seat),
    ),
    "why": Command(
        "why support",
        N_("why a number moved; also `why trust NATION`"),
        lambda d, t: learn.show_why(d.seat, t),
    ),
    "r": Command("r", N_("the retaliation number, explained"), lambda d, t: learn.show_r(d.seat)),
    "ladder": Command(
        "ladder", N_("the rungs of escalation"), lambda d, t: learn.show_ladder(d.seat)
    ),
    "actions": Command(
        "actions [all]",
        N_("all orders, with prices and what bars them"),
        lambda d, t: learn.show_actions(d.seat, t),
    ),
    "action": Command(
        "action X", N_("one order in full"), lambda d, t: learn.show_action(d.seat, t)
    ),
    "clauses": Command(
        "clauses", N_("what a proposal can say"), lambda d, t: learn.show_clauses(d.seat)
    ),
    "glossary": Command(
        "glossary [WORD]", N_("what a word means"), lambda d, t: learn.show_glossary(d.seat, t)
    ),
    "level": Command("level X", N_("guided, standard or expert"), _level),
    "bars": Command("bars on|off", N_("draw bars, or numbers only"), _bars),
    "save": Command("save", N_("save now (it happens by itself, too)"), _save),
    "staff": Command(
        "staff [ORDER …]",
        N_("what may come, what would tell most; on an order; `staff offer`: who would sign"),
        _staff,
    ),
    "help": Command(
        "help [WORD]", N_("this list, or one word of it"), lambda d, t: show_help(d, t, ALWAYS)
    ),
    "quit": Command("quit", N_("save and leave; `--resume` goes on"), lambda d, t: d.leave()),
}
"""For every phase."""
