"""A nation in full: what is known of it, where it stands in law, and its history with you."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.decisions import Order, Proposal
from game.report import words
from game.report.bodies import bodies
from game.report.capacity import capacity, red_lines
from game.report.dossier import dossiers
from game.report.law import questions
from game.report.news import Story, turn_report
from game.report.norms import norms
from game.report.situation import Relation, situation
from game.report.ties import causes, skills, ties
from game.screens.lines import bullet, causes_block, fact, section, turn_line
from game.screens.opening import (
    open_dossier,
    open_institutions,
    open_negotiation,
    open_orders,
    open_trust,
    why_no_orders,
    why_no_talks,
)
from game.screens.peers import HEAT, WIDE, emblem_of, figure_line, flag_of
from game.screens.strip import top
from game.ui.app import App
from game.ui.language import _, _n
from game.ui.node import Do, Node, column, grid, row, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    card,
    chip,
    heading,
    icon,
    listing,
    notice,
    panel,
    scroll,
    tabs,
    text,
)

if TYPE_CHECKING:
    from game.screens.session import Session

DEEDS = ("share_evidence", "send_team", "demarche", "collect", "sanction")
"""Orders that are offered at once; the composer has them all."""

SHADES = ("bad", "warn", "text2", "accent", "good")


class NationPage(Screen):
    """All that is known of one nation. Arrows of the tabs go through it; Q and E, too."""

    name = "nation"
    first = "tab.stance"

    def __init__(self, session: Session, nation: str) -> None:
        self.session, self.nation, self.tab = session, nation, "stance"
        self.number = session.match.setup.nations.index(nation)
        self.label = words.nation(session.match, self.number)
        self.mine = self.number == session.nation
        self.past = _past(session, self.label)

    def build(self, app: App) -> Node:
        """Who it is and what can be done on the left, one of four pages on the right."""
        given = self.session.match.scenario.nations[self.nation]
        head = top(self.session, app, self.label, given.name, sign="flag")
        pages = {"stance": self._stance, "law": self._law, "ties": self._ties,
                 "history": self._history}  # fmt: skip
        options = [
            ("stance", _("What it can do"), "shield"),
            ("law", _("Law and norms"), "scale"),
            ("ties", _("Bonds"), "handshake"),
            ("history", _("History"), "history"),
        ]
        chosen = tabs("tab", _("Pages"), options, self.tab, partial(setattr, self, "tab"))
        page = scroll(f"page.{self.tab}", *pages[self.tab](app), gap=16)
        right = panel("pages", _("Known of {name}").format(name=self.label), chosen, page,
                      sign="eye", grow=7, gap=12)  # fmt: skip
        left = self._portrait(app)
        if app.room[0] >= WIDE:
            left.grow = 4
            return column(head, row(left, right, gap=14, pad=14, grow=1, align="stretch"))
        both = scroll("both", left, right, gap=12)
        both.pad = 12
        return column(head, both)

    # ---- the left -----------------------------------------------------------------------------

    def _portrait(self, app: App) -> Node:
        given = self.session.match.scenario.nations[self.nation]
        lines: list[Node | None] = [
            row(flag_of(self.session, self.nation, 84),
                column(heading(given.name, "card"), self._chips(), gap=8, grow=1), gap=16),
            text(given.about, "body", "text2"),
            *(self._standing() if not self.mine else [text(given.brief, "body")]),
        ]  # fmt: skip
        inner = scroll("portrait", *lines, gap=14)
        if app.room[0] < WIDE:
            inner = column(*lines, gap=14)
        return panel("about", _("Who it is"), inner, self._deeds(app), sign="flag", gap=12)

    def _chips(self) -> Node:
        given = self.session.match.scenario.nations[self.nation]
        found = [chip(_("you"), "accent", "user-check")] if self.mine else []
        found += [chip(_("emerging"), "warn")] if given.emerging else []
        found += [chip(_("ally"), "accent", "shield")] if self._ally else []
        power = _("great power") if given.power >= 0.7 else _("middle power")
        found += [chip(power, "text2")] if not given.emerging else []
        return wrap(*found, gap=8)

    @property
    def _ally(self) -> bool:
        seen = self.session.match.view(self.session.nation)
        return bool(seen.public.ally[self.session.nation, self.number]) and not self.mine

    def _standing(self) -> list[Node]:
        """How far each trusts the other."""
        match, me = self.session.match, self.session.nation
        known = ties(match, me)
        theirs, ours = known[self.number, me], known[me, self.number]
        relation = self._relation
        lines = [
            figure_line(_("It trusts you"), theirs.trust),
            figure_line(_("You trust it"), ours.trust),
            figure_line(_("Its hostility to you"), theirs.hostility, HEAT),
            figure_line(_("Your hostility to it"), ours.hostility, HEAT),
            fact(_("Between you"), relation.rung),
        ]
        if relation.sanctions:
            lines.append(bullet(relation.sanctions, "lock", "bad"))
        return lines

    @property
    def _relation(self) -> Relation:
        found = situation(self.session.match, self.session.nation).relations
        return next(each for each in found if each.nation == self.number)

    def _deeds(self, app: App) -> Node:
        """What one can do about it from here."""
        if self.mine:
            return wrap(
                button("to.trust", _("Who trusts you"), self._to_trust(app), sign="network")
            )
        session, no_orders = self.session, why_no_orders(self.session)
        talk = button(
            "propose", _("Negotiate"),
            partial(open_negotiation, app, session, Proposal((self.nation,), {})),
            kind="primary", sign="messages-square", command="negotiate",
            disabled=why_no_talks(session),
        )  # fmt: skip
        names = {action.id: action.label for action in session.match.names.actions}
        orders = [
            button(f"order.{id_}", names[id_], self._order(app, id_), disabled=no_orders)
            for id_ in DEEDS
        ]
        trust = button("to.trust", _("Trust"), self._to_trust(app), sign="network")
        return wrap(talk, trust, *orders, gap=8)

    def _order(self, app: App, action: str) -> Do:
        order = Order(action, target=self.nation)
        return lambda: open_orders(app, self.session, order)

    def _to_trust(self, app: App) -> Do:
        return lambda: open_trust(app, self.session, self.nation)

    # ---- the pages -----------------------------------------------------------------------------

    def _stance(self, app: App) -> list[Node]:
        """Capabilities, services, support, red lines."""
        match, me = self.session.match, self.session.nation
        levels = [figure_line(each.name.capitalize(), each.level)
                  for each in skills(match, me, self.number)]  # fmt: skip
        seen = match.view(me)
        public = [
            fact(_("Support at home"), f"{seen.support[self.number, 0]:.0f}"),
            fact(_("Public anger"), f"{seen.anger[self.number, 0]:.0f}"),
            fact(_("Standing: how far its word is believed"),
                 f"{seen.standing[self.number, 0]:.0f}"),
        ]  # fmt: skip
        levels_of = zip(words.SECTORS, seen.service[self.number, :, 0], strict=True)
        down = [f"{sector} {level:.0f}" for sector, level in levels_of if level < 99.5]
        public.append(fact(_("Services below 100"), words.listed(down) or _("none")))
        note = notice(_("Bands are what your services can tell. Collecting on a nation narrows "
                        "them."), "eye")  # fmt: skip
        parts = [
            section(_("Capabilities"), *levels, None if self.mine else note),
            section(_("In public"), *public),
            section(_("Red lines"), *self._lines()),
            *([self._own_capacity()] if self.mine else []),
        ]
        return [_columns(app, *parts)]

    def _lines(self) -> list[Node]:
        drawn = red_lines(self.session.match, self.number)
        if not drawn:
            return [text(_("It has drawn none in public."), "label", "text2")]
        return [
            bullet(_("an attack on {sector}, from severity {n} on").format(sector=sector, n=least),
                   "triangle-alert", "warn")
            for sector, least in drawn
        ]  # fmt: skip

    def _own_capacity(self) -> Node:
        own = capacity(self.session.match, self.number)
        lines = [fact(_("Steps of a national strategy"), _("{n} of 5").format(n=own.strategy)),
                 fact(_("Vulnerabilities kept"), str(own.exploits)),
                 fact(_("Readiness"), f"{own.readiness:.0f}")]  # fmt: skip
        lines += [bullet(_("{name}: +{points:.0f} in turn {turn}").format(
            name=skill.name, points=points, turn=turn), "hourglass", "accent")
            for skill in own.skills for turn, points in skill.arriving]  # fmt: skip
        return section(_("Capacity"), *lines)

    def _law(self, app: App) -> list[Node]:
        """Positions it published, norms it holds, norms it broke."""
        match = self.session.match
        stands = []
        for line in questions(match, self.session.nation):
            said = dict(line.published).get(self.label, "")
            said = line.mine if self.mine and line.mine else said
            mark = ("check", "good") if said else ("minus", "text3")
            differs = bool(said and line.mine and said != line.mine and not self.mine)
            stands.append(_position(line.question, said, mark, differs))
        held = [_norm(line.label, line.letter, dict(line.stages)[self.label],
                      dict(line.broken).get(self.label, 0)) for line in norms(match)]  # fmt: skip
        go = partial(open_institutions, app, self.session, "law")
        more = button("to.law", _("Law and norms of all"), go, sign="landmark")
        empty = text(_("No norm is live here."), "label", "text2")
        both = _columns(
            app,
            section(_("Where it stands in law"), *stands),
            section(_("Norms"), *held or [empty]),
        )
        return [both, row(more)]

    def _ties(self, app: App) -> list[Node]:
        """Organisations, treaties, promises."""
        match, me = self.session.match, self.session.nation
        inside = [
            row(emblem_of(each.id, each.short, 36), column(text(each.short, "strong"), text(
                each.label, "label", "text2"), grow=1), gap=12)
            for each in bodies(match, me) if self.label in each.members and each.exists
        ]  # fmt: skip
        bound = []
        for treaty in situation(match, me).treaties:
            if self.label in treaty.parties:
                bound.append(bullet(_("{clauses}, with {names}, {until}").format(
                    clauses=words.listed([c.lower() for c in treaty.clauses]), until=treaty.until,
                    names=words.listed([n for n in treaty.parties if n != self.label])),
                    "handshake", "accent"))  # fmt: skip
        return [
            section(_("Member of"), *inside or [text(_("no organisation here"), "label", "text2")]),
            section(_("Treaties"), *bound or [text(_("none in force"), "label", "text2")]),
            *([] if self.mine else [self._word()]),
        ]

    def _word(self) -> Node:
        """What it promised, and how it kept it."""
        relation = self._relation
        kept = _n("kept its word to you once", "kept its word to you {n} times", relation.kept)
        broke = _n("broke it once", "broke it {n} times", relation.broken)
        lines = [bullet(each, "hourglass", "accent") for each in relation.promises]
        lines += [bullet(kept, "check", "good")] if relation.kept else []
        lines += [bullet(broke, "x", "bad")] if relation.broken else []
        empty = text(_("Neither has promised the other anything yet."), "label", "text2")
        return section(_("Promises"), *lines or [empty])

    def _history(self, app: App) -> list[Node]:
        """What it did and what befell it, and why trust moved."""
        parts = [_cases(app, self.session, self.label)]
        if not self.mine:
            moved = causes(self.session.match, self.session.nation, self.number)
            parts.append(column(*causes_block(_("Why you trust it as you do"), moved, exact=True),
                                gap=6))  # fmt: skip
        lines = [turn_line(turn, story.text, why=story.why) for turn, story in self.past]
        empty = text(_("Nothing is on record yet."), "label", "text2")
        return [*parts, section(_("On record"), *lines or [empty])]


def _columns(app: App, *parts: Node) -> Node:
    """Sections in two columns where there is room for them."""
    return grid(*parts, columns=2 if app.room[0] >= WIDE else 1, gap=30, align="start")


def _past(session: Session, label: str) -> list[tuple[int, Story]]:
    """What one saw of a nation in the turns played, the latest first."""
    found = []
    for turn in range(len(session.match.worlds) - 1, 0, -1):
        stories = turn_report(session.match, session.nation, turn)
        found += [(turn, story) for story in stories if label in story.text]
    return found


def _cases(app: App, session: Session, label: str) -> Node:
    """Cases in which it was hit, or is named."""
    found = [d for d in dossiers(session.match, session.nation)
             if d.victim == label or any(label in claim for claim in d.claims)]  # fmt: skip
    cards = [
        card(f"case.{d.id}", d.title, partial(open_dossier, app, session, d.incident),
             text(d.title, "strong"), text(_case_line(d.victim == label, d.kind, d.began), "label",
                                           "text2"))
        for d in found
    ]  # fmt: skip
    empty = text(_("None that you know of."), "label", "text2")
    if not cards:
        return section(_("Cases"), empty)
    return section(_("Cases"), listing("cases", _("Cases"), *cards, scroll=False, grow=0))


def _case_line(hit: bool, kind: str, turn: int) -> str:
    part = _("it was hit") if hit else _("it is spoken of")
    return _("{kind}, since turn {turn}: {part}").format(kind=kind, turn=turn, part=part)


def _position(question: str, said: str, mark: tuple[str, str], differs: bool) -> Node:
    """One question of law, and what it says."""
    answer = text(said or _("has not said"), "label", "text" if said else "text2")
    differ = chip(_("not as you read it"), "warn") if differs else None
    both = column(text(question, "label", "text2"), wrap(answer, differ, gap=10), gap=2, grow=1)
    return row(column(_sign(*mark)), both, gap=10, align="start")


def _sign(sign: str, shade: str) -> Node:
    return icon(sign, 18, shade)


STAGES = {"none": "text2", "endorsed": "accent", "internalised": "good"}


def _norm(label: str, letter: str, stage: str, broken: int) -> Node:
    """One norm: how far it holds it, and how often it broke it in public."""
    name = f"{label} ({letter})" if letter else label
    worded = {"none": _("does not hold it"), "endorsed": _("endorsed"),
              "internalised": _("made it its own")}  # fmt: skip
    marks = [chip(worded[stage], STAGES[stage], "check" if stage != "none" else "minus")]
    marks += [chip(_n("broke it once", "broke it {n} times", broken), "bad", "x")] if broken else []
    return row(text(name, "label", grow=1), *marks, gap=10)
