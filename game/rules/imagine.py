"""Imagined worlds: what may be true, as far as one seat can tell. (Rules 17)

From a View alone, and with dice hashed from it, worlds are drawn that its owner cannot tell from
the true one: what it knows is as it knows it, the rest is drawn from what it believes. The
scenario's script is not in them; a generic hazard stands in for what may come. Whoever looks ahead
uses these worlds and no others, so none of them can cheat.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from game.rules import dice, evidence, trust
from game.rules import params as p
from game.rules.changes import on_grid, put_cells, put_derived
from game.rules.clauses import EVIDENCE_SHARING
from game.rules.happenings import Log
from game.rules.incidents import Operations, launch
from game.rules.law import ANSWERS
from game.rules.view import View, turned
from game.rules.world import (
    GRID,
    NOBODY,
    PLANES,
    Bools,
    Contested,
    Floats,
    Index,
    Ints,
    Look,
    Seeds,
    Skill,
    Status,
    Who,
    World,
    heights,
    hold,
    which,
)

STIRS = np.array([0, 3, 4, 5, 6], np.intp)
"""Kinds of incident that the generic hazard brings, evenly."""


def imagine(seen: View, count: int) -> World:
    """Draw worlds that the owner of a view cannot tell from the true one. (Rules 17.1)

    seen: one seat's view of one world, in the middle of a turn; count: how many worlds. The same
    view gives the same worlds, whatever is true.
    """
    board = seen.public.imagined
    amounts, facts = heights(board.windows)
    tables = np.zeros((amounts, count), np.float32), np.zeros((facts, count), np.int16)
    world = hold(board, seen.turn, _seeds(seen, count), *tables)
    _know(world, seen)
    _guess_means(world, seen)
    _guess_relations(world, seen)
    _guess_truths(world, seen)
    _guess_findings(world, seen)
    _believe(world, seen)
    _guess_trust(world, seen)
    return world


def stir(world: World) -> None:
    """What the world may bring next turn, in place of the script nobody has read. (Rules 17.4)"""
    board = world.board
    happens = which(_roll(world, "stir") < np.float32(p.IMAGINED_HAZARD))
    if not happens.size:
        return
    victim = _pick(_roll(world, "stir victim"), board.nations)[happens]
    prior = board.prior[-1][victim]
    rolled = _roll(world, "stir culprit")[happens]
    launch(
        world,
        Operations(
            world=happens,
            actor=victim,
            target=victim,
            kind=STIRS[_pick(_roll(world, "stir kind"), len(STIRS))[happens]],
            sector=_pick(_roll(world, "stir sector"), board.sizes["Z"])[happens],
            severity=on_grid(2 + 3 * _roll(world, "stir severity")[happens]),
            culprit=_fall(rolled, prior.T),
            framed=np.full(len(happens), NOBODY),
        ),
        Log(kept=False),
    )


def chances(seen: View) -> Floats:
    """The staff's posterior: chance of each hypothesis of each incident known. [H, I]"""
    world = imagine(seen, 1)
    return _own_posterior(world, seen)


def _seeds(seen: View, count: int) -> Seeds:
    """Dice hashed from everything the view says, so that they tell nothing else."""
    digest = hashlib.blake2b(digest_size=8)
    for name in sorted(vars(seen)):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(getattr(seen, name)).tobytes() if _array(seen, name)
                      else str(seen.turn).encode())  # fmt: skip
    first = int.from_bytes(digest.digest(), "little")
    numbers = np.arange(count, dtype=np.uint64)
    return dice.derive(dice.seeds(numbers) ^ np.uint64(first), "imagined")


def _array(seen: View, name: str) -> bool:
    return isinstance(getattr(seen, name), np.ndarray)


def _roll(world: World, name: str, *keys: Any) -> Floats:
    return dice.roll(world.seed, world.turn, f"imagined {name}", *keys)


def _pick(rolled: Floats, count: int) -> Index:
    """A roll as one of so many places."""
    return np.minimum((rolled * np.float32(count)).astype(np.intp), count - 1)


