"""The AI sees only its own row of a view, keeps its patience, and gives its reasons. (Rules 13)"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.match import Match, new_match, usual_players
from game.players import ordering, talking
from game.players.answering import answer
from game.players.diplomat import decide
from game.players.reasons import Reason, why_ordered, why_refused
from game.rules import dice
from game.rules.action import Options
from game.rules.happenings import Log
from game.rules.orders import Messages, Offers
from game.rules.reading import Reading
from game.rules.turn import Ask, Question, play_turn
from game.rules.view import View, rows_of
from game.scenario.build import start
from game.scenario.doctrines import UnknownDoctrine, doctrines, minds
from tests.library import loaded, path_of, scenario

NAME = "olympic_destroyer"
CAST = ("reciprocator", "hawk", "opportunist", "random") * 2
WORLDS = 6


def questions(turns: int) -> list[Question]:
    """Every question of some turns, with views that stay as they were when it was asked."""
    board, setup = loaded(NAME)
    world = start(board, setup, np.arange(WORLDS))
    seeds = dice.derive(world.seed, "players")
    asked: list[Question] = []
    for _ in range(turns):
        turn = play_turn(world, setup.rules, Log(kept=False))
        question = next(turn)
        while True:
            asked.append(frozen(question))
            try:
                question = turn.send(decide(question, minds(CAST), seeds))
            except StopIteration as over:
                world = over.value
                break
    return asked


def frozen(question: Question) -> Question:
    kept = Question(question.ask, question.world_now(), question.round, question.offers)
    object.__setattr__(kept, "actions", question.actions)
    kept.__dict__["seen"] = copied(question.seen)
    return kept


def copied(seen: View) -> View:
    return replace(seen, **{name: np.array(values) for name, values in rows_of(seen).items()})


ASKED = questions(4)
SEEDS = dice.derive(dice.seeds(np.arange(WORLDS)), "players")


def scrambled(seen: View, mine: int) -> View:
    """The same view to one seat; to the others, somebody else's eyes."""
    seats = len(seen.seats)
    order = np.random.default_rng(mine).permutation(seats)
    order = np.array([n for n in order if n != mine])
    shuffled = np.insert(order, mine, mine)
    own = {
        f: values[shuffled]
        for f, values in rows_of(seen).items()
        if values.shape[0] == seats and View.__dataclass_fields__[f].metadata["row"]
    }
    return replace(seen, **own)


def said_by(rows: Any, nation: int) -> list[tuple[Any, ...]]:
    """What one nation decided, row by row."""
    mine = rows.take(np.flatnonzero(rows.actor == nation))
    columns = [getattr(mine, name).tolist() for name in mine.columns()]
    return sorted(zip(*(map(str, column) for column in columns), strict=True))


@pytest.mark.parametrize("nation", range(8))
def test_what_others_see_changes_nothing_a_nation_decides(nation: int) -> None:
    mind = minds(CAST)
    for question in ASKED:
        reading, other = (
            Reading(question.seen, mind),
            Reading(scrambled(question.seen, nation), mind),
        )
        for rows, again in zip(told(question, reading), told(question, other), strict=True):
            assert said_by(rows, nation) == said_by(again, nation)


def told(question: Question, reading: Reading) -> tuple[Any, ...]:
    if question.ask is Ask.TALK:
        return talking.talk(reading, SEEDS)
    if question.ask is Ask.ANSWER:
        assert question.offers is not None
        return answer(reading, question.offers, question.round, SEEDS)
    options = Options(question.actions, reading.seen)
    return (ordering.order(reading, options, SEEDS, False),)


def test_reasons_do_not_change_orders() -> None:
    mind = minds(CAST)
    question = next(q for q in ASKED if q.ask is Ask.ORDER)
    reading = Reading(question.seen, mind)
    options = Options(question.actions, question.seen)
    plain, reasoned = (ordering.order(reading, options, SEEDS, why) for why in (False, True))
    for name in plain.columns():
        if name not in ("reason", "factor"):
            assert (getattr(plain, name) == getattr(reasoned, name)).all()
    thinking = ~np.isin(reasoned.actor, [n for n, who in enumerate(CAST) if who == "random"])
    assert (reasoned.reason[thinking] >= 0).mean() > 0.95
    assert all(why_ordered(int(code)) for code in reasoned.reason if code >= 0)


