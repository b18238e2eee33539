"""What a scenario asks and makes happen, compiled: conditions, injects, objectives, tests."""

from __future__ import annotations

from game.rules.action import Action
from game.rules.turn import Condition, Inject, Judged, Rulebook
from game.scenario import conditions
from game.scenario.ids import Ids
from game.scenario.model import Scenario
from game.scenario.vocabulary import VOCABULARY


def rulebook(scenario: Scenario, ids: Ids, actions: tuple[Action, ...]) -> Rulebook:
    """All that the rules call back for."""
    return Rulebook(
        actions=actions,
        begins=[_condition(i.when, ids) for i in scenario.incidents.values()],
        injects=[_inject(scenario, name, ids) for name in scenario.injects],
        objectives=[
            (needed(o.when, ids), Judged[o.judged.upper()])
            for wants in scenario.objectives.values()
            for o in wants.values()
        ],
    )


def _condition(text: str | None, ids: Ids) -> Condition | None:
    return None if text is None else needed(text, ids)


def needed(text: str, ids: Ids) -> Condition:
    """A condition that has passed its checks, ready to be asked of worlds."""
    parsed = conditions.parse(text, VOCABULARY, ids, at_end=True)
    if isinstance(parsed, list):
        raise ValueError(f"{text}: {parsed[0].message}")
    return lambda world: parsed.evaluate(world, None)


def _inject(scenario: Scenario, name: str, ids: Ids) -> Inject:
    inject = scenario.injects[name]
    effects = []
    for effect in inject.effects:
        place = [ids["nation"].index(effect.of)]
        if effect.to is not None:
            place.append(ids["nation"].index(effect.to))
        if effect.sector is not None:
            place.append(ids["sector"].index(effect.sector))
        amount = {"trust": "deeds"}.get(effect.what, effect.what)
        effects.append((amount, tuple(place), effect.by))
    settles = [item.split(".") for item in inject.settles]
    return Inject(
        turn=inject.turn,
        when=_condition(inject.when, ids),
        effects=tuple(effects),
        settles=tuple(
            (ids["incident"].index(i), list(scenario.incidents[i].evidence).index(c))
            for i, c in settles
        ),
    )
