"""News: each thing once as one plays, gathered by giver and case, grave things before routine."""

from __future__ import annotations

from collections import Counter

import pytest

from game.actions import actions
from game.decisions import Message, Reply
from game.match import Match
from game.players.reasons import why_ordered
from game.report import findings, news
from game.report.story import Scene, Story, place
from game.rules.action import Feature
from game.rules.changes import put_cells
from game.rules.happenings import Log, What
from game.rules.orders import orders_of
from tests import salon
from tests.report.test_reports import played
from tests.worlds import BLACKOUT, EAST, NORTH, SOUTH, WEST

GATHERED = ("evidence", "order")
"""Kinds whose stories grow when more of the same happens."""


def told_of(stories: list[Story]) -> Counter[tuple[str, tuple[str, ...]]]:
    """What is told, whenever it was, in stories that do not grow."""
    return Counter((s.text, s.why) for s in stories if s.kind not in GATHERED)


def test_the_news_before_the_orders_and_what_came_of_them_make_up_a_turn() -> None:
    match, before = played("first_light", 2), 0
    for nation in range(match.board.nations):
        for turn in range(1, match.turn + 1):
            news_of, came_of = (f(match, nation, turn) for f in (news.news_of, news.came_of))
            whole = news.turn_report(match, nation, turn)
            assert told_of(news_of) + told_of(came_of) == told_of(whole)
            lines = {line for story in whole for line in story.why}
            assert {line for story in (*news_of, *came_of) for line in story.why} <= lines
            before += len(news_of)
    assert before


def test_what_was_news_during_a_turn_is_not_what_came_of_it() -> None:
    match = salon.match_of("north", "south")
    salon.turn(match, north=Reply(messages=[Message("south", "ask", "help")]))
    said = "North asked South to send help."
    assert said in [each.text for each in news.news_of(match, SOUTH, 1)]
    assert said not in [each.text for each in news.came_of(match, SOUTH, 1)]
    back = match.rewound(1)
    assert back.rows_before_orders(1) == match.rows_before_orders(1) > 0


def evidence(match: Match, log: Log, nation: int, of_me: bool = False) -> list[Story]:
    put_cells(match.world, "known", nation, BLACKOUT, to=1)
    return list(findings.told(Scene(match, nation, match.world, log, of_me=of_me)))


def gifts(*given: tuple[int, int]) -> Log:
    """North gives cards of the blackout, each to a nation that sees it."""
    log = Log()
    for taker, card in given:
        log.note(What.SHARED, 0, NORTH, taker, BLACKOUT, a=card, seen=(NORTH, taker))
    return log


def test_evidence_shared_is_one_story_for_each_giver_and_case() -> None:
    match = salon.match_of("north")
    log = gifts((SOUTH, 0), (EAST, 0), (SOUTH, 1), (EAST, 1), (EAST, 1))
    (story,) = evidence(match, log, NORTH)
    assert story.text.startswith("North shared evidence with South and East on ")
    assert len(story.why) == 2 and not any("To " in line for line in story.why)
    (story,) = evidence(match, log, SOUTH)
    assert "with South on" in story.text and len(story.why) == 2


def test_where_not_all_got_the_same_it_is_told_who_got_what() -> None:
    match = salon.match_of("north")
    (story,) = evidence(match, gifts((SOUTH, 0), (EAST, 0), (EAST, 1)), NORTH)
    assert [line.startswith("To East: ") for line in story.why] == [False, True]


def test_giver_and_takers_have_one_story_of_a_gift_afterwards() -> None:
    match, log = salon.match_of("north"), gifts((SOUTH, 0), (EAST, 0), (EAST, 1))
    told = {tuple(evidence(match, log, nation, of_me=True)) for nation in (NORTH, SOUTH, EAST)}
    assert len(told) == 1 and () not in told
    assert evidence(match, log, WEST, of_me=True) == []


@pytest.mark.parametrize("what", [What.REPORT, What.PUBLISHED])
def test_what_is_laid_open_is_one_story_for_each_case(what: What) -> None:
    match, log = salon.match_of("north"), Log()
    for card in (0, 1):
        log.note(what, 0, NORTH, incident=BLACKOUT, a=card)
    (story,) = evidence(match, log, EAST)
    assert len(story.why) == 2
    assert what is What.PUBLISHED or "settles 2 questions" in story.text


def deeds(match: Match, *given: tuple[int, int]) -> list[Story]:
    """What West reads when nations do the same, each for its reason."""
    number = next(n for n, action in enumerate(actions()) if action.id == "exercise")
    who, reasons = zip(*given, strict=True)
    log = Log(orders=[orders_of([0] * len(given), who, number, target=EAST, reason=reasons)])
    match.logs[-1] = log
    return [each for each in news.news_now(match, WEST) if each.kind == "acts"]


def test_a_deed_of_several_is_one_story_only_if_they_gave_one_reason() -> None:
    match = salon.match_of()
    friend, honour = Feature.BOND, Feature.HONOUR
    assert len(deeds(match, (NORTH, friend), (SOUTH, friend))) == 1
    told = deeds(match, (NORTH, friend), (SOUTH, honour))
    assert [each.why for each in told] == [(why_ordered(friend),), (why_ordered(honour),)]


def test_a_person_is_given_no_reason_of_another() -> None:
    match = salon.match_of("north")
    person, other = deeds(match, (NORTH, Feature.BOND), (SOUTH, Feature.BOND))
    assert person.text.startswith("North") and not person.why
    assert other.text.startswith("South") and other.why


def test_grave_things_come_before_routine_of_any_kind() -> None:
    grave = [("talks", 8), ("crisis", 8), ("own", 8), ("promises", 9)]
    routine = [("crisis", 2), ("evidence", 6), ("acts", 6)]
    assert max(place(*each) for each in grave) < min(place(*each) for each in routine)
