"""The map in the middle: lenses, what lies where, and what is told of a nation on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.atlas.maps import map_of
from game.language import N_, _
from game.report.dossier import ACTIVE, Dossier
from game.report.relations import Relation
from game.report.situation import services_kept
from game.screens.play.cases import bars, open_cases, shares
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.map import lens as lenses
from game.ui.map.scene import Arc, Case, Fill, Scene, Status, Tie
from game.ui.map.widget import MapBoard
from game.ui.node import Node, column, em, row, spacer, stack, wrap
from game.ui.paint import Painter
from game.ui.widgets import icon_button, segmented, text

LENSES = (
    ("alliance", N_("Alliance"), "handshake"),
    ("trust", N_("Trust"), "heart-handshake"),
    ("exposure", N_("Services"), "network"),
    ("incidents", N_("Incidents"), "siren"),
    ("heat", N_("Heat"), "zap"),
)
RIVAL = 30
"""Trust below which a nation is hatched as a rival."""

HOT = 20
"""Heat from which a quarrel is drawn as an arc."""


class WorldMap:
    """The map of a session, with what it shows chosen."""

    def __init__(self, app: App, session: Session, open_case: Callable[[str], object]) -> None:
        self.session, self.lens, self.nation = session, LENSES[0][0], ""
        self._blocs = lenses.blocs_of(session.match.scenario)
        self.board = MapBoard(app, map_of(session.match.scenario), self.choose, open_case)

    def clear(self) -> None:
        """As it was at first: the whole map under the first lens, nothing chosen."""
        self.lens, self.nation = LENSES[0][0], ""
        self.board.begin()

    def choose(self, nation: str) -> None:
        """A nation was chosen on the map."""
        self.nation = nation

    def turn_lens(self, by: int = 1) -> None:
        """The next lens."""
        names = [each[0] for each in LENSES]
        self.lens = names[(names.index(self.lens) + by) % len(names)]

    def node(self, app: App, chosen: Dossier | None, *below: Node | None) -> Node:
        """The map with its lenses above and the legend below."""
        scene = self.scene(app, chosen)
        options = [
            (key, _(label), sign) if app.room[0] >= 1700 else (key, _(label))
            for key, label, sign in LENSES
        ]
        picks = segmented(
            "lens", _("What the map shows"), options, self.lens, partial(setattr, self, "lens")
        )
        picks.tip = partial(self.legend, app)
        tools = row(
            icon_button("map_closer", "plus", _("Zoom in"), self.board.closer, command="zoom_in"),
            icon_button("map_wider", "minus", _("Zoom out"), self.board.wider, command="zoom_out"),
            icon_button("map_all", "maximize", _("Show the whole map"), self.board.fit,
                        command="zoom_all"),
            gap=8,
        )  # fmt: skip
        roomy = app.room[1] >= 940 or app.room[0] < 1000
        foot = row(self.legend(app) if roomy else None, spacer(), tools, gap=10, align="end")
        head = row(_plate(picks), spacer())
        over = column(head, spacer(), *below, foot, gap=10, pad=12)
        over.overlap = True
        lying = (head, foot) if roomy else (head,)  # the tools alone take a corner
        board = self.board.node(scene, _("World map"), self.describe, lying)
        return stack(board, over, grow=1)

    def legend(self, app: App) -> Node:
        """How to read the lens."""
        keys = lenses.legend(self.lens, app.theme, self._bloc_fills(app))
        parts = [_key(key.fill, key.label) for key in keys if key.label]
        return _plate(wrap(*parts, gap=14, pad=(8, 6)))

    # ---- what lies where -------------------------------------------------------------------

    def scene(self, app: App, chosen: Dossier | None) -> Scene:
        """All the map shows now."""
        session = self.session
        own = session.match.setup.nations[session.nation]
        return Scene(
            fills=tuple(self._fills(app).items()),
            cases=tuple(self._case(each) for each in open_cases(session)),
            arcs=tuple(dict.fromkeys([*self._arcs(chosen), *self._quarrels()])),
            labels=tuple(
                (id, self.session.match.setup.names[n])
                for n, id in enumerate(session.match.setup.nations)
            ),
            selected=self.nation or None,
            own=own,
            selected_case=chosen.id if chosen is not None else None,
        )

    def _case(self, each: Dossier) -> Case:
        new = each.began == self.session.turn
        going = each.status == ACTIVE
        status = Status.NEW if new else Status.OPEN if going else Status.CLOSED
        return Case(each.id, self.session.id_of(each.victim), bars(each.severity), status)

    def _arcs(self, chosen: Dossier | None) -> list[Arc]:
        """Of the chosen case: the likeliest culprit, and those it spread to."""
        if chosen is None or chosen.own_doing:
            return []
        victim = self.session.id_of(chosen.victim)
        nations = self.session.match.setup.nations
        suspects = sorted(shares(self.session, chosen), key=lambda pair: -pair[1])
        blamed = [s.id for s, share in suspects if s.id in nations and share >= 0.2][:2]
        arcs = [Arc(id, victim, Tie.HOSTILE) for id in blamed if id != victim]
        spread = [self.session.id_of(name) for name in chosen.affected]
        return arcs + [Arc(victim, id, Tie.SPREAD) for id in spread if id != victim]

    def _quarrels(self) -> list[Arc]:
        """Quarrels that run hot, and pacts that bind, in the lenses that are about them."""
        session, nations = self.session, self.session.match.setup.nations
        seen, found = session.seen, []
        for a in range(len(nations)):
            for b in range(a):
                if self.lens == "heat" and seen.heat[a, b, 0] + seen.heat[b, a, 0] >= HOT:
                    found.append(Arc(nations[b], nations[a], Tie.HOSTILE))
        if self.lens == "alliance":
            me = nations[session.nation]
            allies = session.match.scenario.nations[me].allies
            found += [Arc(me, ally, Tie.FRIENDLY) for ally in allies if ally in nations]
        return found

    def _fills(self, app: App) -> dict[str, Fill]:
        session, theme = self.session, app.theme
        ids = session.match.setup.nations
        relations = {ids[r.nation]: r for r in session.situation.relations}
        if self.lens == "alliance":
            rivals = frozenset(id for id, r in relations.items() if r.trust < RIVAL)
            return lenses.alliance(self._blocs, rivals, theme)
        if self.lens == "trust":
            levels = {id: _middle(relations.get(id)) for id in ids}
            fills = lenses.trust(levels, theme)
            return {id: _worded(fill, relations.get(id)) for id, fill in fills.items()}
        if self.lens == "exposure":
            kept = services_kept(session.seen)
            return lenses.exposure({id: float(kept[n]) for n, id in enumerate(ids)}, theme)
        if self.lens == "incidents":
            worst = dict.fromkeys(ids, 0)
            for each in open_cases(session):
                victim = self.session.id_of(each.victim)
                worst[victim] = max(worst[victim], bars(each.severity))
            return lenses.incidents(worst, theme)
        heat = session.seen.heat[:, :, 0].max(axis=1)
        return lenses.heat({id: float(heat[n]) / 100 for n, id in enumerate(ids)}, theme)

    def _bloc_fills(self, app: App) -> dict[str, Fill]:
        """The fill of each bloc, under the name of its first member."""
        names = self.session.match.setup.names
        fills = self._fills(app)
        found: dict[tuple[int, str], Fill] = {}
        if self.lens != "alliance":
            return {}
        for number, id in enumerate(self.session.match.setup.nations):
            bloc = self._blocs[id]
            members = sum(each == bloc for each in self._blocs.values())
            label = names[number]
            if bloc >= 0 and members > 1:
                label = _("{nation} and allies").format(nation=label)
            elif bloc < 0:  # they share one colour
                label = _("in no bloc")
            if bloc not in {known for known, _label in found}:
                found[bloc, label] = fills[id] if bloc >= 0 else Fill(fills[id].colour)
        return {label: fill for (_bloc, label), fill in found.items()}

    def describe(self, nation: str) -> str:
        """A nation in a few lines, for the tooltip and for readers."""
        ids = self.session.match.setup.nations
        number = ids.index(nation) if nation in ids else -1
        if number < 0:
            return ""
        name = self.session.match.setup.names[number]
        if number == self.session.nation:
            return _("{nation}: you").format(nation=name)
        relation = next(r for r in self.session.situation.relations if r.nation == number)
        return "\n".join([f"**{name}**", *_lines(relation)])


def _lines(relation: Relation) -> list[str]:
    lines = [
        _("Your trust in it: {n:.0f} of 100").format(n=relation.trust),
        _("Its trust in you: {band} of 100, estimated").format(band=relation.trust_in_us),
        _("Between you: {rung}").format(rung=relation.rung),
    ]
    lines += [f"· {promise}" for promise in relation.promises]
    lines += (
        [_("In force: {clauses}").format(clauses=", ".join(relation.pact))]
        if (relation.pact)
        else []
    )
    return [*lines, relation.sanctions] if relation.sanctions else lines


def _middle(relation: Relation | None) -> float | None:
    if relation is None:
        return None
    low, high = relation.trust_in_us.split("-")
    return (float(low) + float(high)) / 2


def _worded(fill: Fill, relation: Relation | None) -> Fill:
    """A band instead of its middle: of others, only bands are known."""
    return fill if relation is None else Fill(fill.colour, fill.hatched, relation.trust_in_us)


def _key(fill: Fill, label: str) -> Node:
    swatch = Node(role="none", width=em(1.2), height=em(0.8), draw=partial(_draw_swatch, fill=fill))
    return row(swatch, text(label, "label"), gap=7)


def _draw_swatch(p: Painter, node: Node, fill: Fill) -> None:
    p.box(node.rect, fill.colour, 3)
    if fill.hatched:
        p.hatch(node.rect, "panel", 5, 1.4)


def _plate(inside: Node) -> Node:
    made = row(inside, pad=4)
    made.draw, made.ground = _draw_plate, "panel"
    return made


def _draw_plate(p: Painter, node: Node) -> None:
    p.box(node.rect, "panel", 9, "line", p.theme.outline_width)
