"""Talk: messages and proposals, in two rounds."""

from __future__ import annotations

from collections.abc import Callable

from game.decisions import Message, Proposal, Reply
from game.report.bodies import bodies
from game.report.lexicon import TOPICS
from game.report.names import Unclear
from game.report.words import listed
from game.rules import params as p
from game.staff.drafting import price
from game.staff.legality import number
from game.terminal import editor, suggest
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.completing import fault, obvious
from game.terminal.desk import Command, Desk
from game.terminal.proposing import Text, edit
from game.terminal.seat import Seat
from game.terminal.talking import message_text, parse_message

HOW = {
    "ask": ("ask NATION TOPIC", f"ask for something: {listed(TOPICS)}"),
    "warn": ("warn NATION", "no further: it hears you mean it"),
    "reassure": ("reassure NATION", "kind words: believed by those who trust you"),
    "promise": (
        "promise NATION TOPIC",
        "your word, until the end or `until N`, on the same topics",
    ),
}


def talk(seat: Seat, round_: int, save: Callable[[], str]) -> Reply:
    """Take messages and proposals. Raises Leave."""
    asked = _asked(seat, round_)
    seat.term.head(f"Turn {seat.match.turn}: talks, round {round_} of 2")
    seat.term.say(asked)
    hints = suggest.for_talks(seat) if seat.guided and round_ == 1 else []
    if hints:
        seat.term.say("Staff suggests (type the letter):", "bold")
        suggest.show(seat, hints)
    lines = [hint.line for hint in hints]
    desk = Desk(seat, f"talks {round_}", asked, _COMMANDS, save, told, suggested=lines).run()
    return _reply(desk)


def _asked(seat: Seat, round_: int) -> str:
    """What can be said, with names that exist here."""
    ids = [n.id for n in seat.others()]
    body = next((b for b in bodies(seat.match, seat.nation) if b.mine), None)
    through = f", or move something in an organisation (`propose {body.id} …`)" if body else ""
    return (
        f"TALK, round {round_} of 2. Say something (`ask {ids[0]} share`), promise (`promise "
        f"{ids[-1]} help`), or propose a treaty (`propose {ids[len(ids) // 2]} hotline`){through}. "
        "`done` sends it all, and what is sent is final; with no drafts it just goes on."
    )


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
        raise Unclear(f"{p.OFFERS_MOST:.0f} proposals a round are the most; `drop N` makes room")
    if not line:
        _add(desk, editor.write(seat, text))
        return
    edit(seat, text, line)
    text = obvious(seat, text)
    wrong = fault(seat, text)
    if wrong:
        raise Unclear(f"this proposal is not complete: {wrong}. `propose` alone helps you write it")
    _add(desk, text.proposal())


def _add(desk: Desk, item: Message | Proposal) -> None:
    left = float(desk.seat.seen.capital[0, 0]) - cost([*desk.drafts.items, item])
    if left < 0:
        raise Unclear(
            f"you cannot pay for it: it takes {number(cost([item]))} capital, "
            f"{number(left + cost([item]))} is left; `drop N` makes room"
        )
    desk.drafts.add(item)
    desk.seat.term.good(f"Draft {len(desk.drafts.items)}: {told(desk.seat, item)}.")
    desk.seat.term.say(
        f"Costs {number(cost([item]))} capital, {number(left)} left; `done` sends, "
        "`undo` takes back.",
        "dim",
    )


def _done(desk: Desk, text: str) -> None:
    desk.done = True


_COMMANDS = {
    **{name: Command(*how, _say(name)) for name, how in HOW.items()},
    "propose": Command(
        "propose NATION CLAUSE",
        "a treaty, a joint statement, a text (`geneva`), a measure of an organisation you are in; "
        "`propose` alone helps",
        _propose,
    ),
    **DRAFTING,
    "done": Command("done", "send the drafts and go on", _done),
    **ALWAYS,
}
