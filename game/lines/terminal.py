"""The plain terminal: prints lines, reads lines, and nothing else."""

from __future__ import annotations

import getpass
import shutil
import sys
from collections.abc import Callable, Sequence

from game.i18n import _
from game.lines.wrapping import NARROW, WIDE, plain, wrap

Read = Callable[[str], str]
Write = Callable[[str], None]

APART = 40
"""Empty lines that push what one person read off the next one's screen."""

LONGEST = 10_000
"""Characters that a typed line may have."""


class Closed(Exception):
    """The input ended: the terminal was closed, or a script is over."""


class Terminal:
    """Reads and writes lines; `read` and `write` can be a script's.

    :raises Closed: from :meth:`ask`, when there is no more input.
    """

    def __init__(
        self, read: Read | None = None, write: Write | None = None, width: int = 0
    ) -> None:
        self._read = read or _typed
        self._write = write or print
        self._width = width

    @property
    def width(self) -> int:
        """Columns to draw in: the terminal's, within what reads well."""
        found = self._width or shutil.get_terminal_size((80, 24)).columns
        return max(NARROW, min(found, WIDE))

    def show(self, lines: Sequence[str]) -> None:
        """Print lines, without what would command the terminal."""
        for line in lines:
            self._write(plain(line))

    def say(self, text: str) -> None:
        """Print a sentence, wrapped."""
        self.show(wrap(text, self.width))

    def ask(self, prompt: str = "> ", secret: bool = False) -> str:
        """One line of input, trimmed; one that is too long is asked for again.

        A secret one is not shown as it is typed.
        """
        read = _hidden if secret and self._read is _typed and _is_terminal() else self._read
        while True:
            try:
                line = read(plain(prompt)).rstrip("\n")
            except EOFError:
                raise Closed from None
            if len(line) <= LONGEST:
                return line.strip()
            says = _("A line may have {n} characters; this one has more. Say it shorter.")
            self.say(says.format(n=f"{LONGEST:,}"))

    def clear(self) -> None:
        """Push what stands on the screen out of sight, without a cursor."""
        self.show([""] * APART)


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _hidden(prompt: str) -> str:
    return getpass.getpass(prompt)


def _typed(prompt: str) -> str:
    """A line of standard input. Raises EOFError at its end, and where it was closed from outside.

    What is piped is read within bounds: of a line that is too long, no more than shows that it is.
    """
    if sys.stdin is None:
        raise EOFError
    if sys.stdin.isatty():
        return input(prompt)
    print(prompt, end="", flush=True)
    line = rest = sys.stdin.readline(LONGEST + 2)
    if not line:
        raise EOFError
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(LONGEST)
    return line
