"""What must hold of every action, the day its file is written. (Rules 9)"""

from __future__ import annotations

import inspect
import re
from typing import Any

import numpy as np
import pytest

from game import actions as package
from game import registry
from game.actions import actions, number_of
from game.actions._common import RANSOMWARE
from game.players.diplomat import decide
from game.rules import dice
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Options, Stage
from game.rules.changes import Changes
from game.rules.happenings import Log
from game.rules.orders import Offers, Orders
from game.rules.reading import Reading
from game.rules.resolution import resolve
from game.rules.screening import GENERAL, POOR, forms, screen, why_void
from game.rules.treaties import sign
from game.rules.turn import Ask, Question
from game.rules.view import views
from game.rules.world import Look, Promise, Skill, Status, World, copy
from game.scenario.doctrines import minds
from tests.worlds import (
    BLACKOUT,
    EAST,
    FINANCE,
    GANG,
    NORTH,
    OPERATION,
    SOUTH,
    WEST,
    crisis,
    drive,
    fill,
    offer,
    orders,
    put,
    rules,
    start,
)
from tests.worlds import order as order_

EVERY = pytest.mark.parametrize("action", actions(), ids=lambda action: action.id)
ALSO = {
    *("target", "accused", "incident", "sector", "card", "word", "confidence", "cover"),
    *("question", "answer", "ask"),
}
TOLD = {"actor", "target", "incident", "choice", "level", "word"}
CAST = ("reciprocator", "hawk", "opportunist", "reciprocator")


def rich(count: int = 1) -> World:
    """A crisis in which almost everything can be done."""
    world = crisis(3, count)
    for stock in ("capital", "effort", "funds"):
        fill(world, stock, 90)
    put(world, "look", slice(None), BLACKOUT, [0, 3], to=Look.FOUND)
    put(world, "heat", [NORTH, SOUTH], [SOUTH, NORTH], to=60)
    put(world, "accused", NORTH, BLACKOUT, to=2)
    put(world, "guilt", NORTH, BLACKOUT, [SOUTH, GANG], to=[[0.75], [0.625]])
    put(world, "rung", slice(None), to=4)
    sign(world, treaty(count), Log())
    put(world, "broken", SOUTH, NORTH, to=1)
    put(world, "aid", NORTH, WEST, to=2)
    put(world, "asked", NORTH, SOUTH, Promise.LEGAL_AID, to=2)
    held_to_ransom(world)
    fill(world, "exploits", 2)
    fill(world, "capability", 80)
    put(world, "capability", WEST, Skill.DEFENCE, to=30)
    return world


def treaty(count: int) -> Offers:
    """North, south and west share evidence and a line in each world."""
    each = range(count)
    terms = {"evidence_sharing": 1, "hotline": 1}
    return Offers.join([offer(NORTH, SOUTH, WEST, world=n, **terms) for n in each])


def held_to_ransom(world: World) -> None:
    """The gang has locked the east's banks, and all know of it."""
    columns = {
        "status": Status.ACTIVE, "kind": RANSOMWARE, "victim": EAST, "sector": FINANCE,
        "severity": 5, "began": 3, "until": 5, "culprit": GANG + 1,
    }  # fmt: skip
    for name, to in columns.items():
        put(world, name, OPERATION, to=to)
    put(world, "known", slice(None), OPERATION, to=1)
    put(world, "fed", GANG, to=1)


def rows_of(action: Action, world: World) -> Orders:
    """Orders of the action by everybody, with every option and plausible columns."""
    rows = []
    for actor in range(4):
        for option in range(7):
            target = option if action.aim is Aim.NATION else (actor + 1) % 4
            incident = option if action.aim is Aim.INCIDENT else BLACKOUT
            choice = {"word": 5, "card": 0, "sector": 2}.get(
                next((name for name in action.also if name in ("word", "card", "sector")), ""), 0
            )
            choice = option if action.aim is Aim.SECTOR else choice
            row = order_(actor, action.id, target=target, incident=incident, choice=choice)
            rows.append(row)
    return orders(*rows)


def open_rows(action: Action, world: World) -> Orders:
    """Those of them that may take effect, one a nation."""
    options = Options(actions(), views(world))
    rows = rows_of(action, world)
    rows.rank[:] = 0
    rows = rows.take(np.flatnonzero(screen(options, rows) == 0))
    return rows.take(np.unique(rows.actor, return_index=True)[1])


