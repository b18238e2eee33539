"""Results of commands that compute: for programs as data, for people as lines."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import record
from game.language import _, _n
from game.match import Match
from game.report import words
from game.report.aftermath import Truth, aftermath
from game.report.situation import situation
from game.rules.view import rows_of
from game.scenario.check import check_file
from game.scenario.findings import Finding
from game.terminal.arguments import files_of


def of(match: Match) -> dict[str, Any]:
    """How a game that is over came out."""
    told = aftermath(match, None)
    nations = match.setup.nations
    names = {words.nation(match, n): id_ for n, id_ in enumerate(nations)}
    return {
        "scenario": match.scenario.id,
        "seed": match.seed,
        "turns": told.turn,
        "ending": told.ending,
        "scores": {names[line.nation]: line.total for line in told.scores},
        "trust": _trust(match),
        "peak_rung": told.peak,
        "treaties": [asdict(treaty) for treaty in situation(match, 0).treaties],
        "incidents": [_incident(match, truth) for truth in told.truths],
        "players": dict(zip(nations, match.players, strict=True)),
        "hash": match.hashes()[-1],
    }


def _trust(match: Match) -> dict[str, dict[str, float]]:
    """Trust of each nation in each other."""
    nations = match.setup.nations
    return {
        one: {
            other: float(match.view(n).trust[0, k, 0]) for k, other in enumerate(nations) if k != n
        }
        for n, one in enumerate(nations)
    }


def _incident(match: Match, truth: Truth) -> dict[str, Any]:
    return {
        "id": match.setup.cases[truth.incident].id,
        "title": truth.title,
        "culprit": truth.culprit,
        "claims": list(truth.claims),
    }


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    head = _("{scenario}, seed {seed}: {ending}")
    told = [head.format(scenario=found["scenario"], seed=found["seed"], ending=found["ending"])]
    lasted = _n(
        "after 1 turn; highest rung {rung} of 7",
        "after {n} turns; highest rung {rung} of 7",
        found["turns"],
    )
    told.append(lasted.format(rung=found["peak_rung"]))
    told += [f"  {nation:<16} {score:6.1f}" for nation, score in found["scores"].items()]
    truth, treaty = _("{case}: it was {culprit}"), _("treaty: {parties}")
    told += [
        f"  {truth.format(case=each['title'], culprit=each['culprit'])}"
        for each in found["incidents"]
    ]
    told += [f"  {treaty.format(parties=', '.join(each['parties']))}" for each in found["treaties"]]
    return [*told, _("hash {hash}").format(hash=found["hash"])]


def replayed(path: Path, verify: bool) -> dict[str, Any]:
    """Whether a record plays again, and, if asked, comes out as recorded. Raises RecordError."""
    match = record.load(path)
    differs = record.first_difference(match, _recorded(path)) if verify else None
    return {
        "ok": differs is None,
        "turns": len(match.hashes()),
        "hash": match.hashes()[-1] if match.hashes() else "",
        "first_difference": differs,
    }


def _recorded(path: Path) -> record.Parsed:
    """The hashes a record holds."""
    hashes, turn = {}, 0
    for line in path.read_text("utf-8").splitlines():
        head, _, rest = line.partition(" ")
        if head == "scenario":
            break
        if head == "turn" and rest.isdecimal():
            turn = int(rest)
        elif head == "hash":
            hashes[turn] = rest
    return record.Parsed(hashes=hashes)


def replay_lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    if found["ok"]:
        again = _n(
            "1 turn played again; hash {hash}", "{n} turns played again; hash {hash}",
            found["turns"],
        )  # fmt: skip
        return [again.format(hash=found["hash"] or _("none yet"))]
    differs = _("turn {n} does not come out as recorded")
    return [differs.format(n=found["first_difference"])]


def checked(paths: Sequence[Path]) -> dict[str, Any]:
    """Everything an author may have got wrong in some files and folders. Raises Misuse."""
    began = time.perf_counter()
    files = [file for path in paths for file in files_of(path)]
    findings = [finding.as_json() for file in files for finding in check_file(file)[1]]
    seconds = round(time.perf_counter() - began, 3)
    return {"findings": findings, "files": [str(file) for file in files], "seconds": seconds}


def has_errors(found: Mapping[str, Any]) -> bool:
    """Whether something found must be put right."""
    return any(finding["severity"] == "error" for finding in found["findings"])


def check_lines(found: Mapping[str, Any]) -> list[str]:
    """Findings for a person."""
    told = [str(Finding(**finding)) for finding in found["findings"]]
    counted = _("files: {files}, findings: {findings}")
    return [*told, counted.format(files=len(found["files"]), findings=len(told))]


def seen(match: Match, turn: int, nation: int) -> dict[str, Any]:
    """What a nation saw when a turn had been played, with the ids of what the numbers stand for."""
    view = match.view_at(turn, nation)
    return {
        "scenario": match.scenario.id,
        "seat": match.setup.nations[nation],
        "turn": turn,
        "nations": list(match.setup.nations),
        "actors": list(match.setup.actors),
        "incidents": _known_ids(match, view.known[0, :, 0]),
        "sectors": list(match.setup.ids["sector"]),
        "view": {name: values[..., 0].tolist() for name, values in rows_of(view).items()},
    }


def _known_ids(match: Match, known: Any) -> list[str | None]:
    """Ids of incidents by number; None for one the nation has not heard of."""
    return [case.id if known[n] else None for n, case in enumerate(match.setup.cases)]
