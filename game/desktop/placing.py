"""Finds room for boxes near where they belong, so that none lies on another."""

from __future__ import annotations

import math
from functools import lru_cache

from game.desktop.ops import Rect

Point = tuple[float, float]
Size = tuple[float, float]

ROUNDS = 26
TURNS = 8
CROSSED = 90.0
"""A box behind another one is as bad as one that lies so much further away."""
SETTLED = 4.0
"""Boxes that found places so near to where they came to rest find no better ones in another order.
"""
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
            if placed is None:
                continue
            way = _way(placed, anchors)
            if best is None or way < best[0] - 0.5:
                best = way, placed
            if farthest(placed, aims) < SETTLED:
                break
    return best[1] if best else None


def _way(placed: tuple[Rect, ...], anchors: tuple[Point, ...]) -> float:
    """How far boxes lie from their anchors, and how much they lie to each other as they do not."""
    total = sum(math.dist(r.centre, a) ** 2 for r, a in zip(placed, anchors, strict=True))
    for one, a in zip(placed, anchors, strict=True):
        for other, b in zip(placed, anchors, strict=True):
            for axis in (0, 1):
                true, drawn = a[axis] - b[axis], one.centre[axis] - other.centre[axis]
                total += max(0.0, min(true, 100.0) - drawn) ** 2 if true > 0 > drawn else 0.0
    return total + CROSSED**2 * crossed(placed, anchors)


def crossed(placed: tuple[Rect, ...], anchors: tuple[Point, ...]) -> int:
    """How many boxes have another one between themselves and their anchor, or on it."""
    count = 0
    for n, (one, (x, y)) in enumerate(zip(placed, anchors, strict=True)):
        if one.x < x < one.right and one.y < y < one.bottom:
            continue
        near = min(max(x, one.x), one.right), min(max(y, one.y), one.bottom)
        count += any(
            other.x < near[0] + (x - near[0]) * part / 6 < other.right
            and other.y < near[1] + (y - near[1]) * part / 6 < other.bottom
            for k, other in enumerate(placed)
            if k != n
            for part in range(1, 7)
        )
    return count


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
    """The free box that lies nearest to its anchor.

    That one stands over its anchor, or touches on each axis where it does not a side of what is
    taken or of the room: so only those places are tried.
    """
    wide, high = size
    if wide > room.w or high > room.h:
        return None
    walls = [(r.x - wide, r.right, r.y - high, r.bottom) for r in taken]
    across = _stops(anchor[0] - wide / 2, room.x, room.right - wide, [w[:2] for w in walls])
    down = _stops(anchor[1] - high / 2, room.y, room.bottom - high, [w[2:] for w in walls])
    best, at = math.inf, None
    for way, x in across:
        if way >= best:
            break
        crossed = [(top, foot) for left, right, top, foot in walls if left < x < right]
        for more, y in down:
            if way + more >= best:
                break
            if not any(top < y < foot for top, foot in crossed):
                best, at = way + more, Rect(x, y, wide, high)
                break
    return at


def _stops(
    aim: float, low: float, high: float, walls: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Where a box may begin along an axis, by the square of the way from where it should."""
    ends = {min(max(aim, low), high), low, high, *(end for wall in walls for end in wall)}
    return sorted(((end - aim) ** 2, end) for end in ends if low <= end <= high)


def _grown(rect: Rect, by: float) -> Rect:
    return rect.inset(-by)
