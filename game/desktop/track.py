"""Quantities of the world as scales at the left of the board; yellow is where each stands now."""

from __future__ import annotations

from game.desktop.lay import LEAST, line, spot, wide, words
from game.desktop.ops import Box, Icon, Op, Page, Rect
from game.i18n import _
from game.screens.model import Gauge, Place
from game.session.source import Frame

MOST_STEPS = 12
"""A scale with more steps is drawn as its bands alone."""
SHARE = 0.24
"""The share of the board's width that two columns may take."""


def tracks_width(page: Page, gauges: tuple[Gauge, ...], room: float) -> float:
    """How much of the board's width the scales take, gaps included."""
    if not gauges:
        return 0
    columns = sum(_width(page, gauge) + 16 for gauge in gauges)
    small = 216 + 60 * (page.scale - 1) + 16
    return columns if _as_columns(page, gauges, room) else small


def _as_columns(page: Page, gauges: tuple[Gauge, ...], room: float) -> bool:
    """Whether each is a column of its own: one or two are, where they leave room for the rest."""
    if len(gauges) == 1:
        return True
    return len(gauges) == 2 and sum(_width(page, g) + 16 for g in gauges) <= SHARE * room


def tracks(
    frame: Frame, page: Page, gauges: tuple[Gauge, ...], at: Rect, room: float
) -> tuple[Op, ...]:
    """The scales, of a board so wide: as columns, or as small cards below each other."""
    ops: list[Op] = []
    if gauges and not _as_columns(page, gauges, room):
        high = (at.h - 16 * (len(gauges) - 1)) / len(gauges)
        for n, gauge in enumerate(gauges):
            ops += _small(frame, page, gauge, Rect(at.x, at.y + n * (high + 16), at.w - 16, high))
        return tuple(ops)
    x = at.x
    for gauge in gauges:
        width = _width(page, gauge)
        ops += _column(frame, page, gauge, Rect(x, at.y, width, at.h))
        x += width + 16
    return tuple(ops)


def _sizes(page: Page) -> tuple[float, float]:
    """The letters of names and bands, and of the present value."""
    return LEAST * min(page.scale, 1.4), max(44.0, 46 * min(page.scale, 1.3))


def _width(page: Page, gauge: Gauge) -> float:
    small, _big = _sizes(page)
    names = [*(name for name, _low in gauge.bands), gauge.name]
    return min(max(118.0, *(wide(page, name, small, "bold") + 24 for name in names)), 210.0)


def _frame_of(frame: Frame, gauge: Gauge, at: Rect) -> list[Op]:
    label = _("{name}: {value}, {band}").format(
        name=gauge.name, value=gauge.value, band=gauge.band or "–"
    )
    box = Box(at, fill="card", edge="edge", width=2, radius=14)
    return [box, *spot(frame, at, Place("why", gauge.cell).with_args(back="desk"), label)]


def _column(frame: Frame, page: Page, gauge: Gauge, at: Rect) -> list[Op]:
    """A scale from its highest value down to its lowest, with the names of its bands."""
    small, big = _sizes(page)
    ops = _frame_of(frame, gauge, at)
    side = small * 1.5
    ops.append(Icon(Rect(at.x + (at.w - side) / 2, at.y + 12, side, side), "gauge"))
    name = words(page, gauge.name, at.x + 8, at.y + 16 + side, at.w - 16, small, "bold",
                 align="center")  # fmt: skip
    ops.append(name)
    room = Rect(at.x + 12, name.at.bottom + 8, at.w - 24, at.bottom - name.at.bottom - 20)
    values = list(range(gauge.high, gauge.low - 1, -1))
    if len(values) > MOST_STEPS:
        return ops + _bands_alone(page, gauge, room, small, big)
    starts = _starts(gauge)
    captions = {top: band for band, _low, top in starts}
    caption = page.type.height(small) + 2
    tall = page.type.height(big) + 4
    step = (room.h - caption * len(captions) - tall) / max(len(values) - 1, 1)
    if step < 14:
        return ops + _bands_alone(page, gauge, room, small, big)
    y = room.y
    for value in values:
        if value in captions:
            ops.append(line(page, captions[value], Rect(room.x, y, room.w, caption), small,
                            "regular", "quiet", align="center"))  # fmt: skip
            y += caption
        high = tall if value == gauge.value else step
        ops += _step(page, gauge, value, Rect(room.x, y, room.w, high), small, big)
        y += high
    return ops


