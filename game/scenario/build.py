"""Build a board, a setup and worlds from a scenario that has passed its checks."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from game import paths, registry
from game.rules import dice, trust
from game.rules.action import Action
from game.rules.board import Board, Hazards, Kinds, Script
from game.rules.changes import on_grid, put_cells, put_derived
from game.rules.clauses import CLAUSES
from game.rules.law import answer_number
from game.rules.orders import CLAUSES as CLAUSE_PLACES
from game.rules.powers import Power
from game.rules.turn import Condition, Inject, Judged, Rulebook
from game.rules.world import (
    NOBODY,
    Adoption,
    Contested,
    Floats,
    Promise,
    Sector,
    Skill,
    World,
    heights,
    hold,
)
from game.scenario import conditions, deck, library
from game.scenario.deck import PLACES
from game.scenario.model import Incident, Scenario
from game.scenario.reader import read_file
from game.scenario.setup import CaseText, Setup
from game.scenario.vocabulary import VOCABULARY

KINDS = (
    "disruption",
    "espionage",
    "long_espionage",
    "degradation",
    "ransomware",
    "data_leak",
    "financial_theft",
    "election_influence",
    "wiper",
    "supply_chain",
)
"""Kinds of incident in the order of their numbers."""

TREATIES = 16
"""Places for treaties."""


def build(scenario: Scenario, actions: tuple[Action, ...], text: str) -> tuple[Board, Setup]:
    """Numbers and words of a scenario."""
    ids = id_lists(scenario)
    board = _board(scenario, ids)
    setup = _setup(scenario, ids, actions, text)
    return board, setup


def id_lists(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Ids by kind, in the order of their numbers."""
    nations = tuple(scenario.nations)
    return {
        "nation": nations,
        "actor": (*nations, *scenario.actors),
        "incident": tuple(scenario.incidents),
        "sector": tuple(sector.name.lower() for sector in Sector),
        "clause": tuple(clause.id for clause in CLAUSES),
        "inject": tuple(scenario.injects),
        "kind": KINDS,
        "norm": tuple(scenario.norms),
        "organisation": tuple(scenario.organisations),
        "power": tuple(power.name.lower() for power in Power),
        "question": tuple(point.name.lower() for point in Contested),
        "skill": tuple(skill.name.lower() for skill in Skill),
    }


def start(board: Board, setup: Setup, numbers: Any) -> World:
    """Worlds at turn 0, one for each number: stocks, relations, and the drawn truths."""
    seed = dice.seeds(numbers)
    rows = heights(board.windows)
    amounts = np.zeros((rows[0], len(seed)), np.float32)
    facts = np.zeros((rows[1], len(seed)), np.int16)
    world = hold(board, 0, seed, amounts, facts)
    _fill_nations(world, setup.scenario)
    _fill_relations(world, setup.scenario)
    _fill_order(world, setup.scenario)
    for name in ("kind", "victim", "sector", "began", "until", "culprit", "framed"):
        put_derived(world, name, np.full(getattr(world, name).shape, NOBODY))
    for name in ("accused", "word", "measure_by", *_MEASURE):
        put_derived(world, name, np.full(getattr(world, name).shape, NOBODY))
    _draw_truths(world)
    trust.judge(world)
    return world


def _fill_nations(world: World, scenario: Scenario) -> None:
    for number, nation in enumerate(scenario.nations.values()):
        for stock in ("capital", "effort", "funds"):
            put_cells(world, stock, number, to=getattr(nation.stocks, stock))
        for skill in Skill:
            level = getattr(nation.capability, skill.name.lower())
            put_cells(world, "capability", number, skill, to=level)
        for sector in Sector:
            level = {str(k): v for k, v in nation.service.items()}.get(sector.name.lower(), 100.0)
            put_cells(world, "service", number, sector, to=level)
        for name in ("access", "exploits", "support", "anger", "standing"):
            put_cells(world, name, number, to=getattr(nation, name))


_MEASURE = ("measure_incident", "measure_accused", "measure_topic")


