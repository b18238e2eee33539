"""Real events are told with sources, and sources that are listed are used."""

from __future__ import annotations

from game.scenario.checks.base import Checked


def later(checked: Checked) -> None:
    """What was claimed later names a source of the list."""
    sources = checked.scenario.sources
    for n, claim in enumerate(checked.scenario.debrief.later):
        checked.known(("debrief", "later", n, "source"), "source", claim.source, sources)


def real(checked: Checked) -> None:
    """A scenario after real events says where its facts come from, and what was said later."""
    scenario = checked.scenario
    if not scenario.real:
        return
    if scenario.year is None:
        hint = "add 'year:', so that what did not exist then is off the board"
        checked.warning(("real",), "no_year", "a real event without its year", hint)
    if not scenario.sources:
        checked.warning(("real",), "no_sources", "a real event without sources", "add 'sources:'")
    if not scenario.debrief.later:
        hint = "add 'later:' with dates, names and confidence"
        checked.warning(("debrief",), "no_later", "nothing tells what was claimed later", hint)


CHECKS = (later, real)
