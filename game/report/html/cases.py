"""The truth of each incident, and what was believed of it turn by turn. (Rules 4.5, 11.6)"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.language import N_, _, _n
from game.report import terms, words
from game.report.cases import Case
from game.report.dossier import last_stated
from game.report.html.blocks import Block, Note, Section
from game.report.html.cards import cards
from game.report.html.charts import Axis, Chart, Head, Series, Table, lines, table
from game.report.html.plot import FAINT, NEUTRAL
from game.report.html.told import Game
from game.report.judgement import truth_text
from game.report.words import times
from game.rules.world import NOBODY

ALL_READ = N_("Every card read")
POOLED = N_("All cards pooled")
"""Readers to compare with: one who saw everything, and one told what anybody had found."""


def section(game: Game) -> Section:
    """Truth against belief, incident by incident."""
    told = [case for case in game.cases if _deserves_a_panel(game, case)]
    blocks = [_case(game, case) for case in told]
    title = _("All incidents, and the best that was made of them")
    blocks.append(Block(title, table=_summary(game), full=True))
    verdicts = [_verdict(game, n, i) for n, i in _claims(game)]
    happened = _n("{n} incident took place.", "{n} incidents took place.", len(game.cases))
    lines = _(
        "Each line is the chance that one nation's analysts gave to what was in fact true, when it "
        "was asked to judge in the morning of a turn: the higher, the nearer to the truth."
    )
    named = _("When it ended, an author had been named {right}, an innocent {wrong}.")
    right, wrong = times(sum(verdicts)), times(len(verdicts) - sum(verdicts))
    lead = (f"{happened} {lines}", named.format(right=right, wrong=wrong))
    return Section("cases", _("Truth against belief"), _("Truth"), lead, tuple(blocks))


def _deserves_a_panel(game: Game, case: Case) -> bool:
    """The scenario's own incidents, and what was loud or argued over; the rest share a table."""
    argued = any(about == case for nation, about in _claims(game))
    return game.written(case) or argued or not game.quiet(case)


def _claims(game: Game) -> Iterator[tuple[int, Case]]:
    """Accusations that stood at the end: nation and incident."""
    for case in game.cases:
        for nation in game.nations:
            if case.world.accused[nation, case.place, 0] != NOBODY:
                yield nation, case


def _verdict(game: Game, nation: int, case: Case) -> bool:
    """Whether the actor a nation has named is responsible."""
    return game.blames(case, int(case.world.accused[nation, case.place, 0]))


def _case(game: Game, case: Case) -> Block:
    truth = Note(_("The truth"), _truth_text(game, case), tone="good")
    return Block(
        id=case.id(game.match),
        title=game.title(case),
        lead=(_facts(game, case), _gap(game, case)),
        chart=_chart(game, case),
        table=cards(game, case) if np.any(game.match.board.dealt[case.place]) else None,
        notes=(truth, *_what_they_said(game, case)),
        full=True,
        folded=True,
    )


def _facts(game: Game, case: Case) -> str:
    world, incident = case.world, case.place
    began, until = int(world.began[incident, 0]), int(world.until[incident, 0])
    says = _("{kind} against {victim} ({sector}), severity {severity:.1f} of 10, in turn {began}.")
    if until > began:
        says = _(
            "{kind} against {victim} ({sector}), severity {severity:.1f} of 10, from turn {began} "
            "to turn {until}."
        )
    text = says.format(
        kind=words.capital(words.kind(game.match, world.kind[incident, 0])),
        victim=game.name(int(world.victim[incident, 0])),
        sector=terms.sector(world.sector[incident, 0]),
        severity=float(world.severity[incident, 0]),
        began=began,
        until=until,
    )
    spread = np.flatnonzero(world.touched[incident, :, 0]).tolist()
    more = _("It spread to {nations}.").format(nations=game.listed(spread))
    return f"{text} {more}" if spread else text


def _truth_text(game: Game, case: Case) -> str:
    text, framed = truth_text(game.match, case.place, game.culprit(case)), game.framed(case)
    planted = _("Planted traces pointed at {whom}.")
    if framed != NOBODY:
        text += " " + planted.format(whom=game.hypothesis(case, framed))
    return text


def _held_last(game: Game, case: Case) -> dict[int, float]:
    """The chance each nation gave to the truth in the last morning, those that did it left out."""
    held, culprit = game.held(case, game.last_judged(case)), game.culprit(case)
    return {n: float(row[culprit]) for n, row in held.items()}


def _gap(game: Game, case: Case) -> str:
    """What could have been known, and what was."""
    culprit, last = game.culprit(case), _held_last(game, case)
    ideal = float(game.ideal(case)[culprit])
    if not last:
        alone = _(
            "Nobody knew of it but its author; every card read, the truth stood at {ideal:.0%}."
        )
        return alone.format(ideal=ideal)
    best, worst = max(last, key=lambda n: last[n]), min(last, key=lambda n: last[n])
    pooled = game.pooled(case, game.last_judged(case))
    together = 0.0 if pooled is None else float(pooled[culprit])
    one = _("By the last morning {best} gave the truth {chance:.0%}.")
    two = _("By the last morning {best} gave the truth {chance:.0%}, {worst} {less:.0%}.")
    text = (one if best == worst else two).format(
        best=game.name(best), chance=last[best], worst=game.name(worst), less=last[worst]
    )
    could = _(
        "Had all nations laid their cards together they would have stood at {together:.0%}; "
        "whoever read every card there was would have stood at {ideal:.0%}."
    )
    return f"{text} {could.format(together=together, ideal=ideal)}"


