"""Organisations: what was moved in them, what they did, and which votes failed. (Rules 16)"""

from __future__ import annotations

import numpy as np

from game.report import words
from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, table
from game.report.html.events import Measure, measures, votes
from game.report.html.told import Game
from game.rules.organisations import RULES, Rule
from game.rules.powers import POWERS, Power
from game.rules.world import NOBODY


def section(game: Game) -> Section:
    """What organisations did."""
    count = game.match.board.sizes["O"]
    title = "Organisations and their measures"
    if not count:
        lead = ("No organisation was on this scenario's board.",)
        return Section("bodies", title, "Organisations", lead)
    done, moved = list(measures(game)), _motions(game)
    lead = (
        f"{count} organisations were on the board. {len(moved.rows)} motions were put to them; "
        f"{len(done)} measures took effect.",
    )
    blocks = [_members(game)]
    if moved.rows:
        blocks.insert(0, _counts(game, done, moved))
        blocks.append(Block("Motions and votes", table=moved, full=True))
    if done:
        blocks.append(Block("Measures that took effect", table=_measures(game), full=True))
    return Section("bodies", title, "Organisations", lead, tuple(blocks))


def _counts(game: Game, done: list[Measure], moved: Table) -> Block:
    names = [words.body(game.match, body) for body in range(game.match.board.sizes["O"])]
    acted = [sum(body == n for _, body, *_ in done) for n in range(len(names))]
    motions = [sum(row[1] == name for row in moved.rows) for name in names]
    idle = [max(m - a, 0) for m, a in zip(motions, acted, strict=True)]
    parts = [Series("measures", tuple(acted)), Series("motions without effect", tuple(idle))]
    head = Head(
        "measures_by_body",
        "Measures of each organisation",
        "A bar for each organisation: measures that took effect, and motions that did not.",
    )
    return Block("Who acted", (), bars(head, names, parts, what="organisation"))


def _members(game: Game) -> Block:
    board = game.match.board
    rows = [
        (
            words.body(game.match, body),
            RULES[Rule(int(board.bodies.rule[body]))],
            game.listed(np.flatnonzero(board.member[body]).tolist()) or "nobody here",
            "yes" if game.last.founded[body, 0] else "no",
        )
        for body in range(board.sizes["O"])
    ]
    columns = ("organisation", "decides by", "members", "existed at the end")
    return Block("Who could act", table=table("organisations", "Organisations", columns, rows))


def _motions(game: Game) -> Table:
    rows = [
        (
            turn,
            words.body(game.match, vote.body),
            POWERS[Power(int(offers.power[vote.row]))][0],
            game.name(vote.proposer),
            game.listed([n for n in vote.yes if n != vote.proposer]),
            game.listed(vote.no),
        )
        for turn, offers, vote in votes(game)
        if vote.body != NOBODY
    ]
    columns = ("turn", "organisation", "motion", "moved by", "for", "against")
    return table("motions", "Motions put to organisations", columns, rows)


def _measures(game: Game) -> Table:
    rows = [
        (
            turn,
            words.body(game.match, body),
            POWERS[power][0],
            game.name(int(told.actor[row])),
            "" if told.target[row] == NOBODY else game.name(int(told.target[row])),
            "" if told.incident[row] == NOBODY else game.title(int(told.incident[row])),
        )
        for turn, body, power, told, row in measures(game)
    ]
    columns = ("turn", "organisation", "measure", "moved by", "against", "over")
    return table("measures", "Measures that took effect", columns, rows)