def _starts(gauge: Gauge) -> list[tuple[str, int, int]]:
    """Each band with its lowest and highest value, the highest band first."""
    bands = sorted(gauge.bands, key=lambda band: band[1])
    if not bands:
        return []
    tops = [low - 1 for _name, low in bands[1:]] + [gauge.high]
    found = [(name, low, top) for (name, low), top in zip(bands, tops, strict=True)]
    return found[::-1]


def _step(page: Page, gauge: Gauge, value: int, room: Rect, small: float, big: float) -> list[Op]:
    if value == gauge.value:
        at = Rect(room.x - 6, room.y, room.w + 12, room.h)
        return _present(page, gauge, at, big)
    at = Rect(room.x, room.y + 2, room.w, room.h - 4)
    fill = "edge" if gauge.low <= value < gauge.value else "soft"
    ops: list[Op] = [Box(at, fill=fill, radius=8)]
    if page.type.height(small) <= at.h:
        ops.append(line(page, str(value), at, small, "regular", "ink", fill, "center"))
    return ops


def _present(page: Page, gauge: Gauge, at: Rect, big: float) -> list[Op]:
    """The present value, with an arrow where the last turn moved it."""
    ops: list[Op] = [Box(at, fill="now", edge="line", width=4, radius=12)]
    moved = 0 if gauge.was is None else gauge.value - gauge.was
    side = min(at.h * 0.5, 32.0) if moved else 0
    if moved:
        arrow = Rect(at.right - side - 8, at.y + (at.h - side) / 2, side, side)
        ops.append(Icon(arrow, "arrow-up" if moved > 0 else "arrow-down", "on_now", "now"))
    text = Rect(at.x + 8, at.y, at.w - side - 16 - (8 if moved else 0), at.h)
    ops.append(line(page, str(gauge.value), text, big, "bold", "on_now", "now", "center"))
    return ops


def _bands_alone(page: Page, gauge: Gauge, room: Rect, small: float, big: float) -> list[Op]:
    """A long scale: its bands, and the value in the band that it stands in."""
    bands = _starts(gauge) or [(gauge.band, gauge.low, gauge.high)]
    tall = page.type.height(big) + 8
    caption = page.type.height(small) + 2
    high = (room.h - tall) / len(bands)
    y = room.y
    ops: list[Op] = []
    for name, low, top in bands:
        inside = low <= gauge.value <= top
        at = Rect(room.x, y + 2, room.w, high - 4)
        fill = "edge" if low <= gauge.value else "soft"
        if at.h > 8:
            ops.append(Box(at, fill=fill, radius=8))
        if name and at.h >= caption:
            ops.append(line(page, name, at.inset(4, 0), small, "regular", "ink", fill, "center"))
        y += high
        if inside:
            ops += _present(page, gauge, Rect(room.x - 6, y, room.w + 12, tall), big)
            y += tall
    return ops


def _small(frame: Frame, page: Page, gauge: Gauge, at: Rect) -> list[Op]:
    """A gauge as a card: its name, its value, and where on its scale that is."""
    small, big = _sizes(page)
    ops = _frame_of(frame, gauge, at)
    name = words(page, gauge.name, at.x + 12, at.y + 8, at.w - 24, small, "bold")
    ops.append(name)
    tall = page.type.height(big)
    value = Rect(at.x + 12, name.at.bottom + 2, 110, tall)
    ops += _present(page, gauge, value, big)
    y = value.bottom + 4
    if gauge.band and y + page.type.height(small) < at.bottom - 24:
        band = Rect(at.x + 12, y, at.w - 24, page.type.height(small))
        ops.append(line(page, gauge.band, band, small, "regular", "quiet"))
        y = band.bottom
    if y + 24 < at.bottom:
        share = (gauge.value - gauge.low) / max(gauge.high - gauge.low, 1)
        bar = Rect(at.x + 12, at.bottom - 24, at.w - 24, 12)
        ops += [
            Box(bar, fill="soft", radius=6),
            Box(Rect(bar.x, bar.y, max(bar.w * share, 12), 12), fill="line", radius=6),
        ]
    return ops
