"""Tables: columns as wide as their words need, rows about actors with emblem, shares as bars."""

from __future__ import annotations

from game.desktop.flow import Hand, Piece, beside, rule, stack, words
from game.desktop.ops import Box, Rect
from game.screens.model import Grid


def grid(hand: Hand, table: Grid, width: float) -> Piece:
    """A table; where its columns would be too narrow each row becomes a few lines."""
    left = hand.em * 1.9 if table.actors else 0.0
    disc = hand.em * 1.5 if table.actors else 0.0
    widths = _columns(hand, table, width - left)
    pieces = [words(hand, table.caption, width, weight="bold")] if table.caption else []
    gap = hand.em * 0.7
    lefts = [left + sum(widths[:n]) + gap * n for n in range(len(widths))]
    if widths and any(table.head):
        pieces.append(_row(hand, table.head, lefts, widths, head=True))
    for n, row in enumerate(table.rows):
        if widths:
            said = _row(hand, row, lefts, widths)
        else:
            said = beside([(left, _stacked(hand, table, row, width - left))])
        if disc and n < len(table.actors):
            said = beside([(0, Piece(hand.badge(table.actors[n], disc), disc)), (0, said)],
                          centred=True)  # fmt: skip
        if n < len(table.shares):
            said = stack([said, _share(hand, table.shares[n], left, width)], hand.em * 0.15)
        pieces += [rule(width), said]
    return stack(pieces, hand.em * 0.25)


def fits(hand: Hand, table: Grid, width: float) -> bool:
    """Whether its columns stand side by side."""
    left = hand.em * 1.9 if table.actors else 0.0
    return bool(_columns(hand, table, width - left))


def _share(hand: Hand, share: int, left: float, width: float) -> Piece:
    """A part of a hundred as a bar; beyond either end it is empty, or full."""
    room, high = width - left, hand.em * 0.45
    full = room * min(max(share, 0), 100) / 100
    ops = [Box(Rect(left, 0, room, high), "soft", radius=high / 2)]
    if full > 0:
        ops.append(Box(Rect(left, 0, max(full, high), high), "line", radius=high / 2))
    return Piece(tuple(ops), high)


def _row(
    hand: Hand, row: tuple[str, ...], lefts: list[float], widths: list[float], *, head: bool = False
) -> Piece:
    size, ink = (hand.small, "quiet") if head else (hand.em, "ink")
    return beside(
        [
            (left, words(hand, text, room, size, ink=ink, weight="regular" if n else "bold"))
            for n, (text, left, room) in enumerate(zip(row, lefts, widths, strict=True))
            if text
        ]
    )


def _columns(hand: Hand, table: Grid, width: float) -> list[float]:
    """How wide each column is; none where they do not fit without breaking words."""
    rows = [*table.rows]
    full: list[float] = []
    least: list[float] = []
    for n, head in enumerate(table.head):
        weight = "regular" if n else "bold"
        cells = [row[n] for row in rows]
        full.append(
            1 + max([hand.width(head, hand.small, "bold"), *(hand.width(c, hand.em, weight)  # type: ignore[arg-type]
                                                     for c in cells)])
        )  # fmt: skip
        words = max([hand.widest_word(head, hand.small, "bold"),
                     *(hand.widest_word(c, hand.em, weight) for c in cells)])  # type: ignore[arg-type]  # fmt: skip
        least.append(1 + max(words, min(full[-1], hand.em * 6)))
    room = width - hand.em * 0.7 * (len(full) - 1)
    if sum(least) > room:
        return []
    spare = room - sum(least)
    wanted = sum(f - m for f, m in zip(full, least, strict=True))
    share = min(1.0, spare / wanted) if wanted else 0.0
    widths = [m + (f - m) * share for f, m in zip(full, least, strict=True)]
    widths[-1] += room - sum(widths)
    return widths


def _stacked(hand: Hand, table: Grid, row: tuple[str, ...], width: float) -> Piece:
    """A row as lines, each cell behind the name of its column."""
    lines = [words(hand, row[0], width, weight="bold")] if row[0] else []
    for head, text in zip(table.head[1:], row[1:], strict=True):
        if text:
            lines.append(words(hand, f"{head}: {text}" if head else text, width))
    return stack(lines, 2)
