"""Where plates stand on the map or round a table, and what else takes room there."""

from __future__ import annotations

import math

from msgspec import Struct, structs

from game.desktop import lens
from game.desktop.lay import LEAST, words
from game.desktop.onthetable import draft_card
from game.desktop.ops import Box, Op, Page, Rect
from game.desktop.placing import Point, farthest, settle
from game.desktop.plates import RING, chip_size, draw_chip, plate_size, tray
from game.desktop.relations import chosen, legend
from game.i18n import _
from game.screens.scene import Plate, Scene
from game.session.source import Frame

APARTS = (
    (64.0, 2, False), (50.0, 2, False), (60.0, 1, False), (50.0, 1, False), (50.0, 1, True),
    (34.0, 1, True), (22.0, 0, True),
)  # fmt: skip
"""As tried: how far plates keep from each other, how many of the lesser things are drawn, and
whether plates are plain."""
NEAR = 0.13
"""A plate lies near its place if it is no further from it than this share of the width."""
DRAFTS = (380.0, 300.0, 240.0)
"""How wide the newest draft's card on a map is, as tried."""
PATIENCE = 0.02
"""By how much that share grows with each smaller size of letters that is tried."""


class Field(Struct, frozen=True):
    """Plates that found their places, in letters of a scale; what else took room, and its ops.

    `table` is the ground of a table board; `plain` plates have no line for who plays.
    """

    scale: float
    places: dict[str, Rect]
    kept: tuple[Rect, ...]
    extras: tuple[Op, ...]
    table: Rect
    plain: bool = False


def stands_on_map(page: Page, scene: Scene) -> bool:
    """Whether plates stand on the map; on a table otherwise."""
    return not (page.table or scene.borderless)


def field_of(
    frame: Frame, page: Page, scene: Scene, at: Rect, players: tuple[Plate, ...]
) -> Field | None:
    """The plates in the largest letters in which all find room, the lesser things left out last.

    None where there is no room for all at any size.
    """
    larger = (1.35, 1.2) if len(players) < 5 else (1.1,)
    scales = {page.scale * f for f in larger if page.scale < 1.3}
    scales |= {max(0.8, page.scale * f) for f in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)}
    best: tuple[float, Field] | None = None
    for n, scale in enumerate(sorted(scales, reverse=True)):
        near = (NEAR + n * PATIENCE) * at.w if stands_on_map(page, scene) else at.w
        for apart, extra, plain in APARTS if scale <= page.scale else APARTS[:2]:
            plain = plain or scene.over
            found = _try(frame, page, scene, at, players, scale, apart, extra, plain)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
            if best is not None and best[0] <= near:
                return _with_more(frame, page, scene, at, best[1])
    return _with_more(frame, page, scene, at, best[1]) if best is not None else None


def _try(
    frame: Frame, page: Page, scene: Scene, at: Rect, players: tuple[Plate, ...],
    scale: float, apart: float, extra: int, plain: bool,
) -> tuple[float, Field] | None:  # fmt: skip
    """The plates in letters of a scale, so far apart; also how far the farthest had to give way."""
    on_map = stands_on_map(page, scene)
    sizes = tuple(plate_size(page, p, scale, plain) for p in players)
    extras, kept = _extras(frame, page, scene, at, scale, extra)
    free = at if on_map else _above(at, kept)
    anchors = _anchors(players, free, on_map)
    settled = settle(sizes, anchors, free.inset(12 + RING), kept, apart)
    if settled is None:
        return None
    places = {p.id: place for p, place in zip(players, settled, strict=True)}
    return farthest(settled, anchors), Field(scale, places, kept, extras, free, plain)


def _above(at: Rect, kept: tuple[Rect, ...]) -> Rect:
    """The room above what stands at the foot of a box and takes much of its width."""
    broad = [r for r in kept if r.bottom > at.bottom - 20 and r.w > at.w * 0.35]
    top = min((r.y - 4 for r in broad), default=at.bottom)
    return Rect(at.x, at.y, at.w, top - at.y)


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


def _extras(
    frame: Frame, page: Page, scene: Scene, at: Rect, scale: float, lesser: int
) -> tuple[tuple[Op, ...], tuple[Rect, ...]]:
    """What else stands on the board: the chorus, the draft, what lines mean, what the map is."""
    room = at.inset(14)
    on_map = stands_on_map(page, scene)
    chorus = tuple(p for p in scene.plates if not p.is_player and not (on_map and p.at))
    ops: list[Op] = []
    kept: list[Rect] = []

    def take(drawn: tuple[list[Op], Rect]) -> Rect:
        ops.extend(drawn[0])
        if drawn[1].w:
            kept.append(drawn[1])
        return drawn[1]

    drafts = lesser > 1 and frame.layout != "board" and not on_map
    right = room.right + 14
    if lesser:
        shown = chosen(scene.relations, frame.seat)
        right = take(legend(frame, page, shown, room, scale, 1 if on_map else 2)).x
    take(tray(frame, page, chorus, Rect(room.x, room.y, right - 14 - room.x, room.h),
                    min(scale, 1.3)))  # fmt: skip
    if drafts:
        _ops, size = draft_card(frame, page, (0, 0), scale)
        x, y = _above(at, tuple(kept)).centre
        take(draft_card(frame, page, (x - size.w / 2, y + size.h / 2), scale))
    if on_map:
        take(_note(page, room))
    return tuple(ops), tuple(kept)


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


def _with_more(frame: Frame, page: Page, scene: Scene, at: Rect, field: Field) -> Field:
    """The same with the chorus on the map, and the newest draft where there is room left for it."""
    field = _with_chorus(frame, page, scene, at, field)
    if not stands_on_map(page, scene) or frame.layout == "board":
        return field
    kept = (*field.kept, *(place.inset(-RING) for place in field.places.values()))
    for most in DRAFTS:
        _ops, size = draft_card(frame, page, (0, 0), field.scale, most)
        anchor = at.x, at.bottom
        found = settle(((size.w, size.h),), (anchor,), at.inset(14), kept, 16) if size.w else None
        if found is not None:
            ops, box = draft_card(frame, page, (found[0].x, found[0].bottom), field.scale, most)
            return structs.replace(field, kept=(*field.kept, box), extras=(*field.extras, *ops))
    return field


def _with_chorus(frame: Frame, page: Page, scene: Scene, at: Rect, field: Field) -> Field:
    """The same with the chorus actors that have a place on the map."""
    if not stands_on_map(page, scene):
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
