"""Perceptions: how threatening each other seat looks to this one."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import DESK, Eyes, screen
from game.screens.model import Control, Fill, Go, Paragraph, Place, Screen, Submit
from game.table.commands import Perceive

LOW, HIGH, MIDDLE = 0, 10, 5


def perceive(eyes: Eyes, place: Place) -> Screen:
    """Rate every other seat from 0 to 10; unrated ones stand at what was said before, or 5."""
    before = dict(eyes.view.perceived)
    ratings = {
        actor.id: int(place.arg(actor.id) or before.get(actor.id, MIDDLE)) for actor in eyes.rivals
    }
    controls = [
        Control(
            actor.id,
            actor.name,
            Fill(place, actor.id, _("0 to 10"), "number", LOW, HIGH),
            "field",
            value=str(ratings[actor.id]),
            actor=actor.id,
        )
        for actor in eyes.rivals
    ]
    controls.append(
        Control(
            "rate", _("write these down"),
            Submit(Perceive(tuple(sorted(ratings.items()))), DESK, _("Written down.")),
            default=bool(place.args), icon="save",
        )
    )  # fmt: skip
    controls.append(
        Control("back", _("back to the desk"), Go(DESK), role="back", default=not place.args)
    )
    says = _("How threatening does each look to you? 0 is not at all, 10 is as much as can be.")
    help = _("Nobody sees this during the game. The debrief lays it beside what they wanted.")
    return screen(eyes, _("How you see the others"), [Paragraph(says)], controls, help)
