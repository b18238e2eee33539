"""The incidents of a game that is over: a list of them, and the truth of the chosen one."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.screens.after.findings import Findings
from game.screens.after.report_parts import Reader, block_node
from game.ui.app import App
from game.ui.node import Node, column, em, row
from game.ui.widgets import card, icon_button, listing, scroll, text

WIDE = 1100
"""Room from which the list stands beside the case."""


class TrueCases:
    """Which incident is looked at, over all seats."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.case: str | None = None  # the id of its block; until one is chosen the first

    def node(self, app: App, found: Findings) -> Node:
        """Incidents on the left, the chosen one in full on the right."""
        section = found.sections["cases"]
        at = self._place(found)
        wide = app.room[0] >= WIDE
        shown = block_node(self.reader, section.blocks[at], app.room[0] - (400 if wide else 60))
        style = "label" if wide else "body"
        lead = [text(words, style, "text2") for words in section.lead]
        if not wide:
            inside = (self._steps(found, at), shown, *lead)
            return scroll("part.cases", *inside, gap=12, pad=(8, 10, 18, 16))
        left = column(column(*lead, gap=6), self._list(found, at), width=em(18), gap=10)
        right = scroll(f"case.{at}.window", shown)
        return row(left, right, gap=12, pad=12, grow=1, align="stretch")

    def _list(self, found: Findings, at: int) -> Node:
        made = [
            card(f"case.{n}", block.title, partial(self._turn, found, n),
                 text(block.title, "label_strong"), selected=n == at)
            for n, block in enumerate(found.sections["cases"].blocks)
        ]  # fmt: skip
        return listing("cases", _("Incidents"), *made)

    def _steps(self, found: Findings, at: int) -> Node:
        """One incident at a time."""
        blocks = found.sections["cases"].blocks
        last, following = (partial(self._turn, found, (at + by) % len(blocks)) for by in (-1, 1))
        said = _("{case} ({n} of {most})").format(case=blocks[at].title, n=at + 1, most=len(blocks))
        return row(
            icon_button("case.previous", "chevron-left", _("Previous incident"), last),
            text(said, "label_strong", side="center", grow=1),
            icon_button("case.next", "chevron-right", _("Next incident"), following),
            gap=8,
        )

    def _place(self, found: Findings) -> int:
        """The place of the chosen case in the report; of all together the last."""
        ids = [block.id for block in found.sections["cases"].blocks]
        if self.case is None:
            return 0
        return ids.index(self.case) if self.case in ids else len(ids) - 1

    def _turn(self, found: Findings, number: int) -> None:
        self.case = found.sections["cases"].blocks[number].id
