"""The eight dilemmas: where a seat stands before one, and its two options. (Design: 1b)

Each looks at what one seat sees when it orders, and gives the options as orders that stand before
those it gave anyway; what would confuse the two is left out of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.decisions import WORD_IDS, Order, Proposal, from_offers
from game.match import Match
from game.rules.claims import word_for
from game.rules.orders import Offers
from game.rules.params import ORDERS_MOST
from game.rules.turn import Ask
from game.rules.view import View
from game.rules.world import NOBODY, Look, Skill, Status
from tests.study.dilemma_states import Side, State, words

HOSTILE = ("expel", "sanction", "countermeasure", "disrupt", "destroy", "show_force", "strike")
NAMING = ("attribute", "indict")
SPENDING = ("harden", "fund_capacity", "ready", "build_strategy")


@dataclass(frozen=True)
class Spot:
    """One seat of one game, about to order."""

    game: tuple[str, str, int]
    match: Match
    moment: Match  # gone back to the orders of the turn
    turn: int
    seat: int

    @property
    def seen(self) -> View:
        """What it sees."""
        return self.moment.view(self.seat)

    def name(self, kind: str, number: int) -> str:
        """A name by its number."""
        return str(self.match.names.name(kind, number))

    def rest(self, *left_out: str) -> tuple[str, ...]:
        """What it ordered anyway, but for some actions."""
        given = self.match.orders_of(self.turn).get(self.seat, ())
        return tuple(words(each) for each in given if each.action not in left_out)

    def state(self, dilemma: str, a: Side, b: Side, about: str = "") -> State:
        """Its two options."""
        return State(dilemma, *self.game, self.turn, self.name("nation", self.seat), a, b, about)

    def cases(self) -> list[int]:
        """Incidents it knows of that began in the last turns and are not its own doing."""
        seen = self.seen
        known = (seen.status[0, :, 0] >= Status.ACTIVE) & (seen.began[0, :, 0] >= self.turn - 4)
        return [int(i) for i in np.flatnonzero(known & (seen.guilt[0, :, self.seat, 0] < 1))]

    def suspect(self, case: int, nations: bool = False) -> tuple[int, float]:
        """Whom it believes guilty most, and how surely."""
        guilt = self.seen.guilt[0, case, :, 0].copy()
        guilt[self.seat] = 0
        guilt = guilt[: self.match.board.nations] if nations else guilt
        return int(guilt.argmax()), float(guilt.max())


def both(head_a: tuple[Order, ...], head_b: tuple[Order, ...], rest: tuple[str, ...]) -> list[Side]:
    """Two options that differ in what comes first."""
    return [Side((*map(words, head), *rest)) for head in (head_a, head_b)]


def name_or_wait(spot: Spot) -> Iterator[State]:
    """Name a culprit now with the crowd behind you, or wait for proof while anger grows."""
    seen = spot.seen
    for case in spot.cases():
        suspect, belief = spot.suspect(case)
        crowd = seen.anger[spot.seat, 0] >= 8 or (seen.accused[:, case, 0] != NOBODY).any()
        if belief < 0.4 or seen.accused[spot.seat, case, 0] != NOBODY or not crowd:
            continue
        incident, target = spot.name("incident", case), spot.name("actor", suspect)
        word = WORD_IDS[int(min(max(word_for(belief), 4), 6))]
        claim = Order("attribute", target=target, incident=incident, choice=word, level=2)
        probe = Order("investigate", incident=incident, level=2)
        rest = spot.rest(*NAMING, "investigate", "condemn", "collect")
        yield spot.state("name_or_wait", *both((claim,), (probe,), rest))


def show_or_keep(spot: Spot) -> Iterator[State]:
    """Show the evidence and burn the source, or keep it and be doubted."""
    seen, burns = spot.seen, spot.match.board.burns
    for case in spot.cases():
        found = (seen.look[0, case, :, 0] == Look.FOUND) & (seen.published[case, :, 0] == 0)
        suspect, belief = spot.suspect(case)
        cards = spot.match.setup.cases[case].cards
        for card in np.flatnonzero(found & burns[case]):
            if belief < 0.4 or card >= len(cards):
                continue
            incident, target = spot.name("incident", case), spot.name("actor", suspect)
            word = WORD_IDS[int(min(max(word_for(belief), 4), 6))]
            claim = Order("attribute", target=target, incident=incident, choice=word, level=2)
            claimed = seen.accused[spot.seat, case, 0] == suspect
            head = () if claimed else (claim,)
            show = Order("publish", incident=incident, choice=cards[card])
            rest = spot.rest(*NAMING, "publish")
            yield spot.state("show_or_keep", *both((*head, show), head, rest))


def answer_or_hold(spot: Spot) -> Iterator[State]:
    """Answer in kind and feed the feud, or hold back and look weak."""
    seen = spot.seen
    for case in spot.cases():
        suspect, belief = spot.suspect(case, nations=True)
        if seen.victim[0, case, 0] != spot.seat or belief < 0.5:
            continue
        target, sector = spot.name("nation", suspect), spot.name("sector", seen.sector[0, case, 0])
        rest = spot.rest(*HOSTILE)
        for action in ("disrupt", "countermeasure"):
            level = 2 if action == "disrupt" else 1
            answer = Order(action, target=target, choice=sector, level=level)
            yield spot.state("answer_or_hold", *both((answer,), (), rest))


def defend_or_aid(spot: Spot) -> Iterator[State]:
    """Spend on your own defence, or on a weak partner whose networks are everybody's back door."""
    seen = spot.seen
    if seen.funds[0, 0] < 6:
        return
    weight = seen.public.dependence[spot.seat] * (100 - seen.hardening[0, :, 0])
    sector = spot.name("sector", int(weight.argmax()))
    defence = seen.capability_of[0, :, Skill.DEFENCE, 0].copy()
    defence[spot.seat] = 100
    partners = (seen.trust[0, :, 0] >= 40) & (defence < 55)
    for partner in np.flatnonzero(partners)[:2]:
        own = Order("harden", choice=sector, level=2)
        aid = Order("fund_capacity", target=spot.name("nation", int(partner)))
        yield spot.state("defend_or_aid", *both((own,), (aid,), spot.rest(*SPENDING)))


