"""The role sheet: who one is and what one wants, in points."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import DESK, Eyes, screen
from game.screens.model import Block, Control, Go, Grid, Heading, Items, Paragraph, Place, Screen
from game.table.views import WantView


def sheet(eyes: Eyes, place: Place) -> Screen:
    """Brief, instructions, wants and objectives of this seat; and what others say they want."""
    own = eyes.view.sheet
    blocks: list[Block] = []
    if own is not None:
        blocks.append(Paragraph(own.brief))
        if own.instructions:
            blocks += [
                Heading(_("For your eyes only")),
                Paragraph(own.instructions, "now"),
            ]
        if own.private:
            blocks.append(_points(own.private, _("Only you know that you also get:")))
        if own.public:
            blocks += [
                Heading(_("What everybody knows you want")),
                _points(own.public, _("Points at the end of the game:")),
            ]
        if own.roles:
            lines = [f"{role}: {', '.join(powers)}" for role, powers in own.roles]
            blocks.append(Items(tuple(lines), _("A team shares this seat:")))
    if place.arg("first"):
        controls = [Control("desk", _("to your desk"), Go(DESK), default=True)]
    else:
        controls = [
            Control(actor.id, _("What {name} wants").format(name=actor.name),
                    Go(Place("wants", actor.id)))
            for actor in eyes.view.actors
            if actor.id != eyes.seat and (actor.is_player or actor.wants)
        ]  # fmt: skip
        controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    help = _(
        "Points say what counts for you at the end. 'each' means per unit: with -1 each for "
        "tension, a tension of 5 costs you 5. The others do not see what is for your eyes only, "
        "and they have such a page too."
    )
    return screen(eyes, _("Your role sheet: {name}").format(name=eyes.view.name), blocks,
                  controls, help)  # fmt: skip


def wants(eyes: Eyes, place: Place) -> Screen:
    """What everybody knows of another actor."""
    actor = eyes.actors[place.of]
    blocks: list[Block] = []
    if actor.government:
        blocks.append(Paragraph(actor.government))
    if actor.brief:
        blocks.append(Paragraph(actor.brief))
    if actor.wants:
        blocks.append(_points(actor.wants, _("What it is known to want, in points:")))
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Nobody sees another seat's private instructions: there may be more behind this.")
    return screen(eyes, actor.name, blocks, controls, help)


def _points(wanted: tuple[WantView, ...], caption: str) -> Grid:
    rows = tuple((f"{w.points:+d}" if w.points else "", _says(w)) for w in wanted)
    return Grid((_("points"), _("for")), rows, caption)


def _says(want: WantView) -> str:
    if want.kind == "accrues":
        return _("{what} (counted every turn)").format(what=want.says)
    if want.kind == "objective":
        return _("if at the end: {what}").format(what=want.says)
    return want.says
