"""Pictures on screens: cards of scenarios, flags, and what was kept as a file."""

from __future__ import annotations

from pygame import Rect, Surface, transform

from game.scenario.model import Scenario
from game.screens.before import catalogue
from game.ui.emblems import flag
from game.ui.node import Node, em
from game.ui.paint import Painter


def covering(name: str, height: float) -> Node:
    """The picture of a scenario, as wide as there is room, cut to its height."""

    def draw(p: Painter, node: Node) -> None:
        picture = catalogue.picture(name)
        if picture is None:
            p.box(node.rect, "abyss", 8)
            return
        made = p.kept(("card", name), node.rect.size, lambda q: _cover(q.surface, picture))
        p.surface.blit(made, node.rect)

    return Node(role="none", height=height, draw=draw)


def _cover(target: Surface, picture: Surface) -> None:
    """Fill a surface with a picture, keeping its shape; what is cut is cut above and beside."""
    room, size = target.get_size(), picture.get_size()
    scale = max(room[0] / size[0], room[1] / size[1])
    fitted = transform.smoothscale(picture, (round(size[0] * scale), round(size[1] * scale)))
    target.blit(fitted, fitted.get_rect(midbottom=target.get_rect().midbottom))


def flag_of(scenario: Scenario, nation: str, high: float = 1.6) -> Node:
    """The flag of a nation; its name is read out."""

    def draw(p: Painter, node: Node) -> None:
        p.surface.blit(flag(scenario, nation, node.rect.h), node.rect)

    label = scenario.nations[nation].short or scenario.nations[nation].name
    return Node(role="image", label=label, width=em(high * 4 / 3), height=em(high), draw=draw)


def whole(picture: Surface | None, key: object, height: float, label: str) -> Node:
    """A kept picture, as large as fits, in the middle."""

    def draw(p: Painter, node: Node) -> None:
        p.box(node.rect, "abyss", 6)
        if picture is None:
            p.icon("map-pin", Rect(0, 0, p.px(26), p.px(26)).move(
                node.rect.centerx - p.px(13), node.rect.centery - p.px(13)), "text3")  # fmt: skip
            return
        made = p.kept(("kept", key), node.rect.size, lambda q: _cover(q.surface, picture))
        p.surface.blit(made, node.rect)

    return Node(role="image", label=label, height=height, width=em(height / 18 * 16 / 9),
                draw=draw)  # fmt: skip
