"""The page for authors says what the model says."""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.scenario import model
from game.scenario.check import check_text
from tests.scenario.manual import BLOCK, PAGE, PARTS, TABLES, page

TEXT = PAGE.read_text("utf-8")


def test_the_tables_of_the_page_are_those_of_the_model() -> None:
    assert page(TEXT) == TEXT, "run: python -m tests.scenario.manual"


def test_every_table_is_on_the_page_once() -> None:
    assert sorted(found[2] for found in BLOCK.finditer(TEXT)) == sorted(TABLES)


def test_every_part_of_the_format_has_a_table() -> None:
    parts = {name for name in model.__all__ if hasattr(getattr(model, name), "model_fields")}
    assert parts - {"Strict"} == set(PARTS)


def test_the_page_says_how_to_check_to_test_and_to_play() -> None:
    for command in ("check", "test", "play", "auto"):
        assert f"backchannel {command}" in TEXT


GOOD = (PAGE.parents[1] / "tests" / "scenario" / "good.yaml").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def laid_over(below: Any, above: Any) -> Any:
    """A file with the keys of an example put in, however deep they are."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: laid_over(below.get(key), value) for key, value in above.items()}}


def test_the_examples_of_the_page_can_be_pasted_into_a_scenario() -> None:
    whole = [text for text in EXAMPLES if not text.startswith("when:")]
    assert len(whole) >= 5
    for example in whole:
        file = laid_over(yaml.safe_load(GOOD), yaml.safe_load(example))
        findings = check_text(yaml.safe_dump(file, sort_keys=False), "example")[1]
        assert findings == [], example
