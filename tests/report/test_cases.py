"""Every case that ever began is told, graded and counted, also when its place was taken. (3.2)"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.decisions import Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.report import words
from game.report.aftermath import aftermath
from game.report.cases import Case, emptied, every_case
from game.report.dossier import dossiers
from game.report.html import cases, judgement, opening
from game.report.html.events import claims
from game.report.html.told import Game
from game.report.moments import true_cases
from game.report.news import turn_report
from game.report.story import rows_of
from game.rules.happenings import What
from game.rules.world import Status
from game.scenario.check import check_text
from tests.library import path_of

SEED = 6
SEAT = "south_korea"


@cache
def played() -> Match:
    """A game with more operations than places, in which a person said what it believed."""
    text = path_of("olympic_destroyer").read_text("utf-8")
    chosen, findings = check_text(text, "scenario")
    assert chosen is not None, findings
    match = new_match(chosen, text, SEED, usual_players(chosen, {SEAT: HUMAN}))
    match.go_on()
    me, turn = match.humans()[0], 0
    while not match.over:
        if match.turn > turn:
            turn = match.turn
            for case in dossiers(match, me):
                live = [suspect.hypothesis for suspect in case.suspects]
                share = [0.0] * match.board.sizes["H"]
                share[live[0]], share[live[-1]] = 0.7, 0.3
                match.state(me, case.incident, share)
        match.submit(me, Reply())
    return match


def retired(match: Match) -> list[Case]:
    return [case for case in every_case(match) if not case.stands]


def test_every_case_that_began_is_known_once() -> None:
    match = played()
    found = every_case(match)
    assert len(retired(match)) > 3, "the game has more operations than places"
    assert len({(case.began, case.place) for case in found}) == len(found)
    assert len({case.id(match) for case in found}) == len(found)
    for turn, morning in enumerate(match.mornings, start=1):
        there = np.flatnonzero(morning.status[:, 0] != Status.AWAITED).tolist()
        told = {(case.began, case.place) for case in found if case.began <= turn}
        assert {(int(morning.began[place, 0]), place) for place in there} <= told


def test_a_case_is_read_from_the_last_world_in_which_it_stood() -> None:
    match = played()
    for case in every_case(match):
        assert int(case.world.began[case.place, 0]) == case.began
        assert int(case.world.status[case.place, 0]) != Status.AWAITED
        later = [w for w in match.mornings[case.world.turn :] if w.turn > case.world.turn]
        assert case.stands or all(int(w.began[case.place, 0]) > case.began for w in later)


def test_the_aftermath_reveals_and_grades_cases_whose_place_was_taken() -> None:
    match = played()
    me, last = match.humans()[0], match.worlds[-1]
    told = aftermath(match, me)
    assert len(told.truths) == len(told.readings) == len(every_case(match))
    stood = {words.case_title(match, last, case.place) for case in every_case(match) if case.stands}
    graded = [t for t in told.truths if t.grade is not None and t.title not in stood]
    assert graded, "a belief was stated on a case that lost its place"
    for truth in graded:
        assert [line.turn for line in truth.beliefs if line.stated is not None]


def test_the_report_counts_lists_and_grades_them() -> None:
    match = played()
    game, me = Game(match), match.humans()[0]
    summary = cases.section(game).blocks[-1].table
    assert summary is not None
    titles = [row[0] for row in summary.rows]
    assert titles == [truth.title for truth in aftermath(match, me).truths]
    assert f"{len(titles)} incidents" in opening._happened(game)
    grades = {row[1]: row[2] for row in judgement.grades(game).rows}
    truths = aftermath(match, me).truths
    assert grades == {t.title: t.grade.turns for t in truths if t.grade is not None}


def test_blocks_and_tables_of_cases_in_one_place_are_told_apart() -> None:
    blocks = cases.section(Game(played())).blocks
    ids = [block.id for block in blocks]
    tables = [table.id for block in blocks for table in block.tables]
    assert len(set(ids)) == len(ids) and len(set(tables)) == len(tables)


def test_whatever_the_chronicle_names_the_report_lists() -> None:
    game = Game(played())
    listed = {game.title(case) for case in game.cases}
    for claim in claims(game):
        assert game.title(claim.case) in listed and claim.case.began <= claim.turn


def test_the_map_of_a_turn_keeps_a_case_that_lost_its_place() -> None:
    match = played()
    game = Game(match)
    last = len(match.worlds) - 1
    assert len(true_cases(game, last)) == len(game.cases)
    for case in retired(match):
        seen = {each.id: each for each in true_cases(game, case.began)}
        assert seen[case.id(match)].title == game.title(case)


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_news_say_once_that_a_file_is_closed_for_good(turn: int) -> None:
    match = played()
    me, world = match.humans()[0], match.worlds[turn]
    known = [
        place for place in emptied(match, world) if match.mornings[turn - 1].known[me, place, 0]
    ]
    titles = [words.case_title(match, match.mornings[turn - 1], place) for place in known]
    told = [story.text for story in turn_report(match, me, turn) if "for good" in story.text]
    assert sorted(told) == sorted(f"The file on {title} is closed for good." for title in titles)


def test_what_happened_to_a_case_in_its_last_turn_bears_its_own_name() -> None:
    match = played()
    for case in retired(match):
        turn = case.world.turn
        title = words.case_title(match, match.worlds[turn], case.place)
        assert title == words.case_title(match, case.world, case.place)


def test_the_two_reports_count_the_same_beliefs() -> None:
    match = played()
    me = match.humans()[0]
    pairs = judgement.judged(Game(match), me).pairs
    assert sum(each.count for each in aftermath(match, me).calibration) == len(pairs)


def test_a_claim_made_in_the_last_turn_of_a_case_is_told() -> None:
    match = played()
    game = Game(match)
    said = {(claim.turn, claim.nation, claim.case.place) for claim in claims(game)}
    late = {
        (turn, int(rows.actor[row]), int(rows.incident[row]))
        for turn, log in enumerate(match.logs, start=1)
        for rows, row in rows_of(log, What.CLAIMED)
        if int(rows.incident[row]) in emptied(match, match.worlds[turn])
    }
    assert late and late <= said
