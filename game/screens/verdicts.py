"""What a text is worth to a seat, and whether its constituencies would carry it."""

from __future__ import annotations

from game.i18n import _
from game.screens.appraise import Appraisal
from game.screens.eyes import Eyes
from game.screens.model import (
    Accord,
    Block,
    Figure,
    Figures,
    Items,
    Paragraph,
    Tone,
)
from game.table.weigh import Weighed


def verdict(eyes: Eyes, appraisal: Appraisal, *, treaty: bool) -> list[Block]:
    """What a text is worth to this seat, and whether its constituencies would carry it."""
    if appraisal.faults:
        return [Items(appraisal.faults, _("It cannot be put on the table yet:"), "trouble")]
    weighed = appraisal.weighed
    if weighed is None:
        return []
    blocks = worth(eyes, weighed)
    if weighed.carried is not None:
        blocks.append(_home(eyes, weighed, treaty))
    return blocks


def at_a_glance(text: Accord, said: list[Block]) -> list[Block]:
    """The text, with the numbers of what is said of it before it and the reasons after."""
    first = [block for block in said if isinstance(block, Figures)]
    return [*first, text, *(block for block in said if not isinstance(block, Figures))]


def worth(eyes: Eyes, weighed: Weighed | None) -> list[Block]:
    """At a glance: the points of a text for this seat, and who at home would carry it."""
    if weighed is None:
        return []
    tone: Tone = "good" if weighed.worth > 0 else "trouble" if weighed.worth < 0 else ""
    points = f"{weighed.worth:+d}" if weighed.worth else "0"
    found = [Figure(_("Changes your points by"), points, "target", tone=tone)]
    own = eyes.view.sheet
    if weighed.carried is not None and own is not None:
        yes = sum(c.weight for c in own.constituencies if c.id in weighed.accepting)
        share = _("{yes} of {all}").format(yes=yes, all=sum(c.weight for c in own.constituencies))
        tone = "good" if weighed.carried else "trouble"
        says = _("At home in favour")
        if not weighed.carried:
            says = _("At home in favour: too few")
        found.append(Figure(says, share, "house", tone=tone))
    return [Figures(tuple(found))]


def _home(eyes: Eyes, weighed: Weighed, treaty: bool) -> Block:
    own = eyes.view.sheet
    weights = {c.id: (c.name, c.weight) for c in own.constituencies} if own else {}
    says = {
        (True, True): _("Your constituencies would carry it: {yes} of {all}, {need} % needed."),
        (True, False): _("Your constituencies would refuse it: {yes} of {all}, {need} % needed."),
        (False, True): _("As a treaty, your constituencies would carry it ({yes} of {all})."),
        (False, False): _("As a treaty, your constituencies would refuse it ({yes} of {all})."),
    }[treaty, bool(weighed.carried)].format(
        yes=sum(weights[id][1] for id in weighed.accepting),
        all=sum(weight for _name, weight in weights.values()),
        need=own.ratify if own else 0,
    )
    if not treaty:
        return Paragraph(says, "quiet")
    lines = [
        _("{name} (weight {weight}): {verdict}, worth {gain} to them").format(
            name=weights[id][0], weight=weights[id][1],
            verdict=_("yes") if id in weighed.accepting else _("no"), gain=gain,
        )
        for id, gain in weighed.gains
    ]  # fmt: skip
    if not weighed.carried and any(-2 <= gain < 0 for _id, gain in weighed.gains):
        says += " " + _("One that loses 2 or less says yes once its support is 7: raise it first.")
    return Items(tuple(lines), says, "" if weighed.carried else "trouble")
