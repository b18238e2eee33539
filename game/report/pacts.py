"""What a breach ends: the treaties that bound the one who broke them to the other. (Rules 8.17)"""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _
from game.report import words
from game.report.story import Scene
from game.rules.clauses import CLAUSES, LASTING
from game.rules.world import World


def ended_by(scene: Scene, who: int, whom: int) -> Iterator[str]:
    """Each treaty that one nation had with another, and lost in the turn that is told."""
    now = scene.world
    if now.turn < 1:
        return
    before = scene.match.worlds[now.turn - 1]
    for treaty in range(len(now.treaty_since)):
        bound = before.treaty_party[treaty, [who, whom], 0].all()
        live = before.treaty_since[treaty, 0] > 0 and before.treaty_until[treaty, 0] >= now.turn
        if bound and live and not now.treaty_party[treaty, who, 0]:
            told = _("Void between {who} and the other parties now: {terms}.")
            yield told.format(who=scene.name(who), terms=_terms(before, treaty))


def _terms(world: World, treaty: int) -> str:
    """What a treaty says."""
    levels = {CLAUSES[c].id: int(world.treaty_level[treaty, c, 0]) for c in LASTING}
    return words.series(words.clauses({id_: step for id_, step in levels.items() if step}))
