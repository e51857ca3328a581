"""The plain terminal: prints lines, reads lines, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence

from game.lines.draw import NARROW, WIDE, wrap

Read = Callable[[str], str]
Write = Callable[[str], None]

APART = 40
"""Empty lines that push what one person read off the next one's screen."""


class Closed(Exception):
    """The input ended: the terminal was closed, or a script is over."""


class Terminal:
    """Reads and writes lines; `read` and `write` can be a script's.

    :raises Closed: from :meth:`ask`, when there is no more input.
    """

    def __init__(
        self, read: Read | None = None, write: Write | None = None, width: int = 0
    ) -> None:
        self._read = read or input
        self._write = write or print
        self._width = width

    @property
    def width(self) -> int:
        """Columns to draw in: the terminal's, within what reads well."""
        found = self._width or shutil.get_terminal_size((80, 24)).columns
        return max(NARROW, min(found, WIDE))

    def show(self, lines: Sequence[str]) -> None:
        """Print lines."""
        for line in lines:
            self._write(line)

    def say(self, text: str) -> None:
        """Print a sentence, wrapped."""
        self.show(wrap(text, self.width))

    def ask(self, prompt: str = "> ") -> str:
        """One line of input, trimmed."""
        try:
            return self._read(prompt).strip()
        except EOFError:
            raise Closed from None

    def clear(self) -> None:
        """Push what stands on the screen out of sight, without a cursor."""
        self.show([""] * APART)