def _fill_order(world: World, scenario: Scenario) -> None:
    """Legal positions, norms, organisations and strategies at the start. (Rules 14 to 16)"""
    for name in ("position", "declared"):
        put_derived(world, name, np.full(world.position.shape, NOBODY))
    for number, nation in enumerate(scenario.nations.values()):
        for name, answer in nation.positions.items():
            point = Contested[name.name]
            number_of_answer = answer_number(point, answer)
            put_cells(world, "position", number, point, to=number_of_answer)
            if name in nation.published:
                put_cells(world, "declared", number, point, to=number_of_answer)
        put_cells(world, "strategy", number, to=nation.strategy)
    nations = list(scenario.nations)
    for number, norm in enumerate(scenario.norms.values()):
        held = ((norm.endorsed, Adoption.ENDORSED), (norm.internalised, Adoption.INTERNALISED))
        for names, stage in held:
            for name in names:
                put_cells(world, "norm", nations.index(name), number, to=stage)
    for number, exists in enumerate(library.founded(scenario)):
        put_cells(world, "founded", number, to=int(exists))


def _fill_relations(world: World, scenario: Scenario) -> None:
    trusts, hostile = relations(scenario)
    put_derived(world, "deeds", np.broadcast_to(trusts[:, :, None], world.deeds.shape))
    put_derived(world, "hostility", np.broadcast_to(hostile[:, :, None], world.hostility.shape))


def relations(scenario: Scenario) -> tuple[Any, Any]:
    """Trust and hostility at the start. [N, N] each"""
    ids = list(scenario.nations)
    count = len(ids)
    trusts = np.full((count, count), scenario.usual.trust, np.float32)
    hostile = np.full((count, count), scenario.usual.hostility, np.float32)
    for relation in scenario.relations:
        pairs = [(ids.index(relation.of), ids.index(relation.to))]
        pairs += [(b, a) for a, b in pairs] if relation.both else []
        for a, b in pairs:
            trusts[a, b] = trusts[a, b] if relation.trust is None else relation.trust
            hostile[a, b] = hostile[a, b] if relation.hostility is None else relation.hostility
    np.fill_diagonal(trusts, 100)
    np.fill_diagonal(hostile, 0)
    return on_grid(trusts), on_grid(hostile)


def _draw_truths(world: World) -> None:
    """Draw who did each scripted incident, and whether it frames another. (Rules 4.1)"""
    board = world.board
    for incident in range(board.scripted):
        victim = board.script.victim[incident]
        drawn = _draw(world, "culprit", incident, board.prior[incident, victim][:, None])
        fixed = board.script.culprit[incident]
        culprit = drawn if fixed == NOBODY else np.full_like(drawn, fixed)
        framed = _draw(world, "framed", incident, board.frame[incident][culprit].T)
        lies = dice.roll(world.seed, 0, "false flag", incident) < board.flag[incident]
        lies &= board.frame[incident][culprit].any(axis=1)
        put_cells(world, "culprit", incident, to=culprit)
        put_cells(world, "framed", incident, to=np.where(lies, framed, NOBODY))


def _draw(world: World, name: str, incident: int, chances: Floats) -> Any:
    """A hypothesis drawn by its chances. chances: [H, 1 or B]"""
    edges = np.cumsum(chances, axis=0)
    rolled = dice.roll(world.seed, 0, name, incident)
    return np.minimum((rolled >= edges).sum(axis=0), len(chances) - 1)


