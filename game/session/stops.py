"""Where a recorded game may be stopped at: the start of each turn, and how it stands at last."""

from __future__ import annotations

from pathlib import Path

from game.record import sqlite
from game.record.replaying import scenario_of, start_of, steps
from game.scenario.model import Scenario
from game.table.state import State


def stops_of(path: Path) -> tuple[Scenario, tuple[State, ...]]:
    """The scenario of a record, and the table at the start of each turn that was not undone.

    The last is the table as the record leaves it. Nothing is decided again, and the file is only
    read. Raises RecordError.
    """
    whole = sqlite.read(path)
    scenario = scenario_of(path, whole)
    state = start_of(scenario, whole)
    found = [state]
    for _entry, _facts, state in steps(path, scenario, whole):
        del found[len(state.log) + 1 :]
        if len(found) <= len(state.log):
            found.append(state)
    return scenario, (*found[:-1], state)
