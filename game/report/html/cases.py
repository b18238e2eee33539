"""The truth of each incident, and what was believed of it turn by turn. (Rules 4.5, 11.6)"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.report import words
from game.report.dossier import last_stated
from game.report.html.blocks import Block, Note, Section
from game.report.html.cards import cards
from game.report.html.charts import Axis, Chart, Head, Series, lines
from game.report.html.told import Game
from game.rules.claims import CONFIDENCE
from game.rules.world import NOBODY

ALL_READ = "Every card read"
POOLED = "All nations' cards pooled"
"""Readers to compare with: one who saw everything, and one told what anybody had found."""


def section(game: Game) -> Section:
    """Truth against belief, incident by incident."""
    blocks = [block for case in game.cases for block in _case(game, case)]
    right = sum(_verdict(game, n, i) is True for n, i in _claims(game))
    wrong = sum(_verdict(game, n, i) is False for n, i in _claims(game))
    lead = [
        f"{len(game.cases)} incidents took place. Each line is the chance that one nation's "
        "analysts gave to what was in fact true, when it was asked to judge in the morning of a "
        "turn: the higher, the nearer to the truth.",
        f"Nations stood by {right + wrong} public accusations at the end; {right} named an author, "
        f"{wrong} an innocent.",
    ]
    return Section("cases", "Truth against belief", "Truth", tuple(lead), tuple(blocks))


def _claims(game: Game) -> Iterator[tuple[int, int]]:
    for incident in game.cases:
        for nation in game.nations:
            if game.last.accused[nation, incident, 0] != NOBODY:
                yield nation, incident


def _verdict(game: Game, nation: int, incident: int) -> bool:
    """Whether the actor a nation has named is responsible."""
    accused = int(game.last.accused[nation, incident, 0])
    return bool(game.match.board.blames[incident, game.culprit(incident), accused])


def _case(game: Game, incident: int) -> Iterator[Block]:
    title = game.title(incident)
    truth = _truth_text(game, incident)
    notes = [Note("The truth", truth, tone="good"), *_what_they_said(game, incident)]
    drawn = _chart(game, incident)
    lead = (_facts(game, incident), _gap(game, incident))
    yield Block(title, lead, drawn, notes=tuple(notes), full=True)
    if np.any(game.match.board.dealt[incident]):
        yield Block(
            f"The evidence on {title}",
            table=cards(game, incident),
            full=True,
            folded=True,
        )


def _facts(game: Game, incident: int) -> str:
    world = game.last
    kind = game.match.setup.kinds[int(world.kind[incident, 0])]
    sector = words.sector(world.sector[incident, 0])
    victim = game.name(int(world.victim[incident, 0]))
    began, until = int(world.began[incident, 0]), int(world.until[incident, 0])
    spread = np.flatnonzero(world.touched[incident, :, 0]).tolist()
    text = (
        f"{kind[:1].upper()}{kind[1:]} against {victim} ({sector}), severity "
        f"{float(world.severity[incident, 0]):.1f} of 10, from turn {began} to turn {until}."
    )
    return text + (f" It spread to {game.listed(spread)}." if spread else "")


def _truth_text(game: Game, incident: int) -> str:
    case = game.match.setup.cases[incident]
    culprit, framed = game.culprit(incident), game.framed(incident)
    text = case.truths[culprit] or f"It was {case.names[culprit]}."
    if framed != NOBODY:
        text += f" Planted traces pointed at {case.names[framed]}."
    return text


def _gap(game: Game, incident: int) -> str:
    """What could have been known, and what was."""
    culprit = game.culprit(incident)
    ideal = float(game.ideal(incident)[culprit])
    last = {
        n: float(game.beliefs[game.turns[-1], n, incident][culprit])
        for n in game.judges(incident, game.turns[-1])
        if n not in game.guilty(incident)
    }
    if not last:
        return f"Nobody knew of it but its author; every card read, the truth stood at {ideal:.0%}."
    best, worst = max(last, key=lambda n: last[n]), min(last, key=lambda n: last[n])
    pooled = game.pooled(incident, game.turns[-1])
    together = 0.0 if pooled is None else float(pooled[culprit])
    text = f"By the last morning {game.name(best)} gave the truth {last[best]:.0%}"
    if best != worst:
        text += f", {game.name(worst)} {last[worst]:.0%}"
    return (
        f"{text}. Had all nations laid their cards together they would have stood at "
        f"{together:.0%}; whoever read every card there was would have stood at {ideal:.0%}."
    )


def _what_they_said(game: Game, incident: int) -> Iterator[Note]:
    world = game.last
    for nation in game.nations:
        accused = int(world.accused[nation, incident, 0])
        if accused != NOBODY:
            right = _verdict(game, nation, incident)
            word = words.word(world.word[nation, incident, 0])
            sure = CONFIDENCE[int(world.sure[nation, incident, 0])]
            turn = int(world.claimed[nation, incident, 0])
            yield Note(
                f"{game.name(nation)}, turn {turn}",
                f"said: {word} {game.name(accused)}, with {sure} confidence. "
                f"{'That was right.' if right else 'That was wrong.'}",
                tone="good" if right else "bad",
            )
        if world.answered_for[nation, incident, 0]:
            said = "denied it" if world.answered_for[nation, incident, 0] == 1 else "owned up to it"
            did = nation in game.guilty(incident)
            yield Note(
                game.name(nation), f"{said}; {'it had done it' if did else 'it had not done it'}."
            )


def _chart(game: Game, incident: int) -> Chart:
    culprit, guilty = game.culprit(incident), game.guilty(incident)
    turns = [t for t in game.turns if game.judges(incident, t)] or [game.turns[-1]]
    series = []
    for n in game.nations:
        if n not in guilty:
            held = [game.beliefs.get((t, n, incident)) for t in turns]
            chances = tuple(None if h is None else _percent(h[culprit]) for h in held)
            if any(chance is not None for chance in chances):
                series.append(Series(game.name(n), chances))
    for n in game.people:
        said = [last_stated(game.match, n, incident, t) for t in turns]
        if any(said) and n not in guilty:
            stated = tuple(None if s is None else _percent(s[culprit]) for s in said)
            series.append(Series(f"{game.name(n)}, as stated", stated, "dashed"))
    shared = [game.pooled(incident, t) for t in turns]
    pooled = tuple(None if s is None else _percent(s[culprit]) for s in shared)
    ideal = _percent(game.ideal(incident)[culprit])
    series += [Series(POOLED, pooled, "dashed"), Series(ALL_READ, (ideal,) * len(turns), "dashed")]
    head = Head(
        f"case_{game.match.setup.cases[incident].id}",
        f"{game.title(incident)}: chance given to the truth",
        f"Lines by turn of the chance each nation gave to {game.hypothesis(incident, culprit)}, "
        "which was the truth, with what all cards together would have told.",
    )
    return lines(head, turns, series, Axis(0, 100, unit=" %"))


def _percent(chance: float) -> float:
    return round(float(chance) * 100, 2)
