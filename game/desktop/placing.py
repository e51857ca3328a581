"""Finds room for boxes near where they belong, so that none lies on another."""

from __future__ import annotations

import math
from functools import lru_cache

from game.desktop.ops import Rect

Point = tuple[float, float]
Size = tuple[float, float]

STEP = 22.0
ANGLES = 20
ROUNDS = 60
TURNS = 3
FULL = 0.9
"""The share of a room that boxes can fill, about."""


@lru_cache(maxsize=64)
def settle(
    sizes: tuple[Size, ...], anchors: tuple[Point, ...], room: Rect, kept: tuple[Rect, ...],
    gap: float,
) -> tuple[Rect, ...] | None:  # fmt: skip
    """A box of each size, near its anchor, none on another; None where there is not the room.

    Boxes keep `gap` units between each other and half as many from what is `kept` free. First all
    push each other aside as they lie to each other, then each takes the nearest free place; the
    order in which they do is tried from several beginnings, and the least total way wins.
    """
    needed = sum((wide + gap) * (high + gap) for wide, high in sizes)
    if needed > FULL * ((room.w + gap) * (room.h + gap) - sum(r.w * r.h for r in kept)):
        return None
    best: tuple[float, tuple[Rect, ...]] | None = None
    for by_anchors in (True, False):
        aims = _relaxed(sizes, anchors, room, kept, gap, by_anchors)
        order = _crowded_first(aims)
        for turn in range(min(len(order), TURNS) or 1):
            placed = _in_order(order[turn:] + order[:turn], sizes, aims, room, kept, gap)
            if placed is not None:
                way = _way(placed, anchors)
                if best is None or way < best[0] - 0.5:
                    best = way, placed
    return best[1] if best else None


def _way(placed: tuple[Rect, ...], anchors: tuple[Point, ...]) -> float:
    """How far boxes lie from their anchors, and how much they lie to each other as they do not."""
    total = sum(math.dist(r.centre, a) ** 2 for r, a in zip(placed, anchors, strict=True))
    for one, a in zip(placed, anchors, strict=True):
        for other, b in zip(placed, anchors, strict=True):
            for axis in (0, 1):
                true, drawn = a[axis] - b[axis], one.centre[axis] - other.centre[axis]
                total += max(0.0, min(true, 100.0) - drawn) ** 2 if true > 0 > drawn else 0.0
    return total


def farthest(placed: tuple[Rect, ...], anchors: tuple[Point, ...]) -> float:
    """How far the farthest box lies from its anchor."""
    return max((math.dist(r.centre, a) for r, a in zip(placed, anchors, strict=True)), default=0)


def _relaxed(
    sizes: tuple[Size, ...], anchors: tuple[Point, ...], room: Rect, kept: tuple[Rect, ...],
    gap: float, by_anchors: bool,
) -> tuple[Point, ...]:  # fmt: skip
    """Where boxes come to rest that push each other aside and are drawn back to their anchors.

    Who lies north of another is pushed north: so neighbours keep their sides.
    """
    at = [list(anchor) for anchor in anchors]
    for round_ in range(ROUNDS):
        pull = 0.06 * (1 - round_ / ROUNDS)
        for n, (x, y) in enumerate(anchors):
            at[n][0] += (x - at[n][0]) * pull
            at[n][1] += (y - at[n][1]) * pull
        for one in range(len(at)):
            for other in range(one + 1, len(at)):
                _apart(at, one, other, sizes, anchors, gap, by_anchors)
        for n, (wide, high) in enumerate(sizes):
            for rect in kept:
                _off(at[n], (wide, high), rect, gap / 2)
            at[n][0] = min(max(at[n][0], room.x + wide / 2), room.right - wide / 2)
            at[n][1] = min(max(at[n][1], room.y + high / 2), room.bottom - high / 2)
    return tuple((round(x, 2), round(y, 2)) for x, y in at)


def _apart(
    at: list[list[float]], one: int, other: int, sizes: tuple[Size, ...],
    anchors: tuple[Point, ...], gap: float, by_anchors: bool,
) -> None:  # fmt: skip
    """Push two boxes apart along the axis on which their anchors lie further apart, by size.

    Or else along the axis on which they share less as they lie now.
    """
    lacks, sides = [], []
    for axis in (0, 1):
        need = (sizes[one][axis] + sizes[other][axis]) / 2 + gap
        lacks.append(need - abs(at[one][axis] - at[other][axis]))
        sides.append((anchors[one][axis] - anchors[other][axis]) / need)
    if min(lacks) <= 0:
        return
    wider = abs(sides[0]) > abs(sides[1]) if by_anchors else lacks[0] < lacks[1]
    axis = 0 if wider else 1
    step = math.copysign(lacks[axis] / 2 * 0.5, sides[axis] or one - other)
    at[one][axis] += step
    at[other][axis] -= step


def _off(at: list[float], size: Size, rect: Rect, gap: float) -> None:
    """Push a box off what is kept free, the shortest way."""
    x, y = rect.centre
    over = (size[0] + rect.w) / 2 + gap - abs(at[0] - x)
    down = (size[1] + rect.h) / 2 + gap - abs(at[1] - y)
    if min(over, down) <= 0:
        return
    if over < down:
        at[0] += math.copysign(over, at[0] - x)
    else:
        at[1] += math.copysign(down, at[1] - y)


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
