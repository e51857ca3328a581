"""What a face (the board, line mode) shows, and how it says what a person chose.

A source is a way to be at a game. It gives a frame, a value to draw; a face gives back the control
that was chosen, with a text where the control asks for one. No face decides anything.
"""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from game.screens.model import Control, Screen, Tone
from game.screens.scene import Scene

Layout = Literal["panel", "page", "reveal", "curtain", "board", "title"]
"""How much room a screen takes: beside the board, the whole page, told to the back row, a hand-over
with nothing else in sight, the board alone for a projector, or the start."""


class Clock(Struct, frozen=True, omit_defaults=True):
    """The clock of a phase. `until` is when it ends, in seconds since the epoch.

    While it is paused `left` seconds stand still. `guard` says that the debrief's time is being
    eaten, in a sentence.
    """

    until: float = 0.0
    left: float = 0.0
    paused: bool = False
    guard: str = ""

    def seconds(self, now: float) -> int:
        """The seconds that are left, negative once time is up."""
        return int(self.left if self.paused else self.until - now)


class Notice(Struct, frozen=True, omit_defaults=True):
    """What came of the last choice: said once, in a line."""

    text: str
    tone: Tone = ""


class Frame(Struct, frozen=True, omit_defaults=True):
    """What is to be seen now. `seat` is whose secrets are on it, "" where anybody may look.

    `language` is the one that was chosen for its texts, "" where the start's holds.
    """

    screen: Screen
    layout: Layout = "panel"
    scene: Scene | None = None
    seat: str = ""
    clock: Clock | None = None
    notices: tuple[Notice, ...] = ()
    language: str = ""


class Source(Protocol):
    """A way to be at a game."""

    def frame(self) -> Frame:
        """What is to be seen now: the same value until something changes."""
        ...

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what an enabled control does; the source to go on with, None where the person leaves.

        `text` is what was typed where the control's action is a `Fill`. A refusal is a notice of
        the next frame.
        """
        ...

    def typed(self, line: str) -> Source | None:
        """Do what a typed line says: an order in its notation, or a word of the desk."""
        ...

    def poll(self, now: float) -> bool:
        """Look whether something changed without a choice: another process, the clock."""
        ...

    def close(self) -> None:
        """Let go of files; nothing is lost by it."""
        ...
