"""What the board's window shows: a frame, a card over it, lines of what came of a choice."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence

import pygame

from game.desktop import window
from game.desktop.layers import Layers
from game.desktop.mouse import Mouse, Point
from game.desktop.ops import Op, Window
from game.desktop.options import Options
from game.desktop.overlay import Overlay
from game.desktop.sound import Sound, heard
from game.desktop.spots import Placed, into_view, stops
from game.desktop.toasts import Toasts, toasts
from game.session.source import Frame, Notice, Source

GRACE = 0.6
"""Seconds after a hand-over in which a press is taken for one on the page before, and not done."""


class Stage(ABC):
    """A source as it is seen. What is chosen on it is the matter of the app, its subclass.

    Raises UserError where the source has no first frame.
    """

    grace = GRACE

    def __init__(
        self, source: Source, options: Options, surface: pygame.Surface | None = None
    ) -> None:
        self.source = source
        self.options = options
        self.surface = surface or window.opened(options)
        self.running = True
        self.scrolls: dict[str, float] = {}
        self.focus = ""
        self.over = Overlay()
        self.toasts = Toasts()
        self.mouse = Mouse(self)
        self.sound = Sound()
        self.frame: Frame = source.frame()
        self.layers = Layers(self.surface.get_size(), options)
        self.layers.show(self.frame)
        self.dirty = True
        self._handed_over = -GRACE
        self._drawn: tuple[object, ...] = ()
        self.say(self.frame.notices)

    @property
    def ops(self) -> tuple[Op, ...]:
        """What lies on top: the picture, or the card over it."""
        return self.over.ops if self.over.open else self.layers.ops

    @property
    def spots(self) -> tuple[Placed, ...]:
        """The spots of what lies on top."""
        return self.over.placed if self.over.open else self.layers.placed

    @property
    def stops(self) -> tuple[Placed, ...]:
        """Where the focus can stand, in order."""
        return stops(self.spots, None if self.over.open else self.frame.screen)

    @property
    def focused(self) -> Placed | None:
        """The spot that has the focus."""
        if not self.focus:
            return None
        return next((one for one in self.stops if one.spot.id == self.focus), None)

    @abstractmethod
    def choose(self, one: Placed, point: Point) -> None:
        """Do what a spot does that was clicked at a point."""

    @property
    def settling(self) -> bool:
        """Whether the picture was handed over just now, to somebody who has pressed nothing yet."""
        return time.monotonic() - self._handed_over < self.grace

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw, where anything differs from what is seen."""
        now = time.monotonic()
        moving = self.layers.moving(now)
        caret = self.over.entry is not None and (self.options.still or now % 1 < 0.5)
        notices = self.toasts.shown(now)
        lives = self.layers.lives(time.time())
        state = (lives, caret, notices)
        if not (self.dirty or moving or state != self._drawn):
            return
        self.dirty, self._drawn = moving, state
        target, layers = self.surface, self.layers
        layers.ground(target, self.scrolls, now)
        for live, text in lives:
            layers.painter.live(target, live, text)
        if self.over.open:
            layers.veil(target)
            self.lay(caret)
            layers.over(target, self.over.ops, self.scrolls)
        self._marks()
        if notices:
            # Nobody at a projector can bring back news that were covered.
            news = self.frame.scene is not None and self.frame.layout != "board"
            layers.over(target, toasts(layers.page, notices, news), self.scrolls)
        if target is pygame.display.get_surface():
            pygame.display.flip()

    def _marks(self) -> None:
        marks = (
            (self.mouse.hovered, "hovered"), (self.focused, "focused"),
            (self.mouse.pressed, "pressed"),
        )  # fmt: skip
        for one, how in marks:
            if one is not None and one.spot.role != "field" or how == "focused" and one:
                self.layers.mark(self.surface, one, self.scrolls, how)

    def lay(self, caret: bool = True) -> None:
        """Compose the card that lies over the picture."""
        self.over.lay(self.layers.page, self.options, self.frame, caret)

    def refresh(self) -> None:
        """Show what the source shows now; nothing of another seat's picture stays."""
        before, frame = self.frame, self.source.frame()
        if frame is before:
            return
        self.frame = frame
        same = (before.screen.title, before.layout, before.seat) == (
            frame.screen.title, frame.layout, frame.seat)  # fmt: skip
        ours = before.seat == frame.seat and "curtain" not in (before.layout, frame.layout)
        if not ours:
            self.layers.cut()
            if "curtain" in (before.layout, frame.layout):
                self._handed_over = time.monotonic()
        elif not same and not self.options.still:
            self.layers.fade(time.monotonic())
        self.layers.show(frame)
        tone = heard(before, frame) if self.options.sound else ""
        if tone:
            self.sound.play(tone)
        if not same:
            self.scrolls.clear()
            self.focus = ""
        elif not self.over.open:
            self.point_focus(self.focused)
        self.look()
        self.say(frame.notices)

    def look(self) -> None:
        """See again what lies under the pointer: the picture has changed."""
        if self.over.open:
            self.lay()
        self.mouse.look()
        self.dirty = True

    def say(self, notices: Sequence[Notice]) -> None:
        """Show what came of a choice, where the picture does not say it by itself."""
        told = () if self.frame.layout in ("board", "title") else self.frame.notices
        self.toasts.show([notice for notice in notices if notice not in told], time.monotonic())
        self.dirty = True

    def refit(self, options: Options) -> None:
        """Draw everything anew: other options, or another size of the window."""
        self.options = options
        self.layers.fit(self.surface.get_size(), options)
        self.scrolls.clear()
        self.look()

    def scroll(self, view: Window, to: float) -> None:
        """Scroll a window to so many units, within what there is."""
        self.scrolls[view.id] = min(max(to, 0), max(view.height - view.at.h, 0))
        if not self.over.open:
            self.layers.touch()
        self.dirty = True

    def point_focus(self, one: Placed | None) -> None:
        """Give a spot the focus, and bring it into sight."""
        self.focus = one.spot.id if one else ""
        self.dirty = True
        if one is not None and one.window is not None:
            to = into_view(one, self.scrolls)
            if to is not None:
                self.scroll(one.window, to)
                self.mouse.look()
