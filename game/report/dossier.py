"""Dossiers: what a nation knows of an incident, whom it suspects, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import N_, _
from game.match import Match
from game.report import terms, words
from game.report.shares import percents
from game.rules.evidence import posterior
from game.rules.world import NOBODY, Look, Status, World

OTHER = 0
OWNED_UP = 2
"""How `answered_for` says that a nation owned up to a case."""

ACTIVE, OVER = N_("going on"), N_("over")
STATES: dict[int, str] = {
    Look.UNSEEN: N_("not settled yet"),
    Look.FOUND: N_("found"),
    Look.ABSENT: N_("looked for, not there"),
}
WEIGHTS = ((12.0, N_("very strong")), (8.0, N_("strong")), (4.5, N_("fair")), (0.0, N_("weak")))
"""Least decibans of each word."""


@dataclass(frozen=True)
class Suspect:
    """One possible truth, as a nation sees it."""

    hypothesis: int
    id: str
    label: str
    belief: float  # what its analysts make of the evidence
    stated: float | None  # what its head said
    prior: float  # before any evidence


@dataclass(frozen=True)
class CardLine:
    """One card of the deck, as far as a nation knows it."""

    id: str
    layer: str
    text: str  # empty until it is settled
    state: str
    points_to: tuple[str, ...]
    weight_word: str
    planted_possible: bool
    secret: bool
    burns: bool
    published: bool
    work_done_share: float


@dataclass(frozen=True)
class Dossier:
    """All a nation knows of one incident."""

    incident: int
    id: str
    title: str
    text: str
    kind: str
    sector: str
    victim: str
    severity: float
    status: str
    began: int
    until: int
    suspects: tuple[Suspect, ...]
    cards: tuple[CardLine, ...]
    claims: tuple[str, ...]
    inquiry_due: int
    affected: tuple[str, ...]
    own_doing: bool
    owned_up: bool  # the nation itself, in public

    @property
    def shares(self) -> dict[Suspect, str]:
        """What the analysts believe of each suspect, in whole per cents."""
        shown = percents([each.belief for each in self.suspects])
        return dict(zip(self.suspects, shown, strict=True))


def dossiers(match: Match, nation: int) -> list[Dossier]:
    """Dossiers of every incident a nation knows of, newest first."""
    world = match.world
    known = (world.known[nation, :, 0] != 0) & (world.status[:, 0] != Status.AWAITED)
    cases = np.flatnonzero(known).tolist()
    found = [_dossier(match, world, nation, incident) for incident in cases]
    return sorted(found, key=lambda dossier: (-dossier.began, dossier.incident))


def beliefs(world: World, nation: int, incident: int) -> list[float]:
    """What a nation's analysts believe of each hypothesis."""
    rows = np.array([nation]), np.array([incident]), np.array([0])
    return [float(chance) for chance in posterior(world, *rows)[:, 0]]


def suspected(match: Match, world: World, nation: int, incident: int) -> list[int]:
    """Hypotheses that a nation may believe: its own work is none, unless it did it. (Rules 4.5)"""
    did_it = world.guilt[nation, incident, nation, 0] == 1
    own = match.board.blames[incident, :, nation] & ~did_it
    return [h for h in words.possible(match, world, incident) if not own[h]]


def last_stated(match: Match, nation: int, incident: int, turn: int) -> tuple[float, ...] | None:
    """What a nation's head last said by a turn, None if nothing.

    What was said of an earlier case, whose place this one took, is not said of it.
    """
    morning = match.mornings[turn - 1] if 0 < turn <= len(match.mornings) else match.world
    began = int(morning.began[incident, 0])
    said = [
        s
        for s in match.stated
        if s.nation == nation and s.incident == incident and began <= s.turn <= turn
    ]
    return max(said, key=lambda s: s.turn).chances if said else None


def _dossier(match: Match, world: World, nation: int, incident: int) -> Dossier:
    case = match.setup.cases[incident]
    active = world.status[incident, 0] == Status.ACTIVE
    spread = np.flatnonzero(world.touched[incident, :, 0]).tolist()
    return Dossier(
        incident=incident,
        id=case.id,
        title=words.case_title(match, world, incident),
        text=case.text or _origin(match, world, incident),
        kind=words.kind(match, world.kind[incident, 0]),
        sector=terms.sector(world.sector[incident, 0]),
        victim=words.nation(match, world.victim[incident, 0]),
        severity=float(world.severity[incident, 0]),
        status=ACTIVE if active else OVER,
        began=int(world.began[incident, 0]),
        until=int(world.until[incident, 0]),
        suspects=_suspects(match, world, nation, incident),
        cards=_cards(match, world, nation, incident),
        claims=tuple(_claims(match, world, incident)),
        inquiry_due=int(world.inquiry[incident, 0]),
        affected=tuple(words.nation(match, n) for n in spread),
        own_doing=bool(world.guilt[nation, incident, nation, 0] == 1),
        owned_up=bool(world.answered_for[nation, incident, 0] == OWNED_UP),
    )


