"""A seat's screens with what only a session adds: time that is up, and a machine that is shared."""

from __future__ import annotations

from msgspec.structs import replace

from game.i18n import _
from game.screens.eyes import DESK
from game.screens.model import Control, Go, Paragraph, Place, Screen
from game.session.curtain import Pins, pin_control


def late(screen: Screen) -> Screen:
    """The desk once the negotiation has had its time: nobody is cut off."""
    says = _("Time is up for this negotiation. End your turn.")
    return replace(screen, blocks=(Paragraph(says, "trouble"), *screen.blocks))


def shared(screen: Screen, place: Place, seat: str, pins: Pins) -> Screen:
    """What a seat can do besides where others use the same machine; leaving stays the last."""
    more: list[Control] = []
    if place == DESK:
        more.append(pin_control(seat, pins, DESK))
    if place == Place("briefing"):
        hint = _("with what only you may know of the last turn")
        own = Go(Place("reveal", "0"))
        more.append(Control("told", _("What followed, as you see it"), own, hint=hint))
    kept = [control for control in screen.controls if control.id != "quit"]
    last = [control for control in screen.controls if control.id == "quit"]
    return replace(screen, controls=(*kept, *more, *last))
