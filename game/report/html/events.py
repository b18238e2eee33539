"""What is put on the timeline: incidents, accusations, agreements, blows, word kept or broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.language import _, _n, _p
from game.report import story, terms, words
from game.report.cases import Case
from game.report.html.charts import Event
from game.report.html.told import Game
from game.report.votes import Vote, all_votes
from game.rules.clauses import CLAUSES
from game.rules.happenings import Happening, What
from game.rules.orders import Offers
from game.rules.powers import Power
from game.rules.world import NOBODY

CYAN, ORANGE, GREEN, LILAC, YELLOW, RED = range(6)
"""Tones of the page's style."""


def lanes() -> tuple[str, ...]:
    """What the timeline has a lane for."""
    return (_("Incidents"), _("Accusations"), _("Agreements"), _("Blows"), _p("given", "Words"))


def events(game: Game) -> Iterator[Event]:
    """Everything for the timeline."""
    yield from _incidents(game)
    yield from _accusations(game)
    yield from _agreements(game)
    yield from _blows(game)
    yield from _words(game)


def rows_of(game: Game, what: What) -> Iterator[tuple[int, Happening, int]]:
    """Every happening of one kind: turn, table, row."""
    for turn in game.turns:
        for rows, row in story.rows_of(game.match.logs[turn - 1], what):
            yield turn, rows, row


def _incidents(game: Game) -> Iterator[Event]:
    for case in game.cases:
        if game.quiet(case) and not game.written(case):
            continue
        until = int(case.world.until[case.place, 0])
        end = min(max(until, case.began), game.turns[-1])
        yield Event(_("Incidents"), case.began, end, game.title(case), ORANGE)


@dataclass(frozen=True)
class Claim:
    """A nation named somebody over an incident."""

    turn: int
    nation: int
    case: Case
    accused: int
    word: str
    right: bool


def claims(game: Game) -> Iterator[Claim]:
    """Every public accusation, in order, those taken back later included."""
    for turn in game.turns:
        for case in game.cases:
            yield from _claims_over(game, case, turn)


def _claims_over(game: Game, case: Case, turn: int) -> Iterator[Claim]:
    world, place = case.after(game.match, turn), case.place
    for nation in np.flatnonzero(world.claimed[:, place, 0] == turn).tolist():
        accused = int(world.accused[nation, place, 0])
        if accused != NOBODY and case.began <= turn:
            word = terms.word(world.word[nation, place, 0])
            yield Claim(turn, nation, case, accused, word, game.blames(case, accused))


def _accusations(game: Game) -> Iterator[Event]:
    said: dict[tuple[int, Case, int, str, bool], list[int]] = {}
    for claim in claims(game):
        key = (claim.turn, claim.case, claim.accused, claim.word, claim.right)
        said.setdefault(key, []).append(claim.nation)
    for (turn, case, accused, word, right), nations in said.items():
        says = _("{who}: {word} {whom} (wrong), over {case}")
        if right:
            says = _("{who}: {word} {whom} (right), over {case}")
        names = {"who": _few(game, nations), "whom": game.name(accused)}
        text = says.format(**names, word=word, case=game.title(case))
        yield Event(_("Accusations"), turn, turn, text, GREEN if right else RED)


def _few(game: Game, nations: Iterable[int]) -> str:
    """Names of nations, or how many if they are many."""
    known = sorted(nations)
    return game.listed(known) if len(known) < 4 else _n("one nation", "{n} nations", len(known))


@dataclass(frozen=True)
class Deal:
    """A proposal, and what became of it."""

    turn: int
    proposer: int
    parties: tuple[int, ...]
    terms: tuple[str, ...]
    clauses: tuple[str, ...]  # their labels alone
    numbers: tuple[int, ...]  # of its clauses
    lasting: bool
    signed: bool
    refusers: tuple[int, ...]


def deals(game: Game) -> Iterator[Deal]:
    """Every proposal between nations, in order; those to organisations are told with theirs."""
    for turn, offers, vote in votes(game):
        if vote.body == NOBODY:
            yield _deal(game, turn, offers, vote)


def votes(game: Game) -> Iterator[tuple[int, Offers, Vote]]:
    """Every proposal and how it was answered, in order."""
    for turn in game.turns:
        for offers, vote in all_votes(game.match, game.match.logs[turn - 1]):
            yield turn, offers, vote


def _deal(game: Game, turn: int, offers: Offers, vote: Vote) -> Deal:
    levels = offers.levels[vote.row]
    numbers = tuple(n for n in range(len(CLAUSES)) if levels[n] > 0)
    return Deal(
        turn=turn,
        proposer=vote.proposer,
        parties=vote.parties,
        terms=tuple(words.offer_text(game.match, game.match.worlds[turn], offers, vote.row)),
        clauses=tuple(words.lowered(terms.clause(n)) for n in numbers),
        numbers=numbers,
        lasting=any(CLAUSES[n].lasting for n in numbers),
        signed=vote.passed,
        refusers=tuple(n for n in vote.parties if n not in vote.yes),
    )


Measure = tuple[int, int, Power, Happening, int]
"""Turn, organisation, power, table, row."""


def measures(game: Game) -> Iterator[Measure]:
    """What organisations did."""
    for turn, rows, row in rows_of(game, What.MEASURE):
        yield turn, int(rows.a[row]), Power(int(rows.b[row])), rows, row


def _agreements(game: Game) -> Iterator[Event]:
    for deal in deals(game):
        if deal.signed:
            who, what = _few(game, deal.parties), ", ".join(deal.clauses)
            text = words.labelled(who, what)
            yield Event(_("Agreements"), deal.turn, deal.turn, text, CYAN)
    for turn, body, power, *_told in measures(game):
        who, what = words.body(game.match, body), terms.power(power)[0]
        text = words.labelled(who, what)
        yield Event(_("Agreements"), turn, turn, text)


def _blows(game: Game) -> Iterator[Event]:
    found: dict[tuple[int, int, int], list[str]] = {}
    for turn in game.turns:
        for orders in game.match.logs[turn - 1].orders:
            for row in range(len(orders)):
                action = actions()[int(orders.action[row])]
                if action.hostile:
                    key = (turn, int(orders.actor[row]), int(orders.target[row]))
                    found.setdefault(key, []).append(words.lowered(_(action.label)))
    for (turn, who, whom), labels in found.items():
        says, names = _("{who} \u2192 {whom}: {what}"), (game.name(who), game.name(whom))
        text = says.format(who=names[0], whom=names[1], what=", ".join(labels))
        yield Event(_("Blows"), turn, turn, text, RED)


def _words(game: Game) -> Iterator[Event]:
    for what, tone in ((What.KEPT, GREEN), (What.BROKE, RED)):
        for turn, rows, row in rows_of(game, what):
            who, whom = game.name(int(rows.actor[row])), game.name(int(rows.target[row]))
            text = _word(what is What.KEPT, float(rows.a[row]), who, whom)
            yield Event(_p("given", "Words"), turn, turn, text, tone)


def _word(kept: bool, code: float, who: str, whom: str) -> str:
    """What a nation kept or broke: a treaty, or a promise by its number."""
    if code > 0:
        says = _("{who} kept a treaty to {whom}") if kept else _("{who} broke a treaty to {whom}")
        return says.format(who=who, whom=whom)
    says = _("{who} broke its promise, {promise}, to {whom}")
    if kept:
        says = _("{who} kept its promise, {promise}, to {whom}")
    return says.format(who=who, whom=whom, promise=terms.promise(-1 - code))
