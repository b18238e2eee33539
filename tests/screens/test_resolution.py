"""How a turn went, and the curtain that falls before the next at the window sits down."""

from __future__ import annotations

import pytest

from game.report.ledger import changes
from game.report.story import KINDS, Story
from game.screens.bargain.transcript import transcript
from game.screens.play.session import Session
from game.screens.turn.curtain import Curtain
from game.screens.turn.happenings import signal_of
from game.screens.turn.resolution import SECONDS, Resolution
from game.screens.turn.situation import Situation
from game.ui import checks
from game.ui.app import App
from game.ui.conditions import Condition
from game.ui.driving import press, wait
from game.ui.settings import Settings
from game.ui.shots import app_with
from game.ui.sound import SIGNALS
from tests.screens.games import at_step
from tests.screens.look import EVERYWHERE, labels, node


def told(session: Session, **settings: object) -> App:
    app = app_with(Situation(session), (1600, 900), Settings(language="en", **settings))  # type: ignore[arg-type]
    app.push(Resolution(session, session.turn - 1))
    app.settle()
    return app


def test_a_turn_plays_by_itself_and_can_be_stopped_and_stepped() -> None:
    app = told(at_step("judge", turn=2))
    screen = app.screen
    assert isinstance(screen, Resolution) and screen.tape.playing
    wait(app, SECONDS + 0.1)
    assert screen.tape.at == 1
    press(app, "P")
    wait(app, SECONDS + 0.1)
    assert screen.tape.at == 1
    press(app, "E", "E", "Q")
    assert screen.tape.at == 2
    app.set_focus("scrub")
    press(app, "End")
    assert screen.tape.at == len(screen.happenings) - 1
    press(app, "Ctrl+Return")
    assert isinstance(app.screen, Situation)


def test_what_is_shown_is_heard_as_well_by_kind_and_by_how_grave_it_is() -> None:
    app = told(at_step("judge", turn=3))
    screen = app.screen
    assert isinstance(screen, Resolution)
    heard: list[tuple[str, int]] = []
    app.hooks.cue = lambda name, severity=1: heard.append((name, severity))
    for at in range(1, len(screen.happenings)):
        screen.tape.show(at)
    stories = [each.story for each in screen.happenings[1:]]
    assert heard == [signal for story in stories if (signal := signal_of(story))]
    assert {"incident", "deal"} & {name for name, _ in heard}


def test_every_signal_of_a_story_is_a_sound() -> None:
    told_ = [Story(kind, "", (), weight) for kind in KINDS for weight in (2, 7, 8, 10)]
    signals = {signal for story in told_ if (signal := signal_of(story))}
    assert {name for name, _ in signals} == {"incident", "deal", "lapse", "warn"} <= set(SIGNALS)
    assert {grave for name, grave in signals if name == "incident"} == {1, 2, 3, 4}


def test_without_motion_it_is_a_list_that_stands_still() -> None:
    app = told(at_step("judge", turn=2), motion=False)
    screen = app.screen
    assert isinstance(screen, Resolution) and not screen.tape.playing
    wait(app, SECONDS * 3)
    assert screen.tape.at == 0


def test_all_that_came_of_the_orders_is_there_once_with_the_numbers_and_why() -> None:
    session = at_step("judge", turn=3)
    app = told(session)
    screen = app.screen
    assert isinstance(screen, Resolution)
    stories = [each.story for each in screen.happenings if each.group != "now"]
    assert sorted(s.text for s in stories) == sorted(s.text for s in session.came_of(2))
    said = labels(node(app, "numbers"))
    for why, by in changes(session.match, session.nation, 2)["support"][:4]:
        assert why in said and f"{by:+.1f}" in said


def test_what_was_news_while_a_turn_was_played_is_told_as_since_then_and_not_again() -> None:
    session = at_step("judge", turn=4)
    shown = [Resolution(session, turn).happenings for turn in (1, 2)]
    since, came = ({(e.story.text, e.story.why) for e in found if (e.group == "now") is now}
                   for found, now in zip(shown, (True, False), strict=True))  # fmt: skip
    assert since and came and not since & came
    talks = {(each.text, each.why) for each in session.report(2) if each.kind == "talks"}
    assert talks and talks <= since


def test_of_what_was_said_at_the_table_the_last_stands_first() -> None:
    lines = transcript(at_step("order", turn=2))
    when = [(line.turn, line.story.at) for line in lines]
    assert when == sorted(when, reverse=True)
    assert len({at for turn, at in when if turn == 2}) == 2, "both rounds of talks"


def test_an_incident_of_an_unknown_hand_is_never_because_of_us() -> None:
    session = at_step("judge", turn=2)
    screen = Resolution(session, 1)
    for each in screen.happenings:
        if each.story.kind == "crisis":
            assert each.group in ("unknown", "world", "now")
        if each.story.kind == "own":
            assert each.group == "you"


@pytest.mark.parametrize("condition", EVERYWHERE, ids=str)
def test_nothing_is_cut_or_out_of_reach(condition: Condition) -> None:
    session = at_step("order", turn=2)
    screens = [Resolution(session, 1), Curtain(session)]
    for screen in screens:
        app = app_with(screen, condition.size, condition.settings)
        assert checks.faults(app) == [], screen.name
