"""A frame as a tree for screen readers: roles, labels, values and actions, as data.

:mod:`game.desktop.access` hands it to AccessKit where that is installed. Everything that is drawn
is in it: what a reader hears is what a class sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from game.desktop.ops import Rect
from game.desktop.tree_blocks import of_block
from game.desktop.tree_nodes import Node
from game.i18n import _
from game.screens.model import Control, Fill, Gauge
from game.screens.scene import Card, Relation, Scene
from game.session.source import Frame

__all__ = ["Node", "Tree", "tree"]

BONDS = {
    "close": lambda: _("close"), "friendly": lambda: _("friendly"),
    "strained": lambda: _("strained"), "hostile": lambda: _("hostile"),
}  # fmt: skip


class Tree(Struct, frozen=True):
    """The tree of a frame, and the key of the node that has the focus."""

    root: Node
    focus: str

    def nodes(self) -> Iterable[Node]:
        """Every node, parents before their children."""
        return _walk(self.root)


def _walk(node: Node) -> Iterable[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def under_card(frame: Frame, card: Node, focus: str = "", clock: str = "") -> Tree:
    """The tree of a frame over which a card lies: nothing below the card can be done.

    `focus` is the id of the card's control that has the focus, else the card has it itself.
    """
    at = f"control:{focus}"
    if at not in {node.key for node in _walk(card)}:
        at = card.key
    title = frame.scene.title if frame.scene else frame.screen.title
    return Tree(Node("window", "window", title, children=(*_status(frame, clock), card)), at)


def tree(frame: Frame, bounds: Mapping[str, Rect], focus: str = "", clock: str = "") -> Tree:
    """The tree of a frame.

    `bounds` says where each control lies, by its id, in the window's pixels; `focus` is the id of
    the control that has the focus ("" for none); `clock` is the clock in words.
    """
    screen = frame.screen
    parts: list[Node] = [Node("title", "heading", screen.title, level=1)]
    parts += _status(frame, clock)
    if frame.scene is not None:
        parts.append(_board(frame.scene))
    blocks = [node for n, block in enumerate(screen.blocks) for node in of_block(block, f"b{n}")]
    parts.append(Node("said", "group", screen.title, children=tuple(blocks)))
    choices = tuple(_control(control, bounds) for control in screen.controls)
    parts.append(Node("choices", "group", _("What you can do"), children=choices))
    keys = {control.id for control in screen.controls}
    at = f"control:{focus}" if focus in keys else "window"
    title = frame.scene.title if frame.scene else screen.title
    return Tree(Node("window", "window", title, children=tuple(parts)), at)


def _status(frame: Frame, clock: str) -> list[Node]:
    """Whose turn, the clock, and what came of the last choice, which is said at once."""
    nodes = []
    if frame.screen.status:
        nodes.append(Node("status", "status", frame.screen.status, live="polite"))
    if clock:
        nodes.append(Node("clock", "timer", clock))
    if frame.clock is not None and frame.clock.guard:
        nodes.append(Node("guard", "status", frame.clock.guard, live="polite"))
    for n, notice in enumerate(frame.notices):
        live: Literal["assertive", "polite"] = "assertive" if notice.tone == "trouble" else "polite"
        nodes.append(Node(f"notice{n}", "status", notice.text, live=live))
    return nodes


def _control(control: Control, bounds: Mapping[str, Rect]) -> Node:
    label = f"{control.label}: {control.value}" if control.value else control.label
    told = [control.hint, control.cost]
    if not control.enabled:
        told = [_("not now: {why}").format(why=control.why_not)]
    is_field = isinstance(control.action, Fill)
    return Node(
        f"control:{control.id}",
        "field" if is_field else "button",
        label[:1].upper() + label[1:],
        description=". ".join(text for text in told if text),
        actions=("focus", "click") if control.enabled else ("focus",),
        disabled=not control.enabled,
        default=control.default and control.enabled,
        bounds=bounds.get(control.id),
        shortcut=control.key,
    )


def _board(scene: Scene) -> Node:
    """What lies on the table: phases, quantities, issues, seats, texts, news."""
    turn = _("Turn {turn} of {of}").format(turn=scene.turn, of=scene.of)
    now = [step.label for step in scene.phases if step.state == "now"]
    when = ", ".join([turn, *([scene.date] if scene.date else []), *now])
    parts = [Node("turn", "status", when, live="polite")]
    parts += [_meter(gauge) for gauge in scene.gauges]
    parts.append(_listed("issues", _("Issues"), [_card(card) for card in scene.cards]))
    seats = [_seat(scene, plate.id) for plate in scene.plates if plate.is_player]
    parts.append(_listed("seats", _("Seats"), seats))
    names = {plate.id: plate.name for plate in scene.plates}
    bonds = [_relation(relation, names) for relation in scene.relations]
    parts.append(_listed("relations", _("Relations"), bonds))
    parts.append(_listed("accords", _("In force"), [accord.name for accord in scene.accords]))
    parts.append(_listed("drafts", _("On the table"), [draft.name for draft in scene.drafts]))
    news = tuple(Node(f"news{n}", "listitem", text) for n, text in enumerate(scene.news))
    parts.append(Node("news", "list", _("News"), children=news, live="polite"))
    kept = tuple(part for part in parts if part.children or part.role not in ("list",))
    return Node("board", "group", _("The board"), children=kept)


def _listed(key: str, label: str, items: list[str]) -> Node:
    children = tuple(Node(f"{key}{n}", "listitem", text) for n, text in enumerate(items))
    return Node(key, "list", label, children=children)


def _meter(gauge: Gauge) -> Node:
    value = f"{gauge.value}, {gauge.band}" if gauge.band else str(gauge.value)
    return Node(
        f"gauge:{gauge.cell}", "meter", gauge.name, value=value,
        number=(gauge.value, gauge.low, gauge.high),
    )  # fmt: skip


def _card(card: Card) -> str:
    says = _("{issue}: {option}, {n} of {all}").format(
        issue=card.name, option=card.options[card.now], n=card.now + 1, all=len(card.options)
    )
    who = [assent.name for assent in card.on]
    return says + (". " + _("A step on: {who}").format(who=", ".join(who)) if who else "")


def _seat(scene: Scene, actor: str) -> str:
    plate = next(plate for plate in scene.plates if plate.id == actor)
    told = [plate.name, plate.note]
    if plate.own:
        told.append(_("your seat"))
    if plate.locked:
        told.append(_("has ended the turn"))
    return ", ".join(text for text in told if text)


def _relation(relation: Relation, names: Mapping[str, str]) -> str:
    return _("{one} and {other}: {bond}, {value}").format(
        one=names[relation.one], other=names[relation.other],
        bond=BONDS[relation.bond](), value=f"{relation.value:+d}",
    )  # fmt: skip
