"""Line mode: the whole game in a plain terminal, with numbered menus; no cursor, no colour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.lines.terminal import Read, Write
    from game.session.beginning import Wanted
    from game.session.source import Source

__all__ = ["play", "play_source", "replay"]


def play(
    wanted: Wanted, *, read: Read | None = None, write: Write | None = None, width: int = 0
) -> None:
    """Play what is wanted: a scenario (by id or file), a game to go on with, or the start screen.

    Raises UserError, with exit code 2 or 130, where the game is left in mid-turn by a closed
    terminal or Ctrl-C: it says that the game is kept and how to go on.
    """
    from game.lines.start import play as start

    start(wanted, read=read, write=write, width=width)


def play_source(
    source: Source, *, read: Read | None = None, write: Write | None = None, width: int = 0
) -> None:
    """Play any source of frames in the terminal. Raises UserError as `play` does."""
    from game.lines.start import play_source as start

    start(source, read=read, write=write, width=width)


def replay(record: Path, skin: str = "", language: str = "") -> None:
    """Tell a recorded game again, turn by turn; what is secret only of a game that is over.

    Raises UserError for a skin or language that there is not.
    """
    from game.lines.replaying import replay as tell

    tell(record, skin=skin, language=language)
