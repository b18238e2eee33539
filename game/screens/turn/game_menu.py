"""The menu of a game under way: go on, save, look elsewhere, leave."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.screens.parts import endturn
from game.screens.parts.levels import levels
from game.screens.parts.opening import (
    open_briefing,
    open_institutions,
    open_nation,
    open_trust,
)
from game.screens.play.session import Session
from game.screens.turn.tutorial import accompany, tutored
from game.ui.app import App
from game.ui.node import Do, Node
from game.ui.widgets import button, dialog, segmented, text


def _change(app: App, session: Session, level: str) -> None:
    trouble = session.change_level(level)
    if trouble:
        app.say(trouble, "triangle-alert", "warn")


def menu(app: App, session: Session) -> None:
    """Open it."""
    app.open(partial(_menu, session=session), "menu.on")


def _menu(app: App, session: Session) -> Node:
    def then(do: Do) -> Do:
        def go() -> None:
            app.close()
            do()

        return go

    def way(name: str, label: str, do: Do, sign: str) -> Node:
        return button(f"menu.{name}", label, then(do), sign=sign, justify="start")

    seed = _("Seed {seed}. The game is saved at every step.").format(seed=session.match.seed)
    ways = [
        way("brief", _("Briefing, and what you want"), partial(open_briefing, app, session),
            "target"),
        way("report", _("Last turn again"), partial(endturn.show_last, app, session), "history"),
        way("own", _("Your nation"), partial(open_nation, app, session, session.me), "flag"),
        way("trust", _("Trust"), partial(open_trust, app, session), "network"),
        way("bodies", _("Organisations, norms and law"),
            partial(open_institutions, app, session), "landmark"),
        way("save", _("Save now"), partial(endturn.quick_save, app, session), "save"),
        way("load", _("Saved games"), partial(endturn.saves, app, session), "folder-open"),
        way("codex", _("Codex"), lambda: app.hooks.open_codex(app), "book-open"),
        way("settings", _("Settings"), lambda: app.hooks.open_settings(app), "settings"),
        way("leave", _("Leave the game"), partial(endturn.leave, app, session), "log-out"),
    ]  # fmt: skip
    level = segmented("level", _("How much help"), levels(),
                      session.level, partial(_change, app, session))  # fmt: skip
    if tutored(session):
        recall = partial(accompany, app, session)
        ways.insert(-1, way("coach", _("Call the coach"), recall, "graduation-cap"))
    on = button("menu.on", _("Go on"), app.close, kind="primary")
    return dialog(
        "menu", session.match.scenario.title, text(seed, "label", "text2"), *ways,
        text(_("Help from your staff"), "label", "text2"), level, buttons=(on,),
        close=app.close, sign="menu", wide=24,
    )  # fmt: skip
