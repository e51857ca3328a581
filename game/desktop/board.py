"""The board: scales at the left, the map or a table in the middle, issues as cards below."""

from __future__ import annotations

import math

from msgspec import Struct, structs

from game.desktop import lens
from game.desktop.ladders import GAP, Rows, fitting, ladders
from game.desktop.lay import LEAST, words
from game.desktop.onthetable import draft_card, texts_column
from game.desktop.ops import Box, Land, Op, Page, Rect
from game.desktop.placing import Point, farthest, settle
from game.desktop.plates import (
    RING,
    chip_size,
    draw_chip,
    draw_plate,
    leader,
    plate_size,
    tray,
)
from game.desktop.relations import chosen, legend, routed
from game.desktop.theme import seat_colour
from game.desktop.track import tracks, tracks_width
from game.i18n import _
from game.screens.scene import Plate, Scene
from game.session.source import Frame

ISSUES = 0.46
"""The share of the board's height that issues take at most."""
APARTS = ((60.0, 2), (44.0, 2), (52.0, 1), (36.0, 1), (22.0, 0))
"""How far plates keep from each other, and how many of the lesser things are drawn, as tried."""
ASIDE = 480.0
NEAR = 0.16
"""A plate lies near its place if it is no further from it than this share of the width."""


class Field(Struct, frozen=True):
    """Plates that found their places, in letters of a scale; what else took room, and its ops.

    `table` is the ground of a table board.
    """

    scale: float
    places: dict[str, Rect]
    kept: tuple[Rect, ...]
    extras: tuple[Op, ...]
    table: Rect


