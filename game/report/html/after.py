"""What comes after: the debrief, questions for discussion, later claims, sources."""

from __future__ import annotations

from game.language import _
from game.report.html.blocks import Block, Note, Section
from game.report.html.charts import table
from game.report.html.told import Game


def discussion(game: Game, more: tuple[str, ...] = ()) -> Section:
    """Questions of the scenario, and questions this game raises."""
    debrief = game.match.scenario.debrief
    asked = [*debrief.questions, *more]
    notes = tuple(Note("", text, letter=str(n)) for n, text in enumerate(asked, start=1))
    block = Block(_("Questions"), notes=notes, full=True)
    lead = (debrief.text,)
    return Section("questions", _("To talk about"), _("Questions"), lead, (block,))


def sources(game: Game) -> Section:
    """Where the facts come from, and what was claimed of the real event later."""
    scenario = game.match.scenario
    blocks = []
    if scenario.debrief.later:
        rows = [
            (item.date, item.by, item.claim, _(item.confidence), scenario.sources[item.source].text)
            for item in scenario.debrief.later
        ]
        columns = [_("date"), _("by"), _("claim"), _("confidence"), _("source")]
        title = _("What was claimed of the real event later")
        blocks.append(Block(title, table=table("later", title, columns, rows), full=True))
    cited = [(key, source.text, source.link or "") for key, source in scenario.sources.items()]
    if cited:
        columns = [_("id"), _("source"), _("link")]
        listed = table("sources", _("Sources"), columns, cited)
        blocks.append(Block(_("Sources"), table=listed, full=True))
    lead = _("What the scenario draws on.")
    if scenario.debrief.later:
        lead = _("Claims are told with who made them and how sure they were.")
    elif not blocks:
        lead = _("This scenario is invented and cites no sources.")
    return Section("sources", _("Sources"), _("Sources"), (lead,), tuple(blocks))
