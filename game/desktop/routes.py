"""Ways for lines between plates: round what would hide them, apart from each other, with badges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.desktop.ops import Rect

Point = tuple[float, float]
Path = tuple[Point, ...]

BADGES = (42.0, 34.0)
"""How wide a badge is: the smaller where there is no room for the larger."""
BOWS = (0.0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6, 0.9, -0.9, 1.3, -1.3)
"""How far a line may bend aside, in shares of its length."""
ENDS = ((0.0, 0.0), (-0.32, 0.0), (0.32, 0.0), (0.0, -0.3), (0.0, 0.3))
"""Where on a plate a line may end, from its middle, in shares of its sides."""
STEPS = 26
"""Parts of which a bent line is made."""
OFF = 9.0
"""How far from its own plates a line ends."""
NEAR = 15.0
"""Lines that run nearer to each other than this are hard to tell apart."""
GENTLE = 0.5
"""Lines that bend further than this end in the middles of plates."""
BENT, SHIFTED, HIDDEN, OUTSIDE, CLOSE, BARE = 6.0, 0.7, 10.0, 10.0, 1.5, 60.0
"""What makes a way worse: bending, an end aside, each part that is hidden, outside of the room or
close to another line, and no room for a badge."""


KINDS = sorted(
    (abs(bow) * BENT + SHIFTED * ((begin != ENDS[0]) + (end != ENDS[0])), bow, begin, end)
    for bow in BOWS
    for begin in ENDS
    for end in ENDS
    if abs(bow) < GENTLE or begin == end == ENDS[0]
)
"""All kinds of ways, the plainest first, with what speaks against each."""


WEIGHTS = tuple(
    ((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in (n / STEPS for n in range(STEPS + 1))
)
"""What the begin, the bend and the end of a line weigh at each of its points."""


@lru_cache(maxsize=64)
def routes(
    pairs: tuple[tuple[str, str], ...], places: tuple[tuple[str, Rect], ...], room: Rect,
    kept: tuple[Rect, ...],
) -> tuple[tuple[Path, Rect | None], ...]:  # fmt: skip
    """A way for each pair of plates and the place of its badge, which lies on no other thing.

    The earlier pairs choose first, and later ones keep away from their lines and badges.
    """
    found: list[tuple[Path, Rect | None]] = []
    by_id = dict(places)
    for one, other in pairs:
        others = tuple(r.inset(-10) for id, r in places if id not in (one, other))
        badges = tuple(at for _path, at in found if at is not None)
        lines = tuple(point for path, _at in found for point in _dense(path))
        found.append(_best(by_id[one], by_id[other], room, (*others, *kept), badges, lines))
    return tuple(found)


def _best(
    one: Rect, other: Rect, room: Rect, walls: tuple[Rect, ...], badges: tuple[Rect, ...],
    lines: Path,
) -> tuple[Path, Rect | None]:  # fmt: skip
    """The straightest way that is hidden least, and room for its badge."""
    best: tuple[float, Path, Rect | None] = math.inf, (), None
    solid = [(r.x, r.y, r.right, r.bottom) for r in (*walls, *(at.inset(-6) for at in badges))]
    for cost, path in _ways(one, other):
        if cost >= best[0]:
            break
        cost += _hidden(path, solid, room, best[0] - cost)
        if cost >= best[0]:
            continue
        cost += CLOSE * _beside(path, lines)
        at = _room_for_badge(path, (one, other, *walls, *badges), room, lines)
        cost += 0 if at else BARE
        if cost < best[0]:
            best = cost, path, at
    return best[1], best[2]


def visible(path: Path, room: Rect, over: Iterable[Rect]) -> float:
    """How much of a line is seen where these things lie over it."""
    hiding, seen = tuple(over), 0.0
    dense = _dense(path)
    for (ax, ay), (bx, by) in zip(dense, dense[1:], strict=False):
        middle = (ax + bx) / 2, (ay + by) / 2
        if _inside(middle, room) and not any(_inside(middle, at) for at in hiding):
            seen += math.dist((ax, ay), (bx, by))
    return seen


def _hidden(
    path: Path, solid: list[tuple[float, float, float, float]], room: Rect, most: float
) -> float:
    """What speaks against a way for what hides it; it is not counted further than to `most`."""
    cost, left, top, right, bottom = 0.0, room.x, room.y, room.right, room.bottom
    for x, y in path:
        if not (left < x < right and top < y < bottom):
            cost += OUTSIDE
        for x0, y0, x1, y1 in solid:
            if x0 < x < x1 and y0 < y < y1:
                cost += HIDDEN
                break
        if cost >= most:
            break
    return cost


def _beside(path: Path, lines: Path) -> int:
    """How many points of a way lie close to those of other lines."""
    near = 0
    for x, y in path:
        for a, b in lines:
            if -NEAR < x - a < NEAR and -NEAR < y - b < NEAR:
                near += 1
                break
    return near


def _ways(one: Rect, other: Rect) -> Iterator[tuple[float, Path]]:
    """All ways between two plates, the plainest first, with what speaks against each."""
    for cost, bow, begin, end in KINDS:
        path = _curve(_aside(one, begin), _aside(other, end), bow)
        yield cost, _between(path, one.inset(-OFF), other.inset(-OFF))


def _aside(rect: Rect, by: Point) -> Point:
    return rect.centre[0] + by[0] * rect.w, rect.centre[1] + by[1] * rect.h


def _curve(one: Point, other: Point, bow: float) -> list[Point]:
    """A parabola between two points that bends aside by a share of their distance."""
    (ax, ay), (bx, by) = one, other
    mx = (ax + bx) / 2 - (by - ay) * bow
    my = (ay + by) / 2 + (bx - ax) * bow
    return [(a * ax + b * mx + c * bx, a * ay + b * my + c * by) for a, b, c in WEIGHTS]


def _between(path: list[Point], one: Rect, other: Rect) -> Path:
    """The part of a line that lies outside of both plates, to their very edges."""
    begin = max((n for n, p in enumerate(path) if _inside(p, one)), default=-1) + 1
    end = min((n for n, p in enumerate(path) if _inside(p, other)), default=len(path))
    inner = path[begin:end]
    if 0 < begin < len(path):
        inner = [_edge(path[begin - 1], path[begin], one), *inner]
    if 0 < end < len(path) and begin <= end:
        inner = [*inner, _edge(path[end], path[end - 1], other)]
    return tuple(inner)


def _edge(inside: Point, outside: Point, rect: Rect) -> Point:
    """Where the way from a point inside of a box to one outside leaves it."""
    for _round in range(6):
        middle = (inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2
        if _inside(middle, rect):
            inside = middle
        else:
            outside = middle
    return outside


def _dense(path: Path) -> list[Point]:
    """Points along a line that are no further apart than lines may be close."""
    found: list[Point] = []
    for (ax, ay), (bx, by) in zip(path, path[1:], strict=False):
        parts = max(1, math.ceil(math.dist((ax, ay), (bx, by)) / (1.5 * NEAR)))
        found += [(ax + (bx - ax) * n / parts, ay + (by - ay) * n / parts) for n in range(parts)]
    return [*found, *path[-1:]]


def _inside(point: Point, rect: Rect) -> bool:
    x, y, wide, high = rect
    return x < point[0] < x + wide and y < point[1] < y + high


def _room_for_badge(
    path: Path, taken: tuple[Rect, ...], room: Rect, lines: Path
) -> Rect | None:  # fmt: skip
    """The place nearest to the middle of a line where a badge lies on nothing, best on no line."""
    middle = len(path) // 2
    order = sorted(range(len(path)), key=lambda n: abs(n - middle))
    crossed: Rect | None = None
    for size in BADGES:
        for n in order:
            x, y = path[n]
            at = Rect(x - size / 2, y - size / 2, size, size)
            if room.holds(at) and not any(at.overlaps(other) for other in taken):
                if not any(_inside(point, at) for point in lines):
                    return at
                crossed = crossed or at
    return crossed
