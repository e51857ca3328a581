"""Controls as buttons, in the order of focus: what each does, what it costs, why it is not open.

A control is one spot. Numbers are those of line mode's menu; the default control has a strong
outline and the Enter key.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.desktop.flow import Hand, Piece, beside, icon, padded, stack, tiles, words
from game.desktop.ops import Box, Icon, Op, Rect, Spot
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
    said = [control.label, control.value, control.hint, control.cost]
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
    on, ink = _ground(control)
    pad, gap = hand.em * 0.45, hand.em * 0.5
    inner = width - 2 * pad
    left: list[tuple[float, Piece]] = []
    x = 0.0
    key = "enter" if chosen else offer.key
    if key:
        left.append((x, keycap(hand, key, on)))
        x += hand.em * 1.5 + gap
    picture = _picture(hand, control, ink, on)
    if picture.ops:
        left.append((x, picture))
        x += picture.height + gap
    sign = _sign(hand, control, ink, on)
    room = inner - x - (hand.em * 1.1 + gap if sign.ops else 0)
    body = [(x, _says(hand, control, room, ink, on))]
    if sign.ops:
        body.append((inner - hand.em * 1.1, sign))
    box = _box(control, on)
    piece = padded(
        beside([*left, *body], centred=True), width, pad, hand.em * 0.3, box, hand.em * 2.5
    )
    here = spot(control, Rect(0, 0, width, piece.height))
    return Piece((*piece.ops, here), piece.height)


def _ground(control: Control) -> tuple[str, str]:
    """What a control's text stands on, and its ink."""
    if not control.enabled:
        return "shade", "quiet"
    return ("select" if control.default else "card"), "ink"


def _box(control: Control, on: str) -> Box:
    edge, width = ("select_edge", 3.0) if on == "select" else ("edge", 2.0)
    return Box(Rect(0, 0, 0, 0), on, edge, width, RADIUS)


def _picture(hand: Hand, control: Control, ink: str, on: str) -> Piece:
    """The emblem of whom it is about, or its icon."""
    size = hand.em * 1.45
    if control.actor and control.actor in hand.cast.plates:
        return Piece(hand.cast.badge(control.actor, size), size)
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


# ------------------------------------------------------------------------- the foot


def split(screen: Screen, plain: int = 4) -> tuple[list[Offer], list[Offer], list[Offer]]:
    """The controls that stay in view above the list, those of the list, those that stay below.

    The spots keep the order of the screen: so only the first control, or the last few from the
    default on, can stay in view; all of them where no more than `plain` buttons are offered.
    """
    every = list(offers(screen))
    lead: list[Offer] = []
    if screen.blocks and len(every) <= plain and all(_simple(offer.control) for offer in every):
        return [], [], every
    main = [n for n, offer in enumerate(every) if _main(offer.control)]
    start = len(every)
    while start and every[start - 1].control.role == "back":
        start -= 1
    if main and main[0] >= len(every) - 4 and all(
        offer.control.role in ("button", "back") for offer in every[main[0]:]
    ):  # fmt: skip
        start = min(start, main[0])
    elif main and main[0] == 0:
        lead = every[:1]
    return lead, every[len(lead) : start], every[start:]


def _simple(control: Control) -> bool:
    return control.role in ("button", "back") and control.enabled and not control.value


def _main(control: Control) -> bool:
    return control.default and control.enabled and control.role in ("button", "back")


def foot(hand: Hand, of: list[Offer], width: float) -> Piece:
    """What goes on and what goes back: the default across, the others small below it."""
    gap = hand.em * 0.3
    pieces: list[Piece] = []
    small: list[Piece] = []
    x = 0.0

    def flush() -> None:
        nonlocal x
        if small:
            left = 0.0
            parts = []
            for piece in small:
                parts.append((left, piece))
                left += piece.ops[0].at.w + gap  # type: ignore[union-attr]
            pieces.append(beside(parts))
            small.clear()
        x = 0.0

    for offer in of:
        if _main(offer.control) and offer.control.role != "back":
            flush()
            pieces.append(row(hand, offer, width))
            continue
        piece = compact(hand, offer, width)
        wide = piece.ops[0].at.w  # type: ignore[union-attr]
        if x and x + wide > width:
            flush()
        small.append(piece)
        x += wide + gap
    flush()
    return stack(pieces, gap)


