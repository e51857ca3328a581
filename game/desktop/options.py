"""How a person wants the board: its colours, its size, its rest."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from game.desktop.theme import THEMES

SCALES = (1.0, 1.25, 1.5, 1.75)
"""How much larger than usual texts are drawn."""


class Options(Struct, frozen=True):
    """What holds for the whole window, whatever is played in it.

    `still` draws no movement; `table` asks for the board without a map; `size` is the window's, in
    pixels, (0, 0) for as large as fits.
    """

    theme: str = "light"
    scale: float = 1.0
    still: bool = False
    sound: bool = False
    table: bool = False
    fullscreen: bool = False
    size: tuple[int, int] = (0, 0)
    language: str = "en"

    def other_theme(self) -> Options:
        """The next set of colours."""
        names = [*THEMES]
        return replace(self, theme=names[(names.index(self.theme) + 1) % len(names)])

    def larger(self) -> Options:
        """The next size of texts; behind the largest comes the usual one."""
        bigger = next((scale for scale in SCALES if scale > self.scale), SCALES[0])
        return replace(self, scale=bigger)
