"""Organisations: what was moved in them, what they did, and which votes failed. (Rules 16)"""

from __future__ import annotations

from collections import Counter

import numpy as np

from game.language import _, _n, _p
from game.report import terms, words
from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, table
from game.report.html.events import Measure, measures, votes
from game.report.html.told import Game
from game.rules.world import NOBODY


def section(game: Game) -> Section:
    """What organisations did."""
    count = game.match.board.sizes["O"]
    title, short = _("Organisations and their measures"), _("Organisations")
    if not count:
        lead = (_("No organisation was on this scenario's board."),)
        return Section("bodies", title, short, lead)
    done, moved = list(measures(game)), _motions(game)
    says = (
        _n("{n} organisation was on the board.", "{n} organisations were on the board.", count),
        _n("{n} motion was put to the vote.", "{n} motions were put to the vote.", len(moved.rows)),
        _n("{n} measure took effect.", "{n} measures took effect.", len(done)),
    )
    lead = (" ".join(says),)
    blocks = [_members(game)]
    if moved.rows:
        blocks.insert(0, _counts(game, done))
        blocks.append(Block(_("Motions and votes"), table=moved, full=True))
    if done:
        took = _("Measures that took effect")
        blocks.append(Block(took, table=_measures(game, took), full=True))
    return Section("bodies", title, short, lead, tuple(blocks))


def _counts(game: Game, done: list[Measure]) -> Block:
    names = [words.body(game.match, body) for body in range(game.match.board.sizes["O"])]
    acted = Counter(body for turn, body, *rest in done)
    motions = Counter(vote.body for turn, offers, vote in votes(game))
    idle = [max(motions[n] - acted[n], 0) for n in range(len(names))]
    parts = [
        Series(_("measures"), tuple(acted[n] for n in range(len(names)))),
        Series(_("motions without effect"), tuple(idle)),
    ]
    head = Head(
        "measures_by_body",
        _("Measures of each organisation"),
        _("A bar for each organisation: measures that took effect, and motions that did not."),
    )
    return Block(_("Who acted"), (), bars(head, names, parts, what=_("organisation")))


def _members(game: Game) -> Block:
    board = game.match.board
    rows = [
        (
            words.body(game.match, body),
            terms.rule(board.bodies.rule[body]),
            game.listed(np.flatnonzero(board.member[body]).tolist()) or _("nobody here"),
            _("yes") if game.last.founded[body, 0] else _("no"),
        )
        for body in range(board.sizes["O"])
    ]
    columns = (_("organisation"), _("decides by"), _("members"), _("existed at the end"))
    found = table("organisations", _("Organisations"), columns, rows)
    return Block(_("Who could act"), table=found)


def _motions(game: Game) -> Table:
    rows = [
        (
            turn,
            words.body(game.match, vote.body),
            terms.power(offers.power[vote.row])[0],
            game.name(vote.proposer),
            game.listed([n for n in vote.yes if n != vote.proposer]),
            game.listed(vote.no),
        )
        for turn, offers, vote in votes(game)
        if vote.body != NOBODY
    ]
    sides = _p("votes", "for"), _p("votes", "against")
    columns = (_("turn"), _("organisation"), _("motion"), _("moved by"), *sides)
    return table("motions", _("Motions put to organisations"), columns, rows)


def _measures(game: Game, title: str) -> Table:
    rows = [
        (
            turn,
            words.body(game.match, body),
            terms.power(power)[0],
            game.name(int(told.actor[row])),
            "" if told.target[row] == NOBODY else game.name(int(told.target[row])),
            game.titled(int(told.incident[row]), turn),
        )
        for turn, body, power, told, row in measures(game)
    ]
    columns = (_("turn"), _("organisation"), _("measure"), _("moved by"), _("against"), _("about"))
    return table("measures", title, columns, rows)
