"""Records as files: begin one, go on with one, copy the beginning of one, erase what it says."""

from __future__ import annotations

from pathlib import Path

from game import __version__
from game.errors import UserError
from game.i18n import _
from game.record import sqlite
from game.record.form import FORMAT, Header, commitment
from game.record.keeping import Keeper, fresh_salt
from game.record.replaying import last_state, scenario_of
from game.scenario.model import Scenario
from game.table.commands import CONTROL
from game.table.state import Setup, State


def begin(path: Path, scenario: Scenario, seed: int, setup: Setup) -> Keeper:
    """A new record. Raises RecordError when there is such a file, or it cannot be written."""
    salt = fresh_salt()
    header = Header(FORMAT, __version__, scenario.digest, commitment(seed, salt), setup)
    return Keeper(sqlite.create(path, scenario, header, (seed, salt)), {})


def resume(path: Path) -> tuple[Scenario, State, Keeper]:
    """What is needed to go on with a record. Raises RecordError."""
    store, whole = sqlite.reopen(path)
    try:
        scenario = scenario_of(path, whole)
        state = last_state(path, scenario, whole)
    except BaseException:
        store.close()
        raise
    return scenario, state, Keeper(store, {(e.author, e.key): e for e in whole.entries if e.key})


def look(path: Path) -> tuple[Scenario, State]:
    """A game as its record left it, only to be looked at. Raises RecordError.

    The file may be one that cannot be written to, or that another program writes to.
    """
    whole = sqlite.read(path)
    scenario = scenario_of(path, whole)
    return scenario, last_state(path, scenario, whole)


def erase(path: Path, seat: str) -> int:
    """Erase a seat's name and free texts from a record; how many there were.

    The chain holds as before: it knows only their digests. Raises RecordError for the file,
    UserError for a seat that nobody can have.
    """
    scenario, _state, keeper = resume(path)
    try:
        if seat != CONTROL and seat not in scenario.players:
            says = _("There is no seat {seat}; there are {seats}.")
            raise UserError(says.format(seat=seat, seats=", ".join(scenario.players)))
        return len(erase_seat(keeper, seat))
    finally:
        keeper.store.close()


def erase_seat(keeper: Keeper, seat: str) -> list[str]:
    """Erase a seat's name and free texts; their keys."""
    keys = [
        word.key for word in keeper.store.words() if word.seat == seat and word.text is not None
    ]
    keeper.store.erase(keys)
    return keys
