"""The clock of a facilitated game: the facilitator's commands stop and extend it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from game.record.times import Moment
from game.session.clock import Preset, Times, clock, resumed
from game.session.source import Clock
from game.table.state import State


class ClassClock:
    """Follows a table's state. Without timings there is no clock.

    `moments` are those of a game that goes on: what it took until now counts.
    """

    def __init__(
        self, preset: Preset | None, now: Callable[[], float], moments: tuple[Moment, ...] = ()
    ) -> None:
        self._preset = preset
        self._now = now
        self._times = resumed(moments, now()) if moments else None
        self._started = self._times.started if self._times else now()
        self._said: tuple[bool, str] = (False, "")

    def clock(self, state: State) -> Clock | None:
        """The clock as it stands now, once the table is in this state."""
        if self._preset is None:
            return None
        times, now, at = self._times, self._now(), (state.phase, state.world.turn)
        if times is None or (times.phase, times.turn) != at:
            times = Times(state.phase, state.world.turn, now, self._started)
        if state.paused and times.held is None:
            times = replace(times, held=now)
        elif not state.paused and times.held is not None:
            times = replace(times, pauses=(*times.pauses, (times.held, now)), held=None)
        self._times = replace(times, extra=state.extra)
        found = clock(self._preset, self._times, now)
        self._said = _says(found, now)
        return found

    def changed(self, now: float) -> bool:
        """Whether time is up since it was last asked, or the guard says something else."""
        if self._preset is None or self._times is None:
            return False
        return _says(clock(self._preset, self._times, now), now) != self._said


def _says(shown: Clock | None, now: float) -> tuple[bool, str]:
    return (False, "") if shown is None else (shown.seconds(now) < 0, shown.guard)
