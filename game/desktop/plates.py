"""Actors on the board: plates of players, and small labels of the chorus."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop.lay import LEAST, line, spot, wide, words
from game.desktop.ops import Box, Emblem, Icon, Op, Page, Rect, Stroke
from game.desktop.theme import seat_colour
from game.i18n import _
from game.screens.model import Place
from game.screens.scene import Plate
from game.session.source import Frame

RING = 6.0
"""How far the yellow ring of one's own plate stands out."""
EMBLEM = 78.0
NAME = 30.0
STATE = 24.0
PAD = 14.0


def state_of(plate: Plate, plain: bool) -> tuple[str, str]:
    """An icon and a word on who plays a seat; none for a person without a name."""
    if plain:
        return "", ""
    if plate.by == "bot":
        return "bot", _("bot")
    if plate.by == "empty":
        return "armchair", _("empty seat")
    return ("user", plate.player) if plate.player else ("", "")


def plate_size(page: Page, plate: Plate, scale: float, plain: bool) -> tuple[float, float]:
    """What a plate measures at a scale of its letters; a `plain` one has no line for who plays."""
    emblem, text, lines, states = _measures(page, plate, scale, plain)
    high = page.type.height(_name(scale)) * lines + page.type.height(_state(scale)) * states
    return emblem + text + 2 * PAD, max(emblem, high + 14)


def _name(scale: float) -> float:
    return max(LEAST, NAME * scale)


def _state(scale: float) -> float:
    return max(LEAST, STATE * scale)


def _measures(
    page: Page, plate: Plate, scale: float, plain: bool
) -> tuple[float, float, int, int]:  # fmt: skip
    """The side of the emblem, the width of the text, and the lines of name and state."""
    size, small = _name(scale), _state(scale)
    most = 275 * max(scale, 0.8)
    longest = max(wide(page, word, size, "bold") for word in plate.name.split() or [""])
    most = min(max(most, longest), 1.3 * most)
    name = page.type.wrap(plate.name, most, size, "bold")
    icon, said = state_of(plate, plain)
    state = page.type.wrap(said, most - small * 1.3, small) if said else ()
    text = max(
        [wide(page, part, size, "bold") for part in name]
        + [wide(page, part, small) + small * 1.3 for part in state]
    )
    return EMBLEM * min(max(scale, 0.9), 1.4), text, len(name), len(state)


def draw_plate(
    frame: Frame, page: Page, plate: Plate, at: Rect, scale: float, plain: bool
) -> list[Op]:  # fmt: skip
    """A player's plate: its colour, emblem and name, who plays; a yellow ring for one's own.

    A `plain` one has no line for who plays it.
    """
    emblem, text, lines, states = _measures(page, plate, scale, plain)
    fill, ops = seat_colour(plate.colour), list[Op]()
    if plate.own:
        ops.append(Box(at.inset(-RING), "now", "line", 3, 18))
    ops += [
        Box(at, fill, radius=14),
        Box(Rect(at.x + emblem, at.y, at.w - emblem, at.h), "card", radius=14),
        Box(Rect(at.x + emblem, at.y, 20, at.h), "card"),
        Emblem(Rect(at.x + 8, at.y + (at.h - emblem) / 2 + 8, emblem - 16, emblem - 16),
               plate.emblem, fill, round=False, edge=""),
        Box(at, "", "line", 3, 14),
    ]  # fmt: skip
    size, small = _name(scale), _state(scale)
    high = page.type.height(size) * lines + page.type.height(small) * states
    x, y = at.x + emblem + PAD, at.y + (at.h - high) / 2
    name = words(page, plate.name, x, y, text, size, "bold")
    ops.append(name)
    icon, said = state_of(plate, plain)
    if said:
        step = page.type.height(small)
        side = small * 1.05
        ops.append(Icon(Rect(x, name.at.bottom + (step - side) / 2, side, side), icon, "quiet"))
        ops.append(words(page, said, x + small * 1.3, name.at.bottom, text - small * 1.3, small,
                         ink="quiet"))  # fmt: skip
    ops += _ended(frame, plate, at)
    label = ", ".join(part for part in (plate.name, said, plate.note) if part)
    where = Place("sheet") if plate.own else Place("wants", plate.id)
    return [*ops, *spot(frame, at, where, label)]


def _ended(frame: Frame, plate: Plate, at: Rect) -> list[Op]:
    """A check on the emblem of a player that ended its turn: it takes no room, so nothing moves."""
    if not plate.locked or frame.scene is None or frame.scene.over:
        return []
    mark = Rect(at.x - 10, at.bottom - 30, 40, 40)
    return [Box(mark, "card", "good", 4, 20), Icon(mark.inset(8), "check", "good")]


def leader(
    at: Rect, anchor: tuple[float, float], colour: str, others: Iterable[Rect]
) -> list[Op]:  # fmt: skip
    """A dot at the true place of a plate that had to give way, and a line to it.

    Nothing where the place lies below a plate.
    """
    x, y = anchor
    point = Rect(x, y, 0, 0)
    if any(plate.inset(-6).holds(point) for plate in (at, *others)):
        return []
    near = (min(max(x, at.x), at.right), min(max(y, at.y), at.bottom))
    dot = Rect(x - 9, y - 9, 18, 18)
    return [
        Stroke((near, anchor), "line", 3, "solid", "sea"),
        Box(dot, seat_colour(colour), "line", 3, 9),
    ]


# ---------------------------------------------------------------------- the chorus


def chip_size(page: Page, plate: Plate, scale: float) -> tuple[float, float]:
    """What the small label of a chorus actor measures."""
    size = max(LEAST, 24 * scale)
    return wide(page, plate.code, size, "bold") + 18, page.type.height(size) + 8


def draw_chip(frame: Frame, page: Page, plate: Plate, at: Rect, scale: float) -> list[Op]:
    """The small label of a chorus actor."""
    size = max(LEAST, 24 * scale)
    return [
        Box(at, "card", "line", 2, 8),
        line(page, plate.code, at, size, "bold", align="center"),
        *spot(frame, at, Place("chorus", plate.id), plate.name, 8),
    ]


def tray(
    frame: Frame, page: Page, plates: tuple[Plate, ...], at: Rect, scale: float
) -> tuple[list[Op], Rect]:
    """Chorus actors that stand nowhere in particular, in rows; the box grows up from `at`'s foot.

    Gives what is drawn and the room that it took.
    """
    if not plates:
        return [], Rect(at.x, at.bottom, 0, 0)
    size = max(LEAST, 24 * scale)
    title = _("Others")
    high = chip_size(page, plates[0], scale)[1]
    x, rows = 12.0 + wide(page, title, size) + 12, 1
    spots: list[tuple[Plate, float, int, float]] = []
    for plate in plates:
        width = chip_size(page, plate, scale)[0]
        if x + width > at.w - 12 and spots:
            x, rows = 12.0, rows + 1
        spots.append((plate, x, rows - 1, width))
        x += width + 8
    widest = max(x + width for _plate, x, _row, width in spots) + 12
    tall = rows * (high + 10) + 10
    box = Rect(at.x, at.bottom - tall, widest, tall)
    heading = Rect(box.x + 12, box.y + 10, wide(page, title, size), high)
    ops: list[Op] = [Box(box, "shade", "edge", 2, 12)]
    ops.append(line(page, title, heading, size, ink="quiet", on="shade"))
    for plate, x, row, width in spots:
        y = box.y + 10 + row * (high + 10)
        ops += draw_chip(frame, page, plate, Rect(box.x + x, y, width, high), scale)
    return ops, box
