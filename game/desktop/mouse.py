"""The mouse: what it points at, what it presses, and what it drags."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from game.desktop.ops import Op, Window
from game.desktop.paint import scrolled
from game.desktop.spots import Placed, on_bar, under, window_at, windows, within

WHEEL = 96
"""Units that a notch of the wheel scrolls."""

SLACK = 12
"""Units that a press may wander before it is a drag."""

Point = tuple[float, float]


class Face(Protocol):
    """What the mouse works on."""

    scrolls: dict[str, float]

    @property
    def ops(self) -> tuple[Op, ...]:
        """What lies on top: the picture, or the card over it."""
        ...

    @property
    def spots(self) -> tuple[Placed, ...]:
        """The spots of what lies on top."""
        ...

    def scroll(self, window: Window, to: float) -> None:
        """Scroll a window."""
        ...

    def choose(self, one: Placed, point: Point) -> None:
        """Do what a spot does."""
        ...


class Drag(NamedTuple):
    """A window that is dragged: from where, how far it was scrolled, and whether by its bar."""

    window: Window
    begin: float
    was: float
    bar: bool


class Mouse:
    """One pointer. What is pressed is chosen where it is let go over the same spot."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.point: Point = (-1, -1)
        self.pressed: Placed | None = None
        self.hovered: Placed | None = None
        self.drag: Drag | None = None

    def move(self, point: Point) -> bool:
        """Point somewhere else. Says whether something is to be drawn anew."""
        self.point = point
        if self.drag is not None and self._dragged(self.drag):
            return True
        return self.look()

    def look(self) -> bool:
        """See what lies under the pointer now."""
        found = under(self.face.spots, self.face.scrolls, self.point)
        changed = found != self.hovered
        self.hovered = found
        return changed

    def leave(self) -> None:
        """The pointer left the window."""
        self.point, self.pressed, self.drag = (-1, -1), None, None
        self.look()

    def down(self, point: Point) -> None:
        """Press."""
        self.move(point)
        self.pressed, self.drag = self.hovered, None
        for window in windows(self.face.ops):
            if within(window.at, point):
                bar = on_bar(window, point)
                self.pressed = None if bar else self.pressed
                self.drag = Drag(window, point[1], scrolled(window, self.face.scrolls), bar)

    def up(self, point: Point) -> None:
        """Let go: over the spot that was pressed it is chosen."""
        self.move(point)
        pressed, self.pressed, self.drag = self.pressed, None, None
        if pressed is not None and pressed == self.hovered:
            self.face.choose(pressed, point)

    def wheel(self, notches: float) -> None:
        """Scroll what lies under the pointer."""
        window = window_at(self.face.ops, self.point)
        if window is not None:
            self.face.scroll(window, scrolled(window, self.face.scrolls) - notches * WHEEL)
            self.look()

    def _dragged(self, drag: Drag) -> bool:
        """Scroll with the hand, or with the bar in the other direction and faster."""
        by = self.point[1] - drag.begin
        if not drag.bar and self.pressed is not None and abs(by) < SLACK:
            return False
        self.pressed = None
        window = drag.window
        if not drag.bar:
            self.face.scroll(window, drag.was - by)
        else:
            self.face.scroll(window, drag.was + by * window.height / window.at.h)
        return True
