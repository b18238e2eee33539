"""Institutions: organisations and their powers, norms, contested law, treaties in force."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.decisions import Order, Proposal
from game.report import words
from game.report.bodies import BodyLine, PowerLine, bodies
from game.report.law import QuestionLine, disagreement, questions, readings
from game.report.norms import NormLine, course, norms, violations
from game.report.situation import TreatyLine, breaches, situation
from game.rules.params import NORM_MOST
from game.screens.cascade import cascade
from game.screens.lines import bullet, section
from game.screens.opening import open_negotiation, open_orders, why_no_orders, why_no_talks
from game.screens.peers import WIDE, emblem_of, flag_of
from game.screens.strip import top
from game.ui.app import App
from game.ui.language import _, _n
from game.ui.node import Do, Node, column, row, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    band,
    button,
    card,
    chip,
    heading,
    listing,
    notice,
    panel,
    prose,
    rule,
    scroll,
    tabs,
    text,
)

if TYPE_CHECKING:
    from game.screens.session import Session

SETTLES = NORM_MOST
"""Share of the world's influence above which a norm settles."""

STAGES = {"none": "text2", "endorsed": "accent", "internalised": "good"}


class Institutions(Screen):
    """What nations share: a list on the left, the chosen thing in full on the right."""

    name = "institutions"

    def __init__(self, session: Session, tab: str = "bodies", chosen: int = 0) -> None:
        self.session, self.tab = session, tab
        self.chosen = {"bodies": 0, "norms": 0, "law": 0, "treaties": 0, tab: chosen}
        self.first = f"tab.{tab}"

    def build(self, app: App) -> Node:
        """Tabs; under them a list and one thing of it."""
        note = _("organisations, norms, law, treaties")
        head = top(self.session, app, _("Institutions"), note, sign="landmark")
        options = [
            ("bodies", _("Organisations"), "landmark"),
            ("norms", _("Norms"), "users"),
            ("law", _("Law"), "scale"),
            ("treaties", _("Treaties"), "handshake"),
        ]
        pages = {
            "bodies": self._bodies,
            "norms": self._norms,
            "law": self._law,
            "treaties": self._treaties,
        }
        views = tabs("tab", _("Kinds"), options, self.tab, partial(setattr, self, "tab"))
        items, page, title = pages[self.tab](app)
        kind = next(label for key, label, _sign in options if key == self.tab)
        return column(head, column(views, _split(app, self.tab, kind, items, page, title), gap=10,
                                   pad=14, grow=1))  # fmt: skip

    def _choose(self, number: int) -> None:
        self.chosen[self.tab] = number

    def _item(self, number: int, label: str, *lines: Node | None) -> Node:
        on = number == self.chosen[self.tab]
        name = f"{self.tab}.{number}"
        return card(name, label, partial(self._choose, number), *lines, selected=on)

    # ---- organisations -----------------------------------------------------------------------

    def _bodies(self, app: App) -> tuple[list[Node], list[Node], str]:
        found = bodies(self.session.match, self.session.nation)
        items = [self._body_item(n, body) for n, body in enumerate(found)]
        if not found:
            return [], [text(_("No organisation is on the board."), "body", "text2")], ""
        body = found[min(self.chosen["bodies"], len(found) - 1)]
        return items, self._body(app, body), body.short

    def _body_item(self, number: int, body: BodyLine) -> Node:
        state = _("you are a member") if body.mine else _("you are no member")
        state = state if body.exists else _("does not exist yet")
        marks = chip(_("a measure is on its way"), "warn", "hourglass") if body.pending else None
        lines = column(text(body.short, "strong"), text(state, "meta", "text2"), marks, gap=2,
                       align="start", grow=1)  # fmt: skip
        label = f"{body.short}, {state}"
        return self._item(number, label, row(emblem_of(body.id, body.short, 46), lines, gap=14))

    def _body(self, app: App, body: BodyLine) -> list[Node]:
        lines = [
            row(emblem_of(body.id, body.short, 84),
                column(heading(body.label, "card"), text(body.about, "body", "text2"), gap=6,
                       grow=1), gap=18, align="start"),
            notice(_("It decides by {rule}").format(rule=body.rule), "vote"),
            section(_n("One member", "{n} members", len(body.members)), self._flags(body.members)),
        ]  # fmt: skip
        if body.pending:
            lines.append(notice(body.pending, "hourglass", "warn"))
        lines.append(_codex("organisation", body.id))
        powers = [self._power(app, body, power) for power in body.powers]
        return [*lines, rule(), section(_("What it can do"), *powers)]

    def _flags(self, members: tuple[str, ...]) -> Node:
        setup = self.session.setup
        ids = dict(zip(setup.names, setup.nations, strict=False))
        return wrap(
            *(row(flag_of(self.session, ids[name], 22), text(name, "label"), gap=8)
              for name in members if name in ids), gap=16,
        )  # fmt: skip

    def _power(self, app: App, body: BodyLine, power: PowerLine) -> Node:
        needs = _("needs {what}").format(what=words.listed(list(power.needs)))
        lag = _n("takes effect a turn later", "takes effect {n} turns later", power.lag)
        notes = [*([needs] if power.needs else []), *([lag] if power.lag else [])]
        use = button(
            f"power.{power.id}", _("Propose it"),
            lambda: open_negotiation(app, self.session, Proposal(
                (), {}, organisation=body.id, power=power.id)),
            disabled=self._closed(body, power),
        )  # fmt: skip
        use.label = _("Propose: {power}").format(power=power.label)
        small = text("; ".join(notes), "meta", "text2") if notes else None
        about = column(
            text(power.label, "strong"), text(power.about, "label", "text2"), small, gap=2, grow=1
        )
        return row(about, use, gap=14)

    def _closed(self, body: BodyLine, power: PowerLine) -> str:
        if not body.mine:
            return _("Only members can propose it.")
        if power.free_from > self.session.match.turn:
            return _("It may be used again from turn {n} on.").format(n=power.free_from)
        return why_no_talks(self.session)

    # ---- norms -------------------------------------------------------------------------------

    def _norms(self, app: App) -> tuple[list[Node], list[Node], str]:
        found = norms(self.session.match)
        if not found:
            return [], [text(_("No norm is live here."), "body", "text2")], ""
        items = [
            self._item(n, f"{norm.label}, {norm.spread}", text(norm.label, "strong"),
                       _spread_bar(norm), text(norm.spread, "meta", "text2"))
            for n, norm in enumerate(found)
        ]  # fmt: skip
        norm = found[min(self.chosen["norms"], len(found) - 1)]
        return items, self._norm(app, norm), norm.label

    def _norm(self, app: App, norm: NormLine) -> list[Node]:
        letter = _("Norm {letter} of the eleven of 2015").format(letter=norm.letter)
        lines = [
            row(chip(letter, "accent", "book-open")) if norm.letter else None,
            text(norm.text, "body"),
            _codex("norm", norm.id),
            bullet(_("Broken by: {what}").format(what=norm.broken_by), "x", "bad"),
            bullet(_("Speaks for the reading: {what}").format(what=norm.informs), "scale")
            if norm.informs else None,
            section(_("How far it has spread"), self._course(norm),
                    text(norm.spread, "label", "text2")),
            section(_("Who holds it"), *self._stages(norm)),
            section(_("Violations you know of"), *self._broken(norm)),
        ]  # fmt: skip
        endorse = button("endorse", _("Propose that all endorse it"),
                         lambda: open_negotiation(app, self.session, Proposal(
                             self._others(), {"norm_endorsement": 1}, topic=norm.id)),
                         disabled=why_no_talks(self.session), sign="messages-square")  # fmt: skip
        return [each for each in (*lines, row(endorse)) if each is not None]

    def _others(self) -> tuple[str, ...]:
        mine = self.session.setup.nations[self.session.nation]
        return tuple(id_ for id_ in self.session.setup.nations if id_ != mine)

    def _course(self, norm: NormLine) -> Node:
        match = self.session.match
        return cascade(course(match, norm.number), match.board.turns)

    def _stages(self, norm: NormLine) -> list[Node]:
        worded = {"none": _("does not hold it"), "endorsed": _("endorsed"),
                  "internalised": _("made it its own")}  # fmt: skip
        ids = dict(zip(self.session.setup.names, self.session.setup.nations, strict=False))
        return [
            row(flag_of(self.session, ids[name], 22), text(name, "label", grow=1),
                chip(worded[stage], STAGES[stage], "minus" if stage == "none" else "check"),
                gap=12)
            for name, stage in norm.stages
        ]  # fmt: skip

    def _broken(self, norm: NormLine) -> list[Node]:
        told = [line for line in violations(self.session.match, self.session.nation)
                if norm.label in line]  # fmt: skip
        return [bullet(line, "x", "bad") for line in told] or [
            text(_("None so far."), "label", "text2")
        ]

    # ---- law ---------------------------------------------------------------------------------

    def _law(self, app: App) -> tuple[list[Node], list[Node], str]:
        found = questions(self.session.match, self.session.nation)
        items = [
            self._item(n, each.question, text(each.question, "strong"), text(
                each.custom or _("no custom yet"), "meta", "good" if each.custom else "text2"))
            for n, each in enumerate(found)
        ]  # fmt: skip
        chosen = found[min(self.chosen["law"], len(found) - 1)]
        return items, self._question(app, chosen), _("The question")

    def _question(self, app: App, asked: QuestionLine) -> list[Node]:
        match, me = self.session.match, self.session.nation
        ids = dict(zip(self.session.setup.names, self.session.setup.nations, strict=False))
        answers = []
        for id_, says in asked.answers:
            who = [name for name, said in asked.published if said == says]
            mine = says == asked.mine
            marks = [chip(_("yours"), "accent", "user-check")] if mine else []
            marks += [chip(_("custom"), "good", "check")] if says == asked.custom else []
            flags = [row(flag_of(self.session, ids[name], 22), text(name, "label"), gap=8)
                     for name in who]  # fmt: skip
            nobody = text(_("nobody has said so in public"), "label", "text2")
            say = button(f"say.{id_}", _("Publish this"), self._publish(app, asked.id, id_),
                         disabled=why_no_orders(self.session))  # fmt: skip
            say.label = _("Publish: {says}").format(says=says)
            about = column(wrap(text(says, "strong"), *marks, gap=10),
                           wrap(*flags or [nobody], gap=16), gap=8, grow=1)  # fmt: skip
            answers.append(row(about, say, gap=14))
        grey = disagreement(match, me)
        lines = [heading(asked.question, "lead"), _codex("law", asked.id), *answers, rule(),
                 notice(_("Of all pairs of nations {share:.0%} read the incidents of this crisis "
                          "differently, as far as you can tell: that is the grey zone.").format(
                              share=grey), "scale")]  # fmt: skip
        read = [self._reading(line.act, line.verdicts) for line in readings(match, me)]
        return [*lines, section(_("How each nation reads the incidents, were they a state's work"),
                                *read)] if read else lines  # fmt: skip

    def _reading(self, act: str, verdicts: tuple[tuple[str, str], ...]) -> Node:
        groups: dict[str, list[str]] = {}
        for name, verdict in verdicts:
            groups.setdefault(verdict, []).append(name)
        lines = [bullet(f"{verdict}: {words.listed(names)}") for verdict, names in groups.items()]
        return column(text(act, "strong"), *lines, gap=4)

    def _publish(self, app: App, question: str, answer: str) -> Do:
        order = Order("publish_position", choice=question, answer=answer)
        return lambda: open_orders(app, self.session, order)

    # ---- treaties ----------------------------------------------------------------------------

    def _treaties(self, app: App) -> tuple[list[Node], list[Node], str]:
        match, me = self.session.match, self.session.nation
        found = situation(match, me).treaties
        broken = [bullet(line, "x", "bad") for line in breaches(match, me)]
        fresh = button("new", _("Propose a treaty"), lambda: open_negotiation(app, self.session),
                       disabled=why_no_talks(self.session), sign="messages-square")  # fmt: skip
        record = section(_("Broken so far"), *broken or [text(_("None that you know of."), "label",
                                                              "text2")])  # fmt: skip
        if not found:
            empty = text(_("No treaty is in force yet."), "body", "text2")
            return [], [empty, record, row(fresh)], ""
        items = [
            self._item(n, _title(each), text(_title(each), "strong"), text(
                words.listed(list(each.parties)), "meta", "text2"),
                chip(_("binds you"), "accent", "lock") if each.ours else None)
            for n, each in enumerate(found)
        ]  # fmt: skip
        for item in items:
            item.align = "start"
        chosen = found[min(self.chosen["treaties"], len(found) - 1)]
        return items, [*self._treaty(app, chosen), record, row(fresh)], _title(chosen)

    def _treaty(self, app: App, treaty: TreatyLine) -> list[Node]:
        lines: list[Node] = [
            self._flags(treaty.parties),
            text(_("In force since turn {n}, {until}").format(n=treaty.since, until=treaty.until),
                 "label", "text2"),
            section(_("What it says"), *(bullet(c, "check", "good") for c in treaty.clauses)),
        ]  # fmt: skip
        if treaty.ours:
            ids = dict(zip(self.session.setup.names, self.session.setup.nations, strict=False))
            mine = self.session.setup.names[self.session.nation]
            others = [ids[name] for name in treaty.parties if name != mine]
            lines.append(section(_("Suspend it towards"), wrap(*self._suspending(app, others))))
        return lines

    def _suspending(self, app: App, nations: list[str]) -> list[Node]:
        """A button for each party; it begins an order, which decides nothing yet."""
        names = dict(zip(self.session.setup.nations, self.session.setup.names, strict=False))
        why = why_no_orders(self.session)
        return [
            button(f"suspend.{id_}", names[id_], self._suspend(app, id_), disabled=why)
            for id_ in nations
        ]

    def _suspend(self, app: App, nation: str) -> Do:
        order = Order("suspend_treaty", target=nation)
        return lambda: open_orders(app, self.session, order)


