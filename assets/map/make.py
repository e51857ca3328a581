"""Make lens.json, the map of the board, from Natural Earth's countries.

    python assets/map/make.py countries-50m.json

The input is `countries-50m.json` of the npm package world-atlas 2.0.2. Needs shapely 2.1 or later
(for this script only), and the package `game` from this checkout, whose projection is used.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.desktop.lens import EAST, NORTH

GRID = (2800, 1600)
"""Lines of the grid on which points lie: half a pixel of a map that is 1400 pixels wide."""
TOLERANCE = 2.2
"""Up to how large a bend is straightened, in lines of the grid."""
SMALLEST = 26.0
"""Islands with less area are left out, in squares of the grid."""
MARGIN = 24
"""How far outlines go on outside the window, in lines of the grid."""
PARTS = {"344": "156", "446": "156", "somaliland": "706"}
"""Features of the source that are drawn as parts of another land, by ISO 3166-1 number."""
ALONE = {"316"}
"""Features of the source that are drawn as dots only."""
DOTS = [
    {"name": "Hawaii", "at": [21.3, -157.9], "land": "840"},
    {"name": "Guam", "at": [13.4, 144.8], "land": "840"},
]


def arcs_of(topology: dict) -> list[list[tuple[float, float]]]:
    """The arcs of a TopoJSON file, in degrees (TopoJSON 1.0, section 2.1.4)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that goes on counting where it crosses the antimeridian."""
    turn, before = 0, points[0][0]
    found = []
    for lon, lat in points:
        if abs(lon - before) > 180:
            turn += 360 if lon < before else -360
        found.append((lon + turn, lat))
        before = lon
    return found


def polygon(arcs: list[list[tuple[float, float]]], rings: list[list[int]]) -> Polygon:
    """A polygon from the numbers of its arcs; ~n is arc n backwards."""

    def ring(numbers: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for n in numbers:
            arc = arcs[n] if n >= 0 else arcs[~n][::-1]
            points.extend(arc[1:] if points else arc)
        return unwrapped(points)

    shell, *holes = (ring(numbers) for numbers in rings)
    return Polygon(shell, holes)


def countries(topology: dict) -> dict[str, BaseGeometry]:
    """The lands by id, twice round the globe, so that none is cut at the antimeridian."""
    arcs = arcs_of(topology)
    lands: dict[str, list[BaseGeometry]] = {}
    for feature in topology["objects"]["countries"]["geometries"]:
        key = feature.get("id") or feature["properties"]["name"].lower().replace(" ", "-")
        if key in ALONE:
            continue
        parts = feature["arcs"] if feature["type"] == "MultiPolygon" else [feature["arcs"]]
        for rings in parts:
            shape = shapely.make_valid(polygon(arcs, rings))
            for turn in (-360, 0, 360):
                moved = shapely.transform(shape, lambda xy, turn=turn: xy + [turn, 0])
                west, south, east, north = moved.bounds
                if east > 20 and west < 330 and north > -55 and south < 86:
                    lands.setdefault(PARTS.get(key, key), []).append(moved)
    return {
        key: shapely.union_all(shapely.set_precision(parts, 1e-5)) for key, parts in lands.items()
    }


def projected(shape: BaseGeometry) -> BaseGeometry:
    """A shape on the grid, unrounded."""

    def each(xy):  # type: ignore[no-untyped-def]
        return [(EAST.share(lon) * GRID[0], (1 - NORTH.share(lat)) * GRID[1]) for lon, lat in xy]

    return shapely.transform(shape, each)


def outlines(shape: BaseGeometry) -> list[list[int]]:
    """The rings of a shape within the window, as first point and steps, from large to small.

    Holes are left out: what fills them is a land of its own, which is drawn later.
    """
    window = box(-MARGIN, -MARGIN, GRID[0] + MARGIN, GRID[1] + MARGIN)
    cut = shapely.intersection(shapely.make_valid(shape), window)
    parts = [p for p in getattr(cut, "geoms", [cut]) if isinstance(p, Polygon)]
    found = []
    for part in sorted(parts, key=lambda p: -p.area):
        if part.area < SMALLEST:
            continue
        points = [(round(x), round(y)) for x, y in part.exterior.coords]
        steps = [points[0]]
        at = points[0]
        for x, y in points[1:-1]:
            if (x, y) != at:
                steps.append((x - at[0], y - at[1]))
                at = (x, y)
        if len(steps) > 2:
            found.append([n for step in steps for n in step])
    return found


def main(source: str) -> None:
    """Read the countries and write lens.json beside this script."""
    lands = countries(json.loads(Path(source).read_text(encoding="utf-8")))
    keys = sorted(lands)
    shapes = [projected(lands[key]) for key in keys]
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    stored = {key: outlines(shape) for key, shape in zip(keys, simple, strict=True)}
    made = {"grid": GRID, "lands": {k: v for k, v in stored.items() if v}, "dots": DOTS}
    target = Path(__file__).with_name("lens.json")
    text = json.dumps(made, separators=(",", ":"), ensure_ascii=False)
    target.write_text(text.replace('"dots"', '\n"dots"').replace('],"', '],\n"') + "\n", "utf-8")
    points = sum(len(ring) // 2 for rings in stored.values() for ring in rings)
    print(f"{target.name}: {len(made['lands'])} lands, {points} points, {len(text)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
