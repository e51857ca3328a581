"""The clock of a game: how long a phase may take, and the debrief's time, which is guarded.

A scenario's `timings:` say the minutes of each phase for a session of so many minutes. Times are
in seconds since the epoch, lengths in seconds. Nothing here reads a clock.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from game.i18n import _, ngettext
from game.record.times import Moment
from game.scenario.document import Timing
from game.scenario.model import Scenario
from game.session.source import Clock
from game.table.facts import Phase

BREAK = 900.0
"""Seconds without a command after which a game was interrupted: they are not counted."""


class Preset(Struct, frozen=True):
    """How a session of so many minutes is divided. `turns` are the most that the game can have."""

    minutes: int
    timing: Timing
    turns: int

    @property
    def debrief(self) -> int:
        """Seconds that are set aside for the debrief: the timing's, else a quarter of all."""
        return self.timing.debrief * 60 or self.minutes * 15

    @property
    def turn(self) -> int:
        """Seconds of a whole turn."""
        it = self.timing
        return 60 * (it.briefing + it.negotiation + it.reveal)

    def phase(self, phase: Phase) -> int:
        """Seconds of a phase, the debrief's where the game is over; 0 where it has no limit."""
        it = self.timing
        minutes = {"briefing": it.briefing, "negotiation": it.negotiation, "reveal": it.reveal}
        return self.debrief if phase == "over" else 60 * minutes.get(phase, 0)


class Times(Struct, frozen=True, omit_defaults=True):
    """Where a session stands: since when the phase and the session run, and what held them up.

    `extra` are seconds that the facilitator gave the phase; `pauses` spans in which the clock stood
    still, and `held` since when it does now.
    """

    phase: Phase
    turn: int
    began: float
    started: float
    extra: int = 0
    pauses: tuple[tuple[float, float], ...] = ()
    held: float | None = None


def presets(scenario: Scenario) -> tuple[int, ...]:
    """The lengths of a session, in minutes, for which a scenario says its timings."""
    return tuple(sorted(scenario.document.timings))


def preset(scenario: Scenario, minutes: int) -> Preset | None:
    """The timings for a session's length; None where there are none, or no clock is wanted."""
    timing = scenario.document.timings.get(minutes)
    return Preset(minutes, timing, scenario.turns[1]) if timing is not None else None


def clock(preset: Preset, times: Times, now: float) -> Clock | None:
    """The clock of the phase at a moment; None where the phase has no limit."""
    length = preset.phase(times.phase)
    if not length:
        return None
    until = _until(times, length)
    guard = guard_of(preset, times, now)
    if times.held is None:
        return Clock(until, 0.0, False, guard)
    return Clock(until, until - times.held, True, guard)


def _until(times: Times, length: int) -> float:
    stood = sum(end - max(start, times.began) for start, end in times.pauses if end > times.began)
    return times.began + length + times.extra + stood


def guard_of(preset: Preset, times: Times, now: float) -> str:
    """What turns would take from the debrief's time, in a sentence; "" where it is safe."""
    if times.phase == "over":
        return ""
    latest = times.started + preset.minutes * 60 - preset.debrief
    left = latest + preset.debrief - now
    if now >= latest:
        minutes = max(0, math.floor(left / 60))
        text = ngettext(
            "The debrief's time is running: {n} minute is left for it. End the session now.",
            "The debrief's time is running: {n} minutes are left for it. End the session now.",
            minutes,
        )
        return text.format(n=minutes)
    end = _end_of_turn(preset, times, now)
    minutes = preset.debrief // 60
    if end > latest:
        says = _("To keep {n} minutes for the debrief, end this turn early, then the session.")
        return says.format(n=minutes)
    if times.turn < preset.turns and end + preset.turn > latest:
        says = _("To keep {n} minutes for the debrief, end the session after this turn.")
        return says.format(n=minutes)
    return ""


def _end_of_turn(preset: Preset, times: Times, now: float) -> float:
    """When this turn will be told, if every phase takes its time."""
    until = _until(times, preset.phase(times.phase))
    until = max(now, until if times.held is None else until + now - times.held)
    after = {
        "briefing": preset.timing.negotiation + preset.timing.reveal,
        "negotiation": preset.timing.reveal,
        "ruling": preset.timing.reveal,
    }.get(times.phase, 0)
    return until + 60 * after


def times_of(moments: Sequence[Moment]) -> Times:
    """Where a recorded game stands, by the times of its entries, as somebody who follows it sees.

    The clock stands still where the facilitator stopped it, and while the game was left.
    """
    last = moments[-1]
    began = _phase_began(moments)
    breaks = _breaks(moments)
    pauses = [(one.at, two.at) for one, two in breaks if not one.paused]
    started = moments[0].at + sum(two.at - one.at for one, two in breaks)
    held: float | None = None
    for one in moments:
        if one.paused and held is None:
            held = one.at
        elif not one.paused and held is not None:
            pauses.append((held, one.at))
            held = None
    return Times(last.phase, last.turn, began, started, last.extra, tuple(pauses), held)


def _breaks(moments: Sequence[Moment]) -> list[tuple[Moment, Moment]]:
    """Between which entries a game was left."""
    pairs = zip(moments, moments[1:], strict=False)
    return [(one, two) for one, two in pairs if two.at - one.at > BREAK]


def _phase_began(moments: Sequence[Moment]) -> float:
    now, began = moments[-1], moments[-1].at
    for one in reversed(moments):
        if (one.turn, one.phase) != (now.turn, now.phase):
            return began
        began = one.at
    return began


def resumed(moments: Sequence[Moment], now: float) -> Times:
    """Where a game stands that somebody goes on with now: long breaks are not counted."""
    last, began = moments[-1], _phase_began(moments)
    spent = played = 0.0
    for one, two in zip(moments, moments[1:], strict=False):
        took = two.at - one.at
        if took <= BREAK:
            played += took
            spent += took if one.at >= began and not one.paused else 0.0
    held = now if last.paused else None
    return Times(last.phase, last.turn, now - spent, now - played, last.extra, held=held)