def _fall(rolled: Floats, chance: Floats) -> Index:
    """Where a roll falls among chances that sum to 1. rolled: [rows]; chance: [H, rows]"""
    edges = np.cumsum(chance, axis=0)
    last = (chance > 0).cumsum(axis=0).argmax(axis=0)
    fell: Index = np.minimum((rolled >= edges).sum(axis=0), last)
    return fell


def _me(seen: View) -> int:
    return int(seen.seats[0])


def _know(world: World, seen: View) -> None:
    """Copy what the seat knows exactly: what is public, and its own row of the rest."""
    me = _me(seen)
    for name, plane in PLANES.items():
        if not hasattr(seen, name):
            continue
        values = getattr(seen, name)
        if plane.who is Who.PUBLIC:
            put_derived(world, name, np.broadcast_to(values, getattr(world, name).shape))
        elif plane.who is Who.KNOWN:
            put_derived(world, name, np.broadcast_to(values[0], getattr(world, name).shape))
        else:
            put_cells(world, name, me, to=values[0])
    for name, other in turned().items():
        put_cells(world, other, slice(None), me, to=getattr(seen, name)[0])
    unknown = seen.known[0] == 0
    status = np.where(unknown, Status.AWAITED, seen.status[0])
    put_derived(world, "status", np.broadcast_to(status, world.status.shape))
    for name in ("culprit", "framed"):
        put_derived(world, name, np.full(world.culprit.shape, NOBODY))


def _others(world: World, seen: View) -> Bools:
    others: Bools = np.arange(world.board.nations) != _me(seen)
    return others


def _guess_means(world: World, seen: View) -> None:
    """Others' stocks, skills within their bands, and readings of the law. (Rules 17.2)"""
    others = which(_others(world, seen))
    row = others[:, None]
    for number, stock in enumerate(("capital", "effort", "funds")):
        saved = world.board.income[others, number, None] * (1 + 4 * _roll(world, stock, row))
        put_cells(world, stock, others, to=on_grid(np.minimum(saved, 100)))
    within = _within_bands(world, seen, "capability", seen.capability_of[0])
    put_cells(world, "capability", others, to=within[others])
    for name, most in (("readiness", 25), ("access", 60)):
        put_cells(world, name, others, to=on_grid(most * _roll(world, name, row)))
    armed = within[others, Skill.OFFENCE] >= 50
    put_cells(world, "exploits", others, to=_pick(_roll(world, "exploits", row), 3) * armed)
    _guess_positions(world, others)


def _within_bands(world: World, seen: View, name: str, middle: Any) -> Floats:
    """Values drawn evenly from the bands in which others are seen. middle: [N, …, 1]"""
    keys = np.indices(middle.shape[:-1])[..., None]
    insight = seen.insight[0].reshape((-1,) + (1,) * (middle.ndim - 1))
    width = np.array(p.BANDS, np.float32)[insight]
    place = _alike(world, name, _roll(world, name, *keys))
    drawn = middle + (place - np.float32(0.5)) * width
    inside: Floats = np.floor(drawn * np.float32(GRID)) / np.float32(GRID)  # not the next band's
    return np.minimum(np.maximum(inside, 0), 100)


def _alike(world: World, name: str, rolled: Floats) -> Floats:
    """Rolls, some of which are one and the same: what moved one nation has often moved others."""
    keys = np.indices(rolled.shape[:-1])[..., None]
    shared = _roll(world, f"{name} alike", *keys) < np.float32(p.IMAGINED_ALIKE)
    return np.where(shared, _roll(world, f"{name} of all"), rolled)


def _guess_positions(world: World, others: Index) -> None:
    """Who has not published a position may have any, or none."""
    for point, answers in ANSWERS.items():
        drawn = _pick(_roll(world, "position", others[:, None], int(point)), 2 * len(answers))
        guess = np.where(drawn < len(answers), drawn, NOBODY)
        said = world.declared[others, Contested(point)]
        put_cells(world, "position", others, Contested(point),
                  to=np.where(said == NOBODY, guess, said))  # fmt: skip


