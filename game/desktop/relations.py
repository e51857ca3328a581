"""Lines between plates: how pairs stand to each other, by dash and by badge."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from game.desktop.lay import LEAST, badge, line, spot, wide
from game.desktop.ops import Box, Dash, Op, Page, Rect, Stroke
from game.desktop.routes import BADGES, routes, visible
from game.i18n import N_, _
from game.screens.model import Place
from game.screens.scene import Bond, Relation
from game.session.source import Frame

MANY = 7
"""So many lines are told apart at a glance; of more the weak ones are left out."""


class Style(Struct, frozen=True):
    """How a bond is drawn: a dash, a badge and its ink, and its name."""

    dash: Dash
    icon: str
    ink: str
    name: str
    width: float


STYLES: dict[Bond, Style] = {
    "close": Style("double", "handshake", "line", N_("Close"), 9),
    "friendly": Style("solid", "link", "line", N_("Friendly"), 5),
    "strained": Style("dashed", "triangle-alert", "trouble", N_("Strained"), 5),
    "hostile": Style("dotted", "x", "trouble", N_("Hostile"), 7),
}


def chosen(relations: tuple[Relation, ...], seat: str) -> tuple[Relation, ...]:
    """Those that are drawn: all where they are few, else one's own and the strong ones."""
    if len(relations) <= MANY:
        return relations
    own = [r for r in relations if seat and seat in (r.one, r.other)]
    strong = [r for r in relations if r.bond in ("close", "hostile") and r not in own]
    strong.sort(key=lambda r: -abs(r.value))
    kept = {*own, *strong[: max(MANY - len(own), 2)]}
    return tuple(r for r in relations if r in kept)


def routed(
    relations: Sequence[Relation], places: dict[str, Rect], room: Rect, kept: Sequence[Rect]
) -> tuple[list[Op], list[Op]]:
    """The lines, to be drawn below the plates, and their badges, which lie on none.

    A line of which no more is seen than its badge would hide is left out.
    """
    strokes: list[Op] = []
    badges: list[Op] = []
    shown = [r for r in relations if r.one in places and r.other in places]
    shown.sort(key=lambda r: math.dist(places[r.one].centre, places[r.other].centre))
    pairs = tuple((r.one, r.other) for r in shown)
    ways = routes(pairs, tuple(places.items()), room, tuple(kept))
    for relation, (path, at) in zip(shown, ways, strict=True):
        style = STYLES[relation.bond]
        hiding = [r for id, r in places.items() if id not in (relation.one, relation.other)]
        if visible(path, room, (*hiding, *kept)) < BADGES[0]:
            continue
        if len(path) > 1:
            strokes.append(Stroke(path, style.ink, style.width, style.dash, "sea"))
        if at is not None:
            badges += badge(at, style.icon, style.ink)
    return strokes, badges


# ---------------------------------------------------------------------- the legend


def legend(
    frame: Frame,
    page: Page,
    relations: Sequence[Relation],
    at: Rect,
    scale: float,
    columns: int = 2,
) -> tuple[list[Op], Rect]:
    """What the lines mean, for the bonds that are drawn, in the lower right corner of `at`.

    Gives what is drawn and the room that it took.
    """
    bonds = [bond for bond in STYLES if any(r.bond == bond for r in relations)]
    if not bonds:
        return [], Rect(at.right, at.bottom, 0, 0)
    size = max(LEAST, 24 * min(scale, 1.3))
    names = {bond: _(STYLES[bond].name) for bond in bonds}
    title = relations[0].track
    column = 56 + 12 + max(wide(page, name, size) for name in names.values()) + 24
    columns = min(columns, len(bonds))
    step = page.type.height(size) + 8
    rows = -(-len(bonds) // columns)
    high = (rows + 1) * step + 16
    width = max(columns * column, wide(page, title, size, "bold")) + 24
    box = Rect(at.right - width, at.bottom - high, width, high)
    ops: list[Op] = [Box(box, "card", "edge", 2, 12)]
    heading = Rect(box.x + 16, box.y + 8, width - 32, step)
    ops.append(line(page, title, heading, size, "bold"))
    for n, bond in enumerate(bonds):
        x = box.x + 16 + (n % columns) * column
        y = heading.bottom + (n // columns) * step
        style = STYLES[bond]
        points = ((x, y + step / 2), (x + 56, y + step / 2))
        ops.append(Stroke(points, style.ink, style.width, style.dash, "card"))
        text = Rect(x + 68, y, column - 68 - 16, step)
        ops.append(line(page, names[bond], text, size))
    where = Place("relations").with_args(back="desk")
    ops += spot(frame, box, where, _("How the seats stand to each other"), 12)
    return ops, box
