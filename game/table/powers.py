"""What the facilitator did, in words: told to everyone when the game is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.i18n import _, ngettext
from game.table import facts as f
from game.table.state import Power
from game.table.words import Words

_STAYS = (f.Undone, f.Replaced)
"""What an undo of its turn does not take back."""


def taken_back(powers: Sequence[Power]) -> frozenset[int]:
    """Which of the powers, counted from 0, were used in what was undone since."""
    gone: set[int] = set()
    for at, power in enumerate(powers):
        if not isinstance(power.fact, f.Undone):
            continue
        if power.fact.finish:
            ends = [n for n in range(at) if isinstance(powers[n].fact, f.Finished)]
            gone |= {*ends[-1:]}
        else:
            gone |= {
                n for n in range(at)
                if powers[n].turn >= power.fact.turn and not isinstance(powers[n].fact, _STAYS)
            }  # fmt: skip
    return frozenset(gone)


def standing(powers: Sequence[Power], turn: int) -> list[Power]:
    """The powers that were used since a turn began, and that undoing it takes back."""
    gone = taken_back(powers)
    return [
        power for at, power in enumerate(powers)
        if at not in gone and power.turn >= turn and not isinstance(power.fact, _STAYS)
    ]  # fmt: skip


def power_says(words: Words, powers: Sequence[Power]) -> Iterator[str]:
    """Each power that was used, as a line of a list."""
    gone = taken_back(powers)
    for at, power in enumerate(powers):
        says = _whole(power.fact)
        if not says:
            says = _("Turn {turn}: {says}").format(turn=power.turn, says=_says(words, power))
        yield _("{says} (undone)").format(says=says) if at in gone else says


def _whole(fact: f.Fact) -> str:
    """What names its turn itself."""
    match fact:
        case f.Undone(finish=True):
            return _("The end of the session was taken back")
        case f.Undone(turn):
            return _("Turn {n} was undone").format(n=turn)
        case f.Finished(0):
            return _("The session was ended before a turn was over")
        case f.Finished(turns):
            says = ngettext(
                "The session was ended after {n} turn", "The session was ended after {n} turns",
                turns,
            )  # fmt: skip
            return says.format(n=turns)
    return ""


def _says(words: Words, power: Power) -> str:
    match power.fact:
        case f.Paused(on):
            return _("the clock was stopped") if on else _("the clock ran on")
        case f.Extended():
            return _("the negotiation was extended")
        case f.Closed():
            ruled = power.phase == "ruling"
            return _("the ruling was ended") if ruled else _("the negotiation was ended")
        case f.Prepared(event):
            return _("an event was injected: {event}").format(event=words.event(event))
        case f.Corrected(change):
            says = _("{cell} was set from {old} to {new}")
            return says.format(cell=words.cell(change.cell), old=change.old, new=change.new)
        case f.Replaced(seat, by):
            return _("{actor} is played by: {by}").format(actor=words.actor(seat), by=by)
        case f.Ruled():
            ruling = power.fact
            return _("{actor}'s argument was ruled {odds}").format(
                actor=words.actor(ruling.seat), odds=words.odds(ruling.odds)
            )
    return ""
