"""The table of article 9.5: what every order costs, out of the actions themselves.

`python -m tests.rulebook.prices` writes it into docs/rules.md; a test checks that it is there.
"""

from __future__ import annotations

import re
import sys

from game.actions import actions
from game.rules.action import Action
from game.rules.screening import STOCKS
from game.rules.talks import PROMISES
from tests.rulebook.numbers import RULES

BEGIN = "<!-- prices: written by python -m tests.rulebook.prices -->"
END = "<!-- /prices -->"


def article(action: Action) -> str:
    """The article that the file of an action says it follows."""
    about = sys.modules[action.resolve.__module__].__doc__ or ""
    found = re.search(r"\(Rules (9\.\d+)", about)
    assert found, action.id
    return found[1]


def price(action: Action) -> str:
    """What one level costs, in words."""
    parts = [(getattr(action.cost, stock), stock) for stock in STOCKS]
    return ", ".join(f"{amount:g} {stock}" for amount, stock in parts if amount) or "nothing"


def levels(action: Action) -> str:
    """How many levels there are, and whether each is paid for."""
    if action.levels == 1:
        return ""
    return f"{action.levels}" if action.by_level else f"{action.levels}, at one price"


def table() -> str:
    """The table of article 9.5, in Markdown."""
    lines = ["| article | order | price of a level | levels | does what was asked |"]
    lines.append("|---|---|---|---|---|")
    for action in sorted(actions(), key=lambda action: float(article(action)[2:])):
        keeps = "" if action.keeps is None else PROMISES[action.keeps]
        row = (article(action), f"`{action.id}`", price(action), levels(action), keeps)
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def written(text: str) -> str:
    """The rules with the table as it should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def main() -> None:
    """Write the table into the rules."""
    RULES.write_text(written(RULES.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
