"""The library of norms and organisations: whole, sourced, of its time, and told of when broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from game import paths
from game.rules.law import ANSWERS
from game.rules.powers import Power
from game.rules.world import Contested
from game.scenario import library
from game.scenario.check import check_file
from game.scenario.model import Scenario

GOOD = Path(__file__).parent / "good.yaml"
NORMS, ORGANISATIONS = library.norms(), library.organisations()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the library that may be broken."""
    for name in (*library.SHELVES, "doctrines", "incidents"):
        shutil.copytree(paths.scenarios() / name, tmp_path / name)
    monkeypatch.setattr(paths, "scenarios", lambda: tmp_path)
    library._shelf.cache_clear()
    yield tmp_path
    library._shelf.cache_clear()


def test_the_eleven_norms_are_there() -> None:
    assert "".join(sorted(str(norm.letter) for norm in NORMS.values())) == "abcdefghijk"
    assert {norm.since for norm in NORMS.values()} == {2015}


@pytest.mark.parametrize("name", NORMS)
def test_a_norm_can_be_broken_and_gives_an_answer_there_is(name: str) -> None:
    norm = NORMS[name]
    breaks = norm.broken_by
    assert (
        sum((breaks.acts is not None, breaks.request is not None, breaks.haste, breaks.neglect))
        == 1
    )
    assert (norm.kind == "restraint") == (breaks.acts is not None)
    if norm.informs is not None:
        assert norm.informs.answer in ANSWERS[Contested[norm.informs.question.name]]


def test_the_organisations_of_the_design_are_there_and_each_feels_like_itself() -> None:
    assert len(ORGANISATIONS) == 9
    feels = {
        (body.rule, json.dumps({str(p): how.model_dump() for p, how in body.powers.items()}))
        for body in ORGANISATIONS.values()
    }
    assert len(feels) == len(ORGANISATIONS)


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_has_sources_and_does_nothing_before_it_exists(name: str) -> None:
    body = ORGANISATIONS[name]
    assert body.since is not None
    assert any("http" in source for source in body.source)
    assert all(how.since is None or how.since >= body.since for how in body.powers.values())


def test_words_come_before_sanctions() -> None:
    for body in ORGANISATIONS.values():
        lags = {str(power): how.lag for power, how in body.powers.items()}
        if "joint_sanctions" in lags and "joint_statement" in lags:
            assert lags["joint_statement"] < lags["joint_sanctions"]


def made(year: int, **changes: object) -> Scenario:
    file = {**yaml.safe_load(GOOD.read_text("utf-8")), "year": year, "norms": {}, **changes}
    return Scenario.model_validate_json(json.dumps(file))


def able(scenario: Scenario, power: Power) -> list[bool]:
    return library.body_table(scenario).can[:, power].tolist()


def test_a_power_works_from_its_year_on() -> None:
    members = {"united_nations": {"members": ["arlen", "borrow"]}}
    for year, there in ((2018, False), (2024, True)):
        scenario = made(year, organisations=members)
        assert able(scenario, Power.CONTACT_DIRECTORY) == [there]
        assert able(scenario, Power.NORM_FORUM) == [True]


def test_a_body_that_is_founded_in_play_gets_all_its_powers() -> None:
    body = {"ccdcoe": {"members": ["arlen", "borrow"], "may_found": True}}
    scenario = made(2007, organisations=body)
    assert library.founded(scenario) == [False]
    assert able(scenario, Power.LEGAL_EXPERTISE) == [True]
    later = made(2010, organisations=body)
    assert library.founded(later) == [True]
    assert able(later, Power.LEGAL_EXPERTISE) == [False]


def test_a_broken_file_of_the_library_is_told_of_by_line(home: Path) -> None:
    path = home / "norms" / "mind_your_soil.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: duty", "kind: dutty"), "utf-8")
    wanted = f"{path}:3:7: 'dutty' is not possible for 'kind' (did you mean 'duty'?)"
    assert [str(f) for f in check_file(path)[1]] == [wanted]
    scenario, findings = check_file(GOOD)
    assert scenario is None
    assert wanted in [str(f) for f in findings]


def test_what_is_no_yaml_at_all_is_told_of_too(home: Path) -> None:
    path = home / "organisations" / "osce.yaml"
    path.write_text("label: [", "utf-8")
    assert [f.id for f in check_file(path)[1]] == ["syntax"]
    assert "osce" not in library.organisations()


def test_a_good_file_of_the_library_has_no_findings(home: Path) -> None:
    assert check_file(home / "norms" / "cooperate.yaml") == (None, [])
