"""The codex at hand anywhere: what is linked is explained in a tooltip, and followed."""

from __future__ import annotations

from functools import partial

from game.codex.book import book
from game.screens.codex.codex import Codex
from game.ui.app import App


def install(app: App) -> None:
    """Give an app its codex: links are explained and followed, and C opens it anywhere."""
    app.hooks.explain = explain
    app.hooks.follow = partial(follow, app)
    app.hooks.open_codex = lambda app: app.push(Codex())


def explain(term: str) -> str:
    """A page in a tooltip: its title and its text, with links to hold it and go deeper."""
    found = book().find(term)
    if found is None:
        return term
    opening = book().text(found).split("\n")[0]
    return f"**{found.title}**\n{opening}"


def follow(app: App, term: str) -> None:
    """Go to the page of a term, in the codex that is open or in a new one."""
    if isinstance(app.screen, Codex) and not app.dialogs:
        app.screen.show(term)
        app.touch()
    else:
        app.push(Codex(term))
