"""When what was recorded happened: the clock's side of a record."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from game.record import errors, sqlite
from game.record.replaying import scenario_of, start_of, steps
from game.table.facts import Phase
from game.table.state import State


class Moment(Struct, frozen=True):
    """The table at the start, or after an entry; `at` in seconds since the epoch."""

    at: float
    turn: int
    phase: Phase
    paused: bool
    extra: int


def moments(path: Path) -> tuple[Moment, ...]:
    """How a game went in time: its start and every entry. Raises RecordError."""
    whole = sqlite.read(path)
    scenario = scenario_of(path, whole)
    states = [start_of(scenario, whole), *(after for _e, _f, after in steps(path, scenario, whole))]
    try:
        at = [datetime.fromisoformat(text).timestamp() for text in sqlite.times(path)]
    except ValueError as error:
        raise errors.damaged(path) from error
    # Another program may have added an entry between the two readings.
    return tuple(_moment(when, state) for when, state in zip(at, states, strict=False))


def _moment(at: float, state: State) -> Moment:
    return Moment(at, state.world.turn, state.phase, state.paused, state.extra)
