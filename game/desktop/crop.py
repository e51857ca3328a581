"""Which part of the map a box shows, so that what is drawn keeps its shape in any box."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import lens
from game.desktop.ops import WHOLE, Rect

WIDE, HIGH = 1400.0, 800.0
"""The shape for which the map was drawn."""
STRETCH = 1.08
"""How much the map may be stretched along one axis, where a part of it would not fill the box."""
MARGIN, LEAST = (0.1, 0.15), (0.04, 0.05)
"""What is left free round actors' places, in shares of the map, and the least of it."""
CLOSEST = 0.5
"""The share of the map's width that is shown at least: nearer its outlines are coarse."""
EYE = 0.44
"""Where the middle of actors' places comes to lie: above the middle, as the foot holds trays."""


def view_of(places: Iterable[tuple[float, ...]], box: Rect) -> Rect:
    """The part of the map, in shares of it, that holds places (latitude, longitude) in a box.

    It may reach beyond the map, where there is sea, if the box is far too high or too wide.
    """
    found = [lens.shares(at[0], at[1]) for at in places if len(at) == 2]
    if not found or box.w <= 0 or box.h <= 0:
        return WHOLE
    xs, ys = [x for x, _y in found], [y for _x, y in found]
    turn = box.w / box.h * HIGH / WIDE
    wanted = max(_holding(xs, ys, turn, MARGIN), CLOSEST)
    wide = min(wanted, max(min(1.0, turn), _holding(xs, ys, turn, LEAST)))
    high = wide / turn
    wide, high = max(min(wide, 1.0), wide / STRETCH), max(min(high, 1.0), high / STRETCH)
    return Rect(_from(xs, wide, 0.5, MARGIN[0]), _from(ys, high, EYE, LEAST[1]), wide, high)


def _holding(xs: list[float], ys: list[float], turn: float, margin: tuple[float, float]) -> float:
    """The width of the least part that holds places and a margin."""
    wide = max(xs) - min(xs) + 2 * margin[0]
    return max(wide, (max(ys) - min(ys) + 2 * margin[1]) * turn)


def _from(along: list[float], size: float, eye: float, margin: float) -> float:
    """Where a part begins: its middle where it should lie, and within the map if it can."""
    if size > 1:
        return (1 - size) / 2
    spread = max(along) - min(along)
    begin = (min(along) + max(along)) / 2 - size * eye
    begin = min(begin, min(along) - min(margin, (size - spread) / 2))
    return min(max(begin, 0.0), 1 - size)
