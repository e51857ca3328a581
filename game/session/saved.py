"""The games that are kept in this folder and in the one for records, the newest first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from game.errors import UserError
from game.i18n import _
from game.record.form import SUFFIX
from game.record.table import Table
from game.session.opening import FOLDER
from game.table.words import words_of

MOST = 12
"""Games that are looked into: reading one decides nothing, and still takes a moment."""


class Saved(Struct, frozen=True, omit_defaults=True):
    """A kept game; `wrong` says why it cannot be opened, `free` are its seats where nobody plays.

    `free` are ids and names. `changed` is when the file last changed, in seconds since the epoch.
    """

    path: Path
    changed: float
    title: str = ""
    turn: int = 0
    over: bool = False
    persons: bool = False
    free: tuple[tuple[str, str], ...] = ()
    wrong: str = ""

    @property
    def date(self) -> str:
        """When it was last played, in local time."""
        return f"{datetime.fromtimestamp(self.changed):%Y-%m-%d %H:%M}"


def paths() -> list[Path]:
    """The newest kept games of this folder and of the one for records."""
    found: list[tuple[float, Path]] = []
    for folder in (Path(FOLDER), Path()):
        for path in folder.glob(f"*{SUFFIX}"):
            try:
                found.append((path.stat().st_mtime, path))
            except OSError:
                continue
    return [path for _at, path in sorted(found, reverse=True)][:MOST]


def look_into(path: Path) -> Saved:
    """What a kept game is, or why it cannot be opened."""
    try:
        changed = path.stat().st_mtime
        with Table.look(path) as table:
            words, chairs = words_of(table.scenario), table.state.chairs
            free = [(seat, words.actor(seat)) for seat in table.scenario.players]
            return Saved(
                path, changed, words.title, table.state.world.turn,
                table.state.phase == "over",
                table.state.setup.facilitator or any(c.kind == "person" for c in chairs.values()),
                tuple(pair for pair in free if chairs[pair[0]].kind != "person"),
            )  # fmt: skip
    except UserError as error:
        return Saved(path, changed, wrong=error.message)
    except OSError as error:
        return Saved(path, 0.0, wrong=error.strerror or _("it cannot be read"))
