"""The reveal, for the back row: what was agreed, voted and done; beside it what changed by it."""

from __future__ import annotations

from game.desktop.blocks import column
from game.desktop.controls import foot, offers
from game.desktop.flow import Hand, Piece, cast_of, moved, padded, rule, stack, words
from game.desktop.ops import Box, Op, Page, Rect
from game.desktop.panel import ROUND, scrolled
from game.i18n import _
from game.screens.model import Block, Change, Paragraph
from game.session.source import Frame

GAP = 40.0
LOUD = 40.0
"""The size of what is told: with a scale of 1 the last row of a class can read it."""


def reveal(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """One chapter of a turn: the decisive lines in a large card, changes in a column beside it."""
    loud = Hand(page, cast_of(frame.scene), body=LOUD)
    aside = loud._replace(body=31)
    changes, said = _sorted(frame.screen.blocks)
    inner = at.inset(GAP, GAP * 0.75)
    width = min(max(470.0 * page.scale**0.5, inner.w * 0.26), inner.w * 0.42)
    main = Rect(inner.x, inner.y, inner.w - width - GAP * 0.8, inner.h)
    if not said and changes:
        return _only_changes(frame, loud, changes, main, inner, width)
    side = Rect(main.right + GAP * 0.8, inner.y, width, inner.h)
    return (*_main(loud, frame.screen.title, said, main), *_side(aside, frame, changes, side))


def _sorted(blocks: tuple[Block, ...]) -> tuple[list[Block], list[Block]]:
    """What moved, and everything else."""
    changes = [block for block in blocks if isinstance(block, Change)]
    return list(changes), [block for block in blocks if not isinstance(block, Change)]


def _only_changes(
    frame: Frame, hand: Hand, changes: list[Block], main: Rect, inner: Rect, width: float
) -> tuple[Op, ...]:
    """A chapter of changes alone: they are what the large card tells."""
    side = Rect(main.right + GAP * 0.8, inner.y, width, inner.h)
    aside = hand._replace(body=31)
    return (*_main(hand, frame.screen.title, changes, main), *_side(aside, frame, [], side))


def _main(hand: Hand, title: str, blocks: list[Block], at: Rect) -> tuple[Op, ...]:
    pad = hand.em * 0.8
    inner = at.w - 2 * pad
    size = hand.em * 1.3
    top = stack([words(hand, title, inner, size, weight="bold"), rule(inner, "line", 4)], 10)
    said = column(hand, blocks, inner)
    room = Rect(at.x, at.y + top.height + pad * 1.2, at.w, 0)
    room = Rect(room.x, room.y, room.w, at.bottom - pad * 0.4 - room.y)
    shifted = Piece(moved(said.ops, pad - 22.0, 0), said.height)
    return (
        Box(at, "card", "line", 3, ROUND),
        *moved(top.ops, at.x + pad, at.y + pad * 0.6),
        *scrolled(shifted, room, "reveal"),
    )


def _side(hand: Hand, frame: Frame, changes: list[Block], at: Rect) -> tuple[Op, ...]:
    """What changed, and the way on at the bottom right."""
    pad = hand.em * 0.6
    inner = at.w - 2 * pad
    kept = foot(hand, list(offers(frame.screen)), inner)
    ops: list[Op] = [Box(at, "card", "line", 3, ROUND)]
    heading = _("What changed") if changes else frame.screen.status
    size = hand.em * 1.2 if changes else hand.small
    top = words(hand, heading, inner, size, weight="bold", align="center")
    top = padded(top, inner, 0, pad * 0.4)
    ops += moved(top.ops, at.x + pad, at.y + pad * 0.6)
    foot_y = at.bottom - pad - kept.height
    room_y = at.y + top.height + pad
    said = column(hand, changes, inner) if changes else Piece((), 0)
    if not changes and frame.notices:
        notes: list[Block] = [Paragraph(n.text, n.tone) for n in frame.notices]
        said = column(hand, notes, inner)
    shifted = Piece(moved(said.ops, pad - 22.0, 0), said.height)
    ops += scrolled(shifted, Rect(at.x, room_y, at.w, foot_y - pad * 0.6 - room_y), "changes")
    ops += moved(kept.ops, at.x + pad, foot_y)
    return tuple(ops)
