"""A whole game between bots, kept or not: what `modus run` does."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from game import loading
from game.bots.play import Bots, bots_for, play_table
from game.errors import UserError
from game.i18n import _
from game.record import errors
from game.record.table import Table
from game.scenario.model import Scenario
from game.table.commands import CONTROL, Replace
from game.table.outcome import ending

PATIENCE = 1.0
"""Seconds after which somebody who waits is shown how far the game is."""


def run(scenario: str, *, seed: int | None, bots: str, out: Path | None) -> Iterator[str]:
    """Play a scenario (by id or file) with bots in every seat; lines that say how it ended.

    With `out` the game is kept there; one that was interrupted goes on. Raises UserError for a
    bot that there is not, and where the file holds another game.
    """
    found = loading.load(scenario)
    drawn = int.from_bytes(os.urandom(4), "big") if seed is None else seed
    playing = _bots(found, bots, drawn)
    with _table(found, drawn, playing, out) as table:
        try:
            for _turn in _shown(found, play_table(table, playing)):
                pass
        except KeyboardInterrupt:
            if out is not None:
                _say_how_to_go_on(scenario, drawn, bots, out)
            raise
        yield from ending(found, table.state, drawn)


def _bots(scenario: Scenario, names: str, seed: int) -> Bots:
    try:
        return bots_for(scenario, names, seed)
    except ValueError as error:
        raise UserError(f"--bots: {error}.") from None


def _table(scenario: Scenario, seed: int, bots: Bots, out: Path | None) -> Table:
    """A new table, or the one in the file where the same game was begun."""
    seats = {seat: f"bot:{bot.name}" for seat, bot in bots.items()}
    if out is None or not out.exists():
        return Table.open(scenario, seed, seats, out)
    table = Table.load(out)
    try:
        _go_on(table, scenario, seed, seats, out)
    except BaseException:
        table.close()
        raise
    return table


def _go_on(table: Table, scenario: Scenario, seed: int, seats: dict[str, str], out: Path) -> None:
    """Let these bots go on with a game of bots alone. Raises UserError for any other game."""
    state = table.state
    chairs = {seat: f"{chair.kind}:{chair.bot}".rstrip(":") for seat, chair in state.chairs.items()}
    same = table.scenario.digest == scenario.digest and state.world.seed == seed
    if not same or "person" in chairs.values() or not state.setup.brisk:
        raise errors.exists(out)
    if state.phase == "over":
        if chairs != seats:
            raise errors.exists(out)
        return
    for seat, by in seats.items():
        if chairs[seat] != by:
            table.submit(CONTROL, Replace(seat, by))


def _shown(scenario: Scenario, turns: Iterable[int]) -> Iterator[int]:
    """The turns, and how far they are where somebody waits for them at a terminal."""
    if not sys.stderr.isatty():
        yield from turns
        return
    from rich.console import Console
    from rich.progress import Progress

    began = time.monotonic()
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task(_("Turns"), total=scenario.turns[1])
    try:
        for turn in turns:
            progress.update(task, completed=turn)
            if not progress.live.is_started and time.monotonic() - began > PATIENCE:
                progress.start()
            yield turn
    finally:
        progress.stop()


def _say_how_to_go_on(scenario: str, seed: int, bots: str, out: Path) -> None:
    says = _("The game is kept so far. Go on with: {command}")
    command = f"modus run {scenario} --seed {seed} --bots {bots} --out {out}"
    print(says.format(command=command), file=sys.stderr, flush=True)
