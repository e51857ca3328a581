"""Puts a picture on a surface, at the size of its pixels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import pygame

from game.desktop import forms
from game.desktop.ops import (
    WHOLE,
    Box,
    Emblem,
    Icon,
    Land,
    Live,
    Op,
    Rect,
    Shape,
    Stroke,
    Text,
    Type,
    Weight,
    Window,
)
from game.desktop.theme import Theme

BAR = 8
"""The width of a scroll bar, in units."""


class Ink(Type, Protocol):
    """Letters that can be drawn, and not only measured."""

    def render(self, text: str, size: float, weight: Weight, colour: str) -> pygame.Surface:
        """A line of text, with an alpha."""
        ...


class Pictures(Protocol):
    """The icons, the emblems and the map, in pixels."""

    def icon(self, name: str, px: int, colour: str) -> pygame.Surface:
        """An icon that fills a square."""
        ...

    def emblem(
        self, name: str, size: tuple[int, int], fill: str, round: bool, edge: str
    ) -> pygame.Surface:
        """An actor's emblem on its fill."""
        ...

    def land(
        self,
        size: tuple[int, int],
        theme: Theme,
        fills: tuple[tuple[float, float, str], ...],
        radius: int,
        view: Rect = WHOLE,
        dots: tuple[str, ...] | None = None,
    ) -> pygame.Surface:
        """A view of the map."""
        ...


