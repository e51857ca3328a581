"""The end of one's turn: what it comes to."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import DESK, Eyes, listed, screen
from game.screens.model import (
    Block,
    Control,
    Go,
    Items,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.votes import ballot
from game.screens.waiting import to_do
from game.table.commands import Lock


def lock(eyes: Eyes, place: Place) -> Screen:
    """What one's turn comes to, before it is ended."""
    view = eyes.view
    blocks: list[Block] = []
    if view.orders:
        lines = [order.label for order in view.orders]
        blocks.append(Items(tuple(lines), _("You order:")))
    elif not eyes.bare:
        blocks.append(Paragraph(_("You order nothing this turn.")))
    if eyes.scenario.settle is not None:
        blocks.append(_accepted(eyes))
    votes = [
        _("{text}: {vote}").format(text=p.says, vote=ballot(p.vote))
        for p in view.proposals
        if p.vote
    ]
    if votes:
        blocks.append(Items(tuple(votes), _("You vote:")))
    blocks += to_do(eyes)
    if eyes.spends:
        text = _("{n} {purse} would be left unspent.").format(n=eyes.free, purse=eyes.purse_name())
        blocks.append(Paragraph(text))
    persons = [a.name for a in eyes.rivals if a.by == "person" and not a.locked]
    if persons:
        text = _("Still to play: {names}.").format(names=listed(persons))
        blocks.append(Paragraph(text, "quiet"))
    controls = [
        Control(
            "lock", _("end the turn"), Submit(Lock(), DESK), default=True, icon="lock",
            hint=_("when everybody has, the orders are carried out"),
        ),
        Control("back", _("Back to the desk"), Go(DESK), role="back"),
    ]  # fmt: skip
    help = _("Ending the turn locks your orders, votes and answers. A seat may order nothing.")
    return screen(eyes, _("End your turn?"), blocks, controls, help)


def _accepted(eyes: Eyes) -> Block:
    """Which packages this seat accepts."""
    names = [
        _("package {n}").format(n=number)
        for number, package in enumerate(eyes.view.packages, 1)
        if eyes.seat in package.accepts
    ]
    if not names:
        return Paragraph(_("You accept no package this turn."))
    return Paragraph(_("You accept {names}.").format(names=listed(names)))
