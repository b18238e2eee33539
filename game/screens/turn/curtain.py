"""The curtain: the window changes hands, and nobody reads what is not for them."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.report import words
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import button, plate, scroll, text


class Curtain(Screen):
    """Asks for the next player. Nothing of the game is on it but a flag and a name."""

    name, first = "curtain", "ready"

    def __init__(self, session: Session) -> None:
        self.session = session

    def entered(self, app: App) -> None:
        """What was told the one before in passing is not for the next."""
        app.hush()

    def build(self, app: App) -> Node:
        """Who is to come, and that the others look away."""
        waiting = self.session.match.waiting()
        nation = waiting[0] if waiting else self.session.nation
        name = words.nation(self.session.match, nation)
        flag = flag_of(self.session, self.session.match.setup.nations[nation], 96)
        inside = plate(
            row(spacer(), flag, spacer()),
            text(_("Hand over to {nation}").format(nation=name), "display", side="center"),
            text(_("What comes next is for {nation} only. Everybody else: look away.").format(
                nation=name), "body", "text2", side="center"),
            row(spacer(), button("ready", _("I am {nation}").format(nation=name),
                partial(self.ready, app), kind="primary", sign="user-check"), spacer()),
            gap=20, pad=(40, 36), max_width=em(34), self_align="center",
        )  # fmt: skip
        made = scroll("curtain", spacer(), inside, spacer(), align="center", pad=20)
        made.draw, made.ground = lambda p, node: p.box(node.rect, "abyss"), "abyss"
        return made

    def ready(self, app: App) -> None:
        """The next player sits down."""
        app.hush()
        self.session.sit()
        app.pop()

    def back(self, app: App) -> None:
        """Esc does not lift the curtain."""
        app.say(_("Press the button when you have the keyboard."), "user-check")
