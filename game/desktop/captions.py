"""Small words on the map: what it is not, and what the dots on it are called."""

from __future__ import annotations

from functools import lru_cache

from game.desktop import lens
from game.desktop.lay import LEAST, words
from game.desktop.ops import Box, Op, Page, Rect
from game.i18n import _

EDGE = 8.0
"""How far the note lies from the edges of the map."""
STEPS = 12
"""So many steps along an edge are tried for the note."""
OFF = 14.0
"""How far a name lies from the middle of its dot."""


def note(
    page: Page, at: Rect, view: Rect, actors: tuple[tuple[float, ...], ...], taken: list[Rect]
) -> tuple[list[Op], Rect]:
    """What the map is not, at an edge where it lies on the land of no actor, the lower one first.

    Gives what is drawn and the room that it took.
    """
    text = _("schematic, not a statement on boundaries")
    lines = page.type.wrap(text, at.w - 2 * EDGE - 20, LEAST)
    width = max(page.type.width(part, LEAST) for part in lines) + 21
    high = page.type.height(LEAST) * len(lines) + 4
    top, foot = at.y + EDGE, at.bottom - EDGE - high
    step = (at.w - 2 * EDGE - width) / STEPS
    every = [
        Rect(at.x + EDGE + n * step, y, width, high) for y in (foot, top) for n in range(STEPS + 1)
    ]
    choices = [box for box in every if not any(box.overlaps(r) for r in taken)] or every
    lands = tuple(sorted(lens.land_at(*actor) for actor in actors))
    free = (box for box in choices if not _on_land(box, at, view, lands))
    box = next(free, choices[0])
    label = words(page, text, box.x + 10, box.y + 2, max(width - 20, 1), LEAST, ink="quiet",
                  on="sea")  # fmt: skip
    return [Box(box, "sea", radius=8), label], box


@lru_cache(maxsize=256)
def _on_land(box: Rect, at: Rect, view: Rect, lands: tuple[str, ...]) -> bool:
    """Whether a box on a view of the map lies on one of these lands."""
    left, right = ((x - at.x) / at.w * view.w + view.x for x in (box.x, box.right))
    top, bottom = ((y - at.y) / at.h * view.h + view.y for y in (box.y, box.bottom))
    corners = [(x, y) for x in (left, (left + right) / 2, right) for y in (top, bottom)]
    for ring in lens.rings():
        if ring.land in lands and (
            any(left < x < right and top < y < bottom for x, y in ring.points)
            or any(lens.holds(ring.points, x, y) for x, y in corners)
        ):
            return True
    return False


def of_dots(
    page: Page, at: Rect, view: Rect, taken: tuple[Rect, ...]
) -> tuple[list[Op], tuple[Rect, ...], tuple[str, ...]]:
    """The names of the dots that nothing covers, each beside its own, and the room they took.

    Also which dots they are: one whose name finds no room is not drawn.
    """
    ops: list[Op] = []
    named: list[str] = []
    kept: list[Rect] = []
    for dot in lens.dots():
        x, y = lens.place(*dot.at, at, view)
        own = Rect(x - 10, y - 10, 20, 20)
        if not at.holds(own) or any(own.overlaps(other) for other in (*taken, *kept)):
            continue
        name = _(dot.name)
        wide, high = page.type.width(name, LEAST) + 2, page.type.height(LEAST)
        for left, top in (
            (x + OFF, y - high / 2), (x - OFF - wide, y - high / 2),
            (x - wide / 2, y + OFF), (x - wide / 2, y - OFF - high),
        ):  # fmt: skip
            room = Rect(left, top, wide, high)
            if at.inset(4).holds(room) and not any(room.overlaps(r) for r in (*taken, *kept)):
                ops.append(Box(room.inset(-2, 0), "sea", radius=8))
                ops.append(words(page, name, left, top, wide, LEAST, on="sea"))
                kept += [room, own]
                named.append(dot.name)
                break
    return ops, tuple(kept), tuple(named)