def _guess_relations(world: World, seen: View) -> None:
    """How others stand to each other: allies well, rivals ill, about what everybody knows."""
    board, nation = world.board, np.arange(world.board.nations)
    others = which(_others(world, seen))
    noise = _roll(world, "relations", nation[:, None, None], nation[:, None]) - np.float32(0.5)
    usual = np.where(board.ally, 70, 55 - board.hostile / 2)[:, :, None]
    enmity = np.maximum(board.hostile[:, :, None] + 10 * noise, 0)
    strangers = ~np.eye(board.nations, dtype=bool)[:, :, None]
    for name, guess in (("deeds", usual + 30 * noise), ("hostility", enmity)):
        put_cells(world, name, others, to=on_grid(guess * strangers)[others])


def _guess_truths(world: World, seen: View) -> None:
    """Who did each case, and whom it frames, as likely as the seat believes. (Rules 17.3)"""
    chance = _own_posterior(world, seen)
    incident = np.arange(chance.shape[1])[:, None]
    rolled = _roll(world, "culprit", incident)
    edges = np.cumsum(chance, axis=0)[:, :, None]
    last = (chance > 0).cumsum(axis=0).argmax(axis=0)
    culprit = np.minimum((rolled >= edges).sum(axis=0), last[:, None])
    begun = world.status != Status.AWAITED
    put_derived(world, "culprit", np.where(begun, culprit, NOBODY))
    put_derived(world, "framed", np.where(begun, _framed(world, seen, culprit), NOBODY))


def _own_posterior(world: World, seen: View) -> Floats:
    """What the seat believes of each hypothesis; of its own deeds it knows. [H, I]"""
    me, board = _me(seen), world.board
    incident = np.arange(board.sizes["I"])
    first = np.zeros_like(incident)
    put_derived(world, "culprit", np.zeros(world.culprit.shape))  # OTHER: the seat did none
    thought = evidence.posterior(world, np.full_like(incident, me), incident, first)
    guilt = seen.guilt[0, :, :, 0]
    done = guilt[:, me] == 1
    own = (board.blames == (guilt == 1)[:, None]).all(axis=2)
    known = own / np.maximum(own.sum(axis=1, keepdims=True), 1)
    chance: Floats = np.where(done, known.T, thought).astype(np.float32)
    return chance


def _framed(world: World, seen: View, culprit: Index) -> Ints:
    """Whom the culprit frames, given the cards held; NOBODY for no false flag. [I, B]"""
    board, me = world.board, _me(seen)
    incident = np.arange(board.sizes["I"])
    first = np.zeros_like(incident)
    soft = evidence.soft_odds(world, np.full_like(incident, me), incident, first)
    flag = board.flag[:, None, None]
    lies = flag * board.frame * soft[:, None]
    honest = (1 - flag) * soft[:, :, None]
    table = np.concatenate([honest, lies], axis=2)
    edges = np.cumsum(table, axis=2)
    edges = edges / np.maximum(edges[:, :, -1:], np.float32(1e-20))
    rolled = _roll(world, "framed", incident[:, None])
    fell = (rolled[..., None] >= edges[incident[:, None], culprit]).sum(axis=2)
    framed: Ints = np.minimum(fell, board.sizes["H"]).astype(np.int16) - np.int16(1)
    return framed


def _guess_findings(world: World, seen: View) -> None:
    """Which cards exist, who knows of the case, and what the others found of it. (17.3)"""
    begun = (world.status != Status.AWAITED)[:, None]
    card = _guess_cards(world, seen) & begun
    put_derived(world, "card", card)
    known = _guess_known(world, seen)
    put_derived(world, "known", known)
    _guess_work(world, seen)
    done = np.where(
        world.board.secret[None, :, :, None], world.tap[:, :, None], world.probe[:, :, None]
    )
    able = (world.board.finder.transpose(2, 0, 1) & world.board.dealt)[..., None]
    settled = (done >= world.board.need[None, :, :, None]) & able & (known > 0)[:, :, None]
    settled |= world.published > 0
    settled |= _shared(world, seen)
    look = np.where(settled & begun, np.where(card, Look.FOUND, Look.ABSENT), Look.UNSEEN)
    look[_me(seen)] = seen.look[0]
    put_derived(world, "look", look)


