"""Small things that every layout of the board is put together from."""

from __future__ import annotations

from game.desktop.ops import Align, Box, Emblem, Icon, Op, Page, Rect, Spot, Text, Weight
from game.desktop.theme import seat_colour
from game.screens.model import Control, Go, Place
from game.screens.scene import Plate
from game.session.source import Frame

LEAST = 24.0
"""The smallest letters, in units."""


def words(
    page: Page, text: str, x: float, y: float, width: float, size: float,
    weight: Weight = "regular", ink: str = "ink", on: str = "card", align: Align = "left",
) -> Text:  # fmt: skip
    """A text that is wrapped to a width, as high as it needs."""
    lines = page.type.wrap(text, width, size, weight) or ("",)
    at = Rect(x, y, width, page.type.height(size) * len(lines))
    return Text(at, lines, size, ink, on, weight, align)


def line(
    page: Page, text: str, at: Rect, size: float,
    weight: Weight = "regular", ink: str = "ink", on: str = "card", align: Align = "left",
) -> Text:  # fmt: skip
    """One line in the middle of a box's height, in smaller letters where it is too wide."""
    while size > LEAST and page.type.width(text, size, weight) > at.w:
        size = max(LEAST, size - 2)
    high = page.type.height(size)
    inside = Rect(at.x, at.y + (at.h - high) / 2, at.w, high)
    lines = (page.type.fit(text, at.w, size, weight),)
    return Text(inside, lines, size, ink, on, weight, align)


def wide(page: Page, text: str, size: float, weight: Weight = "regular") -> float:
    """How wide a line is, with a hair to spare."""
    return page.type.width(text, size, weight) + 1


def token(plate: Plate | None, x: float, y: float, size: float) -> Op:
    """An actor's emblem in a round; a plain person where the actor has none."""
    if plate is None or not plate.emblem:
        return Icon(Rect(x, y, size, size).inset(size * 0.12), "user")
    return Emblem(Rect(x, y, size, size), plate.emblem, seat_colour(plate.colour))


def badge(at: Rect, name: str, ink: str = "ink", fill: str = "card") -> tuple[Op, ...]:
    """An icon in a round with an outline of its ink."""
    round_ = Box(at, fill=fill, edge=ink, width=3, radius=at.w / 2)
    return round_, Icon(at.inset(at.w * 0.2), name, ink, fill)


def spot(frame: Frame, at: Rect, to: Place, label: str, radius: float = 14) -> tuple[Op, ...]:
    """Where a seat's own board leads to another screen; nothing on a public board."""
    scene = frame.scene
    if frame.layout != "panel" or scene is None or not any(p.own for p in scene.plates):
        return ()
    id = f"board {to.screen} {to.of}".strip()
    return (Spot(at, id, label, Control(id, label, Go(to)), "link", radius),)