def _what_they_said(game: Game, case: Case) -> Iterator[Note]:
    """Accusations, those of one wording together, and how the accused answered."""
    world, incident = case.world, case.place
    said: dict[tuple[int, int, int], list[int]] = {}
    for nation in game.nations:
        accused = int(world.accused[nation, incident, 0])
        if accused != NOBODY:
            word, sure = (int(a[nation, incident, 0]) for a in (world.word, world.sure))
            said.setdefault((accused, word, sure), []).append(nation)
    for (accused, word, sure), nations in said.items():
        right = _verdict(game, nations[0], case)
        when = sorted({int(world.claimed[n, incident, 0]) for n in nations})
        turns = words.listed([str(turn) for turn in when])
        head = _("{nations}, turn {turns}").format(nations=game.listed(nations), turns=turns)
        says = _("Said in public: {word} {whom}, with {confidence} confidence.").format(
            word=terms.word(word), whom=game.name(accused), confidence=terms.confidence(sure)
        )
        verdict = _("That was right.") if right else _("That was wrong.")
        yield Note(head, f"{says} {verdict}", tone="good" if right else "bad")
    for nation in game.nations:
        answer = int(world.answered_for[nation, incident, 0])
        if answer:
            guilty = nation in game.guilty(case)
            said_so = _("Denied it.") if answer == 1 else _("Owned up.")
            did = _("It had done it.") if guilty else _("It had not done it.")
            yield Note(game.name(nation), f"{said_so} {did}")


def _chart(game: Game, case: Case) -> Chart:
    culprit = game.culprit(case)
    turns = [t for t in game.turns if game.judges(case, t)] or [game.turns[-1]]
    series = [*_of_nations(game, case, turns), *_as_stated(game, case, turns)]
    shared = [game.pooled(case, t) for t in turns]
    pooled = tuple(None if s is None else _percent(s[culprit]) for s in shared)
    ideal = _percent(game.ideal(case)[culprit])
    series.append(Series(_(POOLED), pooled, "dashed", NEUTRAL))
    series.append(Series(_(ALL_READ), (ideal,) * len(turns), "dotted", FAINT))
    head = Head(
        f"case_{case.id(game.match)}",
        _("{case}: chance given to the truth").format(case=game.title(case)),
        _(
            "Lines by turn of the chance each nation gave to {truth}, which was the truth, with "
            "what all cards together would have told."
        ).format(truth=game.hypothesis(case, culprit)),
    )
    return lines(head, turns, series, Axis(0, 100, unit=" %"))


def _of_nations(game: Game, case: Case, turns: list[int]) -> Iterator[Series]:
    culprit = game.culprit(case)
    for n in game.nations:
        held = [game.beliefs.get((t, n, case)) for t in turns]
        chances = tuple(None if h is None else _percent(h[culprit]) for h in held)
        known = any(chance is not None for chance in chances)
        if known and n not in game.guilty(case):
            yield Series(game.name(n), chances, tone=n % NEUTRAL, shape=n)


def _as_stated(game: Game, case: Case, turns: list[int]) -> Iterator[Series]:
    culprit = game.culprit(case)
    for n in game.people:
        knew = [n in game.judges(case, t) for t in turns]
        said = [
            last_stated(game.match, n, case.place, t) if known else None
            for t, known in zip(turns, knew, strict=True)
        ]
        stated = tuple(None if s is None else _percent(s[culprit]) for s in said)
        if any(said) and n not in game.guilty(case):
            name = _("{nation}, as stated").format(nation=game.name(n))
            yield Series(name, stated, "dashed", n % NEUTRAL, n)


def _percent(chance: float) -> float:
    return round(float(chance) * 100, 2)


def _summary(game: Game) -> Table:
    rows = []
    for case in game.cases:
        culprit, held = game.culprit(case), _held_last(game, case)
        best = max(held, key=lambda n: held[n], default=None)
        rows.append(
            (
                game.title(case),
                case.began,
                round(float(case.world.severity[case.place, 0]), 1),
                game.hypothesis(case, culprit),
                game.hypothesis(case, game.framed(case)),
                _("nobody") if best is None else game.name(best),
                None if best is None else _percent(held[best]),
                _percent(game.ideal(case)[culprit]),
            )
        )
    columns = (
        _("incident"),
        _("turn"),
        _("severity"),
        _("in truth"),
        _("planted traces point at"),
        _("nearest to the truth"),
        _("its belief (%)"),
        _("every card read (%)"),
    )
    return table("incidents", _("All incidents"), columns, rows)
