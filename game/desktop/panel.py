"""A screen beside the board: whose seat, what is said, what can be done, what goes on and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from game.desktop.blocks import asides, column
from game.desktop.controls import Offer, listed
from game.desktop.flow import Hand, Piece, beside, cast_of, icon, ink_on, moved, stack, words
from game.desktop.ops import Box, Op, Page, Rect, Spot, Window
from game.desktop.tiling import COLUMNS, tiled
from game.desktop.ways import asks, foot, split
from game.screens.model import Figures, Screen, Tone
from game.session.source import Frame, Notice

ROUND = 16.0
EDGE = 22.0
LARGE = 1.4
"""Letters so much larger than usual leave no room for what is only fine to have."""
SEEN = 2
"""The rows of a desk's tiles that are always in view."""
TILED = 0.3
"""How far apart the parts of a desk lie, in sizes of its letters."""
MOST_HEAD = 0.3
"""The share of the panel that a head with notices may take; beyond, they scroll with the rest."""
MOST_FOOT = 0.5
"""The share of the panel that what stays in view may take; beyond, it scrolls with the rest."""

SIGNS: dict[Tone, str] = {
    "": "info", "quiet": "info", "concept": "lightbulb", "now": "info",
    "trouble": "triangle-alert", "good": "circle-check",
}  # fmt: skip