@EVERY
def test_it_says_what_it_is(action: Action) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*", action.id)
    assert action.label
    assert action.label[0].isupper()
    assert not action.label.endswith(".")
    assert len(action.about) > 30
    assert action.about.endswith(".")
    assert action.legality
    assert action.tells.startswith("{actor} ")
    assert set(re.findall(r"{(\w+)}", action.tells)) <= TOLD
    assert action.stage in Stage
    assert action.gravity in Gravity
    assert isinstance(action.cost, Cost)
    assert set(action.also) <= ALSO
    assert action.levels >= 1
    assert action.keeps is None or action.keeps in list(Promise)


@EVERY
def test_it_is_the_file_of_its_name_and_cites_its_article(action: Action) -> None:
    module = registry.modules(package.__name__)[action.id]
    assert module.ACTION is action
    assert re.search(r"\(Rules 9\.\d\d", module.__doc__ or "")
    for function in (action.refuse, action.resolve, action.appeal):
        assert inspect.getdoc(function)


def test_actions_are_listed_by_stage_and_name() -> None:
    keys = [(action.stage, action.id) for action in actions()]
    assert keys == sorted(keys)
    assert len({action.id for action in actions()}) == len(keys) >= 25
    assert [number_of(action.id) for action in actions()] == list(range(len(keys)))


def test_no_two_actions_share_an_article() -> None:
    cited = [
        re.findall(r"\(Rules (9\.\d\d)", module.__doc__ or "")[0]
        for module in registry.modules(package.__name__).values()
    ]
    assert len(set(cited)) == len(cited)


def test_the_form_of_an_order_follows_from_its_action() -> None:
    form = forms(actions())
    for number, action in enumerate(actions()):
        assert form.to_nation[number] == (action.aim is Aim.NATION or "target" in action.also)
        assert form.to_actor[number] == ("accused" in action.also)
        assert form.incident[number] == (action.aim is Aim.INCIDENT or "incident" in action.also)
        assert form.sector[number] == (action.aim is Aim.SECTOR or "sector" in action.also)
        assert form.word[number] == ("word" in action.also)
        assert form.card[number] == ("card" in action.also)
        assert form.cover[number] == ("cover" in action.also)
        assert form.question[number] == ("question" in action.also)
        assert form.ask[number] == ("ask" in action.also)
        assert form.open[number] == (action.hostile and action.public)
        assert form.levels[number] == action.levels
        said = {"confidence", "answer"} & set(action.also)
        assert form.steps[number] == action.by_level == (not said)
        cost = (action.cost.capital, action.cost.effort, action.cost.funds)
        assert form.price[number].tolist() == list(cost)
        assert min(cost) >= 0
        assert form.keeps[number] == (-1 if action.keeps is None else action.keeps)
        assert form.stage[number] == action.stage


@EVERY
@pytest.mark.parametrize("count", [1, 3])
def test_refusals_are_numbers_of_its_reasons_for_each_option(action: Action, count: int) -> None:
    world = rich(count)
    seen = views(world)
    refused = action.refuse(seen)
    full = shape_of(action, world)
    assert np.broadcast_shapes(refused.shape, full) == full
    assert refused.dtype == np.int16
    assert refused.min() >= 0
    assert refused.max() <= len(action.refusals)
    for number in range(1, len(action.refusals) + 1):
        assert why_void(actions(), number_of(action.id), number) == action.refusals[number - 1]
    assert all(reason == reason.strip() and reason[0].islower() for reason in action.refusals)


def shape_of(action: Action, world: World) -> tuple[int, int, int]:
    """Seats, options, worlds."""
    options = {
        Aim.NOTHING: 1,
        Aim.NATION: world.board.nations,
        Aim.INCIDENT: world.board.sizes["I"],
        Aim.SECTOR: world.board.sizes["Z"],
    }
    return world.board.nations, options[action.aim], world.worlds


