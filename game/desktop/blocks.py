"""Blocks of a screen as pieces of a column: every kind that a screen may hold.

`block` draws one at the origin for a width; `column` stacks a screen's blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from game.desktop.accords import accord, ballots, deed
from game.desktop.charts import chart, matrix
from game.desktop.flow import (
    Cast,
    Hand,
    Piece,
    beside,
    cast_of,
    icon,
    moved,
    padded,
    stack,
    tiles,
    words,
)
from game.desktop.measures import change, figures, gauge, ladder
from game.desktop.ops import Box, Rect
from game.desktop.tables import grid
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Deed,
    Figures,
    Gauge,
    Grid,
    Heading,
    Items,
    Ladder,
    Matrix,
    Paragraph,
    Tone,
)

__all__ = ["Cast", "block", "cast_of", "column"]

SIGNS: dict[Tone, tuple[str, str]] = {
    "trouble": ("triangle-alert", "trouble"),
    "good": ("circle-check", "good"),
    "concept": ("lightbulb", "ink"),
}


def column(hand: Hand, blocks: Iterable[Block], width: float) -> Piece:
    """Blocks one below the other; a heading keeps more room above it."""
    pieces: list[Piece] = []
    for each in blocks:
        piece = block(hand, each, width)
        if isinstance(each, Heading) and pieces:
            more = hand.em * 0.3
            piece = Piece(moved(piece.ops, 0, more), piece.height + more)
        pieces.append(piece)
    return stack(pieces, hand.em * 0.6)


ROOM = 26
"""Widths of a letter from which changes stand in two columns."""


def spread(hand: Hand, blocks: Iterable[Block], width: float, widest: float = 0) -> Piece:
    """Blocks over a wide page: changes that follow each other in two columns.

    Running text is no wider than `widest`, so that the eye finds the next line.
    """
    gap = hand.em * 0.5
    if width < hand.em * ROOM:
        return column(hand, blocks, width)
    pieces: list[Piece] = []
    for kind, run in groupby(blocks, key=type):
        these = list(run)
        if kind is Change and len(these) > 1:
            room = (width - gap) / 2
            pieces.append(tiles([column(hand, [one], room) for one in these], width, 2, gap))
        else:
            narrow = widest and kind in (Paragraph, Items, Ladder, Gauge, Chart, Figures)
            pieces.append(column(hand, these, min(width, widest) if narrow else width))
    return stack(pieces, gap)


def asides(blocks: Sequence[Block]) -> int:
    """Where what is only to be looked up begins: headings with nothing but quiet texts and lessons.

    Beside the board it stands below what can be done.
    """
    start = found = len(blocks)
    for n in range(len(blocks) - 1, -1, -1):
        each = blocks[n]
        if isinstance(each, Heading):
            found = n
        elif not (isinstance(each, Paragraph) and each.tone in ("quiet", "concept")):
            break
        start = found
    return start


def block(hand: Hand, block: Block, width: float) -> Piece:
    """One block at the origin."""
    match block:
        case Heading(text):
            return words(hand, text, width, hand.em, weight="bold")
        case Paragraph():
            return _paragraph(hand, block, width)
        case Items():
            return _items(hand, block, width)
        case Grid():
            return grid(hand, block, width)
        case Ladder():
            return ladder(hand, block, width)
        case Gauge():
            return gauge(hand, block, width)
        case Figures():
            return figures(hand, block, width)
        case Change():
            return change(hand, block, width)
        case Accord():
            return accord(hand, block, width)
        case Ballots():
            return ballots(hand, block, width)
        case Deed():
            return deed(hand, block, width)
        case Chart():
            return chart(hand, block, width)
        case Matrix():
            return matrix(hand, block, width)


def _paragraph(hand: Hand, said: Paragraph, width: float) -> Piece:
    tone = said.tone
    if tone == "now":
        return barred(hand, width, lambda h, w: words(h, said.text, w))
    if tone == "concept":
        inner = hand._replace(on="shade")
        text = signed(inner, width - hand.em * 1.2, tone, said.text, hand.small)
        box = Box(Rect(0, 0, 0, 0), "shade", "edge", 2, 10)
        return padded(text, width, hand.em * 0.6, hand.em * 0.45, box)
    if tone in SIGNS:
        return signed(hand, width, tone, said.text, hand.em)
    if tone == "quiet":
        return words(hand, said.text, width, hand.small, ink="quiet")
    return words(hand, said.text, width)


def signed(hand: Hand, width: float, tone: Tone, text: str, size: float) -> Piece:
    """A text behind the icon of its tone, so that colour is never the only cue."""
    name, ink = SIGNS[tone]
    room = size * 1.5
    said = words(hand, text, width - room, size, ink=ink)
    return beside([(0, icon(name, size * 1.1, ink, hand.on)), (room, said)])


def barred(hand: Hand, width: float, draw: object) -> Piece:
    """Something of this moment: behind a yellow bar."""
    assert callable(draw)
    inset = hand.em * 0.7
    inner: Piece = draw(hand._replace(on="shade"), width - inset - hand.em * 0.4)
    pad = hand.em * 0.35
    height = inner.height + 2 * pad
    ground = Piece(
        (
            Box(Rect(0, 0, width, height), "shade", radius=6),
            Box(Rect(0, 0, hand.em * 0.3, height), "now", "line", 1.5, 4),
        ),
        height,
    )
    return beside([(0, ground), (inset, padded(inner, width - inset, 0, pad))])


def _items(hand: Hand, items: Items, width: float) -> Piece:
    if items.tone == "now":
        plain = Items(items.items, items.caption)
        return barred(hand, width, lambda h, w: _items(h, plain, w))
    pieces: list[Piece] = []
    if items.caption:
        if items.tone in SIGNS:
            pieces.append(signed(hand, width, items.tone, items.caption, hand.em))
        else:
            ink = "quiet" if items.tone == "quiet" else "ink"
            pieces.append(words(hand, items.caption, width, ink=ink, weight="bold"))
    pieces += [_item(hand, text, width, items.tone) for text in items.items]
    return stack(pieces, hand.em * 0.3)


def _item(hand: Hand, text: str, width: float, tone: Tone) -> Piece:
    room, dot = hand.em * 0.8, hand.em * 0.26
    size = hand.small if tone == "quiet" else hand.em
    said = words(hand, text, width - room, size, ink="quiet" if tone == "quiet" else "ink")
    top = (hand.page.type.height(size) - dot) / 2
    mark = Box(Rect(hand.em * 0.15, top, dot, dot), "quiet", radius=dot / 2)
    return beside([(0, Piece((mark,), top + dot)), (room, said)])
