"""Lines between plates: how pairs stand to each other, by dash and by badge."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from game.desktop.lay import LEAST, badge, line, spot, wide
from game.desktop.ops import Box, Dash, Op, Page, Rect, Stroke
from game.i18n import N_, _
from game.screens.model import Place
from game.screens.scene import Bond, Relation
from game.session.source import Frame

Point = tuple[float, float]

BADGES = (42.0, 34.0)
"""How wide a badge is: the smaller where there is no room for the larger."""
BOWS = (0.0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6, 0.9, -0.9)
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
    """The lines, to be drawn below the plates, and their badges, which lie on none."""
    strokes: list[Op] = []
    badges: list[Op] = []
    taken: list[Rect] = []
    shown = [r for r in relations if r.one in places and r.other in places]
    shown.sort(key=lambda r: math.dist(places[r.one].centre, places[r.other].centre))
    for relation in shown:
        path, at = _best(relation, places, room, kept, taken)
        style = STYLES[relation.bond]
        if len(path) > 1:
            strokes.append(Stroke(tuple(path), style.ink, style.width, style.dash, "sea"))
        if at is not None:
            taken.append(at)
            badges += badge(at, style.icon, style.ink)
    return strokes, badges


def _best(
    relation: Relation, places: dict[str, Rect], room: Rect, kept: Sequence[Rect],
    taken: Sequence[Rect],
) -> tuple[list[Point], Rect | None]:  # fmt: skip
    """The straightest line that runs through the fewest other things, and room for its badge."""
    one, other = places[relation.one], places[relation.other]
    others = [r for id, r in places.items() if id not in (relation.one, relation.other)]
    walls = [*(rect.inset(-10) for rect in others), *kept]
    best: tuple[float, list[Point], Rect | None] | None = None
    for bow in BOWS:
        path = _between(_curve(one.centre, other.centre, bow), one, other)
        spot = _room_for_badge(path, [one, other, *walls, *taken], room)
        cost = abs(bow) * 6 + (0 if spot else 60)
        cost += 4 * sum(any(_inside(p, wall) for wall in walls) for p in path)
        cost += 8 * sum(not _inside(p, room) for p in path)
        cost += 3 * sum(any(_inside(p, rect) for rect in taken) for p in path)
        if best is None or cost < best[0]:
            best = cost, path if bow else [*path[:1], *path[-1:]], spot
    assert best is not None
    return best[1], best[2]


def _curve(one: Point, other: Point, bow: float) -> list[Point]:
    """A parabola between two points that bends aside by a share of their distance."""
    (ax, ay), (bx, by) = one, other
    mx = (ax + bx) / 2 - (by - ay) * bow
    my = (ay + by) / 2 + (bx - ax) * bow
    steps = 40
    found = []
    for n in range(steps + 1):
        t = n / steps
        u = 1 - t
        found.append(
            (u * u * ax + 2 * u * t * mx + t * t * bx, u * u * ay + 2 * u * t * my + t * t * by)
        )
    return found


def _between(path: list[Point], one: Rect, other: Rect) -> list[Point]:
    """The part of a line that lies outside of both plates."""
    ends = one.inset(-8), other.inset(-8)
    return [p for p in path if not any(_inside(p, end) for end in ends)]


def _inside(point: Point, rect: Rect) -> bool:
    return rect.x < point[0] < rect.right and rect.y < point[1] < rect.bottom


def _room_for_badge(path: list[Point], taken: Sequence[Rect], room: Rect) -> Rect | None:
    """The place nearest to the middle of a line where a badge lies on nothing."""
    middle = len(path) // 2
    order = sorted(range(len(path)), key=lambda n: abs(n - middle))
    for size in BADGES:
        for n in order:
            x, y = path[n]
            at = Rect(x - size / 2, y - size / 2, size, size)
            if room.holds(at) and not any(at.overlaps(other) for other in taken):
                return at
    return None


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
