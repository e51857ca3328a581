"""The card that lies over the picture as a node for screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal

from game.desktop.entry_card import shown
from game.desktop.ops import Op, Rect, Spot, Text, Window
from game.desktop.overlay import Overlay
from game.desktop.spots import Placed, within
from game.desktop.tree_nodes import Node

KEY = "card:"
"""How the id of a card's button or field begins, where a screen reader asks for it."""


def card_node(over: Overlay, bounds: Mapping[str, Rect]) -> Node | None:
    """The card that is open: its title, what it says, its field and its buttons.

    `bounds` says where each spot lies, by its id, in the window's pixels.
    """
    if not over.open:
        return None
    title, *said = _texts(over.ops) or [""]
    entry = over.entry
    if entry is not None:
        title = entry.fill.prompt
        said = [] if entry.problem else said[-1:]
    told = [Node(f"card said{n}", "paragraph", text) for n, text in enumerate(said)]
    if entry is not None and entry.problem:
        told = [Node("card problem", "status", entry.problem, live="assertive")]
    spots = [_spot(over, one.spot, bounds) for one in over.placed]
    heading = Node("card title", "heading", title, level=1)
    children = (heading, *told, *spots)
    return Node("card", "dialog", title, children=children, description=" ".join(said), modal=True)


def asked_for(over: Overlay, id: str) -> Placed | None:
    """What a screen reader means by an id, where it is on the card that is open."""
    offered = over.placed if over.open else ()
    return next((one for one in offered if KEY + one.spot.id == id), None)


def _spot(over: Overlay, spot: Spot, bounds: Mapping[str, Rect]) -> Node:
    key, at, entry = f"control:{KEY}{spot.id}", bounds.get(spot.id), over.entry
    if spot.role == "field" and entry is not None:
        # A secret is as many dots as it has letters, as on the card.
        role: Literal["secret", "field"] = "secret" if entry.fill.kind == "secret" else "field"
        text, _caret = shown(entry)
        return Node(key, role, spot.label, text, actions=("focus", "click"), bounds=at)
    return Node(key, "button", spot.label, actions=("focus", "click"), bounds=at)


def _texts(ops: Sequence[Op]) -> list[str]:
    """What stands on a card beside its buttons and its field, from the top.

    What stands beside each other is one text.
    """
    spots = [op.at for op in ops if isinstance(op, Spot)]
    free = [
        op for op in ops
        if isinstance(op, Text) and not any(within(at, op.at.centre) for at in spots)
    ]  # fmt: skip
    rows = groupby(free, lambda op: op.at.y)
    found = [": ".join(" ".join(op.lines) for op in row) for _y, row in rows]
    for window in (op for op in ops if isinstance(op, Window)):
        found += _texts(window.ops)
    return [text for text in found if text.strip()]