def _guess_cards(world: World, seen: View) -> Bools:
    board = world.board
    incident, number = np.indices(board.dealt.shape)[..., None]
    culprit = np.maximum(world.culprit, 0)
    shown = np.where(world.framed == NOBODY, culprit, world.framed)
    chance = np.where(
        board.planted[..., None], board.chance[incident, number, shown[:, None]],
        board.chance[incident, number, culprit[:, None]],
    )  # fmt: skip
    exists = (_roll(world, "card", incident, number) < chance) & board.dealt[..., None]
    mine = seen.look[0]
    exists = np.where(mine == Look.UNSEEN, exists, mine == Look.FOUND)
    cards: Bools = exists | (world.published > 0)
    return cards


def _guess_known(world: World, seen: View) -> Ints:
    """Loud cases are known to all; of quiet ones their author knows, perhaps their victim."""
    board, me = world.board, _me(seen)
    nation = np.arange(board.nations)[:, None, None]
    incident = np.arange(board.sizes["I"])[:, None]
    mine = seen.known[0] > 0
    loud = mine & ~board.kinds.quiet[np.maximum(world.kind, 0)]
    author = board.blames[incident, np.maximum(world.culprit, 0)].transpose(2, 0, 1)
    noticed = (world.victim == nation) & (_roll(world, "noticed", incident) < np.float32(0.5))
    known = mine & (loud | author[: board.nations] | noticed)
    known[me] = mine
    facts: Ints = known.astype(np.int16)
    return facts


def _guess_work(world: World, seen: View) -> None:
    """What the others' analysts have done on each case, by skill, time and luck."""
    board, me = world.board, _me(seen)
    nation = np.arange(board.nations)[:, None, None]
    turns = np.maximum(world.turn - world.began + 1, 0)
    skill = np.float32(p.SKILL_FLOOR) + world.capability[:, Skill.FORENSICS] * np.float32(0.005)
    rolled = _roll(world, "work", nation, np.arange(board.sizes["I"])[:, None])
    luck = np.float32(p.IMAGINED_WORK) * rolled * rolled * rolled
    victim = np.where(world.victim == nation, np.float32(p.PROBE_VICTIM), np.float32(1))
    probe = turns * skill[:, None] * luck * victim * np.float32(p.PROBE_BASE)
    tap = turns * world.access[:, None] * luck * np.float32(p.TAP_BASE / 100)
    for name, done in (("probe", probe), ("tap", tap)):
        guess = on_grid(np.minimum(done, 200))
        guess[me] = getattr(seen, name)[0]
        put_derived(world, name, guess)


def _shared(world: World, seen: View) -> Bools:
    """Cards the seat found that others have too: by a sharing clause, or as people talk."""
    nation = np.arange(world.board.nations)[:, None, None]
    incident = np.arange(world.board.sizes["I"])[:, None]
    heard = _roll(world, "heard", nation, incident) < np.float32(p.IMAGINED_HEARD)
    partner = (world.pact[EVIDENCE_SHARING, _me(seen)] > 0)[:, None]
    shared: Bools = (partner | heard)[:, :, None] & (seen.look[0] == Look.FOUND)
    return shared


def _believe(world: World, seen: View) -> None:
    """Others believe what follows from what they found; the seat what it believes."""
    me = _me(seen)
    put_cells(world, "judged", me, to=seen.known[0])
    evidence.believe(world)
    put_cells(world, "guilt", me, to=seen.guilt[0])
    put_cells(world, "doubt", me, to=seen.doubt[0])


def _guess_trust(world: World, seen: View) -> None:
    """Trust in the seat and hostility to it, within their bands; the rest follows."""
    me, others = _me(seen), which(_others(world, seen))
    hostility = _within_bands(world, seen, "hostility", seen.hostility_to_me[0])
    put_cells(world, "hostility", others, me, to=hostility[others])
    trusted = _within_bands(world, seen, "trust", seen.trust_in_me[0])
    lost = trust.lost_to_blame(world)
    put_cells(world, "deeds", others, me, to=(trusted + lost[:, me])[others])
    trust.judge(world)
    put_cells(world, "trust", me, to=seen.trust[0])
