"""The reveal, for the back row: what was agreed, voted and done; beside it what changed by it."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.blocks import column, spread
from game.desktop.controls import Offer, listed, offers
from game.desktop.flow import (
    EMPTY,
    Hand,
    Piece,
    beside,
    cast_of,
    icon,
    moved,
    rule,
    stack,
    words,
)
from game.desktop.ops import Box, Op, Page, Rect
from game.desktop.panel import EDGE, LARGE, MOST_FOOT, ROUND, SIGNS, scrolled, strip
from game.desktop.ways import asks, bar, foot, split
from game.i18n import _
from game.screens.model import Accord, Ballots, Block, Change
from game.session.source import Frame, Notice

GAP = 40.0
MOST = 8
"""The ways on that stand in view."""

FOOT = 0.15
"""The share of the card that the ways on may take where letters are large: beyond, only the first
one stays in view."""

LOUD = 44.0
"""The size of what is told: with a scale of 1 the last row of a class can read it."""

LOUDER = (64.0, 56.0, 50.0, LOUD, 40.0)
"""The sizes of what is told, of which the largest is taken with which all of it is in view."""

QUANTITY = 50.0
"""The largest size where numbers changed: two stand side by side, from and to in one line."""


def reveal(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """One chapter of a turn: the decisive lines in a large card, changes in a column beside it."""
    loud = Hand(page, cast_of(frame.scene), body=LOUD, asks=asks(frame))
    aside = loud._replace(body=34)
    changes, said = _sorted(frame.screen.blocks)
    large = page.scale > LARGE
    inner = at.inset(GAP, GAP * (0.25 if large else 0.75))
    lead, middle, tail = split(frame.screen, MOST)
    if middle or not _aside(changes, said, len(lead) + len(tail)):
        more = [*lead, *middle] if middle else []
        return _main(
            loud, frame, frame.screen.blocks, inner, tail if more else [*lead, *tail], more
        )
    width = min(max(470.0 * page.scale**0.5, inner.w * 0.26), inner.w * 0.42)
    main = Rect(inner.x, inner.y, inner.w - width - GAP * 0.8, inner.h)
    side = Rect(main.right + GAP * 0.8, inner.y, width, inner.h)
    return (*_main(loud, frame, said, main, [], []), *_side(aside, frame, changes, side))


def _aside(changes: list[Block], said: list[Block], ways: int) -> bool:
    """Whether what changed stands beside what is told: a text or a vote, or few changes."""
    if not changes or not said or ways > 3:
        return False
    return len(changes) <= 3 or any(isinstance(block, Accord | Ballots) for block in said)


def _sorted(blocks: tuple[Block, ...]) -> tuple[list[Block], list[Block]]:
    """What moved, and everything else."""
    changes = [block for block in blocks if isinstance(block, Change)]
    return list(changes), [block for block in blocks if not isinstance(block, Change)]


def _main(
    hand: Hand, frame: Frame, blocks: Sequence[Block], at: Rect, of: list[Offer], more: list[Offer]
) -> tuple[Op, ...]:
    """The large card; where nothing stands beside it, the ways on (`of`) stand in it.

    `more` can be chosen below what is told.
    """
    large = hand.page.scale > LARGE
    pad = hand.em * (0.4 if large else 0.8)
    inner = at.w - 2 * pad
    low = hand._replace(body=24 if large else 31)
    kept = bar(low, of, inner)
    first = large and kept.height > at.h * FOOT and bool(of) and of[0].control.default
    if first:
        kept, of, more = foot(low, of[:1], inner), of[:1], [*more, *of[1:]]
    elif kept.height > at.h * MOST_FOOT:
        kept, of, more = EMPTY, [], [*more, *of]
    noted = _brief(low, frame.notices, inner)
    rest = listed(low, more, inner)
    bottom = at.bottom - pad * 0.4 - (kept.height + pad * 0.6 if of else 0)
    size = hand.em * (0.8 if large else 1.1)
    high = stack([words(hand, " ", inner, size), rule(inner, "line", 4)], 10).height
    y = at.y + high + pad + (noted.height + pad * 0.4 if noted.ops else 0)
    said, fits = _as_large(hand, blocks, inner, bottom - y - 2 * EDGE - rest.height)
    title = _title(hand, frame.screen.title, inner, size, cue=not fits)
    top = stack([title, rule(inner, "line", 4), noted], 10)
    y = at.y + top.height + pad
    # What was cut in its line is said whole below.
    cut = tuple(n for n in frame.notices if not _in_a_line(low, n, inner))
    told = stack([said, strip(low, cut, inner), rest], hand.em * 0.5)
    shifted = Piece(moved(told.ops, pad - EDGE, 0), told.height)
    ways = moved(kept.ops, at.x + pad, at.bottom - pad * 0.6 - kept.height)
    window = scrolled(shifted, Rect(at.x, y, at.w, bottom - y), "reveal")
    return (
        Box(at, "card", "line", 3, ROUND),
        *moved(top.ops, at.x + pad, at.y + pad * 0.6),
        *((*ways, *window) if first else (*window, *ways)),
    )


def _brief(hand: Hand, notices: Sequence[Notice], width: float) -> Piece:
    """What came of the last choice, each in one line, as what is told needs the room."""
    sign = hand.small * 1.1
    left = sign * 1.3
    pieces = []
    for notice in notices:
        ink = notice.tone if notice.tone in ("trouble", "good") else "ink"
        says = hand.page.type.fit(notice.text, width - left, hand.small, "bold")
        text = words(hand, says, width - left, hand.small, ink=ink, weight="bold")
        pieces.append(beside([(0, icon(SIGNS[notice.tone], sign, ink)), (left, text)]))
    return stack(pieces, 4)


def _in_a_line(hand: Hand, notice: Notice, width: float) -> bool:
    return hand.width(notice.text, hand.small, "bold") <= width - hand.small * 1.43


def _as_large(hand: Hand, blocks: Sequence[Block], width: float, room: float) -> tuple[Piece, bool]:
    """What is told as large as it goes into the room; beyond, as loud as usual, to be scrolled."""
    most = QUANTITY if any(isinstance(block, Change) for block in blocks) else LOUDER[0]
    for size in (size for size in LOUDER if size <= most):
        said = spread(hand._replace(body=size), blocks, width)
        if said.height <= room:
            return said, True
    return spread(hand, blocks, width), False


def _title(hand: Hand, text: str, width: float, size: float, *, cue: bool) -> Piece:
    """The chapter; at its right a cue where there is more than is in view."""
    if not cue:
        return words(hand, text, width, size, weight="bold")
    quiet = hand._replace(body=31)
    says, sign = _("Scroll for more"), quiet.em * 1.1
    wide = quiet.width(says, quiet.em, "bold") + 2
    left = width - wide - sign * 1.3
    if left < hand.em * 6:
        return words(hand, text, width, size, weight="bold")
    return beside(
        [
            (0, words(hand, text, left - hand.em, size, weight="bold")),
            (left, icon("chevron-down", sign, "quiet")),
            (left + sign * 1.3, words(quiet, says, wide, ink="quiet", weight="bold")),
        ],
        centred=True,
    )


def _side(hand: Hand, frame: Frame, changes: list[Block], at: Rect) -> tuple[Op, ...]:
    """What changed, and the way on at the bottom right."""
    pad = hand.em * 0.6
    inner = at.w - 2 * pad
    kept = foot(hand, list(offers(frame.screen)), inner)
    top = words(hand, _("What changed"), inner, hand.em * 1.2, weight="bold", align="center")
    foot_y = at.bottom - pad - kept.height
    room_y = at.y + top.height + pad
    said = column(hand, changes, inner)
    shifted = Piece(moved(said.ops, pad - EDGE, 0), said.height)
    return (
        Box(at, "card", "line", 3, ROUND),
        *moved(top.ops, at.x + pad, at.y + pad * 0.6),
        *scrolled(shifted, Rect(at.x, room_y, at.w, foot_y - pad * 0.6 - room_y), "changes"),
        *moved(kept.ops, at.x + pad, foot_y),
    )