def _codex(shelf: str, name: str) -> Node:
    """A link to the page of a thing."""
    return prose(f"codex.{shelf}", f"[[{shelf}.{name}|{_('In the codex')}]]", "label")


def _title(treaty: TreatyLine) -> str:
    """What a treaty is called: by its name, or by what it mainly says."""
    if treaty.geneva:
        return _("Digital Geneva Convention")
    first = treaty.clauses[0].split(":")[0] if treaty.clauses else _("Treaty")
    more = len(treaty.clauses) - 1
    return first if more < 1 else _("{first} and {n} more").format(first=first, n=more)


def _spread_bar(norm: NormLine, high: float = 14) -> Node:
    """The share of influence that holds it, with the line from which it draws others."""
    said = _("{share:.0%} of the influence in the world").format(share=norm.share)
    return band(_("Held by"), 0, norm.share, norm.share, said, shade="good", limit=float(SETTLES),
                height=high)  # fmt: skip


def _split(app: App, tab: str, kind: str, items: list[Node], page: list[Node], title: str) -> Node:
    """A list on the left and one thing on the right; in little room one above the other."""
    shown = panel("shown", title or kind, scroll(f"page.{tab}", *page, gap=16), sign="eye", grow=7)
    if not items:
        return shown
    wide = app.room[0] >= WIDE
    found = listing(f"list.{tab}", kind, *items)
    kinds = panel("list", kind, found, sign="list-ordered", note=str(len(items)), grow=4)
    if wide:
        return row(kinds, shown, gap=14, grow=1, align="stretch")
    narrow = listing(f"list.{tab}", kind, *items, scroll=False, grow=0)
    both = scroll("both", narrow, panel("shown", title or kind, *page, sign="eye", gap=16), gap=12)
    return both
