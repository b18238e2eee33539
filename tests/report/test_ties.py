"""Ties and casework: what one nation can tell of others, and nothing more."""

from __future__ import annotations

import pytest

from game.decisions import Order, Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.report import casework, ties
from game.report.dossier import dossiers
from game.report.ties import Range
from game.rules.world import NOBODY
from tests.library import path_of, scenario

ME = 0


def played(turns: int) -> Match:
    given, text = scenario("port_crisis"), path_of("port_crisis").read_text("utf-8")
    players = usual_players(given, {"brannock": HUMAN})
    match = new_match(given, text, 7, players)
    match.go_on()
    while match.turn <= turns:
        asks = match.phase is not None and match.phase.ask.name == "ORDER"
        orders = (Order("exercise", target="selkar"),) if asks else ()
        match.submit(ME, Reply(orders=orders))
    return match


@pytest.fixture(scope="module")
def match() -> Match:
    return played(3)


def test_bands_hold_what_is_true_and_own_feelings_are_exact(match: Match) -> None:
    world = match.world
    for (who, whom), tie in ties.ties(match, ME).items():
        if who == ME:
            assert tie.trust is not None and tie.trust.exact
            assert tie.trust.low == world.trust[who, whom, 0]
        elif whom == ME:
            assert tie.trust is not None and tie.hostility is not None
            assert tie.trust.low <= world.trust[who, whom, 0] <= tie.trust.high
            assert tie.hostility.low <= world.hostility[who, whom, 0] <= tie.hostility.high
        else:
            assert tie.trust is None and tie.hostility is None


def test_capabilities_of_others_lie_in_their_bands(match: Match) -> None:
    for nation in range(match.board.nations):
        for skill, line in enumerate(ties.skills(match, ME, nation)):
            true = match.world.capability[nation, skill, 0]
            assert line.level.low <= true <= line.level.high
            assert line.level.exact == (nation == ME)


def test_a_deed_is_among_the_reasons_of_trust(match: Match) -> None:
    selkar = match.setup.nations.index("selkar")
    found = ties.causes(match, selkar, ME)
    assert any(each.by > 0 and each.reason == "a joint exercise" for each in found), found
    assert [each.turn for each in found] == sorted((each.turn for each in found), reverse=True)


def test_blame_is_what_suspicion_takes(match: Match) -> None:
    world = match.world
    for other in range(1, match.board.nations):
        lost = ties.blame(match, ME, other)
        if 0 < world.trust[ME, other, 0] < 100:
            deeds = world.deeds[ME, other, 0]
            assert lost == pytest.approx(max(0.0, deeds - world.trust[ME, other, 0]))
        if lost > 8:
            assert ties.suspicions(match, ME, other)


def test_a_range_says_what_it_is() -> None:
    assert str(Range(50, 75)) == "50\u201375" and Range(50, 75).middle == 62.5
    assert str(Range(12, 12)) == "12" and Range(12, 12).exact


def test_what_others_said_is_what_stands_on_record(match: Match) -> None:
    seen = match.view(ME)
    for case in dossiers(match, ME):
        told = casework.said(match, ME, case.incident)
        named = {each.nation for each in told if each.whom}
        record = seen.accused[:, case.incident, 0]
        assert named == {n for n in range(match.board.nations) if record[n] != NOBODY}


def test_the_port_breaks_the_norm_to_spare_what_people_live_by(match: Match) -> None:
    port = next(case for case in dossiers(match, ME) if case.id == "port")
    assert "f" in {each.letter for each in casework.breached(match, port.incident)}
    verdicts = dict(casework.law_of(match, ME, port.title))
    assert set(verdicts) == set(match.setup.names[: match.board.nations])
