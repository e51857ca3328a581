"""Agreements before they are signed: who carries them, what they are worth, where they clash."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.rules.conflicts import conflict
from game.rules.offers import reserved, vet
from game.rules.opening import opening
from game.rules.ratify import ratification, win_set
from game.rules.worth import terms_worth
from game.scenario.model import Scenario
from game.scenario.notation import parse_order
from game.scenario.terms import Hold, Move, Perform, Refrain, Terms
from game.world.world import World
from tests.rules.games import scenario


@pytest.fixture
def valleys() -> Scenario:
    return scenario("details")


@pytest.fixture
def world(valleys: Scenario) -> World:
    return opening(valleys, 0)


def put(scenario: Scenario, world: World, **cells: int) -> World:
    """The world with other values of some cells (`__` stands for a dot)."""
    row = world.row[:]
    for name, value in cells.items():
        row[scenario.header.index[name.replace("__", ".")]] = value
    return replace(world, row=row)


def test_a_win_set_is_what_the_weight_of_constituencies_carries(
    valleys: Scenario, world: World
) -> None:
    found = win_set(valleys, world, "north")  # towns weigh two thirds, and 60 per cent are needed
    assert found["road"] == (True, True, True)
    assert found["toll"] == (True, True, True)
    whole = put(valleys, world, road=2)
    assert win_set(valleys, whole, "north")["road"] == (False, False, True)
    loyal = put(valleys, whole, support__north__towns=7)
    assert win_set(valleys, loyal, "north")["road"] == (True, True, True)


def test_who_need_not_ask_has_no_win_set(valleys: Scenario, world: World) -> None:
    assert win_set(valleys, world, "south") == {}
    assert ratification(valleys, world, "south", valleys.agreements["paving"]) is None


def test_ratification_tells_who_accepts_and_why(valleys: Scenario, world: World) -> None:
    answer = ratification(valleys, world, "north", valleys.agreements["high_toll"])
    assert answer is not None
    assert answer.carried
    assert answer.accepting == ("towns",)
    assert answer.gains == {"towns": 2, "hills": -3}
    assert (answer.yes, answer.weight, answer.needed) == (2, 3, 60)


def test_terms_are_worth_what_their_clauses_bring(valleys: Scenario, world: World) -> None:
    paving = valleys.agreements["paving"]
    assert terms_worth(valleys, world, "north", paving) == 2
    assert terms_worth(valleys, world, "east", paving) == -4
    peace = valleys.agreements["peace"]  # a gift from east to north, and east wants the trust
    assert terms_worth(valleys, world, "east", peace) == 1
    assert terms_worth(valleys, world, "south", peace) == 0


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        (Move("road", "whole", 4), Hold("road", "at_most", "half"), True),
        (Move("road", "half", 4), Hold("road", "at_most", "half"), False),
        (Hold("road", "at_least", "half"), Hold("road", "at_most", "none"), True),
        (Hold("road", "at_least", "half"), Hold("road", "at", "half"), False),
        (Move("toll", "low", 4), Move("toll", "high", 4), True),
        (Perform("north", "gift", 4, "east"), Refrain("north", ("gift",)), True),
        (Perform("north", "gift", 4, "east"), Refrain("north", ("gift",), "south"), False),
        (Perform("north", "gift", 4, "east"), Refrain("south", ("gift",)), False),
        (Move("road", "whole", 4), Hold("road", "at_most", "half", "turn > 3"), False),
    ],
)
def test_what_binds_both_ways_clashes(
    valleys: Scenario, world: World, mine: Move, theirs: Hold, clash: bool
) -> None:
    first = Terms("first", ("north", "south"), (mine,))
    second = Terms("second", ("north", "east"), (theirs,))
    assert (conflict(valleys, world.row, first, [second]) is not None) is clash
    assert (conflict(valleys, world.row, second, [first]) is not None) is clash
    elsewhere = Terms("elsewhere", ("east",), (theirs,))
    assert conflict(valleys, world.row, first, [elsewhere]) is None


def test_who_joins_a_proposal_reserves_nothing(valleys: Scenario, world: World) -> None:
    order = parse_order("licence")
    accepted, _ = vet(valleys, world, "north", [order])
    assert reserved(valleys, world, "north", accepted) == 1
    assert reserved(valleys, world, "south", accepted, ["licence"]) == 0
    poor = put(valleys, world, capital__south=0)
    assert vet(valleys, poor, "south", [order])[0] == ()
    assert vet(valleys, poor, "south", [order], {"licence": order})[0] == (order,)
