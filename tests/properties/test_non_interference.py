"""What a seat may not see makes no difference to what it sees, byte for byte."""

from __future__ import annotations

import random
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.table import commands as c
from game.table import facts as f
from game.table.decide import decide
from game.table.evolve import evolve_all
from game.table.past import past
from game.table.sight import sight
from game.table.state import State, begin, remember
from game.table.view import view
from game.table.words import words_of
from game.world.facts import Fact as WorldFact
from game.world.world import World
from tests.properties.playing import Chooser, a_command, choices, last_state, names, scenario
from tests.properties.scrambling import FACTS, STATE, WORLD, Scrambler

few = settings(max_examples=40)


def sight_bytes(it: Scenario, state: State, seat: str) -> bytes:
    """A sight as bytes."""
    seen = sight(it, state, seat)
    plain = msgspec.structs.replace(seen, profile=None, done=frozenset())
    wants = None if seen.profile is None else (seen.profile.actor, seen.profile.instructions)
    rest = (wants, sorted(seen.done))
    return msgspec.json.encode((plain, rest), enc_hook=list)


def view_bytes(it: Scenario, state: State, seat: str) -> bytes:
    """A view as bytes."""
    return msgspec.json.encode(view(it, state, seat, words_of(it)))


def past_bytes(it: Scenario, state: State, seat: str) -> bytes:
    """All that may be known of earlier turns, as bytes."""
    return msgspec.json.encode(past(it, state, seat, words_of(it)))


def test_everything_that_is_kept_says_who_may_see_it() -> None:
    """A new field or fact must be given an entry in `scrambling`, or this fails."""
    assert set(STATE) == set(State.__struct_fields__)
    assert set(WORLD) == set(World.__struct_fields__)
    assert set(FACTS) == set(get_args(WorldFact))


@few
@given(names, choices, st.integers(0, 99), st.randoms(use_true_random=False))
def test_hidden_things_make_no_difference(
    name: str, numbers: list[int], seat_number: int, dice: random.Random
) -> None:
    it = scenario(name)
    state = last_state(it, numbers)
    for seat in ("", it.players[seat_number % len(it.players)]):
        other = Scrambler(it, seat, random.Random(dice.getrandbits(32))).state(state)
        assert sight_bytes(it, other, seat) == sight_bytes(it, state, seat)
        assert view_bytes(it, other, seat) == view_bytes(it, state, seat)
        assert past_bytes(it, other, seat) == past_bytes(it, state, seat)


@few
@given(names, choices, st.integers(0, 99), st.randoms(use_true_random=False))
def test_a_session_that_ended_tells_a_seat_no_more_than_its_powers(
    name: str, numbers: list[int], seat_number: int, dice: random.Random
) -> None:
    """Only the debrief, which reads the whole game, tells what was secret."""
    it = scenario(name)
    state = last_state(it, numbers)
    if state.world.end:
        return
    facts = decide(it, state, c.Command(c.CONTROL, c.Finish()))
    assert not isinstance(facts, Refusal)
    over = evolve_all(it, state, facts)
    seat = it.players[seat_number % len(it.players)]
    other = Scrambler(it, seat, random.Random(dice.getrandbits(32))).state(over)
    assert sight_bytes(it, other, seat) == sight_bytes(it, over, seat)
    assert view_bytes(it, other, seat) == view_bytes(it, over, seat)


@given(names, choices)
@settings(max_examples=10)
def test_the_scrambler_changes_what_control_sees(name: str, numbers: list[int]) -> None:
    """Lest the property above hold because nothing was changed."""
    it = scenario(name)
    state = last_state(it, numbers)
    other = Scrambler(it, it.players[0], random.Random(1)).state(state)
    assert view_bytes(it, other, c.CONTROL) != view_bytes(it, state, c.CONTROL)
    assert view_bytes(it, other, it.players[1]) != view_bytes(it, state, it.players[1])
    if state.log:
        assert past_bytes(it, other, c.CONTROL) != past_bytes(it, state, c.CONTROL)


@few
@given(names, choices, st.integers(0, 99))
def test_what_others_do_in_private_makes_no_difference(
    name: str, numbers: list[int], seat_number: int
) -> None:
    """Two tables, one of which lacks what others did out of sight of a seat: it sees no difference.

    They part ways when the negotiation ends: arguments are heard, and orders have their effects.
    """
    it = scenario(name)
    eyes = it.players[seat_number % len(it.players)]
    choose = Chooser(numbers)
    full = less = begin(it, choose.among(1000))
    while not choose.done and full.phase in ("briefing", "negotiation"):
        command = a_command(it, full, choose)
        answer = decide(it, full, command)
        if isinstance(answer, Refusal):
            continue
        if command.do == c.Close():
            return
        if any(isinstance(fact, f.Resolved | f.Began) for fact in answer[1:]):
            return
        full = evolve_all(it, full, answer)
        if not all(private(full, fact, eyes) for fact in answer):
            again = decide(it, less, command)
            assert not isinstance(again, Refusal), (command, again)
            less = evolve_all(it, less, again)
        assert view_bytes(it, remember(full, {}), eyes) == view_bytes(it, less, eyes)
        assert sight_bytes(it, full, eyes) == sight_bytes(it, less, eyes)


def private(state: State, fact: f.Fact, eyes: str) -> bool:
    """Is this out of sight of a seat until the turn is resolved, whatever becomes of it?"""
    if isinstance(fact, f.Gave | f.TookBack | f.Chose | f.Perceived):
        return fact.seat != eyes
    if isinstance(fact, f.Said):
        return bool(fact.to) and fact.to != (c.PRESS,) and eyes not in (*fact.to, fact.seat)
    if isinstance(fact, f.Drafted):
        return fact.terms.secret and eyes not in fact.terms.parties
    if isinstance(fact, f.Signed | f.Withdrawn):
        return fact.draft in state.secrets and eyes not in state.secrets[fact.draft]
    return isinstance(fact, f.Prepared)
