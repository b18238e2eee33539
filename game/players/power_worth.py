"""What the use of an organisation's power is worth to a member who is asked. (Rules 13.2, 16)"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.players import clause_worth as worth
from game.players.asked import Asked
from game.rules.action import Feature
from game.rules.powers import Power
from game.rules.world import NOBODY, Floats, which


def motion_values(asked: Asked, need: Floats) -> Floats:
    """What each motion is worth to the one asked; 0 for treaties. [rows]"""
    value = np.zeros(len(asked.offer), np.float32)
    moved = asked.body != NOBODY
    if not moved.any():
        return value
    for power in which(np.bincount(asked.power[moved], minlength=len(Power))):
        rows = asked.moves(int(power))
        if power == Power.JOINT_STATEMENT:
            named = worth.accusation(asked, need)
            found = np.where(asked.names, named, worth.speech(asked))
        elif power == Power.JOINT_SANCTIONS:
            found = worth.punishment(asked, need)
        else:
            found = _WORTH[int(power)](asked)
        value = np.where(rows, found, value)
    return value


def _pool(asked: Asked) -> Floats:
    unsure = asked.stake * (1 - asked.belief) * np.float32(0.1)
    know = asked.weight(Feature.KNOW) * (np.float32(0.4) + unsure)
    good = know + asked.weight(Feature.BOND) * np.float32(0.3)
    total: Floats = good - 6 * asked.done - 2 * asked.hiding
    return total


def _assist(asked: Asked) -> Floats:
    """Help for oneself, for a friend, or because one has endorsed that help is answered."""
    seen = asked.reading.seen
    victim = np.maximum(seen.victim[asked.nation, asked.incident, asked.world], 0).astype(np.intp)
    mine = victim == asked.nation
    warm = asked.towards(asked.reading.warm, victim)
    kind = asked.weight(Feature.BOND) * (warm + np.float32(0.3)) * 2
    kind = kind + asked.weight(Feature.HONOUR) * np.float32(0.4)
    return np.where(mine, asked.weight(Feature.PROTECT) * 3, kind - np.float32(0.3))


def _fund(asked: Asked) -> Floats:
    taker = np.minimum(asked.topic, asked.reading.other.shape[1] - 1)
    mine = taker == asked.nation
    given = worth.aid(asked, taker) - np.float32(0.3)
    return np.where(mine, worth.training(asked), given)


def _train(asked: Asked) -> Floats:
    good: Floats = asked.weight(Feature.PROTECT) * np.float32(0.9)
    return good + asked.weight(Feature.BOND) * asked.kind * np.float32(0.5)


def _advise(asked: Asked) -> Floats:
    """Who has a view of the law is glad to publish it; who has none takes the proposer's."""
    seen = asked.reading.seen
    point = np.minimum(asked.topic, seen.position.shape[1] - 1)
    own = seen.position[asked.nation, point, asked.world] != NOBODY
    borrowed = asked.kind * np.float32(0.8) + asked.weight(Feature.CALM) * np.float32(0.3)
    spoken = asked.weight(Feature.HONOUR) * np.float32(0.5) + np.float32(0.2)
    return np.where(own, spoken, borrowed)


def _mediate(asked: Asked) -> Floats:
    reading = asked.reading
    topic = np.minimum(asked.topic, reading.other.shape[1] - 1)
    heat = reading.tension[asked.nation, :, asked.world].max(axis=1)
    concerned = (topic == asked.nation) | (asked.towards(reading.tension, topic) > 0)
    calm = asked.weight(Feature.CALM) * (np.float32(0.4) + concerned * heat * np.float32(0.4))
    spite = np.maximum(asked.weight(Feature.SPITE), 0) * concerned * np.float32(0.7)
    good: Floats = calm - spite
    return good


def _investigate(asked: Asked) -> Floats:
    total: Floats = worth.watch(asked) + asked.stake * np.float32(0.1) - 6 * asked.done
    return total


def _found(asked: Asked) -> Floats:
    good = asked.weight(Feature.CALM) * np.float32(0.5) + asked.weight(Feature.BOND) * asked.kind
    good = good + asked.weight(Feature.HONOUR) * np.float32(0.4)
    total: Floats = good - np.maximum(asked.weight(Feature.GAIN), 0) * np.float32(0.6)
    return total


_WORTH: dict[int, Callable[[Asked], Floats]] = {
    Power.POOLED_EVIDENCE: _pool,
    Power.MUTUAL_ASSISTANCE: _assist,
    Power.CAPACITY_FUND: _fund,
    Power.TRAINING: _train,
    Power.LEGAL_EXPERTISE: _advise,
    Power.NORM_FORUM: worth.rule,
    Power.CONTACT_DIRECTORY: worth.line,
    Power.MEDIATION: _mediate,
    Power.INDEPENDENT_ATTRIBUTION: _investigate,
    Power.FOUND: _found,
}
