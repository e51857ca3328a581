"""Starting: from nothing to a command's help, to the package, to a compiled scenario."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from bench.measure import Figure, seconds

LOAD = """
import sys, time
from game import data
from game.rules.compiled import compiled
from game.scenario.load import load_text
text, source = data.scenario_text(sys.argv[1])
library = data.Library(source)
start = time.perf_counter()
compiled(load_text(text, source, library))
print(time.perf_counter() - start)
"""
ATTAINABLE = """
import sys, time
from game.analysis.pareto import attainable
from game.loading import load
from game.rules.opening import opening
scenario = load(sys.argv[1])
world = opening(scenario, 7)
start = time.perf_counter()
attainable(scenario, world)
print(time.perf_counter() - start)
"""
HELP = "import sys; sys.argv = ['modus', '--help']; from game.cli import main; main()"
TRIES = 5  # processes a measurement: their median counts, for one alone is at the mercy of the disk


def figures(scenario_id: str) -> list[Figure]:
    """The figures of starting."""
    bare = _Process("pass")
    return [
        Figure("load", "ms", 300, 150, lambda: _first(LOAD, scenario_id)),
        Figure("attainable", "ms", 2000, 500, lambda: _first(ATTAINABLE, scenario_id)),
        Figure("help", "ms", 150, 100, _Process(HELP, bare).run, note=bare.note),
        Figure("import", "ms", 60, 40, _Process("import game", bare).run, note=bare.note),
    ]


def _first(code: str, scenario_id: str) -> float:
    """What a fresh process, its libraries imported, took for the first time in its life."""
    command = [sys.executable, "-c", code, scenario_id]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return 1000 * float(done.stdout)


class _Process:
    """The wall time of a Python process from nothing, the interpreter's own start included."""

    def __init__(self, code: str, bare: _Process | None = None) -> None:
        self.code = code
        self.bare = bare
        self.last = 0.0

    def run(self) -> float:
        if self.bare is not None:
            self.bare.run()
        self.last = 1000 * median(seconds(self._start) for _ in range(TRIES))
        return self.last

    def _start(self) -> None:
        command = [sys.executable, "-c", self.code]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60)

    def note(self) -> str:
        return f"of which bare Python {self.last:.0f} ms"
