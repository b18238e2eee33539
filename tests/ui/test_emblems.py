"""Flags and emblems: apart from one another for every eye, the same every time."""

from __future__ import annotations

import itertools

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray
from pygame import Surface

from game import paths
from game.ui.build_flags import CODES
from game.ui.cloth import flag_of
from game.ui.emblems import drawn_flag, emblem, flag, real_flag
from game.ui.heraldry import COLOURS, FAMILIAR, METALS, PATTERNS, designs
from game.ui.shots import headless
from tests.atlas.scenes import ALL, INVENTED, REAL, scenario

SIXTEEN = [(f"n{i}", f"{form} of N{i}") for i, form in enumerate(["Republic", "Kingdom"] * 8)]

# Machado, Oliveira and Fernandes (2009): what full deuteranopia makes of linear red, green, blue.
DEUTAN = np.array([(0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)])
GREY = np.array([(0.2126, 0.7152, 0.0722)] * 3)


@pytest.fixture(autouse=True)
def _pygame() -> None:
    headless()


def seen(picture: Surface, eye: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = (pygame.surfarray.array3d(picture) / 255.0) ** 2.2
    found: NDArray[np.float64] = np.clip(linear @ eye.T, 0, 1) ** (1 / 2.2)
    return found


@pytest.mark.parametrize("eye", [np.eye(3), DEUTAN, GREY], ids=["all", "deutan", "grey"])
@pytest.mark.parametrize("name", [*INVENTED, "sixteen"])
def test_flags_of_a_scenario_are_told_apart_by_every_eye(
    name: str, eye: NDArray[np.float64]
) -> None:
    if name == "sixteen":
        flags = [drawn_flag(each, 48) for each in designs(name, SIXTEEN).values()]
    else:
        flags = [flag(scenario(name), id, 48) for id in scenario(name).nations]
    pictures = [seen(each, eye) for each in flags]
    for a, b in itertools.combinations(pictures, 2):
        assert np.abs(a - b).mean() > 0.06


def test_metal_lies_on_colour_and_never_on_metal() -> None:
    def light(colour: tuple[int, int, int]) -> float:
        return float((np.array(colour) / 255) ** 2.2 @ GREY[0])

    for metal, colour in itertools.product(METALS, COLOURS):
        assert (light(metal) + 0.05) / (light(colour) + 0.05) > 1.5


def test_no_flag_borrows_the_colours_of_a_real_one() -> None:
    for name in ("a", "b", "c"):
        for each in designs(name, SIXTEEN).values():
            assert {each.field, each.second} not in FAMILIAR
            assert each.field != each.second


def test_patterns_are_not_used_twice_until_all_are_used() -> None:
    many = [(f"n{i}", "N") for i in range(len(PATTERNS))]
    assert {each.pattern for each in designs("x", many).values()} == set(PATTERNS)


def test_a_flag_suits_the_form_of_state() -> None:
    made = designs("x", [("a", "Islands of A"), ("b", "Highlands of B")])
    assert made["a"].pattern in ("waves", "canton", "disc")
    assert made["b"].pattern in ("peaks", "chevrons", "hoist")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_covers_its_cloth(pattern: str) -> None:
    design = next(
        each
        for each in designs("x", [(f"n{i}", "N") for i in range(18)]).values()
        if each.pattern == pattern
    )
    cloth = flag_of(design, 120)
    assert pygame.mask.from_surface(cloth, 254).count() == 160 * 120
    used = {tuple(c) for c in pygame.surfarray.array3d(cloth).reshape(-1, 3).tolist()}
    assert len(used) >= 2


@pytest.mark.parametrize("name", REAL)
def test_real_nations_fly_their_own_flags(name: str) -> None:
    told = scenario(name)
    for id in told.nations:
        assert flag(told, id, 30).get_size() == (40, 30)
    assert bytes_of(flag(told, "russia", 30)) == bytes_of(real_flag("RU", 30))


def test_every_code_has_its_picture() -> None:
    folder = paths.assets() / "flags"
    assert {each.stem for each in folder.glob("*.png")} == set(CODES.split())


@pytest.mark.parametrize("name", ALL)
def test_flags_are_the_same_to_the_byte(name: str) -> None:
    told = scenario(name)
    first = [bytes_of(flag(told, id, 36)) for id in told.nations]
    drawn_flag.cache_clear()
    real_flag.cache_clear()
    assert first == [bytes_of(flag(told, id, 36)) for id in told.nations]
    assert len(set(first)) == len(first)


def test_organisations_of_a_scenario_have_emblems_of_their_own() -> None:
    for name in ALL:
        made = [bytes_of(emblem(id, 40)) for id in scenario(name).organisations]
        assert len(set(made)) == len(made)


def bytes_of(picture: Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")
