"""News: what a nation saw happen in a turn, in sentences, with the reasons that were given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from game.actions import actions
from game.language import N_, _, _n
from game.match import HUMAN, Match
from game.players.reasons import why_ordered, why_refused
from game.report import findings, happened, institutions, terms, words
from game.report.objectives import turned
from game.report.story import Scene, Story, Tell, closed, place
from game.report.votes import Vote, votes
from game.rules.action import Action, Aim
from game.rules.happenings import Log, What
from game.rules.world import NOBODY

__all__ = ["Story", "came_of", "news_now", "news_of", "turn_report", "turn_told"]

TELL: dict[What, Tell] = {**happened.TELL, **institutions.TELL}
"""How each kind of happening is told."""

PROPOSED = {
    (False, False): N_("{who} proposed to {others}: {terms}. Not signed."),
    (False, True): N_("{who} proposed to {others}: {terms}. Signed."),
    (True, False): N_("{who} countered to {others}: {terms}. Not signed."),
    (True, True): N_("{who} countered to {others}: {terms}. Signed."),
}
"""A treaty on the table, by whether it was a counter-offer, and whether it was signed."""

TOLD_ELSEWHERE = {
    **dict.fromkeys(
        (What.FOUND, What.SHARED, What.PUBLISHED, What.REPORT), "a story for each giver and case"
    ),
    What.ADOPTED: "a story for each norm",
    What.POSITION: "a story for each answer",
    **dict.fromkeys(
        (What.OFFERED, What.ACCEPTED, What.REFUSED, What.SIGNED, What.LAPSED, What.VOTED_DOWN),
        "with the proposal",
    ),
    **dict.fromkeys((What.ORDERED, What.CLAIMED, What.CALLED), "with the order"),
    What.GAME_OVER: "in the debrief",
}
"""Happenings without a sentence of their own, and where they are told."""

Deed = tuple[bool, str, tuple[int, ...]]
"""Whether it is one's own, the reason that was given, and what was done."""

QUIETLY = ("publish", "publish_position")
"""Orders told by what they bring about."""


def turn_report(match: Match, nation: int, turn: int) -> list[Story]:
    """What a nation saw in a turn that has been played, from its morning to its end."""
    return _played(Scene(match, nation, match.world_at(turn), match.logs[turn - 1]))


def turn_told(match: Match, nation: int, turn: int) -> list[Story]:
    """The same as others read it when the game is over: told of the nation, not to it."""
    return _played(Scene(match, nation, match.world_at(turn), match.logs[turn - 1], of_me=True))


def came_of(match: Match, nation: int, turn: int) -> list[Story]:
    """What a nation saw of a turn after its orders were given; the rest were news before."""
    return _played(Scene(match, nation, match.world_at(turn), _since_orders(match, turn)))


def news_of(match: Match, nation: int, turn: int) -> list[Story]:
    """What a nation saw of a turn, played or under way, before its orders were given."""
    log = _until_orders(match, turn)
    return _in_order(_stories(Scene(match, nation, match.world_at(turn), log)))


def news_now(match: Match, nation: int) -> list[Story]:
    """What a nation has seen so far of the turn being played."""
    if not match.logs:
        return []
    return _in_order(_stories(Scene(match, nation, match.world, match.logs[-1])))


def _until_orders(match: Match, turn: int) -> Log:
    log = match.logs[turn - 1]
    return replace(log, rows=log.rows[: match.rows_before_orders(turn)], orders=[])


def _since_orders(match: Match, turn: int) -> Log:
    log = match.logs[turn - 1]
    return replace(log, rows=log.rows[match.rows_before_orders(turn) :], talks=[])


def _played(scene: Scene) -> list[Story]:
    """All of a turn that has come to its end, and what it did to the nation's aims."""
    return _in_order([*_stories(scene), *closed(scene), *turned(scene)])


