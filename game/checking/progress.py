"""How far a long check is: one line on a terminal, for who has waited a second."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from game.i18n import _

PATIENCE = 1.0
"""Seconds after which somebody wonders whether anything goes on."""


class Progress:
    """Says on standard error how many games are done; takes its line away at the end."""

    def __init__(self, source: str, games: int) -> None:
        self.source = source
        self.games = games
        self._from = monotonic()
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def say(self, done: int) -> None:
        """So many games are done."""
        if sys.stderr.isatty() and monotonic() - self._from > PATIENCE:
            says = _("{source}: {n} of {games} games")
            says = says.format(source=self.source, n=done, games=self.games)
            self._write(says.ljust(self._width))
            self._width = len(says)

    def _write(self, line: str) -> None:
        print(f"\r{line}", end="", file=sys.stderr, flush=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if self._width:
            self._write(" " * self._width + "\r")
