"""Sending: what would be sent, that it is final, and what comes next at the table."""

from __future__ import annotations

from functools import partial

from game.decisions import Message, Proposal
from game.language import _
from game.report.words import quoted
from game.screens.bargain.answers import offers
from game.screens.bargain.papers import Papers
from game.screens.bargain.prices import of_all
from game.screens.bargain.transcript import message_text, told
from game.screens.parts.lines import bullet
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node, column
from game.ui.widgets import button, dialog, notice


def anything(session: Session) -> int:
    """How many things would be sent."""
    drafts = session.drafts
    return len(drafts.proposals) + len(drafts.messages) + len(drafts.answers)


def sure(app: App, session: Session, papers: Papers, send: Do) -> Node:
    """A dialog that lists what is sent, and says that nobody can call it back."""
    buttons = (
        button("send.stay", _("Stay"), app.close),
        button("send.now", _("Send"), partial(_close_and, app, send), kind="primary", sign="send",
               command="end_turn"),
    )  # fmt: skip
    final = notice(_("What is sent is final: nobody can call it back."), "lock")
    return dialog(
        "sure", _("Send it?"), *_listed(session), *_left(papers), final,
        buttons=buttons, close=app.close, sign="send",
    )  # fmt: skip


def _left(papers: Papers) -> list[Node]:
    """What is being written, and stays behind."""
    said = {
        _("The text you are writing is not tabled, and would not be sent."): papers.draft.begun,
        _("The message you are writing was not added, and would not be sent."): papers.letter.begun,
    }
    return [notice(each, "triangle-alert", "warn") for each, so in said.items() if so]


def _listed(session: Session) -> list[Node]:
    drafts = session.drafts
    lines = [bullet(told(session, each), "file-text", "accent") for each in drafts.proposals]
    lines += [_letter(session, each) for each in drafts.messages]
    yes = sum(each.accept for each in drafts.answers.values())
    if drafts.answers:
        said = _("{yes} accepted, {no} refused").format(yes=yes, no=len(drafts.answers) - yes)
        lines.append(bullet(said, "check", "accent"))
    return [*lines, *(bullet(each, "coins") for each in of_all(session, _accepted(session)))]


def _accepted(session: Session) -> list[Proposal]:
    """Offers of others to which one says yes."""
    yes = {number for number, each in session.drafts.answers.items() if each.accept}
    return [each.proposal for each in offers(session) if each.number in yes]


def _letter(session: Session, message: Message) -> Node:
    """A message and its note."""
    line = bullet(message_text(session, message), "mail", "accent")
    note = bullet(quoted(message.note), "corner-down-right") if message.note else None
    return column(line, note, gap=4)


def _close_and(app: App, do: Do) -> None:
    app.close()
    do()
