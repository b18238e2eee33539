"""The negotiation table: the parties, the text, and what was said.

In the talks one drafts treaties, motions and messages; in the answers one says yes, no, or writes a
version of one's own. All of it can be undone until it is sent; what was sent is final.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from game.decisions import Message, Proposal
from game.language import _, _n
from game.report.ties import Tie, ties
from game.screens.bargain.answers import offer_card, offers, own_offers
from game.screens.bargain.consequences import Consequences
from game.screens.bargain.papers import papers_of
from game.screens.bargain.parties import party_card, seated, waiting_card
from game.screens.bargain.prices import capital_left
from game.screens.bargain.sending import anything, sure
from game.screens.bargain.staff import Staff
from game.screens.bargain.transcript import (
    Line,
    last_words,
    on_the_table,
    talk_cards,
    to_be_sent,
    transcript,
)
from game.screens.bargain.writing import writing
from game.screens.parts import endturn
from game.screens.parts.opening import open_nation, to_desk
from game.screens.parts.peers import NARROW
from game.screens.parts.phases import SENDS, final, ribbon
from game.screens.parts.strip import top
from game.screens.parts.undoing import undoing
from game.screens.play.session import Session
from game.screens.play.todo import Todo, unresolved
from game.ui.app import App
from game.ui.node import Do, Node, column, row, spacer, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    listing,
    notice,
    panel,
    rule,
    scroll,
    tabs,
    text,
)

FULL = 1400
"""Room in units of text from which all three columns are shown."""


class Negotiation(Screen):
    """One round of talks, or of answers."""

    name = "negotiation"

    def __init__(self, session: Session, start: Proposal | None = None) -> None:
        self.session = session
        self.view = "draft"
        self._said: tuple[object, list[Line]] = (None, [])
        self._sit()
        if start is not None:
            self.letter.open = False
            self.draft.begin(start)
        self.first = self._first()

    def _sit(self) -> None:
        """Take the seat's papers: what it was writing when it left the table, it goes on with."""
        self.papers = papers_of(self.session)
        self.papers.follow()
        self.draft, self.letter = self.papers.draft, self.papers.letter
        self.staff = Staff(self.session, self.draft)
        self.consequences = Consequences(self.session, self.staff)

    @property
    def mode(self) -> str:
        """What is written: a message, a motion in an organisation, or a treaty."""
        if self.letter.open and self.speaks:
            return "message"
        return "body" if self.draft.through else "treaty"

    @mode.setter
    def mode(self, mode: str) -> None:
        self.letter.open = mode == "message"
        if mode != "message":
            self.draft.through = mode == "body"

    @property
    def speaks(self) -> bool:
        """Whether messages can be written: in the talks, not in the answers."""
        step = self.session.step
        return step is not None and step.name in ("talk", "judge")

    def _first(self) -> str:
        waiting = offers(self.session)
        if waiting:
            return f"offer.{waiting[0].number}"
        return "back" if self._over else "mode.treaty"

    @property
    def _over(self) -> bool:
        """Whether the talks of the turn are over: what was said can be read, nothing written."""
        step = self.session.step
        return step is None or step.name == "order"

    # ---- the whole ---------------------------------------------------------------------------

    def build(self, app: App) -> Node:
        """Parties, text and transcript; in less room one of them at a time."""
        self._follow()
        self.staff.consult(app)
        note = _("what is sent is final")
        head = top(self.session, app, _("Negotiation"), note, *undoing(self.draft),
                   sign="messages-square")  # fmt: skip
        steps = ribbon(self.session, app)
        if app.room[0] >= FULL:
            middle = None if self._over else self._middle(app, 20)
            body = row(self._parties(app, 9), middle, self._talk(app, 32 if self._over else 12),
                       gap=14, pad=14, grow=1, align="stretch")  # fmt: skip
            return column(head, steps, body)
        return column(head, steps, self._one(app))

    def _one(self, app: App) -> Node:
        """One of the panels, and tabs to change it."""
        views = [("parties", _("Parties"), "users"), ("draft", _("Text"), "file-text"),
                 ("talk", _("What was said"), "scroll-text")]  # fmt: skip
        if self._over:
            del views[1]
        view = "talk" if self._over and self.view == "draft" else self.view
        choose = tabs("view", _("View"), views, view, partial(setattr, self, "view"))
        parts = {"parties": partial(self._parties, app, 1), "draft": partial(self._middle, app, 1),
                 "talk": partial(self._talk, app, 1)}  # fmt: skip
        return column(choose, parts[view](), gap=8, pad=10, grow=1)

    def _follow(self) -> None:
        """Once something was sent, or another sits here, nothing of before is to be undone."""
        if self.papers is not papers_of(self.session):
            self._sit()
        if self.papers.follow():
            self.letter = self.papers.letter
            self.staff.forget()

    def commands(self, app: App) -> dict[str, Do]:
        """Undo, redo and sending by key; G leads back, as it leads here."""
        return {"undo": self.draft.undo, "redo": self.draft.redo, "negotiate": app.pop,
                "end_turn": partial(self._send, app)}  # fmt: skip

    # ---- the left ----------------------------------------------------------------------------

    def _parties(self, app: App, grow: float) -> Node:
        session, me = self.session, self.session.nation
        others = [n for n in range(len(session.setup.nations)) if n != me]
        note = ""
        if self._writes:
            count = sum(seated(session, self.draft, n) for n in others) + 1
            note = _("{n} at the table").format(n=count)
        known = ties(session.match, me)
        found = listing("parties", _("Parties"), *(self._party(app, n, known) for n in others))
        return panel("parties.panel", _("Parties"), found, sign="users", note=note, grow=grow,
                     pad=(8, 10))  # fmt: skip

    def _party(self, app: App, number: int, known: Mapping[tuple[int, int], Tie]) -> Node:
        session, id_ = self.session, self.session.setup.nations[number]
        tie = known[number, session.nation]
        last = last_words(self._lines(), id_)
        go = partial(open_nation, app, session, id_)
        if self._writes:
            return party_card(session, self.draft, number, tie, self.staff.estimate, last, go)
        count = None if self._over else sum(each.proposer == id_ for each in offers(session))
        return waiting_card(session, number, tie, count, last, go)

    @property
    def _writes(self) -> bool:
        """Whether a text is being written: in the talks, or a version of one's own."""
        return self.speaks or self.draft.answers is not None

    # ---- the middle --------------------------------------------------------------------------

    def _middle(self, app: App, grow: float) -> Node:
        """Offers to be answered, or the text that is being written."""
        step = self.session.step
        if step is not None and step.name == "answer" and self.draft.answers is None:
            return self._answers(app, step.round, grow)
        return writing(self, app, grow)

    def _answers(self, app: App, round_: int, grow: float) -> Node:
        waiting = offers(self.session)
        cards = [
            offer_card(self.session, self.draft, each, round_ > 1,
                       self.consequences.build(app, each.number))
            for each in waiting
        ]  # fmt: skip
        empty = notice(_("Nothing lies on the table for you."), "check")
        inner = scroll("offers", *(cards or [empty]), gap=12)
        note = _("what is sent is final")
        return panel("answers", _("On the table"), inner, self.sending(app), sign="file-text",
                     note=note, grow=grow)  # fmt: skip

    # ---- sending -----------------------------------------------------------------------------

    def sending(self, app: App, parts: Sequence[Node] = ()) -> Node:
        """What may be done with the text, what would be sent, and the button that sends it."""
        step, count = self.session.step, anything(self.session)
        label = _(SENDS[step.name]) if step is not None else _("Send")
        said = _n("one thing to be sent", "{n} things to be sent", count)
        left = text(said if count else _("nothing to be sent yet"), "label", "text2", grow=1,
                    side="end")  # fmt: skip
        send = button("send", label, partial(self._send, app), sign="send", note=str(count or ""),
                      kind="plain" if self.draft.begun or self.letter.begun else "primary",
                      tip=final(self.session))  # fmt: skip
        if app.room[0] < NARROW:
            have = text(capital_left(self.session), "label", "text2")
            return column(rule(), wrap(*parts, send, gap=10), wrap(have, left, gap=10), gap=8)
        return column(rule(), row(*parts, left, send, gap=12), gap=8)

    def _send(self, app: App) -> None:
        """Say what is sent, and that it is final; then send it."""
        step = self.session.step
        if step is None or self._over:
            app.pop()
            return
        said = anything(self.session)
        if step.name == "judge" or (step.name == "answer" and unresolved(self.session)):
            endturn.send(app, self.session, partial(self._go, app), partial(self._sent, app))
        elif said or self.draft.begun or self.letter.begun:
            ask = partial(sure, session=self.session, papers=self.papers,
                          send=partial(self._sent, app))  # fmt: skip
            app.open(ask, "send.stay")
        else:
            self._sent(app)

    def _go(self, app: App, todo: Todo) -> None:
        if todo.screen != self.name:
            to_desk(app)
            return
        self.view = "draft"
        app.refresh()
        app.set_focus(todo.id)

    def _sent(self, app: App) -> None:
        """Send. Where others share the window, the table is cleared before they look at it."""
        if len(self.session.seats) > 1:
            to_desk(app)
            endturn.send_now(app, self.session)
            return
        endturn.send_now(app, self.session)
        step = self.session.step
        if app.screen is not self:
            return
        if step is None or step.name not in ("talk", "answer"):
            to_desk(app)
        else:
            self.mode = "treaty"
            app.touch()
            app.set_focus(self._first())

    # ---- the right ---------------------------------------------------------------------------

    def _lines(self) -> list[Line]:
        """The transcript, read once for each state of the match."""
        session = self.session
        state = (session.match.question, session.turn, session.nation)
        if self._said[0] != state:
            self._said = (state, transcript(session))
        return self._said[1]

    def _talk(self, app: App, grow: float) -> Node:
        waiting = to_be_sent(self.session, self.draft, self._edit)
        own = on_the_table(self.session, [each.proposal for each in own_offers(self.session)])
        cards = talk_cards(self.session, self._lines(), own is None)
        said = _("The talks of this turn are over; you can propose again next turn.")
        over = notice(said, "hourglass") if self._over else None
        inner = scroll("transcript.lines", over, waiting, rule() if waiting else None, own,
                       rule() if own and cards else None, *cards, gap=10)  # fmt: skip
        write = button("write", _("Write a message"), self._write, sign="mail")
        end = row(write, spacer()) if self.speaks else self._on(app)
        return panel("transcript", _("What was said"), inner, end, sign="scroll-text",
                     note=_("the latest first"), grow=grow)  # fmt: skip

    def _on(self, app: App) -> Node | None:
        """When the talks are over, the way to what is decided next."""
        if not self._over or self.session.over:
            return None
        return row(spacer(), button("to_orders", _("To the orders"), partial(to_desk, app),
                                    kind="primary", sign="arrow-right"))  # fmt: skip

    def _edit(self, given: Proposal | Message) -> None:
        """Write on at something that is to be sent."""
        self.view = "draft"
        if isinstance(given, Message):
            self.letter.take_up(given)
        else:
            self.letter.open = False
            self.draft.take_up(self.session.drafts.proposals.index(given))

    def _write(self) -> None:
        self.mode, self.view = "message", "draft"
