"""Controls as buttons, in the order of focus: what each does, what it costs, why it is not open.

A control is one spot. Numbers are those of line mode's menu; the default control has a strong
outline and the Enter key.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.desktop.flow import Hand, Piece, beside, icon, padded, stack, tiles, words
from game.desktop.ops import Box, Emblem, Icon, Op, Rect, Spot
from game.desktop.theme import seat_colour
from game.i18n import _
from game.screens.model import Control, Screen

RADIUS = 12.0


class Offer(NamedTuple):
    """A control with the key that chooses it."""

    control: Control
    key: str


def offers(screen: Screen) -> tuple[Offer, ...]:
    """The controls of a screen in its order, each with its key: its own, or 1 to 9."""
    return tuple(
        Offer(control, control.key or (str(n) if n < 10 else ""))
        for n, control in enumerate(screen.controls, 1)
    )


def spot(control: Control, at: Rect, radius: float = RADIUS) -> Spot:
    """Where a control can be chosen; its label says all that a reader of screens must hear."""
    said = [control.label, control.value, control.badge, control.hint, control.cost]
    if not control.enabled:
        said.append(_("not now: {why}").format(why=control.why_not))
    label = ". ".join(part for part in said if part)
    return Spot(at, control.id, label, control, control.role, radius)


def shown(text: str) -> str:
    """A label as it stands on a button: with a capital, as line mode says it."""
    return text[:1].upper() + text[1:]


def keycap(hand: Hand, key: str, on: str) -> Piece:
    """A key of the keyboard: its letter on a small raised square."""
    size = hand.em * 1.5
    ops: list[Op] = [
        Box(Rect(0, hand.em * 0.1, size, size), "quiet", radius=8),
        Box(Rect(0, 0, size, size), "card", "quiet", 2, 8),
    ]
    if key == "enter":
        side = size * 0.56
        at = Rect((size - side) / 2, (size - side) / 2, side, side)
        ops.append(Icon(at, "corner-down-left", "ink", "card"))
        return Piece(tuple(ops), size + hand.em * 0.1)
    letter = words(
        hand, key.upper(), size - 4, hand.small, weight="bold", align="center", on="card"
    )
    return Piece((*ops, *padded(letter, size - 4, 2, 0, least=size).ops), size + hand.em * 0.1)


def row(hand: Hand, offer: Offer, width: float) -> Piece:
    """A control as a row of a list, as wide as the column."""
    control = offer.control
    chosen = control.default and control.enabled
    on, ink = ground(control)
    pad, gap = hand.em * 0.45, hand.em * 0.5
    inner = width - 2 * pad
    left: list[tuple[float, Piece]] = []
    x = 0.0
    key = "enter" if chosen else offer.key
    if key:
        left.append((x, keycap(hand, key, on)))
        x += hand.em * 1.5 + gap
    sight = picture(hand, control, ink, on)
    if sight.ops:
        left.append((x, sight))
        x += sight.height + gap
    sign = _sign(hand, control, ink, on)
    room = inner - x - (hand.em * 1.1 + gap if sign.ops else 0)
    body = [(x, _says(hand, control, room, ink, on))]
    if sign.ops:
        body.append((inner - hand.em * 1.1, sign))
    box = box_of(control, on)
    piece = padded(
        beside([*left, *body], centred=True), width, pad, hand.em * 0.3, box, hand.em * 2.5
    )
    here = spot(control, Rect(0, 0, width, piece.height))
    return Piece((*piece.ops, here), piece.height)


def ground(control: Control) -> tuple[str, str]:
    """What a control's text stands on, and its ink."""
    if not control.enabled:
        return "shade", "quiet"
    return ("select" if control.default else "card"), "ink"


def box_of(control: Control, on: str) -> Box:
    """The box of a control: the one that Enter chooses has a strong outline."""
    edge, width = ("select_edge", 3.0) if on == "select" else ("edge", 2.0)
    return Box(Rect(0, 0, 0, 0), on, edge, width, RADIUS)


def picture(hand: Hand, control: Control, ink: str, on: str, size: float = 0) -> Piece:
    """The emblem of whom it is about, or its icon."""
    size = size or hand.em * 1.45
    if control.actor and control.actor in hand.cast.plates:
        return Piece(hand.badge(control.actor, size), size)
    if control.icon:
        return icon(control.icon, size * 0.9, ink, on)
    return Piece((), 0)


def _sign(hand: Hand, control: Control, ink: str, on: str) -> Piece:
    """What sort of control it is, at the right: closed, to be filled in, chosen."""
    size = hand.em * 1.1
    if not control.enabled:
        return icon("lock", size, ink, on)
    if control.role == "field":
        return icon("pencil", size, "quiet" if on == "card" else ink, on)
    if control.role == "choice" and control.default:
        return icon("check", size, ink, on)
    return Piece((), 0)


