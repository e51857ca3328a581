"""Which of the facilitator's pages there are, and which the class may read."""

from __future__ import annotations

from collections.abc import Callable

from game.screens import facilitating as f
from game.screens import facilitating_powers as powers
from game.screens import facilitating_slips as slips
from game.screens.eyes import Eyes
from game.screens.model import Place, Screen

OPEN: dict[str, Callable[[f.Room, Place], Screen]] = {
    "f.hub": f.hub, "f.close": f.close, "f.says": f.says, "f.cover": slips.cover,
    "f.powers": powers.powers, "f.undo": powers.undo, "f.replace": powers.replacing,
    "f.names": powers.names,
}  # fmt: skip
"""Pages that the class may read."""
SECRET: dict[str, Callable[[f.Room, Eyes, Place], Screen]] = {
    "f.injects": powers.injects, "f.inject": powers.inject, "f.tracks": powers.tracks,
    "f.issues": powers.issues,
}  # fmt: skip
"""Pages for the facilitator's eyes alone."""
