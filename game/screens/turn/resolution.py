"""How a turn went: what happened, in order, on the map; then what it changed, and why."""

from __future__ import annotations

from functools import partial

from game.atlas.maps import map_of
from game.language import _, _p
from game.report import words
from game.screens.parts.opening import open_aftermath
from game.screens.parts.peers import NARROW, WIDE, top
from game.screens.parts.stories import sign_of_story
from game.screens.parts.tape import Tape
from game.screens.play.session import Session
from game.screens.turn.happenings import GROUPS, Happening, happenings, scene_of, signal_of
from game.screens.turn.moved import moved
from game.ui.app import App
from game.ui.map.widget import MapBoard
from game.ui.node import Do, Node, column, em, row, spacer, stack
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    heading,
    icon,
    icon_button,
    listing,
    panel,
    plate,
    scroll,
    text,
)

SECONDS = 2.6
"""How long each thing is shown while it plays."""


class Resolution(Screen):
    """The turn that was played, thing by thing. It can be stopped, stepped through, and left."""

    name, first = "resolution", "go_on"

    def __init__(self, session: Session, turn: int) -> None:
        self.session, self.turn = session, turn
        self.happenings = happenings(session, turn)
        self.tape = Tape("resolution", max(len(self.happenings) - 1, 0), SECONDS, playing=True)
        self.board: MapBoard | None = None

    def entered(self, app: App) -> None:
        """It plays by itself, unless the player wants no motion."""
        self.session.tell(self.turn)
        if self.board is None:
            self.board = MapBoard(app, map_of(self.session.match.scenario), lambda nation: None)
        self.tape.playing = self.tape.playing and not app.still and self.tape.last > 0
        self.tape.moved = partial(self._sound, app)
        self.tape.run(app)

    def _sound(self, app: App) -> None:
        """What is shown is heard as well, if there is a signal for it."""
        signal = signal_of(self.happenings[self.tape.at].story)
        if signal is not None:
            app.hooks.cue(*signal)

    def left(self, app: App) -> None:
        """Nothing plays on unseen."""
        self.tape.playing = False

    def build(self, app: App) -> Node:
        """The list of what happened, the map it happened on, and the numbers."""
        title = _("What came of turn {n}").format(n=self.turn)
        head = top(self.session, app, title, _ending(self.session), *self._others(app),
                   sign="history")  # fmt: skip
        head.children[0].command = ""
        numbers = partial(moved, self.session, self.turn)
        if app.room[0] >= WIDE:
            sides = [self._stories(em(25)), self._stage(app), numbers(em(18))]
            body = row(*sides, gap=14, pad=14, grow=1, align="stretch")
        elif app.room[0] >= NARROW:
            side = column(self._stories(), numbers(), gap=10, width=em(24))
            body = row(side, self._stage(app), gap=10, pad=10, grow=1, align="stretch")
        else:
            body = scroll("result", self._stories(grow=False), numbers(), gap=10, pad=8)
        return column(head, body, self._foot(app))

    def _others(self, app: App) -> list[Node]:
        """To the turns before and after it."""
        played = len(self.session.match.worlds) - 1
        if played < 2:
            return []
        first = _("It is the first turn.") if self.turn == 1 else ""
        last = _("It is the last turn played.") if self.turn == played else ""
        return [
            icon_button("earlier", "chevron-left", _("The turn before"),
                        partial(self._turn_to, app, self.turn - 1), disabled=first),
            icon_button("later", "chevron-right", _("The turn after"),
                        partial(self._turn_to, app, self.turn + 1), disabled=last),
        ]  # fmt: skip

    def _turn_to(self, app: App, turn: int) -> None:
        came = app.looks.focus
        app.replace(Resolution(self.session, turn))
        app.set_focus(came)

    def back(self, app: App) -> None:
        """Esc skips what is still to come, and goes on."""
        self.go_on(app)

    def commands(self, app: App) -> dict[str, Do]:
        """Play and pause, and one thing further or back."""
        return self.tape.commands(app)

    def go_on(self, app: App) -> None:
        """To the next turn, or to the debrief."""
        self.tape.playing = False
        session = self.session
        app.pop()
        if session.over:
            open_aftermath(app, session)

    # ---- the parts -------------------------------------------------------------------------

    def _stories(self, width: float | None = None, grow: bool = True) -> Node:
        made: list[Node] = []
        for group, label in GROUPS:
            found = [(n, each) for n, each in enumerate(self.happenings) if each.group == group]
            if found:
                made.append(heading(_(label), "card"))
            made += [self._story(n, each) for n, each in found]
        quiet = text(_("Nothing you know of."), "label", "text2")
        items = listing(
            "stories", _("What happened"), *(made or [quiet]), scroll=grow, grow=1 if grow else 0
        )
        box = {"width": width} if width else {"grow": 1}
        return panel("story", _("What happened"), items, sign="scroll-text", pad=(8, 8), **box)

    def _story(self, place: int, each: Happening) -> Node:
        sign, shade = sign_of_story(each.story.kind)
        why = [text(reason, "label", "text2") for reason in each.story.why if reason]
        inside = row(
            icon(sign, 20, shade), column(text(each.story.text, "label"), *why, gap=2, grow=1),
            gap=10, align="start",
        )  # fmt: skip
        said = " ".join([each.story.text, *each.story.why])
        return card(f"story.{place}", said, partial(self.tape.show, place), inside,
                    selected=place == self.tape.at)  # fmt: skip

    @property
    def _shown(self) -> Happening | None:
        return self.happenings[self.tape.at] if self.happenings else None

    def _stage(self, app: App) -> Node:
        assert self.board is not None
        scene = scene_of(self.session, self.turn, self._shown, app)
        caption = self._caption()
        over = column(spacer(), caption, gap=8, pad=12)
        over.overlap = True
        lying = (caption,) if caption is not None else ()
        return stack(self.board.node(scene, _("World map"), self._name, lying), over, grow=1)

    def _caption(self) -> Node | None:
        if self._shown is None:
            return None
        story = self._shown.story
        sign, shade = sign_of_story(story.kind)
        inside = row(icon(sign, 26, shade), text(story.text, "lead", grow=1, lines=3),
                     text(self._place, "number", "text2"), gap=14)  # fmt: skip
        made = plate(inside)
        made.live, made.label, made.role, made.tip = True, story.text, "status", story.text
        return made

    @property
    def _place(self) -> str:
        return f"{self.tape.at + 1} / {len(self.happenings)}"

    def _name(self, nation: str) -> str:
        setup = self.session.match.setup
        return setup.names[setup.nations.index(nation)] if nation in setup.nations else ""

    def _foot(self, app: App) -> Node:
        """Stop, step and scrub through it, and go on."""
        label = _("Debrief") if self.session.over else _("To turn {n}").format(n=self.turn + 1)
        if self.session.turn > self.turn + 1:
            label = _("Go on")
        go = button("go_on", label, partial(self.go_on, app), kind="primary", sign="arrow-right",
                    command="end_turn", hint=app.keymap.first("end_turn"))  # fmt: skip
        if self.tape.last < 1 or app.room[0] < NARROW:
            return bar(spacer(), go)
        ends = _("It is the first."), _("It is the last.")
        keys = self.tape.keys(app, _p("tape", "Back"), _p("tape", "Further"), ends)
        scrub = self.tape.scrub("scrub", _("What is shown"), self._place)
        return bar(*keys, scrub, go, gap=10)


def _ending(session: Session) -> str:
    """How the game ended, if it did."""
    if not session.over:
        return ""
    name, about = words.ending(session.match)
    return f"{name}: {about}"
