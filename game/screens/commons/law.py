"""Contested law: what each nation says, what is custom, and how the incidents are read."""

from __future__ import annotations

from game.decisions import Order
from game.language import _
from game.report import words
from game.report.law import QuestionLine, disagreement, questions, readings
from game.screens.commons.common import Item, Page, codex
from game.screens.parts.lines import bullet, section
from game.screens.parts.opening import order_button
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, row, wrap
from game.ui.widgets import (
    chip,
    heading,
    notice,
    rule,
    text,
)


def page(session: Session, app: App, chosen: int, item: Item) -> Page:
    """Contested questions, and the chosen one."""
    found = questions(session.match, session.nation)
    items = [
        item(n, each.question, text(each.question, "strong"), text(
            each.custom or _("no custom yet"), "meta", "good" if each.custom else "text2"))
        for n, each in enumerate(found)
    ]  # fmt: skip
    one = found[min(chosen, len(found) - 1)]
    return items, _question(session, app, one), _("The question")


def _question(session: Session, app: App, asked: QuestionLine) -> list[Node]:
    match, me = session.match, session.nation
    ids = dict(zip(session.setup.names, session.setup.nations, strict=False))
    answers = []
    for id_, says in asked.answers:
        who = [name for name, said in asked.published if said == says]
        mine = says == asked.mine
        marks = [chip(_("yours"), "accent", "user-check")] if mine else []
        marks += [chip(_("custom"), "good", "check")] if says == asked.custom else []
        flags = [row(flag_of(session, ids[name], 22), text(name, "label"), gap=8)
                 for name in who]  # fmt: skip
        nobody = text(_("nobody has said so in public"), "label", "text2")
        order = Order("publish_position", choice=asked.id, answer=id_)
        say = order_button(app, session, f"say.{id_}", _("Publish this"), order)
        say.label = _("Publish: {says}").format(says=says)
        about = column(wrap(text(says, "strong"), *marks, gap=10),
                       wrap(*flags or [nobody], gap=16), gap=8, grow=1)  # fmt: skip
        answers.append(row(about, say, gap=14))
    grey = disagreement(match, me)
    lines = [heading(asked.question, "lead"), codex("law", asked.id), *answers, rule(),
             notice(_("Of all pairs of nations {share:.0%} read the incidents of this crisis "
                      "differently, as far as you can tell: that is the grey zone.").format(
                          share=grey), "scale")]  # fmt: skip
    read = [_reading(line.act, line.verdicts) for line in readings(match, me)]
    return [*lines, section(_("How each nation reads the incidents, were they a state's work"),
                            *read)] if read else lines  # fmt: skip


def _reading(act: str, verdicts: tuple[tuple[str, str], ...]) -> Node:
    groups: dict[str, list[str]] = {}
    for name, verdict in verdicts:
        groups.setdefault(verdict, []).append(name)
    said = [words.labelled(verdict, words.listed(names)) for verdict, names in groups.items()]
    lines = [bullet(each) for each in said]
    return column(text(act, "strong"), *lines, gap=4)
