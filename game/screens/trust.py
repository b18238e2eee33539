"""Trust: the network as a picture and as a matrix, and why each thinks as it does of the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.report import words
from game.report.situation import Relation, situation
from game.report.ties import Tie, blame, causes, suspicions, ties
from game.screens.lines import bullet, causes_block
from game.screens.opening import open_nation
from game.screens.peers import (
    HEAT,
    WIDE,
    figure_line,
    flag_of,
    step_of,
    trust_word,
)
from game.screens.strip import top
from game.screens.trust_graph import HOT, Graph, Spot, graph, lines_key
from game.ui.app import App
from game.ui.language import _, _n
from game.ui.map.lens import blocs_of
from game.ui.node import Do, Node, column, grid, row, wrap
from game.ui.paint import Painter
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    chip,
    icon,
    notice,
    panel,
    scroll,
    tabs,
    text,
)

if TYPE_CHECKING:
    from game.screens.session import Session

Pair = tuple[int, int]


class Trust(Screen):
    """Who trusts whom. One pair is chosen, in the picture and in the matrix alike."""

    name = "trust"

    def __init__(self, session: Session, chosen: Pair | None = None) -> None:
        self.session, self.tab = session, "graph"
        self.me = session.nation
        other = next(n for n in range(session.match.board.nations) if n != self.me)
        self.chosen = chosen or (other, self.me)
        self.first = f"graph.{self._id(self.other)}"

    @property
    def other(self) -> int:
        """The nation of the pair that is not oneself; of two others the first."""
        return self.chosen[1] if self.chosen[0] == self.me else self.chosen[0]

    def build(self, app: App) -> Node:
        """Picture, matrix, and the pair in full; in little room one of them at a time."""
        known = ties(self.session.match, self.me)
        head = top(
            self.session, app, _("Trust"), _("yours exactly, that of others in bands"),
            sign="network",
        )  # fmt: skip
        if app.room[0] >= WIDE:
            right = column(
                self._matrix(app, known), self._pair(app, known), gap=14, grow=7, align="stretch"
            )
            body = row(self._picture(app, known), right, gap=14, pad=14, grow=1, align="stretch")
            return column(head, body)
        shown = {"graph": self._picture, "matrix": self._matrix, "pair": self._pair}
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

    def _picture(self, app: App, known: dict[Pair, Tie]) -> Node:
        match = self.session.match
        blocs = blocs_of(match.scenario)
        spots = [
            Spot(n, id_, match.setup.names[n], blocs[id_])
            for n, id_ in enumerate(match.setup.nations)
        ]
        made = Graph(spots, known, self.me, self.chosen, match.scenario)
        picture = graph(made, _("Trust network"), self._choose, partial(self._tell, known))
        key = wrap(*(_key(words, sign) for words, sign in lines_key()), gap=18)
        return panel("network", _("Network"), picture, key, sign="network", grow=9)

    def _tell(self, known: dict[Pair, Tie], number: int) -> str:
        """What the tooltip of a nation says."""
        name = self._name(number)
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
        self.chosen = (number, self.me) if number != self.me else self.chosen

    # ---- matrix ------------------------------------------------------------------------------

    def _matrix(self, app: App, known: dict[Pair, Tie]) -> Node:
        numbers = range(len(self.session.match.setup.nations))
        cells: list[Node] = [text("", "meta")]
        cells += [self._head(n) for n in numbers]
        for who in numbers:
            cells.append(self._head(who, row_=True))
            cells += [self._cell(known, who, whom) for whom in numbers]
        made = grid(*cells, columns=len(numbers) + 1, gap=4, align="stretch")
        made.id, made.role, made.label = "matrix", "table", _("Who trusts whom")
        made.arrows = made.one_stop = True
        fits = app.room[0] >= WIDE and app.room[1] >= 300 + 56 * len(numbers)
        low, high = text(_("distrusts"), "meta", "text2"), text(_("trusts fully"), "meta", "text2")
        scale = Node(role="none", height=12, grow=1, draw=_draw_scale)
        key = row(low, scale, high, gap=10)
        signs = wrap(
            _key(_("allied"), "shield"), _key(_("treaty"), "handshake"),
            _key(_("in dispute"), "swords"), _key(_("neither"), "minus"), gap=16,
        )  # fmt: skip
        inner = (column if fits else partial(scroll, "matrix.window"))(made, key, signs, gap=10)
        return panel(
            "matrix.panel", _("Matrix"), inner, sign="table-2", note=_("row trusts column"),
            grow=0 if fits else 16,
        )  # fmt: skip

    def _head(self, number: int, row_: bool = False) -> Node:
        id_ = self._id(number)
        code = text(self._code(number), "meta", "text2" if number != self.me else "accent")
        code.tip = self._name(number)
        parts = (flag_of(self.session, id_, 16), code)
        return row(*parts, gap=5) if row_ else column(*parts, gap=1, align="center", pad=(0, 2))

    def _cell(self, known: dict[Pair, Tie], who: int, whom: int) -> Node:
        if who == whom:
            return Node(role="none", draw=_draw_blank)
        tie = known[who, whom]
        names = {"who": self._name(who), "whom": self._name(whom)}
        node = Node(f"cell.{self._id(who)}.{self._id(whom)}", "cell", focusable=True)
        node.label = _("{who} to {whom}").format(**names)
        node.value = f"{trust_word(tie.trust)} {tie.trust}" if tie.trust else _record(tie)
        node.selected, node.do = (who, whom) == self.chosen, partial(self._pick, who, whom)
        node.tip = f"{node.label}: {node.value}"
        node.draw = partial(_draw_cell, tie=tie)
        return node

    def _pick(self, who: int, whom: int) -> None:
        self.chosen = (who, whom)

    # ---- the pair ----------------------------------------------------------------------------

    def _pair(self, app: App, known: dict[Pair, Tie]) -> Node:
        one, two = self.chosen
        title = _("{who} and {whom}").format(who=self._name(one), whom=self._name(two))
        lines = self._ours(known) if self.me in self.chosen else self._theirs(known)
        open_ = button(
            "open", _("Open {name}").format(name=self._name(self.other)),
            lambda: open_nation(app, self.session, self._id(self.other)), sign="flag",
        )  # fmt: skip
        body = scroll(f"pair.{one}.{two}", *lines, gap=8)
        return panel("pair", title, body, row(open_), sign="users", grow=12)

    def _theirs(self, known: dict[Pair, Tie]) -> list[Node]:
        """Two others: what they did in public is all one can know."""
        one, two = self.chosen
        tie, back = known[one, two], known[two, one]
        why = _("Nobody tells you how far these two trust each other. This is on record:")
        lines = [notice(why, "eye")]
        said = _public(tie, back, self._name(one), self._name(two))
        return [*lines, *(bullet(each) for each in said)]

    def _ours(self, known: dict[Pair, Tie]) -> list[Node]:
        """Oneself and another: both ways, with reasons."""
        match, other = self.session.match, self.other
        name, to_us, ours = self._name(other), known[other, self.me], known[self.me, other]
        relation = next(r for r in situation(match, self.me).relations if r.nation == other)
        lines = [
            figure_line(_("{name} trusts you").format(name=name), to_us.trust),
            figure_line(_("You trust {name}").format(name=name), ours.trust),
            figure_line(_("Its hostility to you"), to_us.hostility, HEAT),
            figure_line(_("Your hostility to it"), ours.hostility, HEAT),
            wrap(*_chips(relation, ours, to_us), gap=8),
        ]
        lines += [bullet(each, "handshake", "accent")
                  for each in (*relation.pact, *relation.promises)]  # fmt: skip
        theirs = _("Why {name} thinks so of you").format(name=name)
        mine = _("Why you think so of {name}").format(name=name)
        lines += causes_block(theirs, causes(match, other, self.me), exact=False)
        lines += causes_block(mine, causes(match, self.me, other), exact=True)
        return [*lines, *self._blame(other)]

    def _blame(self, other: int) -> list[Node]:
        """What one's analysts' beliefs take from one's trust; not told where beliefs are graded."""
        lost = blame(self.session.match, self.me, other)
        if lost < 0.5 or self.session.level == "expert":
            return []
        cases = suspicions(self.session.match, self.me, other)
        lines = [text(_("Suspicion takes {n:.0f} from it").format(n=lost), "strong", "warn")]
        lines += [
            text(_("{title}: your analysts give it {chance:.0%}").format(
                title=each.title, chance=each.belief), "label", "text2")
            for each in cases[:4]
        ]  # fmt: skip
        return lines

    # ---- names -------------------------------------------------------------------------------

    def _id(self, number: int) -> str:
        return self.session.match.setup.nations[number]

    def _name(self, number: int) -> str:
        return self.session.match.setup.names[number]

    def _code(self, number: int) -> str:
        """A name in three letters at most: its initials if it has several words."""
        parts = self._name(number).split()
        initials = "".join(part[0] for part in parts if part[0].isupper())
        return initials[:3] if len(initials) > 1 else parts[-1][:3].upper()

    def _show(self, tab: str) -> None:
        self.tab = tab


