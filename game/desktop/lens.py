"""Where a place lies on the map: a projection with a magnifying glass, and nothing of pygame.

Longitude alone says how far right, latitude alone how far down, so north stays up and the grid
stays square. Along each axis a degree is as long as a base and some bumps: one round 130 E and one
round 38 N make the crowded coasts there about three times as large as they would be, and hollows
make the empty water of mid-ocean and the far south smaller.
"""

from __future__ import annotations

import math
from functools import cache

import msgspec

from game import data
from game.desktop.ops import WHOLE, Rect


class Axis(msgspec.Struct, frozen=True):
    """From `low` to `high`, in degrees; `bumps` are centre, spread and height.

    A degree is `1 + sum(height * exp(-((degree - centre) / spread)**2 / 2))` long, which must be
    more than nothing everywhere: then what lies further along is drawn further along.
    """

    low: float
    high: float
    bumps: tuple[tuple[float, float, float], ...]

    def share(self, degree: float) -> float:
        """How far along it is: 0 at `low`, 1 at `high`, and beyond them outside."""
        begin = self._length(self.low)
        return (self._length(degree) - begin) / (self._length(self.high) - begin)

    def _length(self, degree: float) -> float:
        """The integral of a degree's length."""
        return degree + sum(
            height * spread * math.sqrt(math.pi / 2)
            * math.erf((degree - centre) / (spread * math.sqrt(2)))
            for centre, spread, height in self.bumps
        )  # fmt: skip


EAST = Axis(44.0, 295.0, ((129.5, 9.5, 2.9), (196.0, 16.0, -0.45)))
"""Longitudes from west to east; those beyond the antimeridian go on counting from 180."""
NORTH = Axis(-45.0, 77.5, ((36.4, 5.2, 2.7), (52.0, 14.0, 0.7), (-32.0, 14.0, -0.5)))
"""Latitudes from south to north."""

_TURN = -20.0
"""Longitudes west of here lie beyond the antimeridian, not to the left of the window."""


_NEAR = 0.01
"""Within so many shares of a dot is where the dot is."""


class Ring(msgspec.Struct, frozen=True):
    """An outline of a land, by the land's id, in shares of the window from its upper left."""

    land: str
    points: tuple[tuple[float, float], ...]
    area: float


class Dot(msgspec.Struct, frozen=True):
    """A place too small to be seen, which is drawn as a dot in the colours of its land."""

    name: str
    at: tuple[float, float]
    land: str


class _Stored(msgspec.Struct, frozen=True):
    """The file: rings as a first point and steps, on a grid of so many lines."""

    grid: tuple[int, int]
    lands: dict[str, tuple[tuple[int, ...], ...]]
    dots: tuple[Dot, ...]


def shares(lat: float, lon: float) -> tuple[float, float]:
    """Where a place lies in the window: 0, 0 its upper left, 1, 1 its lower right."""
    return EAST.share(lon + 360 if lon < _TURN else lon), 1 - NORTH.share(lat)


def place(lat: float, lon: float, rect: Rect, view: Rect = WHOLE) -> tuple[float, float]:
    """Where a place lies in `rect`, which shows a view of the map; outside it, if off the view."""
    x, y = shares(lat, lon)
    return rect.x + (x - view.x) / view.w * rect.w, rect.y + (y - view.y) / view.h * rect.h


def on_map(lat: float, lon: float) -> bool:
    """Whether the window shows a place."""
    x, y = shares(lat, lon)
    return 0 <= x <= 1 and 0 <= y <= 1


@cache
def rings() -> tuple[Ring, ...]:
    """The outlines of all lands, from the largest to the smallest, so that enclaves come last."""
    stored = _stored()
    found = [
        _ring(land, steps, stored.grid) for land, each in stored.lands.items() for steps in each
    ]
    return tuple(sorted(found, key=lambda ring: -ring.area))


@cache
def dots() -> tuple[Dot, ...]:
    """The places that are drawn as dots."""
    return _stored().dots


@cache
def land_at(lat: float, lon: float) -> str:
    """The id of the land that holds a place, or whose outline comes nearest; "" off the map."""
    if not on_map(lat, lon):
        return ""
    x, y = shares(lat, lon)
    for dot in dots():
        if math.dist((x, y), shares(*dot.at)) < _NEAR:
            return dot.land
    for ring in reversed(rings()):
        if holds(ring.points, x, y):
            return ring.land
    return min(rings(), key=lambda ring: min(math.dist((x, y), p) for p in ring.points)).land


@cache
def _stored() -> _Stored:
    return msgspec.json.decode(
        (data.folder("assets") / "map" / "lens.json").read_bytes(), type=_Stored
    )


def _ring(land: str, steps: tuple[int, ...], grid: tuple[int, int]) -> Ring:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grid[0], y / grid[1]))
    return Ring(land, tuple(points), _area(points))


def _area(points: list[tuple[float, float]]) -> float:
    around = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in around)) / 2


def holds(points: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a ring holds a point: a ray to the right crosses its sides an odd number of times."""
    odd = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd
