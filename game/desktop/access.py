"""The tree of a frame handed to AccessKit, so that screen readers can tell and work the board.

AccessKit is optional: without it, or where it finds no assistive technology, nothing happens here,
and line mode plays everything that the board plays.
"""

from __future__ import annotations

import importlib
import sys
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.desktop.tree import Node, Tree

if TYPE_CHECKING:
    from types import ModuleType

# Our roles in AccessKit's words.
ROLES = {
    "window": "WINDOW", "group": "GROUP", "heading": "HEADING", "paragraph": "PARAGRAPH",
    "list": "LIST", "listitem": "LIST_ITEM", "table": "TABLE", "row": "ROW", "cell": "CELL",
    "head": "COLUMN_HEADER", "button": "BUTTON", "field": "TEXT_INPUT", "status": "STATUS",
    "meter": "METER", "timer": "TIMER", "dialog": "DIALOG", "secret": "PASSWORD_INPUT",
}  # fmt: skip


class Access:
    """The board's side of AccessKit. `asked` are the controls that a screen reader chose.

    Requests come in on another thread: they are only noted, and done by the board's own loop, which
    `wake` wakes.
    """

    def __init__(self, kit: ModuleType, wake: Callable[[], None]) -> None:
        self.kit = kit
        self.wake = wake
        self.asked: deque[tuple[str, str]] = deque()
        self._ids: dict[str, int] = {}
        self._keys: dict[int, str] = {}
        self._shown: Tree | None = None
        self._adapter: Any = None

    def open(self, window: int) -> None:
        """Begin to answer for a window (its native handle; Wayland and X11 need none)."""
        if sys.platform == "win32":
            self._adapter = self.kit.windows.SubclassingAdapter(window, self.update, self._act)
        elif sys.platform == "darwin":
            self._adapter = self.kit.macos.SubclassingAdapter.for_window(
                window, self.update, self._act
            )
        else:
            self._adapter = self.kit.unix.Adapter(self.update, self._act, lambda: None)

    def show(self, tree: Tree) -> None:
        """The tree that is to be told from now on."""
        if tree == self._shown:
            return
        self._shown = tree
        if self._adapter is None:
            return
        events = self._adapter.update_if_active(self.update)
        if events is not None:
            events.raise_events()

    def focused(self, has_focus: bool) -> None:
        """The window got the focus, or lost it (only Linux asks for being told)."""
        if self._adapter is not None and sys.platform not in ("win32", "darwin"):
            self._adapter.update_window_focus_state(has_focus)

    def update(self) -> Any:
        """The whole tree in AccessKit's words; None while there is none."""
        if self._shown is None:
            return None
        made = self.kit.TreeUpdate(self._id(self._shown.focus))
        made.tree = self.kit.Tree(self._id(self._shown.root.key))
        made.tree.toolkit_name = "Modus Vivendi"
        for node in self._shown.nodes():
            made.nodes.append((self._id(node.key), self._node(node)))
        return made

    def _act(self, request: Any) -> None:
        key = self._keys.get(request.target, "")
        if not key.startswith("control:"):
            return
        kinds = ((self.kit.Action.CLICK, "click"), (self.kit.Action.FOCUS, "focus"))
        kind = next((name for action, name in kinds if request.action == action), None)
        if kind is not None:
            self.asked.append((kind, key.removeprefix("control:")))
            self.wake()

    def _id(self, key: str) -> int:
        """The number of a node: the same as long as the window is open."""
        number = self._ids.setdefault(key, len(self._ids))
        self._keys[number] = key
        return number

    def _node(self, node: Node) -> Any:
        made = self.kit.Node(getattr(self.kit.Role, ROLES[node.role]))
        made.set_label(node.label)
        if node.value:
            made.set_value(node.value)
        if node.description:
            made.set_description(node.description)
        if node.children:
            made.set_children([self._id(child.key) for child in node.children])
        if node.disabled:
            made.set_disabled()
        for action in node.actions:
            made.add_action(getattr(self.kit.Action, action.upper()))
        if node.modal:
            made.set_modal()
        if node.live:
            made.set_live(getattr(self.kit.Live, node.live.upper()))
        if node.level:
            made.set_level(node.level)
        if node.shortcut:
            made.set_keyboard_shortcut(node.shortcut)
        self._measure(made, node)
        return made

    def _measure(self, made: Any, node: Node) -> None:
        if node.number is not None:
            value, low, high = node.number
            made.set_numeric_value(value)
            made.set_min_numeric_value(low)
            made.set_max_numeric_value(high)
        if node.bounds is not None:
            box = node.bounds
            made.set_bounds(self.kit.Rect(box.x, box.y, box.right, box.bottom))


def access(wake: Callable[[], None]) -> Access | None:
    """The board's side of AccessKit, where it is installed."""
    try:
        kit = importlib.import_module("accesskit")  # by name: it brings no types
    except ImportError:
        return None
    return Access(kit, wake)
