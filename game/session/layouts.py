"""How much room each screen takes, by its place."""

from __future__ import annotations

from game.screens.model import Place
from game.session.source import Layout

PAGES = frozenset(
    {
        "start", "sheet", "home", "points", "chorus", "sources", "wants", "board", "relations",
        "timeline", "replay.compare", "edit", "edit.parties", "clause",
    }
)  # fmt: skip
"""Places that take the whole page; what is no reveal either stands beside the board."""


def layout_of(place: Place) -> Layout:
    """The room that a place's screen takes."""
    if place.screen == "reveal":
        return "reveal"
    if place.screen in PAGES or place.screen.startswith("end."):
        return "page"
    return "panel"