def _key(words: str, sign: str) -> Node:
    return row(icon(sign, 16, "text2"), text(words, "meta", "text2"), gap=6)


def _record(tie: Tie) -> str:
    """What is on record between two others, in a few words."""
    kind = _("allied") if tie.ally else _("treaty") if tie.pact else _("no treaty")
    return f"{kind}, {tie.rung_name}"


def _public(tie: Tie, back: Tie, one: str, two: str) -> list[str]:
    """What two nations did to each other in public."""
    lines = [_("between them: {rung}").format(rung=tie.rung_name)]
    lines += [_("they are allies")] if tie.ally else []
    lines += [_("in force: {clause}").format(clause=words.lowered(clause)) for clause in tie.pact]
    for each, who, whom in ((tie, one, two), (back, two, one)):
        names = {"who": who, "whom": whom}
        if each.kept:
            lines.append(_("{who} kept its word to {whom} {n} times").format(**names, n=each.kept))
        if each.broken:
            said = _("{who} broke its word to {whom} {n} times").format(**names, n=each.broken)
            lines.append(said)
        if each.sanctions:
            lines.append(_("{who} has sanctions on {whom}").format(**names))
        if each.aid:
            lines.append(_("{who} paid for the capacity of {whom}").format(**names))
    return lines


def _chips(relation: Relation, ours: Tie, to_us: Tie) -> list[Node]:
    """Where the two stand, as chips."""
    found = [chip(relation.rung, "bad" if ours.rung >= HOT else "text2", "swords")]
    found += [chip(_("allied"), "accent", "shield")] if ours.ally else []
    if relation.kept:
        found.append(chip(_n("kept its word once", "kept its word {n} times", relation.kept),
                          "good", "check"))  # fmt: skip
    if relation.broken:
        found.append(chip(_n("broke its word once", "broke its word {n} times", relation.broken),
                          "bad", "x"))  # fmt: skip
    if to_us.sanctions or ours.sanctions:
        found.append(chip(relation.sanctions, "bad", "lock"))
    return found