def _board(scenario: Scenario, ids: dict[str, tuple[str, ...]]) -> Board:
    nations = len(ids["nation"])
    hypotheses, cards = deck.lengths(scenario)
    sizes = {
        "N": nations,
        "S": len(ids["actor"]),
        "H": hypotheses,
        "I": len(scenario.incidents) + PLACES,
        "E": cards,
        "K": len(scenario.norms),
        "O": len(scenario.organisations),
        "T": TREATIES,
        "C": CLAUSE_PLACES,
        "Z": len(Sector),
        "Q": len(Contested),
        "M": len(Promise),
        "L": 4,
        "X": len(Skill),
        "J": max(sum(len(wants) for wants in scenario.objectives.values()), 1),
        "V": max(len(scenario.injects), 1),
    }
    ledger = [(n, o) for n in scenario.objectives for o in scenario.objectives[n].values()]
    _, hostile = relations(scenario)
    return Board(
        sizes=sizes,
        turns=scenario.turns,
        turn_days=scenario.turn_days,
        **deck.hypothesis_tables(scenario, ids, sizes, hostile),
        **deck.card_tables(scenario, ids, sizes),
        kinds=kinds(),
        script=_script(scenario, ids),
        dependence=_dependence(scenario),
        income=np.array(
            [
                [n.income.capital, n.income.effort, n.income.funds]
                for n in scenario.nations.values()
            ],
            np.float32,
        ),
        home=_homes(scenario, ids),
        hostile=hostile,
        ally=np.array(
            [[other in n.allies for other in ids["nation"]] for n in scenario.nations.values()]
        ),
        member=np.array(
            [
                [n in body.members for n in ids["nation"]]
                for body in scenario.organisations.values()
            ],
            bool,
        ).reshape(sizes["O"], nations),
        power=np.array([n.power for n in scenario.nations.values()], np.float32),
        influence=on_grid([0.25 + n.power for n in scenario.nations.values()]),
        threshold=np.array(
            [[n.norm_bar] * sizes["K"] for n in scenario.nations.values()], np.float32
        ),
        norms=library.norm_table(scenario, KINDS),
        bodies=library.body_table(scenario),
        hazards=_hazards(scenario, ids),
        red_line=_red_lines(scenario),
        points=np.array([o.points for _, o in ledger], np.float32),
        seeker=np.array([ids["nation"].index(n) for n, _ in ledger], np.int16),
    )


@cache
def kinds() -> Kinds:
    """What the ten kinds of incident do, from scenarios/incidents."""
    files = registry.yaml_files(paths.scenarios() / "incidents")
    data: list[Any] = [read_file(files[name]).data for name in KINDS]

    def column(key: str, kind: Any) -> Any:
        return np.array([row[key] for row in data], kind)

    return Kinds(
        hit=column("hit", np.float32),
        drag=column("drag", np.float32),
        alarm=column("alarm", np.float32),
        lasts=column("lasts", np.int16),
        spread=column("spread", np.float32),
        quiet=column("quiet", bool),
        yields=column("yields", np.float32),
        skill=column("skill", np.float32),
    )


def kind_labels() -> tuple[str, ...]:
    """Labels of the ten kinds of incident."""
    files = registry.yaml_files(paths.scenarios() / "incidents")
    return tuple(str(_mapping(read_file(files[name]).data)["label"]) for name in KINDS)


def _mapping(data: Any) -> dict[str, Any]:
    return dict(data)


def _script(scenario: Scenario, ids: dict[str, tuple[str, ...]]) -> Script:
    rows = list(scenario.incidents.values())
    number = [KINDS.index(row.kind) for row in rows]
    usual = kinds().lasts
    return Script(
        kind=np.array(number, np.int16),
        victim=np.array([ids["nation"].index(row.victim) for row in rows], np.int16),
        sector=np.array([ids["sector"].index(row.sector) for row in rows], np.int16),
        severity=on_grid([row.severity for row in rows]),
        lasts=np.array(
            [row.lasts or usual[n] for row, n in zip(rows, number, strict=True)], np.int16
        ),
        begins=np.array([row.turn for row in rows], np.int16),
        culprit=np.array([_fixed(row) for row in rows], np.int16),
    )


def _fixed(incident: Incident) -> int:
    if incident.truth is None:
        return NOBODY
    return 1 + list(incident.hypotheses).index(incident.truth) if incident.truth != "other" else 0


def _dependence(scenario: Scenario) -> Any:
    names = [sector.name.lower() for sector in Sector]
    rows = []
    for nation in scenario.nations.values():
        given = {str(k): v for k, v in nation.dependence.items()}
        weights = np.array([given.get(name, 1.0) for name in names])
        rows.append(weights / max(weights.sum(), 1e-9))
    return np.array(rows, np.float32)


