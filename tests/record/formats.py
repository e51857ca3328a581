"""The stored file of this format, which every later version must load.

`python -m tests.record.formats` writes it. Do so only for a new format: an older file stays as it
is, for it is what people have on their disks.
"""

from __future__ import annotations

from pathlib import Path

from game.record.export import export
from game.record.files import erase
from game.record.form import FORMAT
from tests.record import games

FOLDER = Path(__file__).parents[1] / "formats" / "records"


def write() -> None:
    """A game with chatter in it, one seat's texts erased; and its ledger beside it."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"format-{FORMAT}.modus"
    path.unlink(missing_ok=True)
    games.played(path).close()
    erase(path, games.scenario().players[0])
    ledger = "".join(f"{line}\n" for line in export(path, "csv"))
    path.with_suffix(".csv").write_text(ledger, encoding="utf-8", newline="")


if __name__ == "__main__":
    write()
