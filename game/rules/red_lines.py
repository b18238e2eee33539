"""Red lines: what a nation said it will not bear, and what its word is worth then. (Rules 3.10)"""

from __future__ import annotations

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.world import Index, World, which


def cross(change: Changes, incident: Index, where: Index, log: Log) -> None:
    """An incident that begins beyond a line its victim has drawn crosses it. (Rules 3.10)"""
    world, board = change.world, change.world.board
    victim, sector = world.victim[incident, where], world.sector[incident, where]
    line = board.red_line[victim, sector]
    if not line.any():
        return
    loud = ~board.kinds.quiet[world.kind[incident, where]]
    over = which((line > 0) & loud & (world.severity[incident, where] >= line))
    victim, incident, where = victim[over], incident[over], where[over]
    change.raise_to("crossed", victim, where, to=world.turn)
    change.add("anger", victim, where, by=p.RED_LINE_ANGER, why="red line")
    log.note(What.RED_LINE, where, target=victim, incident=incident)


def stand(world: World, log: Log) -> None:
    """Who has drawn a line and does not answer in time is believed less. (Rules 3.10)"""
    open_ = world.crossed > world.stood
    if not open_.any():
        return
    struck = (world.struck == world.turn).any(axis=1)
    named = (world.claimed == world.turn).any(axis=1)
    answered = open_ & (struck | named)
    late = open_ & ~answered & (world.turn - world.crossed >= int(p.RED_LINE_TURNS))
    change = Changes(world, log.ledger)
    for settled, loss in ((answered, 0.0), (late, p.RED_LINE_WEAK)):
        nation, where = settled.nonzero()
        change.put("stood", nation, where, to=world.turn)
        change.add("standing", nation, where, by=-loss, why="red line", who=nation)
    change.apply()
