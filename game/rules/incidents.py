"""Incidents: how they begin, harm, spread, are noticed and end. (Rules 3)"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.rules import dice, red_lines
from game.rules import params as p
from game.rules.board import Board
from game.rules.changes import Changes, put_cells
from game.rules.evidence import deal
from game.rules.happenings import Log, What, knowers
from game.rules.orders import Rows
from game.rules.trust import settle_blame
from game.rules.world import NOBODY, Bools, Floats, Index, Skill, Status, World, which


@dataclass(frozen=True)
class Operations(Rows):
    """Covert operations ordered this turn; they take effect in the next. Shapes [rows]."""

    actor: Index
    target: Index
    kind: Index
    sector: Index
    severity: Floats
    culprit: Index  # hypothesis that is true
    framed: Index  # hypothesis it pretends, or NOBODY


PREPOSITIONED = 2
"""Kind of incident that leaves its author a foothold: long espionage."""


def begin_scripted(world: World, due: Bools, log: Log) -> None:
    """Open the scenario's own incidents. due: [scripted, B]. (Rules 3.1)"""
    incident, where = np.nonzero(due)
    if not incident.size:
        return
    script = world.board.script
    put_cells(world, "kind", incident, where, to=script.kind[incident])
    put_cells(world, "victim", incident, where, to=script.victim[incident])
    put_cells(world, "sector", incident, where, to=script.sector[incident])
    put_cells(world, "severity", incident, where, to=script.severity[incident])
    put_cells(world, "began", incident, where, to=world.turn)
    put_cells(world, "until", incident, where, to=world.turn + script.lasts[incident] - 1)
    _open(world, incident, where, log)


def begin_operations(world: World, log: Log) -> None:
    """Operations ordered last turn take effect, or fail. (Rules 3.2)"""
    scripted = world.board.scripted
    waiting = (world.status[scripted:] == Status.AWAITED) & (world.began[scripted:] == world.turn)
    place, where = np.nonzero(waiting)
    if not place.size:
        return
    incident = place + scripted
    lucky = _works(world, incident, where)
    _fail(world, incident[~lucky], where[~lucky], log)
    _open(world, incident[lucky], where[lucky], log)


def _works(world: World, incident: Index, where: Index) -> Bools:
    """Whether an operation succeeds: offence against defence, about a known base rate.

    Skill that the kind of operation takes and its author lacks counts against it. (Rules 3.2)
    """
    culprit = world.culprit[incident, where]
    hand = world.board.hand[incident, culprit]
    sponsor = world.board.sponsor[incident, culprit]
    doer = np.where(sponsor == NOBODY, world.board.home[hand], sponsor)
    victim = world.victim[incident, where]
    offence = world.capability[doer, Skill.OFFENCE, where]
    sector = world.sector[incident, where]
    offence = offence + p.FOOTHOLD_HELPS * world.foothold[doer, victim, sector, where]
    skill = world.board.kinds.skill[world.kind[incident, where]]
    defence = world.capability[victim, Skill.DEFENCE, where]
    chance = success(offence, skill, defence, world.readiness[victim, where])
    rolled = dice.roll(world.seed[where], world.turn, "operation", incident)
    works: Bools = rolled < chance
    return works


def success(offence: Any, skill: Any, defence: Any, readiness: Any) -> Any:
    """Chance that an operation comes off. (Rules 3.2)

    offence: its author's, a foothold included; skill: what the kind takes; each 0 to 100.
    """
    edge = offence - np.maximum(skill - offence, 0) - defence - readiness / 2
    return np.minimum(np.maximum(1 - p.BACKFIRE + edge / 250, 0.3), 0.97)


def _fail(world: World, incident: Index, where: Index, log: Log) -> None:
    """A failed attempt does no harm; its victim sees it, and the nation behind it hears of it."""
    if not incident.size:
        return
    victim = world.victim[incident, where]
    put_cells(world, "status", incident, where, to=Status.OVER)
    put_cells(world, "until", incident, where, to=world.turn)
    half = np.rint(world.severity[incident, where] * 32) / np.float32(64)
    put_cells(world, "severity", incident, where, to=half)
    put_cells(world, "known", victim, incident, where, to=1)
    doer = behind(world, incident, where)
    state = which(doer != NOBODY)
    put_cells(world, "known", doer[state], incident[state], where[state], to=1)
    deal(world, incident, where)
    log.note(What.FAILED, where, target=victim, incident=incident, seen=(victim, doer))


def _open(world: World, incident: Index, where: Index, log: Log) -> None:
    """An incident begins: it is known, unless quiet, and does its first harm."""
    if not incident.size:
        return
    put_cells(world, "status", incident, where, to=Status.ACTIVE)
    kind, victim = world.kind[incident, where], world.victim[incident, where]
    loud = ~world.board.kinds.quiet[kind]
    put_cells(world, "known", slice(None), incident[loud], where[loud], to=1)
    deal(world, incident, where)
    change = Changes(world, log.ledger)
    harm = world.board.kinds.hit[kind] * world.severity[incident, where]
    _hurt(world, change, victim, world.sector[incident, where], where, harm, "incident")
    alarm = world.board.kinds.alarm[kind] * world.severity[incident, where] * loud
    change.add("anger", victim, where, by=alarm, why="incident")
    change.count("suffered", victim[loud], where[loud])
    _reward(change, incident, where)
    red_lines.cross(change, incident, where, log)
    busy = world.mending[victim, where]
    hinders = (busy > 0) & (busy >= world.turn - 1)
    change.put("hindered", incident, where, to=hinders)
    change.apply()
    if log.kept:
        seen = knowers(world, incident, where)
        log.note(What.BEGAN, where, target=victim, incident=incident, seen=seen)