def _origin(match: Match, world: World, incident: int) -> str:
    """Where an operation in play comes from, as far as it was said in public."""
    owners = np.flatnonzero(world.answered_for[:, incident, 0] == OWNED_UP).tolist()
    if not owners:
        return _("An operation of this crisis. Nobody has owned up to it.")
    owned = _("An operation of this crisis. {who} owned up to it.")
    return owned.format(who=words.listed([words.nation(match, n) for n in owners]))


def own_part(dossier: Dossier) -> str:
    """What a nation is told of a case that its own services had a hand in."""
    if dossier.owned_up:
        return _("Your own services had a hand in it, and you owned up to it in public.")
    return _("Your own services had a hand in it. Others have to find that out for themselves.")


def _suspects(match: Match, world: World, nation: int, incident: int) -> tuple[Suspect, ...]:
    case = match.setup.cases[incident]
    board = match.board
    chances = beliefs(world, nation, incident)
    stated = last_stated(match, nation, incident, match.turn)
    prior = board.prior[incident, world.victim[incident, 0]]
    suspects = [
        Suspect(
            hypothesis=h,
            id=case.hypotheses[h],
            label=case.names[h],
            belief=chances[h],
            stated=None if stated is None else stated[h],
            prior=float(prior[h]),
        )
        for h in suspected(match, world, nation, incident)
    ]
    return tuple(sorted(suspects, key=lambda s: (s.hypothesis == OTHER, -s.belief, s.label)))


def _cards(match: Match, world: World, nation: int, incident: int) -> tuple[CardLine, ...]:
    board, case = match.board, match.setup.cases[incident]
    lines = []
    for card in np.flatnonzero(board.dealt[incident]).tolist():
        look = int(world.look[nation, incident, card, 0])
        secret = bool(board.secret[incident, card])
        done = world.tap if secret else world.probe
        share = float(done[nation, incident, 0]) / float(board.need[incident, card])
        towards, weight = points_to(match, world, incident, card)
        lines.append(
            CardLine(
                id=case.cards[card],
                layer=case.layers[card],
                text="" if look == Look.UNSEEN else words.finding(match, world, incident, card),
                state=STATES[look],
                points_to=towards,
                weight_word=weight,
                planted_possible=bool(board.planted[incident, card]),
                secret=secret,
                burns=bool(board.burns[incident, card]),
                published=bool(world.published[incident, card, 0]),
                work_done_share=min(share, 1.0) if board.finder[incident, card, nation] else 0.0,
            )
        )
    return tuple(lines)


def points_to(match: Match, world: World, incident: int, card: int) -> tuple[tuple[str, ...], str]:
    """Which hypotheses a card speaks for if it is found, and how loudly."""
    board = match.board
    live = np.array(words.possible(match, world, incident))
    found = board.found[incident, card, live]
    gap = float(found.max() - found.min())
    best = live[found >= found.max() - 0.5].tolist()
    names = match.setup.cases[incident].names
    word = next(name for least, name in WEIGHTS if gap >= least)
    return (tuple(names[h] for h in best) if len(best) < len(live) else ()), word


def _claims(match: Match, world: World, incident: int) -> list[str]:
    said = []
    for n in range(match.board.nations):
        accused = world.accused[n, incident, 0]
        if accused != NOBODY:
            claim = _("{who}: {word} {whom} ({confidence} confidence)")
            said.append(
                claim.format(
                    who=words.nation(match, n),
                    word=terms.word(world.word[n, incident, 0]),
                    whom=words.nation(match, accused),
                    confidence=terms.confidence(world.sure[n, incident, 0]),
                )
            )
        if world.answered_for[n, incident, 0] == 1:
            said.append(_("{who} denies it").format(who=words.nation(match, n)))
        if world.answered_for[n, incident, 0] > 1:
            said.append(_("{who} owned up and made good").format(who=words.nation(match, n)))
    return said
