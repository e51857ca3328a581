"""Boxes, lines and polygons with smooth edges, in pixels.

`pygame.draw.rect` rounds its corners without smoothing them, so a corner is a disc that is drawn
four times as large, shrunk, and kept. Surfaces with an alpha are premultiplied: straight alpha
leaves dark fringes where it is scaled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil, floor, hypot

import pygame

from game.desktop.ops import Dash

Point = tuple[float, float]

FINE = 4
"""How many times as large as it is seen a smooth form is drawn."""

LARGEST = 500_000
"""Pixels of a polygon that are still drawn large: beyond, only its edge is smoothed."""

PIECE = 120
"""Pixels of a slanting line that are drawn at once."""


@lru_cache(maxsize=512)
def _disc(radius: int, fill: str, edge: str, width: int) -> pygame.Surface:
    """A disc of `2 * radius` pixels; an empty fill leaves a ring."""
    large = pygame.Surface((2 * radius * FINE, 2 * radius * FINE), pygame.SRCALPHA)
    middle = radius * FINE
    if edge:
        rim = 0 if fill else width * FINE
        pygame.draw.circle(large, edge, (middle, middle), middle, rim)
    if fill:
        inner = middle - (width * FINE if edge else 0)
        pygame.draw.circle(large, fill, (middle, middle), max(inner, 0))
    small = pygame.transform.smoothscale(large.premul_alpha(), (2 * radius, 2 * radius))
    return small


def rounded(
    surface: pygame.Surface,
    at: pygame.Rect,
    fill: str,
    edge: str = "",
    width: int = 0,
    radius: int = 0,
) -> None:
    """A box with round corners and a border that lies within it."""
    if at.w <= 0 or at.h <= 0:
        return
    edge = edge if width > 0 else ""
    radius = min(radius, at.w // 2, at.h // 2)
    if radius > 0:
        _corners(surface, at, _disc(radius, fill, edge, min(width, radius)), radius)
    across = pygame.Rect(at.x + radius, at.y, at.w - 2 * radius, at.h)
    if fill:
        surface.fill(fill, across)
        surface.fill(fill, (at.x, at.y + radius, radius, at.h - 2 * radius))
        surface.fill(fill, (at.right - radius, at.y + radius, radius, at.h - 2 * radius))
    if edge:
        upright = at.h - 2 * radius
        surface.fill(edge, (across.x, at.y, across.w, width))
        surface.fill(edge, (across.x, at.bottom - width, across.w, width))
        surface.fill(edge, (at.x, at.y + radius, width, upright))
        surface.fill(edge, (at.right - width, at.y + radius, width, upright))


def _corners(surface: pygame.Surface, at: pygame.Rect, disc: pygame.Surface, radius: int) -> None:
    for x, left in ((at.x, 0), (at.right - radius, radius)):
        for y, top in ((at.y, 0), (at.bottom - radius, radius)):
            part = pygame.Rect(left, top, radius, radius)
            surface.blit(disc, (x, y), part, pygame.BLEND_PREMULTIPLIED)


def polygon(surface: pygame.Surface, points: Sequence[Point], fill: str) -> None:
    """A filled polygon with smooth edges."""
    left, top = (floor(min(axis)) for axis in zip(*points, strict=True))
    right, bottom = (ceil(max(axis)) for axis in zip(*points, strict=True))
    wide, high = max(right - left, 1), max(bottom - top, 1)
    if wide * high > LARGEST:
        pygame.draw.polygon(surface, fill, points)
        pygame.draw.aalines(surface, fill, True, points)
        return
    large = pygame.Surface((wide * FINE, high * FINE), pygame.SRCALPHA)
    moved = [((x - left) * FINE, (y - top) * FINE) for x, y in points]
    pygame.draw.polygon(large, fill, moved)
    small = pygame.transform.smoothscale(large.premul_alpha(), (wide, high))
    surface.blit(small, (left, top), special_flags=pygame.BLEND_PREMULTIPLIED)


def stroke(
    surface: pygame.Surface, points: Sequence[Point], ink: str, width: float, dash: Dash, on: str
) -> None:
    """A line through points. A double one is a wide line with the ground `on` in its middle."""
    if dash == "dotted":
        for x, y in _along(points, width * 2.2):
            dot(surface, (x, y), width * 0.6, ink)
        return
    if dash == "dashed":
        for piece in _dashes(points, width * 3.2, width * 2.2):
            _line(surface, piece, ink, width)
        return
    _line(surface, points, ink, width)
    if dash == "double":
        _line(surface, points, on, max(width / 3, 1))


def dot(surface: pygame.Surface, at: Point, radius: float, ink: str) -> None:
    """A small smooth disc."""
    pygame.draw.aacircle(surface, ink, at, max(radius, 1))


def _line(surface: pygame.Surface, points: Sequence[Point], ink: str, width: float) -> None:
    if width < 1.5:
        pygame.draw.aalines(surface, ink, False, points)
        return
    for start, end in zip(points, points[1:], strict=False):
        if start[0] == end[0] or start[1] == end[1]:
            _straight(surface, start, end, ink, width)
        else:
            _slanted(surface, start, end, ink, width)
    for x, y in points[1:-1]:
        dot(surface, (x, y), width / 2 - 0.5, ink)


def _slanted(surface: pygame.Surface, start: Point, end: Point, ink: str, width: float) -> None:
    """A slanting line in short pieces: what is drawn large stays small. They overlap a little."""
    (x, y), (u, v) = start, end
    long = hypot(u - x, v - y)
    right, down = (u - x) / long, (v - y) / long
    side = width / 2
    count = ceil(long / PIECE)
    for number in range(count):
        a, b = long * number / count, min(long * (number + 1) / count + 1, long)
        near, far = (x + right * a, y + down * a), (x + right * b, y + down * b)
        corners = [
            (near[0] - down * side, near[1] + right * side),
            (far[0] - down * side, far[1] + right * side),
            (far[0] + down * side, far[1] - right * side),
            (near[0] + down * side, near[1] - right * side),
        ]
        polygon(surface, corners, ink)


def _straight(surface: pygame.Surface, start: Point, end: Point, ink: str, width: float) -> None:
    """A line along an axis needs no smoothing, and is as wide as its neighbours."""
    thick = max(round(width), 1)
    left, top = min(start[0], end[0]), min(start[1], end[1])
    long = round(max(abs(start[0] - end[0]), abs(start[1] - end[1])))
    if start[1] == end[1]:
        surface.fill(ink, (round(left), round(top - thick / 2), long, thick))
    else:
        surface.fill(ink, (round(left - thick / 2), round(top), thick, long))


def _along(points: Sequence[Point], step: float) -> Iterable[Point]:
    """Points at even distances along a line."""
    due = 0.0
    for (x, y), (u, v) in zip(points, points[1:], strict=False):
        long = hypot(u - x, v - y)
        while due <= long and long:
            yield x + (u - x) * due / long, y + (v - y) * due / long
            due += max(step, 1)
        due -= long


def _dashes(points: Sequence[Point], on: float, off: float) -> Iterable[list[Point]]:
    """The pieces of a dashed line."""
    piece: list[Point] = []
    drawn, left = True, max(on, 2)
    for (x, y), (u, v) in zip(points, points[1:], strict=False):
        long, gone = hypot(u - x, v - y), 0.0
        piece = [*piece, (x, y)] if drawn else []
        while long - gone > left:
            gone += left
            here = (x + (u - x) * gone / long, y + (v - y) * gone / long)
            if drawn:
                yield [*piece, here]
            piece = [here]
            drawn, left = not drawn, max(off if drawn else on, 2)
        left -= long - gone
    if drawn and points:
        yield [*piece, points[-1]]
