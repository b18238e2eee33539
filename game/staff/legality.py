"""Which orders could take effect, and what stands against the others, from one nation's view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from game.actions import actions
from game.decisions import Names, Order, to_orders
from game.language import N_, _
from game.report import terms
from game.rules.action import Action, Options
from game.rules.screening import GENERAL, POOR, STOCKS, cells, screen
from game.rules.view import View

AMOUNTS = {"capital": N_("{n} capital"), "effort": N_("{n} effort"), "funds": N_("{n} funds")}
"""An amount of each stock in words."""


def options_of(seen: View) -> Options:
    """What stands against each option of each action.

    The rules ask with a row for every nation; here every row is that of the one who asks.
    """
    count = len(seen.support)
    rows: dict[str, Any] = {
        f.name: np.repeat(getattr(seen, f.name), count, axis=0)
        for f in fields(View)
        if f.metadata.get("row")
    }
    return Options(actions(), replace(seen, seats=np.repeat(seen.seats, count), **rows))


def stocks(seen: View) -> dict[str, float]:
    """What the nation has to spend."""
    return {name: float(getattr(seen, name)[0, 0]) for name in STOCKS}


def price(action: Action, level: int = 1) -> dict[str, float]:
    """What an order costs, stock by stock; nothing that is free."""
    times = max(level, 1) if action.by_level else 1
    each = {name: getattr(action.cost, name) * times for name in STOCKS}
    return {name: cost for name, cost in each.items() if cost}


def price_text(cost: dict[str, float]) -> str:
    """'2 capital, 3 effort', or 'free'."""
    parts = [_(AMOUNTS[name]).format(n=number(amount)) for name, amount in cost.items()]
    return ", ".join(parts) or _("free")


def number(amount: float) -> str:
    """An amount with one decimal at most."""
    return f"{amount:.1f}".removesuffix(".0")


def why_closed(options: Options, nation: int, action: int, option: int = 0) -> str:
    """What stands against an option of an action; empty if nothing does."""
    at = (np.array([nation]), np.array([option]), np.array([0]))
    code = int(cells(options.refused(action), *at)[0])
    return terms.refusal(options.actions, action, code)


def open_options(options: Options, nation: int, action: int) -> list[bool]:
    """For each option of an action, whether it is open."""
    refused = options.refused(action)
    row = refused[min(nation, len(refused) - 1), :, 0]
    return [code == 0 for code in row]


def why_void_orders(
    seen: View, names: Names, nation: int, given: Sequence[Order]
) -> tuple[list[str], dict[str, float]]:
    """For each order the reason why it would be void, or nothing; and what is left to spend.

    Orders are paid for in the order given, as in the rules.
    """
    options = options_of(seen)
    rows = to_orders(names, nation, given)
    left, reasons = stocks(seen), []
    for order, row, code in zip(given, rows.action, screen(options, rows), strict=True):
        cost = price(options.actions[row], order.level)
        short = next((n for n in STOCKS if code == 0 and left[n] < cost.get(n, 0)), None)
        if short is not None:
            code = GENERAL + POOR + STOCKS.index(short)
            reasons.append(terms.refusal(options.actions, int(row), code))
            continue
        if code == 0:
            left = {name: left[name] - cost.get(name, 0) for name in STOCKS}
        reasons.append(terms.refusal(options.actions, int(row), code))
    return reasons, left
