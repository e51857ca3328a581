"""The map as a surface: sea, land, faint borders, and the lands of actors in a tint of their own.

It is drawn three times as large as it will be, and then made small: that smooths every edge. It
takes a twelfth of a second at 1400 by 800, so whoever asks keeps the surface.
"""

from __future__ import annotations

import pygame

from game.desktop.lens import Dot, dots, land_at, place, rings
from game.desktop.ops import WHOLE, Rect
from game.desktop.theme import Theme

_FINEST, _ENOUGH = 3, 20_000_000
"""How many times larger it is drawn at most, and how many pixels that may take at most."""
_TINT = {"light": 0.40, "dark": 0.31}
"""How much of an actor's colour its land takes."""

Colour = tuple[int, int, int]


def land(
    size: tuple[int, int],
    theme: Theme,
    fills: tuple[tuple[float, float, str], ...] = (),
    radius_px: int = 0,
    view: Rect = WHOLE,
    named: tuple[str, ...] | None = None,
) -> pygame.Surface:
    """A view of the map in a box of so many pixels, with round corners.

    `fills` are latitude, longitude and colour of actors: the land that holds the point takes a tint
    of the colour, the earliest where two name one land. Points off the map are passed over. Of the
    places that are dots those of the names in `named` are drawn, all where it is None.
    """
    wide, high = max(1, size[0]), max(1, size[1])
    fine = _FINEST if wide * high * _FINEST**2 <= _ENOUGH else _FINEST - 1
    large = pygame.Surface((wide * fine, high * fine), depth=32)
    large.fill(pygame.Color(theme["sea"]))
    whose = _whose(fills)
    _draw(large, theme, whose, fine, view)
    for dot in dots():
        if named is None or dot.name in named:
            _dot(large, theme, dot, whose.get(dot.land, ""), view)
    picture = pygame.transform.smoothscale(large, (wide, high))
    return _rounded(picture, radius_px)


def _whose(fills: tuple[tuple[float, float, str], ...]) -> dict[str, str]:
    """Which land takes which colour."""
    whose: dict[str, str] = {}
    for lat, lon, colour in fills:
        whose.setdefault(land_at(lat, lon), colour)
    whose.pop("", None)
    return whose


def _draw(
    large: pygame.Surface, theme: Theme, whose: dict[str, str], fine: int, view: Rect
) -> None:
    plain = _rgb(theme["land"])
    border = mixed(plain, _rgb(theme["coast"]), 0.75)
    tint = _TINT.get(theme.name, 0.4)
    shapes = _shown(large.get_size(), view)
    _shore(large, theme, [points for _, points in shapes], fine)
    for name, points in shapes:
        own = whose.get(name)
        fill = mixed(plain, _rgb(own), tint) if own else plain
        pygame.draw.polygon(large, fill, points)
        pygame.draw.lines(large, border, True, points, fine)


def _shown(size: tuple[int, int], view: Rect) -> list[tuple[str, list[tuple[float, float]]]]:
    """The outlines that a view shows, in pixels, by the land that they belong to."""
    (wide, high), found = size, []
    for ring in rings():
        points = [
            ((x - view.x) / view.w * wide, (y - view.y) / view.h * high) for x, y in ring.points
        ]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if max(xs) > 0 and min(xs) < wide and max(ys) > 0 and min(ys) < high:
            found.append((ring.land, points))
    return found


def _shore(
    large: pygame.Surface, theme: Theme, shapes: list[list[tuple[float, float]]], fine: int
) -> None:
    """A band of paler or darker sea along the coasts, so that land stands off the water."""
    sea = _rgb(theme["sea"])
    light = theme.name == "light"
    for other, share, width in (
        (_rgb(theme["coast"]) if light else (0, 0, 0), 0.16, 6),
        ((255, 255, 255) if light else (0, 0, 0), 0.4, 4),
    ):
        for points in shapes:
            pygame.draw.lines(large, mixed(sea, other, share), True, points, fine * width)


def _dot(large: pygame.Surface, theme: Theme, dot: Dot, own: str, view: Rect) -> None:
    wide, high = large.get_size()
    at = place(*dot.at, Rect(0, 0, wide, high), view)
    radius = (wide * high) ** 0.5 / 145
    pygame.draw.aacircle(large, pygame.Color(theme["line"]), at, radius)
    inside = pygame.Color(own or theme["land"])
    pygame.draw.aacircle(large, inside, at, radius * 0.7)


def _rounded(picture: pygame.Surface, radius: int) -> pygame.Surface:
    """The picture with alpha, its corners cut round."""
    rounded = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    rounded.blit(picture, (0, 0))
    radius = min(radius, *(side // 2 for side in picture.get_size()))
    if radius > 0:
        wide, high = picture.get_size()
        disc = _disc(radius)
        for x in (0, 1):
            for y in (0, 1):
                corner = pygame.Rect(x * (wide - radius), y * (high - radius), radius, radius)
                part = pygame.Rect(x * radius, y * radius, radius, radius)
                rounded.blit(disc, corner, part, pygame.BLEND_RGBA_MULT)
    return rounded


def _disc(radius: int) -> pygame.Surface:
    """A white disc with smooth edges on nothing; its colour is white everywhere."""
    large = pygame.Surface((radius * 8, radius * 8), pygame.SRCALPHA)
    large.fill((255, 255, 255, 0))
    pygame.draw.circle(large, (255, 255, 255, 255), (radius * 4, radius * 4), radius * 4)
    return pygame.transform.smoothscale(large, (radius * 2, radius * 2))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two: so much of the other."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b


def _rgb(colour: str) -> Colour:
    r, g, b = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return r, g, b
