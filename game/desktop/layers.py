"""The picture in layers: what stands still is kept, what moves is drawn over it.

The lowest layer holds everything but what is hovered, focused, ticking or typed. It is painted
again where the frame, the size, the theme or the scrolling changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pygame
from msgspec.structs import replace

from game.desktop.compose import compose
from game.desktop.drawn import Drawn
from game.desktop.fonts import Letters
from game.desktop.lay import LEAST
from game.desktop.ops import Box, Live, Op, Page, Rect
from game.desktop.options import Options
from game.desktop.paint import Painter, digits
from game.desktop.spots import Placed, placed
from game.desktop.theme import THEMES
from game.session.source import Frame

WIDTH, HEIGHT = 1920, 1080
"""The least units of a page."""

FADE = 0.2
"""Seconds in which one page gives way to the next."""

TURN = 7.0
"""Seconds that a page of the news stands."""


class Layers:
    """What is drawn in a window of a size, by somebody's options."""

    def __init__(self, size: tuple[int, int], options: Options) -> None:
        self.pictures = Drawn()
        self.ops: tuple[Op, ...] = ()
        self.placed: tuple[Placed, ...] = ()
        self._frame: Frame | None = None
        self._stale = True
        self._before: pygame.Surface | None = None
        self._since = 0.0
        self.fit(size, options)

    def fit(self, size: tuple[int, int], options: Options) -> None:
        """Make everything anew for another size, or other options."""
        scale = max(min(size[0] / WIDTH, size[1] / HEIGHT), 0.05)
        self.size = size
        self.options = options
        theme = THEMES[options.theme]
        letters = Letters(scale, self._language())
        self.painter = Painter(letters, theme, scale, self.pictures)
        self.page = Page(
            size[0] / scale, size[1] / scale, theme, letters, options.scale,
            table=options.table, still=options.still,
        )  # fmt: skip
        self._still = pygame.Surface(size)
        self._shade = pygame.Surface(size)
        self._shade.fill("#050a14")
        self._shade.set_alpha(150)
        self._before = None
        if self._frame is not None:
            self.show(self._frame)

    def show(self, frame: Frame) -> None:
        """Compose the picture of a frame, in letters for its language."""
        before, self._frame = self._language(), frame
        if self._language() != before:
            self.fit(self.size, self.options)
            return
        self.ops = compose(frame, self.page)
        self.placed = placed(self.ops)
        self.touch()

    def _language(self) -> str:
        """The language of the texts: the frame's where one was chosen."""
        chosen = self._frame.language if self._frame is not None else ""
        return chosen or self.options.language

    def touch(self) -> None:
        """Paint what stands still again: something was scrolled."""
        self._stale = True

    def fade(self, now: float) -> None:
        """Let the picture that is shown give way slowly to the next one."""
        self._before = self._still.copy()
        self._since = now

    def cut(self) -> None:
        """Leave nothing of the picture before."""
        self._before = None

    def moving(self, now: float) -> bool:
        """Whether a picture is just giving way."""
        return self._before is not None and now - self._since < FADE

    def point(self, pixel: tuple[int, int]) -> tuple[float, float]:
        """The place on the page, in units, of a pixel."""
        return pixel[0] / self.painter.scale, pixel[1] / self.painter.scale

    # ------------------------------------------------------------------ drawing

    def ground(self, target: pygame.Surface, scrolls: Mapping[str, float], now: float) -> None:
        """Draw what stands still, and what is left of the picture before."""
        if self._stale:
            self.painter.paint(self._still, self.ops, scrolls=scrolls)
            self._stale = False
        target.blit(self._still, (0, 0))
        if self._before is None:
            return
        gone = (now - self._since) / FADE
        if gone >= 1:
            self._before = None
            return
        # Never 255: where all is opaque SDL takes a way that is thirty times as slow.
        self._before.set_alpha(min(round(255 * (1 - gone)), 254))
        target.blit(self._before, (0, 0))

    def lives(self, now: float) -> tuple[tuple[Live, str], ...]:
        """What the clock and the news say at a time."""
        clock = self._frame.clock if self._frame else None
        found: list[tuple[Live, str]] = []
        for op in self.ops:
            if isinstance(op, Live) and op.kind == "ticker":
                pages = turned(self.page, op)
                found.append((op, pages[int(now / TURN) % len(pages)]))
            elif isinstance(op, Live) and clock is not None:
                left = clock.seconds(now)
                found.append((op, digits(left)) if left > 0 else (spent(self.page, op), op.text))
        return tuple(found)

    def veil(self, target: pygame.Surface) -> None:
        """Darken the page behind a card."""
        target.blit(self._shade, (0, 0))

    def over(self, target: pygame.Surface, ops: Iterable[Op], scrolls: Mapping[str, float]) -> None:
        """Draw a card over everything."""
        self.painter.paint(target, tuple(ops), scrolls=scrolls)

    def mark(
        self, target: pygame.Surface, one: Placed, scrolls: Mapping[str, float], how: str
    ) -> None:
        """Show that a spot is focused, hovered or pressed."""
        at, radius = one.seen(scrolls), one.spot.radius
        clip = one.window.at.inset(-6) if one.window else None
        self.painter.paint(target, MARKS[how](at, radius), clip=clip)


def _focused(at: Rect, radius: float) -> Sequence[Op]:
    """Two rings, dark and light: one of them is seen on any ground."""
    return (
        Box(at.inset(-7), edge="focus", width=4, radius=radius + 7),
        Box(at.inset(-3), edge="card", width=3, radius=radius + 3),
    )


def _hovered(at: Rect, radius: float) -> Sequence[Op]:
    return (Box(at.inset(-2), edge="line", width=4, radius=radius + 2),)


def _pressed(at: Rect, radius: float) -> Sequence[Op]:
    return (Box(at.inset(-2), edge="line", width=8, radius=radius + 2),)


MARKS = {"focused": _focused, "hovered": _hovered, "pressed": _pressed}


def spent(page: Page, live: Live) -> Live:
    """A clock that says in words, in the colours of trouble, that time is up."""
    size = live.size
    while size > LEAST and page.type.width(live.text, size, "bold") > live.at.w - 32:
        size = max(LEAST, size - 2)
    return replace(live, size=size, ink="trouble", on="card")


def turned(page: Page, live: Live) -> list[str]:
    """The news in pages that fit: they stand, and turn, rather than run."""
    apart = " · "
    pages: list[str] = []
    for item in live.text.split(apart):
        longer = f"{pages[-1]}{apart}{item}" if pages else item
        if pages and page.type.width(longer, live.size) <= live.at.w:
            pages[-1] = longer
            continue
        lines = page.type.wrap(item, live.at.w, live.size) or ("",)
        pages += lines
    return pages
