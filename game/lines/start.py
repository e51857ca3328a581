"""Starting and going on: who plays what, where the record is kept, and leaving without loss."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from game import loading
from game.errors import UserError
from game.i18n import _
from game.lines.draw import draw
from game.lines.session import Left, Session
from game.lines.terminal import Closed, Read, Terminal, Write
from game.lines.typed import control_for
from game.record.table import Table
from game.scenario.model import Scenario
from game.screens.choosing import choosing
from game.screens.model import Go
from game.session.opening import company_of, drawn, fresh, loaded, spoken_of, worded
from game.session.seats import check_bots, check_out, seating, seats_named
from game.table.words import Words

INTERRUPTED = 130


def play(
    scenario: str | None,
    *,
    seats: Sequence[str],
    seed: int | None,
    bots: str,
    load: Path | None,
    out: Path | None,
    skin: str,
    language: str,
    read: Read | None,
    write: Write | None,
    width: int,
) -> None:
    """Play to the end, or until somebody leaves. Raises UserError as `game.lines.play` says."""
    if write is None:
        _bear_any_text(sys.stdout)
    if read is None:
        _bear_any_text(sys.stdin)
    terminal = Terminal(read, write, width)
    if load is not None:
        (table, words), path = loaded(load, seats, skin, language), load
    else:
        found = loading.load(scenario or "")
        words = worded(found, skin, language)
        persons = seats_named(found, words, seats)
        names = check_bots(found, len(persons), bots)
        check_out(out)
        persons = persons or [_chosen(found, words, terminal)]
        path = out or fresh(found.id)
        table = Table.open(found, drawn(seed), seating(found, persons, names), path)
    if spoken_of(language):
        terminal.say(spoken_of(language))
    terminal.say(_("The game is kept in {path}.").format(path=path))
    with_words = f" --skin {skin}" if skin else f" --language {language}" if language else ""
    again = f"modus play --load {path}{with_words}"
    try:
        persons = [seat for seat, chair in table.state.chairs.items() if chair.kind == "person"]
        Session(table, words, persons, company_of(table), terminal).run()
        terminal.say(_("The record of this game is {path}. Tell it again with:").format(path=path))
        terminal.show([f"modus replay {path}"])
    except Left:
        terminal.say(_("The game is kept. Go on with:"))
        terminal.show([again])  # a line of its own, unwrapped: it is there to be copied
    except (Closed, OSError) as gone:
        if isinstance(gone, OSError) and write is None:
            _mute()
        says = _("The terminal was closed in the middle of the game. Nothing is lost: go on with")
        raise UserError(f"{says}\n{again}") from None
    except KeyboardInterrupt:
        says = _("You left in the middle of the game. Nothing is lost: go on with")
        raise UserError(f"{says}\n{again}", INTERRUPTED) from None
    finally:
        table.close()


def _bear_any_text(stream: TextIO | None) -> None:
    """What cannot be shown, or read, as a letter becomes a mark, and the game goes on."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _mute() -> None:
    """Standard output is gone: nothing more may be written to it, not even at the exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _chosen(scenario: Scenario, words: Words, terminal: Terminal) -> str:
    screen = choosing(scenario, words)
    terminal.show(draw(screen, terminal.width))
    while True:
        try:
            line = terminal.ask()
        except Closed:
            raise UserError(_("The input ended before a seat was chosen.")) from None
        if line == "?":
            terminal.say(screen.help)
            continue
        control = control_for(screen, line)
        if control is not None and isinstance(control.action, Go):
            return control.action.to.of
        terminal.say(_("Type the number or name of a seat, or press Enter for the first."))
