"""A newcomer at the window, who does what the coach of the tutorial says."""

from __future__ import annotations

import os
import time
from pathlib import Path

from game import record
from game.match import Match
from game.screens.turn.remarks import REMARKS
from tests.whole.display import display
from tests.whole.hands import Keyboard, Mouse
from tests.whole.window import Window, window

SHOTS = os.environ.get("BACKCHANNEL_SHOTS")
"""Where to put a picture of every screen that was played on, to be looked at."""
CHANCE = {"They ask you", "Whom do you believe?"}
"""What the coach says only if somebody asks, or if one is not there already."""
DEEDS = {
    "Look at the evidence": ["focus.evidence"],
    "Whom do you believe?": ["focus.attribution"],
    "Judge": ["as_staff.harbour"],
    "Hand it in": ["end"],
    "Talk before you act": ["negotiate"],
    "A text to begin with": ["coach.on", "ready.truce", "party.tolvar", "table_it"],
    "Send it, or go back": ["coach.on", "send"],
    "End the turn": ["end"],
}
"""What the coach waits for; all else is only to be heard."""


def play_the_tutorial(folder: Path, hand: type[Keyboard | Mouse]) -> Match:
    """From the first start to the truth and out again; the game as it was kept.

    Raises AssertionError if it cannot be played so, or if the coach has not said all there is.
    """
    with display(folder) as shown, window(shown, folder) as opened:
        newcomer = Newcomer(opened, hand(opened))
        newcomer.begin()
        newcomer.play()
        newcomer.look_back()
        newcomer.leave()
    unheard = {remark.title for remark in REMARKS} - set(newcomer.heard)
    assert unheard <= CHANCE, f"the coach never said {unheard}"
    (kept,) = folder.glob("saves/*.txt")
    return record.load(kept)


class Newcomer:
    """Plays one game, with one hand."""

    def __init__(self, window: Window, hand: Keyboard | Mouse) -> None:
        self.window, self.hand = window, hand
        self.heard: list[str] = []
        self.pictures = 0

    def do(self, name: str) -> None:
        """Do one thing, and wait until all that comes of it is shown."""
        self.hand.do(name)
        if not self.window.ended:
            self.window.calm()
            self.picture(name)

    def picture(self, name: str) -> None:
        """Keep what is seen now, if that is wanted."""
        if SHOTS:
            folder = Path(SHOTS) / type(self.hand).__name__.lower()
            folder.mkdir(parents=True, exist_ok=True)
            self.pictures += 1
            time.sleep(0.5)  # one screen fades into the next
            self.window.display.save(folder / f"{self.pictures:03}-{self.window.screen}-{name}.png")

    def begin(self) -> None:
        """From the first start to the desk."""
        ways = {"begin": "title", "new": "library", "brief": "briefing", "start": "situation"}
        assert self.window.screen == "first_run"
        for name, screen in ways.items():
            if name == "brief":
                self.do("scenario.first_light")
            self.do(name)
            assert self.window.screen == screen

    def play(self) -> None:
        """To the end of the last turn."""
        for _ in range(300):
            if self.window.screen == "aftermath":
                return
            self.step()
        raise AssertionError("the game does not end")

    def step(self) -> None:
        """One thing: what the coach says, else on with the game."""
        window = self.window
        coach = window.node("coach")
        if window.now["dialog"]:
            self.do("send.now")
        elif coach is not None and coach["label"] not in self.heard:
            self.heard.append(coach["label"])
            self.heed(coach["label"])
        elif window.screen == "situation":
            self.do("end")
        else:
            self.do("back" if window.screen == "negotiation" else "go_on")

    def heed(self, title: str) -> None:
        """Do what a remark waits for, or say that it was heard."""
        if title == "Give an order":
            self.order()
            return
        for name in DEEDS.get(title, ["coach.on"]):
            self.do(name)

    def order(self) -> None:
        """The first thing staff suggests."""
        self.do("add_order")
        ideas = [name for name in self.window.now["nodes"] if name.startswith("suggested.")]
        self.do(ideas[0])
        self.do("order_add")
        assert self.window.screen == "situation" and self.window.node("order.0")

    def look_back(self) -> None:
        """What the coach says at the end, and every part of the report."""
        while self.window.node("coach"):
            self.step()
        for name in [name for name in self.window.now["nodes"] if name.startswith("parts.")]:
            self.do(name)

    def leave(self) -> None:
        """Home, and out."""
        for name in ("back", "menu", "menu.leave", "leave", "go"):
            self.do(name)
        assert self.window.end() == 0
