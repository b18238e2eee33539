"""Title cards: each its own, at any size, dark where the title goes."""

from __future__ import annotations

import numpy as np
import pygame
import pytest
from pygame import Surface

from game.scenario.model.names import SectorName
from game.ui.cards import HUES, ICONS, backdrop, card, sectors
from game.ui.pictures import icon
from game.ui.shots import headless
from tests.atlas.scenes import ALL, scenario


@pytest.fixture(autouse=True)
def _pygame() -> None:
    headless()


def bytes_of(picture: Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def test_every_scenario_has_a_card_of_its_own() -> None:
    cards = [bytes_of(card(scenario(name), 320, 180)) for name in ALL]
    assert len(set(cards)) == len(ALL)
    assert bytes_of(card(scenario(ALL[0]), 320, 180)) == cards[0]


@pytest.mark.parametrize("size", [(640, 360), (200, 200), (1000, 300)])
def test_a_card_has_any_size_and_is_dark_on_the_left(size: tuple[int, int]) -> None:
    made = card(scenario("estonia_2007"), *size)
    assert made.get_size() == size
    light = pygame.surfarray.array3d(made).mean(axis=2)
    left, right = light[: size[0] // 5, : size[1] // 2], light[-size[0] // 2 :]
    assert left.mean() < 45 < right.max()


def test_what_is_hit_hardest_comes_first() -> None:
    assert sectors(scenario("geneva_conference"))[0] == "health"
    assert sectors(scenario("first_light")) == ("transport", "government")


def test_every_sector_has_a_sign_and_a_hue() -> None:
    assert set(ICONS) == set(HUES) == {each.value for each in SectorName}
    for name in ICONS.values():
        assert pygame.mask.from_surface(icon(name, 24, (255, 255, 255))).count() > 20
    assert len(set(HUES.values())) == len(HUES)


def test_the_backdrop_is_dark_enough_for_titles() -> None:
    made = backdrop(480, 270)
    light = np.asarray(pygame.surfarray.array3d(made).mean(axis=2))
    assert made.get_size() == (480, 270)
    assert light[:160].mean() < 50
