"""The front door: first start, title, and all the ways from there into a game and back."""

from __future__ import annotations

import contextlib
from functools import partial

from game.language import _
from game.screens.before import thumbnail
from game.screens.before.campaign import Campaign
from game.screens.before.choice import Choice
from game.screens.before.credits import Credits
from game.screens.before.first_run import FirstRun
from game.screens.before.kept import names_of
from game.screens.before.library import Library
from game.screens.before.saved_games import SavedGames
from game.screens.before.settings import Settings
from game.screens.before.title import Last, Title, Ways
from game.screens.codex import links
from game.screens.codex.codex import Codex
from game.screens.parts import endturn
from game.screens.parts.opening import made, open_aftermath, open_records
from game.screens.play import saves
from game.screens.play.resuming import tried
from game.screens.play.session import Session
from game.screens.turn.briefing import Briefing
from game.screens.turn.tutorial import accompany, dismiss
from game.ui.app import App

MOMENT = 0.5
"""Seconds."""


def start(app: App) -> None:
    """Tidy up, give an app its codex and its way home, and show the first screen."""
    saves.sweep()
    links.install(app)
    app.hooks.open_settings = _settings
    endturn.AFTER["title"] = lambda app, session: home(app)
    endturn.AFTER["saves"] = lambda app, session: saved_games(app)
    if app.settings.seen_first_run:
        app.push(Title(ways()))
    else:
        app.push(FirstRun(lambda app: app.replace(Title(ways()))))


def home(app: App) -> None:
    """Back to the title, whatever is open; what can be gone on with may have changed."""
    dismiss(app)
    while app.dialogs:
        app.close()
    while len(app.screens) > 1:
        app.pop()
    app.replace(Title(ways()))


def ways() -> Ways:
    """Where the title leads."""
    last = saves.latest()
    return Ways(
        last=_last(last) if last else None,
        go_on=partial(_go_on, last) if last else None,
        new=library,
        replay=open_records,
        codex=lambda app: app.push(Codex()),
        credits=lambda app: app.push(Credits()),
        load=saved_games,
    )


def saved_games(app: App) -> None:
    """What was kept; to go on with one leaves the game that is open, which is kept as well."""
    app.push(SavedGames(resume))


def resume(app: App, session: Session) -> None:
    """From wherever one is to the desk of another game; of one that is over, to its debrief."""
    home(app)
    play(app, session)
    if session.over and app.screen.name == "situation":  # its last turn was told
        open_aftermath(app, session)


def library(app: App) -> None:
    """The scenario library, with the campaign beside it."""
    app.push(Library(begin, lambda app: app.push(Campaign(begin))))


def begin(app: App, choice: Choice, quick: bool) -> None:
    """To the briefing, or at once to the desk.

    Several people are each briefed there, once the others were asked to look away.
    """
    if quick or len(choice.seats) > 1:
        play_new(app, choice, quick)
    else:
        app.push(Briefing(choice.session(keep=False), lambda app: play_new(app, choice)))


def play_new(app: App, choice: Choice, briefed: bool = True) -> None:
    """Begin the game that was chosen; only now is it kept. briefed: the first seat has been."""
    try:
        session = choice.session()
    except OSError as error:
        app.say(_("The game cannot be saved: {why}").format(why=error), "triangle-alert", "warn")
        return
    if not briefed:
        session.unread()
    play(app, session)


def brief(app: App, session: Session) -> None:
    """The briefing of a game that was begun elsewhere; of several people each has their own."""
    if len(session.seats) > 1:
        session.unread()
        play(app, session)
    else:
        app.push(Briefing(session, partial(play, session=session)))


def play(app: App, session: Session) -> None:
    """To the desk of a game, with the coach at hand in the tutorial."""
    session.after_save.append(partial(_saved, app))
    session.after_draft.append(partial(_soon, app, session))
    app.hooks.closing = session.keep_desks
    _saved(app, session)
    accompany(app, session)
    show = app.replace if app.screen.name == "briefing" else app.push
    show(made("situation", session))


def _soon(app: App, session: Session) -> None:
    """Drafts are kept once no more is changed for a moment."""
    app.timers.add(app.now + MOMENT, session.keep_desks, f"desks of {session.path}")


def _saved(app: App, session: Session) -> None:
    """Whenever a game was saved: its picture, and when it is over its page of the notebook."""
    if session.path is None:
        return
    thumbnail.keep(app, session)
    if session.over:
        from game.screens.play import learnt  # it needs the report, which the first frame does not

        with contextlib.suppress(OSError):  # a full disk has been told of by the save itself
            learnt.remember(session.match, session.level)


def _last(saved: saves.Saved) -> Last:
    return Last(saved.title, ", ".join(names_of(saved)), _("Turn {n}").format(n=saved.turn))


def _go_on(saved: saves.Saved, app: App) -> None:
    found = tried(saved)
    if isinstance(found, str):
        app.say(found, "triangle-alert", "warn")
    else:
        play(app, found)


def _settings(app: App) -> None:
    if app.screen.name != "settings":
        app.push(Settings())
