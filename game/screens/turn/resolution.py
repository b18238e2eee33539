"""How a turn went: what happened, in order, on the map; then what it changed, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from game.atlas.maps import map_of
from game.language import N_, _
from game.report import words
from game.report.ledger import changes
from game.report.story import Story
from game.screens.parts.opening import open_aftermath
from game.screens.parts.peers import NARROW, WIDE, top
from game.screens.parts.story_signs import sign_of_story
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.map import lens as lenses
from game.ui.map.scene import Arc, Case, Scene, Status, Tie
from game.ui.map.widget import MapBoard
from game.ui.node import Do, Node, column, em, row, spacer, stack
from game.ui.paint import Shade
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
    slider,
    text,
)

GROUPS = (
    ("you", N_("Because you acted")),
    ("others", N_("What others did")),
    ("unknown", N_("By an unknown hand")),
    ("world", N_("What else happened")),
    ("now", N_("Since then")),
)
"""Whose doing it was, as far as the nation can tell."""

STOCKS = (
    ("capital", N_("Political capital")),
    ("effort", N_("Expert effort")),
    ("funds", N_("Funds")),
    ("support", N_("Support at home")),
    ("standing", N_("Standing")),
)
SECONDS = 2.6
"""How long each thing is shown while it plays."""


@dataclass(frozen=True)
class Scene_:
    """One thing that happened, and where it is seen on the map."""

    story: Story
    group: str
    nations: tuple[str, ...]  # ids, those named in it, the doer first


class Resolution(Screen):
    """The turn that was played, thing by thing. It can be stopped, stepped through, and left."""

    name, first = "resolution", "go_on"

    def __init__(self, session: Session, turn: int) -> None:
        self.session, self.turn, self.at = session, turn, 0
        self.playing = True
        self.scenes = scenes(session, turn)
        self.board: MapBoard | None = None
        self._app: App | None = None

    def entered(self, app: App) -> None:
        """It plays by itself, unless the player wants no motion."""
        self._app = app
        self.session.tell(self.turn)
        if self.board is None:
            self.board = MapBoard(app, map_of(self.session.match.scenario), lambda nation: None)
        self.playing = self.playing and not app.still and len(self.scenes) > 1
        self._later(app)

    def left(self, app: App) -> None:
        """Nothing plays on unseen."""
        self.playing = False

    def build(self, app: App) -> Node:
        """The list of what happened, the map it happened on, and the numbers."""
        title = _("What came of turn {n}").format(n=self.turn)
        head = top(self.session, app, title, _ending(self.session), sign="history")
        head.children[0].command = ""
        if app.room[0] >= WIDE:
            sides = [self._stories(app, em(25)), self._stage(app), self._numbers(em(18))]
            body = row(*sides, gap=14, pad=14, grow=1, align="stretch")
        elif app.room[0] >= NARROW:
            side = column(self._stories(app), self._numbers(), gap=10, width=em(24))
            body = row(side, self._stage(app), gap=10, pad=10, grow=1, align="stretch")
        else:
            body = scroll("result", self._stories(app, grow=False), self._numbers(), gap=10, pad=8)
        return column(head, body, self._foot(app))

    def back(self, app: App) -> None:
        """Esc skips what is still to come, and goes on."""
        self.go_on(app)

    def commands(self, app: App) -> dict[str, Do]:
        """Play and pause, and one thing further or back."""
        return {
            "play": partial(self.play, app),
            "next_tab": partial(self.show, self.at + 1),
            "previous_tab": partial(self.show, self.at - 1),
        }

    # ---- playing ---------------------------------------------------------------------------

    def show(self, place: int) -> None:
        """Show one thing; it does not play on by itself then."""
        self.playing = False
        self.at = min(max(place, 0), max(len(self.scenes) - 1, 0))

    def play(self, app: App) -> None:
        """Play on, or stop."""
        self.playing = not self.playing
        if self.playing and self.at >= len(self.scenes) - 1:
            self.at = 0
        self._later(app)

    def _later(self, app: App) -> None:
        if self.playing:
            app.later(SECONDS, self._step, "resolution")

    def _step(self) -> None:
        if not self.playing or self._app is None:
            return
        self.at = min(self.at + 1, len(self.scenes) - 1)
        self.playing = self.at < len(self.scenes) - 1
        self._later(self._app)

    def go_on(self, app: App) -> None:
        """To the next turn, or to the debrief."""
        self.playing = False
        session = self.session
        app.pop()
        if session.over:
            open_aftermath(app, session)

    # ---- the parts -------------------------------------------------------------------------

    def _stories(self, app: App, width: float | None = None, grow: bool = True) -> Node:
        made: list[Node] = []
        for group, label in GROUPS:
            found = [(n, each) for n, each in enumerate(self.scenes) if each.group == group]
            if found:
                made.append(heading(_(label), "card"))
            made += [self._story(n, each) for n, each in found]
        quiet = text(_("Nothing you know of."), "label", "text2")
        items = listing(
            "stories", _("What happened"), *(made or [quiet]), scroll=grow, grow=1 if grow else 0
        )
        box = {"width": width} if width else {"grow": 1}
        return panel("story", _("What happened"), items, sign="scroll-text", pad=(8, 8), **box)

    def _story(self, place: int, each: Scene_) -> Node:
        sign, shade = sign_of_story(each.story.kind)
        why = [text(reason, "label", "text2") for reason in each.story.why if reason]
        inside = row(
            icon(sign, 20, shade), column(text(each.story.text, "label"), *why, gap=2, grow=1),
            gap=10, align="start",
        )  # fmt: skip
        said = " ".join([each.story.text, *each.story.why])
        return card(f"story.{place}", said, partial(self.show, place), inside,
                    selected=place == self.at)  # fmt: skip

    def _stage(self, app: App) -> Node:
        assert self.board is not None
        scene = self._scene(app)
        over = column(spacer(), self._caption(), gap=8, pad=12)
        over.overlap = True
        return stack(self.board.node(scene, _("World map"), self._name), over, grow=1)

    def _caption(self) -> Node | None:
        if not self.scenes:
            return None
        each = self.scenes[self.at]
        sign, shade = sign_of_story(each.story.kind)
        count = f"{self.at + 1} / {len(self.scenes)}"
        inside = row(icon(sign, 26, shade), text(each.story.text, "lead", grow=1, lines=3),
                     text(count, "number", "text2"), gap=14)  # fmt: skip
        made = plate(inside)
        made.live, made.label, made.role = True, each.story.text, "status"
        return made

    def _name(self, nation: str) -> str:
        setup = self.session.match.setup
        return setup.names[setup.nations.index(nation)] if nation in setup.nations else ""

    def _scene(self, app: App) -> Scene:
        session, setup = self.session, self.session.match.setup
        blocs = lenses.blocs_of(session.match.scenario)
        fills = lenses.alliance(blocs, frozenset(), app.theme)
        arcs: tuple[Arc, ...] = ()
        chosen = None
        if self.scenes:
            each = self.scenes[self.at]
            chosen = each.nations[0] if each.nations else None
            tie = Tie.HOSTILE if _hostile(each.story) else Tie.FRIENDLY
            arcs = tuple(Arc(each.nations[0], other, tie) for other in each.nations[1:4])
        cases = tuple(
            Case(d.id, session.id_of(d.victim), bars(d.severity),
                 Status.NEW if d.began == self.turn else Status.OPEN)
            for d in session.dossiers if d.began <= self.turn <= d.until
        )  # fmt: skip
        return Scene(
            fills=tuple(fills.items()), cases=cases, arcs=arcs,
            labels=tuple(zip(setup.nations, setup.names, strict=False)),
            selected=chosen, own=setup.nations[session.nation],
        )  # fmt: skip

    def _numbers(self, width: float | None = None) -> Node:
        """How each number moved, and why."""
        made: list[Node] = []
        found = changes(self.session.match, self.session.nation, self.turn)
        for name, label in STOCKS:
            parts = found.get(name, [])
            total = sum(by for _why, by in parts)
            if abs(total) < 0.05 and not parts:
                continue
            shade: Shade = "good" if total > 0 else "bad" if total < 0 else "text2"
            head = row(text(_(label), "strong", grow=1), text(f"{total:+.1f}", "figure", shade))
            why = [
                row(text(reason, "label", "text2", grow=1), text(f"{by:+.1f}", "number", "text2"),
                    gap=8) for reason, by in parts[:4]
            ]  # fmt: skip
            made.append(column(head, *why, gap=2))
        none = text(_("No number moved."), "label", "text2")
        rows = scroll("moved", *(made or [none]), gap=12)
        box = {"width": width} if width else {"grow": 1}
        return panel("numbers", _("What it changed"), rows, sign="chart-line", pad=(10, 8), **box)

    def _foot(self, app: App) -> Node:
        """Stop, step and scrub through it, and go on."""
        last = len(self.scenes) - 1
        over = self.session.over
        label = _("Debrief") if over else _("To turn {n}").format(n=self.turn + 1)
        if self.session.turn > self.turn + 1:
            label = _("Go on")
        go = button("go_on", label, partial(self.go_on, app), kind="primary", sign="arrow-right",
                    command="end_turn", hint=app.keymap.first("end_turn"))  # fmt: skip
        if last < 1 or app.room[0] < NARROW:
            return bar(spacer(), go)
        sign, word = ("pause", _("Pause")) if self.playing else ("play", _("Play"))
        tools = [
            icon_button("step_back", "step-back", _("Back"), partial(self.show, self.at - 1),
                        disabled="" if self.at else _("It is the first.")),
            icon_button("play", sign, word, partial(self.play, app)),
            icon_button("step_on", "step-forward", _("Further"), partial(self.show, self.at + 1),
                        disabled="" if self.at < last else _("It is the last.")),
            slider("scrub", _("What is shown"), self.at, lambda at: self.show(round(at)), low=0,
                   high=last, step=1, shown=f"{self.at + 1} / {len(self.scenes)}", grow=1),
        ]  # fmt: skip
        return bar(*tools, go, gap=10)


def scenes(session: Session, turn: int) -> list[Scene_]:
    """What the nation saw in a turn, in the order of its telling, each with whose doing it was."""
    found = [_scene_of(session, story) for story in session.report(turn)]
    if turn == session.turn - 1:
        found += [replace(_scene_of(session, each), group="now") for each in session.news()]
    return sorted(found, key=lambda each: _ORDER.index(each.group))


_ORDER = [group for group, _label in GROUPS]


def _scene_of(session: Session, story: Story) -> Scene_:
    setup = session.match.setup
    named = sorted(
        (story.text.find(name), id)
        for id, name in zip(setup.nations, setup.names, strict=False)
        if name in story.text
    )
    nations = tuple(id for _at, id in named)
    own = setup.nations[session.nation]
    mine = story.kind in ("own", "void") or story.text.startswith("Your analysts")
    if mine or (story.kind not in ("crisis", "ladder") and nations[:1] == (own,)):
        group = "you"
    elif story.kind in ("acts", "talks", "promises", "order") and nations:
        group = "others"
    else:
        struck = any(each.title in story.text for each in session.dossiers)
        group = "unknown" if story.kind == "crisis" and struck else "world"
    return Scene_(story, group, nations)


def _hostile(story: Story) -> bool:
    """It is a blow, and not a kindness."""
    return story.kind in ("crisis", "ladder") or (story.kind == "acts" and story.weight >= 6)


def _ending(session: Session) -> str:
    """How the game ended, if it did."""
    if not session.over:
        return ""
    name, about = words.ending(session.match)
    return f"{name}: {about}"