def bar(hand: Hand, of: list[Offer], width: float) -> Piece:
    """The same in one row of a wide card: what goes back at the left, what goes on at the right."""
    gap = hand.em * 0.5
    for these in (of, [offer._replace(key="") for offer in of]):
        drawn = [compact(hand, offer, width) for offer in these]
        wides = [piece.ops[0].at.w for piece in drawn]  # type: ignore[union-attr]
        if sum(wides) + gap * len(wides) <= width:
            break
    else:
        return foot(hand, of, width)
    left, right = 0.0, width
    lefts = dict.fromkeys(range(len(of)), 0.0)
    for n in sorted(range(len(of)), key=lambda n: (not _main(of[n].control), -n)):
        if of[n].control.role == "back":
            continue
        right -= wides[n]
        lefts[n] = right
        right -= gap
    for n, offer in enumerate(of):
        if offer.control.role == "back":
            lefts[n] = left
            left += wides[n] + gap
    return beside([(lefts[n], piece) for n, piece in enumerate(drawn)], centred=True)


def compact(hand: Hand, offer: Offer, width: float) -> Piece:
    """A control as a small button that is as wide as its words."""
    control = offer.control
    on, ink = _ground(control)
    pad, gap, size = hand.em * 0.4, hand.em * 0.35, hand.small
    name = control.icon
    if control.role == "back":
        name = "arrow-left"
    elif not control.enabled:
        name = "lock"
    left = size * 1.1 + gap if name else 0.0
    cap = "enter" if control.default and control.enabled else offer.key
    if control.role == "back" and cap != "enter":
        cap = ""
    capped = hand._replace(body=hand.body * 0.85)
    key = capped.em * 1.5 + gap if cap else 0.0
    room = min(hand.width(shown(control.label), size, "bold") + 2, width - 2 * pad - left - key)
    parts = [(left, words(hand, shown(control.label), room, size, ink=ink, weight="bold", on=on))]
    if name:
        parts.append((0, icon(name, size * 1.1, ink, on)))
    if key:
        parts.append((left + room + gap, keycap(capped, cap, on)))
    wide = 2 * pad + left + room + key
    piece = padded(beside(parts, centred=True), wide, pad, hand.em * 0.2, _box(control, on),
                   hand.em * 1.9)  # fmt: skip
    return Piece((*piece.ops, spot(control, Rect(0, 0, wide, piece.height))), piece.height)


# ------------------------------------------------------------------------- cards


def cards(hand: Hand, of: list[Offer], width: float, columns: int) -> Piece:
    """Controls as cards of equal size, several in a row."""
    gap = hand.em * 0.6
    room = (width + gap) / columns - gap
    drawn = [_card(hand, offer, room) for offer in of]
    high = max((piece.height for piece in drawn), default=0)
    placed = []
    for offer, piece in zip(of, drawn, strict=True):
        on, _ink = _ground(offer.control)
        box = padded(Piece((), 0), room, 0, 0, _box(offer.control, on), high)
        here = spot(offer.control, Rect(0, 0, room, high))
        placed.append(Piece((*box.ops, *piece.ops, here), high))
    return tiles(placed, width, columns, gap)


def _card(hand: Hand, offer: Offer, width: float) -> Piece:
    control = offer.control
    on, ink = _ground(control)
    pad, gap = hand.em * 0.7, hand.em * 0.5
    inner = width - 2 * pad
    key = "enter" if control.default and control.enabled else offer.key
    parts: list[tuple[float, Piece]] = []
    picture = _picture(hand, control, ink, on)
    left = picture.height + gap if picture.ops else 0.0
    right = hand.em * 1.5 + gap if key else 0.0
    if picture.ops:
        parts.append((0, picture))
    name = words(hand, shown(control.label), inner - left - right, hand.large, ink=ink,
                 weight="bold", on=on)  # fmt: skip
    parts.append((left, name))
    if key:
        parts.append((inner - hand.em * 1.5, keycap(hand, key, on)))
    pieces = [beside(parts, centred=True)]
    if control.value:
        pieces.append(words(hand, control.value, inner, ink=ink, on=on))
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
