"""Finds room for boxes near where they belong, so that none lies on another."""

from __future__ import annotations

import math
from functools import lru_cache

from game.desktop.ops import Rect

Point = tuple[float, float]
Size = tuple[float, float]

STEP = 22.0
ANGLES = 24


@lru_cache(maxsize=64)
def settle(
    sizes: tuple[Size, ...], anchors: tuple[Point, ...], room: Rect, kept: tuple[Rect, ...],
    gap: float,
) -> tuple[Rect, ...] | None:  # fmt: skip
    """A box of each size, as near to its anchor as there is room; None where there is not.

    Boxes keep `gap` units between each other and half as many from what is `kept` free. The order
    in which they are placed is tried from several beginnings; the least total way wins.
    """
    order = _crowded_first(anchors)
    best: tuple[float, tuple[Rect, ...]] | None = None
    for turn in range(min(len(order), 8) or 1):
        placed = _in_order(order[turn:] + order[:turn], sizes, anchors, room, kept, gap)
        if placed is None:
            continue
        way = sum(math.dist(r.centre, a) ** 2 for r, a in zip(placed, anchors, strict=True))
        if best is None or way < best[0] - 0.5:
            best = way, placed
    return best[1] if best else None


def _crowded_first(anchors: tuple[Point, ...]) -> list[int]:
    """Who has the nearest neighbours comes first."""

    def nearness(n: int) -> float:
        return sorted(math.dist(anchors[n], other) for other in anchors)[:3][-1]

    return sorted(range(len(anchors)), key=lambda n: (nearness(n), n))


def _in_order(
    order: list[int], sizes: tuple[Size, ...], anchors: tuple[Point, ...], room: Rect,
    kept: tuple[Rect, ...], gap: float,
) -> tuple[Rect, ...] | None:  # fmt: skip
    found: dict[int, Rect] = {}
    hard = [_grown(rect, gap / 2) for rect in kept]
    for n in order:
        placed = [_grown(rect, gap) for rect in found.values()]
        at = _near(sizes[n], anchors[n], room, [*hard, *placed])
        if at is None:
            return None
        found[n] = at
    return tuple(found[n] for n in range(len(sizes)))


def _near(size: Size, anchor: Point, room: Rect, taken: list[Rect]) -> Rect | None:
    """The nearest free box: rings round the anchor, drawn into the room."""
    wide, high = size
    if wide > room.w or high > room.h:
        return None
    reach = math.hypot(room.w, room.h)
    for ring in range(int(reach / STEP) + 1):
        options = []
        for k in range(ANGLES if ring else 1):
            angle = 2 * math.pi * k / ANGLES
            x = anchor[0] + ring * STEP * math.cos(angle) - wide / 2
            y = anchor[1] + ring * STEP * math.sin(angle) - high / 2
            at = Rect(
                min(max(x, room.x), room.right - wide),
                min(max(y, room.y), room.bottom - high),
                wide, high,
            )  # fmt: skip
            if not any(at.overlaps(other) for other in taken):
                options.append((math.dist(at.centre, anchor), k, at))
        if options:
            return min(options)[2]
    return None


def _grown(rect: Rect, by: float) -> Rect:
    return rect.inset(-by)
