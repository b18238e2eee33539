"""Sending: what would be sent, that it is final, and what comes next at the table."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.screens.bargain.transcript import message_text, told
from game.screens.parts.lines import bullet
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node
from game.ui.widgets import button, dialog, notice


def anything(session: Session) -> int:
    """How many things would be sent."""
    drafts = session.drafts
    return len(drafts.proposals) + len(drafts.messages) + len(drafts.answers)


def sure(app: App, session: Session, unfinished: bool, send: Do) -> Node:
    """A dialog that lists what is sent, and says that nobody can call it back."""
    lost = notice(
        _("The text you are writing is not tabled, and would not be sent."),
        "triangle-alert",
        "warn",
    )
    buttons = (
        button("send.stay", _("Stay"), app.close),
        button("send.now", _("Send"), partial(_close_and, app, send), kind="primary", sign="send",
               command="end_turn"),
    )  # fmt: skip
    final = notice(_("What is sent is final: nobody can call it back."), "lock")
    return dialog(
        "sure", _("Send it?"), *_listed(session), lost if unfinished else None, final,
        buttons=buttons, close=app.close, sign="send",
    )  # fmt: skip


def _listed(session: Session) -> list[Node]:
    drafts = session.drafts
    lines = [bullet(told(session, each), "file-text", "accent") for each in drafts.proposals]
    lines += [bullet(message_text(session, each), "mail", "accent") for each in drafts.messages]
    yes = sum(each.accept for each in drafts.answers.values())
    if drafts.answers:
        said = _("{yes} accepted, {no} refused").format(yes=yes, no=len(drafts.answers) - yes)
        lines.append(bullet(said, "check", "accent"))
    return lines


def _close_and(app: App, do: Do) -> None:
    app.close()
    do()
