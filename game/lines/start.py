"""Playing in a terminal: what is said at the beginning and the end, and leaving without loss."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TextIO

from game.errors import UserError
from game.i18n import _
from game.lines.session import Session
from game.lines.terminal import Closed, Read, Terminal, Write
from game.session.beginning import Wanted, source_of
from game.session.source import Source
from game.table.table import Table

INTERRUPTED = 130


def play(
    wanted: Wanted, *, read: Read | None = None, write: Write | None = None, width: int = 0
) -> None:
    """Play what is wanted. Raises UserError as `game.lines.play` says."""
    source = source_of(wanted)
    with_words = f" --skin {wanted.skin}" if wanted.skin else ""
    with_words = with_words or (f" --language {wanted.language}" if wanted.language else "")
    play_source(source, with_words, read=read, write=write, width=width)


def play_source(
    source: Source,
    options: str = "",
    *,
    read: Read | None = None,
    write: Write | None = None,
    width: int = 0,
) -> None:
    """Play any source; `options` are those to say again where a game is to be gone on with.

    Raises UserError where the input ends, or is interrupted, in the middle of a game.
    """
    if write is None:
        _bear_any_text(sys.stdout)
    if read is None:
        _bear_any_text(sys.stdin)
    terminal = Terminal(read, write, width)
    session = Session(source, terminal)
    try:
        session.run()
        _last_words(session.source, options, terminal)
    except (Closed, OSError) as gone:
        if isinstance(gone, OSError) and write is None:
            _mute()
        says = _("The terminal was closed in the middle of the game. Nothing is lost: go on with")
        raise _left(session.source, options, says) from None
    except KeyboardInterrupt:
        says = _("You left in the middle of the game. Nothing is lost: go on with")
        raise _left(session.source, options, says, INTERRUPTED) from None
    finally:
        session.source.close()


def _kept(source: Source) -> tuple[Path | None, bool]:
    """Where a source keeps its game, and whether that is over."""
    path, table = getattr(source, "path", None), getattr(source, "table", None)
    over = isinstance(table, Table) and table.state.phase == "over"
    return (path, over) if isinstance(path, Path) else (None, over)


def _last_words(source: Source, options: str, terminal: Terminal) -> None:
    """Where the game is, with a command on a line of its own: it is there to be copied."""
    path, over = _kept(source)
    if path is None:
        return
    if over:
        terminal.say(_("The record of this game is {path}. Tell it again with:").format(path=path))
        terminal.show([f"modus replay {path}"])
    else:
        terminal.say(_("The game is kept. Go on with:"))
        terminal.show([f"modus play --load {path}{options}"])


def _left(source: Source, options: str, says: str, code: int = 2) -> UserError:
    path, _over = _kept(source)
    if path is None:
        return UserError(_("The input ended before a game was begun."), code)
    return UserError(f"{says}\nmodus play --load {path}{options}", code)


def _bear_any_text(stream: TextIO | None) -> None:
    """What cannot be shown, or read, as a letter becomes a mark, and the game goes on."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _mute() -> None:
    """Standard output is gone: nothing more may be written to it, not even at the exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
