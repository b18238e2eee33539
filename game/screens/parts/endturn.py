"""Handing in a step: what is still open is listed first, then it is sent, and the game goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import _, _n
from game.screens.parts.opening import open_briefing, open_curtain, open_resolution
from game.screens.parts.phases import final
from game.screens.play.session import Session
from game.screens.play.steps import Sent
from game.screens.play.todo import Todo, unresolved
from game.ui.app import App
from game.ui.node import Do, Node
from game.ui.widgets import button, dialog, notice, text

Go = Callable[[Todo], object]

AFTER: dict[str, Callable[[App, Session], object]] = {}
"""What the game around lends: the 'title' for when the game is left, and the 'saves'."""


def send(app: App, session: Session, go: Go, sent: Do | None = None) -> None:
    """Send what this step asks; ask first if something is open. sent: what sends it otherwise."""
    step, then = session.step, sent or partial(send_now, app, session)
    if step is None:
        return
    found = unresolved(session)
    nothing = step.name == "order" and not session.drafts.orders
    if found or nothing:
        app.open(partial(_sure, session=session, go=go, then=then), "send.stay")
    else:
        then()


def _sure(app: App, session: Session, go: Go, then: Do) -> Node:
    """What is still open, with ways there."""
    found = unresolved(session)
    lines = [
        button(f"open.{n}", todo.text, partial(_jump, app, go, todo), sign="corner-down-right",
               justify="start")
        for n, todo in enumerate(found)
    ]  # fmt: skip
    none = None
    if session.step is not None and session.step.name == "order" and not session.drafts.orders:
        none = notice(_("You give no orders this turn."), "triangle-alert", "warn")
    count = len(found)
    head = _n("{n} thing is still open.", "{n} things are still open.", count) if count else ""
    buttons = (
        button("send.stay", _("Stay"), app.close),
        button("send.now", _("Send all the same"), partial(_close_and, app, then),
               kind="primary", sign="send", command="end_turn"),
    )  # fmt: skip
    return dialog(
        "send", _("Send it?"), text(head, "label") if head else None, *lines, none,
        text(final(session), "label", "text2"),
        buttons=buttons, close=app.close, sign="send", wide=34,
    )  # fmt: skip


def _jump(app: App, go: Go, todo: Todo) -> None:
    app.close()
    go(todo)


def _close_and(app: App, then: Do) -> None:
    app.close()
    then()


def send_now(app: App, session: Session) -> None:
    """Send, and show what comes of it."""
    app.worker.cancel("forecast")
    sent = session.send()
    app.hooks.cue("turn" if sent.played else "confirm")
    follow(app, session, sent)
    if sent.trouble:
        app.say(sent.trouble, "triangle-alert", "warn")


def follow(app: App, session: Session, sent: Sent) -> None:
    """After something was sent: the curtain, what came of the turn, or the next step."""
    if sent.handed:
        open_curtain(app, session)
    else:
        greet(app, session)


def greet(app: App, session: Session) -> None:
    """What the one at the window has not been shown yet: how the last turn went."""
    turn = session.untold()
    if session.brief():
        open_briefing(app, session)
    elif turn is not None:
        open_resolution(app, session, turn)


def show_last(app: App, session: Session) -> None:
    """How the last turn went, once more."""
    played = len(session.match.worlds) - 1
    if played < 1:
        app.say(_("No turn has been played yet."), "info")
    else:
        open_resolution(app, session, played)


def quick_save(app: App, session: Session) -> None:
    """Save now, and say so."""
    trouble = session.save()
    app.say(trouble or _("Saved."), "triangle-alert" if trouble else "save")


def saves(app: App, session: Session) -> None:
    """Look through the games that were kept."""
    if "saves" in AFTER:
        AFTER["saves"](app, session)
    else:
        app.say(_("Saved games are reached from the title."), "info")


def leave(app: App, session: Session) -> None:
    """Save, and go back to where the game was begun."""
    quick_save(app, session)
    if "title" in AFTER:
        AFTER["title"](app, session)
    elif len(app.screens) > 1:
        app.pop()
    else:
        app.running = False
