"""Talk: messages and proposals, in two rounds."""

from __future__ import annotations

from collections.abc import Callable

from game.decisions import Message, Proposal, Reply
from game.language import N_, _
from game.report.bodies import bodies
from game.report.names import Unclear
from game.rules import params as p
from game.staff.drafting import price
from game.staff.legality import number, price_text
from game.terminal import editor, suggest
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.completing import fault, lacking, obvious
from game.terminal.desk import Command, Desk
from game.terminal.proposing import Text, edit
from game.terminal.seat import Seat
from game.terminal.talking import message_text, parse_message

HOW = {
    "ask": (
        "ask NATION TOPIC",
        N_("ask for something: restraint, share, silence, help, takedown, legal_aid and explain"),
    ),
    "warn": ("warn NATION", N_("no further: it hears you mean it")),
    "reassure": ("reassure NATION", N_("kind words: believed by those who trust you")),
    "promise": (
        "promise NATION TOPIC",
        N_("your word, until the end or `until N`, on the same topics"),
    ),
}


def talk(seat: Seat, round_: int, save: Callable[[], str]) -> Reply:
    """Take messages and proposals. Raises Leave."""
    asked = _asked(seat, round_)
    head = _("Turn {n}: talks, round {round} of 2")
    seat.term.head(head.format(n=seat.match.turn, round=round_))
    seat.term.say(asked)
    hints = suggest.for_talks(seat) if seat.guided and round_ == 1 else []
    if hints:
        seat.term.say(_("Staff suggests (type the letter):"), "bold")
        suggest.show(seat, hints)
    lines = [hint.line for hint in hints]
    phase = _("talks {n}").format(n=round_)
    desk = Desk(seat, phase, asked, _COMMANDS, save, told, suggested=lines).run()
    return _reply(desk)


def _asked(seat: Seat, round_: int) -> str:
    """What can be said, with names that exist here."""
    ids = [n.id for n in seat.others()]
    body = next((b for b in bodies(seat.match, seat.nation) if b.mine), None)
    treaty = _(
        "TALK, round {round} of 2. Say something (`ask {first} share`), promise (`promise {last} "
        "help`), or propose a treaty (`propose {middle} hotline`)."
    )
    moved = _(
        "TALK, round {round} of 2. Say something (`ask {first} share`), promise (`promise {last} "
        "help`), or propose a treaty (`propose {middle} hotline`), or move something in an "
        "organisation (`propose {body} …`)."
    )
    sent = _("`done` sends it all, and what is sent is final; with no drafts it just goes on.")
    said = (moved if body else treaty).format(
        round=round_,
        first=ids[0],
        last=ids[-1],
        middle=ids[len(ids) // 2],
        body=body.id if body else "",
    )
    return f"{said} {sent}"


def _reply(desk: Desk) -> Reply:
    items = desk.drafts.items
    messages = tuple(item for item in items if isinstance(item, Message))
    proposals = tuple(item for item in items if isinstance(item, Proposal))
    return Reply(messages=messages, proposals=proposals)


def told(seat: Seat, item: Message | Proposal) -> str:
    """A draft in words."""
    return message_text(seat, item) if isinstance(item, Message) else editor.told(seat, item)


def cost(items: list[Message | Proposal]) -> float:
    """Capital that drafts cost."""
    proposals = sum(isinstance(item, Proposal) for item in items)
    return price(proposals, len(items) - proposals)


def _say(tone: str) -> Callable[[Desk, str], None]:
    def run(desk: Desk, text: str) -> None:
        _add(desk, parse_message(desk.seat, tone, text))

    return run


def _propose(desk: Desk, line: str) -> None:
    seat, text = desk.seat, Text()
    offers = sum(isinstance(item, Proposal) for item in desk.drafts.items)
    if offers >= p.OFFERS_MOST:
        most = _("{n:.0f} proposals a round are the most; `drop N` makes room")
        raise Unclear(most.format(n=p.OFFERS_MOST))
    if not line:
        _add(desk, editor.write(seat, text, desk.is_command))
        return
    edit(seat, text, line)
    text = obvious(seat, text)
    missing, wrong = lacking(seat, text), fault(seat, text)
    if missing:
        said = _("this proposal is not complete: {why}. `propose` alone helps you write it")
        raise Unclear(said.format(why=missing))
    if wrong:
        raise Unclear(_("this cannot be proposed now: {why}").format(why=wrong))
    _add(desk, text.proposal())


def _add(desk: Desk, item: Message | Proposal) -> None:
    left = float(desk.seat.seen.capital[0, 0]) - cost([*desk.drafts.items, item])
    price = price_text({"capital": cost([item])})
    if left < 0:
        short = _("you cannot pay for it: it takes {cost}, {left} is left; `drop N` makes room")
        raise Unclear(short.format(cost=price, left=number(left + cost([item]))))
    desk.drafts.add(item)
    noted = _("Draft {n}: {draft}.")
    desk.seat.term.good(noted.format(n=len(desk.drafts.items), draft=told(desk.seat, item)))
    spent = _("Costs {cost}, {left} left; `done` sends, `undo` takes back.")
    desk.seat.term.say(spent.format(cost=price, left=number(left)), "dim")


def _done(desk: Desk, text: str) -> None:
    desk.done = True


_COMMANDS = {
    **{name: Command(*how, _say(name)) for name, how in HOW.items()},
    "propose": Command(
        "propose NATION CLAUSE",
        N_(
            "a treaty, a joint statement, a text (`geneva`), a measure of an organisation you are "
            "in; `propose` alone helps"
        ),
        _propose,
    ),
    **DRAFTING,
    "done": Command("done", N_("send the drafts and go on"), _done),
    **ALWAYS,
}