def _hazards(scenario: Scenario, ids: dict[str, tuple[str, ...]]) -> Hazards:
    """How actors act of their own accord; nations never do. (Rules 3.9)"""
    count, nations = len(ids["actor"]), len(ids["nation"])
    table = Hazards(
        chance=np.zeros(count, np.float32),
        kind=np.zeros(count, np.int16),
        sector=np.zeros(count, np.int16),
        severity=np.zeros(count, np.float32),
        targets=np.zeros((count, nations), bool),
    )
    for number, actor in enumerate(scenario.actors.values(), start=nations):
        if actor.hazard is not None:
            table.chance[number] = actor.hazard.chance
            table.kind[number] = KINDS.index(actor.hazard.kind)
            table.sector[number] = ids["sector"].index(actor.hazard.sector)
            table.severity[number] = on_grid(actor.hazard.severity)
            table.targets[number] = [n in actor.hazard.targets for n in ids["nation"]]
    return table


def _homes(scenario: Scenario, ids: dict[str, tuple[str, ...]]) -> Any:
    abroad = [ids["nation"].index(actor.home) for actor in scenario.actors.values()]
    return np.array([*range(len(ids["nation"])), *abroad], np.int16)


def _red_lines(scenario: Scenario) -> Any:
    names = [sector.name.lower() for sector in Sector]
    return np.array(
        [
            [{str(k): v for k, v in n.red_lines.items()}.get(name, 0) for name in names]
            for n in scenario.nations.values()
        ],
        np.int16,
    )


def _setup(
    scenario: Scenario, ids: dict[str, tuple[str, ...]], actions: tuple[Action, ...], text: str
) -> Setup:
    names = [n.short or n.name for n in scenario.nations.values()]
    names += [a.name for a in scenario.actors.values()]
    scripted = [deck.case_text(scenario, name, names, ids) for name in scenario.incidents]
    operations = [deck.operation_text(scenario, names, ids, place) for place in range(PLACES)]
    rules = Rulebook(
        actions=actions,
        begins=[_condition(i.when, ids) for i in scenario.incidents.values()],
        injects=[_inject(scenario, name, ids) for name in scenario.injects],
        objectives=[
            (_needed(o.when, ids), Judged[o.judged.upper()])
            for wants in scenario.objectives.values()
            for o in wants.values()
        ],
    )
    cases: tuple[CaseText, ...] = (*scripted, *operations)
    return Setup(
        scenario=scenario,
        nations=ids["nation"],
        actors=ids["actor"],
        names=tuple(names),
        cases=cases,
        kinds=kind_labels(),
        injects=ids["inject"],
        objectives=tuple((n, o) for n, wants in scenario.objectives.items() for o in wants),
        rules=rules,
        ids=ids,
        text=text,
    )


def _condition(text: str | None, ids: dict[str, tuple[str, ...]]) -> Condition | None:
    return None if text is None else _needed(text, ids)


def _needed(text: str, ids: dict[str, tuple[str, ...]]) -> Condition:
    parsed = conditions.parse(text, VOCABULARY, ids, at_end=True)
    if isinstance(parsed, list):
        raise ValueError(f"{text}: {parsed[0].message}")
    return lambda world: parsed.evaluate(world, None)


def _inject(scenario: Scenario, name: str, ids: dict[str, tuple[str, ...]]) -> Inject:
    inject = scenario.injects[name]
    effects = []
    for effect in inject.effects:
        place = [ids["nation"].index(effect.of)]
        if effect.to is not None:
            place.append(ids["nation"].index(effect.to))
        if effect.sector is not None:
            place.append(ids["sector"].index(effect.sector))
        amount = {"trust": "deeds"}.get(effect.what, effect.what)
        effects.append((amount, tuple(place), effect.by))
    settles = [item.split(".") for item in inject.settles]
    return Inject(
        turn=inject.turn,
        when=_condition(inject.when, ids),
        effects=tuple(effects),
        settles=tuple(
            (ids["incident"].index(i), list(scenario.incidents[i].evidence).index(c))
            for i, c in settles
        ),
    )
