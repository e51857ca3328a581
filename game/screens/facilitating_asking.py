"""What the facilitator is asked in between: slips are missing, and what a team says."""

from __future__ import annotations

from game.i18n import _
from game.screens.arguments import odds_words
from game.screens.eyes import nothing
from game.screens.facilitating import Room, argument, back, do, page
from game.screens.model import Block, Control, Fill, Go, Paragraph, Place, Screen


def close(room: Room, place: Place) -> Screen:
    """Slips are missing: end the negotiation all the same?"""
    names = room.public.names(tuple(room.missing))
    blocks: list[Block] = [
        Paragraph(_("No slip has been taken from: {names}.").format(names=names), "trouble"),
        Paragraph(_("Whoever hands in nothing orders nothing, and keeps what it signed.")),
    ]
    controls = [
        Control("close", _("End the negotiation all the same"), Go(do("close"))),
        back(default=True),
    ]
    return page(room, _("Slips are missing"), blocks, controls)


def says(room: Room, place: Place) -> Screen:
    """What a team says of an argument: choose the team, then a reason or odds."""
    seat, number = place.of.split(":")
    found = next((h for h in room.hearings if (h.seat, h.number) == (seat, int(number))), None)
    if found is None:
        return page(room, _("Ruling"), [nothing(_("It has its ruling."))], [back(default=True)])
    by = place.arg("by")
    if not by:
        controls = [
            Control(a.id, a.name, Go(place.with_args(by=a.id)), "choice", actor=a.id)
            for a in room.public.players
            if a.id != seat and a.by != "empty"
        ]
        controls.append(back(default=True))
        return page(room, _("Which team?"), argument(found), controls)
    kept = do("reason", by, seat=seat, number=number)
    controls = [
        Control("for", _("A reason for it"), Fill(kept, "text", _("Its reason")), "field"),
        Control(
            "against", _("A reason against it"),
            Fill(kept.with_args(against="1"), "text", _("Its reason")), "field",
        ),
    ]  # fmt: skip
    controls += [
        Control(
            str(odds), word, Go(do("odds", by, seat=seat, number=number, odds=str(odds))), "choice"
        )
        for odds, word in odds_words()
    ]
    title = _("{name} says").format(name=room.public.name(by))
    return page(room, title, argument(found), [*controls, back(default=True)])
