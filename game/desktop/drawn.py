"""The icons, emblems and the map as the painter asks for them; what is dear is kept."""

from __future__ import annotations

from collections import OrderedDict

import pygame

from game.desktop import land, pictures
from game.desktop.ops import WHOLE, Rect
from game.desktop.theme import Theme

MAPS = 3
"""Maps that are kept: one for each of the sizes between which a person goes back and forth."""

Names = tuple[str, ...] | None
Key = tuple[tuple[int, int], str, tuple[tuple[float, float, str], ...], int, Rect, Names]


class Drawn:
    """Pictures from the assets. A map takes a twelfth of a second, so it is kept."""

    def __init__(self) -> None:
        self._maps: OrderedDict[Key, pygame.Surface] = OrderedDict()

    def icon(self, name: str, px: int, colour: str) -> pygame.Surface:
        """An icon that fills a square."""
        return pictures.icon(name, px, colour)

    def emblem(
        self, name: str, size: tuple[int, int], fill: str, round: bool, edge: str
    ) -> pygame.Surface:
        """An actor's emblem on its fill."""
        return pictures.emblem(name, size, fill, round, edge)

    def land(
        self,
        size: tuple[int, int],
        theme: Theme,
        fills: tuple[tuple[float, float, str], ...],
        radius: int,
        view: Rect = WHOLE,
        dots: Names = None,
    ) -> pygame.Surface:
        """A view of the map."""
        key = size, theme.name, fills, radius, view, dots
        if key not in self._maps:
            self._maps[key] = land.land(size, theme, fills, radius, view, dots)
        self._maps.move_to_end(key)
        while len(self._maps) > MAPS:
            self._maps.popitem(last=False)
        return self._maps[key]
