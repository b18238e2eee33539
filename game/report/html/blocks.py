"""What a page is made of: sections of blocks; a block may have a chart, a table and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.html.plot import Chart
from game.report.html.tables import Table


@dataclass(frozen=True)
class Note:
    """A short text with a heading, such as a turning point under its letter."""

    head: str
    text: str
    letter: str = ""
    lines: tuple[str, ...] = ()
    tone: str = ""  # good, bad or nothing


@dataclass(frozen=True)
class Block:
    """One panel of a section."""

    title: str
    lead: tuple[str, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    notes: tuple[Note, ...] = ()
    full: bool = False  # as wide as the page, the chart's table beside it
    alone: bool = False  # the chart needs all the width, its table opens on request
    folded: bool = False  # the table opens on request
    id: str = ""  # of a block that is looked up: that of its case

    @property
    def tables(self) -> tuple[Table, ...]:
        """All figures of the block."""
        drawn = () if self.chart is None else (self.chart.table,)
        return drawn + (() if self.table is None else (self.table,))


@dataclass(frozen=True)
class Section:
    """One part of the report."""

    id: str
    title: str
    short: str  # its name in the list of contents
    lead: tuple[str, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One of the figures at the head of the page."""

    label: str
    value: str
    about: str
    tone: str = ""


@dataclass(frozen=True)
class Page:
    """A whole report, ready to be written as HTML, CSV or JSON."""

    title: str
    scenario: str
    subtitle: str
    ending: str
    ending_why: str
    tone: str
    story: tuple[str, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    kind: str  # of report
    verdict: str  # what `ending` is called
    vow: str

    def tables(self) -> Iterator[Table]:
        """Every table of the page, in its order."""
        for section in self.sections:
            for block in section.blocks:
                yield from block.tables