def _says(hand: Hand, control: Control, room: float, ink: str, on: str) -> Piece:
    """Label, value, hint and cost, or why not; a field says its value larger than its name."""
    label, value = shown(control.label), control.value
    pieces: list[Piece] = []
    if control.role == "field":
        size = hand.small if value else hand.em
        pieces.append(words(hand, label, room, size, ink=ink, on=on,
                            weight="regular" if value else "bold"))  # fmt: skip
        if value:
            pieces.append(words(hand, value, room, ink=ink, weight="bold", on=on))
    else:
        pieces.append(words(hand, label, room, ink=ink, weight="bold", on=on))
        if value:
            pieces.append(words(hand, value, room, hand.small, ink=ink, on=on))
    more = _more(control)
    quiet = "ink" if on == "select" else "quiet"
    if more:
        pieces.append(words(hand, more, room, hand.small, ink=quiet, on=on))
    if not control.enabled:
        why = _("Not now: {why}").format(why=control.why_not)
        pieces.append(words(hand, why, room, hand.small, ink=quiet, on=on))
    return stack(pieces, 1)


def _more(control: Control) -> str:
    """What a control does and what it costs; a hint that says the cost says it once."""
    if not control.cost or control.cost in control.hint:
        return shown(control.hint)
    return shown(" · ".join(part for part in (control.hint, control.cost) if part))


def listed(hand: Hand, of: Iterable[Offer], width: float) -> Piece:
    """Controls below each other, under their headings."""
    pieces: list[Piece] = []
    heading = ""
    for offer in of:
        if offer.control.heading != heading:
            heading = offer.control.heading
            if heading:
                pieces.append(words(hand, heading, width, hand.em * 1.05, weight="bold"))
        pieces.append(row(hand, offer, width))
    return stack(pieces, hand.em * 0.25)


# ------------------------------------------------------------------------- cards


def cards(hand: Hand, of: list[Offer], width: float, columns: int) -> Piece:
    """Controls as cards of equal size, several in a row."""
    gap = hand.em * 0.6
    room = (width + gap) / columns - gap
    drawn = [_card(hand, offer, room) for offer in of]
    high = max((piece.height for piece in drawn), default=0)
    placed = []
    for offer, piece in zip(of, drawn, strict=True):
        on, _ink = ground(offer.control)
        box = padded(Piece((), 0), room, 0, 0, box_of(offer.control, on), high)
        here = spot(offer.control, Rect(0, 0, room, high))
        placed.append(Piece((*box.ops, *piece.ops, here), high))
    return tiles(placed, width, columns, gap)


def _cast(hand: Hand, control: Control, width: float) -> Piece:
    """The emblems of those who take part, in a row."""
    step = min(hand.em * 1.75, width / len(control.cast))
    size = step * 0.86
    discs = (
        Emblem(Rect(n * step, size * 0.1, size, size), name, seat_colour(colour))
        for n, (name, colour) in enumerate(control.cast)
    )
    return Piece(tuple(discs), size * 1.2)


def _card(hand: Hand, offer: Offer, width: float) -> Piece:
    control = offer.control
    on, ink = ground(control)
    pad, gap = hand.em * 0.7, hand.em * 0.5
    inner = width - 2 * pad
    key = "enter" if control.default and control.enabled else offer.key
    parts: list[tuple[float, Piece]] = []
    sight = picture(hand, control, ink, on)
    left = sight.height + gap if sight.ops else 0.0
    right = hand.em * 1.5 + gap if key else 0.0
    if sight.ops:
        parts.append((0, sight))
    name = words(hand, shown(control.label), inner - left - right, hand.large, ink=ink,
                 weight="bold", on=on)  # fmt: skip
    parts.append((left, name))
    if key:
        parts.append((inner - hand.em * 1.5, keycap(hand, key, on)))
    pieces = [beside(parts, centred=True)]
    if control.value:
        pieces.append(words(hand, control.value, inner, ink=ink, on=on))
    if control.cast:
        pieces.append(_cast(hand, control, inner))
    quiet = "ink" if on == "select" else "quiet"
    if more := _more(control):
        pieces.append(words(hand, more, inner, hand.small, ink=quiet, on=on))
    if not control.enabled:
        why = _("Not now: {why}").format(why=control.why_not)
        line = [(0, icon("lock", hand.small, ink, on)),
                (hand.small * 1.4, words(hand, why, inner - hand.small * 1.4, hand.small,
                                         ink=quiet, on=on))]  # fmt: skip
        pieces.append(beside([(float(x), p) for x, p in line]))
    return padded(stack(pieces, hand.em * 0.25), width, pad, pad)