def board(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The whole board in a box: nothing where the frame has no scene."""
    scene = frame.scene
    if scene is None:
        return ()
    left = tracks_width(page, scene.gauges)
    right = Rect(at.x + left, at.y, at.w - left, at.h)
    rows = fitting(page, scene.cards, right.w, right.h * ISSUES)
    high = min(rows.height, right.h * ISSUES) if scene.cards else 0
    middle = Rect(right.x, right.y, right.w, right.h - high - (GAP if high else 0))
    below = Rect(right.x, middle.bottom + GAP, right.w, high)
    return (
        *tracks(frame, page, scene.gauges, Rect(at.x, at.y, left, at.h)),
        *_middle(frame, page, scene, middle),
        *_issues(frame, page, scene, rows, below),
    )


def projector(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The board alone, with the agreements in force in the place of a panel."""
    if frame.scene is None:
        return ()
    aside = min(ASIDE * min(page.scale, 1.4) * page.width / 1920, at.w * 0.4)
    column = Rect(at.right - aside, at.y, aside, at.h)
    return (
        *board(frame, page, Rect(at.x, at.y, at.w - aside - 16, at.h)),
        *texts_column(frame, page, column),
    )


def _issues(frame: Frame, page: Page, scene: Scene, rows: Rows, at: Rect) -> tuple[Op, ...]:
    return ladders(frame, page, scene.cards, rows, at) if scene.cards else ()


# ---------------------------------------------------------------------- map or table


def _middle(frame: Frame, page: Page, scene: Scene, at: Rect) -> list[Op]:
    """Ground, lines, plates and what explains them."""
    on_map = not (page.table or scene.borderless)
    players = tuple(p for p in scene.plates if p.is_player)
    field = _field(frame, page, scene, at, players)
    relations = chosen(scene.relations, frame.seat)
    room = at.inset(8)
    lines, badges = routed(relations, field.places, room, field.kept)
    ops = _ground(players, at, field.table, on_map)
    ops += lines
    if on_map:
        for plate in players:
            if plate.at:
                place = lens.place(plate.at[0], plate.at[1], at)
                ops += leader(field.places[plate.id], place, plate.colour)
    for plate in players:
        ops += draw_plate(frame, page, plate, field.places[plate.id], field.scale)
    return [*ops, *field.extras, *badges]


def _ground(players: tuple[Plate, ...], at: Rect, free: Rect, on_map: bool) -> list[Op]:
    if on_map:
        fills = tuple((p.at[0], p.at[1], seat_colour(p.colour)) for p in players if p.at)
        return [Land(at, fills, 16), Box(at, "", "edge", 2, 16)]
    table = free.inset(free.w * 0.14, free.h * 0.16)
    inner = table.inset(18)
    return [
        Box(at, "sea", "edge", 2, 16),
        Box(table, "card", "edge", 2, table.h / 2),
        Box(inner, "", "edge", 2, inner.h / 2),
    ]


def _anchors(players: tuple[Plate, ...], at: Rect, on_map: bool) -> tuple[Point, ...]:
    """Where plates belong: their places on the map, or round a table."""
    if on_map:
        return tuple(
            lens.place(p.at[0], p.at[1], at) if p.at else (at.x + at.w / 2, at.bottom)
            for p in players
        )
    order = _round_the_table(players)
    found: dict[str, Point] = {}
    x, y = at.centre
    for n, plate in enumerate(order):
        angle = 2 * math.pi * n / max(len(order), 1) - math.pi / 2
        found[plate.id] = (
            x + at.w * 0.37 * math.cos(angle),
            y + at.h * 0.37 * math.sin(angle),
        )
    return tuple(found[p.id] for p in players)


def _round_the_table(players: tuple[Plate, ...]) -> list[Plate]:
    """In the order of the file; those with places sit by where they come from."""
    if not all(p.at for p in players):
        return list(players)
    places = {p.id: lens.shares(p.at[0], p.at[1]) for p in players}
    x = sum(place[0] for place in places.values()) / max(len(places), 1)
    y = sum(place[1] for place in places.values()) / max(len(places), 1)

    def angle(plate: Plate) -> float:
        dx, dy = places[plate.id][0] - x, places[plate.id][1] - y
        return (math.atan2(dy, dx) + math.pi / 2) % (2 * math.pi)

    return sorted(players, key=angle)


def _field(frame: Frame, page: Page, scene: Scene, at: Rect, players: tuple[Plate, ...]) -> Field:
    """The plates in the largest letters in which all find room, the lesser things left out last."""
    larger = (1.35, 1.2) if len(players) < 5 else (1.1,)
    scales = {page.scale * f for f in larger if page.scale < 1.3}
    scales |= {max(0.8, page.scale * f) for f in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)}
    best: tuple[float, Field] | None = None
    for scale in sorted(scales, reverse=True):
        for apart, extra in APARTS if scale <= page.scale else APARTS[:2]:
            found = _try(frame, page, scene, at, players, scale, apart, extra)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
            if best is not None and best[0] <= NEAR * at.w:
                return _with_chorus(frame, page, scene, at, best[1])
    if best is not None:
        return _with_chorus(frame, page, scene, at, best[1])
    sizes = tuple(plate_size(page, p, 0.8, scene.over) for p in players)
    stacked = _stacked(sizes, at.inset(12 + RING))
    places = {p.id: place for p, place in zip(players, stacked, strict=True)}
    return Field(0.8, places, (), (), at)


def _try(
    frame: Frame, page: Page, scene: Scene, at: Rect, players: tuple[Plate, ...],
    scale: float, apart: float, extra: int,
) -> tuple[float, Field] | None:  # fmt: skip
    """The plates in letters of a scale, so far apart; also how far the farthest had to give way."""
    on_map = not (page.table or scene.borderless)
    sizes = tuple(plate_size(page, p, scale, scene.over) for p in players)
    extras, kept = _extras(frame, page, scene, at, scale, extra)
    free = at if on_map else _above(at, kept)
    anchors = _anchors(players, free, on_map)
    settled = settle(sizes, anchors, free.inset(12 + RING), kept, apart)
    if settled is None:
        return None
    places = {p.id: place for p, place in zip(players, settled, strict=True)}
    return farthest(settled, anchors), Field(scale, places, kept, extras, free)


