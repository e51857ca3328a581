"""A screen beside the board: whose seat, what is said, what can be done, what goes on and back."""

from __future__ import annotations

from game.desktop.blocks import asides, column
from game.desktop.controls import Offer, listed
from game.desktop.flow import Hand, Piece, beside, cast_of, icon, ink_on, moved, stack, words
from game.desktop.ops import Box, Op, Page, Rect, Spot, Window
from game.desktop.tiling import tiled
from game.desktop.ways import asks, foot, split
from game.screens.model import Figures, Screen, Tone
from game.session.source import Frame, Notice

ROUND = 16.0
EDGE = 22.0
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
    below = Rect(at.x, at.y + top.height, at.w, at.h - top.height)
    return (
        Box(at, "card", "", 0, ROUND),
        *moved(top.ops, at.x, at.y),
        *body(hand, frame, below, "panel", blocks=True),
        Box(at, "", "edge", 2, ROUND),
    )


def head(hand: Hand, frame: Frame, width: float, *, titled: bool = True) -> Piece:
    """Whose screen it is, in the seat's colour, and what it is called."""
    actor, screen = frame.seat, frame.screen
    fill = hand.cast.colour(actor) if actor in hand.cast.plates else "navy"
    ink = ink_on(fill) if fill != "navy" else "on_navy"
    if not ink:
        fill, ink = "navy", "on_navy"
    own = actor in hand.cast.plates
    pad, gap = hand.em * 0.75, hand.em * 0.6
    disc = hand.em * 2.9 if own else 0.0
    left = disc + gap if own else 0.0
    room = width - 2 * pad - left
    size = hand.em if own else hand.large
    lines = [words(hand, screen.title, room, size, ink=ink, on=fill, weight="bold")]
    if not titled:
        lines = []
    if own:
        name = hand.cast.name(actor)
        size = hand.em * 1.36
        while size > hand.em and hand.widest_word(name, size, "bold") > room:
            size *= 0.94
        lines.insert(0, words(hand, name, room, size, ink=ink, on=fill, weight="bold"))
    parts = [(left, stack(lines, 2))]
    if own:
        parts.insert(0, (0, Piece(hand.badge(actor, disc, ink), disc)))
    inner = beside(parts, centred=True)
    height = max(inner.height + 1.2 * pad, hand.em * 4.2)
    ground = (
        Box(Rect(0, 0, width, height), fill, radius=ROUND),
        Box(Rect(0, height / 2, width, height / 2), fill),
    )
    return Piece((*ground, *moved(inner.ops, pad, (height - inner.height) / 2)), height)


def body(hand: Hand, frame: Frame, at: Rect, id: str, *, blocks: bool) -> tuple[Op, ...]:
    """Notices, then what scrolls, then what stays in view; `blocks` draws what is said too."""
    lead, middle, tail = split(frame.screen)
    inner = at.inset(EDGE, 0)
    kept = foot(hand, tail, inner.w)
    first = listed(hand, lead, inner.w)
    noted = strip(hand, frame.notices, inner.w)
    told = noted
    if kept.height + first.height + noted.height > at.h * MOST_FOOT:
        lead, middle, tail = [], [*lead, *middle, *tail], []
        kept = first = noted = Piece((), 0)
    else:
        told = Piece((), 0)
    gap = hand.em * 0.5
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
    draw = tiled if frame.screen.tiles else _list
    pieces = [told, draw(hand, middle, inner.w)]
    if blocks:
        said = frame.screen.blocks
        cut = _above(frame.screen) if middle else len(said)
        pieces.insert(1, column(hand, said[:cut], inner.w))
        pieces.append(column(hand, said[cut:], inner.w))
    ops += scrolled(stack(pieces, hand.em * 0.8), Rect(at.x, top, at.w, bottom - top), id)
    if kept.ops:
        ops.append(Box(Rect(at.x + 2, bottom + gap * 0.3, at.w - 4, 2), "edge"))
        ops += moved(kept.ops, inner.x, at.bottom - EDGE * 0.7 - kept.height)
    return tuple(ops)


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
