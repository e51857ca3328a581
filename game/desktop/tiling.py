"""Controls as tiles in two columns, so that all that can be done is seen at once."""

from __future__ import annotations

from game.desktop.controls import Offer, box_of, ground, keycap, picture, shown, spot
from game.desktop.flow import Hand, Piece, beside, icon, padded, stack, tiles, words
from game.desktop.ops import Box, Rect

COLUMNS = 2


def tiled(hand: Hand, of: list[Offer], width: float) -> Piece:
    """The controls in rows of two; a row is as high as its higher tile."""
    gap = hand.em * 0.2
    room = (width + gap) / COLUMNS - gap
    longest = max((hand.widest_word(offer.control.label, hand.small, "bold") for offer in of),
                  default=0)  # fmt: skip
    columns = COLUMNS if longest <= room - _left(hand) - hand.em else 1
    room = (width + gap) / columns - gap
    rows = []
    for n in range(0, len(of), columns):
        these = of[n : n + columns]
        drawn = [_said(hand, offer, room) for offer in these]
        high = max(piece.height for piece in drawn)
        boxed = [_boxed(hand, offer, piece, room, high)
                 for offer, piece in zip(these, drawn, strict=True)]  # fmt: skip
        rows.append(tiles(boxed, width, columns, gap))
    return stack(rows, gap)


def _left(hand: Hand) -> float:
    """How wide the picture and the key are, one above the other."""
    return hand.em * 1.15


def _said(hand: Hand, offer: Offer, width: float) -> Piece:
    """Picture above key, beside them the label above how much waits."""
    control = offer.control
    on, ink = ground(control)
    pad, gap, side = hand.em * 0.3, hand.em * 0.35, _left(hand)
    capped = hand._replace(body=hand.body * 0.72)
    cap = "enter" if control.default and control.enabled else offer.key
    left = [picture(hand, control, ink, on, side)]
    if cap:
        left.append(keycap(capped, cap, on))
    room = width - 2 * pad - side - gap
    right = [words(hand, shown(control.label), room, hand.small, ink=ink, weight="bold", on=on)]
    if control.badge:
        right.append(_badge(hand, control.badge, room))
    if not control.enabled:
        right.append(icon("lock", hand.small, ink, on))
    said = beside([(0, stack(left, 2)), (side + gap, stack(right, 2))], centred=True)
    return padded(said, width, pad, hand.em * 0.14)


def _badge(hand: Hand, text: str, width: float) -> Piece:
    """How much waits, on yellow."""
    pad = hand.em * 0.35
    wide = min(hand.width(text, hand.small, "bold") + 2, width - 2 * pad)
    said = words(hand, text, wide, hand.small, ink="on_now", weight="bold", on="now")
    box = Box(Rect(0, 0, 0, 0), "now", "line", 1.5, hand.small * 0.4)
    return padded(said, wide + 2 * pad, pad, 0, box)


def _boxed(hand: Hand, offer: Offer, piece: Piece, width: float, high: float) -> Piece:
    control = offer.control
    on, _ink = ground(control)
    box = padded(Piece((), 0), width, 0, 0, box_of(control, on), high)
    inner = padded(piece, width, 0, 0, least=high)
    return Piece((*box.ops, *inner.ops, spot(control, Rect(0, 0, width, high))), high)
