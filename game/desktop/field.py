"""Where plates stand on the map or round a table, and what else takes room there."""

from __future__ import annotations

import math

from msgspec import Struct, structs

from game.desktop import lens
from game.desktop.captions import note, of_dots
from game.desktop.crop import view_of
from game.desktop.onthetable import draft_card, has_column
from game.desktop.ops import WHOLE, Op, Page, Rect
from game.desktop.placing import CROSSED, Point, crossed, farthest, settle
from game.desktop.plates import RING, chip_size, draw_chip, plate_size, tray
from game.desktop.relations import chosen, legend
from game.screens.scene import Plate, Scene
from game.session.source import Frame

APARTS = (
    (62.0, 2, False), (50.0, 1, False), (50.0, 1, True), (34.0, 1, True), (22.0, 0, True),
)  # fmt: skip
"""As tried: how far plates keep from each other, how many of the lesser things are drawn, and
whether plates are plain."""
UNSAID = 15.0
"""It is as bad to leave out what lines mean as to lay a plate so much further away."""
BADGED = 50.0
"""So far apart there is room for a line's badge between two plates."""
NEAR = 0.11
"""A plate lies near its place if it is no further from it than this share of the width."""
DRAFTS = (380.0, 300.0, 240.0)
"""How wide the newest draft's card on a map is, as tried."""
PATIENCE = 0.02
"""By how much that share grows with each smaller size of letters that is tried."""


class Field(Struct, frozen=True):
    """Plates that found their places, in letters of a scale; what else took room, and its ops.

    `table` is the ground of a table board, `view` the part of the map that a map board shows;
    `plain` plates have no line for who plays; `dots` are the places on the map that bear a name.
    """

    scale: float
    places: dict[str, Rect]
    kept: tuple[Rect, ...]
    extras: tuple[Op, ...]
    table: Rect
    plain: bool = False
    view: Rect = WHOLE
    dots: tuple[str, ...] = ()


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
    scales |= {max(0.8, page.scale * f) for f in (1.0, 0.85, 0.72, 0.6, 0.5)}
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
    """The plates in letters of a scale, so far apart; also what speaks against that.

    It is how far the farthest had to give way, with more for those that lie behind another one or
    too near to it.
    """
    on_map = stands_on_map(page, scene)
    sizes = tuple(plate_size(page, p, scale, plain) for p in players)
    extras, kept = _extras(frame, page, scene, at, scale, extra)
    free = at if on_map else _above(at, kept)
    view = _view(scene, at)
    anchors = _anchors(players, free, view if on_map else None)
    settled = settle(sizes, anchors, free.inset(12 + RING), kept, apart)
    if settled is None:
        return None
    places = {p.id: place for p, place in zip(players, settled, strict=True)}
    worse = farthest(settled, anchors) + max(0.0, BADGED - apart) * 2
    worse += 0 if extra else UNSAID
    worse += CROSSED * crossed(settled, anchors) if on_map else 0
    return worse, Field(scale, places, kept, extras, free, plain, view)


def _view(scene: Scene, at: Rect) -> Rect:
    return view_of((p.at for p in scene.plates if p.is_player), at)


def _stands(plate: Plate, view: Rect) -> bool:
    """Whether a view shows a plate's place."""
    x, y = lens.shares(*plate.at) if plate.at else (-1.0, -1.0)
    return view.x < x < view.right and view.y < y < view.bottom


def _above(at: Rect, kept: tuple[Rect, ...]) -> Rect:
    """The room above what stands at the foot of a box and takes much of its width."""
    broad = [r for r in kept if r.bottom > at.bottom - 20 and r.w > at.w * 0.35]
    top = min((r.y - 4 for r in broad), default=at.bottom)
    return Rect(at.x, at.y, at.w, top - at.y)


