"""The small scenario that tests of the rules play in: four nations in a room."""

from __future__ import annotations

from typing import Any

_NATION = """
  {id}:
    name: {name}
    about: A nation.
    brief: Play it.
    power: {power}
    stocks: {{capital: 40.0, effort: 40.0, funds: 40.0}}
    income: {{capital: 4.0, effort: 6.0, funds: 5.0}}
    capability: {{offence: {offence}, defence: {defence}, forensics: {forensics},
                 resilience: {resilience}, diplomacy: {diplomacy}}}
    access: {access}
    exploits: {exploits}
    dependence: {dependence}
    allies: {allies}
    red_lines: {red_lines}
"""

_ROWS: tuple[dict[str, Any], ...] = (
    {"id": "north", "power": 0.9, "offence": 80.0, "defence": 80.0, "forensics": 80.0,
     "resilience": 50.0, "diplomacy": 75.0, "access": 50.0, "exploits": 2, "allies": "[west]",
     "dependence": "{energy: 3.0, finance: 2.0}", "red_lines": "{energy: 7}"},
    {"id": "south", "power": 0.8, "offence": 70.0, "defence": 60.0, "forensics": 50.0,
     "resilience": 40.0, "diplomacy": 50.0, "access": 40.0, "exploits": 1, "allies": "[]",
     "dependence": "{}", "red_lines": "{}"},
    {"id": "east", "power": 0.5, "offence": 30.0, "defence": 50.0, "forensics": 60.0,
     "resilience": 30.0, "diplomacy": 40.0, "access": 25.0, "exploits": 0, "allies": "[]",
     "dependence": "{}", "red_lines": "{}"},
    {"id": "west", "power": 0.2, "offence": 10.0, "defence": 20.0, "forensics": 20.0,
     "resilience": 20.0, "diplomacy": 60.0, "access": 10.0, "exploits": 0, "allies": "[north]",
     "dependence": "{}", "red_lines": "{}"},
)  # fmt: skip

TEXT = (
    """
format: 1
id: parlour
title: Parlour
summary: Four nations in a room.
brief: A test.
turns: 8
turn_days: 7
usual: {trust: 50.0, hostility: 10.0}
nations:"""
    + "".join(_NATION.format(name=row["id"].title(), **row) for row in _ROWS)
    + """
actors:
  gang: {name: The gang, kind: criminal, home: south, about: Thieves., patrons: [south]}
  crew: {name: The crew, kind: hacktivist, home: west, about: Angry., patrons: [west]}
year: 2020
norms:
  spare_critical: {}
  answer_help: {}
  weigh_everything: {}
  mind_your_soil: {}
  protect_own: {}
  spare_responders: {}
organisations:
  league:
    members: [north, south, east, west]
    define:
      label: The League
      short: League
      about: Everybody.
      rule: consensus
      powers: {pooled_evidence: {}, joint_statement: {}, mutual_assistance: {rest: 1},
               norm_forum: {}, contact_directory: {}, mediation: {strength: 1.2},
               independent_attribution: {lag: 1}, legal_expertise: {}}
      source: [a test]
  union:
    members: [north, east, west]
    define:
      label: The Union
      short: Union
      about: Three.
      rule: qualified_majority
      powers: {joint_sanctions: {lag: 2, rest: 3}, capacity_fund: {lag: 1}, training: {}}
      source: [a test]
  court:
    members: [east, west]
    define:
      label: The Court
      short: Court
      about: Not yet.
      since: 2030
      rule: unanimity
      powers: {independent_attribution: {}}
      source: [a test]
relations:
  - {of: north, to: south, trust: 30.0, hostility: 60.0}
  - {of: south, to: north, trust: 35.0, hostility: 50.0}
  - {of: north, to: west, trust: 80.0, hostility: 0.0, both: true}
incidents:
  blackout:
    title: Blackout
    text: The lights go out.
    kind: wiper
    victim: north
    sector: energy
    severity: 6.0
    turn: 1
    hypotheses:
      south: {hand: south, prior: 0.4, text: It was the south.}
      gang_south: {hand: gang, sponsor: south, prior: 0.2, text: The gang did it for the south.}
      east: {hand: east, prior: 0.3, text: It was the east.}
    truth: south
    false_flag: {chance: 0.25, frames: {east: 3.0, south: 1.0}}
    evidence:
      code: {text: Code., layer: code, points_to: {south: fair}, exists: 0.8, work: 40.0}
      hours: {text: Hours., layer: language, points_to: {east: strong}, exists: 0.5,
              planted: true, work: 60.0}
      call: {text: A call., layer: source, points_to: {south: very_strong, gang_south: strong},
             exists: 0.6, secret: true, burns: true, work: 30.0}
      slip: {text: A slip., layer: mistake, points_to: {gang_south: weak}, exists: 0.7,
             work: 50.0, finders: [north, east]}
  leak:
    title: Quiet guest
    text: Someone reads along.
    kind: long_espionage
    victim: east
    sector: government
    severity: 4.0
    turn: 2
    hypotheses:
      gang: {hand: gang, prior: 0.5, text: It was the gang.}
      north: {hand: north, prior: 0.3, text: It was the north.}
    truth: gang
    evidence:
      tool: {text: A tool., layer: code, points_to: {gang: fair}, exists: 0.8, work: 35.0}
objectives:
  north:
    calm: {text: Keep calm., points: 50.0, when: rung <= 3}
  south:
    calm: {text: Keep calm., points: 30.0, when: rung <= 3, judged: any}
debrief:
  text: A test.
  questions: ["Why?"]
"""
)
