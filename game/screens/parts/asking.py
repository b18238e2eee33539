"""A question with a list of answers, of which one is chosen with one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.ui.app import App
from game.ui.node import Node
from game.ui.widgets import card, dialog, listing

Answer = tuple[int, str, Node]
"""What is chosen, what it is called, and what its card shows."""


def ask(
    app: App,
    name: str,
    title: str,
    label: str,
    answers: Sequence[Answer],
    chosen: int,
    choose: Callable[[int], object],
    *below: Node | None,
    sign: str,
) -> None:
    """Ask in a dialog. name: of the ids; label: of the list; chosen: what holds now."""

    def take(answer: int) -> None:
        app.close()
        choose(answer)

    def made(app: App) -> Node:
        cards = [
            card(f"{name}.{each}", said, partial(take, each), inside, selected=each == chosen)
            for each, said, inside in answers
        ]
        items = listing(f"{name}s.list", label, *cards, scroll=False)
        return dialog(f"{name}s", title, items, *below, buttons=(), close=app.close, sign=sign)

    app.open(made, first=f"{name}.{chosen}")
