"""The ways on and back, which stay in view below or above what scrolls."""

from __future__ import annotations

from game.desktop.controls import Offer, box_of, ground, keycap, offers, row, shown, spot
from game.desktop.flow import Hand, Piece, beside, icon, padded, stack, words
from game.desktop.ops import Box, Rect
from game.screens.model import Control, Go, Screen
from game.session.source import Frame


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
    if main and screen.tiles:
        start = main[0]
    elif main and main[0] >= len(every) - 4 and all(
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


def asks(frame: Frame) -> tuple[tuple[str, str], ...] | None:
    """How a page that says why a number stands there leads back here; None where nobody may ask.

    Who may ask why of a screen may ask of each of its numbers; and a seat may of its own desk's.
    """
    for control in frame.screen.controls:
        action = control.action
        if control.role != "back" and isinstance(action, Go) and action.to.screen == "whys":
            return action.to.args
    scene = frame.scene
    own = scene is not None and any(plate.own for plate in scene.plates)
    return (("back", "desk"),) if own and frame.screen.tiles else None


def foot(hand: Hand, of: list[Offer], width: float) -> Piece:
    """What goes on and what goes back: the default across, the others small below it."""
    gap = hand.em * 0.3
    of, bare = _in_a_row(hand, of, width, gap)
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
                left += _wide(piece) + gap
            pieces.append(beside(parts))
            small.clear()
        x = 0.0

    for offer in of:
        if _across(offer):
            flush()
            pieces.append(row(hand, offer, width))
            continue
        piece = compact(hand, offer, width, bare=bare)
        wide = _wide(piece)
        if x and x + wide > width:
            flush()
        small.append(piece)
        x += wide + gap
    flush()
    return stack(pieces, gap)


def _in_a_row(hand: Hand, of: list[Offer], width: float, gap: float) -> tuple[list[Offer], bool]:
    """The small ones without their keys, and without their pictures, if that makes them one row."""
    small = [offer for offer in of if not _across(offer)]
    for keyed, bare in ((True, False), (False, False), (False, True)):
        these = small if keyed else [offer._replace(key="") for offer in small]
        drawn = [compact(hand, offer, width, bare=bare) for offer in these]
        if sum(_wide(piece) + gap for piece in drawn) - gap <= width:
            kept = [offer if keyed or _across(offer) else offer._replace(key="") for offer in of]
            return kept, bare
    return of, False


def _wide(piece: Piece) -> float:
    """How wide a button is: its box comes first."""
    box = piece.ops[0]
    assert isinstance(box, Box)
    return box.at.w


def _across(offer: Offer) -> bool:
    """Whether it is as wide as the column: what goes on."""
    return _main(offer.control) and offer.control.role != "back"


def bar(hand: Hand, of: list[Offer], width: float) -> Piece:
    """The same in one row of a wide card: what goes back at the left, what goes on at the right."""
    gap = hand.em * 0.5
    for these in (of, [offer._replace(key="") for offer in of]):
        drawn = [compact(hand, offer, width) for offer in these]
        wides = [_wide(piece) for piece in drawn]
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


def compact(hand: Hand, offer: Offer, width: float, *, bare: bool = False) -> Piece:
    """A control as a small button that is as wide as its words; a `bare` one has no picture."""
    control = offer.control
    on, ink = ground(control)
    pad, gap, size = hand.em * 0.4, hand.em * 0.35, hand.small
    name = control.icon
    if control.role == "back":
        name = "arrow-left"
    elif not control.enabled:
        name = "lock"
    elif bare:
        name = ""
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
    piece = padded(beside(parts, centred=True), wide, pad, hand.em * 0.2, box_of(control, on),
                   hand.em * 1.9)  # fmt: skip
    return Piece((*piece.ops, spot(control, Rect(0, 0, wide, piece.height))), piece.height)
