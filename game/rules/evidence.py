"""Evidence and belief: cards, forensic work, and the posterior they give. (Rules 4)

A card exists or not with a chance that depends on who did it; a nation that has done the work
knows which. What it found and what it found missing both count, each by its exact weight in
decibans, so belief is Bayes' rule and not decoration. A false flag is weighed for the incident as
a whole, since one that plants a single card plants them all.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import dice
from game.rules import params as p
from game.rules.changes import Changes, on_belief_grid, put_cells
from game.rules.happenings import Log, What
from game.rules.world import NOBODY, Bools, Floats, Index, Look, Skill, Status, World, which

OWNED_UP = 2
"""What `answered_for` holds of a nation that told the truth about its own operation."""

CHUNK = 512
"""Rows of belief worked out at once: their tables then stay in the processor's cache."""

_REACH = int(p.BELIEF_REACH) * 64
_POWERS: Floats = np.array([10.0 ** (n / 640.0) for n in range(-_REACH, _REACH + 1)], np.float32)


def power(decibans: Any) -> Floats:
    """10^(decibans / 10) out of a table, the same on every machine."""
    step = np.rint(np.asarray(decibans, np.float32) * np.float32(64)).astype(np.int32)
    odds: Floats = _POWERS[np.minimum(np.maximum(step, -_REACH), _REACH) + _REACH]
    return odds


def deal(world: World, incident: Index, where: Index) -> None:
    """Draw which cards exist from who did it, the planted ones from whom it frames. (Rules 4.2)"""
    if not incident.size:
        return
    board = world.board
    culprit, framed = world.culprit[incident, where], world.framed[incident, where]
    shown = np.where(framed == NOBODY, culprit, framed)
    cards = np.arange(board.sizes["E"])
    true_chance = board.chance[incident, :, culprit].T
    shown_chance = board.chance[incident, :, shown].T
    chance = np.where(board.planted[incident].T, shown_chance, true_chance)
    rolled = dice.roll(world.seed[where], world.turn, "card", incident, cards[:, None])
    exists = (rolled < chance) & board.dealt[incident].T
    put_cells(world, "card", incident, slice(None), where, to=exists.T)


def work(world: World, log: Log) -> None:
    """Every nation's analysts do their daily work on what they know of. (Rules 4.3)"""
    change = Changes(world, log.ledger)
    change.add_all("probe", forensic_work(world, p.PROBE_BASE), "daily work")
    change.add_all("tap", secret_work(world, p.TAP_BASE), "daily work")
    change.apply()
    settle_cards(world, log)


def forensic_work(world: World, steps: float) -> Floats:
    """Work done on each incident a nation knows of, open or cold. [N, I, B]"""
    skill = np.float32(p.SKILL_FLOOR) + world.capability[:, Skill.FORENSICS] * np.float32(
        (1 - p.SKILL_FLOOR) / 100
    )
    nation = np.arange(world.board.nations)
    rolled = dice.roll(world.seed, world.turn, "analysts", nation[:, None])
    luck = np.float32(p.LUCK_LEAST) + np.float32(2 - 2 * p.LUCK_LEAST) * rolled
    mine = world.victim == nation[:, None, None]
    share = np.where(mine, np.float32(p.PROBE_VICTIM), np.float32(1)) * world.known
    work = share * (np.float32(steps) * skill * luck)[:, None]
    return work.astype(np.float32, copy=False)


def secret_work(world: World, steps: float) -> Floats:
    """Secret collection on each incident a nation knows of. [N, I, B]"""
    work: Floats = world.known * (world.access * np.float32(steps / 100))[:, None]
    return work


def settle_cards(world: World, log: Log) -> None:
    """Work done far enough settles whether a card is there; beliefs follow. (Rules 4.4)"""
    board = world.board
    done = np.where(board.secret[None, :, :, None], world.tap[:, :, None], world.probe[:, :, None])
    able = board.finder.transpose(2, 0, 1) & board.dealt
    ripe = (done >= board.need[None, :, :, None]) & (world.look == Look.UNSEEN) & able[..., None]
    ripe &= ((world.status != Status.AWAITED) & (world.known != 0))[:, :, None]
    nation, incident, card, where = np.nonzero(ripe)
    learn(world, nation, incident, card, where)
    if not log.kept:
        return
    there = world.card[incident, card, where] != 0
    log.note(
        What.FOUND,
        where,
        actor=nation,
        incident=incident,
        a=card,
        b=there,
        seen=(nation,),
    )


def learn(world: World, nation: Any, incident: Any, card: Any, where: Any) -> None:
    """A nation comes to know whether a card is there; its belief follows. (Rules 4.4)"""
    if not nation.size:
        return
    seen = np.where(world.card[incident, card, where] != 0, Look.FOUND, Look.ABSENT)
    put_cells(world, "look", nation, incident, card, where, to=seen)
    put_cells(world, "judged", nation, incident, where, to=0)


def believe(world: World) -> None:
    """Work out what nations believe where they have learnt something. (Rules 4.5)

    Belief is kept by actor: the chance that it did it or ordered it; `doubt` is that of OTHER.
    """
    open_ = (world.known > world.judged) & (world.status != Status.AWAITED)
    rows = open_.nonzero()
    for start in range(0, rows[0].size, CHUNK):
        _believe_rows(world, *(part[start : start + CHUNK] for part in rows))


