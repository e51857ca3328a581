"""The card that lies over the picture, if one does."""

from __future__ import annotations

from typing import Literal

from game.desktop import cards
from game.desktop.entry import Entry
from game.desktop.entry_card import amiss_in, entry_card
from game.desktop.ops import Op, Page
from game.desktop.options import Options
from game.desktop.spots import Placed, placed
from game.session.source import Frame

Kind = Literal["", "settings", "shortcuts", "help", "trouble", "entry"]


class Overlay:
    """Which card is open, and what is on it."""

    def __init__(self) -> None:
        self.kind: Kind = ""
        self.entry: Entry | None = None
        self.text = ""
        self.final = False
        self.ops: tuple[Op, ...] = ()
        self.placed: tuple[Placed, ...] = ()

    @property
    def open(self) -> bool:
        """Whether a card is open."""
        return bool(self.kind)

    def show(self, kind: Kind) -> None:
        """Open a card, in the place of the one that was open."""
        self.kind = kind
        self.entry = None

    def ask(self, entry: Entry) -> None:
        """Open the card on which a text is typed, or show what it has become."""
        self.kind, self.entry = "entry", entry

    def complain(self, text: str, final: bool) -> None:
        """Say what went wrong; where it is `final` there is no way but out."""
        self.show("trouble")
        self.text, self.final = text, final

    def close(self) -> None:
        """Take the card away."""
        self.show("")

    def lay(self, page: Page, options: Options, frame: Frame, caret: bool) -> None:
        """Compose the card as it is now."""
        screen = frame.screen
        match self.kind:
            case "settings":
                self.ops = cards.settings_card(page, options)
            case "shortcuts":
                self.ops = cards.shortcuts_card(page, screen)
            case "help":
                self.ops = cards.help_card(page, screen)
            case "trouble":
                self.ops = cards.trouble_card(page, self.text, self.final)
            case "entry" if self.entry is not None:
                self.ops = entry_card(page, self.entry, caret, self._amiss(frame))
            case _:
                self.ops = ()
        self.placed = placed(self.ops)

    def _amiss(self, frame: Frame) -> tuple[str, ...]:
        """What is wrong with what is corrected: nothing where a line of its own is typed."""
        return amiss_in(frame) if self.entry is not None and self.entry.control else ()
