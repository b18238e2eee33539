"""Reports: true to the ledger, silent about secrets, and in plain words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.decisions import Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.report import ledger, news, situation
from game.report.aftermath import aftermath
from game.report.dossier import dossiers, last_stated
from game.report.words import finding
from game.rules import economy
from game.rules.changes import put_cells, put_derived
from game.rules.happenings import Happening, Log
from game.rules.world import Look, copy
from tests import salon
from tests.library import BOTH, path_of, scenario

ROOT = Path(__file__).parents[2]
PAID = ("capital", "effort", "funds")
CASES = [
    ("first_light", 3),
    ("first_light", 8),
    ("olympic_destroyer", 5),
    ("salon", 1),
    ("salon", 4),
]


def played(name: str, seed: int, seats: dict[str, str] | None = None) -> Match:
    if name == "salon":
        return salon.match_of(seed=seed)
    chosen = scenario(name)
    players = usual_players(chosen, seats or {})
    match = new_match(chosen, path_of(name).read_text("utf-8"), seed, players)
    match.go_on()
    return match


@pytest.fixture(scope="module", params=CASES, ids=str)
def match(request: pytest.FixtureRequest) -> Match:
    return played(*request.param)


def nations(match: Match) -> range:
    return range(match.board.nations)


def test_a_ledger_sums_to_the_change_of_every_stock(match: Match) -> None:
    for turn in range(1, match.turn + 1):
        for nation in nations(match):
            reasons = ledger.changes(match, nation, turn)
            for stock in ledger.STOCKS:
                before = getattr(match.worlds[turn - 1], stock)[nation, 0]
                after = getattr(match.worlds[turn], stock)[nation, 0]
                assert sum(by for _, by in reasons[stock]) == after - before, (turn, stock)


def test_the_income_that_is_told_is_what_would_come_in_now(match: Match) -> None:
    world = copy(match.world)
    for name in PAID:
        put_cells(world, name, ..., to=0)  # far from any limit
    economy.earn(world, Log())
    for nation in nations(match):
        told = situation.situation(match, nation).income
        earned = [float(getattr(world, name)[nation, 0]) for name in PAID]
        assert told == pytest.approx(earned, abs=1 / 32)


def test_an_event_with_a_mark_of_its_own_gets_no_other() -> None:
    told = played("estonia_2007", 1)
    stories = [s.text for t in range(1, told.turn + 1) for s in news.turn_report(told, 0, t)]
    assert "What would you call it?" in stories


def test_the_ledger_of_trust_sums_to_what_deeds_earned(match: Match) -> None:
    for turn in range(1, match.turn + 1):
        before, after = match.worlds[turn - 1].deeds[:, 0, 0], match.worlds[turn].deeds[:, 0, 0]
        reasons = ledger.trust_changes(match, 0, turn)
        for other, name in enumerate(match.setup.names[: match.board.nations]):
            if other:
                assert sum(by for _, by in reasons[name]) == after[other] - before[other]


def test_every_reason_in_the_rules_has_words() -> None:
    """Every text that is handed on as `why`, by name or by its place, is worded."""
    found = {why for tree in trees() for why in whys(tree)}
    assert len(found) > 80
    assert sorted(found - set(ledger.worded())) == []


def trees() -> list[ast.Module]:
    folders = (ROOT / "game" / name for name in ("rules", "actions"))
    return [ast.parse(p.read_text("utf-8")) for folder in folders for p in folder.glob("*.py")]


def places() -> dict[str, int]:
    """Where functions of the rules take their `why`, by name."""
    found = {}
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [arg.arg for arg in node.args.args if arg.arg != "self"]
                found |= {node.name: names.index("why")} if "why" in names else {}
    return found


def whys(tree: ast.Module) -> Iterator[str]:
    at = places()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = [key.value for key in call.keywords if key.arg == "why"]
        given += call.args[at[name] : at[name] + 1] if name in at else []
        for value in given:
            yield from _texts_in(value) if isinstance(value, ast.Constant) else ()
    for node in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        names = {each.id for each in ast.walk(node.targets[0]) if isinstance(each, ast.Name)}
        yield from _texts_in(node.value) if "why" in names else ()


def _texts_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def texts(told: Any) -> str:
    """Everything a report says, as one text."""
    if isinstance(told, dict):
        return "\n".join(texts(value) for value in told.values())
    if isinstance(told, list | tuple):
        return "\n".join(texts(value) for value in told)
    return told if isinstance(told, str) else ""


def told_to(match: Match, nation: int) -> str:
    parts = [asdict(story) for t in range(1, match.turn + 1) for story in report(match, nation, t)]
    parts += [asdict(dossier) for dossier in dossiers(match, nation)]
    parts.append(asdict(situation.situation(match, nation)))
    return texts(parts)


def report(match: Match, nation: int, turn: int) -> list[news.Story]:
    return news.turn_report(match, nation, turn)


def test_reports_are_in_words(match: Match) -> None:
    for nation in nations(match):
        said = told_to(match, nation)
        assert len(said) > 2000
        assert not re.search(r"NOBODY|\bNone$|[{}]|\bnan\b|array\(", said, re.MULTILINE)


def test_what_a_nation_did_not_see_leaves_its_report_as_it_is(match: Match) -> None:
    told = [report(match, 0, turn) for turn in range(1, match.turn + 1)]
    for log in match.logs:
        log.rows = [only_seen_by_the_first(rows) for rows in log.rows]
    assert [report(match, 0, turn) for turn in range(1, match.turn + 1)] == told


def only_seen_by_the_first(rows: Happening) -> Happening:
    chosen = np.flatnonzero(rows.seen & 1)
    kept = {f.name: getattr(rows, f.name)[chosen] for f in fields(rows) if f.name != "what"}
    return Happening(rows.what, **kept)


def test_covert_orders_of_others_are_not_told(match: Match) -> None:
    for nation in nations(match):
        mine = match.setup.names[nation]
        for turn in range(1, match.turn + 1):
            for story in report(match, nation, turn):
                assert "set out to" not in story.text or story.text.startswith(mine)


def test_hidden_truth_changes_no_report() -> None:
    """Another culprit, another frame, other cards unseen: the same story, to the letter."""
    match = played("olympic_destroyer", 5)
    before = [told_to(match, nation) for nation in nations(match)]
    world = match.worlds[-1]
    blameless = np.zeros(world.culprit.shape, np.int16)
    unseen = (world.look == Look.UNSEEN).all(axis=0)
    guilty = [world.guilt[n, :, n] == 1 for n in nations(match)]
    keep = np.any(guilty, axis=0)
    put_derived(world, "culprit", np.where(keep, world.culprit, blameless))
    put_derived(world, "framed", np.full(world.framed.shape, -1))
    put_derived(world, "card", np.where(unseen, 1 - world.card, world.card))
    assert [told_to(match, nation) for nation in nations(match)] == before


def test_the_truth_is_told_only_at_the_end() -> None:
    seat = next(iter(scenario("first_light").nations))
    match = played("first_light", 1, {seat: HUMAN})
    assert not match.over
    with pytest.raises(AssertionError, match="when the game is over"):
        aftermath(match, 0)


@pytest.mark.parametrize("name", BOTH)
def test_the_aftermath_tells_every_truth(name: str) -> None:
    match = played(name, 2)
    for nation in (None, *nations(match)):
        told = aftermath(match, nation)
        assert len(told.truths) >= match.board.scripted
        assert all(truth.text and 0 <= truth.ideal <= 1 for truth in told.truths)
        assert [line.rank for line in told.scores] == sorted(line.rank for line in told.scores)
        for line in told.scores:
            assert sum(value for _, value in line.parts) == pytest.approx(line.total)
        assert told.debrief
        assert told.questions


def test_beliefs_stated_by_a_person_are_graded() -> None:
    seat = next(iter(scenario("first_light").nations))
    match = played("first_light", 1, {seat: HUMAN})
    case = dossiers(match, 0)[0]
    count = match.board.sizes["H"]
    live = [suspect.hypothesis for suspect in case.suspects]
    chances = [1 / len(live) if h in live else 0.0 for h in range(count)]
    match.state(0, case.incident, chances)
    while not match.over:
        match.submit(0, Reply())
    told = aftermath(match, 0)
    truth = next(t for t in told.truths if t.incident == case.incident)
    assert truth.grade is not None
    even = sum((1 / len(live) - (h == 0)) ** 2 for h in range(len(live)))
    assert truth.grade.brier == pytest.approx(even)
    assert told.calibrated_on == "what you stated"


def test_neither_the_victim_nor_an_innocent_reader_is_a_suspect_of_an_operation() -> None:
    match = played("olympic_destroyer", 5)
    names, world, seen = match.setup.names, match.world, 0
    for nation in range(match.board.nations):
        for case in dossiers(match, nation):
            if not case.id.startswith("operation") or case.own_doing:
                continue
            labels = {suspect.label for suspect in case.suspects}
            assert not {case.victim, names[nation]} & labels
            assert sum(suspect.belief for suspect in case.suspects) == pytest.approx(1, abs=0.01)
            for card in range(len(match.setup.cases[case.incident].cards)):
                text = finding(match, world, case.incident, card)
                assert case.victim not in text and "{" not in text
                seen += 1
    assert seen


def test_what_was_said_of_an_earlier_case_is_not_said_of_the_one_in_its_place() -> None:
    seat = next(iter(scenario("first_light").nations))
    match = played("first_light", 1, {seat: HUMAN})
    case = dossiers(match, 0)[0]
    live = [suspect.hypothesis for suspect in case.suspects]
    chances = [float(h == live[0]) for h in range(match.board.sizes["H"])]
    match.state(0, case.incident, chances)
    now = match.turn
    while match.turn == now:
        match.submit(0, Reply())
    assert last_stated(match, 0, case.incident, match.turn) is not None
    began = match.mornings[-1].began.copy()
    began[case.incident] = match.turn  # the place is another's from this turn on
    put_derived(match.mornings[-1], "began", began)
    assert last_stated(match, 0, case.incident, match.turn) is None
    assert last_stated(match, 0, case.incident, now) is not None


def aims_told(match: Match, seat: str) -> list[tuple[int, str]]:
    nation = match.setup.nations.index(seat)
    turns = range(1, len(match.logs) + 1)
    return [
        (turn, story.text)
        for turn in turns
        for story in news.turn_report(match, nation, turn)
        if story.text.startswith("An aim")
    ]


def test_an_aim_reached_or_lost_on_the_way_is_told_in_that_turn() -> None:
    told = aims_told(played("first_light", 4), "austrane")
    assert [(turn, text.partition(";")[0]) for turn, text in told] == [
        (2, "An aim is reached for now"),
        (3, "An aim is no longer reached"),
    ]
    assert all(text.endswith("Your word counts for more than at the start (standing 62).")
               for _, text in told)  # fmt: skip


def test_no_news_tells_whether_an_aim_about_the_truth_is_reached() -> None:
    """Dorvane would learn from it that whom it has named is guilty."""
    for seed in range(1, 9):
        told = aims_told(played("first_light", seed), "dorvane")
        assert not any("really had a hand" in text for _, text in told)


def test_the_retaliation_number_is_explained() -> None:
    assert "Above 1 a feud feeds itself" in situation.retaliation_says(1.2)
    assert "Below 1 a quarrel dies out" in situation.retaliation_says(0.4)