def _believe_rows(world: World, nation: Index, incident: Index, where: Index) -> None:
    board = world.board
    chances = posterior(world, nation, incident, where)
    blames = _rows(board.blames_by, len(chances), incident, board.sizes["I"])
    guilt = _total(blames * chances[:, :, None])
    put_cells(world, "guilt", nation, incident, slice(None), where, to=on_belief_grid(guilt))
    nobody = np.where(board.accusable[incident].T, np.float32(0), chances)
    put_cells(world, "doubt", nation, incident, where, to=on_belief_grid(_total(nobody)))
    put_cells(world, "judged", nation, incident, where, to=1)


def posterior(
    world: World, nation: Index, incident: Index, where: Index, aware: bool = True
) -> Floats:
    """What nations believe of incidents: one chance for each hypothesis. [H, rows] (Rules 4.5)

    p(c) ~ prior(c) F(c) [(1 - phi) P(c) + phi sum_f W(c, f) P(f)], with F and P the products over
    cards that cannot and can be planted, f the framed party (theory E3). A nation knows what it
    did itself, and what it did not. `aware=False` reads naively, as if nobody ever framed anyone.
    """
    board = world.board
    hard, soft = _weights(world, nation, incident, where)
    plain = power(soft)
    flag = board.flag[incident, None] * np.float32(aware)
    able, frame = board.frames
    shown = plain[np.arange(len(incident)), able[:, incident]]
    framed = _total(_rows(frame, len(able), incident, board.sizes["I"]) * shown[:, :, None])
    victim = world.victim[incident, where]
    chances = board.prior[incident, victim] * power(hard)
    chances = chances * ((1 - flag) * plain + flag * framed)
    thinkable = _conceivable(world, nation, incident, where)
    chances = np.where(thinkable, chances, np.float32(0)).T
    total = _total(chances)
    shared = chances / np.where(total > 0, total, np.float32(1))
    return shared.astype(np.float32, copy=False)


def soft_odds(world: World, nation: Index, incident: Index, where: Index) -> Floats:
    """Odds of the cards that can be planted, under each hypothesis. [rows, H] (Rules 4.5)"""
    return power(_weights(world, nation, incident, where)[1])


def _weights(world: World, nation: Index, incident: Index, where: Index) -> tuple[Floats, Floats]:
    """Decibans for each hypothesis of cards that cannot, and that can, be planted. [rows, H]"""
    look = world.look[nation, incident, :, where]
    known = (look + len(Look) * incident[:, None]).T
    every = _rows(world.board.weights, len(known), known, len(Look) * world.board.sizes["I"])
    both = _total(every)
    half = both.shape[1] // 2
    hard, soft = both[:, :half], both[:, half:]
    return hard - hard.max(axis=1)[:, None], soft - soft.max(axis=1)[:, None]


def _rows(table: Floats, blocks: int, row: Index, length: int) -> Floats:
    """Some rows of each block of a table. row: [rows] or [blocks, rows]; [blocks, rows, columns]"""
    start = np.arange(0, blocks * length, length)
    return np.take(table, row + start[:, None], axis=0)


def _conceivable(world: World, nation: Index, incident: Index, where: Index) -> Bools:
    """A nation that did it knows; one that did not knows that of itself. [rows, H]"""
    own = world.board.blames[incident, :, nation]
    culprit = world.culprit[incident, where]
    guilty = world.board.blames[incident, culprit, nation]
    truth = np.arange(own.shape[1]) == culprit[:, None]
    sure = guilty | (not world.board.systems.doubt)
    conceivable: Bools = np.where(sure[:, None], truth, ~own)
    return conceivable & _not_ruled_out(world, incident, where)


def _not_ruled_out(world: World, incident: Index, where: Index) -> Bools:
    """Who owned up did it: nothing else is thinkable then. [rows, H] (Rules 4.5)"""
    owned = world.answered_for[:, incident, where] == OWNED_UP
    if not owned.any():
        return np.ones((1, 1), bool)
    owner = owned.argmax(axis=0)
    blamed: Bools = world.board.blames[incident, :, owner]
    thinkable: Bools = np.where(owned.any(axis=0)[:, None], blamed, True)
    return thinkable


def _total(parts: Floats) -> Floats:
    """Sum over the first axis, which numpy adds up in order whatever the size of the others."""
    total: Floats = parts.sum(axis=0)
    return total


def settle_in_public(
    world: World, nation: Index, incident: Any, card: Any, where: Index, log: Log
) -> None:
    """A public report settles a card for everybody. (Rules 4.7)"""
    incident, card = (np.broadcast_to(part, where.shape) for part in (incident, card))
    fresh = which(world.look[nation, incident, card, where] == Look.UNSEEN)
    nation, incident, card, where = nation[fresh], incident[fresh], card[fresh], where[fresh]
    if not where.size:
        return
    put_cells(world, "known", nation, incident, where, to=1)
    learn(world, nation, incident, card, where)
    there = world.card[incident, card, where] != 0
    put_cells(world, "published", incident[there], card[there], where[there], to=1)
    cells = np.unique(np.stack([incident, card, where]), axis=1)
    exists = world.card[tuple(cells)] != 0
    log.note(What.REPORT, cells[2], incident=cells[0], a=cells[1], b=exists)


def settle_inquiries(world: World, log: Log) -> None:
    """An independent report settles every card that is not secret, for everybody. (Rules 4.8)"""
    incident, where = np.nonzero((world.inquiry == world.turn) & (world.turn > 0))
    if not incident.size:
        return
    board = world.board
    row, card = np.nonzero(board.dealt[incident] & ~board.secret[incident])
    rows = np.repeat(row, board.nations)
    nation = np.tile(np.arange(board.nations), len(row))
    cards = np.repeat(card, board.nations)
    settle_in_public(world, nation, incident[rows], cards, where[rows], log)
