"""The board: scales at the left, the map or a table in the middle, issues as cards below."""

from __future__ import annotations

from game.desktop import lens
from game.desktop.field import Field, field_of, stands_on_map
from game.desktop.ladders import GAP, fitting, ladders
from game.desktop.onthetable import has_column, texts_column
from game.desktop.ops import Box, Land, Op, Page, Rect, Window
from game.desktop.plates import draw_plate, leader, plate_size
from game.desktop.relations import chosen, routed
from game.desktop.theme import seat_colour
from game.desktop.track import tracks, tracks_width
from game.screens.scene import Plate, Scene
from game.session.source import Frame

ISSUES = 0.43
"""The share of the board's height that issues take at most."""
ASIDE = 480.0
"""How wide a projector's column of agreements is, of a page of 1920 units."""


def board(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The whole board in a box: nothing where the frame has no scene."""
    scene = frame.scene
    if scene is None:
        return ()
    left = tracks_width(page, scene.gauges, at.w)
    right = Rect(at.x + left, at.y, at.w - left, at.h)
    rows = fitting(page, scene.cards, right.w, right.h * ISSUES, bool(frame.seat))
    high = min(rows.height, right.h * ISSUES) if scene.cards else 0
    middle = Rect(right.x, right.y, right.w, right.h - high - (GAP if high else 0))
    below = Rect(right.x, middle.bottom + GAP, right.w, high)
    return (
        *tracks(frame, page, scene.gauges, Rect(at.x, at.y, left, at.h), at.w),
        *_middle(frame, page, scene, middle),
        *(ladders(frame, page, scene.cards, rows, below) if scene.cards else ()),
    )


def projector(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The board alone; once there are agreements in force they take the place of a panel."""
    if frame.scene is None:
        return ()
    at = at.inset(GAP)
    if not has_column(frame.scene):
        return board(frame, page, at)
    aside = min(ASIDE * min(page.scale, 1.15) * page.width / 1920, at.w * 0.4)
    column = Rect(at.right - aside, at.y, aside, at.h)
    return (
        *board(frame, page, Rect(at.x, at.y, at.w - aside - 16, at.h)),
        *texts_column(frame, page, column),
    )


def preview(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The map or table alone, with who plays."""
    return () if frame.scene is None else tuple(_middle(frame, page, frame.scene, at))


# ---------------------------------------------------------------------- map or table


def _middle(frame: Frame, page: Page, scene: Scene, at: Rect) -> list[Op]:
    """Ground, lines, plates and what explains them."""
    on_map = stands_on_map(page, scene)
    players = tuple(p for p in scene.plates if p.is_player)
    field = field_of(frame, page, scene, at, players)
    if field is None:
        return _listed(frame, page, scene, at, players)
    relations = chosen(scene.relations, frame.seat)
    room = at.inset(8)
    lines, badges = routed(relations, field.places, room, field.kept)
    ops = _ground(players, at, field, on_map)
    ops += lines
    if on_map:
        for plate in players:
            if plate.at:
                place = lens.place(plate.at[0], plate.at[1], at, field.view)
                ops += leader(field.places[plate.id], place, plate.colour, field.places.values())
    for plate in players:
        ops += draw_plate(frame, page, plate, field.places[plate.id], field.scale, field.plain)
    return [*ops, *field.extras, *badges]


def _ground(players: tuple[Plate, ...], at: Rect, field: Field, on_map: bool) -> list[Op]:
    if on_map:
        fills = tuple((p.at[0], p.at[1], seat_colour(p.colour)) for p in players if p.at)
        return [Land(at, fills, 16, field.view, field.dots), Box(at, "", "edge", 2, 16)]
    table = field.table.inset(field.table.w * 0.14, field.table.h * 0.16)
    inner = table.inset(18)
    return [
        Box(at, "sea", "edge", 2, 16),
        Box(table, "card", "edge", 2, table.h / 2),
        Box(inner, "", "edge", 2, inner.h / 2),
    ]


def _listed(
    frame: Frame, page: Page, scene: Scene, at: Rect, players: tuple[Plate, ...]
) -> list[Op]:
    """The last resort, large letters in a small place: plates in rows, which may scroll."""
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        scale = max(0.8, page.scale * share)
        rows, high = _rows(page, players, at.w, scale)
        if high <= at.h:
            break
    scrolls = high > at.h
    ops: list[Op] = [] if scrolls else [Box(at, "sea", "edge", 2, 16)]
    for plate, rect in zip(players, rows, strict=True):
        place = rect if scrolls else rect.moved(at.x, at.y + (at.h - high) / 2)
        ops += draw_plate(frame, page, plate, place, scale, True)
    return [Window(at, "players", high, tuple(ops), "sea")] if scrolls else ops


def _rows(
    page: Page, players: tuple[Plate, ...], room: float, scale: float
) -> tuple[list[Rect], float]:
    """Plain plates in rows of a width, and how high all rows are."""
    found: list[Rect] = []
    x, y, high = 18.0, 18.0, 0.0
    for plate in players:
        wide, tall = plate_size(page, plate, scale, True)
        wide = min(wide, room - 42)
        if x + wide > room - 24 and x > 18:
            x, y, high = 18.0, y + high + 20, 0.0
        found.append(Rect(x, y, wide, tall))
        x, high = x + wide + 20, max(high, tall)
    return found, y + high + 18
