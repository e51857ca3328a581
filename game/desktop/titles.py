"""The start: the product's name, scenarios as cards, seats as rows."""

from __future__ import annotations

from game.desktop.blocks import column
from game.desktop.board import preview
from game.desktop.controls import Offer, cards, offers, row
from game.desktop.flow import Hand, Piece, beside, cast_of, icon, moved, stack, tiles, words
from game.desktop.ops import Box, Op, Page, Rect
from game.desktop.panel import EDGE, scrolled, strip
from game.desktop.ways import bar
from game.screens.model import Control
from game.session.source import Frame

GAP = 28.0
CHOICES = 0.44
"""The share of the page's width that choices take beside a board."""
LARGE = 1.25
"""With larger letters the choices need the whole page."""


def title(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The start screen: its name on a banner, what can be chosen below, in groups."""
    hand = Hand(page, cast_of(frame.scene), "paper", 30)
    screen = frame.screen
    every = list(offers(screen))
    start = len(every)
    while start and every[start - 1].control.role == "back":
        start -= 1
    if start and every[start - 1].control.default and every[start - 1].control.role == "button":
        start -= 1
    banner = _banner(hand, screen.title, screen.status, at.w)
    whole = at.w - 2 * GAP
    beside_it = frame.scene is not None and page.scale <= LARGE
    width = whole * CHOICES if beside_it else whole
    kept = bar(hand._replace(body=34), every[start:], whole)
    pieces = [strip(hand, frame.notices, width), column(hand, screen.blocks, min(width, 1300))]
    pieces += [_group(hand, group, width) for group in _groups(every[:start])]
    said = stack(pieces, hand.em * 0.8)
    room = Rect(at.x, at.y + banner.height, at.w, at.h - banner.height)
    if kept.ops:
        room = Rect(room.x, room.y, room.w, room.h - kept.height - 1.5 * GAP)
    left = Rect(room.x, room.y, width + 2 * GAP, room.h) if beside_it else room
    shifted = Piece(moved(said.ops, GAP - EDGE, GAP * 0.5), said.height + GAP)
    ops: list[Op] = [
        Box(at, "paper"),
        *moved(banner.ops, at.x, at.y),
        *scrolled(shifted, left, "title", "paper"),
    ]
    if beside_it:
        right = Rect(left.right, room.y + GAP, room.right - GAP - left.right, room.h - 1.5 * GAP)
        ops += preview(frame, page, right)
    ops += moved(kept.ops, at.x + GAP, at.bottom - kept.height - 0.75 * GAP)
    return tuple(ops)


def _banner(hand: Hand, name: str, status: str, width: float) -> Piece:
    pad, size = hand.em * 0.9, hand.em * 2.2
    room = width - 2 * pad - size * 1.5
    lines = [words(hand, name, room, size, ink="on_navy", on="navy", weight="bold")]
    if status:
        lines.append(words(hand, status, room, ink="quiet_on_navy", on="navy"))
    text = beside(
        [(0, icon("handshake", size * 1.1, "now", "navy")), (size * 1.5, stack(lines, 2))],
        centred=True,
    )
    height = text.height + 1.4 * pad
    return Piece((Box(Rect(0, 0, width, height), "navy"), *moved(text.ops, pad, 0.7 * pad)), height)


def _groups(every: list[Offer]) -> list[list[Offer]]:
    """Neighbours under one heading, and of one sort."""
    found: list[list[Offer]] = []
    for offer in every:
        if found and _sort(found[-1][-1].control) == _sort(offer.control):
            found[-1].append(offer)
        else:
            found.append([offer])
    return found


def _sort(control: Control) -> tuple[str, bool]:
    return control.heading, _as_card(control)


def _as_card(control: Control) -> bool:
    """A choice with something to say of itself is a card; a field or a plain button is a row."""
    return control.role in ("choice", "button") and bool(control.hint and control.icon)


def _group(hand: Hand, group: list[Offer], width: float) -> Piece:
    first = group[0].control
    head = [words(hand, first.heading, width, hand.large, weight="bold")]
    columns = max(1, min(len(group), int(width / (hand.em * 17))))
    if _as_card(first):
        drawn = cards(hand, group, width, columns)
    elif len(group) > 3 and columns > 1:
        drawn = _in_columns(hand, group, width, 2)
    else:
        drawn = _in_columns(hand, group, min(width, hand.em * 34), 1)
    return stack([*(head if first.heading else []), drawn], hand.em * 0.4)


def _in_columns(hand: Hand, group: list[Offer], width: float, columns: int) -> Piece:
    """Rows in columns, read across."""
    gap = hand.em * 0.4
    room = (width + gap) / columns - gap
    return tiles([row(hand, offer, room) for offer in group], width, columns, gap)