def _anchors(players: tuple[Plate, ...], at: Rect, view: Rect | None) -> tuple[Point, ...]:
    """Where plates belong: their places in a view of the map, or round a table."""
    if view is not None:
        return tuple(
            lens.place(p.at[0], p.at[1], at, view) if p.at else (at.x + at.w / 2, at.bottom)
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
    view = _view(scene, at)
    chorus = tuple(p for p in scene.plates if not p.is_player and not (on_map and _stands(p, view)))
    ops: list[Op] = []
    kept: list[Rect] = []

    def take(drawn: tuple[list[Op], Rect]) -> Rect:
        ops.extend(drawn[0])
        if drawn[1].w:
            kept.append(drawn[1])
        return drawn[1]

    drafts = lesser > 1 and not on_map and not _in_a_column(frame, scene)
    right = room.right + 14
    if lesser:
        shown = chosen(scene.relations, frame.seat)
        right = take(legend(frame, page, shown, room, scale, 1 if on_map or chorus else 2)).x
    foot = room
    if on_map:
        lands = tuple(p.at for p in scene.plates if p.is_player and p.at)
        said = take(note(page, at, view, lands, kept))
        if said.bottom > room.bottom - 2:
            foot = Rect(room.x, room.y, room.w, said.y - 4 - room.y)
    take(tray(frame, page, chorus, Rect(foot.x, foot.y, right - 14 - foot.x, foot.h),
                    min(scale, 1.3)))  # fmt: skip
    if drafts:
        _ops, size = draft_card(frame, page, (0, 0), scale)
        x, y = _above(at, tuple(kept)).centre
        take(draft_card(frame, page, (x - size.w / 2, y + size.h / 2), scale))
    return tuple(ops), tuple(kept)


def _with_more(frame: Frame, page: Page, scene: Scene, at: Rect, field: Field) -> Field:
    """The same with the chorus on the map, and the newest draft where there is room left for it."""
    if not stands_on_map(page, scene):
        return field
    field = _with_chorus(frame, page, scene, at, field)
    if not _in_a_column(frame, scene):
        field = _with_draft(frame, page, at, field)
    taken = (*field.kept, *(place.inset(-RING) for place in field.places.values()))
    drawn, places, dots = of_dots(page, at, field.view, taken)
    extras = (*field.extras, *drawn)
    return structs.replace(field, kept=(*field.kept, *places), extras=extras, dots=dots)


def _in_a_column(frame: Frame, scene: Scene) -> bool:
    """Whether drafts stand in the column of a projector."""
    return frame.layout == "board" and has_column(scene)


def _with_draft(frame: Frame, page: Page, at: Rect, field: Field) -> Field:
    kept = (*field.kept, *(place.inset(-RING) for place in field.places.values()))
    room = at.inset(14)
    corners = [(x, y) for x in (room.x, room.right) for y in (room.bottom, room.y)]
    for most in DRAFTS:
        _ops, size = draft_card(frame, page, (0, 0), field.scale, most)
        if not size.w:
            return field
        tried = [settle(((size.w, size.h),), (corner,), room, kept, 16) for corner in corners]
        found = [
            (farthest(one, (corner,)), one[0])
            for one, corner in zip(tried, corners, strict=True)
            if one is not None
        ]
        if found:
            _way, place = min(found)
            ops, box = draft_card(frame, page, (place.x, place.bottom), field.scale, most)
            return structs.replace(field, kept=(*field.kept, box), extras=(*field.extras, *ops))
    return field


def _with_chorus(frame: Frame, page: Page, scene: Scene, at: Rect, field: Field) -> Field:
    """The same with the chorus actors that have a place on the map."""
    chorus = tuple(p for p in scene.plates if not p.is_player and _stands(p, field.view))
    if not chorus:
        return field
    scale = min(field.scale, 1.3)
    sizes = tuple(chip_size(page, p, scale) for p in chorus)
    anchors = tuple(lens.place(p.at[0], p.at[1], at, field.view) for p in chorus)
    kept = (*field.kept, *field.places.values())
    settled = settle(sizes, anchors, at.inset(12), kept, 8)
    if settled is None:
        return field
    ops: list[Op] = []
    for plate, place in zip(chorus, settled, strict=True):
        ops += draw_chip(frame, page, plate, place, scale)
    return structs.replace(field, kept=(*field.kept, *settled), extras=(*field.extras, *ops))