def keep_or_disclose(spot: Spot) -> Iterator[State]:
    """Keep a vulnerability, or disclose it. To keep it may be to use it.

    It is disclosed last, so that no other order is crowded out by it.
    """
    seen, rest = spot.seen, spot.rest("disclose", "destroy")
    if seen.exploits[0, 0] < 1 or len(rest) >= ORDERS_MOST:
        return
    disclose = Side((*rest, words(Order("disclose"))))
    yield spot.state("keep_or_disclose", Side(rest), disclose)
    for case in spot.cases():
        suspect, belief = spot.suspect(case, nations=True)
        if belief >= 0.5 and seen.victim[0, case, 0] == spot.seat:
            use = Order("destroy", target=spot.name("nation", suspect), choice="energy")
            yield spot.state("keep_or_disclose", Side((*rest, words(use))), disclose)
            return


def tell_or_hide(spot: Spot) -> Iterator[State]:
    """Tell the truth about your own operation, or do not."""
    seen = spot.seen
    own = (seen.guilt[0, :, spot.seat, 0] == 1) & (seen.status[0, :, 0] >= Status.ACTIVE)
    own &= (seen.victim[0, :, 0] != NOBODY) & (seen.victim[0, :, 0] != spot.seat)
    for case in np.flatnonzero(own & (seen.answered_for[spot.seat, :, 0] == 0)):
        incident = spot.name("incident", int(case))
        charged = (seen.accused[:, case, 0] == spot.seat).any()
        lie = (Order("deny", incident=incident),) if charged else ()
        truth = (Order("own_up", incident=incident),)
        yield spot.state("tell_or_hide", *both(truth, lie, spot.rest("own_up", "deny")))


