"""What if? A new record that goes on from the start of a turn of another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.errors import UserError
from game.i18n import _
from game.record import sqlite
from game.record.form import FORMAT, Entry, Forked, Header, Whole, commitment, genesis, link
from game.record.keeping import fresh_salt
from game.record.replaying import scenario_of, steps
from game.scenario.model import Scenario
from game.table.facts import Began, Fact, Undone


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
            last = last if state.world.end else max(last, now)
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
    return any(isinstance(fact, Undone) and not fact.finish for fact in facts)


def _chained(header: Header, entries: Sequence[Entry]) -> list[Entry]:
    """The same entries behind another header."""
    chain, chained = genesis(header), []
    for e in entries:
        chain = link(chain, e.command, e.facts)
        chained.append(Entry(e.seq, e.author, e.command, e.facts, chain, e.key))
    return chained
