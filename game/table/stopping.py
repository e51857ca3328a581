"""The table between two turns, and where a session is ended before its scenario is over."""

from __future__ import annotations

from msgspec.structs import replace

from game.table.state import Chair, State, TurnStart
from game.world.world import STOPPED


def cleared(state: State, start: TurnStart) -> State:
    """The table at the start of a turn: nothing ordered, nobody locked."""
    chairs: dict[str, Chair] = {
        seat: replace(c, locked=False) if c.locked else c for seat, c in state.chairs.items()
    }
    return replace(
        state, world=start.world, drafts=start.drafts, start=start, chairs=chairs, orders={},
        answers={}, perceptions={}, proposals={}, hearings=(), packages={}, injects=(), extra=0,
    )  # fmt: skip


def finished(state: State) -> State:
    """The table once its session was ended: what was not resolved is dropped, and remembered."""
    world = replace(state.world, end=STOPPED, pending=())
    over = cleared(state, TurnStart(world, state.drafts))
    # A text that is erased later must not come back with what is remembered.
    return replace(over, phase="over", paused=False, stopped=replace(state, texts={}))


def taken_up(state: State) -> State:
    """The table where its session was ended; what became so since (who sits where) stays so."""
    before = state.stopped
    assert before is not None
    chairs = {seat: _seated(before.chairs[seat], now) for seat, now in state.chairs.items()}
    return replace(
        before, chairs=chairs, messages=state.messages, powers=state.powers, texts=state.texts
    )


def _seated(before: Chair, now: Chair) -> Chair:
    """A chair as it is now, locked where the same player had locked it before."""
    same = (before.kind, before.bot) == (now.kind, now.bot)
    return replace(now, locked=before.locked and same)
