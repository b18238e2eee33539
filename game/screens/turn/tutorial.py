"""The coach of the tutorial: remarks on the real screens, bound to what the player has done.

A remark waits for its step of a turn, and goes when it was heard, when its deed is done, or when
the game has gone past it; so a game that is gone on with, or played in another order, keeps the
coach in step. It can be sent away at any time and called back from the menu of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.language import N_, _
from game.screens.before.catalogue import TUTORIAL
from game.screens.play.session import Session
from game.screens.play.steps import STEPS
from game.ui.app import App
from game.ui.layers import Mark
from game.ui.node import Node, column, em, row, spacer
from game.ui.paint import Painter
from game.ui.widgets import button, heading, icon, prose, text

Done = Callable[[App, Session, Node], bool]
OVER = (10**6, 0)


def _tab_open(name: str) -> Done:
    """A tab or a segment is chosen."""
    return lambda app, session, layer: bool((node := layer.find(name)) and node.selected)


def _believed(app: App, session: Session, layer: Node) -> bool:
    return bool(session.drafts.beliefs)


def _ordered(app: App, session: Session, layer: Node) -> bool:
    return bool(session.drafts.orders)


@dataclass(frozen=True)
class Remark:
    """One remark: when, on which screen, about what, in which words, and what it waits for."""

    id: str
    turn: int  # 0: when the game is over
    step: tuple[str, int]
    screen: str
    anchors: tuple[str, ...]
    title: str
    words: str
    done: Done | None = None  # None: it goes when it was heard

    @property
    def at(self) -> tuple[int, int]:
        """When it is due."""
        return (self.turn, STEPS.index(self.step)) if self.turn else OVER


JUDGE, TALK, ANSWER = ("judge", 0), ("talk", 1), ("answer", 1)
TALK2, ORDER = ("talk", 2), ("order", 0)

REMARKS = (
    Remark("case", 1, JUDGE, "situation", ("case.harbour", "panel.cases"),
           N_("The harbour goes dark"),
           N_("This is a [[dossier]]: what was done, to whom, and who may have done it. You do not "
              "know who it was. Nobody does, but those who did it.")),
    Remark("figures", 1, JUDGE, "situation", ("figure.capital",), N_("What you can spend"),
           N_("[[capital|Political capital]] pays for words, [[effort]] for finding out, [[funds]] "
              "for repairs. Rest the mouse on any number, or press **I**, to see what made it.")),
    Remark("ladder", 1, JUDGE, "situation", ("ladder",), N_("How far from war"),
           N_("Every [[hostile act]] drives the [[escalation|ladder]] up, time and calming acts "
              "bring it down. At the top is [[digital war]], and everybody's score falls.")),
    Remark("evidence", 1, JUDGE, "situation", ("focus.evidence", "panel.focus"),
           N_("Look at the evidence"),
           N_("Open **Evidence**. A card that was found speaks for some suspects; what was looked "
              "for and is not there speaks against them. Some traces can be [[planted]]."),
           _tab_open("focus.evidence")),
    Remark("who", 1, JUDGE, "situation", ("focus.attribution", "panel.focus"),
           N_("Whom do you believe?"), N_("Go back to **Who**: it is where you judge."),
           _tab_open("focus.attribution")),
    Remark("judge", 1, JUDGE, "situation",
           ("as_staff.harbour", "believe.harbour.night_ferry", "focus_panel"), N_("Judge"),
           N_("Say how likely each [[suspect]] is. **As staff says** takes over what your "
              "[[analysts]] hold; then move what you see differently. Only you see it. At the end "
              "it is held against the truth."), _believed),
    Remark("send", 1, JUDGE, "situation", ("end",), N_("Hand it in"),
           N_("Until you press this, everything can be undone. What was sent is final."),
           lambda app, session, layer: False),
    Remark("table", 1, TALK, "situation", ("negotiate", "end"), N_("Talk before you act"),
           N_("You may speak now: ask, warn, reassure, [[promise]], or propose a [[treaty]]. Open "
              "the negotiation, or send nothing and go on."),
           lambda app, session, layer: app.screen.name == "negotiation"),
    Remark("clauses", 1, TALK, "negotiation", ("ready.truce", "draft"), N_("A text to begin with"),
           N_("Choose a ready text or single [[clause|clauses]], then whom to ask. The bars say "
              "how likely each is to sign, as your staff sees it. **Table it** puts it before "
              "them. A treaty binds you as well.")),
    Remark("talk_sent", 1, TALK, "negotiation", ("send", "back"), N_("Send it, or go back"),
           N_("What you drafted goes out when you send. Nothing has to be said.")),
    Remark("answer", 1, ANSWER, "situation", ("next_decision", "end"), N_("They ask you"),
           N_("Proposals lie on the table. **Next decision** goes from one to the next and changes "
              "nothing by itself. Silence is no consent.")),
    Remark("round", 1, TALK2, "situation", ("end",), N_("Once more"),
           N_("Talks have two [[talks|rounds]]: now you can react to what was said.")),
    Remark("order", 1, ORDER, "situation", ("add_order", "panel.queue"), N_("Give an order"),
           N_("Up to five [[order|orders]] a turn. Add one: mend the harbour, or look into the "
              "case. Each shows its price, what others will think, and how it is read in law."),
           _ordered),
    Remark("queue", 1, ORDER, "situation", ("orders", "undo", "panel.queue"), N_("Still a draft"),
           N_("Orders wait here. Move them, take them away, undo and redo as you like: nobody sees "
              "them before the turn ends.")),
    Remark("ahead", 1, ORDER, "situation", ("forecast", "panel.ahead"), N_("What may come"),
           N_("Your staff plays the turn out many times from what you can know. A [[band]] holds "
              "the middle four fifths. It is honest, and it can be wrong.")),
    Remark("end", 1, ORDER, "situation", ("end",), N_("End the turn"),
           N_("All nations' orders take place at once. What is still open is listed first."),
           lambda app, session, layer: False),
    Remark("report", 2, JUDGE, "resolution", ("story", "go_on"), N_("What came of it"),
           N_("Your own deeds, those of others, and what nobody has explained. You can step "
              "through it, or go on.")),
    Remark("again", 2, JUDGE, "situation", ("next_decision",), N_("Now it is your turn"),
           N_("Every turn goes like this. When evidence has come in, judge anew: to change your "
              "mind is no shame. **C** opens the codex for every word.")),
    Remark("public", 3, ORDER, "situation", ("add_order", "panel.queue"), N_("A word in public"),
           N_("To name a culprit lets off [[anger]] at home. Others compare your word with what "
              "they believe: too early, and it costs their [[trust]]. [[claim|A claim]] is best "
              "made when the evidence bears it.")),
    Remark("last", 4, ORDER, "situation", ("end",), N_("The last turn"),
           N_("What you sign and say now is what remains. Then the truth is told.")),
    Remark("truth", 0, JUDGE, "aftermath", ("parts.judgement", "parts.truth", "parts.overview"),
           N_("The truth"),
           N_("Here is who it was, what you believed, and what an ideal reader of the same "
              "evidence would have said. That distance is your [[regret]]; the rest was luck.")),
)  # fmt: skip
"""Everything the coach says, in the order of the game."""


class Coach:
    """Goes along with one game."""

    def __init__(self, session: Session, at_window: Callable[[App], bool]) -> None:
        self.session, self.at_window = session, at_window
        self.heard: set[str] = set()
        self.away = False

    @property
    def position(self) -> tuple[int, int]:
        """Where the game stands."""
        step = self.session.step
        return OVER if step is None else (step.turn, STEPS.index((step.name, step.round)))

    def remark(self, app: App, layer: Node) -> Remark | None:
        """What is to be said now on this screen."""
        for each in REMARKS:
            if each.id in self.heard or each.at < self.position:
                continue
            if each.done is not None and each.at == self.position and each.done(
                app, self.session, layer
            ):  # fmt: skip
                self.heard.add(each.id)
                continue
            due = each.at == self.position and each.screen == app.screen.name
            return each if due else None
        return None

    def mark(self, app: App, layer: Node) -> Mark | None:
        """The remark as it is laid over a screen; none over a dialog."""
        if self.away or app.dialogs or not self.at_window(app):
            return None
        found = self.remark(app, layer)
        return Mark(self._bubble(app, found), found.anchors) if found else None

    def hear(self, remark: Remark) -> None:
        """A remark was heard; it does not come again."""
        self.heard.add(remark.id)

    def _go_on(self, app: App, remark: Remark) -> None:
        """It was heard: with nothing more to say, the keyboard goes to what it was about."""
        self.hear(remark)
        app.touch()
        if app.find("coach.on") is None:
            found = (app.find(anchor) for anchor in remark.anchors)
            app.set_focus(next((node.id for node in found if node and node.focusable), ""))

    def leave(self, app: App) -> None:
        """The coach goes, and says how to call it back."""
        self.away = True
        app.say(_("The coach has gone. The menu of the game calls it back."), "graduation-cap")

    def _bubble(self, app: App, remark: Remark) -> Node:
        number = REMARKS.index(remark) + 1
        said = _("{n} of {most}").format(n=number, most=len(REMARKS))
        waits = remark.done is not None
        on = button("coach.on", _("Skip this") if waits else _("Go on"),
                    partial(self._go_on, app, remark),
                    kind="quiet" if waits else "primary", sign="" if waits else "check",
                    pad=(14, 6))  # fmt: skip
        away = button("coach.away", _("No coach"), partial(self.leave, app), kind="quiet",
                      pad=(10, 6))  # fmt: skip
        node = column(
            row(icon("graduation-cap", 22, "accent"), heading(_(remark.title), "card", grow=1),
                text(said, "meta", "text2"), gap=10),
            prose("coach.words", _(remark.words), "label"),
            row(away, spacer(), on, gap=8),
            gap=8, pad=(16, 12), max_width=em(23), min_width=em(14),
        )  # fmt: skip
        node.id, node.role, node.label = "coach", "note", _(remark.title)
        node.panel, node.live, node.draw, node.ground = True, True, _draw_bubble, "panel2"
        return node


def _draw_bubble(p: Painter, node: Node) -> None:
    p.shadow(node.rect, 14, 150)
    p.box(node.rect, "panel2", 10, "accent", 2)


def tutored(session: Session) -> bool:
    """The coach goes along in First Light at guided level, with one person."""
    alone = len(session.seats) == 1
    return alone and session.match.scenario.id == TUTORIAL and session.level == "guided"


def accompany(app: App, session: Session) -> Coach | None:
    """Let the coach go along with a game, or send it away where it is of no use."""
    dismiss(app)
    if not tutored(session):
        return None
    coach = Coach(session, lambda app: getattr(app.screen, "session", None) is session)
    app.hooks.coach = coach.mark
    return coach


def dismiss(app: App) -> None:
    """No coach from now on."""
    app.hooks.coach = lambda app, layer: None
