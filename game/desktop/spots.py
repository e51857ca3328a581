"""Where things can be chosen in a picture: in what order, and what lies under the mouse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from game.desktop.ops import Op, Rect, Spot, Window
from game.desktop.paint import BAR, scrolled
from game.screens.model import Screen

Scrolls = Mapping[str, float]


class Placed(NamedTuple):
    """A spot on the page while nothing is scrolled, and the window in which it lies."""

    spot: Spot
    at: Rect
    window: Window | None = None

    def seen(self, scrolls: Scrolls) -> Rect:
        """Where it is now."""
        if self.window is None:
            return self.at
        return self.at.moved(0, -scrolled(self.window, scrolls))

    def visible(self, scrolls: Scrolls) -> Rect:
        """The part of it that is not scrolled away; nothing is left of it where `h` is 0."""
        at = self.seen(scrolls)
        if self.window is None:
            return at
        top, bottom = max(at.y, self.window.at.y), min(at.bottom, self.window.at.bottom)
        return Rect(at.x, top, at.w, max(bottom - top, 0))


def placed(ops: Sequence[Op]) -> tuple[Placed, ...]:
    """Every spot of a picture, in the order of drawing."""
    return tuple(_placed(ops))


def _placed(ops: Sequence[Op]) -> Iterator[Placed]:
    for op in ops:
        if isinstance(op, Spot):
            yield Placed(op, op.at)
        elif isinstance(op, Window):
            for one in _placed(op.ops):
                yield Placed(one.spot, one.at.moved(op.at.x, op.at.y), op)


def stops(found: Sequence[Placed], screen: Screen | None = None) -> tuple[Placed, ...]:
    """Where the focus stops, in order: what the screen offers, then what the board around it does.

    What can be chosen in two places is one stop.
    """
    offered = {control.id for control in screen.controls} if screen else set()
    listed = {one.spot.id: one for one in reversed(found)}
    order = {one.spot.id: place for place, one in reversed([*enumerate(found)])}

    def late(one: Placed) -> tuple[bool, int]:
        control = one.spot.control
        around = bool(offered) and (control is None or control.id not in offered)
        return around, order[one.spot.id]

    return tuple(sorted(listed.values(), key=late))


def under(found: Sequence[Placed], scrolls: Scrolls, point: tuple[float, float]) -> Placed | None:
    """The spot at a point of the page; what was drawn last lies on top."""
    for one in reversed(found):
        if within(one.visible(scrolls), point):
            return one
    return None


def within(at: Rect, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return at.x <= point[0] < at.right and at.y <= point[1] < at.bottom


def windows(ops: Sequence[Op]) -> tuple[Window, ...]:
    """The views that can be scrolled, as there is more than they show."""
    return tuple(op for op in ops if isinstance(op, Window) and op.height > op.at.h + 1)


def window_at(ops: Sequence[Op], point: tuple[float, float]) -> Window | None:
    """The view under a point; the largest one where there is none."""
    found = windows(ops)
    here = next((one for one in found if within(one.at, point)), None)
    return here or max(found, key=lambda one: one.at.w * one.at.h, default=None)


def on_bar(window: Window, point: tuple[float, float]) -> bool:
    """Whether a point lies on a window's scroll bar, with some room to catch it."""
    return within(window.at, point) and point[0] >= window.at.right - 2 * BAR


def into_view(one: Placed, scrolls: Scrolls, room: float = 24) -> float | None:
    """How far its window must be scrolled so that a spot is seen; None where it need not be."""
    if one.window is None:
        return None
    view, now = one.window.at, scrolled(one.window, scrolls)
    seen = one.seen(scrolls)
    if seen.y < view.y + room:
        return now - (view.y + room - seen.y)
    if seen.bottom > view.bottom - room:
        return now + min(seen.bottom - view.bottom + room, seen.y - view.y - room)
    return None
