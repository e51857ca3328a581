"""A recorded game told again, turn by turn."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from game.i18n import _
from game.lines.wrapping import plain
from game.record.table import Table
from game.screens.eyes import month
from game.screens.reveal import CHAPTERS, lesson
from game.session.opening import worded
from game.table.commands import CONTROL, PUBLIC
from game.table.outcome import ending
from game.table.state import ResolvedTurn, State
from game.table.telling import Told, tell
from game.table.told import told_of
from game.table.words import Words


def replay(
    record: Path, console: Console | None = None, *, skin: str = "", language: str = ""
) -> None:
    """Tell every turn of a record. What is secret is told only of a game that is over.

    Raises UserError where the record cannot be read, and for a skin or language that there is not.
    """
    console = console or Console(highlight=False)
    with Table.look(record) as table:
        words, state = worded(table.scenario, skin, language), table.state
        console.print(f"[bold]{_shown(words.title)}[/]")
        over = state.phase == "over"
        for turn in state.log:
            _turn(console, words, state, turn, CONTROL if over else PUBLIC)
        if over:
            console.print()
            for line in ending(table.scenario, state, state.world.seed, words):
                console.print(plain(line), markup=False)
        else:
            console.print(_("The game is not over. What is secret is not told."))


def _turn(console: Console, words: Words, state: State, turn: ResolvedTurn, seat: str) -> None:
    date = month(words.scenario.date(turn.turn))
    title = _("Turn {n}").format(n=turn.turn) + (f", {date}" if date else "")
    console.print()
    console.rule(f"[bold]{_shown(title)}[/]", align="left")
    facts = told_of(words.scenario, turn, state.secrets, seat)
    told = tell(words.scenario, facts, words, {}, state.texts, turn.row, turn.packages)
    moved = [one for one in told if not one.steady]
    for chapter, said in groupby(moved, key=lambda one: one.chapter):
        console.print(f"[bold]{_shown(_(CHAPTERS.get(chapter, chapter)))}[/]")
        _chapter(console, list(said))


def _chapter(console: Console, said: Iterable[Told]) -> None:
    grid = Grid(box=None, show_header=False, padding=(0, 2))
    taught: dict[str, None] = {}
    for one in said:
        grid.add_row(_shown(one.says), _shown("; ".join(one.why)))
        taught |= {lesson(concept): None for concept in one.teaches}
    console.print(grid)
    for concept in taught:
        console.print(f"  [italic]{_shown(concept)}[/]")


def _shown(text: str) -> str:
    """A text as it stands, neither markup nor commands to the terminal."""
    return escape(plain(text))
