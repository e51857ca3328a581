"""What the harbour accord says of itself: a narrow zone, made wider by trading across issues."""

from __future__ import annotations

from collections import Counter

import pytest

from game.analysis.packages import Package
from game.analysis.pareto import Vector, frontier, values_table
from game.loading import load
from game.rules.moment import profiles
from game.rules.opening import opening
from game.scenario.model import Scenario, Settle


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load("harbour-accord")


@pytest.fixture(scope="module")
def table(scenario: Scenario) -> dict[Package, Vector]:
    return dict(values_table(scenario, profiles(scenario, opening(scenario, 1))))


def settle(scenario: Scenario) -> Settle:
    assert scenario.settle is not None
    return scenario.settle


def pleased(scenario: Scenario, value: Vector) -> frozenset[str]:
    due = settle(scenario).walk_away
    return frozenset(
        seat for seat, worth in zip(scenario.players, value, strict=True) if worth >= due[seat]
    )


def enough(scenario: Scenario, seats: frozenset[str]) -> bool:
    rule = settle(scenario)
    return set(rule.all_of) <= seats and len(seats) >= rule.at_least


def test_every_sheet_adds_up_to_a_hundred(scenario: Scenario, table: dict[Package, Vector]) -> None:
    best = [max(column) for column in zip(*table.values(), strict=True)]
    assert best == [100] * len(scenario.players)


def test_the_zone_of_agreement_is_narrow(scenario: Scenario, table: dict[Package, Vector]) -> None:
    who = Counter(pleased(scenario, value) for value in table.values())
    deals = sum(count for seats, count in who.items() if enough(scenario, seats))
    assert (len(table), deals, who[frozenset(scenario.players)]) == (3072, 168, 10)
    assert 0.05 <= deals / len(table) <= 0.15


def test_what_pleases_all_can_be_bettered_by_nobody(
    scenario: Scenario, table: dict[Package, Vector]
) -> None:
    front = set(frontier(scenario, profiles(scenario, opening(scenario, 1))).values)
    everybody = frozenset(scenario.players)
    assert all(v in front for v in table.values() if pleased(scenario, v) == everybody)


def test_anybody_but_the_ministry_can_be_left_out_and_any_two_others_can_block(
    scenario: Scenario, table: dict[Package, Vector]
) -> None:
    everybody = frozenset(scenario.players)
    seen = {pleased(scenario, value) for value in table.values()}
    assert not enough(scenario, everybody - {"ministry"})
    for seat in everybody - {"ministry"}:
        assert everybody - {seat} in seen
        assert enough(scenario, everybody - {seat})
        for other in everybody - {seat}:
            assert not enough(scenario, everybody - {seat, other})


def test_meeting_in_the_middle_fails_where_trading_succeeds(
    scenario: Scenario, table: dict[Package, Vector]
) -> None:
    middle = table[(1, 1, 1, 1, 1, 1)]
    traded = table[(1, 3, 2, 2, 2, 2)]
    assert not enough(scenario, pleased(scenario, middle))
    assert pleased(scenario, traded) == frozenset(scenario.players)
    assert sum(traded) == max(map(sum, table.values())) > sum(middle) + 40
