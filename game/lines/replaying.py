"""A recorded game told again, turn by turn."""

from __future__ import annotations

from pathlib import Path

from game.i18n import _
from game.lines.draw import wrap
from game.lines.terminal import Terminal, Write
from game.record.table import Table
from game.screens.eyes import month
from game.screens.reveal import CHAPTERS
from game.table.commands import CONTROL, PUBLIC
from game.table.state import State
from game.table.telling import tell
from game.table.told import told_of
from game.table.words import Words, words_of


def replay(record: Path, *, write: Write | None = None, width: int = 0) -> None:
    """Tell every turn of a record. What is secret is told only of a game that is over."""
    terminal = Terminal(None, write, width)
    table = Table.load(record)
    try:
        words = words_of(table.scenario)
        terminal.show(["", *wrap(words.title, terminal.width)])
        seat = CONTROL if table.state.phase == "over" else PUBLIC
        for number in range(len(table.state.log)):
            _turn(terminal, words, table.state, number, seat)
        if seat == PUBLIC:
            terminal.say(_("The game is not over. What is secret is not told."))
    finally:
        table.close()


def _turn(terminal: Terminal, words: Words, state: State, number: int, seat: str) -> None:
    turn = state.log[number]
    date = month(words.scenario.date(turn.turn))
    title = _("Turn {n}").format(n=turn.turn) + (f", {date}" if date else "")
    terminal.show(["", "=" * terminal.width, *wrap(title, terminal.width)])
    facts = told_of(words.scenario, turn, state.secrets, seat)
    chapter = ""
    for said in tell(words.scenario, facts, words, {}, state.texts):
        if said.chapter != chapter:
            chapter = said.chapter
            terminal.show(["", *wrap(_(CHAPTERS.get(chapter, chapter)), terminal.width)])
        terminal.show(wrap(said.says, terminal.width, "  - "))
        for why in said.why:
            terminal.show(wrap(why, terminal.width, "      "))
