"""A node of the tree for screen readers."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.desktop.ops import Rect

Role = Literal[
    "window", "group", "heading", "paragraph", "list", "listitem", "table", "row", "cell", "head",
    "button", "field", "secret", "status", "meter", "timer", "dialog",
]  # fmt: skip


class Node(Struct, frozen=True, omit_defaults=True):
    """One thing that a screen reader may tell, or do.

    `number` is a value with its lowest and highest; `live` says whether a change is told unasked;
    while a `modal` one is there nothing else can be done;
    `bounds` are pixels of the window.
    """

    key: str
    role: Role
    label: str
    value: str = ""
    description: str = ""
    children: tuple[Node, ...] = ()
    actions: tuple[Literal["focus", "click"], ...] = ()
    disabled: bool = False
    default: bool = False
    live: Literal["", "polite", "assertive"] = ""
    level: int = 0
    number: tuple[int, int, int] | None = None
    bounds: Rect | None = None
    shortcut: str = ""
    modal: bool = False