def test_the_second_round_of_talks_is_for_answers() -> None:
    talks = [q for q in ASKED if q.ask is Ask.TALK and q.round == 2]
    assert talks
    for question in talks:
        messages, offers = decide(question, minds(CAST), SEEDS)
        assert (len(messages), len(offers)) == (0, 0)
        assert isinstance(messages, Messages)
        assert isinstance(offers, Offers)


@cache
def games() -> list[Match]:
    chosen = scenario(NAME)
    text = path_of(NAME).read_text("utf-8")
    matches = [new_match(chosen, text, seed, usual_players(chosen, {})) for seed in range(8)]
    for match in matches:
        match.go_on()
    return matches


def test_a_refused_offer_is_not_made_again_at_once() -> None:
    """Not of its own accord, to one that refused an offer of its in the turn before."""
    for match in games():
        refused: dict[tuple[int, int], int] = {}
        for turn, log in enumerate(match.logs, start=1):
            for proposer, other in _treaties(next(iter(log.talks), None)):
                assert refused.get((proposer, other), 0) < max(turn - 1, 1)
            for offers, answers in log.talks:
                no = answers.take((answers.accept == 0) & (offers.body[answers.offer] < 0))
                pairs = zip(offers.actor[no.offer].tolist(), no.actor.tolist(), strict=True)
                refused |= dict.fromkeys(pairs, turn)


def _treaties(talk: Any) -> set[tuple[int, int]]:
    """Who proposed a treaty to whom."""
    offers = Offers.empty() if talk is None else talk[0]
    mine = offers.take(offers.body < 0)
    row, other = mine.party.nonzero()
    return set(zip(mine.actor[row].tolist(), other.tolist(), strict=True))


def test_a_motion_that_fell_is_not_moved_again_at_once() -> None:
    fallen = 0
    for match in games():
        fell: dict[tuple[int, int], int] = {}
        for turn, log in enumerate(match.logs, start=1):
            before = match.worlds[turn - 1].outvoted[..., 0]
            moved = [offers.take(offers.body >= 0) for offers, _ in log.talks[:1]]
            for offers in moved:
                for who, body in zip(offers.actor.tolist(), offers.body.tolist(), strict=True):
                    assert fell.get((who, body), 0) < max(turn - 1, 1)
            now = match.worlds[turn].outvoted[..., 0]
            fell |= dict.fromkeys(zip(*map(list, np.nonzero(now > before)), strict=True), turn)
        fallen += len(fell)
    assert fallen


def test_every_refusal_has_a_reason_in_words() -> None:
    reasons = set()
    for match in games():
        for log in match.logs:
            for _, answers in log.talks:
                for n in np.flatnonzero(answers.accept == 0).tolist():
                    code = int(answers.reason[n])
                    assert why_refused(code, answers.factor[n], answers.needed[n])
                    reasons.add(code)
    assert {Reason.TRUST, Reason.INTEREST} <= reasons


def test_ais_counter_sign_break_and_hold_back() -> None:
    """All of it happens somewhere in a few games."""
    matches = games()
    logs = [log for match in matches for log in match.logs]
    assert any((offers.counter > 0).any() for log in logs for offers, _ in log.talks)
    assert any(match.worlds[-1].kept.any() for match in matches)
    assert any(match.worlds[-1].broken.any() for match in matches)
    assert any((match.worlds[-1].replies < match.worlds[-1].suffered).any() for match in matches)


def test_an_unknown_doctrine_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownDoctrine, match="did you mean 'hawk'"):
        minds(["hawkk"])
    assert set(doctrines()) >= {"random", "reciprocator", "opportunist", "hawk"}
