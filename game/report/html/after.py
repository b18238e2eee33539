"""What comes after: the debrief, questions for discussion, later claims, sources."""

from __future__ import annotations

from game.report.html.blocks import Block, Note, Section
from game.report.html.charts import table
from game.report.html.told import Game


def discussion(game: Game, more: tuple[str, ...] = ()) -> Section:
    """Questions of the scenario, and questions this game raises."""
    debrief = game.match.scenario.debrief
    asked = [*debrief.questions, *more]
    notes = tuple(Note("", text, letter=str(n)) for n, text in enumerate(asked, start=1))
    block = Block("Questions", notes=notes, full=True)
    return Section("questions", "To talk about", "Questions", (debrief.text,), (block,))


def sources(game: Game) -> Section:
    """Where the facts come from, and what was claimed of the real event later."""
    scenario = game.match.scenario
    blocks = []
    if scenario.debrief.later:
        rows = [
            (item.date, item.by, item.claim, item.confidence, scenario.sources[item.source].text)
            for item in scenario.debrief.later
        ]
        columns = ("date", "by", "claim", "confidence", "source")
        later = table("later", "What was claimed of the real event later", columns, rows)
        blocks.append(Block("What was claimed of the real event later", table=later, full=True))
    cited = [(key, source.text, source.link or "") for key, source in scenario.sources.items()]
    if cited:
        listed = table("sources", "Sources", ("id", "source", "link"), cited)
        blocks.append(Block("Sources", table=listed, full=True))
    lead = (
        ("Claims are told with who made them and how sure they were.",)
        if scenario.debrief.later
        else ("What the scenario draws on.",)
    )
    if not blocks:
        lead = ("This scenario is invented and cites no sources.",)
    return Section("sources", "Sources", "Sources", lead, tuple(blocks))
