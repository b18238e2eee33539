"""What the coach of the tutorial says: when, on which screen, and about what.

A remark waits for its step of a turn, and goes when it was heard, when its deed is done, or when
the game has gone past it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.language import N_
from game.screens.play.session import Session
from game.screens.play.steps import STEPS
from game.ui.app import App
from game.ui.node import Node

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
    """One remark: when, on which screens, about what, in which words, and what it waits for."""

    id: str
    turn: int  # 0: when the game is over
    step: tuple[str, int]
    screens: tuple[str, ...]
    anchors: tuple[str, ...]
    title: str
    words: str
    done: Done | None = None  # None: it goes when it was heard
    holds: Done | None = None  # what it speaks of is there; until then it keeps quiet

    @property
    def at(self) -> tuple[int, int]:
        """When it is due."""
        return (self.turn, STEPS.index(self.step)) if self.turn else OVER


JUDGE, TALK, ANSWER = ("judge", 0), ("talk", 1), ("answer", 1)
TALK2, ORDER = ("talk", 2), ("order", 0)
DESK, TABLE, REPORT, DEBRIEF = ("situation",), ("negotiation",), ("resolution",), ("aftermath",)
DESK_OR_TABLE = (*DESK, *TABLE)

REMARKS = (
    Remark("case", 1, JUDGE, DESK, ("case.harbour", "panel.cases"),
           N_("The harbour goes dark"),
           N_("This is a [[dossier]]: what was done, to whom, and who may have done it. You do not "
              "know who it was. Nobody does, but those who did it.")),
    Remark("figures", 1, JUDGE, DESK, ("figure.capital",), N_("What you can spend"),
           N_("[[capital|Political capital]] pays for words, [[effort]] for finding out, [[funds]] "
              "for repairs. Rest the mouse on any number, or press **I**, to see what made it.")),
    Remark("ladder", 1, JUDGE, DESK, ("ladder",), N_("How far from war"),
           N_("Every [[hostile act]] drives the [[escalation|ladder]] up, time and calming acts "
              "bring it down. At the top is [[digital war]], and everybody's score falls.")),
    Remark("evidence", 1, JUDGE, DESK, ("focus.evidence", "panel.focus"),
           N_("Look at the evidence"),
           N_("Open **Evidence**. A card that was found speaks for some suspects; what was looked "
              "for and is not there speaks against them. Some traces can be [[planted]]."),
           _tab_open("focus.evidence")),
    Remark("who", 1, JUDGE, DESK, ("focus.attribution", "panel.focus"),
           N_("Whom do you believe?"), N_("Go back to **Who**: it is where you judge."),
           _tab_open("focus.attribution")),
    Remark("judge", 1, JUDGE, DESK,
           ("as_staff.harbour", "believe.harbour.night_ferry", "focus_panel"), N_("Judge"),
           N_("Say how likely each [[suspect]] is. **As staff says** takes over what your "
              "[[analysts]] hold; then move what you see differently. Only you see it. At the end "
              "it is held against the truth."), _believed),
    Remark("send", 1, JUDGE, DESK, ("end",), N_("Hand it in"),
           N_("Until you press this, everything can be undone. What was sent is final."),
           lambda app, session, layer: False),
    Remark("table", 1, TALK, DESK, ("negotiate", "end"), N_("Talk before you act"),
           N_("You may speak now: ask, warn, reassure, [[promise]], or propose a [[treaty]]. Open "
              "the negotiation, or send nothing and go on."),
           lambda app, session, layer: app.screen.name == "negotiation"),
    Remark("clauses", 1, TALK, TABLE, ("ready.truce", "draft"), N_("A text to begin with"),
           N_("Choose a ready text or single [[clause|clauses]], then whom to ask. The bars say "
              "how likely each is to sign, as your staff sees it. **Table it** puts it before "
              "them. A treaty binds you as well.")),
    Remark("talk_sent", 1, TALK, TABLE, ("send", "back"), N_("Send it, or go back"),
           N_("What you drafted goes out when you send. Nothing has to be said.")),
    Remark("answer", 1, ANSWER, DESK_OR_TABLE, ("answers", "next_decision", "end"),
           N_("They ask you"),
           N_("Proposals lie on the table. To each you say yes, no, or what you would sign "
              "instead. Silence is no consent.")),
    Remark("round", 1, TALK2, DESK_OR_TABLE, ("send", "end"), N_("Once more"),
           N_("Talks have two [[talks|rounds]]: now you can react to what was said.")),
    Remark("order", 1, ORDER, DESK, ("add_order", "panel.queue"), N_("Give an order"),
           N_("Up to five [[order|orders]] a turn. Add one: mend the harbour, or look into the "
              "case. Each shows its price, what others will think, and how it is read in law."),
           _ordered),
    Remark("queue", 1, ORDER, DESK, ("orders", "undo", "panel.queue"), N_("Still a draft"),
           N_("Orders wait here. Move them, take them away, undo and redo as you like: nobody sees "
              "them before the turn ends."), holds=_ordered),
    Remark("ahead", 1, ORDER, DESK, ("forecast", "panel.ahead"), N_("What may come"),
           N_("Your staff plays the turn out many times from what you can know. A [[band]] holds "
              "the middle four fifths. It is honest, and it can be wrong.")),
    Remark("end", 1, ORDER, DESK, ("end",), N_("End the turn"),
           N_("All nations' orders take place at once. What is still open is listed first."),
           lambda app, session, layer: False),
    Remark("report", 2, JUDGE, REPORT, ("story.0", "story", "go_on"), N_("What came of it"),
           N_("Your own deeds, those of others, and what nobody has explained. You can step "
              "through it, or go on.")),
    Remark("again", 2, JUDGE, DESK, ("next_decision",), N_("Now it is your turn"),
           N_("Every turn goes like this. When evidence has come in, judge anew: to change your "
              "mind is no shame. **C** opens the codex for every word.")),
    Remark("public", 3, ORDER, DESK, ("add_order", "panel.queue"), N_("A word in public"),
           N_("To name a culprit lets off [[anger]] at home. Others compare your word with what "
              "they believe: too early, and it costs their [[trust]]. [[claim|A claim]] is best "
              "made when the evidence bears it.")),
    Remark("last", 4, ORDER, DESK, ("end",), N_("The last turn"),
           N_("What you sign and say now is what remains. Then the truth is told.")),
    Remark("truth", 0, JUDGE, DEBRIEF, ("parts.judgement", "parts.truth", "parts.overview"),
           N_("The truth"),
           N_("Here is who it was, what you believed, and what an ideal reader of the same "
              "evidence would have said. That distance is your [[regret]]; the rest was luck.")),
)  # fmt: skip
"""Everything the coach says, in the order of the game."""
