"""Records as files: begin one, go on with one, copy the beginning of one, erase what it says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.errors import UserError
from game.i18n import _
from game.record import sqlite
from game.record.form import FORMAT, Entry, Forked, Header, Whole, commitment, genesis, link
from game.record.keeping import Keeper, fresh_salt
from game.record.replaying import last_state, scenario_of, steps
from game.scenario.model import Scenario
from game.table.commands import CONTROL
from game.table.facts import Began, Fact, Undone
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


def fork(path: Path, turn: int, out: Path) -> None:
    """A new record that goes on from the start of a turn of another, as it was last begun.

    Raises UserError where the game has no such turn, RecordError for either file.
    """
    whole = sqlite.read(path)
    scenario = scenario_of(path, whole)
    number = _start_of_turn(path, scenario, whole, turn)
    chain = whole.entries[number - 1].hash if number else genesis(whole.header)
    salt = fresh_salt()
    header = Header(
        FORMAT, __version__, scenario.digest, commitment(whole.seed, salt), whole.header.setup,
        Forked(chain.hex(), turn),
    )  # fmt: skip
    words = [word for word in whole.words if word.seq <= number]
    entries = _chained(header, whole.entries[:number])
    sqlite.create(out, scenario, header, (whole.seed, salt), entries, words).close()


def _start_of_turn(path: Path, scenario: Scenario, whole: Whole, turn: int) -> int:
    """After how many entries a turn began for the last time."""
    found, began, now, last = (0 if turn == 1 else None), turn == 1, 1, 1
    for entry, facts, state in steps(path, scenario, whole):
        if state.world.turn != now or _undone(facts):
            now = state.world.turn
            last = max(last, now)
            began = now == turn and not state.world.end
            found = entry.seq if began else found
        elif began:
            # The reveal of the turn before belongs to that turn.
            began = facts == (Began("briefing"),)
            found = entry.seq if began else found
    if found is None:
        says = _("{path} has no start of turn {n}; choose a turn from 1 to {last}.")
        raise UserError(says.format(path=path, n=turn, last=last))
    return found


def _undone(facts: tuple[Fact, ...]) -> bool:
    return any(isinstance(fact, Undone) for fact in facts)


def _chained(header: Header, entries: Sequence[Entry]) -> list[Entry]:
    """The same entries behind another header."""
    chain, chained = genesis(header), []
    for e in entries:
        chain = link(chain, e.command, e.facts)
        chained.append(Entry(e.seq, e.author, e.command, e.facts, chain, e.key))
    return chained


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
