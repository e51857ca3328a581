"""What a typed line asks for: why a number is what it is, a word of the desk, an order."""

from __future__ import annotations

from game.i18n import _
from game.scenario.notation import format_order
from game.scenario.orders import Order
from game.screens.build import build
from game.screens.eyes import DESK, Eyes, screen
from game.screens.model import Block, Control, Go, Heading, Place, Screen
from game.session.orders import NotUnderstood, completions, order_for
from game.session.spoken import cells_named

WHY = "seat.why"
"""The place that answers `why` about what stands in its `of`, separated by commas."""


def meant(eyes: Eyes, line: str) -> Place | Order | str:
    """What a typed line means: a place to go to, an order, or a sentence why it is neither."""
    if asks_why(line):
        return why_place(eyes, line)
    there = from_desk(eyes, line)
    if there is not None:
        return there
    try:
        return order_for(eyes, line)
    except NotUnderstood as error:
        return str(error)


def asks_why(line: str) -> bool:
    """Whether a line begins with the word."""
    return line.casefold().split()[:1] in (["why"], [_("why")])


def why_place(eyes: Eyes, line: str) -> Place | str:
    """The place that answers `why tension`; a sentence where nothing can be told."""
    about = line.split(maxsplit=1)[1].strip().rstrip("?") if len(line.split()) > 1 else ""
    asked = cells_named(eyes.scenario, eyes.words, [*eyes.cells], about)
    if not asked:
        shown = [*eyes.issues, *eyes.cells]
        says = _("Ask 'why' and the name of a number, such as: {names}.")
        return says.format(names=", ".join(shown[:6]))
    told = {cell for one in eyes.view.told for cell in (one.cell, *one.cells)}
    moved = [name for name in asked if name in told]
    if not moved and len(asked) > 1:
        names = ", ".join(eyes.words.cell(name) for name in asked[:6])
        says = _("Nothing of this changed last turn, as far as you can see: {names}.")
        return says.format(names=names)
    return Place(WHY, ",".join(moved or asked))


def why_screen(eyes: Eyes, place: Place, back: Place) -> Screen:
    """The answers to `why`, and the way back to where it was asked."""
    names = place.of.split(",")
    found = [build(eyes, Place("why", name)) for name in names]
    blocks: list[Block] = [*found[0].blocks]
    for one in found[1:]:
        blocks += [Heading(one.title), *one.blocks]
    control = Control("back", _("back"), Go(back), role="back", default=True)
    return screen(eyes, found[0].title, blocks, [control])


def from_desk(eyes: Eyes, line: str) -> Place | None:
    """Where a word of the desk leads, wherever it is typed; None where there is none."""
    if eyes.view.phase != "negotiation" or eyes.view.locked or not eyes.seat:
        return None
    word = line.casefold()
    for control in build(eyes, DESK).controls:
        known = word in (control.id, control.label.casefold())
        if known and isinstance(control.action, Go):
            return control.action.to
    return DESK if word == "desk" else None


def ordered(eyes: Eyes, order: Order) -> str:
    """An order in words, and in brackets how it could be typed."""
    says = _("Ordered: {order} ({notation})")
    label = eyes.words.label(eyes.seat, order)
    return says.format(order=label, notation=format_order(order))


def near(eyes: Eyes, line: str) -> str:
    """What could be typed instead of an order that was refused, in a sentence; or nothing."""
    found = [n for n in completions(notations(eyes), line) if n != line]
    return _("You could type: {orders}.").format(orders=", ".join(found)) if found else ""


def notations(eyes: Eyes) -> list[str]:
    """The orders that this seat may give now, as they are typed."""
    return [item.notation for item in eyes.view.menu if not item.code]
