"""What a seat sees of a position as the turn began: it stands until the turn is resolved.

A sight is built from nothing each time; this part of it is the same all turn long, so it is built
once for each pair of eyes and kept while the table stays in the position.
"""

from __future__ import annotations

from msgspec import Struct

from game.rules.profiles import Profile
from game.scenario.model import Scenario
from game.table.commands import CONTROL, PUBLIC
from game.table.drafting import visible
from game.table.eyes import Eyes, eyes
from game.table.orders import moment_of, purse
from game.table.state import State
from game.table.told import told
from game.world.facts import Fact as WorldFact
from game.world.world import Agreement, Deed, Row

UNSEEN = -32768
"""What stands in the row of a sight in the place of a cell that this seat may not see."""


class Standing(Struct, frozen=True):
    """What `seat` may see of the world of a state, and of the turn that led to it."""

    eyes: Eyes
    own: bool  # is it a player's seat
    row: Row[int]
    agreements: tuple[Agreement, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    happened: tuple[tuple[str, int], ...]
    done: frozenset[Deed]
    draw: int
    accrued: tuple[int, int]
    told: tuple[WorldFact, ...]
    purse: int
    profile: Profile | None


def standing(scenario: Scenario, state: State, seat: str) -> Standing:
    """What a seat sees of a position.

    :raises KeyError: for a seat that is not at the table.
    """
    kept = scenario.cache.setdefault("standing", {})
    found = kept.get(seat)
    if found is not None:
        world, log, secrets, before = found
        if world is state.world and log is state.log and secrets is state.secrets:
            assert isinstance(before, Standing)
            return before
    fresh = _standing(scenario, state, seat)
    kept[seat] = (state.world, state.log, state.secrets, fresh)
    return fresh


def _standing(scenario: Scenario, state: State, seat: str) -> Standing:
    look, world = eyes(scenario, seat), state.world
    row = world.row[:]
    for index in look.hidden:
        row[index] = UNSEEN
    own = seat in state.chairs
    if not own and seat not in (PUBLIC, CONTROL):
        raise KeyError(seat)
    number = scenario.players.index(seat) if own else -1
    agreements = world.agreements
    if any(a.terms.secret for a in agreements):
        agreements = tuple(a for a in agreements if visible(a.terms, seat))
    happened = world.happened
    if not look.all_events:
        happened = tuple(pair for pair in happened if pair[0] in look.events)
    asked = world.asked
    if asked and state.secrets:
        asked = tuple(pair for pair in asked if look.sees_secret(pair[0], state.secrets))
    return Standing(
        eyes=look,
        own=own,
        row=row,
        agreements=agreements,
        asked=asked,
        happened=happened,
        done=look.deeds(world.done),
        draw=world.draws[number] if own else -1,
        accrued=world.accrued[number] if own else (0, 0),
        told=told(scenario, state, seat),
        purse=purse(scenario, state, seat) if own else 0,
        profile=moment_of(scenario, state).profiles[seat] if own else None,
    )
