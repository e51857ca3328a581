"""The clock of a game that is played here: since when each phase runs, and whether time is up."""

from __future__ import annotations

from collections.abc import Callable

from game.record.times import Moment
from game.session.clock import Preset, Times, clock, resumed
from game.session.source import Clock
from game.table.facts import Phase


class Timekeeper:
    """Starts the clock anew whenever the turn or the phase is another. Without timings: none.

    `moments` are those of a game that goes on: what it took until now counts.
    """

    def __init__(
        self, preset: Preset | None, now: Callable[[], float], moments: tuple[Moment, ...] = ()
    ) -> None:
        self._preset = preset
        self._now = now
        self._times = resumed(moments, now()) if moments else None
        self._started = self._times.started if self._times else now()
        self._seen: tuple[bool, str] = (False, "")

    def clock(self, phase: Phase, turn: int) -> Clock | None:
        """The clock of this phase, from the first time that it is asked for."""
        if self._preset is None:
            return None
        times = self._times
        if times is None or (times.phase, times.turn) != (phase, turn):
            times = self._times = Times(phase, turn, self._now(), self._started)
        found = clock(self._preset, times, self._now())
        self._seen = _said(found, self._now())
        return found

    def changed(self, now: float) -> bool:
        """Whether time is up since it was last asked, or the guard says something else."""
        if self._preset is None or self._times is None:
            return False
        return _said(clock(self._preset, self._times, now), now) != self._seen

    def up(self) -> bool:
        """Whether the phase has had its time, as the clock last said."""
        return self._seen[0]


def _said(shown: Clock | None, now: float) -> tuple[bool, str]:
    return (False, "") if shown is None else (shown.seconds(now) < 0, shown.guard)
