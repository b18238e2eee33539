"""A message: to whom, in what tone, about what, until when, and a note that machines ignore."""

from __future__ import annotations

from functools import partial

from game.decisions import Message
from game.language import N_, NP_, _
from game.report import terms
from game.rules.world import NOBODY, Promise
from game.screens.bargain.draft import Draft
from game.screens.bargain.prices import spent
from game.screens.bargain.transcript import message_text
from game.screens.parts.lines import section
from game.screens.play.desks import Written
from game.screens.play.session import Session
from game.staff import drafting
from game.staff.legality import number, price_text
from game.ui.app import App
from game.ui.node import Node, em, row
from game.ui.widgets import button, entry, notice, segmented, slider, text

TONES = (
    ("ask", N_("Ask"), "circle-question-mark", N_("Asking puts it on record. Where a norm makes "
                                                  "an answer a duty, silence costs.")),
    ("warn", N_("Warn"), "triangle-alert", N_("It hears that you mean it.")),
    ("reassure", N_("Reassure"), "heart-handshake", N_("Kind words are believed by those who "
                                                        "trust you.")),
    ("promise", NP_("what to do", "Promise"), "hand",
     N_("Your word. Kept, it earns trust; broken, it costs thrice.")),
)  # fmt: skip
LONGEST = 300
"""Signs of a note."""


class Letter:
    """A message being written."""

    def __init__(self, session: Session, draft: Draft) -> None:
        self.session, self.draft = session, draft
        self.to = draft.others()[0]
        self.tone, self.topic, self.note = "ask", "share", ""
        self.until = session.match.board.turns
        self.open = False  # it is what is written at, not a text
        self.taken: Message | None = None  # the one to be sent that is written anew
        self.first = self.message  # as it was before anything was chosen or written

    @property
    def message(self) -> Message:
        """As it stands."""
        until = self.until if self.tone == "promise" else NOBODY
        return Message(self.to, self.tone, self.topic, until, self.note.strip())

    @property
    def fault(self) -> str:
        """Why it cannot be added; empty if it can."""
        session, drafts = self.session, self.session.drafts
        if self._place is not None:
            drafts = drafts.without_message(self._place)
        cost = spent(drafts) + drafting.price(0, 1)
        if cost > float(session.seen.capital[0, 0]):
            return _("There is not enough capital left for it.")
        said = [(each.to, each.tone, each.topic) for each in drafts.messages]
        again = (self.to, self.tone, self.topic) in said
        return _("That is among what is to be sent already.") if again else ""

    def add(self) -> None:
        """Put it among what is to be sent."""
        self.draft.keep()
        self.session.draft(self.session.drafts.with_message(self.message, self._place))
        self.note, self.taken = "", None
        self.first = self.message

    def take_up(self, message: Message) -> None:
        """Write on at a message that is to be sent."""
        self.to, self.tone, self.topic = message.to, message.tone, message.topic
        self.until = self.until if message.until == NOBODY else message.until
        self.note, self.taken, self.open = message.note, message, True

    def write_on(self, left: Written) -> None:
        """What was being written when the game was left."""
        if left.message is not None:
            self.take_up(left.message)  # the first stays: it was not added
            self.taken, self.open = left.taken, False

    @property
    def begun(self) -> bool:
        """Whether one was chosen or written that is not among what is to be sent."""
        return self.message not in (self.first, *self.session.drafts.messages)

    @property
    def _place(self) -> int | None:
        """Where the one stands that is written anew; None once it was taken out."""
        sent = self.session.drafts.messages
        return sent.index(self.taken) if self.taken in sent else None

    def build(self, app: App) -> list[Node]:
        """All that a message says."""
        names = dict(zip(self.session.setup.nations, self.session.setup.names, strict=False))
        about = next(_(says) for key, _label, _sign, says in TONES if key == self.tone)
        lines = [
            section(_("To"), segmented("to", _("To whom"), [
                (id_, names[id_]) for id_ in self.draft.others()], self.to, partial(
                    setattr, self, "to"))),
            section(_("How"), segmented("tone", _("How"), [
                (key, _(label), sign) for key, label, sign, _says in TONES], self.tone, partial(
                    setattr, self, "tone")), text(about, "label", "text2")),
            section(_("About what"), segmented("topic", _("About what"), [
                (kind.name.lower(), terms.promise(kind)) for kind in Promise], self.topic, partial(
                    setattr, self, "topic"))),
        ]  # fmt: skip
        lines += [self._until()] if self.tone == "promise" else []
        lines.append(section(_("A note"), entry(
            "note", _("A note, which only people read"), self.note, partial(setattr, self, "note"),
            app.cursor("note"), longest=LONGEST, hint=_("Only people read it"))))  # fmt: skip
        said = message_text(self.session, self.message)
        left = number(float(self.session.seen.capital[0, 0]) - spent(self.session.drafts))
        own = price_text({"capital": drafting.price(0, 1)})
        cost = text(_("costs {price}; you have {left}").format(price=own, left=left), "label",
                    "text2")  # fmt: skip
        return [*lines, notice(said, "messages-square"), cost]

    def adding(self) -> Node:
        """To put it among what is to be sent."""
        label = _("Add message") if self._place is None else _("Put it back")
        return button("add_message", label, self.add, kind="primary", sign="mail",
                      disabled=self.fault)  # fmt: skip

    def _until(self) -> Node:
        """The turn until which one's word is given."""
        first, last = self.session.turn, self.session.match.board.turns
        said = _("until the end of turn {n}").format(n=self.until)
        knob = slider("until", _("Until"), self.until, self._set_until, low=first, high=last,
                      step=1, shown=said, width=em(18))  # fmt: skip
        return section(_("Until"), row(knob, text(said, "label"), gap=14))

    def _set_until(self, turn: float) -> None:
        self.until = int(turn)
