"""Random games for the laws: turns that bring everything a table can bring."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import strategies as st
from msgspec.structs import replace

from game.bots.dice import Dice
from game.bots.playout import random_turn
from game.data import Library
from game.rules.compiled import compiled
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.turn import Resolution, Turn
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.orders import Argue, Denounce, Order, Vote
from game.world.world import World

ROOT = Path(__file__).parents[2]
MIRRORS = ROOT.parent / "shared" / "cases" / "adjudication" / "strait_of_mirrors.yaml"
DETAILS = ROOT / "tests" / "conformance" / "details.yaml"
FILES = {
    "first-talks": ROOT / "scenarios" / "first-talks.yaml",
    "thaad-2016": ROOT / "scenarios" / "thaad-2016.yaml",
    "details": DETAILS,
    "strait_of_mirrors": MIRRORS,
}

names = st.sampled_from(sorted(FILES))
seeds = st.integers(0, 2**31)


def text(name: str) -> str:
    """A scenario's text; the third party's is skipped where it is not at hand."""
    path = FILES[name]
    if path == MIRRORS and not path.parent.parent.exists() and not os.environ.get("CI"):
        pytest.skip("the cases beside the repository are not here")
    return path.read_text(encoding="utf-8")


@cache
def scenario(name: str) -> Scenario:
    """A scenario by name."""
    path = str(FILES[name])
    return load_text(text(name), path, Library(path))


def full_turn(scenario: Scenario, world: World) -> Turn:
    """A random turn with arguments, rulings and injects beside what random players bring."""
    turn = random_turn(compiled(scenario), world)
    dice = Dice(world.seed, world.turn, "more")
    orders: dict[str, tuple[Order, ...]] = dict(turn.orders)
    odds: dict[tuple[str, int], int] = {}
    cells = [scenario.header.names[cell] for cell in sorted(scenario.argue_cells)]
    for seat in scenario.players:
        counted = [o for o in orders[seat] if not isinstance(o, Vote | Denounce)]
        if cells and len(counted) < scenario.orders and dice.chance(0.5):
            asked = (dice.pick(cells), dice.pick((-1, 1)))
            orders[seat] = (*orders[seat], Argue("So be it.", (), (asked,)))
            odds[seat, 0] = dice.pick((5, 25, 50, 75, 95))
    injects = tuple(e for e in scenario.events if dice.chance(0.05))
    return replace(turn, orders=orders, injects=injects, odds=odds)


def game(scenario: Scenario, seed: int) -> Iterator[tuple[World, Turn, Resolution]]:
    """The turns of a random game: the world, what the turn brought, and what came of it."""
    world = opening(scenario, seed)
    while not world.end:
        turn = full_turn(scenario, world)
        after = advance(scenario, world, turn)
        yield world, turn, after
        world = after.world
