"""A part of a report on a screen: its words, charts, notes and tables, one below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from game.language import _, _n
from game.report.html.blocks import Block, Note, Section
from game.report.html.charts import Bars, Chart, Lines, Table
from game.ui.app import App
from game.ui.node import Node, column, em, row
from game.ui.widgets import button, card, heading, icon_button, plate, scroll, text
from game.ui.widgets.report_chart import ROWS, chart_of, twin

FIRST, MORE = 24, 60
"""Rows of a table shown at first, and how many more at each press."""

WIDE = 1200
"""Units of text from which two charts stand side by side."""


@dataclass
class Reader:
    """What a reader has done with charts and tables: what is read, what is shown as a table."""

    at: dict[str, int] = field(default_factory=dict)
    tables: bool = False  # every chart as a table
    turned: set[str] = field(default_factory=set)  # charts that are shown the other way
    rows: dict[str, int] = field(default_factory=dict)  # rows shown of long tables

    def turn_all(self) -> None:
        """Every chart as a table, or none."""
        self.tables, self.turned = not self.tables, set()

    def turn(self, name: str) -> None:
        """One chart as a table, or back."""
        self.turned ^= {name}

    def is_table(self, chart: Chart) -> bool:
        """Whether a chart is shown as a table."""
        return self.tables != (chart.head.id in self.turned)

    def chart(self, chart: Chart, room: float) -> Node:
        """A chart, or its table."""
        name = chart.head.id
        if self.is_table(chart):
            return self.table(chart.table, room, f"chart.{name}")
        return chart_of(chart, self.at.get(name), partial(self.at.__setitem__, name), room=room)

    def switch(self, chart: Chart) -> Node:
        """The button that shows one chart as a table."""
        on = self.is_table(chart)
        label = _("View as chart: {title}") if on else _("View as table: {title}")
        sign = "chart-line" if on else "table-2"
        return icon_button(
            f"twin.{chart.head.id}", sign, label.format(title=chart.head.title),
            partial(self.turn, chart.head.id), kind="quiet", pad=9,
        )  # fmt: skip

    def table(self, figures: Table, room: float, name: str = "") -> Node:
        """A table; of a long one the first rows, and a button for more."""
        name = name or f"table.{figures.id}"
        shown = self.rows.get(figures.id, FIRST)
        some = Table(figures.id, figures.title, figures.columns, figures.rows[:shown])
        made = _laid_open(twin(name, some, room))
        left = len(figures.rows) - shown
        if left <= 0:
            return made
        label = _n("Show one more row", "Show {n} more rows", min(left, MORE))
        more = button(f"more.{figures.id}", label, partial(self._more, figures.id), kind="quiet")
        return column(made, row(more), gap=6)

    def _more(self, name: str) -> None:
        self.rows[name] = self.rows.get(name, FIRST) + MORE


def _laid_open(made: Node) -> Node:
    """A table in full, in a page that scrolls itself."""
    for node in made.walk():
        if node.scroll:
            node.scroll, node.over, node.grow, node.arrows = False, None, 0, False
    made.min_height = 0
    return made


def section_node(reader: Reader, app: App, section: Section, room: float) -> Node:
    """A part of the report, to be scrolled."""
    lead = [text(words, "body", "text2") for words in section.lead]
    blocks = _arranged(reader, section.blocks, room)
    title = heading(section.title, "title")
    return scroll(f"part.{section.id}", title, *lead, *blocks, gap=14, pad=(16, 12, 24, 18))


def _arranged(reader: Reader, blocks: Sequence[Block], room: float) -> list[Node]:
    """Blocks one below another; those that need not all the width in pairs."""
    found: list[Node] = []
    waiting: Node | None = None
    for block in blocks:
        whole = block.full or block.alone or room < WIDE
        made = block_node(reader, block, room if whole else room / 2 - 20)
        if whole or waiting is None:
            found += [waiting] if waiting is not None and whole else []
            waiting = None if whole else made
            found += [made] if whole else []
        else:
            waiting.grow = made.grow = 1
            found.append(row(waiting, made, gap=14, align="stretch"))
            waiting = None
    return [*found, waiting] if waiting is not None else found


def block_node(reader: Reader, block: Block, room: float) -> Node:
    """One panel of a part."""
    switch = reader.switch(block.chart) if block.chart is not None else None
    head = row(heading(block.title, "card", grow=1), switch, gap=10)
    parts: list[Node | None] = [head, *(text(words, "label", "text2") for words in block.lead)]
    parts += [note_node(note) for note in block.notes]
    if block.chart is not None:
        made = reader.chart(block.chart, room)
        _give_height(made, block.chart, reader)
        parts.append(made)
    if block.table is not None:
        parts += [text(block.table.title, "label_strong") if block.chart is not None else None]
        parts.append(reader.table(block.table, room))
    return plate(*parts, gap=10)


def _give_height(made: Node, chart: Chart, reader: Reader) -> None:
    """Room for what has a scale along both sides; rows bring their own."""
    picture = made.find(f"chart.{chart.head.id}")
    if picture is None or reader.is_table(chart):
        return
    if isinstance(chart.plan, ROWS) or (isinstance(chart.plan, Bars) and not chart.plan.upright):
        return
    named = len(chart.plan.y.names) if isinstance(chart.plan, Lines) else 0
    picture.min_height = em(max(float(picture.min_height), 14, 1.9 * named))


def note_node(note: Note) -> Node:
    """A short text with a heading, under a letter if it has one."""
    shade = {"good": "good", "bad": "bad"}.get(note.tone, "line2")
    title = f"{note.letter} · {note.head}".strip(" ·") if note.letter else note.head
    parts = [text(title, "label_strong") if title else None, text(note.text, "body", "text2")]
    parts += [text(f"• {line}", "label", "text2") for line in note.lines]
    return card("", title or note.text, None, *parts, edge=shade)
