"""Icons and emblems: drawings of one ink, sized and coloured when they are asked for.

An icon is a line drawing from the set in `assets/icons`; an emblem is a sign of an actor, on a disc
or filling a box, from `assets/emblems`. A name that is not there gives a plain circle: a picture
that is missing never stops a game.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache

import pygame

from game import data
from game.desktop.theme import glyph_on
from game.scenario.emblems import EMBLEMS as _EMBLEMS

EMBLEMS: tuple[str, ...] = _EMBLEMS
"""The names of emblems, in the order in which actors take them where a scenario says nothing."""

_CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" '
    'fill="none" stroke="currentColor" stroke-width="2"><circle cx="12" cy="12" r="8"/></svg>'
)
_ON_DISC, _IN_BOX = 0.58, 0.64
"""How much of its disc, or of its box's shorter side, an emblem's drawing takes."""


@cache
def icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in (data.folder("assets") / "icons").glob("*.svg"))


@lru_cache(maxsize=2048)
def icon(name: str, px: int, colour: str) -> pygame.Surface:
    """An icon of `px` by `px` pixels in a colour `#rrggbb`, on nothing."""
    return _drawn(_svg("icons", name), px, colour)


@lru_cache(maxsize=1024)
def emblem(
    name: str,
    px: int | tuple[int, int],
    fill: str,
    round: bool = True,
    edge: str = "#14213d",
) -> pygame.Surface:
    """An emblem on its fill: a disc with an outline, or a box that is filled to its edges.

    `px` is its width and height, or both. The drawing is near-black or white, whichever is seen
    better on the fill; "" as `edge` leaves the outline away.
    """
    wide, high = (px, px) if isinstance(px, int) else px
    side = max(1, min(wide, high))
    surface = pygame.Surface((max(1, wide), max(1, high)), pygame.SRCALPHA)
    if round:
        disc = _disc(side, fill, edge)
        surface.blit(disc, disc.get_rect(center=surface.get_rect().center))
    else:
        surface.fill(pygame.Color(fill))
    px = int(side * (_ON_DISC if round else _IN_BOX) + 0.5)
    glyph = _drawn(_svg("emblems", name), px, glyph_on(fill))
    surface.blit(glyph, glyph.get_rect(center=surface.get_rect().center))
    return surface


def _disc(side: int, fill: str, edge: str) -> pygame.Surface:
    """A disc with an outline, smooth because it is drawn as a vector."""
    line = max(1.5, side / 28) if edge else 0.0
    outline = f'stroke="{edge}" stroke-width="{line}"' if edge else ""
    circle = f'<circle cx="{side / 2}" cy="{side / 2}" r="{(side - line) / 2}" {outline}'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
    return _sized(f'{svg}{circle} fill="{fill}"/></svg>', side)


@cache
def _svg(folder: str, name: str) -> str:
    known = icons() if folder == "icons" else frozenset(EMBLEMS)
    if name not in known:
        return _CIRCLE
    return (data.folder("assets") / folder / f"{name}.svg").read_text(encoding="utf-8")


def _drawn(svg: str, px: int, colour: str) -> pygame.Surface:
    return _sized(svg.replace("currentColor", colour), max(1, px))


def _sized(svg: str, px: int) -> pygame.Surface:
    drawn = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (px, px))
    return drawn.convert_alpha() if pygame.display.get_surface() else drawn
