"""The frontier against exhaustive search, and against cases with published answers."""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.vectors import (
    Sums,
    TooManyPackages,
    at_least,
    combine,
    count_at_least,
    maximal,
    pareto,
)

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "bargaining"
needs_cases = pytest.mark.skipif(
    not CASES.is_dir() and "CI" not in os.environ, reason="the shared cases are not here"
)


def dominated(point: tuple[int, ...], points: list[tuple[int, ...]]) -> bool:
    return any(p != point and all(a >= b for a, b in zip(p, point, strict=True)) for p in points)


def vectors(parties: int, most: int) -> st.SearchStrategy[list[tuple[int, ...]]]:
    number = st.integers(-4, 4) | st.integers(-(10**9), 10**9)
    return st.lists(st.tuples(*[number] * parties), min_size=1, max_size=most)


points = st.integers(1, 8).flatmap(lambda parties: vectors(parties, 40))
blocks = st.integers(1, 5).flatmap(
    lambda parties: st.lists(vectors(parties, 5), min_size=1, max_size=4)
)


@given(points)
def test_the_frontier_is_what_exhaustive_search_finds(points: list[tuple[int, ...]]) -> None:
    expected = [n for n, point in enumerate(points) if not dominated(point, points)]
    assert pareto(points) == expected
    assert sorted(maximal(points)) == sorted({points[n] for n in expected})


@given(blocks)
def test_sums_of_blocks_have_the_frontier_of_all_their_choices(
    blocks: list[list[tuple[int, ...]]],
) -> None:
    every = list(product(*map(range, map(len, blocks))))
    totals = [
        tuple(map(sum, zip(*(b[n] for b, n in zip(blocks, choice, strict=True)), strict=True)))
        for choice in every
    ]
    expected = {every[n]: totals[n] for n in pareto(totals)}
    found = {choice: value for value, choices in combine(blocks) for choice in choices}
    assert found == expected
    floor = totals[len(totals) // 2]
    assert list(at_least(blocks, floor)) == [
        (choice, total)
        for choice, total in zip(every, totals, strict=True)
        if all(a >= b for a, b in zip(total, floor, strict=True))
    ]


@given(st.lists(vectors(2, 4), min_size=1, max_size=4), st.tuples(*[st.integers(-9, 9)] * 2))
def test_choices_above_a_floor_are_counted_without_being_walked(
    blocks: list[list[tuple[int, ...]]], floor: tuple[int, ...]
) -> None:
    assert count_at_least(blocks, floor) == len(list(at_least(blocks, floor)))


def test_more_choices_than_anybody_can_walk_are_counted_all_the_same() -> None:
    assert count_at_least([[(0, 1), (1, 0)]] * 60, (0, 60)) == 1
    assert count_at_least([[(0, 1), (1, 0)]] * 60, (0, 0)) == 2**60


def test_a_count_that_would_take_too_long_is_given_up() -> None:
    blocks = [[(2**n, -(2**n)), (0, 0)] for n in range(40)]
    assert count_at_least(blocks, (1, -(2**39)), most=1000) is None


def test_a_frontier_that_would_take_too_long_is_given_up() -> None:
    blocks = [[(2**n, -(2**n)), (0, 0)] for n in range(40)]
    with pytest.raises(TooManyPackages):
        Sums(blocks, most=1000)


def test_so_many_choices_of_a_sum_are_looked_for_as_are_asked_for() -> None:
    sums = Sums([[(0, 1), (1, 0)]] * 60)
    found = sums.choices((30, 30), 5)
    assert len(set(found)) == 5 and {sum(choice) for choice in found} == {30}


def test_more_points_than_one_wall_holds() -> None:
    line = [(n, 9000 - n) for n in range(9000)]
    below = [(a - 1, b) for a, b in line]
    assert pareto(line + below) == list(range(9000))


def test_no_points_have_no_frontier() -> None:
    assert pareto([]) == []


def anac(name: str) -> tuple[dict[str, Any], list[list[tuple[int, ...]]]]:
    """A domain's blocks, one an issue, utilities in millionths."""
    case = json.loads((CASES / f"anac-{name}.json").read_text(encoding="utf-8"))
    blocks = []
    for issue in case["issues"]:
        topic, block = issue["name"], []
        for value in issue["values"]:
            shares = []
            for party in case["parties"]:
                evaluations = party["evaluations"][topic]
                top = max(evaluations.values())
                part = evaluations[value] / top if top else 0.0
                shares.append(round(party["weights"][topic] * part * SCALE))
            block.append(tuple(shares))
        blocks.append(block)
    return case, blocks


SCALE = 10**6


@needs_cases
@pytest.mark.parametrize(
    "name",
    [
        "company_acquisition_2011",
        "dinner_2015_3p",
        "england_zimbabwe_2010",
        "laptop_2011",
        "zoning_plan_2015_5p",
    ],
)
def test_published_domains_have_the_published_frontier(name: str) -> None:
    case, blocks = anac(name)
    peer = case["expected_peer_negmas"]
    every = list(product(*blocks))
    assert len(every) == peer["n_outcomes"]
    totals = [tuple(map(sum, zip(*choice, strict=True))) for choice in every]
    front = combine(blocks)
    assert sum(len(choices) for _, choices in front) == peer["pareto_outcomes_count"]
    assert len(front) == peer["pareto_distinct_utility_points"]
    assert len(pareto(totals)) == peer["pareto_outcomes_count"]
    best = case["expected_independent_brute_force"]["max_welfare"] * SCALE
    assert abs(sum(front[0][0]) - best) <= len(blocks) * len(case["parties"])


@needs_cases
@pytest.mark.parametrize("name", ["base", "game1"])
def test_published_six_party_games_have_the_published_counts(name: str) -> None:
    case = json.loads((CASES / f"deliberation-{name}.json").read_text(encoding="utf-8"))
    parties, issues = case["parties"], case["issues"]
    blocks = [
        [tuple(party["scores"][issue][option] for party in parties.values()) for option in options]
        for issue, options in issues.items()
    ]
    front = combine(blocks)
    assert (
        sum(len(choices) for _, choices in front) == case["peer_negmas"]["pareto_all_deals_count"]
    )

    thresholds = tuple(party["threshold"] for party in parties.values())
    names = list(issues.values())
    everyone = [
        ",".join(options[n] for options, n in zip(names, choice, strict=True))
        for choice, _ in at_least(blocks, thresholds)
    ]
    assert everyone == case["published"]["deals_all"]

    lowest = tuple(
        -(10**9) if not party["veto"] else party["threshold"] for party in parties.values()
    )
    passing = [
        value
        for _, value in at_least(blocks, lowest)
        if sum(a >= b for a, b in zip(value, thresholds, strict=True)) >= len(parties) - 1
    ]
    assert len(passing) == case["published"]["n_veto_and_all_but_one"]
    count = case["published"]["agreeing_count_per_party_within_veto_and_all_but_one"]
    for seat, party in enumerate(parties):
        assert sum(value[seat] >= thresholds[seat] for value in passing) == count[party]
