"""The clock: phases, pauses, and the debrief's time, which is guarded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.loading import load
from game.record.table import Table
from game.record.times import Moment, moments
from game.session.clock import Preset, Times, clock, guard_of, preset, presets, resumed, times_of
from game.table.commands import Lock

START = 1_000_000.0


@pytest.fixture(scope="module")
def fifty() -> Preset:
    found = preset(load("thaad-2016"), 50)
    assert found is not None
    return found


def at(turn: int, began: float, phase: str = "negotiation", **more: object) -> Times:
    return Times(phase, turn, START + began, START, **more)  # type: ignore[arg-type]


def test_a_scenario_says_its_lengths() -> None:
    assert presets(load("thaad-2016")) == (50, 90, 180)
    assert preset(load("thaad-2016"), 51) is None


def test_a_negotiation_has_its_minutes(fifty: Preset) -> None:
    shown = clock(fifty, at(1, 60), START + 60)
    assert shown is not None and shown.seconds(START + 60) == 300
    assert shown.seconds(START + 400) == -40


def test_what_has_no_limit_has_no_clock(fifty: Preset) -> None:
    assert clock(fifty, at(1, 0, "ruling"), START) is None


def test_the_facilitator_extends_and_pauses(fifty: Preset) -> None:
    longer = clock(fifty, at(1, 0, extra=60), START)
    assert longer is not None and longer.seconds(START) == 360
    held = clock(fifty, at(1, 0, held=START + 100), START + 500)
    assert held is not None and held.paused and held.seconds(START + 900) == 200
    after = clock(fifty, at(1, 0, pauses=((START + 100, START + 500),)), START + 500)
    assert after is not None and after.seconds(START + 500) == 200


def test_the_debrief_has_its_own_clock(fifty: Preset) -> None:
    shown = clock(fifty, at(5, 40 * 60, "over"), START + 40 * 60)
    assert shown is not None and shown.seconds(START + 40 * 60) == 13 * 60
    assert shown.guard == ""


def test_a_quarter_is_set_aside_where_the_timing_says_nothing(fifty: Preset) -> None:
    bare = replace(fifty, timing=fifty.timing.model_copy(update={"debrief": 0}))
    assert bare.debrief == 50 * 60 / 4


@pytest.mark.parametrize(
    ("turn", "began", "says"),
    [
        (1, 1, ""),
        (4, 25, "To keep 13 minutes for the debrief, end the session after this turn."),
        (4, 31, "To keep 13 minutes for the debrief, end this turn early, then the session."),
        (5, 40, "10 minutes are left for it"),
    ],
)
def test_turns_that_would_eat_the_debrief_are_noticed(
    fifty: Preset, turn: int, began: int, says: str
) -> None:
    found = guard_of(fifty, at(turn, began * 60), START + began * 60)
    assert (says in found) if says else not found


@given(
    turn=st.integers(1, 9), began=st.integers(0, 6000), later=st.integers(0, 3000),
    more=st.integers(0, 3000),
)  # fmt: skip
def test_a_guard_never_falls_silent_as_time_goes_by(
    fifty: Preset, turn: int, began: int, later: int, more: int
) -> None:
    times = at(turn, began)
    if guard_of(fifty, times, START + began + later):
        assert guard_of(fifty, times, START + began + later + more)


def test_a_record_knows_when_what_happened(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    scenario = load("first-talks")
    with Table.open(scenario, 1, path=path, minutes=25) as table:
        for seat in scenario.players:
            table.submit(seat, Lock())
    with Table.load(path) as again:
        assert again.state.setup.minutes == 25
    found = moments(path)
    assert [one.turn for one in found] == [1, 1, 1, 2]
    assert times_of(found).began == found[-1].at
    assert times_of(found).started == found[0].at


def test_a_long_break_is_not_counted() -> None:
    told = [
        Moment(START, 1, "negotiation", False, 0),
        Moment(START + 60, 1, "negotiation", False, 0),
        Moment(START + 90_000, 1, "negotiation", False, 0),
        Moment(START + 90_030, 1, "negotiation", False, 0),
    ]
    now = START + 200_000
    assert resumed(told, now).began == now - 90
    assert resumed(told, now).started == now - 90


def test_who_follows_a_game_does_not_count_a_long_break_either(fifty: Preset) -> None:
    told = [
        Moment(START, 1, "negotiation", False, 0),
        Moment(START + 60, 1, "negotiation", False, 0),
        Moment(START + 90_000, 1, "negotiation", False, 0),
        Moment(START + 90_030, 1, "negotiation", False, 0),
    ]
    now = START + 90_040
    shown = clock(fifty, times_of(told), now)
    assert shown is not None and shown.seconds(now) == 300 - 60 - 40 and shown.guard == ""


def test_a_break_in_which_the_clock_stood_still_counts_once(fifty: Preset) -> None:
    told = [
        Moment(START, 1, "negotiation", False, 0),
        Moment(START + 60, 1, "negotiation", True, 0),
        Moment(START + 90_000, 1, "negotiation", False, 0),
    ]
    now = START + 90_010
    shown = clock(fifty, times_of(told), now)
    assert shown is not None and shown.seconds(now) == 300 - 60 - 10
