"""`python -m bench [NAME ...]`: measure the figures named (all, if none is), and print the table.

Exit code 1 says that the regression gate is not met, or that something could not be measured.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bench import desktop, games, sizes, start, tables
from bench.measure import ROUNDS, Figure, Result, measure

SCENARIO = "thaad-2016"
WIDTH = 120  # where nobody watches: in a log or a file

TITLES = {
    "random": "Random games, everything on",
    "orders": "Their orders beside a plain loop's: the gate",
    "greedy": "Games of six greedy bots",
    "views": "Turns with all six views built",
    "load": "Load, check and compile the scenario",
    "attainable": "Its attainable ranges",
    "help": "modus --help, as a process",
    "import": "import game, as a process",
    "memory": "Memory of a running table",
    "record": "Record of a full game",
    "board-first": "The board: from the process's start to its first screen",
    "board-frames": "A frame of an animation at 1080p, p95",
    "board-blank": "A frame that is only filled and flipped, p95",
    "board-idle": "Of a core, while nothing happens",
    "board-memory": "Memory of the board in a game",
}
ON_SCREEN = "-x"
"""Ends the name of a figure that is measured on a virtual screen as well."""
BOARD = "desktop"
"""Names all figures of the board."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say by the exit code whether the gate is met."""
    parser = argparse.ArgumentParser(prog="bench", description="How fast and how small.")
    known = ", ".join((*TITLES, BOARD))
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {known}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="measurements of each figure")
    parser.add_argument("--scenario", default=SCENARIO, help="a scenario's id or file")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in (*TITLES, BOARD)]
    if unknown:
        parser.error(f"no figure is called {unknown[0]!r}; there are {', '.join(TITLES)}")
    if asked.rounds < 1:
        parser.error("--rounds must be at least 1")
    rooms = (games, tables, start, sizes, desktop)
    made = [f for room in rooms for f in room.figures(asked.scenario)]
    figures: list[Figure] = [f for f in made if _asked(f.name, asked.names)]
    errors = Console(stderr=True)
    console = Console(width=None if errors.is_terminal else WIDTH)
    with errors.status("") as status:
        results = measure(figures, asked.rounds, status.update)
    console.print(_table(results, asked.scenario, asked.rounds))
    for result in results:
        told = result.failure or (result.figure.note() if result.runs else "")
        if told:
            console.print(f"{result.figure.name}: {told}", markup=False, highlight=False)
    missed = any(r.failure or r.figure.gate and not r.reaches(r.figure.floor) for r in results)
    return 1 if missed else 0


def _asked(figure: str, names: Sequence[str]) -> bool:
    """Whether a figure is among those that are asked for; all are, where none is named."""
    name = figure.removesuffix(ON_SCREEN)
    return not names or name in names or (BOARD in names and name.startswith("board-"))


def _table(results: Sequence[Result], scenario: str, rounds: int) -> Table:
    title = f"{scenario}, Python {platform.python_version()}, medians of {rounds} interleaved runs"
    table = Table(title=title, title_justify="left", box=SIMPLE, pad_edge=False)
    table.add_column("name", no_wrap=True)
    table.add_column("what")
    table.add_column("unit", no_wrap=True)
    for heading in ("median", "least", "most", "floor", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("meets", no_wrap=True)
    for result in results:
        figure, runs = result.figure, result.runs
        numbers = (result.median, min(runs), max(runs)) if runs else ()
        marks = [_number(n) for n in (*numbers, figure.floor, figure.target)]
        blank = [""] * (5 - len(marks))
        name = figure.name.removesuffix(ON_SCREEN)
        what = TITLES[name] + (", on a virtual screen" if name != figure.name else "")
        table.add_row(figure.name, what, figure.unit, *blank, *marks, result.verdict)
    return table


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
