"""A recorded game told again at a terminal, turn by turn: what `modus replay` does."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from game.i18n import _
from game.record.table import Table
from game.screens.reveal import CHAPTERS
from game.table.commands import CONTROL, PUBLIC
from game.table.state import State
from game.table.telling import Told, tell
from game.table.told import told_of
from game.table.words import Words, words_of
from game.world.world import Row


def replay(record: Path, console: Console | None = None) -> None:
    """Tell a record turn by turn; Enter goes on. Where no terminal listens, all in plain lines.

    What is secret is told only of a game that is over. Raises RecordError.
    """
    console = console or Console(highlight=False)
    if not console.is_terminal:
        from game.lines import replay as plain

        plain(record)
        return
    with Table.load(record) as table:
        words, state = words_of(table.scenario), table.state
    console.rule(Text(words.title, "bold"))
    seat = CONTROL if state.phase == "over" else PUBLIC
    ends = [turn.row for turn in state.log[1:]] + [state.start.world.row]
    for number in range(len(state.log)):
        _turn(console, words, state, number, seat)
        _issues(console, words, state.log[number].row, ends[number])
        if number + 1 < len(state.log) and not _on(console):
            return
    if seat == PUBLIC:
        console.print(_("The game is not over. What is secret is not told."), style="italic")


def _on(console: Console) -> bool:
    """Wait for Enter. The end of the input ends the telling."""
    try:
        console.input(Text(_("Enter: the next turn. Ctrl-C: stop. "), "dim"))
    except EOFError:
        return False
    return True


def _turn(console: Console, words: Words, state: State, number: int, seat: str) -> None:
    turn = state.log[number]
    date = words.scenario.date(turn.turn)
    title = _("Turn {n}").format(n=turn.turn) + (f", {date}" if date else "")
    console.print()
    console.rule(Text(title, "bold"), align="left")
    facts = told_of(words.scenario, turn, state.secrets, seat)
    chapter = ""
    for said in tell(words.scenario, facts, words, {}, state.texts, turn.row):
        if said.chapter != chapter:
            chapter = said.chapter
            console.print()
            console.print(Text(_(CHAPTERS.get(chapter, chapter)), "bold cyan"))
        _said(console, said)


def _said(console: Console, said: Told) -> None:
    console.print(Padding(Text(f"• {said.says}"), (0, 0, 0, 2)))
    for why in said.why:
        console.print(Padding(Text(why, "dim"), (0, 0, 0, 6)))
    for concept, cite, *_rest in said.teaches:
        text = f"~ {concept} ({cite})" if cite else f"~ {concept}"
        console.print(Padding(Text(text, "italic dim"), (0, 0, 0, 6)))


def _issues(console: Console, words: Words, before: Row[int], after: Row[int]) -> None:
    """Where every issue stands now; in bold those that moved."""
    issues = words.scenario.issues
    if not issues:
        return
    grid = Grid(box=None, padding=(0, 2), show_header=False)
    for issue in issues.values():
        old, new = before[issue.cell], after[issue.cell]
        now = words.option(issue.id, new)
        if old != new:
            now = f"{words.option(issue.id, old)} → {now}"
        grid.add_row(Text(words.issue(issue.id)), Text(now, "" if old == new else "bold"))
    console.print()
    console.print(Padding(grid, (0, 0, 0, 2)))
