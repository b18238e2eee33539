"""A game that is over at one look: ending, ladder, beliefs, judgement, trust, turning points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.language import _, _n
from game.report.dossier import last_stated
from game.report.html.charts import Changes, Chart, Clouds
from game.report.judgement import Truth
from game.report.shares import likeliest
from game.rules.scoring import Ending
from game.screens.after.calibration import verdict
from game.screens.after.findings import Findings
from game.screens.after.report_parts import Reader
from game.ui.app import App
from game.ui.node import Node, column, em, row, wrap
from game.ui.paint import Shade
from game.ui.widgets import (
    card,
    chip,
    figure,
    icon,
    listing,
    meter,
    notice,
    panel,
    plate,
    scroll,
    text,
)

WIDE, HIGH = 1360, 960
"""Units of text from which all panels have room at once; of less height they are scrolled."""

MOST_ROWS = 7
"""Rows of a chart that have room on the overview; more are scrolled."""

Open = Callable[[int], object]
Reveal = Callable[[str], object]


@dataclass(frozen=True)
class Said:
    """What a nation said last of a case, beside what was true."""

    truth: Truth
    whom: str  # whom it held likeliest; empty if it said nothing
    chance: float
    right: bool

    @property
    def score(self) -> str:
        """Its Brier score over the turns in which it stood."""
        return "" if self.truth.grade is None else f"{self.truth.grade.brier:.2f}"


def said(found: Findings) -> list[Said]:
    """What the nation said of each case that took place."""
    rows = []
    for truth in found.told.truths if found.told else ():
        turn = truth.beliefs[-1].turn if truth.beliefs else 0
        stated = last_stated(found.match, found.nation, truth.incident, turn) if turn else None
        if stated is None:
            rows.append(Said(truth, "", 0.0, False))
            continue
        names = found.match.setup.cases[truth.incident].names
        whom = likeliest(names, stated[: len(names)])
        rows.append(Said(truth, whom, max(stated), whom == truth.culprit))
    return rows


def overview(app: App, found: Findings, reader: Reader, replay: Open, case: Reveal) -> Node:
    """All of it at once where there is room, else one below another."""
    broad = app.room[0] >= WIDE
    wide = broad and app.room[1] >= HIGH
    room = app.room[0] / (2 if broad else 1)
    parts = [
        _ladder(found, reader, room), _beliefs(found, broad, wide, case),
        _judged(found, reader, room), _trust(found, reader, room), _turning(found, wide, replay),
    ]  # fmt: skip
    hero = _hero(app, found)
    if not wide:
        return scroll("part.overview", hero, *_stacked(parts, broad), gap=12, pad=(8, 10, 18, 16))
    ladder, beliefs, judged, trust, points = parts
    _give_way(ladder)
    _give_way(judged)
    ladder.grow, beliefs.grow, judged.grow, trust.grow, points.grow = 10, 10, 8, 12, 9
    above = row(ladder, beliefs, gap=14, align="stretch", grow=11)
    below = row(judged, trust, points, gap=14, align="stretch", grow=10)
    return column(hero, above, below, gap=12, pad=(14, 4, 14, 12), grow=1)


def _give_way(part: Node) -> None:
    """A drawing leaves room for long words beside it, where nothing is scrolled."""
    for node in part.walk():
        if node.role == "image":
            node.min_height = em(7)


def _stacked(parts: list[Node], broad: bool) -> list[Node]:
    """Panels one below another, or two beside each other where it is broad enough."""
    if not broad:
        for part in parts:
            part.grow = 0
        return parts
    for part in parts:
        part.grow = 1
    ladder, beliefs, judged, trust, points = parts
    beliefs.grow = 0
    return [
        row(ladder, judged, gap=14, align="stretch"),
        row(trust, points, gap=14, align="stretch"),
        beliefs,
    ]


def _hero(app: App, found: Findings) -> Node:
    """How it ended and why, and the figures of the game."""
    told = found.told
    if told is None:
        return plate(text(_("Reading the game")))
    end = Ending(int(found.game.last.ending[0]))
    shade = "bad" if end in (Ending.DIGITAL_WAR, Ending.FEUD) else "text"
    words = column(
        text(told.ending, "title", shade),
        text(told.ending_why[:1].upper() + told.ending_why[1:] + ".", "body", "text2"),
        gap=2, grow=1, min_width=em(18),
    )  # fmt: skip
    tones: dict[str, Shade] = {"good": "good", "bad": "bad"}
    signs = ("chart-line", "zap", "megaphone", "handshake", "check", "star")
    wanted = [0, 1, 2, 4, 5] if app.room[0] >= 1000 else [0, 2, 4]
    made = []
    for number in wanted if found.figures else []:
        each = found.figures[number]
        made.append(
            figure(each.value, each.label, signs[number], shade=tones.get(each.tone, "text"),
                   tip=each.about)
        )  # fmt: skip
    return plate(wrap(words, *made, gap=26), pad=(18, 10))


def _switched(reader: Reader, chart: Chart | None, room: float) -> tuple[tuple[Node, ...], Node]:
    """The button that turns a chart, and the chart; or a word that it is being made."""
    if chart is None:
        return (), notice(_("Reading the game"), "hourglass")
    made = reader.chart(chart, room)
    if reader.is_table(chart) or (
        isinstance(chart.plan, Changes) and len(chart.plan.rows) > MOST_ROWS
    ):
        made = scroll(f"window.{chart.head.id}", made, shrink=True)
    return (reader.switch(chart),), made


def _ladder(found: Findings, reader: Reader, room: float) -> Node:
    actions, made = _switched(reader, found.ladder, room)
    note = _("how far the world climbed") if found.whole else _("playing other futures")
    return panel("overview.ladder", _("Escalation"), made, sign="chart-line", note=note,
                 actions=actions, min_height=em(15))  # fmt: skip


def _judged(found: Findings, reader: Reader, room: float) -> Node:
    """How often what was believed so strongly was true: as stated, or as the analysts had it."""
    stated = found.judged.pairs if found.judged else ()
    section = found.sections.get("judgement")
    block = next((b for b in section.blocks if b.chart), None) if section else None
    chart = found.curve or (block.chart if block else None)
    actions, made = _switched(reader, chart, room / 2)
    plan = chart.plan if chart else None
    count = sum(c.count for c in plan.clouds) if isinstance(plan, Clouds) else 0
    lead = verdict(stated) if stated else section.lead[0] if section else ""
    note = _n("one belief", "{n} beliefs", count) if count else ""
    return panel("overview.judged", _("Calibration"), made,
                 text(lead, "label", "text2") if lead else None, sign="target", note=note,
                 actions=actions, min_height=em(17))  # fmt: skip


def _trust(found: Findings, reader: Reader, room: float) -> Node:
    actions, made = _switched(reader, found.towards, room)
    note = _("the tick is the start")
    return panel("overview.trust", _("Trust you earned and spent"), made, sign="heart-handshake",
                 note=note, actions=actions)  # fmt: skip


def _beliefs(found: Findings, broad: bool, wide: bool, case: Reveal) -> Node:
    """Each case: what was said of it, what was true, and how good the saying was."""
    rows = said(found)
    cards = [_belief(each, broad, partial(case, each.truth.id)) for each in rows]
    graded = [each.truth.grade for each in rows if each.truth.grade is not None]
    mean = sum(g.brier for g in graded) / len(graded) if graded else None
    note = _("Brier {score:.2f}, 0 is best").format(score=mean) if mean is not None else ""
    body = listing("beliefs", _("Your beliefs and the truth"), *cards, scroll=wide, gap=6)
    return panel("overview.beliefs", _("Your beliefs and the truth"), body, sign="eye", note=note,
                 actions=(_level(),), pad=(8, 8))  # fmt: skip


def _belief(each: Said, wide: bool, do: Callable[[], object]) -> Node:
    truth = each.truth
    title = text(truth.title, "card", grow=5)
    if truth.own_doing:
        held: Node = text(_("your own doing"), "label", "text2", grow=6)
    elif not each.whom:
        held = text(_("you said nothing"), "label", "text2", grow=6)
    else:
        bar = row(meter(_("You said"), each.chance, f"{each.chance:.0%}", grow=1),
                  text(f"{each.chance:.0%}", "meta", "text2"), gap=8)  # fmt: skip
        held = column(text(each.whom, "label"), bar, gap=3, grow=6)
    sign, shade = ("circle-check", "good") if each.right else ("circle-x", "bad")
    if not each.whom:
        sign, shade = "eye", "text2"
    true = row(icon(sign, 20, shade), text(truth.culprit, "label", grow=1), gap=8, grow=6)
    parts = [title, held, true, text(each.score, "number", side="end", min_width=em(2.8))]
    inside = row(*parts, gap=12) if wide else column(*parts, gap=4)
    words = _("{case}: you said {whom} {chance:.0%}; in truth {truth}. {score}")
    label = words.format(case=truth.title, whom=each.whom or _("nothing"), chance=each.chance,
                         truth=truth.culprit, score=each.score)  # fmt: skip
    node = card(f"belief.{truth.id}", label, do, inside, pad=(14, 7))
    node.tip = truth.text
    return node


def _turning(found: Findings, wide: bool, replay: Open) -> Node:
    """The turns that moved the forecast; each leads into the replay."""
    if found.points is None:
        body: Node = notice(_("Playing futures from each turn, to see which moved the game"),
                            "hourglass")  # fmt: skip
    elif not found.points:
        body = notice(_("No turn moved the forecast by much."), "info")
    else:
        cards = [
            card(
                f"point.{p.letter}", _("Turn {n}: {text}").format(n=p.turn, text=p.text),
                partial(replay, p.turn),
                row(chip(p.letter, "warn"), text(_("Turn {n}").format(n=p.turn), "label_strong"),
                    text(_("{share:.0%} of the forecast moved").format(share=p.swing), "meta",
                         "text2", grow=1), gap=10),
                text(p.text, "label", "text2"),
                *(text(f"• {deed.text}", "label") for deed in p.deeds[:2]),
                edge="warn",
            )
            for p in found.points
        ]  # fmt: skip
        body = listing("points", _("Turning points"), *cards, scroll=wide)
    return panel("overview.points", _("Turning points"), body, sign="hourglass",
                 note=_("open one to replay it"), actions=(_level(),), pad=(8, 8))  # fmt: skip


def _level() -> Node:
    """Gives a head without a button the height of those that have one."""
    return Node(role="none", width=1, height=em(22 / 18), pad=9, min_height=40)
