"""Who plays which seat: named by id or by name, and noticed before anything is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.bots.bot import Bot
from game.bots.play import named
from game.errors import UserError
from game.i18n import _
from game.record import errors
from game.record.table import Table
from game.scenario.model import Scenario
from game.scenario.problems import nearest
from game.session.spoken import bare
from game.table.commands import CONTROL, Replace
from game.table.words import Words


def seats_named(scenario: Scenario, words: Words, said: Sequence[str]) -> list[str]:
    """The seats that are meant, in the order of the file.

    Each may be said by its id or by the name that a player reads, in any case. Raises UserError
    for one that there is not.
    """
    known = {bare(words.actor(seat)): seat for seat in scenario.players}
    known |= {bare(seat): seat for seat in scenario.players}
    for seat in said:
        if bare(seat) not in known:
            near = nearest(seat, scenario.players)
            hint = " " + _("Did you mean '{seat}'?").format(seat=near) if near else ""
            raise UserError(
                _("There is no seat '{seat}'; there are: {seats}.").format(
                    seat=seat, seats=_those(scenario, words)
                )
                + hint
            )
    meant = {known[bare(seat)] for seat in said}
    return [seat for seat in scenario.players if seat in meant]


def _those(scenario: Scenario, words: Words) -> str:
    return ", ".join(f"{seat} ({words.actor(seat)})" for seat in scenario.players)


def check_bots(scenario: Scenario, persons: int, bots: str) -> list[str]:
    """The bots' names. Raises UserError for one that there is not, or for more than seats."""
    names = [name.strip() for name in bots.split(",") if name.strip()] or ["greedy"]
    others = len(scenario.players) - max(persons, 1)
    for name in names:
        bot_of(name, 0)
    if len(names) > max(others, 1):
        raise UserError(_("There are {n} bots for {m} seats.").format(n=len(names), m=others))
    return names


def check_out(out: Path | None) -> None:
    """Raises UserError where no record can be begun in a file."""
    if out is None:
        return
    if out.exists():
        raise errors.exists(out)
    if not out.parent.is_dir():
        says = _("There is no folder '{folder}' to keep the game in: make it, or name another.")
        raise UserError(says.format(folder=out.parent))


def seating(
    scenario: Scenario, persons: Sequence[str], names: Sequence[str], empty: Sequence[str] = ()
) -> dict[str, str]:
    """Who plays each seat: persons, nobody, and bots by name, the last name for all that follow."""
    others = [seat for seat in scenario.players if seat not in (*persons, *empty)]
    all_names = [*names, *[names[-1]] * len(others)]
    playing = dict(zip(others, (f"bot:{name}" for name in all_names), strict=False))
    playing |= dict.fromkeys(empty, "empty")
    return {seat: playing.get(seat, "person") for seat in scenario.players}


def take(table: Table, words: Words, seats: Sequence[str]) -> None:
    """Let persons take seats of a game that goes on; who played the others stays there.

    Raises UserError for a seat that there is not, and where then nobody plays.
    """
    chairs = table.state.chairs
    wanted = seats_named(table.scenario, words, seats)
    if table.state.phase != "over":
        for seat in wanted:
            if chairs[seat].kind != "person":
                table.submit(CONTROL, Replace(seat, "person"))
        if any(chair.kind == "person" for chair in table.state.chairs.values()):
            return
        says = _("Nobody plays a seat in this game. Take one with --seat: {seats}.")
        raise UserError(says.format(seats=_those(table.scenario, words)))
    if not any(chair.kind == "person" for chair in chairs.values()):
        raise UserError(_("This game of bots is over: see it with 'modus replay'."))


def bot_of(name: str, seed: int) -> Bot:
    """The bot of a name. Raises UserError where there is none."""
    try:
        return named(name, seed)
    except ValueError as error:
        raise UserError(_("{error}.").format(error=str(error).capitalize())) from None
