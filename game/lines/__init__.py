"""Line mode: the whole game in a plain terminal, with numbered menus; no cursor, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.lines.terminal import Read, Write

__all__ = ["play", "replay"]


def play(
    scenario: str | None,
    *,
    seats: Sequence[str] = (),
    seed: int | None = None,
    bots: str = "greedy",
    load: Path | None = None,
    out: Path | None = None,
    skin: str = "",
    language: str = "",
    read: Read | None = None,
    write: Write | None = None,
    width: int = 0,
) -> None:
    """Play a scenario (by id or file), or go on with the game in `load`.

    Raises UserError, with exit code 2 or 130, where the game is left in mid-turn by a closed
    terminal or Ctrl-C: it says that the game is kept and how to go on.
    """
    from game.lines.start import play as start

    start(
        scenario, seats=seats, seed=seed, bots=bots, load=load, out=out, skin=skin,
        language=language, read=read, write=write, width=width,
    )  # fmt: skip


def replay(record: Path) -> None:
    """Tell a recorded game again, turn by turn; what is secret only of a game that is over."""
    from game.lines.replaying import replay as tell

    tell(record)
