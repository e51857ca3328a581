"""Which of the facilitator's pages there are, and which the class may read."""

from __future__ import annotations

from collections.abc import Callable

from game.screens import facilitating as f
from game.screens import facilitating_asking as asking
from game.screens import facilitating_powers as powers
from game.screens import facilitating_slips as slips
from game.screens.eyes import Eyes
from game.screens.model import Place, Screen

OPEN: dict[str, Callable[[f.Room, Place], Screen]] = {
    "f.hub": f.hub, "f.close": asking.close, "f.says": asking.says, "f.cover": slips.cover,
    "f.powers": powers.powers, "f.undo": powers.undo, "f.replace": powers.replacing,
    "f.names": powers.names, "f.finish": powers.finish,
}  # fmt: skip
"""Pages that the class may read."""
SECRET: dict[str, Callable[[f.Room, Eyes, Place], Screen]] = {
    "f.injects": powers.injects, "f.inject": powers.inject, "f.tracks": powers.tracks,
    "f.issues": powers.issues,
}  # fmt: skip
"""Pages for the facilitator's eyes alone."""
SHOWN = frozenset({"reveal", "why", "whys", "board", "relations", "history", "compare"})
"""Pages about the game that the class may look at."""


def leads_on(to: Place) -> bool:
    """Whether a choice of the reveal leaves the turn that it tells."""
    return to.screen == "briefing" or to.screen.startswith("end.")
