"""A record as a table for other programs: the ledger turn by turn, or every fact."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from game.record import sqlite
from game.record.form import Whole, encode
from game.record.replaying import last_state, scenario_of, steps
from game.scenario.model import Scenario

To = Literal["jsonl", "csv"]


def export(path: Path, to: To) -> Iterator[str]:
    """The lines of a record's export. Raises RecordError, before the first line.

    `csv` is the ledger: a row as each turn began and one as the last ended, a column for each
    cell. `jsonl` has a line for each fact, and one for each free text that an entry brought.
    """
    whole = sqlite.read(path)
    scenario = scenario_of(path, whole)
    return iter((_ledger if to == "csv" else _facts)(path, scenario, whole))


def _ledger(path: Path, scenario: Scenario, whole: Whole) -> list[str]:
    state = last_state(path, scenario, whole)
    rows = [(turn.turn, turn.row) for turn in state.log]
    rows.append((state.world.turn, state.world.row))
    lines = [_csv(["turn", "date", *scenario.header.names])]
    return lines + [_csv([turn, scenario.date(turn), *row]) for turn, row in rows]


def _csv(values: list[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _facts(path: Path, scenario: Scenario, whole: Whole) -> list[str]:
    texts: dict[int, dict[str, str | None]] = {}
    for word in whole.words:
        texts.setdefault(word.seq, {})[word.key] = word.text
    lines, turn = [], 1
    for entry, facts, state in steps(path, scenario, whole):
        place = {"seq": entry.seq, "turn": turn, "author": entry.author}
        lines += [encode({**place, "fact": fact}) for fact in facts]
        lines += [
            encode({**place, "key": key, "text": text})
            for key, text in texts.get(entry.seq, {}).items()
        ]
        turn = state.world.turn
    return lines