def _in_order(stories: Iterable[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: place(story.kind, story.weight))


def _stories(scene: Scene) -> Iterator[Story]:
    yield from _seen(scene)
    yield from findings.told(scene)
    yield from institutions.together(scene)
    yield from _talks(scene)
    yield from _orders(scene)


def _seen(scene: Scene) -> Iterator[Story]:
    """Stories of what the log says this nation saw."""
    for at, rows in enumerate(scene.log.rows):
        tell = TELL.get(rows.what)
        for row in np.flatnonzero((rows.seen >> scene.me) & 1).tolist() if tell else ():
            for story in tell(scene, rows, row) if tell else ():
                yield replace(story, at=at)


def _talks(scene: Scene) -> Iterator[Story]:
    """Proposals this nation was part of, how they were answered, and what others signed."""
    tabled = [at for at, rows in enumerate(scene.log.rows) if rows.what is What.OFFERED]
    for at, (offers, answers) in zip(tabled, scene.log.talks, strict=True):
        for vote in votes(scene.match, offers, answers):
            if scene.me in vote.parties:
                yield replace(_proposal(scene, offers, answers, vote), at=at)
            elif vote.passed and vote.body == NOBODY:
                yield replace(_of_others(scene, offers, vote), at=at)


def _proposal(scene: Scene, offers: Any, answers: Any, vote: Vote) -> Story:
    match = scene.match
    told = not vote.passed or vote.body != NOBODY
    refusals = tuple(_refusals(scene, answers, vote)) if told else ()
    why = [*refusals, *(_consent(scene, answers, vote) if told else ())]
    if vote.body == NOBODY:
        others = words.listed([scene.name(n) for n in vote.parties if n != vote.proposer])
        text = _(PROPOSED[bool(offers.counter[vote.row]), vote.passed]).format(
            who=scene.name(vote.proposer), others=others, terms=_says(scene, offers, vote)
        )
    else:
        text = moved(scene, offers, vote)
        rule = _("rule: {rule}").format(rule=terms.rule(match.board.bodies.rule[vote.body]))
        why += [] if vote.passed or vote.crowded_out else [rule]
    holds = None if vote.crowded_out else vote.passed
    weight = 8 if vote.passed else 4
    return Story("talks", text, tuple(why), weight, refusals=refusals, holds=holds)


def moved(scene: Scene, offers: Any, vote: Vote) -> str:
    """What somebody wanted of an organisation, and what came of it."""
    return _("{body}: {who} moved to {terms}. {outcome}").format(
        body=words.body(scene.match, vote.body),
        who=scene.name(vote.proposer),
        terms=_says(scene, offers, vote),
        outcome=outcome(scene, vote),
    )


def _says(scene: Scene, offers: Any, vote: Vote) -> str:
    """What a proposal says, in one line."""
    return words.series(words.offer_text(scene.match, scene.world, offers, vote.row))


def outcome(scene: Scene, vote: Vote) -> str:
    """What came of a vote, and who stood in its way."""
    if vote.passed:
        return _("Adopted.")
    if vote.crowded_out:
        return _("Adopted, but the organisation does one thing at a time: it is dropped.")
    blocked = words.listed([scene.name(n) for n in vote.blocked_by])
    return _("Not adopted: blocked by {who}.").format(who=blocked)


def _refusals(scene: Scene, answers: Any, vote: Vote) -> Iterator[str]:
    """Who said no, and why."""
    for n in np.flatnonzero((answers.offer == vote.row) & (answers.accept == 0)).tolist():
        who = scene.name(answers.actor[n])
        why = why_refused(int(answers.reason[n]), answers.factor[n], answers.needed[n])
        yield (_("{who} refused: {why}") if why else _("{who} refused")).format(who=who, why=why)


def _consent(scene: Scene, answers: Any, vote: Vote) -> Iterator[str]:
    """Who said yes, and who nothing."""
    yes = np.flatnonzero((answers.offer == vote.row) & (answers.accept != 0)).tolist()
    said = [scene.name(answers.actor[n]) for n in yes]
    if said:
        all_said = _n("{who} accepted", "{who} accepted", len(said))
        yield all_said.format(who=words.listed(said))
    if vote.silent and not vote.passed:
        nothing = _n("{who} did not answer", "{who} did not answer", len(vote.silent))
        yield nothing.format(who=words.listed([scene.name(n) for n in vote.silent]))


def _of_others(scene: Scene, offers: Any, vote: Vote) -> Story:
    """A treaty between others, as the world hears of it."""
    names = words.listed([scene.name(n) for n in vote.parties])
    incident = offers.incident[vote.row]
    heard = incident == NOBODY or scene.heard(incident)
    says = _says(scene, offers, vote) if heard else ""
    bare, told = _("{who} signed an agreement."), _("{who} signed an agreement: {terms}.")
    return Story("talks", (told if says else bare).format(who=names, terms=says), (), 5)


def _orders(scene: Scene) -> Iterator[Story]:
    """Orders that were carried out: one's own, and those done in public."""
    for orders in scene.log.orders:
        for (mine, why, _said), rows in _alike(scene, orders).items():
            action = actions()[int(orders.action[rows[0]])]
            text, reasons = _deed(scene, action, orders, rows), (why,) if why else ()
            yield Story("own" if mine else "acts", text, reasons, 6 if action.hostile else 3)


def _alike(scene: Scene, orders: Any) -> dict[Deed, list[int]]:
    """Rows of orders the nation sees; the same deed of several others, for one reason, is one."""
    found: dict[Deed, list[int]] = {}
    for row in range(len(orders)):
        action, actor = actions()[int(orders.action[row])], int(orders.actor[row])
        if action.id in QUIETLY or not (action.public or actor == scene.me):
            continue
        said = (orders.action, orders.target, orders.incident, orders.choice, orders.level)
        deed = tuple(int(column[row]) for column in said)
        key = (scene.mine(actor), _why(scene, actor, int(orders.reason[row])), deed)
        found.setdefault(key, []).append(row)
    return found


def _why(scene: Scene, actor: int, reason: int) -> str:
    """The reason a nation gave for a deed: people give none, nor is one's own told to oneself."""
    given = not scene.mine(actor) and scene.match.players[actor] != HUMAN
    return why_ordered(reason) if given else ""


def _deed(scene: Scene, action: Action, orders: Any, rows: list[int]) -> str:
    row, who = rows[0], [scene.name(orders.actor[each]) for each in rows]
    tells = _n(action.tells, for_several(action.tells), len(who))
    choice = _choice(action, int(orders.choice[row]))
    text = tells.format(
        actor=words.listed(who),
        target=scene.name(orders.target[row]),
        incident=scene.case(orders.incident[row]),
        choice=choice,
        word=choice,
        level=int(orders.level[row]),
    )
    return f"{text}."


def for_several(tells: str) -> str:
    """The sentence of a deed, for several who did it."""
    for one, many in ((" its ", " their "), (" it had ", " they had ")):
        tells = tells.replace(one, many)
    return tells


def _choice(action: Action, choice: int) -> str:
    if action.aim is Aim.SECTOR or "sector" in action.also:
        return terms.sector(choice)
    return terms.word(choice) if "word" in action.also else ""
