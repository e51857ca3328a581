"""Screens that take the whole page: long ones, the hand-over, dialogs over everything."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.blocks import column, spread
from game.desktop.controls import Offer, listed, row
from game.desktop.flow import EMPTY, Hand, Piece, beside, cast_of, ink_on, moved, rule, stack, words
from game.desktop.ops import Align, Box, Op, Page, Rect
from game.desktop.panel import EDGE, ROUND, body, head, scrolled, strip
from game.desktop.reveals import reveal
from game.desktop.tables import fits
from game.desktop.titles import title
from game.desktop.ways import asks, bar, foot, split
from game.screens.model import Block, Control, Grid, Heading, Screen
from game.session.source import Frame

__all__ = ["curtain", "dialog", "page", "reveal", "title"]

GAP = 20.0
WIDEST = 1300.0
"""Beyond this a line of text is too long to find the next one."""

CORNERS = 172.0
"""What a card that reaches the top keeps clear at each side for the face's own buttons."""
CROWNS = ((1.0, False), (0.6, False), (0.6, True), (0.4, True), (0.0, True))
"""As tried: how large the crown of the hand-over is, and whether what is below it takes less."""

LARGER = (40.0, 35.0)
"""The sizes of a short page for which there is the whole room."""


def page(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """A screen on the whole page: what is said in a large card, what can be done beside it."""
    hand = Hand(page, cast_of(frame.scene), body=30, asks=asks(frame))
    lead, middle, tail = split(frame.screen)
    if not middle:
        return _said(hand, frame, at.inset(GAP), [*lead, *tail])
    side = min(max(500 * page.scale**0.5, at.w * 0.28), at.w * 0.42)
    main = Rect(at.x + GAP, at.y + GAP, at.w - side - 3 * GAP, at.h - 2 * GAP)
    rail = Rect(main.right + GAP, main.y, side, main.h)
    rail_hand = hand._replace(body=28)
    top = head(rail_hand, frame, rail.w, titled=False) if frame.seat in hand.cast.plates else EMPTY
    below = Rect(rail.x, rail.y + top.height, rail.w, rail.h - top.height)
    return (
        *_said(hand, frame, main, []),
        Box(rail, "card", "", 0, ROUND),
        *moved(top.ops, rail.x, rail.y),
        *body(rail_hand, frame, below, "side", blocks=False),
        Box(rail, "", "edge", 2, ROUND),
    )


def _said(hand: Hand, frame: Frame, at: Rect, offers: list[Offer]) -> tuple[Op, ...]:
    """The title and the blocks in a card: in two columns where one would be too long."""
    screen, inner = frame.screen, at.inset(EDGE, 0)
    size = hand.em * 1.6
    left = size * 1.7 if offers and frame.seat in hand.cast.plates else 0.0
    pieces = [words(hand, screen.title, inner.w - left, size, weight="bold")]
    if screen.status and frame.scene is None:
        pieces.append(words(hand, screen.status, inner.w - left, hand.small, ink="quiet"))
    parts = [(left, stack(pieces, hand.em * 0.2))]
    if left:
        parts.append((0, Piece(hand.badge(frame.seat, size * 1.4), size * 1.4)))
    top = stack([beside(parts, centred=True), rule(inner.w, "line", 3)], hand.em * 0.3)
    kept = bar(hand, offers, inner.w)
    y = at.y + top.height + EDGE * 1.4
    bottom = at.bottom - EDGE * 0.5
    ops: list[Op] = [Box(at, "card", "line", 3, ROUND), *moved(top.ops, inner.x, at.y + EDGE * 0.8)]
    if offers:
        noted = strip(hand, frame.notices, inner.w)
        ops += moved(noted.ops, inner.x, y)
        y += noted.height + (EDGE * 0.5 if noted.ops else 0)
        bottom -= kept.height + EDGE
    room = Rect(at.x, y, at.w, bottom - y)
    large = _large(hand, screen.blocks, inner.w, room.h) if offers else None
    said = large or _columns(hand, screen.blocks, inner.w, room.h)
    ops += scrolled(said, room, "page")
    ops += moved(kept.ops, inner.x, at.bottom - EDGE * 0.8 - kept.height)
    return tuple(ops)


def _large(hand: Hand, blocks: Sequence[Block], width: float, height: float) -> Piece | None:
    """What is short, in larger letters where nothing stands beside it; None if it is not short."""
    for size in LARGER:
        large = hand._replace(body=size)
        said = spread(large, blocks, width, WIDEST * size / 30)
        if said.height <= height - EDGE:
            return said
    return None


def _columns(hand: Hand, blocks: Sequence[Block], width: float, height: float) -> Piece:
    """One column where it is short enough or wide things need it, else two."""
    one = spread(hand, blocks, width, WIDEST)
    if one.height <= height or width < hand.em * 30:
        return one
    gap = hand.em * 1.5
    half = (width - gap) / 2
    tables = [block for block in blocks if isinstance(block, Grid)]
    if any(fits(hand, table, width) and not fits(hand, table, half) for table in tables):
        return one
    heights = [column(hand, [block], half).height for block in blocks]
    whole, cut, best = sum(heights), 0, 0.0
    for n in range(1, len(blocks)):
        if isinstance(blocks[n - 1], Heading):
            continue
        taller = max(sum(heights[:n]), whole - sum(heights[:n]))
        if not cut or taller < best:
            cut, best = n, taller
    if not cut or best > one.height * 0.85:
        return one
    left, right = column(hand, blocks[:cut], half), column(hand, blocks[cut:], half)
    return beside([(0, left), (half + gap, right)])


def curtain(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The hand-over: nothing but who plays next, and the way on."""
    hand = Hand(page, cast_of(frame.scene), body=32)
    screen = frame.screen
    actor = next((c.actor for c in screen.controls if c.default and c.actor), frame.seat)
    actor = actor or next((c.actor for c in screen.controls if c.actor), "")
    width = min(at.w - 2 * CORNERS, 1240 * max(1.0, page.scale**0.5))
    known = actor in hand.cast.plates
    fill = hand.cast.colour(actor) if known else "navy"
    ink = (ink_on(fill) if known else "on_navy") or ""
    if not ink:
        fill, ink = "navy", "on_navy"
    crown, under, pad = EMPTY, EMPTY, 0.0
    for size, less in CROWNS:
        pad = hand.em * (0.5 if less else 1.4)
        crown = _crown(hand, screen.title, actor if known else "", width, fill, ink, size)
        under = _under(hand, frame, width - 2 * pad, less)
        if crown.height + under.height + 2 * pad <= at.h - 2 * GAP:
            break
    room = at.h - 2 * GAP - crown.height
    height = min(under.height + 2 * pad, room)
    card = Rect(at.x + (at.w - width) / 2, 0, width, crown.height + height)
    card = Rect(card.x, at.y + max(GAP, (at.h - card.h) / 2), card.w, card.h)
    lower = Rect(card.x, card.y + crown.height, width, height)
    ops: list[Op] = [Box(card, "card", "", 0, ROUND), *moved(crown.ops, card.x, card.y)]
    if under.height + 2 * pad <= room:
        ops += moved(under.ops, lower.x + pad, lower.y + pad)
    else:
        ops += scrolled(column_of(under, pad - EDGE), lower, "curtain")
    ops.append(Box(card, "", "line", 4, ROUND))
    return tuple(ops)


def _under(hand: Hand, frame: Frame, inner: float, less: bool) -> Piece:
    """What is said below who plays next, and the ways on; `less` in as little room as it needs."""
    screen = frame.screen
    noted = strip(hand._replace(body=22) if less else hand, frame.notices, inner)
    said = column(hand, screen.blocks, inner)
    offers = _offers(screen)
    if less:
        return stack([noted, said, foot(hand, offers, inner)], hand.em * 0.3)
    return stack([noted, said, *(row(hand, offer, inner) for offer in offers)], hand.em * 0.5)


def column_of(piece: Piece, left: float) -> Piece:
    """A piece moved to the right."""
    return Piece(moved(piece.ops, left, 0), piece.height)


def _crown(
    hand: Hand, title: str, actor: str, width: float, fill: str, ink: str, large: float
) -> Piece:
    """Who plays next, as large as it goes; in one row where `large` is 0."""
    pad = hand.em * (0.3 + 0.9 * large)
    inner = width - 2 * pad
    disc = hand.em * 6 * large if large else hand.em * 2
    left = disc + hand.em * 0.6 if actor and not large else 0.0
    align: Align = "left" if left else "center"
    pieces: list[Piece] = []
    if actor:
        if large:
            badge = Piece(hand.badge(actor, disc, ink), disc)
            pieces.append(beside([((inner - disc) / 2, badge)]))
        name, size = hand.cast.name(actor), hand.em * max(3 * large, 1.3)
        while size > hand.em * 1.2 and hand.widest_word(name, size, "bold") > inner - left:
            size *= 0.92
        pieces.append(words(hand, name, inner - left, size, ink=ink, on=fill, weight="bold",
                            align=align))  # fmt: skip
    pieces.append(words(hand, title, inner - left, hand.em * (0.8 + 0.6 * large), ink=ink, on=fill,
                        align=align, weight="regular" if actor else "bold"))  # fmt: skip
    text = stack(pieces, hand.em * 0.5 * large)
    if left:
        text = beside([(0, Piece(hand.badge(actor, disc, ink), disc)), (left, text)], centred=True)
    height = text.height + 2 * pad
    ground = (
        Box(Rect(0, 0, width, height), fill, radius=ROUND),
        Box(Rect(0, height / 2, width, height / 2), fill),
    )
    return Piece((*ground, *moved(text.ops, pad, pad)), height)


def _offers(screen: Screen) -> list[Offer]:
    return [Offer(control, control.key) for control in screen.controls]


def dialog(
    named: str, blocks: Sequence[Block], controls: Sequence[Control], page: Page
) -> tuple[Op, ...]:
    """A card over everything: settings, shortcuts, a text to be typed."""
    hand = Hand(page, cast_of(None))
    width = min(page.width - 4 * GAP, 1040 * max(1.0, page.scale**0.5))
    pad = hand.em
    inner = width - 2 * pad
    top = stack([words(hand, named, inner, hand.em * 1.4, weight="bold"),
                 rule(inner, "line", 3)], hand.em * 0.3)  # fmt: skip
    screen = Screen(named, tuple(blocks), tuple(controls))
    offers = _offers(screen)
    rows = [o for o in offers if o.control.role != "back"]
    kept = foot(hand, [o for o in offers if o.control.role == "back"], inner)
    said = stack([column(hand, blocks, inner), listed(hand, rows, inner)], hand.em * 0.6)
    room = page.height - 4 * GAP - top.height - kept.height - 4 * pad
    body_height = min(said.height + 12, room)
    height = top.height + body_height + kept.height + 4 * pad
    card = Rect((page.width - width) / 2, (page.height - height) / 2, width, height)
    x, y = card.x + pad, card.y + pad
    window = Rect(card.x, y + top.height + pad * 0.5, width, body_height)
    ops: list[Op] = [Box(card, "card", "line", 4, ROUND), *moved(top.ops, x, y)]
    ops += scrolled(column_of(said, pad - EDGE), window, "dialog")
    ops += moved(kept.ops, x, card.bottom - pad - kept.height)
    return tuple(ops)
