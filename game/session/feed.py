"""Where a projector gets a game from: a file that another process writes, later a hosted game."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from game.record.errors import RecordError
from game.record.following import Followed, Stamp, follow, stamp
from game.screens.eyes import Eyes, look
from game.session.clock import Times, clock, preset, times_of
from game.session.opening import worded
from game.session.source import Clock
from game.table.commands import PUBLIC
from game.table.table import Table
from game.table.words import Words

EVERY = 5.0
"""Seconds after which a file is read again though it looks the same: some systems tell late."""


class Feed(Protocol):
    """A game as everybody may see it, wherever it is played."""

    def changed(self, now: float) -> bool:
        """Look whether there is something new: cheap, and never an error."""
        ...

    def eyes(self) -> Eyes | None:
        """The public's eyes on the game; None while there is none yet."""
        ...

    def clock(self, now: float) -> Clock | None:
        """The clock of the phase, where one runs."""
        ...

    def trouble(self) -> str:
        """Why nothing can be shown, in a sentence; "" where something is."""
        ...


class FileFeed(Feed):
    """A record that another process writes. It is only read, and may not be there yet."""

    def __init__(self, path: Path, skin: str = "", language: str = "") -> None:
        self.path = path
        self._skin, self._language = skin, language
        self._known: Followed | None = None
        self._words: Words | None = None
        self._eyes: Eyes | None = None
        self._times: Times | None = None
        self._stamp: Stamp | None = None
        self._read_at = 0.0
        self._trouble = ""

    def changed(self, now: float) -> bool:
        """Read what is new, if the file was written to since."""
        seen = stamp(self.path)
        if seen == self._stamp and 0 <= now - self._read_at < EVERY:
            return False
        self._read_at = now
        before, trouble = self._known, self._trouble
        try:
            self._known = follow(self.path, before)
        except RecordError as error:
            # Somebody writes to it, or has not begun: what was shown stands until it can be read.
            self._trouble = error.message
            return before is None and self._trouble != trouble
        self._stamp, self._trouble = seen, ""
        if before is not None and before.began == self._known.began:
            if (before.seq, before.chain) == (self._known.seq, self._known.chain):
                return False
        elif before is not None:
            self._words = None
        self._look(self._known)
        return True

    def _look(self, known: Followed) -> None:
        if self._words is None:
            self._words = worded(known.scenario, self._skin, self._language)
        self._eyes = look(Table(known.scenario, known.state), PUBLIC, self._words)
        self._times = times_of(known.moments)

    def eyes(self) -> Eyes | None:
        """The public's eyes on the game as it was last read."""
        return self._eyes

    def clock(self, now: float) -> Clock | None:
        """The clock by the times of the record's entries, where its table keeps one."""
        if self._known is None or self._times is None:
            return None
        timing = preset(self._known.scenario, self._known.state.setup.minutes)
        return clock(timing, self._times, now) if timing is not None else None

    def trouble(self) -> str:
        """Why the file could not be read, as long as nothing of it was."""
        return "" if self._known is not None else self._trouble