def _above(at: Rect, kept: tuple[Rect, ...]) -> Rect:
    """The room above what stands at the foot of a box."""
    top = min((r.y - 4 for r in kept if r.bottom > at.bottom - 20), default=at.bottom)
    return Rect(at.x, at.y, at.w, top - at.y)


def _stacked(sizes: tuple[tuple[float, float], ...], room: Rect) -> list[Rect]:
    """The last resort: rows from the upper left corner."""
    found, x, y, high = [], room.x, room.y, 0.0
    for wide, tall in sizes:
        if x + wide > room.right and x > room.x:
            x, y, high = room.x, y + high + 12, 0.0
        found.append(Rect(x, y, wide, tall))
        x, high = x + wide + 12, max(high, tall)
    return found


def _extras(
    frame: Frame, page: Page, scene: Scene, at: Rect, scale: float, lesser: int
) -> tuple[tuple[Op, ...], tuple[Rect, ...]]:
    """What else stands on the board: the chorus, the draft, what lines mean, what the map is."""
    room = at.inset(14)
    on_map = not (page.table or scene.borderless)
    chorus = tuple(p for p in scene.plates if not p.is_player and not (on_map and p.at))
    ops: list[Op] = []
    kept: list[Rect] = []
    if lesser:
        shown, box = legend(
            page, chosen(scene.relations, frame.seat), room, scale, 1 if on_map else 2
        )
        ops += shown
        kept += [box] if box.w else []
        if lesser > 1 and frame.layout != "board":
            card, place = _draft(frame, page, at, box, scale, on_map)
            ops += card
            kept += [place] if place.w else []
    beside = min((r.x for r in kept if on_map or r is kept[0]), default=room.right + 14)
    beside -= 14 + room.x
    foot = Rect(room.x, room.y, beside, room.h)
    row, took = tray(frame, page, chorus, foot, min(scale, 1.3))
    ops += row
    kept += [took] if took.w else []
    if on_map:
        note = _note(page, room)
        ops += note[0]
        kept.append(note[1])
    return tuple(ops), tuple(kept)


def _draft(
    frame: Frame, page: Page, at: Rect, legend_at: Rect, scale: float, on_map: bool
) -> tuple[list[Op], Rect]:
    """The newest draft: in the middle of a table, on a map beside what explains the lines."""
    _ops, size = draft_card(frame, page, (0, 0), scale)
    if on_map:
        foot = at.right - 28 - size.w - legend_at.w, at.bottom - 14
    else:
        foot = at.centre[0] - size.w / 2, at.centre[1] + size.h / 2
    return draft_card(frame, page, foot, scale)


def _note(page: Page, room: Rect) -> tuple[list[Op], Rect]:
    """What the map is not, in its upper right corner."""
    text = _("schematic, not a statement on boundaries")
    lines = page.type.wrap(text, 300, LEAST)
    width = max(page.type.width(line, LEAST) for line in lines) + 21
    high = page.type.height(LEAST) * len(lines) + 8
    box = Rect(room.right - width, room.y, width, high)
    label = words(page, text, box.x + 10, box.y + 4, max(width - 20, 1), LEAST, ink="quiet",
                  on="sea")  # fmt: skip
    return [Box(box, "sea", radius=8), label], box


def _with_chorus(frame: Frame, page: Page, scene: Scene, at: Rect, field: Field) -> Field:
    """The same with the chorus actors that have a place on the map."""
    if page.table or scene.borderless:
        return field
    chorus = tuple(p for p in scene.plates if not p.is_player and p.at)
    if not chorus:
        return field
    scale = min(field.scale, 1.3)
    sizes = tuple(chip_size(page, p, scale) for p in chorus)
    anchors = tuple(lens.place(p.at[0], p.at[1], at) for p in chorus)
    kept = (*field.kept, *field.places.values())
    settled = settle(sizes, anchors, at.inset(12), kept, 8)
    if settled is None:
        return field
    ops: list[Op] = []
    for plate, place in zip(chorus, settled, strict=True):
        ops += draw_chip(frame, page, plate, place, scale)
    return structs.replace(field, kept=(*field.kept, *settled), extras=(*field.extras, *ops))
