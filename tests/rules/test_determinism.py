"""The same orders under the same seed give the same game, on every machine and Python."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.bots.dice import Dice
from game.data import Library
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.turn import Turn
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.notation import format_order, parse_order
from game.world.facts import Happened
from tests.rules.games import ROOT, full_turn, game, names, scenario, seeds, text
from tests.rules.golden import KEPT, NAMES, hashes


@pytest.mark.parametrize("name", NAMES)
def test_games_are_what_they_were(name: str) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert hashes(name) == kept[name], (
        "if the rules or the scenario were meant to change: python -m tests.rules.golden"
    )


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_games_do_not_depend_on_how_strings_hash(hash_seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.rules.golden", "--print"],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert json.loads(told) == {name: hashes(name) for name in NAMES}


@given(names, seeds, seeds)
def test_what_was_played_before_makes_no_difference(name: str, seed: int, before: int) -> None:
    it = scenario(name)
    for _turn in game(it, before):
        pass  # what the rules remember of it they may use, but never so that it shows
    fresh = dataclasses.replace(it, cache={})
    for world, turn, after in game(it, seed):
        assert advance(fresh, world, turn) == after


# ---------------------------------------------------------------------- chance by name


@given(names, seeds)
def test_chance_does_not_shift_when_an_event_is_added(name: str, seed: int) -> None:
    it = scenario(name)
    more = "events:\n  another_draw: {title: Nothing much, chance: 0.5, repeat: true}\n"
    other = load_text(
        text(name).replace("\nevents:\n", "\n" + more, 1), "more.yaml", Library("more.yaml")
    )
    assert len(other.events) == len(it.events) + 1
    world = opening(other, seed)
    assert world == opening(it, seed)
    for _world, turn, after in game(it, seed):
        again = advance(other, world, turn)
        told = [f for f in again.facts if f != Happened("another_draw")]
        assert told == list(after.facts)
        assert again.world.row == after.world.row
        world = again.world


# ---------------------------------------------------------------------- seats relabelled


class Relabelling:
    """Other ids for all actors, in an order that sorts the other way."""

    def __init__(self, it: Scenario) -> None:
        self.ids = {actor: f"q{len(it.actors) - n:02}" for n, actor in enumerate(it.actors)}
        self.pattern = re.compile(r"\b(" + "|".join(self.ids) + r")\b")

    def text(self, text: str) -> str:
        """A text with every actor's id replaced."""
        return self.pattern.sub(lambda found: self.ids[found[1]], text)

    def turn(self, other: Scenario, turn: Turn) -> Turn:
        """The same turn of the other scenario."""
        return replace(
            turn,
            orders={
                self.ids[seat]: tuple(parse_order(self.text(format_order(o))) for o in given)
                for seat, given in turn.orders.items()
            },
            signed=tuple((draft, other.agreements[draft]) for draft, _ in turn.signed),
            odds={(self.ids[seat], number): odd for (seat, number), odd in turn.odds.items()},
            luck={self.text(name): came for name, came in (turn.luck or {}).items()},
        )


@given(st.sampled_from(["first-talks", "details", "strait_of_mirrors"]), seeds)
def test_seats_have_no_favourites(name: str, seed: int) -> None:
    it = scenario(name)
    relabelling = Relabelling(it)
    other = load_text(relabelling.text(text(name)), "relabelled.yaml")
    world, same = opening(it, seed), replace(opening(other, seed), last=opening(it, seed).last)
    while not world.end:
        dice = Dice(seed, world.turn, "luck")
        drawn = [*it.events, *(f"argument:{seat}:{n}" for seat in it.players for n in range(3))]
        luck = {what: dice.chance(0.5) for what in drawn}
        turn = replace(full_turn(it, world), luck=luck)
        world = advance(it, world, turn).world
        same = advance(other, same, relabelling.turn(other, turn)).world
        assert list(same.row) == list(world.row)
        assert same.end == world.end