@EVERY
def test_every_reason_it_gives_is_given_somewhere(action: Action) -> None:
    found: set[int] = set()
    calm, hot, empty, over = crisis(3), rich(), rich(), rich()
    fill(empty, "exploits", 0)
    fill(empty, "capability", 0)
    for name in ("condemned", "indicted", "sanction", "expelled", "inquiry", "hardening"):
        fill(over, name, 100 if name == "hardening" else 1)
    fill(over, "published", 1)
    fill(over, "service", 100)
    fill(over, "capability", 100)
    fill(over, "answered_for", 2)
    put(over, "status", BLACKOUT, to=2)
    fill(over, "look", Look.ABSENT)
    cold = crisis(3)
    fill(cold, "trust", 0)
    unarmed = rich()
    fill(unarmed, "exploits", 0)
    late = copy(calm, calm.board.turns)
    asked = rich()
    fill(asked, "asked", asked.turn)
    fill(asked, "strategy", 5)
    fill(asked, "hosted", asked.turn)
    fill(asked, "declared", 1)
    fill(asked, "opened", 1)
    fill(asked, "broken", 0)
    put(asked, "ransom", OPERATION, to=2)
    peace = crisis(3)
    fill(peace, "status", Status.OVER)
    fill(peace, "heat", 0)
    linked = rich()
    fill(linked, "heat", 0)
    lame = rich()
    put(lame, "capability", slice(None), Skill.OFFENCE, to=0)
    for world in (calm, hot, empty, over, cold, unarmed, late, asked, peace, linked, lame):
        found |= set(np.unique(action.refuse(views(world))).tolist())
    assert found - {0} == set(range(1, len(action.refusals) + 1))


@EVERY
def test_its_appeal_has_a_feature_s_worth_for_every_option(action: Action) -> None:
    world = rich(3)
    reading = Reading(views(world), minds(CAST))
    appeal = action.appeal(reading)
    full = shape_of(action, world)
    assert appeal
    for feature, pull in appeal.items():
        assert feature in list(Feature)
        assert np.broadcast_shapes(pull.shape, full) == full, feature
        assert pull.dtype.kind in "fi", feature
        assert np.isfinite(pull).all()
        assert abs(pull).max() < 60


@EVERY
def test_it_changes_the_world_only_through_changes(action: Action) -> None:
    world = rich()
    given = open_rows(action, world)
    assert len(given), "the crisis of these tests leaves room for every action"
    held = copy(world)
    doing = Doing(held, Changes(held, []), Log(), [], [])
    action.resolve(doing, given)
    assert (held.amounts == world.amounts).all()
    assert (held.facts == world.facts).all()
    doing.change.apply()
    done = (held.amounts != world.amounts).any() or (held.facts != world.facts).any()
    assert done or doing.operations or doing.lessons


@EVERY
def test_it_leaves_other_worlds_and_its_own_orders_alone(action: Action) -> None:
    world = rich(3)
    given = open_rows(action, rich())
    given.world[:] = 1
    columns = {name: getattr(given, name).copy() for name in Orders.columns()}
    after = copy(world)
    resolve(after, Options(actions(), views(world)), given, Log())
    still = copy(world)
    resolve(still, Options(actions(), views(world)), Orders.empty(), Log())
    for index in (0, 2):
        assert (after.amounts[:, index] == still.amounts[:, index]).all()
        assert (after.facts[:, index] == still.facts[:, index]).all()
    assert all((getattr(given, name) == column).all() for name, column in columns.items())


@EVERY
def test_it_fills_in_the_columns_it_asks_for(action: Action) -> None:
    world = rich(2)
    reading = Reading(views(world), minds(CAST))
    if action.fill is None:
        needed = set(action.also) - {"confidence", "answer"}
        assert not needed, "somebody must choose these columns"
        return
    row, where = np.array([0, 1, 2]), np.array([0, 1, 1])
    option = np.array([BLACKOUT] * 3) if action.aim is Aim.INCIDENT else np.array([1, 2, 3])
    filled = action.fill(reading, row, option, where)
    assert set(filled) <= {"target", "incident", "choice", "level", "cover"}
    for name, values in filled.items():
        assert np.shape(values) == (3,), name
        assert np.issubdtype(np.asarray(values).dtype, np.integer), name


@pytest.mark.parametrize("cast", [CAST, CAST[::-1], ("random",) * 4])
def test_an_ai_s_own_orders_are_never_void_for_formal_reasons(cast: tuple[str, ...]) -> None:
    world = start(20)
    mind, seeds = minds(cast), dice.derive(world.seed, "players")
    codes: list[int] = []

    def reply(question: Question) -> Any:
        given = decide(question, mind, seeds)
        if question.ask is Ask.ORDER:
            codes.extend(screen(question.options, given).tolist())
        return given

    for _ in range(6):
        done = drive(world, rules(), reply)
        world = done.after
        assert not [code for code in done.voids() if code >= GENERAL + POOR]
    assert len(codes) > 100
    assert set(codes) == {0}
