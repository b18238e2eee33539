"""The tree of nodes for screen readers, by AccessKit (extra `a11y`); without it, nothing happens.

Screen readers ask from another thread. They are given what was last shown, kept as plain values;
what they want done is posted as an event, and done by the interface thread.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pygame

from game.ui.app import App
from game.ui.node import Node

try:
    import accesskit
except ImportError:  # the extra is not installed
    accesskit = None

WINDOW = 0
ROLES = {
    **{"button": "BUTTON", "tab": "TAB", "tab list": "TAB_LIST", "radio": "RADIO_BUTTON"},
    **{"radio group": "RADIO_GROUP", "switch": "SWITCH", "slider": "SLIDER", "link": "LINK"},
    **{"text box": "TEXT_INPUT", "list": "LIST", "list item": "LIST_ITEM", "table": "TABLE"},
    **{"row": "ROW", "meter": "METER", "image": "IMAGE", "heading": "HEADING", "label": "LABEL"},
    **{"region": "REGION", "dialog": "DIALOG", "tooltip": "TOOLTIP", "status": "STATUS"},
    **{"note": "NOTE", "application": "APPLICATION", "group": "GROUP", "cell": "CELL"},
}
"""Roles of nodes, as AccessKit calls them; any other is a container without a meaning."""


@dataclass
class Told:
    """What is told of a node."""

    number: int
    node: Node
    children: list[int] = field(default_factory=list)


@dataclass
class Access:
    """The bridge between an app and the screen readers of the system."""

    title: str = "Backchannel"
    told: list[Told] = field(default_factory=list)
    focus: int = WINDOW
    _numbers: dict[str, int] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _adapter: Any = None

    def attach(self, app: App) -> bool:
        """Begin to tell; whether there is anybody to tell it to."""
        self.update(app)
        app.hooks.changed.append(self.update)
        app.hooks.attention = self.attention
        self._adapter = _adapter(self) if accesskit is not None else None
        self.attention(True)
        return self._adapter is not None

    def update(self, app: App) -> None:
        """The tree was built anew, or the focus moved."""
        told: list[Told] = []
        tops = [self._tell(node, "", told) for node in [app.modal, *_floating(app)]]
        self.focus = self._number(app.looks.focus) if app.looks.focus else WINDOW
        if self.focus not in {each.number for each in told}:
            self.focus = WINDOW
        self.told = [Told(WINDOW, Node(role="window", label=self.title), tops), *told]
        if self._adapter is not None:
            events = self._adapter.update_if_active(self.tree)
            if events is not None:  # on Windows they are raised once all locks are gone
                events.raise_events()

    def attention(self, here: bool) -> None:
        """The window came to the front, or went; only Linux needs to be told."""
        tell = getattr(self._adapter, "update_window_focus_state", None)
        if tell is not None:
            tell(here)

    def tree(self) -> Any:
        """What was last told, as AccessKit wants it."""
        update = accesskit.TreeUpdate(self.focus)
        update.tree = accesskit.Tree(WINDOW)
        for each in self.told:
            update.nodes.append((each.number, _made(each)))
        return update

    def asked(self, request: Any) -> None:
        """A screen reader wants something done; called from its thread."""
        target = getattr(request, "target_node", None)
        name = self._names.get(request.target if target is None else target, "")
        wanted = {accesskit.Action.FOCUS: "focus", accesskit.Action.CLICK: "click"}
        if name and request.action in wanted and pygame.display.get_init():
            told = (wanted[request.action], name)
            pygame.event.post(pygame.event.Event(pygame.USEREVENT, access=told))

    def _tell(self, node: Node, path: str, told: list[Told]) -> int:
        here = Told(self._number(node.id or path), node)
        told.append(here)
        for number, child in enumerate(node.children):
            if _is_told(child):
                below = f"{node.id or path}/{number}"
                here.children.append(self._tell(child, below, told))
        return here.number

    def _number(self, name: str) -> int:
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        self._names[number] = name
        return number


def _floating(app: App) -> list[Node]:
    above = len(app.dialogs) + 1
    return app.layers[above:]


def _is_told(node: Node) -> bool:
    return node.role != "none" or any(_is_told(child) for child in node.children)


def _made(told: Told) -> Any:
    node = told.node
    role = "WINDOW" if told.number == WINDOW else ROLES.get(node.role, "GENERIC_CONTAINER")
    made = accesskit.Node(getattr(accesskit.Role, role))
    made.set_children(told.children)
    _say_words(made, node)
    _say_state(made, node)
    x, y, w, h = node.seen
    made.set_bounds(accesskit.Rect(x, y, x + w, y + h))
    return made


def _say_words(made: Any, node: Node) -> None:
    if node.label:
        made.set_label(node.label)
        if node.role in ("label", "heading"):
            made.set_value(node.label)
    if node.value:
        made.set_value(node.value)
    about = ". ".join(part for part in (node.disabled, node.description) if part)
    if about:
        made.set_description(about)
    if node.live:
        made.set_live(accesskit.Live.POLITE)


def _say_state(made: Any, node: Node) -> None:
    if node.focusable:
        made.add_action(accesskit.Action.FOCUS)
    if node.do is not None or node.term:
        made.add_action(accesskit.Action.CLICK)
    if node.disabled:
        made.set_disabled()
    if node.role in ("switch", "radio") and node.selected is not None:
        made.set_toggled(accesskit.Toggled.TRUE if node.selected else accesskit.Toggled.FALSE)
    elif node.selected is not None:
        made.set_selected(node.selected)
    if node.expanded is not None:
        made.set_expanded(node.expanded)
    if node.position is not None:
        made.set_position_in_set(node.position[0])
        made.set_size_of_set(node.position[1])
    if node.trap:
        made.set_modal()


def _adapter(access: Access) -> Any:
    """The adapter of this system, or None where there is none."""
    makers: dict[str, Callable[[Access], Any]] = {
        "Linux": _unix,
        "Windows": _windows,
        "Darwin": _macos,
    }
    maker = makers.get(platform.system())
    return maker(access) if maker is not None else None


def _unix(access: Access) -> Any:
    from accesskit import unix

    return unix.Adapter(access.tree, access.asked, lambda: None)


def _windows(access: Access) -> Any:
    from accesskit import windows

    handle = pygame.display.get_wm_info()["window"]
    return windows.SubclassingAdapter(handle, access.tree, access.asked)


def _macos(access: Access) -> Any:
    from accesskit import macos

    window = pygame.display.get_wm_info()["window"]
    return macos.SubclassingAdapter.for_window(window, access.tree, access.asked)