def _texts(spot: Spot) -> Iterator[tuple[int, int, Proposal]]:
    """Proposals that this seat alone can bring about or bring down: round, number, proposal."""
    for phase, offers in spot.match.tabled():
        if phase.turn != spot.turn or phase.ask is not Ask.ANSWER:
            continue
        decided = next(d for d in spot.match.decided if d.phase == phase)
        for row in np.flatnonzero(offers.body == NOBODY).tolist():
            asked = set(np.flatnonzero(offers.party[row]).tolist()) - {int(offers.actor[row])}
            said = {
                nation: answer.accept
                for nation, reply in decided.replies.items()
                for answer in reply.answers
                if answer.offer == row
            }
            others = asked - {spot.seat}
            if spot.seat in asked & said.keys() and all(said.get(n) for n in others):
                yield phase.round, row, _text(spot, offers.take([row]), int(offers.actor[row]))


def _text(spot: Spot, offer: Offers, actor: int) -> Proposal:
    """A proposal by name, its proposer first among the parties."""
    text = from_offers(spot.match.names, offer)[actor][0]
    return replace(text, parties=(spot.name("nation", actor), *text.parties))


BINDING = {"no_operations", "off_limits", "takedown", "vulnerabilities", "evidence_sharing"}


def sign_or_not(spot: Spot) -> Iterator[State]:
    """Sign a clause that also binds you, or do not."""
    for number, row, text in _texts(spot):
        clauses = text.clauses
        if not BINDING & clauses.keys() or {"attribution", "joint_sanctions"} & clauses.keys():
            continue
        rest = spot.rest()
        sides = [Side(rest, number, row, accept) for accept in (True, False)]
        yield spot.state("sign_or_not", *sides, about=_about(text))


def soft_or_sharp(spot: Spot) -> Iterator[State]:
    """Take the coalition's softer text, or go alone with the sharp one."""
    for number, row, text in _texts(spot):
        soft = text.clauses.get("attribution") == 1 or (
            "joint_statement" in text.clauses and "attribution" not in text.clauses
        )
        if not soft or text.incident is None:
            continue
        case = spot.match.names.number("incident", text.incident)
        suspect, belief = spot.suspect(case)
        target = text.accused or spot.name("actor", suspect)
        if spot.seen.accused[spot.seat, case, 0] != NOBODY and text.accused is None:
            continue
        if text.accused is None and belief < 0.4:
            continue
        choice = "almost_certain"
        claim = Order("attribute", target=target, incident=text.incident, choice=choice, level=3)
        rest = spot.rest(*NAMING, "condemn")
        joint = Side(rest, number, row, True)
        alone = Side((words(claim), *rest), number, row, False)
        yield spot.state("soft_or_sharp", joint, alone, about=_about(text))


def _about(text: Proposal) -> str:
    clauses = " ".join(f"{name}={level}" for name, level in text.clauses.items())
    case = f" on {text.incident}" if text.incident else ""
    named = f" naming {text.accused}" if text.accused else ""
    return f"{clauses} between {', '.join(text.parties)}{case}{named}"


Finder = Callable[[Spot], Iterator[State]]

DILEMMAS: dict[str, Finder] = {
    each.__name__: each
    for each in (
        name_or_wait,
        show_or_keep,
        answer_or_hold,
        sign_or_not,
        defend_or_aid,
        keep_or_disclose,
        soft_or_sharp,
        tell_or_hide,
    )
}
"""By id, in the order of the design page."""

LEAD = {
    "name_or_wait": ("attribute", "investigate"),
    "show_or_keep": ("publish", "attribute"),
    "answer_or_hold": ("disrupt", "countermeasure"),
    "sign_or_not": (),
    "defend_or_aid": ("harden", "fund_capacity"),
    "keep_or_disclose": ("disclose", "destroy"),
    "soft_or_sharp": ("attribute",),
    "tell_or_hide": ("own_up", "deny"),
}
"""Orders that must take effect for the options to be what they say."""


def spots(match: Match, game: tuple[str, str, int], turn: int) -> Iterator[Spot]:
    """Every seat of a turn."""
    moment = match.rewound(turn)
    for seat in range(match.board.nations):
        yield Spot(game, match, moment, turn, seat)
