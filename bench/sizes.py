"""Sizes: the memory of a process with a running table, and the record of a full game."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Figure

RUNNING = """
import sys, psutil
import game
from bench.tables import at_the_table
table = game.Table.open(game.load(sys.argv[1]), seed=7)
for table in at_the_table(table):
    for seat in table.scenario.players:
        table.view(seat)
print(psutil.Process().memory_info().rss)
"""


def figures(scenario_id: str) -> list[Figure]:
    """The figures of sizes."""
    return [
        Figure("memory", "MB", 80, 50, lambda: _memory(scenario_id)),
        Figure("record", "KB", 300, 200, lambda: _record(scenario_id)),
    ]


def _memory(scenario_id: str) -> float:
    """What a process holds at the end of a game, everybody's views having been built each turn."""
    told = _run([sys.executable, "-c", RUNNING, scenario_id])
    return int(told) / 1e6


def _record(scenario_id: str) -> float:
    """The files that a full game of bots leaves."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "game.modus"
        _run([sys.executable, "-m", "game", "run", scenario_id, "--seed", "7", "--out", str(out)])
        return sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e3


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else "no message")
    return done.stdout
