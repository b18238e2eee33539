"""Trust: the network as a picture and as a matrix, and why each thinks as it does of the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import _
from game.report.ties import Tie, ties
from game.screens.parts.peers import WIDE, trust_word
from game.screens.parts.strip import top
from game.screens.play.session import Session
from game.screens.trust.graph import graph, lines_key
from game.screens.trust.matrix import key_line, matrix
from game.screens.trust.pair import pair
from game.screens.trust.pairing import Pair, Pairing
from game.screens.trust.placing import Graph, Spot
from game.ui.app import App
from game.ui.map.lens import blocs_of
from game.ui.node import Do, Node, column, row, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    panel,
    scroll,
    tabs,
)

HIGH = 800
"""Height of the room from which the matrix has its place above the pair."""


class Trust(Screen):
    """Who trusts whom. One pair is chosen, in the picture and in the matrix alike."""

    name = "trust"

    def __init__(self, session: Session, chosen: Pair | None = None) -> None:
        self.session, self.tab = session, "graph"
        self.pairing = Pairing(session, chosen)
        self.first = f"graph.{self.pairing.id_of(self.pairing.other)}"

    @property
    def chosen(self) -> Pair:
        """The pair that is looked at."""
        return self.pairing.chosen

    @property
    def me(self) -> int:
        """The nation at the window."""
        return self.pairing.me

    def build(self, app: App) -> Node:
        """Picture, matrix, and the pair in full; in little room one of them at a time."""
        known = ties(self.session.match, self.me)
        head = top(
            self.session, app, _("Trust"), _("yours exactly, that of others in bands"),
            sign="network",
        )  # fmt: skip
        if app.room[0] >= WIDE and app.room[1] >= HIGH:
            right = column(
                matrix(self.pairing, app, known),
                pair(self.pairing, app, known),
                gap=14,
                grow=7,
                align="stretch",
            )
            body = row(self._picture(app, known), right, gap=14, pad=14, grow=1, align="stretch")
            return column(head, body)
        shown: dict[str, Callable[[App, dict[Pair, Tie]], Node]] = {
            "graph": partial(self._picture, whole=False),
            "matrix": partial(matrix, self.pairing),
            "pair": partial(pair, self.pairing),
        }
        part = shown[self.tab](app, known)
        options = [("graph", _("Network"), "network"), ("matrix", _("Matrix"), "table-2"),
                   ("pair", _("The pair"), "users")]  # fmt: skip
        views = tabs("view", _("View"), options, self.tab, partial(setattr, self, "tab"))
        part.grow = 1
        return column(head, column(views, part, gap=10, pad=12, grow=1))

    def commands(self, app: App) -> dict[str, Do]:
        """T leads back, as it leads here; the table is the twin of the picture."""
        return {"trust": app.pop, "table": lambda: self._show("matrix")}

    # ---- picture -----------------------------------------------------------------------------

    def _picture(self, app: App, known: dict[Pair, Tie], whole: bool = True) -> Node:
        """The network and what its lines mean; it scrolls where it is not seen whole."""
        match = self.session.match
        blocs = blocs_of(match.scenario)
        spots = [
            Spot(n, id_, match.setup.names[n], blocs[id_])
            for n, id_ in enumerate(match.setup.nations)
        ]
        made = Graph(spots, known, self.me, self.chosen, match.scenario)
        picture = graph(made, _("Trust network"), self._choose, partial(self._tell, known))
        key = wrap(*(key_line(words, sign) for words, sign in lines_key()), gap=18)
        inside = [picture, key] if whole else [scroll("network_page", picture, key, gap=10)]
        return panel("network", _("Network"), *inside, sign="network", grow=9)

    def _tell(self, known: dict[Pair, Tie], number: int) -> str:
        """What the tooltip of a nation says."""
        name = self.pairing.name_of(number)
        if number == self.me:
            return _("{name}: that is you.").format(name=name)
        to_us, ours = known[number, self.me], known[self.me, number]
        lines = [
            f"**{name}**",
            _("It trusts you: {word}, {value}").format(
                word=trust_word(to_us.trust), value=to_us.trust
            ),
            _("You trust it: {value}").format(value=ours.trust),
            _("Between you: {rung}").format(rung=ours.rung_name),
        ]
        return "\n".join(lines)

    def _choose(self, number: int) -> None:
        if number != self.me:
            self.pairing.pick(number, self.me)

    def _show(self, tab: str) -> None:
        self.tab = tab
