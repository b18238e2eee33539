"""Ways to choose: tabs, one of a few, yes or no, how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Unpack

from pygame import Rect

from game.ui.node import Box, Node, Pointer, em, row, wrap
from game.ui.paint import Painter
from game.ui.widgets.buttons import draw_off
from game.ui.widgets.signs import icon
from game.ui.widgets.words import text

Choose = Callable[[str], object]
Option = tuple[str, str] | tuple[str, str, str]
"""What it is called inside, what it is called on screen, and an icon if it has one."""


def tabs(
    name: str,
    label: str,
    options: Sequence[Option],
    chosen: str,
    choose: Choose,
    **box: Unpack[Box],
) -> Node:
    """Tabs. Arrows move among them, Q and E change them from anywhere on the screen."""
    box.setdefault("gap", 4)
    made = [_tab(name, option, chosen, choose) for option in options]
    node = wrap(*_counted(made), **box)
    node.id, node.role, node.label, node.arrows = name, "tab list", label, True
    keys = [option[0] for option in options]
    at = keys.index(chosen) if chosen in keys else 0
    node.on = {
        "next_tab": lambda: choose(keys[(at + 1) % len(keys)]),
        "previous_tab": lambda: choose(keys[at - 1]),
    }
    return node


def _tab(name: str, option: Option, chosen: str, choose: Choose) -> Node:
    key, label = option[0], option[1]
    on = key == chosen
    ink = "accent" if on else "text2"
    sign = icon(option[2], 20, ink) if len(option) == 3 else None
    node = row(sign, text(label, "label_strong", ink), pad=(14, 8), gap=8, justify="center")
    node.id, node.role, node.label, node.selected = f"{name}.{key}", "tab", label, on
    node.do, node.focusable, node.draw = partial(choose, key), True, _draw_tab
    return node


def _draw_tab(p: Painter, node: Node) -> None:
    if p.is_hovered(node):
        p.box(node.rect, "panel3", 7)
    if node.selected:
        thick = p.px(3)
        p.box(Rect(node.rect.x, node.rect.bottom - thick, node.rect.w, thick), "accent", 1)


def segmented(
    name: str, label: str, options: Sequence[Option], chosen: str, choose: Choose,
    *, disabled: str = "", **box: Unpack[Box],
) -> Node:  # fmt: skip
    """One of a few, all in view. The chosen one is filled and has a dot, so not only a colour."""
    box.setdefault("gap", 8)
    made = [_segment(name, option, chosen, choose, disabled) for option in options]
    node = wrap(*_counted(made), **box)
    node.id, node.role, node.label, node.arrows = name, "radio group", label, True
    node.value = next((option[1] for option in options if option[0] == chosen), "")
    return node


def _segment(name: str, option: Option, chosen: str, choose: Choose, disabled: str) -> Node:
    key, label = option[0], option[1]
    on = key == chosen
    ink = "on_accent2" if on and not disabled else "off" if disabled else "text"
    sign = option[2] if len(option) == 3 else "circle-dot" if on else "circle"
    node = row(icon(sign, 17, ink), text(label, "label", ink), pad=(12, 7), gap=8)
    node.id, node.role, node.label, node.selected = f"{name}.{key}", "radio", label, on
    node.do, node.focusable, node.draw = partial(choose, key), True, _draw_segment
    node.disabled, node.ground = disabled, "accent2" if on and not disabled else "panel3"
    return node


def _draw_segment(p: Painter, node: Node) -> None:
    if node.disabled and p.theme.stark:
        draw_off(p, node, framed=True)
        return
    on = node.selected and not node.disabled
    line = "accent" if on or p.is_hovered(node) else "outline"
    p.box(node.rect, "accent2" if on else "panel3", 7, line, p.theme.outline_width)


def _counted(nodes: list[Node]) -> list[Node]:
    for number, node in enumerate(nodes, 1):
        node.position = (number, len(nodes))
    return nodes


def switch(
    name: str, label: str, on: bool, change: Callable[[bool], object], *, words: tuple[str, str],
    disabled: str = "", **box: Unpack[Box],
) -> Node:  # fmt: skip
    """Yes or no. words: how off and on are called, shown beside it."""
    box.setdefault("gap", 12)
    said = words[1] if on else words[0]
    knob = Node(role="none", width=em(2.6), height=em(1.4), draw=partial(_draw_switch, on=on))
    node = row(knob, text(said, "label"), **box)
    node.id, node.role, node.label, node.value = name, "switch", label, said
    node.selected, node.do, node.focusable = on, partial(change, not on), True
    node.disabled = disabled
    return node


def _draw_switch(p: Painter, node: Node, on: bool) -> None:
    p.box(node.rect, "accent2" if on else "panel3", 40, "outline", p.theme.outline_width)
    radius = node.rect.h // 2 - p.px(4)
    right = on != p.metrics.rtl
    x = node.rect.right - node.rect.h // 2 if right else node.rect.x + node.rect.h // 2
    p.disc((x, node.rect.centery), radius, "on_accent2" if on else "text2")


def slider(
    name: str, label: str, value: float, change: Callable[[float], object], *,
    low: float = 0, high: float = 100, step: float = 5, shown: str = "",
    disabled: str = "", **box: Unpack[Box],
) -> Node:  # fmt: skip
    """How much. Arrows change it by a step, Home and End go to its ends; it can be dragged."""
    box.setdefault("min_width", 200)

    def to(target: float) -> None:
        if not disabled:
            steps = round((target - low) / step)
            change(round(min(high, max(low, low + steps * step)), 6))

    share = (value - low) / (high - low) if high > low else 0
    node = Node(**box)
    node.draw = partial(_draw_slider, share=share)
    node.id, node.role, node.label, node.focusable = name, "slider", label, True
    node.value, node.disabled = shown or f"{value:g}", disabled
    node.on = {
        "left": lambda: to(value - step),
        "right": lambda: to(value + step),
        "down": lambda: to(value - step),
        "up": lambda: to(value + step),
        "page_down": lambda: to(value - 4 * step),
        "page_up": lambda: to(value + 4 * step),
        "home": lambda: to(low),
        "end": lambda: to(high),
    }
    node.pointer = partial(_slide, node, low, high, to)
    return node


def _slide(
    node: Node, low: float, high: float, to: Callable[[float], None], pointer: Pointer
) -> None:
    if pointer.kind in ("press", "drag"):
        knob = node.rect.h // 2
        share = (pointer.x - knob) / max(1, node.rect.w - 2 * knob)
        to(low + min(1.0, max(0.0, share)) * (high - low))


def _draw_slider(p: Painter, node: Node, share: float) -> None:
    knob, thick = node.rect.h // 2, p.px(6)
    track = Rect(node.rect.x + knob, 0, node.rect.w - 2 * knob, thick)
    track.centery = node.rect.centery
    p.box(track, "panel3", 3, "outline", p.theme.outline_width)
    at = track.x + round(track.w * share)
    p.box(Rect(track.x, track.y, at - track.x, thick), "off" if node.disabled else "accent", 3)
    hot = p.is_hovered(node) or p.is_pressed(node)
    p.disc((at, track.centery), p.px(13 if hot else 11), "off" if node.disabled else "accent")
    p.disc((at, track.centery), p.px(5), "panel")
