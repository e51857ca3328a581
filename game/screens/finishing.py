"""Ending a session before its scenario is over: what that means, and whether it is meant."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.screens.eyes import Eyes
from game.screens.model import (
    Action,
    Block,
    Control,
    Go,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.table.commands import Finish

FINISH = "finish"
"""The place that asks whether the session ends; its argument `back` is where it was asked."""


def asked(eyes: Eyes, to: Place) -> Control:
    """The way to the page that asks."""
    hint = _("the game ends, the scores stand as they are, and everything is told")
    return Control(
        "finish", _("End the session here: to the debrief"), Go(to), hint=hint,
        icon="graduation-cap", enabled=not eyes.view.end, why_not=_("the game is over"),
    )  # fmt: skip


def finishing(eyes: Eyes, on: Action, back: Place | None, *, told: bool, status: str) -> Screen:
    """Is the session to end? `on` plays on; `back` leads to where it was asked.

    `told`: the last turn is just being told, so that there is nothing that could be dropped.
    """
    over = eyes.view.turn - 1
    blocks: list[Block] = []
    if eyes.played:
        says = ngettext(
            "The session has time for {n} turn, and it is played: now comes the debrief.",
            "The session has time for {n} turns, and they are played: now comes the debrief.",
            eyes.turns[1],
        )
        blocks.append(Paragraph(says.format(n=eyes.turns[1]), "now"))
    if not told:
        says = _("Turn {n} will not be resolved: whatever was ordered in it is dropped.")
        blocks.append(Paragraph(says.format(n=over + 1), "trouble"))
    blocks += [Paragraph(one) for one in _meaning(eyes, over)]
    yes = Submit(Finish(), Place("end.story"), _("The session is over."))
    controls = [
        Control("yes", _("end the session: to the debrief"), yes, default=eyes.played,
                icon="graduation-cap"),
        Control("on", _("Play on: turn {n}").format(n=over + 1), on, default=not eyes.played,
                icon="play", role="button" if back else "back"),
    ]  # fmt: skip
    if back is not None:
        controls.append(Control("back", _("back"), Go(back), role="back"))
    return Screen(_("End the session here?"), tuple(blocks), tuple(controls), "", status)


def _meaning(eyes: Eyes, over: int) -> list[str]:
    """What follows from ending the session after so many turns."""
    after = ngettext(
        "The game ends after {n} turn. The record keeps everything.",
        "The game ends after {n} turns. The record keeps everything.",
        over,
    ).format(n=over)
    scores = _("The scores stand as they are now.")
    if eyes.scenario.settle is not None:
        scores = _("There is no deal: every seat gets its own points for no deal.")
    return [after, scores, _("From then on everybody may know everything, secrets too.")]