def panel(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The screen of a frame in a column at the side of the board."""
    hand = Hand(page, cast_of(frame.scene), asks=asks(frame))
    top = head(hand, frame, at.w)
    if frame.screen.tiles and frame.notices and frame.seat in hand.cast.plates:
        told = head(hand, frame, at.w, notices=frame.notices)
        if told.height <= at.h * MOST_HEAD:
            top, frame = told, replace(frame, notices=())
    below = Rect(at.x, at.y + top.height, at.w, at.h - top.height)
    return (
        Box(at, "card", "", 0, ROUND),
        *moved(top.ops, at.x, at.y),
        *body(hand, frame, below, "panel", blocks=True),
        Box(at, "", "edge", 2, ROUND),
    )


def head(
    hand: Hand, frame: Frame, width: float, *, titled: bool = True, notices: Sequence[Notice] = ()
) -> Piece:
    """Whose screen it is, in the seat's colour, and what it is called, or what came of a choice."""
    actor, screen = frame.seat, frame.screen
    fill = hand.cast.colour(actor) if actor in hand.cast.plates else "navy"
    ink = ink_on(fill) if fill != "navy" else "on_navy"
    if not ink:
        fill, ink = "navy", "on_navy"
    own = actor in hand.cast.plates
    low = own and (bool(notices) or _crowded(hand, screen))
    pad, gap = hand.em * (0.6 if low else 0.75), hand.em * 0.6
    disc = hand.em * (1.7 if low else 2.9) if own else 0.0
    left = disc + gap if own else 0.0
    room = width - 2 * pad - left
    lines: list[Piece] = []
    if titled and not low:
        size = hand.em if own else hand.large
        lines.append(words(hand, screen.title, room, size, ink=ink, on=fill, weight="bold"))
    if own:
        name = hand.cast.name(actor)
        size = hand.em * 1.36
        while size > hand.em and hand.widest_word(name, size, "bold") > room:
            size *= 0.94
        lines.insert(0, words(hand, name, room, size, ink=ink, on=fill, weight="bold"))
    parts = [(left, stack(lines, 2))]
    if own:
        parts.insert(0, (0, Piece(hand.badge(actor, disc, ink), disc)))
    named = beside(parts, centred=True)
    inner = stack([named, *_told(hand, notices, width - 2 * pad, ink, fill)], hand.em * 0.25)
    height = max(inner.height + 1.2 * pad, hand.em * (2.4 if low else 4.2))
    ground = (
        Box(Rect(0, 0, width, height), fill, radius=ROUND),
        Box(Rect(0, height / 2, width, height / 2), fill),
    )
    return Piece((*ground, *moved(inner.ops, pad, (height - inner.height) / 2)), height)


def _told(
    hand: Hand, notices: Sequence[Notice], width: float, ink: str, on: str
) -> Iterator[Piece]:
    """What came of the last choice, on the seat's colour."""
    sign = hand.small * 1.1
    left = sign * 1.3
    for notice in notices:
        text = words(hand, notice.text, width - left, hand.small, ink=ink, weight="bold", on=on)
        yield beside([(0, icon(SIGNS[notice.tone], sign, ink, on)), (left, text)])


def body(hand: Hand, frame: Frame, at: Rect, id: str, *, blocks: bool) -> tuple[Op, ...]:
    """Notices, then what scrolls, then what stays in view; `blocks` draws what is said too."""
    lead, middle, tail = split(frame.screen)
    inner = at.inset(EDGE, 0)
    crowded = _crowded(hand, frame.screen)
    less = hand._replace(body=24) if crowded else hand
    kept = foot(less, tail, inner.w)
    first = listed(hand, lead, inner.w)
    noted = strip(hand, frame.notices, inner.w)
    told = noted
    if kept.height + first.height + noted.height > at.h * MOST_FOOT:
        lead, middle, tail = [], [*lead, *middle, *tail], []
        kept = first = noted = Piece((), 0)
    else:
        told = Piece((), 0)
    gap = hand.em * (0.2 if crowded else 0.5)
    top = at.y + gap
    ops: list[Op] = []
    if noted.ops:
        ops += moved(noted.ops, inner.x, top)
        top += noted.height + gap
    if first.ops:
        ops += moved(first.ops, inner.x, top)
        top += first.height + gap * 0.8
    bottom = at.bottom - EDGE * 0.7
    if kept.ops:
        bottom -= kept.height + gap * 0.8
    room = Rect(at.x, top, at.w, bottom - top)
    pieces = _flow(hand, frame.screen, middle, told, Rect(0, 0, inner.w, room.h), blocks=blocks)
    apart = hand.em * (TILED if frame.screen.tiles else 0.8)
    ops += scrolled(stack(pieces, apart), room, id)
    if kept.ops:
        ops.append(Box(Rect(at.x + 2, bottom + gap * 0.3, at.w - 4, 2), "edge"))
        ops += moved(kept.ops, inner.x, at.bottom - EDGE * 0.7 - kept.height)
    return tuple(ops)


def _flow(
    hand: Hand, screen: Screen, of: list[Offer], told: Piece, room: Rect, *, blocks: bool
) -> list[Piece]:
    """What scrolls: what came of a choice, what is said, what can be done."""
    done = (tiled if screen.tiles else _list)(hand, of, room.w)
    if not blocks:
        return [told, done]
    said, crowded = screen.blocks, _crowded(hand, screen)
    cut = _above(screen) if of else len(said)
    over = column(hand._replace(body=24) if crowded else hand, said[:cut], room.w)
    under = column(hand, said[cut:], room.w)
    seen = (
        told.height
        + over.height
        + 2 * hand.em * TILED
        + done.height * SEEN / max(-(-len(of) // COLUMNS), SEEN)
    )
    if crowded and seen > room.h - 6:
        # Large letters: what can be done is seen before the numbers are.
        return [told, done, over, under]
    return [told, over, done, under]


def _crowded(hand: Hand, screen: Screen) -> bool:
    """Whether large letters leave a desk little room."""
    return screen.tiles and hand.page.scale > LARGE


def _above(screen: Screen) -> int:
    """How many blocks stand above what can be done: up to the numbers, where that is in tiles."""
    said = screen.blocks
    if not screen.tiles:
        return asides(said)
    return max((n for n, one in enumerate(said, 1) if isinstance(one, Figures)), default=0)


def _list(hand: Hand, of: list[Offer], width: float) -> Piece:
    return listed(hand, of, width) if of else Piece((), 0)


def scrolled(piece: Piece, at: Rect, id: str, ground: str = "card") -> tuple[Op, ...]:
    """A piece in a window, inset at its sides, with a little room at both ends."""
    if not piece.ops:
        return ()
    pad = 6.0
    height = max(piece.height + 2 * pad, at.h)
    inner = at.inset(5, 0)
    return (Window(inner, id, height, moved(_once(piece.ops), EDGE - 5, pad), ground),)


def _once(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """The same with each link where it is first drawn: a number may be told of twice."""
    links: set[str] = set()
    kept: list[Op] = []
    for op in ops:
        if isinstance(op, Spot) and op.role == "link":
            if op.id in links:
                continue
            links.add(op.id)
        kept.append(op)
    return tuple(kept)


def strip(hand: Hand, notices: tuple[Notice, ...], width: float) -> Piece:
    """What came of the last choice, in a strip."""
    pieces = []
    for notice in notices:
        pad = hand.em * 0.4
        ink = notice.tone if notice.tone in ("trouble", "good") else "ink"
        sign = hand.em * 1.05
        left = sign + hand.em * 0.4
        text = words(hand, notice.text, width - 2 * pad - left, hand.small, ink=ink,
                     weight="bold", on="shade")  # fmt: skip
        inner = beside([(0, icon(SIGNS[notice.tone], sign, ink, "shade")), (left, text)])
        height = inner.height + 1.4 * pad
        box = Box(Rect(0, 0, width, height), "shade", ink, 2, 8)
        pieces.append(Piece((box, *moved(inner.ops, pad, pad * 0.7)), height))
    return stack(pieces, 6)