def _reward(change: Changes, incident: Index, where: Index) -> None:
    """The nation behind an operation knows of it, and knows more, or is feared. (Rules 3.7)"""
    world = change.world
    doer = behind(world, incident, where)
    state = which(doer != NOBODY)
    put_cells(world, "known", doer[state], incident[state], where[state], to=1)
    doer, incident, where = doer[state], incident[state], where[state]
    kind, victim = world.kind[incident, where], world.victim[incident, where]
    change.add("security", doer, where, by=world.board.kinds.yields[kind], why="operation")
    reads = world.board.kinds.quiet[kind]
    deeper = np.minimum(world.insight[doer, victim, where] + 1, len(p.BANDS) - 1)
    change.raise_to("insight", doer[reads], victim[reads], where[reads], to=deeper[reads])
    change.add("access", doer, where, by=p.SPY_ACCESS * reads, why="spies")
    sector = world.sector[incident, where]
    inside = which(kind == PREPOSITIONED)
    place = (doer[inside], victim[inside], sector[inside], where[inside])
    change.raise_to("foothold", *place, to=1)


def behind(world: World, incident: Index, where: Index) -> Index:
    """The nation truly behind an incident: its sponsor, or the nation that did it, or NOBODY."""
    culprit = world.culprit[incident, where]
    hand = world.board.hand[incident, culprit]
    sponsor = world.board.sponsor[incident, culprit]
    own: Index = np.where(hand < world.board.nations, hand, NOBODY)
    return np.where(sponsor == NOBODY, own, sponsor)


def _hurt(
    world: World, change: Changes, nation: Any, sector: Any, where: Any, harm: Any, why: str
) -> None:
    """Take service away, less what hardening and readiness keep off. (Rules 3.3)"""
    shield = world.hardening[nation, sector, where] * np.float32(p.HARDENING_SHIELD)
    shield = shield + world.readiness[nation, where] * np.float32(p.READINESS_SHIELD)
    change.add("service", nation, sector, where, by=-harm * (1 - shield), why=why)
    change.add("security", nation, where, by=harm * shield / 4, why="harm kept off")


def go_on(world: World, log: Log) -> None:
    """Active incidents drag on, spread, come to light, and end; services recover. (Rules 3.4)"""
    change = Changes(world, log.ledger)
    _recover(world, change)
    going = (world.status == Status.ACTIVE) & (world.until >= world.turn)
    incident, where = np.nonzero(going & (world.began < world.turn))
    if incident.size:
        _drag(world, change, incident, where)
        _spread(world, change, incident, where, log)
    _notice(world, change, log)
    over, there = np.nonzero((world.status == Status.ACTIVE) & (world.until < world.turn))
    change.put("status", over, there, to=Status.OVER)
    if over.size and log.kept:
        seen = knowers(world, over, there)
        log.note(What.ENDED, there, target=world.victim[over, there], incident=over, seen=seen)
    change.apply()


def _recover(world: World, change: Changes) -> None:
    """Services mend by resilience; where an incident is active its drag works against that."""
    mend = world.capability[:, Skill.RESILIENCE] * np.float32(p.RECOVERY)
    missing = np.minimum(mend[:, None], 100 - world.service)
    change.add_all("service", _grid(missing), "recovery")
    change.add_all("readiness", -_grid(world.readiness * np.float32(p.READINESS_FADES)), "fades")


def _drag(world: World, change: Changes, incident: Index, where: Index) -> None:
    kind = world.kind[incident, where]
    harm = world.board.kinds.drag[kind] * world.severity[incident, where]
    victim = world.victim[incident, where]
    _hurt(world, change, victim, world.sector[incident, where], where, harm, "incident")


def _spread(world: World, change: Changes, incident: Index, where: Index, log: Log) -> None:
    """Reach others of weak defence, the sooner the weaker a network it sits in. (Rules 3.5)"""
    rate = world.board.kinds.spread[world.kind[incident, where]]
    able = which(rate > 0)
    if not able.size:
        return
    incident, where, rate = incident[able], where[able], rate[able]
    nation = np.arange(world.board.nations)[:, None]
    weak = 1 - world.capability[:, Skill.DEFENCE, where] / np.float32(100)
    rolled = dice.roll(world.seed[where], world.turn, "spread", incident, nation)
    reached = (world.touched[incident, :, where].T > 0) | (world.victim[incident, where] == nation)
    door = np.float32(p.BACK_DOOR) + np.where(reached, weak, np.float32(0)).max(axis=0)
    hit, row = np.nonzero(~reached & (rolled < rate * weak * door))
    incident, where = incident[row], where[row]
    change.put("touched", incident, hit, where, to=1)
    kind = world.kind[incident, where]
    harm = world.board.kinds.hit[kind] * world.severity[incident, where] * p.SPREAD_HARM
    _hurt(world, change, hit, world.sector[incident, where], where, harm, "spread")
    alarm = world.board.kinds.alarm[kind] * world.severity[incident, where] * p.SPREAD_HARM
    change.add("anger", hit, where, by=alarm, why="spread")
    log.note(What.SPREAD, where, target=hit, incident=incident)


