"""Where persons at one machine may end their session before the scenario is over."""

from __future__ import annotations

from msgspec.structs import replace

from game.screens.eyes import Eyes, status
from game.screens.finishing import FINISH, asked, finishing
from game.screens.model import Go, Place, Screen

ON = Place("finish.on")
"""Past the page that asks, with another turn."""


def offered(eyes: Eyes, screen: Screen, place: Place) -> Screen:
    """A page with the way to end the session, where it is one that offers it.

    A reveal offers it to all, the desk to a person who plays alone.
    """
    if place.screen not in ("reveal", "desk"):
        return screen
    told = place.screen == "reveal"
    way = asked(eyes, at(place, told=told))
    quits = [one for one in screen.controls if one.id == "quit" or one.role == "back"]
    rest = [one for one in screen.controls if one not in quits]
    return replace(screen, controls=(*rest, way, *quits))


def at(back: Place, *, told: bool) -> Place:
    """The page that asks; `told` where it was asked from a reveal."""
    args = (("told", "reveal"),) if told else ()
    return Place(FINISH, back.screen, (*args, ("at", back.of)))


def page(eyes: Eyes, place: Place) -> Screen:
    """Does the session end here?"""
    told = bool(place.arg("told"))
    back = Place(place.of, place.arg("at"))
    if told:
        return finishing(eyes, Go(ON), back, told=True, status=status(eyes))
    return finishing(eyes, Go(back), None, told=False, status=status(eyes))