# ---- drawing --------------------------------------------------------------------------------


def _draw_blank(p: Painter, node: Node) -> None:
    p.box(node.rect, "panel2", 4)


def _draw_cell(p: Painter, node: Node, tie: Tie) -> None:
    """Trust as a colour and a figure or band; of two others a sign of what is on record."""
    if tie.trust is None:
        p.box(node.rect, "panel3", 4)
        sign = ("shield" if tie.ally else "handshake" if tie.pact else
                "swords" if tie.rung >= HOT else "minus")  # fmt: skip
        shade = {"swords": "bad", "minus": "text3"}.get(sign, "accent")
        p.icon(sign, node.rect, shade, 18)
    else:
        step = step_of(tie.trust.middle)
        p.box(node.rect, f"trust.{step}", 4)
        p.text(str(tie.trust), node.rect, "label_strong", f"on_trust.{step}", "center")
    if node.selected or p.is_hovered(node):
        p.box(node.rect, None, 4, "text" if node.selected else "accent", 2.5)


def _draw_scale(p: Painter, node: Node) -> None:
    """The five colours of trust, in order."""
    for step in range(5):
        left = node.rect.x + node.rect.w * step // 5
        box = node.rect.copy()
        box.x, box.w = left, node.rect.w // 5 - 1
        p.box(box, f"trust.{step}", 3)