def _notice(world: World, change: Changes, log: Log) -> None:
    """A victim may notice a quiet operation while it lasts, nobody else. (Rules 3.6)"""
    quiet = (world.status == Status.ACTIVE) & world.board.kinds.quiet[world.kind]
    incident, where = np.nonzero(quiet & (world.kind >= 0))
    if not incident.size:
        return
    victim = world.victim[incident, where]
    chance = world.capability[victim, Skill.FORENSICS, where] * np.float32(p.QUIET_NOTICE / 100)
    rolled = dice.roll(world.seed[where], world.turn, "notice", incident)
    seen = which((rolled < chance) & (world.known[victim, incident, where] == 0))
    incident, where, victim = incident[seen], where[seen], victim[seen]
    change.put("known", victim, incident, where, to=1)
    change.count("suffered", victim, where)
    log.note(What.NOTICED, where, target=victim, incident=incident, seen=(victim,))


def by_proxy(board: Board, sponsor: Index, hand: Index) -> Index:
    """The hypothesis of an operation that a group did it for a nation, NOBODY if there is none."""
    fits = (board.hand[-1] == hand[:, None]) & (board.sponsor[-1] == sponsor[:, None])
    proxy: Index = np.where(fits.any(axis=1) & (hand != NOBODY), fits.argmax(axis=1), NOBODY)
    return proxy


def launch(world: World, operations: Operations, log: Log) -> None:
    """Give each operation a place among the incidents; it takes effect next turn. (Rules 3.2)"""
    if not len(operations):
        return
    names = ("framed", "severity", "sector", "kind", "target", "actor", "world")
    order = np.lexsort([getattr(operations, name) for name in names])
    rows = operations.take(order)
    first = np.concatenate([[True], rows.world[1:] != rows.world[:-1]])
    turn_in_world = np.arange(len(rows)) - np.maximum.accumulate(
        np.where(first, np.arange(len(rows)), 0)
    )
    places, free = _free_places(world, rows.world)
    fits = turn_in_world < free
    rows, turn_in_world, places = rows.take(fits), turn_in_world[fits], places[fits]
    incident = places[np.arange(len(rows)), turn_in_world]
    settle_blame(world, incident, rows.world, log)
    _reset(world, incident, rows.world)
    for name in ("kind", "sector", "severity", "culprit", "framed"):
        put_cells(world, name, incident, rows.world, to=getattr(rows, name))
    put_cells(world, "victim", incident, rows.world, to=rows.target)
    put_cells(world, "began", incident, rows.world, to=world.turn + 1)
    lasts = world.board.kinds.lasts[rows.kind]
    put_cells(world, "until", incident, rows.world, to=world.turn + lasts)


def _free_places(world: World, where: Index) -> tuple[Index, Index]:
    """Places for operations, never used first, then the oldest case, and how many are free."""
    scripted = world.board.scripted
    began = world.began[scripted:, where].astype(np.int32)
    busy = (world.status[scripted:, where] != Status.OVER) & (began >= 0)
    ranked = np.argsort(began + 1000 * busy, axis=0, kind="stable")
    return ranked.T + scripted, (~busy).sum(axis=0)


def _reset(world: World, incident: Index, where: Index) -> None:
    """Empty a place for a new case."""
    every = slice(None)
    for name in ("probe", "tap", "known", "judged", "doubt"):
        put_cells(world, name, every, incident, where, to=0)
    put_cells(world, "guilt", every, incident, every, where, to=0)
    put_cells(world, "look", every, incident, every, where, to=0)
    for name in ("card", "published"):
        put_cells(world, name, incident, every, where, to=0)
    put_cells(world, "touched", incident, every, where, to=0)
    put_cells(world, "status", incident, where, to=Status.AWAITED)
    put_cells(world, "inquiry", incident, where, to=0)
    put_cells(world, "ransom", incident, where, to=0)
    put_cells(world, "hindered", incident, where, to=0)
    put_cells(world, "laid", incident, every, where, to=0)
    put_cells(world, "countered", every, incident, where, to=0)
    for name, value in (("accused", NOBODY), ("word", NOBODY), ("sure", 0), ("condemned", 0)):
        put_cells(world, name, every, incident, where, to=value)
    for name in ("answered_for", "indicted", "opened"):
        put_cells(world, name, every, incident, where, to=0)


def _grid(values: Any) -> Floats:
    """To whole 1/64 already here, so that tiny shares do not make endless items."""
    rounded: Floats = np.rint(values * 64) / np.float32(64)
    return rounded
