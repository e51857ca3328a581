"""Bots get a sight and nothing else: what a seat may not see does not change what they do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bots.play import NAMES, named
from game.scenario.model import Scenario
from game.table.sight import sight
from game.table.state import State
from tests.properties.playing import choices, last_state, names, scenario
from tests.properties.scrambling import Scrambler


def deeds(it: Scenario, state: State, seat: str, name: str) -> list[object]:
    """All that a bot would do now, without its reasons."""
    seen, bot = sight(it, state, seat), named(name, 1)
    asked = (bot.opens, bot.signs, bot.closes)
    return [(d.do, d.because) for ask in asked for d in ask(it, seen)]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25)
@given(names, choices, st.integers(0, 99), st.randoms(use_true_random=False))
def test_hidden_things_change_no_deed(
    name: str, id: str, numbers: list[int], seat_number: int, dice: random.Random
) -> None:
    it = scenario(id)
    state = last_state(it, numbers)
    if state.phase != "negotiation":
        return
    seat = it.players[seat_number % len(it.players)]
    if state.chairs[seat].locked:
        return
    other = Scrambler(it, seat, random.Random(dice.getrandbits(32))).state(state)
    assert deeds(it, state, seat, name) == deeds(it, other, seat, name)
