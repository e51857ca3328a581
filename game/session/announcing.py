"""What everybody is told when the facilitator uses a power, as soon as it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.i18n import _, ngettext
from game.screens.eyes import Eyes
from game.table import facts as f
from game.table.state import Power


def announced(public: Eyes, facts: tuple[f.Fact, ...]) -> Iterator[str]:
    """A sentence for each power, with no more in it than everybody may know.

    An event that is let happen is told when it happens.
    """
    for fact in facts:
        says = _says(public, fact)
        if says:
            yield says


def lost_by_undoing(public: Eyes, powers: Sequence[Power]) -> tuple[str, ...]:
    """What else an undo takes back, as everybody may read it: an event is not named."""
    facts = [power.fact for power in powers]
    says = [_says(public, fact) for fact in facts if isinstance(fact, f.Corrected)]
    events = sum(isinstance(fact, f.Prepared) for fact in facts)
    if events:
        text = ngettext(
            "The facilitator let {n} event happen.", "The facilitator let {n} events happen.",
            events,
        )  # fmt: skip
        says.append(text.format(n=events))
    return tuple(says)


def _says(public: Eyes, fact: f.Fact) -> str:
    match fact:
        case f.Paused(on):
            stopped = _("The facilitator stopped the clock.")
            return stopped if on else _("The facilitator let the clock run on.")
        case f.Extended(seconds):
            return _extended(seconds)
        case f.Finished():
            return _("The facilitator ended the session.")
        case f.Undone(finish=True):
            return _("The facilitator took the end of the session back: the game goes on.")
        case f.Undone(turn):
            return _("The facilitator undid turn {n}: it is played again.").format(n=turn)
        case f.Replaced(seat, by):
            return _replaced(public, seat, by)
        case f.Corrected(change):
            return _corrected(public, change.cell, change.old, change.new)
    return ""


def _extended(seconds: int) -> str:
    if seconds % 60:
        says = ngettext(
            "The facilitator extended the negotiation by {n} second.",
            "The facilitator extended the negotiation by {n} seconds.",
            seconds,
        )
        return says.format(n=seconds)
    minutes = seconds // 60
    says = ngettext(
        "The facilitator extended the negotiation by {n} minute.",
        "The facilitator extended the negotiation by {n} minutes.",
        minutes,
    )
    return says.format(n=minutes)


def _replaced(public: Eyes, seat: str, by: str) -> str:
    says = {
        "person": _("From now on a team plays {name}."),
        "empty": _("From now on nobody plays {name}."),
    }.get(by, _("From now on a bot plays {name}."))
    return says.format(name=public.name(seat))


def _corrected(public: Eyes, cell: str, old: int, new: int) -> str:
    if cell in public.issues:
        issue = public.issues[cell]
        says = _("The facilitator corrected: {name} stands at “{option}”.")
        return says.format(name=issue.name, option=issue.labels[new])
    if cell not in public.cells:
        return _("The facilitator corrected a number that not everybody sees.")
    says = _("The facilitator corrected: {cell} from {old} to {new}.")
    return says.format(cell=public.words.cell(cell), old=old, new=new)