class Painter:
    """Draws pictures in one theme and one size. `scale` is the pixels of a unit."""

    def __init__(self, letters: Ink, theme: Theme, scale: float, pictures: Pictures) -> None:
        self.letters = letters
        self.theme = theme
        self.scale = scale
        self.pictures = pictures
        self._draw: dict[type, Callable[[pygame.Surface, Any, float, float], None]] = {
            Box: self._box, Text: self._text, Icon: self._icon, Emblem: self._emblem,
            Stroke: self._stroke, Shape: self._shape, Land: self._land,
        }  # fmt: skip

    def paint(
        self,
        surface: pygame.Surface,
        ops: Sequence[Op],
        offset: tuple[float, float] = (0, 0),
        clip: Rect | None = None,
        scrolls: Mapping[str, float] | None = None,
    ) -> None:
        """Draw in order; `clip` and `offset` are in units. What lives and what listens is skipped.

        `scrolls` says how far each window is scrolled down.
        """
        before = surface.get_clip()
        if clip is not None:
            surface.set_clip(self.pixels(clip).clip(before))
        x, y = offset
        for op in ops:
            if isinstance(op, Window):
                self._window(surface, op, offset, scrolls or {})
            elif type(op) in self._draw and self._seen(surface, op, x, y):
                self._draw[type(op)](surface, op, x, y)
        surface.set_clip(before)

    def pixels(self, at: Rect, offset: tuple[float, float] = (0, 0)) -> pygame.Rect:
        """A box in pixels: its edges are rounded, so that neighbours stay neighbours."""
        k, (x, y) = self.scale, offset
        left, top = round((at.x + x) * k), round((at.y + y) * k)
        right, bottom = round((at.right + x) * k), round((at.bottom + y) * k)
        return pygame.Rect(left, top, max(right - left, 1), max(bottom - top, 1))

    def thick(self, width: float) -> int:
        """A line's width in pixels: none, or at least one."""
        return max(round(width * self.scale), 1) if width > 0 else 0

    def live(self, surface: pygame.Surface, live: Live, text: str) -> None:
        """The digits of a clock, or the news that stand there now."""
        at = self.pixels(live.at)
        weight: Weight = "bold" if live.kind == "clock" else "regular"
        text = text if live.kind == "clock" else self.letters.fit(text, live.at.w, live.size)
        drawn = self.letters.render(text, live.size, weight, self.theme[live.ink])
        x = at.right - drawn.get_width() if live.kind == "clock" else at.x
        if live.on != "navy":
            ground = Box(live.at.inset(0, 6), live.on, live.ink, 4, 12)
            self._box(surface, ground, 0, 0)
            x = at.centerx - drawn.get_width() // 2
        surface.blit(drawn, (x, at.centery - drawn.get_height() // 2))

    # ------------------------------------------------------------------ each kind of op

    def _seen(self, surface: pygame.Surface, op: Op, x: float, y: float) -> bool:
        """Whether a box lies in what is drawn now; lines are always tried."""
        at = getattr(op, "at", None)
        if at is None:
            return True
        return bool(self.pixels(at, (x, y)).inflate(8, 8).colliderect(surface.get_clip()))

    def _box(self, surface: pygame.Surface, box: Box, x: float, y: float) -> None:
        forms.rounded(
            surface,
            self.pixels(box.at, (x, y)),
            self.theme[box.fill] if box.fill else "",
            self.theme[box.edge] if box.edge else "",
            self.thick(box.width),
            round(box.radius * self.scale),
        )

    def _text(self, surface: pygame.Surface, text: Text, x: float, y: float) -> None:
        leading = text.leading or self.letters.height(text.size)
        at = self.pixels(text.at, (x, y))
        for number, line in enumerate(text.lines):
            if not line:
                continue
            drawn = self.letters.render(line, text.size, text.weight, self.theme[text.ink])
            spare = at.w - drawn.get_width()
            left = {"left": 0, "center": spare // 2, "right": spare}[text.align]
            middle = (text.at.y + y + (number + 0.5) * leading) * self.scale
            surface.blit(drawn, (at.x + left, round(middle - drawn.get_height() / 2)))

    def _icon(self, surface: pygame.Surface, icon: Icon, x: float, y: float) -> None:
        at = self.pixels(icon.at, (x, y))
        px = min(at.w, at.h)
        drawn = self.pictures.icon(icon.name, px, self.theme[icon.ink])
        surface.blit(drawn, drawn.get_rect(center=at.center))

    def _emblem(self, surface: pygame.Surface, emblem: Emblem, x: float, y: float) -> None:
        at = self.pixels(emblem.at, (x, y))
        edge = self.theme[emblem.edge] if emblem.edge else ""
        fill = self.theme[emblem.fill]
        surface.blit(self.pictures.emblem(emblem.name, at.size, fill, emblem.round, edge), at)

    def _stroke(self, surface: pygame.Surface, stroke: Stroke, x: float, y: float) -> None:
        k = self.scale
        points = [((u + x) * k, (v + y) * k) for u, v in stroke.points]
        ink, on = self.theme[stroke.ink], self.theme[stroke.on or "card"]
        forms.stroke(surface, points, ink, max(stroke.width * k, 1), stroke.dash, on)

    def _shape(self, surface: pygame.Surface, shape: Shape, x: float, y: float) -> None:
        k = self.scale
        points = [((u + x) * k, (v + y) * k) for u, v in shape.points]
        forms.polygon(surface, points, self.theme[shape.fill])
        if shape.edge and shape.width:
            round_it = [*points, points[0]]
            edge = self.theme[shape.edge]
            forms.stroke(surface, round_it, edge, max(shape.width * k, 1), "solid", edge)

    def _land(self, surface: pygame.Surface, land: Land, x: float, y: float) -> None:
        at = self.pixels(land.at, (x, y))
        radius = round(land.radius * self.scale)
        drawn = self.pictures.land(at.size, self.theme, land.fills, radius, land.view, land.dots)
        surface.blit(drawn, at)

    def _window(
        self,
        surface: pygame.Surface,
        window: Window,
        offset: tuple[float, float],
        scrolls: Mapping[str, float],
    ) -> None:
        at = window.at.moved(*offset)
        down = scrolled(window, scrolls)
        surface.fill(self.theme[window.ground], self.pixels(at).clip(surface.get_clip()))
        self.paint(surface, window.ops, (at.x, at.y - down), at, scrolls)
        if window.height > at.h:
            self._box(surface, thumb(window, down), offset[0], offset[1])


def scrolled(window: Window, scrolls: Mapping[str, float]) -> float:
    """How far a window is scrolled, within what there is."""
    return min(max(scrolls.get(window.id, 0), 0), max(window.height - window.at.h, 0))


def thumb(window: Window, down: float) -> Box:
    """The handle of a window's scroll bar: where it is in the longer picture, and how much of it.

    It lies at the right edge, which layouts leave free.
    """
    at = window.at
    share = at.h / window.height
    top = at.y + down * share
    return Box(Rect(at.right - BAR, top, BAR, at.h * share), fill="quiet", radius=BAR / 2)


def digits(seconds: int) -> str:
    """What a clock says: minutes and seconds, none once time is up.

    >>> digits(402)
    '06:42'
    """
    minutes, rest = divmod(max(seconds, 0), 60)
    return f"{minutes:02d}:{rest:02d}"
